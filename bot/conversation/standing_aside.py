"""« Je ne fais que les inscrire », said at any step: others come, and who writes does not."""

from dataclasses import replace

from bot.conversation import given
from bot.conversation.asking import Asking
from bot.conversation.noting import note
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.step import Step
from bot.conversation.steps.writer import registrar
from bot.understanding import writers
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.results import Understood


async def heard(asking: Asking, text: str) -> bool:
    """Note that who writes is none of those who come, and who does; whether they say that."""
    turn, draft = asking.turn, asking.turn.draft
    if draft.purpose != "register" or draft.is_for_others:
        return False
    if not (writers.only_registers(text) or writers.serves(text)):
        return False
    told = given.read(turn, text, asked=given.question(asking.step))
    if not _is_meant(draft, text, told):
        return False
    if asking.step.is_answer(turn, text) and not _others(asking, told):
        return False  # it is what was asked
    if draft.registrar is not None:
        await _say_again(asking, text)
        return True
    before = draft.model_copy(deep=True)
    asked = asking.step if _still_asked(asking, text) else None
    _stand_aside(asking)
    await note(turn, replace(told, people=_others(asking, told, asked)), asked)
    said = given.newly_noted(turn, before)
    await given.go_on(asking, [], [turn.words("name.not_coming"), *said])
    return True


def _is_meant(draft: Draft, text: str, told: Facts) -> bool:
    """Whether they never were to come; where another is named in the place of the only one, too."""
    if writers.only_registers(text):
        return True
    names = [one for one in told.people if one.name is not None and not one.is_writing]
    is_another = draft.size == 1 and len(names) == 1 and not writers.comes(text)
    is_known = draft.registrar is not None or any(one.is_writing for one in told.people)
    return is_another and writers.serves(text) and not is_known


async def _say_again(asking: Asking, text: str) -> None:
    """It is known that they do not come: what else the message says counts."""
    if await given.hear(asking, text):
        return
    reading = asking.step.read(asking.turn, text)
    if isinstance(reading, Understood):
        await asking.take(asking.step, reading)
    else:
        await asking.repeat(asking.turn.words("name.not_coming"))


def _still_asked(asking: Asking, text: str) -> bool:
    """Whether the open question is about another than who writes, and is perhaps answered too."""
    draft, place = asking.turn.draft, asking.step.place
    member = draft.members[place - 1] if 0 < place <= len(draft.members) else None
    return member is not None and not member.is_writing and not writers.serves(text)


def _stand_aside(asking: Asking) -> None:
    """Make who writes the registrar; their place is for somebody else."""
    draft = asking.turn.draft
    writing = [one for one in draft.members if one.is_writing]
    draft.members = draft.members or [MemberDraft()]
    draft.let_write(registrar(asking.turn))
    own = draft.registrar
    for one in writing:
        if own is not None and own.last_name is None and one.last_name is not None:
            own.put(first_name=one.answers.get("first_name"), last_name=one.last_name)
        draft.members = [*[other for other in draft.members if other is not one], MemberDraft()]


def _others(asking: Asking, told: Facts, asked: Step | None = None) -> tuple[Person, ...]:
    """Those who are told of besides who writes; who is not named is who is `asked` about."""
    own = asking.turn.draft.registrar
    name = plain(own.name) if own is not None else ""
    return tuple(
        one
        for one in told.people
        if (one.called or one.name is not None or asked is not None)
        and not one.is_writing
        and (one.name is None or plain(" ".join(one.name)) != name)
    )
