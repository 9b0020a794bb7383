"""A yes with something besides, to a change that waits for one: both are done.

It may say more of the change: who stays, who comes instead, what else is otherwise.
"""

import re
from collections.abc import Sequence

from bot.conversation import amending, besides, given
from bot.conversation.asking import Asking
from bot.conversation.messages import Question, Say
from bot.conversation.newcomers import Newcomer, bare, names_of
from bot.conversation.state import Draft, Wanted
from bot.conversation.steps.recap import YES
from bot.understanding import asides, confirmations, repeated, wishes, yes_or_no
from bot.understanding.changes import Kind
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.replies import Reply

# ---- a change that waits for a yes


async def settled(asking: Asking, text: str, people: Sequence[Person]) -> bool:
    """Whether words answer the change that waits for a yes; what they add to it is done too."""
    turn, wanted = asking.turn, asking.turn.dialogue.change
    answer = yes_or_no.read(text)
    rest = answer.rest if answer is not None and answer.reply is Reply.YES else ""
    if wanted is not None and rest:
        turn.dialogue.change = _closer(asking, wanted, rest)
    at = len(turn.replies)
    if not await amending.settled(asking, text, people):
        return False
    said = [one.text for one in turn.replies[at:] if isinstance(one, Say | Question)]
    more = repeated.beyond(rest, asked=wanted.asked if wanted else "", said=" ".join(said))
    if more and turn.dialogue.step is not None and turn.dialogue.change is None:
        await _go_on(asking, more, at)
    return True


async def _go_on(asking: Asking, more: str, at: int) -> None:
    """Do what was said besides the yes; only where that leads is asked then."""
    turn, step, until = asking.turn, asking.step, len(asking.turn.replies)
    if step.is_final and confirmations.read(more) is True:
        await asking.settle(step, YES)
    elif asides.asks_again(more):
        await besides.answer(asking.turn, [f"{more} ?"], at)
        return
    elif not (await given.hear(asking, more) or await _amended(asking, more)):
        return
    del turn.replies[at:until]


async def _amended(asking: Asking, text: str) -> bool:
    return await amending.heard(asking, text, given.read(asking.turn, text).people)


def _closer(asking: Asking, wanted: Wanted, rest: str) -> Wanted:
    """The change that was asked about as the words beside the yes say it more closely."""
    draft = asking.turn.draft
    if wanted.kind is Kind.SIZE and isinstance(wanted.value, int):
        leaving = _leaving(draft, rest, fewer=(draft.size or 0) - wanted.value)
        return Wanted(kind=Kind.LEAVE, place=leaving) if leaving else wanted
    if wanted.kind is not Kind.LEAVE or not _INSTEAD.search(plain(rest)):
        return wanted
    people = given.read(asking.turn, rest).people
    known = {plain(one.name) for one in draft.members}
    new = [one for one in names_of(people) if plain(" ".join(one)) not in known]
    if len(new) != 1:
        return wanted
    newcomer = Newcomer.among(people, new[0])
    return Wanted(
        kind=Kind.REPLACE,
        place=wanted.place,
        value=bare(new[0]),
        function=newcomer.function,
        organisation=newcomer.organisation,
    )


_INSTEAD = re.compile(r"\b(?:remplac\w*|replac\w*|a (?:sa|la|leur) place|instead)\b")


def _leaving(draft: Draft, rest: str, *, fewer: int) -> int:
    """The place of the one who does not come, where it is said: « oui, Patrice et moi »; else 0."""
    words = {*plain(rest).split()}
    named = [
        place
        for place, one in enumerate(draft.members, 1)
        if (one.is_writing and words & {"moi", "je", "me", "i"})
        or (one.name and {*plain(one.answers.get("first_name", "")).split()} <= words)
    ]
    others = [place for place in range(1, len(draft.members) + 1) if place not in named]
    leaving = named if wishes.gives_up(rest) else others
    return leaving[0] if fewer == 1 and len(leaving) == 1 else 0
