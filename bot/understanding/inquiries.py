"""What a message asks: of the day, as was learnt, and of the registration itself."""

from bot.understanding import (
    assurances,
    complaints,
    concerns,
    eligibility,
    erasing,
    fellows,
    own,
    partly,
    plainly,
    procedure,
    questions,
    reasons,
    rulings,
    sentences,
    subjects,
    wishes,
)
from bot.understanding.event_names import NO_NAMES, EventNames
from bot.understanding.intents import POLITE, Intent
from bot.understanding.normal import normal
from bot.understanding.procedure import Procedure
from bot.understanding.questions import Asked


def ask_all(text: str, names: EventNames = NO_NAMES, *, organiser: bool = False) -> Asked:
    """The same, with what is asked of the registration itself: PROCEDURE.

    What words of the day or of the party ask plainly comes first.
    """
    found = questions.ask(text, names, organiser=organiser)
    sure = procedure.sure(text)
    if procedure.is_certain(text) and not organiser and len(found.intents) < 2:
        return Asked((Intent.PROCEDURE,), (), sure)
    kind = procedure.read(text) if sure >= procedure.CERTAIN else None
    if kind is not None and found.intents == (_TAKEN_FOR.get(kind),):
        return Asked((Intent.PROCEDURE,), (), sure)
    if organiser or len(found.intents) > 1 or sure < procedure.KINDS.sure or _is_plain(text, names):
        return found
    if found.intents == (Intent.AUDIENCE,) and eligibility.read(text).is_of_somebody:
        return found
    if {*found.intents} & _PLAIN_OF_THE_DAY and sure < procedure.SURE_AGAINST_THE_DAY:
        return found
    return Asked((Intent.PROCEDURE,), (), sure)


_TAKEN_FOR = {
    Procedure.THEIR_REACH: Intent.CONTACT,
    Procedure.MAY_ADD: Intent.CANCEL,
    Procedure.ORGANISER: Intent.ORGANISER,
}
"""What these are taken for by their words: « si elle ne peut pas, un autre à sa place ? »."""
_PLAIN_OF_THE_DAY = subjects.OF_THE_DAY - {
    Intent.AUDIENCE,
    Intent.SEATS,
    Intent.CONTACT,
    Intent.OTHER_QUESTION,
    Intent.OTHER_SESSION,
    Intent.CERTIFICATE,
    Intent.DOCUMENTS,
}
"""What is about the day, and hardly ever about the registration."""


def _is_plain(text: str, names: EventNames) -> bool:
    """Whether readers of words know what is asked."""
    return (
        own.nearest(names.own_questions, text, names) is not None
        or plainly.first(text) is not None
        or rulings.read(text) is not None
        or fellows.read(text) is not None
        or erasing.asked(text) is not None
        or erasing.asks_to_see(text)
        or assurances.read(text) is not None
        or concerns.read(text) is not None
        or reasons.asks_why(text)
        or wishes.asked_about(text) is not None
        or eligibility.meaning(text) is not None
        or complaints.is_blaming(text)
        or wishes.worries(text)
        or partly.says_half(text)
        or questions.REMIND_ME.search(normal(text)) is not None
    )


def ask_each(text: str, names: EventNames = NO_NAMES, *, organiser: bool = False) -> Asked:
    """The same of a message that may ask several things, a sentence each."""
    stated, asked = sentences.parted(text)
    if len(asked) < 2:
        found = ask_all(text, names, organiser=organiser)
        own = ask_all(asked[0], names, organiser=organiser) if asked and stated else found
        is_thanks = {*found.intents} <= POLITE
        is_own = bool(own.intents) and {*own.intents} <= _OWN
        is_other = (
            is_own and own.confidence >= questions.SURE_WITHOUT_A_MARK and len(found.intents) < 2
        )
        return own if is_thanks or is_other else found
    each = [ask_all(one, names, organiser=organiser) for one in asked]
    if any(one.intents for one in each):  # then the words of the others are enough
        each = [
            one if one.intents else Asked(tuple(subjects.asked(said)), (), questions.SURE_ASIDE)
            for said, one in zip(asked, each, strict=True)
        ]
    told = [one for one in each if one.intents and one.intents != (Intent.OFF_TOPIC,)]
    intents = tuple(dict.fromkeys(intent for one in told for intent in one.intents))
    if len(told) < 2:
        return ask_all(text, names, organiser=organiser) if not told else told[0]
    return Asked(intents[: questions.AT_ONCE], (), min(one.confidence for one in told))


_OWN = (subjects.OF_THE_DAY - {Intent.AUDIENCE}) | {Intent.PROCEDURE}
"""What the question of a message asks by itself, beside what it states."""


def recognise(text: str, names: EventNames = NO_NAMES) -> tuple[Intent, ...]:
    """Give what is to be answered at once; see `ask`."""
    found = ask_all(text, names)
    return (questions.of_things(text, found, names) or found.intents)[: questions.AT_ONCE]


def each_of(sentence: str, names: EventNames = NO_NAMES) -> tuple[Intent, ...]:
    """Give what one question of several asks: then its words alone may be enough."""
    return recognise(sentence, names) or tuple(subjects.asked(sentence))
