"""Questions in plain words: what about the day a person wants to know or do.

A weighted lexicon (``clues``), clause by clause; nothing is learnt here.
"""

import re
from collections import defaultdict

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.reading.clues import CLUES
from bot.reading.intents import Intent
from bot.reading.lexicon import Lexicon
from bot.reading.normal import READ_AT_MOST, normal

__all__ = ["Intent", "digression", "recognise"]

Weights = tuple[tuple[Intent, int], ...]
Scores = dict[Intent, int]

_ENOUGH = 2
"""Weight from which an intent is recognised."""
_ENOUGH_BESIDE = 4
"""Weight from which a second one is, in a clause of its own."""
_POLITE = frozenset({Intent.GREETING, Intent.THANKS})

_CLAUSE = re.compile(r"[,.;:!?…\n]+|\bet\b|\bpuis\b|\band\b|\bpar contre\b", re.IGNORECASE)
_WHERE = re.compile(r"\boù\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2} ?h ?(?:\d\d)?\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_MISSPELT_AT_MOST = 8
"""Unknown words of one text that are compared with known ones."""


def _lexicon() -> Lexicon[Weights]:
    """Build the lexicon; an expression of two intents weighs for both."""
    weights: dict[str, list[tuple[Intent, int]]] = defaultdict(list)
    for intent, by_weight in CLUES.items():
        for weight, lines in by_weight.items():
            for line in lines.splitlines():
                if line.strip():
                    weights[line.strip()].append((intent, weight))
    return Lexicon({line: tuple(pairs) for line, pairs in weights.items()})


_LEXICON = _lexicon()
_LONG_WORDS = sorted(word for word in _LEXICON.vocabulary if len(word) >= 6)


def recognise(text: str) -> tuple[Intent, ...]:
    """Give what the text asks, most likely first, at most two; empty when not recognised.

    Politeness beside a request does not count.
    """
    clauses = [_scores(words) for words in _clauses(text)]
    total: Scores = defaultdict(int)
    for scores in clauses:
        for intent, weight in scores.items():
            total[intent] += weight
    asked = {i: w for i, w in total.items() if w >= _ENOUGH and i not in _POLITE}
    if not asked:
        polite = [intent for intent in total if intent in _POLITE]
        return tuple(sorted(polite, key=lambda intent: -total[intent])[:1])
    first = max(asked, key=lambda intent: asked[intent])
    if first is Intent.OFF_TOPIC:
        return (first,)
    return (first, *_second(first, clauses))


def _second(first: Intent, clauses: list[Scores]) -> tuple[Intent, ...]:
    """Give the intent that another clause asks, if any."""
    home = max(clauses, key=lambda scores: scores.get(first, 0))
    best: tuple[int, Intent] | None = None
    for scores in clauses:
        if scores is home or not scores:
            continue
        top = max(scores, key=lambda intent: scores[intent])
        if top is first or top in _POLITE or scores[top] < _ENOUGH_BESIDE:
            continue
        if best is None or scores[top] > best[0]:
            best = scores[top], top
    return () if best is None else (best[1],)


def _clauses(text: str) -> list[list[str]]:
    """Give the words of each clause, those misspelt put right."""
    written = _CLOCK.sub(" horloge ", _WHERE.sub("oou", text[:READ_AT_MOST]))
    clauses = [normal(clause).split() for clause in _CLAUSE.split(written)]
    budget = _MISSPELT_AT_MOST
    for words in clauses:
        for at, word in enumerate(words):
            if len(word) < 5 or _LEXICON.knows(word):
                continue
            if budget > 0:
                budget -= 1
                words[at] = _nearest(word)
    return [words for words in clauses if words]


def _nearest(word: str) -> str:
    """Give the known word that ``word`` is probably meant to be, itself when there is none."""
    if word.endswith(("s", "e", "x")) and _LEXICON.knows(word[:-1]):
        return word[:-1]
    if len(word) < 7:
        return word
    found = process.extractOne(word, _LONG_WORDS, scorer=OSA.distance, score_cutoff=1)
    return word if found is None else found[0]


def _scores(words: list[str]) -> Scores:
    """Give the weight of each intent in a clause; the same clue twice counts once."""
    scores: Scores = defaultdict(int)
    for weights in {found.value: None for found in _LEXICON.find(words)}:
        for intent, weight in weights:
            scores[intent] += weight
    return scores


def digression(text: str, step: str) -> tuple[Intent, ...]:
    """Give the question asked instead of an answer to ``step``; empty when it is an answer."""
    return ()
