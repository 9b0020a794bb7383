"""Questions in plain words: what about the day a person wants to know or do.

Learnt from the sentences of `examples/questions`; `binome teach` learns them anew. The thresholds
below were chosen on its curves (docs/questions.md).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.understanding import (
    complaints,
    erasing,
    openings,
    own,
    plainly,
    sentences,
    subjects,
    things,
    wishes,
)
from bot.understanding.event_names import (
    CONTACT,
    LEADER,
    NO_NAMES,
    ORGANISER,
    TOWN,
    EventNames,
)
from bot.understanding.features import READ_WORDS, masked, phrases, pieces
from bot.understanding.intents import FRENCH, OF_ORGANISERS, POLITE, Intent
from bot.understanding.model import QUESTIONS, Model, softmax
from bot.understanding.normal import READ_AT_MOST, normal

__all__ = ["Asked", "Intent", "ask"]

SURE = 0.45
"""A question is answered at once when its intent is by so much likelier than that the text is not
about the day. A wrong answer costs the person a turn and some trust; a suggestion costs one tap."""
BEYOND_COUNTS = 2
"""… which counts so often: an answer about the day to what is not about it is noticed most."""
SURE_IF_POLITE = 0.18
"""The same for a greeting or thanks: a polite word too many costs nothing."""
SURE_OF_A_SEARCH = 0.80
"""The same for looking for a partner, which plain words are enough for: see `seeking`."""
SURE_OFF_TOPIC = 0.81
"""From this likelihood on a text is not about the day: said wrongly, that shuts the door."""
SURE_ASIDE = 0.50
"""From this likelihood on a question is one while a question of the bot's is open: an answer taken
for a question is lost."""
SURE_WITHOUT_A_MARK = 0.75
"""The same where nothing marks the words as a question or request."""
SURE_BESIDE = 0.60
"""From this likelihood on, in a clause of its own, a second question is answered too."""
MEANT_BESIDE = 0.15
"""… when the whole text makes it this likely, too."""
PLAIN_BESIDE = 0.86
"""From this likelihood on, where the clause begins as a question does, it need not be."""
WORTH_ASKING = 0.03
"""When the likeliest is below this, nothing is suggested."""
WORTH_SUGGESTING = 0.04
"""Below this likelihood an intent is not suggested."""
WORTH_SUGGESTING_A_SEARCH = 0.15
"""The same of looking for a partner."""
SUGGESTIONS = 3
"""At most so many are suggested."""

_CLAUSE = re.compile(r"[,.;:!?…\n]+|\bet\b|\band\b|\bpar contre\b|\bpuis\b", re.IGNORECASE)
_NAMES_ONLY = re.compile(rf"(?:\w{{1,3}} )*(?:{TOWN}|{ORGANISER}|{CONTACT}|{LEADER})")
"""« et à Pélussin, c’est à quelle heure ? » asks one thing."""
_DATE_ONLY = re.compile(r"(?:\w{1,3} )*unedate")
"""« le 18 juin, c’est combien ? » asks one thing."""
_BARE = re.compile(
    r"(?:pour |le |la |les |l |the |un |une )+(?:parking|stationnement|train|gare|covoiturage|repas"
    r"|dejeuner|midi|prix|tarif|cout|horaires?|adresse|lieu|programme|hotel|meal|lunch"
    r"|price)(?: \?)?"
)
"""« l’adresse et le parking ? » asks two things."""
_CLAUSES = 4
"""Clauses of a text that are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks, as far as is known."""

    intents: tuple[Intent, ...]
    """To be answered at once: one, or two when two things are asked; empty when unsure."""
    suggestions: tuple[Intent, ...]
    """When unsure: what it may be about, most likely first."""
    confidence: float
    """How likely the first of them is, 0 to 1."""
    is_beyond: bool = False
    """Unsure, and likelier not about the day at all."""


NOTHING = Asked((), (), 0.0)
"""Of a text without words."""


AT_ONCE = 3
"""So many questions of one message are answered at most."""


def ask(
    text: str,
    names: EventNames = NO_NAMES,
    *,
    organiser: bool = False,
    model: Model | None = None,
) -> Asked:
    """Give what the text asks; `names` are the event's.

    One of the event's own questions (`own`) is an OTHER_QUESTION.

    What organisers alone may ask is told apart for `organiser` only.
    """
    found = _ask(text, names, organiser=organiser, model=model)
    shorter = sentences.without_reason(text)
    if found.intents or shorter == text:
        return found
    main = _ask(shorter, names, organiser=organiser, model=model)
    return main if {*main.intents} <= subjects.OF_THE_DAY and main.intents else found


def _ask(text: str, names: EventNames, *, organiser: bool, model: Model | None) -> Asked:
    if own.nearest(names.own_questions, text, names) is not None:
        return Asked((Intent.OTHER_QUESTION,), (), 1.0)
    if (plain := plainly.first(text, organiser=organiser)) is not None:
        return Asked(subjects.beside((plain,), text, is_sure=True) or (plain,), (), 1.0)
    text = plainly.without_blame(text)
    found = _learnt(text, names, organiser=organiser, model=model)
    if _is_of_data(text, found):
        return Asked((Intent.PRIVACY,), (), 1.0)
    if found.intents == (Intent.REMINDER,) and REMIND_ME.search(normal(text)):
        found = replace(found, intents=tuple(subjects.asked(text)) or found.intents)
    told = None if found.intents else plainly.read(text, names, organiser=organiser)
    if told is not None:
        return Asked(_and_besides(told, text, names, model), (), 1.0)
    if found.intents == (Intent.HELP,) and complaints.is_blaming(text):
        return replace(found, intents=(Intent.HUMAN,))
    found = _with_subjects(found, text)
    about = wishes.asked_about(text)
    if about is None or not _may_be_about(found):
        return found
    return Asked((about,), (), max(found.confidence, SURE_ASIDE))


REMIND_ME = re.compile(r"\b(?:rap+el\w* (?:moi|nous)|(?:me|nous) rap+el\w*|remind (?:me|us))\b")
"""« rappelez-moi où c’est »: the place, and not the reminder."""
_TAKEN_FOR_DATA = frozenset({Intent.DATE, Intent.DEADLINE, Intent.HOURS})
"""What « vous effacez quand ? » is taken for."""


def _is_of_data(text: str, found: Asked) -> bool:
    """Whether it is asked of what is kept: who sees it, until when, how it is erased."""
    if {*found.intents} <= _TAKEN_FOR_DATA and erasing.asks_when(text):
        return True
    return erasing.asked(text) is not None or erasing.asks_to_see(text)


def _and_besides(
    first: Intent, text: str, names: EventNames, model: Model | None
) -> tuple[Intent, ...]:
    """Give the intent, and what another clause asks plainly."""
    clauses = _clauses(text)
    for clause in clauses if 1 < len(clauses) <= _CLAUSES else ():
        if plainly.read(clause, names, organiser=False) is not None:
            continue
        if first is Intent.MINE and (cued := subjects.asked(clause)):
            return (first, *cued)
        likely = likelihoods(clause, names, model=model)
        best = max(likely, key=lambda intent: likely[intent], default=first)
        is_plain = best is not first and likely[best] >= PLAIN_BESIDE
        about = best not in {Intent.OFF_TOPIC, Intent.REGISTER, *_MAY_MEAN, *POLITE}
        if is_plain and about and sentences.is_asking(normal(clause)):
            return (first, best)
    return (first,)


def _with_subjects(found: Asked, text: str) -> Asked:
    """What was found, and what other clauses ask by their words: « … et qui anime ? »."""
    is_list = not found.intents and not found.is_beyond and _LISTED.search(normal(text))
    if is_list and len(found.suggestions) > 1 and {*found.suggestions} <= subjects.OF_THE_DAY:
        return Asked(found.suggestions[:AT_ONCE], (), SURE_ASIDE)
    is_asked = "?" in text or sentences.is_asking(normal(text))
    likeliest = found.suggestions[:1] if is_asked and not found.is_beyond else ()
    told = subjects.beside(found.intents or likeliest, text, is_sure=bool(found.intents))
    sure = found.confidence if found.intents else max(found.confidence, SURE_ASIDE)
    return Asked(told[:AT_ONCE], (), sure) if told else found


_OF = r"(?:du|de|d|des|le|la|l|les)"
_LISTED = re.compile(
    rf"\b(?:parl\w+|savoir|connaitre|informations?|renseign\w+|concernant)\b.* {_OF} .* (?:et"
    rf"|ainsi que) {_OF} "
)
"""« je voulais parler du lieu, des horaires et du stationnement »: all of them."""


def of_things(text: str, found: Asked, names: EventNames) -> tuple[Intent, ...]:
    """What a question that was not understood asks if it is after a thing: « des bottes ? »."""
    if found.intents == (Intent.OFF_TOPIC,):
        return (Intent.OTHER_QUESTION,) if things.is_told(names.lines, text) else ()
    is_day = not found.intents and {*found.suggestions[:1]} <= subjects.OF_THE_DAY
    is_asked = "?" in text or sentences.is_asking(normal(text))
    return (Intent.OTHER_QUESTION,) if is_day and is_asked and things.asked(text) else ()


_DENIED = re.compile(
    r"^(?!.*\b(?:merci|thank\w*|bonjour|hello|salut)\b).*"
    r"\b(?:pas (?:ca|du tout|bon|juste|vrai|moi)|faux|rien a voir|n importe quoi|not (?:it|that"
    r"|right)|wrong)\b"
)
"""Not thanks: « c’est pas ça du tout »."""
_MAY_MEAN = frozenset({Intent.CANCEL, Intent.CHANGE, Intent.PRICE, Intent.HELP, Intent.MINE})
"""What the model takes questions for that are about giving up, or changing."""


def _may_be_about(found: Asked) -> bool:
    if found.intents:
        return found.intents[0] in _MAY_MEAN
    return bool({Intent.CANCEL, Intent.CHANGE} & {*found.suggestions})


def _learnt(text: str, names: EventNames, *, organiser: bool, model: Model | None) -> Asked:
    """What the text asks by the learnt model."""
    text = _said(text, names)
    likely = likelihoods(text, names, organiser=organiser, model=model)
    if not likely:
        return NOTHING
    off_topic = likely[Intent.OFF_TOPIC]
    if off_topic >= SURE_OFF_TOPIC:
        return Asked((Intent.OFF_TOPIC,), (), off_topic)
    unlikely = {
        Intent.PLACE: not subjects.is_plausible(text, Intent.PLACE),
        Intent.AUDIENCE: _is_no_audience(text),
    }
    likely = {one: how for one, how in likely.items() if not unlikely.get(one)}
    ranked = sorted(set(likely) - {Intent.OFF_TOPIC}, key=lambda intent: -likely[intent])
    first, confidence = ranked[0], likely[ranked[0]]
    if first in POLITE and _DENIED.search(normal(text)):
        return Asked((), (), confidence)
    if confidence - BEYOND_COUNTS * off_topic >= _sure(first):
        return Asked(_with_second(first, likely, text, names, model), (), confidence)
    if confidence < WORTH_ASKING:
        return Asked((), (), confidence)
    suggested = [i for i in ranked if likely[i] >= _worth(i) and i not in POLITE]
    if suggested == [Intent.HELP]:
        return Asked((), (), confidence)  # help is what nothing understood gets anyway
    return Asked((), tuple(suggested[:SUGGESTIONS]), confidence, is_beyond=off_topic > confidence)


_OF_WHAT_IS_NOTED = re.compile(r"\b(?:pris\w* en compte|note\w*|enregistre\w*|question)\b")
_BRIEF = 3
"""Words of a text that seeks a nod, or repeats a word."""


def _is_no_audience(text: str) -> bool:
    """« on est quatre, est-ce possible ? », « Société civile ??? »: not who may come."""
    if subjects.is_plausible(text, Intent.AUDIENCE):
        return False
    is_brief = len(text.split()) <= _BRIEF
    return is_brief or openings.asks_number(text) or bool(_OF_WHAT_IS_NOTED.search(normal(text)))


def _sure(intent: Intent) -> float:
    """By how much an intent is to be likelier than none, to be answered at once."""
    if intent in POLITE:
        return SURE_IF_POLITE
    return SURE_OF_A_SEARCH if intent is Intent.PARTNER else SURE


def _worth(intent: Intent) -> float:
    """From which likelihood on an intent is suggested."""
    return WORTH_SUGGESTING_A_SEARCH if intent is Intent.PARTNER else WORTH_SUGGESTING


def likelihoods(
    text: str,
    names: EventNames = NO_NAMES,
    *,
    organiser: bool = False,
    model: Model | None = None,
) -> Mapping[Intent, float]:
    """Give how likely each intent is; empty for a text without words."""
    said = masked(text, names)
    if not any(letter.isalnum() for letter in said):
        return {}
    likely = _likely(said, model or QUESTIONS.model)
    if not organiser:
        for intent, otherwise in OF_ORGANISERS.items():
            likely[otherwise] += likely.pop(intent)
    return likely


def _likely(said: str, model: Model) -> dict[Intent, float]:
    """How likely each intent is, their sum being 1, for a text of `features.masked`."""
    words = said.split()[:READ_WORDS]
    likely = softmax(model.scores(pieces(words), phrases(words, model.knows)))
    return {Intent(one): how for one, how in zip(model.labels, likely, strict=True)}


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(text[:READ_AT_MOST]) if clause.strip()]


def _said(text: str, names: EventNames) -> str:
    """A text without clauses that are but a name of the event: they say what is asked about."""
    clauses = _clauses(text)
    asked = [one for one in clauses if not _NAMES_ONLY.fullmatch(masked(one, names))]
    return asked[0] if 1 == len(asked) < len(clauses) else text


def _with_second(
    first: Intent,
    whole: Mapping[Intent, float],
    text: str,
    names: EventNames,
    model: Model | None,
) -> tuple[Intent, ...]:
    """Give the intent, and the one that another clause asks, if any."""
    clauses = [one for one in _clauses(text) if not _DATE_ONLY.fullmatch(masked(one, names))]
    if not 1 < len(clauses) <= _CLAUSES:
        return (first,)
    found: dict[Intent, float] = {}
    begun_so: set[Intent] = set()
    for clause in clauses:
        likely = likelihoods(clause, names, model=model)
        if likely:
            best = max(likely, key=lambda intent: likely[intent])
            found[best] = max(found.get(best, 0.0), likely[best])
            is_noun = _BARE.fullmatch(normal(clause)) is not None
            if likely[best] >= PLAIN_BESIDE and (is_noun or sentences.is_asking(normal(clause))):
                begun_so.add(best)
    others = [
        intent
        for intent, likelihood in found.items()
        if likelihood >= SURE_BESIDE
        and (intent in begun_so or whole.get(intent, 0.0) >= MEANT_BESIDE)
        and intent not in {first, Intent.OFF_TOPIC, *POLITE}
    ]
    if first not in found or len(others) != 1:
        return (first,)
    if {first, *others} == {Intent.CHANGE, Intent.CANCEL}:
        return (Intent.CHANGE,)  # « je ne viens plus, ma collègue me remplace »
    return tuple(intent for intent in found if intent in {first, *others})


def described(text: str, names: EventNames = NO_NAMES) -> dict[str, object]:
    """Give what `ask` gives as JSON has it, intents by the names of the files of examples."""
    asked = ask(text, names)
    nothing = not asked.intents and not asked.suggestions
    return {
        "text": text,
        "intents": [FRENCH[one] for one in ((Intent.OFF_TOPIC,) if nothing else asked.intents)],
        "suggestions": [FRENCH[one] for one in asked.suggestions],
        "confidence": round(asked.confidence, 3),
    }
