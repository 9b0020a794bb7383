"""Who writes: one of those who come, or somebody who registers them."""

from markupsafe import Markup

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.understanding import names, writers
from bot.understanding.names import Name
from bot.understanding.results import Reading, Understood

NOBODY = 0
"""Stands among the places of those who come for « none of them »."""


def registrar(turn: Turn) -> MemberDraft:
    """Who writes and does not come, by the name that the channel tells, where it is one."""
    draft = MemberDraft(is_writing=True)
    person = turn.person
    told = names.read(f"{person.first_name} {person.last_name}") if person.family_name else None
    if isinstance(told, Understood) and told.value.is_short_enough:
        draft.put(first_name=person.first_name, last_name=person.last_name)
    return draft


class Writer(Step):
    """Whether who writes comes too, and as which of those who were named."""

    name = "writer"
    topic = "writer"
    is_aside = True

    def value(self, draft: Draft) -> str | None:
        """The place of the one who writes, or that it is none."""
        if draft.registrar is not None:
            return str(NOBODY)
        return str(draft.writing_place) if draft.writing_place else None

    async def question(self, turn: Turn) -> Markup:
        """Ask whether they come too."""
        return turn.words("writer.ask", n=len(turn.draft.members))

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """A button for each of those who come, and one for who does not."""
        people = [
            [Choice(turn.words.plain("writer.is", name=member.name), str(place))]
            for place, member in enumerate(turn.draft.members, 1)
        ]
        return [*people, [Choice(turn.words.plain("writer.nobody"), str(NOBODY))]]

    def is_answer(self, turn: Turn, text: str) -> bool:
        """« Je ne viens pas » is meant for this question."""
        return isinstance(self.read(turn, text), Understood)

    def read(self, turn: Turn, text: str) -> Reading[int]:
        """Read a name, a rank, or that they register others."""
        return writers.read(text, [member.name for member in turn.draft.members])

    def chosen(self, turn: Turn, value: str) -> int | None:
        """The place of a button."""
        known = value.isdecimal() and int(value) <= len(turn.draft.members)
        return int(value) if known else None

    async def keep(self, turn: Turn, answer: int) -> Kept:
        """Note it; how to reach them goes along."""
        draft = turn.draft
        if answer == NOBODY:
            draft.let_write(draft.registrar or registrar(turn))
        else:
            draft.let_write(draft.members[answer - 1])
        return Kept()


class RegistrarName(Step):
    """The name of who registers others and does not come."""

    name = "registrar"
    topic = "registrar"
    is_aside = True

    def value(self, draft: Draft) -> str | None:
        """The whole name."""
        known = draft.registrar
        return known.name if known is not None and known.last_name is not None else None

    async def question(self, turn: Turn) -> Markup:
        """Ask for it."""
        return turn.words("registrar.ask")

    def label(self, turn: Turn) -> str:
        """The name itself."""
        return self.value(turn.draft) or turn.words.plain("recap.fix.name")

    def read(self, turn: Turn, text: str) -> Reading[Name]:
        """Read a name."""
        return names.read(text)

    def chosen(self, turn: Turn, value: str) -> Name | None:
        """A name read with doubt and confirmed."""
        first, bar, last = value.partition("|")
        return Name(first, last) if bar else None

    def doubtful(self, value: Name) -> str:
        """First and last name, kept apart."""
        return f"{value.first}|{value.last}"

    async def keep(self, turn: Turn, answer: Name) -> Kept:
        """Note it."""
        if turn.draft.registrar is not None:
            turn.draft.registrar.put(first_name=answer.first, last_name=answer.last)
        return Kept()


def about_writer(*, has_registrar: bool) -> list[Step]:
    """What is asked about who writes, once it is known who comes."""
    return [Writer(), RegistrarName()] if has_registrar else [Writer()]
