"""Questions in plain words: what about the day a person wants to know or do.

A weighted lexicon (``clues``), clause by clause; nothing is learnt here.
"""

import re
from collections import defaultdict

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import categories, confirmations, phones, sizes
from bot.understanding.clues import CLUES, NEUTRAL
from bot.understanding.event_names import NO_NAMES, EventNames
from bot.understanding.intents import Intent
from bot.understanding.lexicon import Lexicon
from bot.understanding.normal import READ_AT_MOST, normal
from bot.understanding.results import Unclear, Understood

__all__ = ["Intent", "digression", "recognise"]

Weights = tuple[tuple[Intent, int], ...]
Scores = dict[Intent, int]

_ENOUGH = 2
"""Weight from which an intent is recognised."""
_ENOUGH_BESIDE = 4
"""Weight from which a second one is, in a clause of its own."""
_SHORT = 3
"""Words of a clause that is nothing but its question, such as « et où ? »."""
_POLITE = frozenset({Intent.GREETING, Intent.THANKS})

_CLAUSE = re.compile(r"[,.;:!?…\n]+|\bet\b|\band\b|\bpar contre\b", re.IGNORECASE)
_WHERE = re.compile(r"\boù\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2} ?h ?(?:\d\d)?\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)
# Endings that sound alike, so that one is written for another: « pouver », « organiser par ».
_SILENT = ("ees", "ent", "ait", "er", "ez", "ee", "es", "e", "s", "x", "t", "")
# « minscrire », « lheure »: the apostrophe left out.
_ELIDED = re.compile(r"(qu|[jlmtsdn])([aeiouyh]\w{3,})")
_MISSPELT_AT_MOST = 8
"""Unknown words of one text that are compared with known ones."""


def _lexicon(clues: dict[Intent, dict[int, str]]) -> Lexicon[Weights]:
    """Build the lexicon; an expression of two intents weighs for both."""
    weights: dict[str, list[tuple[Intent, int]]] = defaultdict(list)
    for intent, by_weight in clues.items():
        for weight, lines in by_weight.items():
            for expression in _expressions(lines):
                weights[expression].append((intent, weight))
    neutral: dict[str, Weights] = dict.fromkeys(_expressions(NEUTRAL), ())
    return Lexicon({**neutral, **{line: tuple(pairs) for line, pairs in weights.items()}})


def _expressions(lines: str) -> list[str]:
    """Give the expressions of a table, which commas separate."""
    return [" ".join(expression.split()) for expression in lines.split(",") if expression.strip()]


_LEXICON = _lexicon(CLUES)
# A slip may hide a word of the day, never make a text off topic.
_OF_THE_DAY = _lexicon({intent: CLUES[intent] for intent in CLUES if intent != Intent.OFF_TOPIC})
_LONG_WORDS = sorted(word for word in _OF_THE_DAY.vocabulary if len(word) >= 6)


def recognise(text: str, names: EventNames = NO_NAMES) -> tuple[Intent, ...]:
    """Give what the text asks, most likely first, at most two; empty when not recognised.

    Politeness beside a request does not count. ``names`` are those of the event.
    """
    read = _clauses(text, names)
    clauses = [_scores(words) for words in read]
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
    second = _second(first, read, clauses)
    if {first, *second} == {Intent.CHANGE, Intent.CANCEL}:
        return (Intent.CHANGE,)  # « je ne viens plus, ma collègue me remplace »
    return (first, *second)


def _second(first: Intent, read: list[list[str]], clauses: list[Scores]) -> tuple[Intent, ...]:
    """Give the intent that another clause asks, if any."""
    home = max(clauses, key=lambda scores: scores.get(first, 0))
    best: tuple[int, Intent] | None = None
    for words, scores in zip(read, clauses, strict=True):
        if scores is home or not scores:
            continue
        enough = _ENOUGH if len(words) <= _SHORT else _ENOUGH_BESIDE
        top = max(scores, key=lambda intent: scores[intent])
        if top is first or top in _POLITE or scores[top] < enough:
            continue
        if best is None or scores[top] > best[0]:
            best = scores[top], top
    return () if best is None else (best[1],)


def _clauses(text: str, names: EventNames) -> list[list[str]]:
    """Give the words of each clause, those misspelt put right."""
    written = _CLOCK.sub(" horloge ", _WHERE.sub("oou", text[:READ_AT_MOST]))
    clauses = [names.stand_in(normal(clause)).split() for clause in _CLAUSE.split(written)]
    budget = _MISSPELT_AT_MOST
    corrected: list[list[str]] = []
    for words in clauses:
        corrected.append([])
        for word in words:
            if len(word) < 5 or budget == 0 or _LEXICON.knows(word):
                corrected[-1].append(word)
            else:
                budget -= 1
                corrected[-1] += _known_forms(word)
    return [words for words in corrected if words]


def _known_forms(word: str) -> list[str]:
    """Give the known words that ``word`` is probably meant to be, itself when there are none."""
    for ending in _SILENT:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            known = [stem + other for other in _SILENT if _OF_THE_DAY.knows(stem + other)]
            if known:
                return known[:1]
    elided = _ELIDED.fullmatch(word)
    if elided:
        return [elided[1], *_known_forms(elided[2])]
    if len(word) < 7:
        return [word]
    found = process.extractOne(word, _LONG_WORDS, scorer=OSA.distance, score_cutoff=1)
    return [word] if found is None else [found[0]]


def _scores(words: list[str]) -> Scores:
    """Give the weight of each intent in a clause: its best clue, and 1 for each other one."""
    scores: Scores = defaultdict(int)
    for weights in {found.value: None for found in _LEXICON.find_all(words)}:
        for intent, weight in weights:
            known = scores[intent]
            scores[intent] = max(known, weight) + (1 if known and weight > 1 else 0)
    return scores


# How a question begins, or what is in it, when it has no question mark.
_ASKING = re.compile(
    r"^(?:(?:et|mais|au fait|attend\w*|dites?|dis|pardon|sinon|euh|heu|bonjour|svp|alors|bon"
    r"|non|oui) )*"
    r"(?:est ce|qui |que |quels?\b|quelles?\b|combien|comment|pourquoi|quand|oou|ou (?:est|se"
    r"|ca|c)\b"
    r"|(?:il )?y (?:a|aura|en a)\b|vous (?:avez|faites|pouvez|etes|prenez|acceptez)|avez vous"
    r"|pouvez vous"
    r"|(?:on|je|il|elle|vous) (?:peut|peux|pourra|pourrait|doit|dois|va|mange|finit|fait|paie"
    r"|paye)\b"
    r"|(?:peut|doit|va t|faut|puis) (?:on|il|je)|il faut|c (?:est|etait|sera) (?:ou|oou|quand"
    r"|quoi|qui"
    r"|combien|comment|payant|gratuit|a quel\w*|bien|loin)|a (?:quoi|qui|quelle)|what|when"
    r"|where|who|how"
    r"|why|is (?:it|there)|are there|can (?:i|we)|do (?:i|we|you))"
    r"|\b(?:quoi|est ce que|c est oou|a quelle heure|y a t il|va t on|combien ca)\b"
)
_SIZE_AT_MOST = 10
"""Words of an answer to the size that is put as a question."""
_COUNT = re.compile(r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|douze)\b")
_SPEAKING = re.compile(r"\b(?:je|j|on|vous|moi|tu|me|i|you)\b")
# Asked without any mark of a question, all the same not an answer.
_REQUESTS = frozenset({Intent.HUMAN, Intent.HELP})
# What an answer to the step may look like, to the lexicon.
_LOOKALIKES: dict[str, frozenset[Intent]] = {
    "size": frozenset({Intent.AUDIENCE, Intent.SEATS, Intent.REGISTER}),
    "category": frozenset({Intent.AUDIENCE}),
    "recap": frozenset({Intent.CHANGE, Intent.REGISTER, Intent.MINE, Intent.CANCEL}),
}


def digression(text: str, step: str, names: EventNames = NO_NAMES) -> tuple[Intent, ...]:
    """Give the question asked instead of an answer to ``step``; empty when it is an answer.

    Steps: territory, size, name, role, category, email, phone, recap. OTHER_QUESTION stands for a
    question whose subject is not recognised. Ask ``command_words.read`` first.
    """
    sentence = normal(_WHERE.sub("oou", text[:READ_AT_MOST]))
    asking = bool(_ASKING.search(sentence))
    if _is_answer(text, sentence, step, names):
        return ()
    intents = tuple(intent for intent in recognise(text, names) if intent not in _POLITE)
    if not (asking or "?" in sentence):
        wanted = bool(intents) and intents[0] in _REQUESTS and _SPEAKING.search(sentence)
        return intents if wanted else ()
    if not intents:
        return (Intent.OTHER_QUESTION,) if asking and "?" in sentence else ()
    if step in {"email", "phone"} and intents[0] is Intent.OBJECTIVES:
        return (Intent.PRIVACY,)  # « pourquoi ? »: why this is asked for
    return intents


def _is_answer(text: str, sentence: str, step: str, names: EventNames) -> bool:
    """Say whether the text holds what the step wants, even when it is said as a question."""
    match step:
        case "size":
            short = len(sentence.split()) <= _SIZE_AT_MOST
            counted = not isinstance(sizes.read(text, 3), Unclear) or bool(_COUNT.search(sentence))
            return short and counted and not set(recognise(text, names)) - _LOOKALIKES[step]
        case "category":
            understood = isinstance(categories.read(text), Understood)
            return understood and not set(recognise(text, names)) - _LOOKALIKES[step]
        case "email":
            return "@" in text
        case "phone":
            return isinstance(phones.read(text), Understood)
        case "recap":
            decided = confirmations.read(text) is not None
            return decided and not set(recognise(text, names)) - _LOOKALIKES[step]
        case _:
            return False
