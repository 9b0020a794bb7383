"""What a message does: it tells facts, asks, agrees, says who no longer comes… by learnt weights.

What words alone would do is done only where the message as a whole may do it: « si Paul ne vient
plus, je peux venir seule ? » says that somebody leaves, and asks. Learnt from `examples/acts`.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.understanding import known_words, signs, tagger
from bot.understanding.act import Act, Situation
from bot.understanding.features import (
    READ_WORDS,
    UNKNOWN,
    masked,
    phrases,
    pieces,
    stem_of,
)
from bot.understanding.model import ACTS, Model
from bot.understanding.normal import READ_AT_MOST

_STAND_INS = {
    "self": "unnom",
    "name": "unnom",
    "other": "unnom",
    "function": "unefonction",
    "organisation": "unestructure",
    "of": "unlieu",
    "territory": "unterritoire",
    "size": "unnombre",
}
"""What is written in place of what the tagger finds: who it is says nothing of what is meant."""


def features(
    text: str, situation: Situation, knows: Callable[[str], bool]
) -> Sequence[Sequence[str]]:
    """Give what an act is learnt and recognised by, in blocks; `knows`: see `features.phrases`.

    Pieces of words and words, with stand-ins for what is told; groups of alike words; what stands
    open and which kinds of facts are told; what the readers find.
    """
    text = text[:READ_AT_MOST]
    if situation is Situation.REMINDER:
        situation = Situation.REGISTERED  # answered days after it
    said, kinds = masked_facts(text, situation)
    words = said.split()[:READ_WORDS]
    group = situation.group
    stems = [stem for word in words if knows(stem := stem_of(word))]
    signs_found = list(signs.found(text))
    return (
        list(pieces(words)),
        [*phrases(words, knows), *(f"={group}/{one}" for one in [*stems, *kinds])],
        list(groups(words, knows)),
        [f"@{situation}", f"@@{group}", *(f"@{one}" for one in kinds)],
        [*signs_found, *(f"{group}{one}" for one in signs_found)],
    )


def masked_facts(text: str, situation: Situation) -> tuple[str, list[str]]:
    """The words of a text with stand-ins, and what kinds of facts it tells."""
    question = situation.value if situation in tagger.QUESTIONS else "menu"
    found, at, written = tagger.tag(text, question=question), 0, ""
    for span in found:
        if span.label in _STAND_INS:
            written += f"{text[at : span.start]} {_STAND_INS[span.label]} "
            at = span.end
    mark = " unequestion" if "?" in text else ""
    return masked(written + text[at:]) + mark, sorted({f"<{span.label}>" for span in found})


def groups(words: Sequence[str], knows: Callable[[str], bool]) -> Iterator[str]:
    """The fine groups of the words, each with its neighbours: « il est absent », « … grippé »."""
    own = [next((one for one in known_words.kinds(word) if one[0] == "c"), "?") for word in words]
    stems = [stem if knows(stem := stem_of(word)) else UNKNOWN for word in words]
    yield from (f"~{one}" for one in own)
    groups, said = ["^", *own, "$"], ["^", *stems, "$"]
    yield from (f"~{one} {two}" for one, two in pairwise(groups))
    yield from (f"~{one}>{two}" for one, two in zip(groups, said[1:], strict=False))
    yield from (f"~{two}<{one}" for one, two in zip(said, groups[1:], strict=False))


Likelihoods = Mapping[Act, float]
"""How likely it is, 0 to 1, that a message does each act; it may do several."""
_BRIEF = 2
"""Words that answer what was asked: « sans », « pas lui »."""
DOUBTFUL = 0.3
LIKELY = 0.5
"""From this likelihood on a message is taken to do an act."""
POSSIBLE: Likelihoods = dict.fromkeys(Act, 0.05) | {
    Act.LEAVES: 0.03,
    Act.IS_LATE: 0.02,
    Act.AGREES: 0.02,
}
"""Below this likelihood a message does not do an act, whatever its words. Some 95 of 100 messages
that do it are above; what is wrongly shut out is said again, what is wrongly done costs trust."""


def likelihoods(text: str, situation: Situation, model: Model | None = None) -> Likelihoods:
    """Give how likely each act is."""
    return _read(text, situation) if model is None else _weighed(text, situation, model)


@lru_cache(maxsize=32)  # each listener asks it of the same message
def _read(text: str, situation: Situation) -> Likelihoods:
    return _weighed(text, situation, ACTS.model)


def may(text: str, situation: Situation, *meant: Act) -> bool:
    """Whether a message may do one of these acts; a word or two may do anything."""
    if len(text.split()) <= _BRIEF:
        return True
    likely = likelihoods(text, situation)
    return any(likely[act] >= POSSIBLE[act] for act in meant)


def may_well(text: str, situation: Situation, act: Act) -> bool:
    """Whether it is likely enough that a message does an act, not to do what contradicts it."""
    return likelihoods(text, situation)[act] >= DOUBTFUL


def likely(text: str, situation: Situation) -> list[Act]:
    """What a message is taken to do, the likeliest first; nothing where it has no word."""
    found = likelihoods(text, situation) if any(map(str.isalpha, text)) else {}
    return sorted((act for act in found if found[act] >= LIKELY), key=lambda act: -found[act])


def _weighed(text: str, situation: Situation, model: Model) -> Likelihoods:
    scores = model.scores(*features(text, situation, model.knows))
    return {
        Act(one): 1 / (1 + math.exp(-score))
        for one, score in zip(model.labels, scores, strict=True)
    }
