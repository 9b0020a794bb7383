"""What an event asks besides, as its file says: of each member, or once a party."""

from collections.abc import Sequence

from markupsafe import Markup
from rapidfuzz import fuzz, process

from bot.conversation.state import Draft
from bot.conversation.steps.member import MemberCategory, MemberName
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.role import MemberRole
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.domain.event import Ask
from bot.domain.fields import LONGEST
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Reading, Unclear, Understood

WITHOUT = "without"
ALIKE = 85.0
"""From this similarity (0 to 100) on, what is written is taken for one of the choices."""
PERHAPS = 60.0
"""From here on, it is asked whether it is."""


class Asked(Step):
    """A question of the event's own: a choice among several answers, or a short text.

    `place` is the member's it is asked of; 0: it is asked once, of the party.
    """

    topic = "ask"

    def __init__(self, ask: Ask, place: int = 0) -> None:
        self._ask = ask
        self._place = place
        self.name = f"ask_{ask.key}.{place}" if place else f"ask_{ask.key}"

    def _answers(self, draft: Draft) -> dict[str, str]:
        return draft.members[self._place - 1].answers if self._place else draft.answers

    def value(self, draft: Draft) -> str | None:
        """The answer; `without` when they rather give none."""
        answer = self._answers(draft).get(self._ask.key)
        return WITHOUT if answer == "" else answer

    async def question(self, turn: Turn) -> Markup:
        """The question as the file has it, with the member's name where it wants one."""
        name = self._name(turn)
        question = self._ask.question.replace("{name}", name or turn.words.plain("ask.you"))
        is_said = not name or "{name}" in self._ask.question
        return turn.words("ask.ask" if is_said else "ask.ask_of", question=question, name=name)

    def _name(self, turn: Turn) -> str:
        """Of whom it is asked, where that is not the one who answers."""
        if not self._place or turn.draft.size == 1:
            return ""
        member = turn.draft.members[self._place - 1]
        return "" if member.is_writing else member.name

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Each possible answer; and to do without, where one may."""
        rows = [[Choice(one, str(at))] for at, one in enumerate(self._ask.choices, 1)]
        if self._ask.optional:
            rows.append([Choice(turn.words.plain("ask.without"), WITHOUT)])
        return rows

    def label(self, turn: Turn) -> str:
        """What the file calls it."""
        return self._ask.label

    def facts(self, turn: Turn) -> dict[str, object]:
        """The possible answers, and how long a text may be."""
        return {"choices": turn.words.either(self._ask.choices), "longest": LONGEST}

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """A text as it is; of choices, their number or the one that is meant."""
        said = " ".join(text.split())
        if len(said) > LONGEST:
            return Unclear("too_long")
        if not self._ask.choices:
            return Understood(said) if said else Unclear("empty")
        if said.isdecimal() and 1 <= int(said) <= len(self._ask.choices):
            return Understood(self._ask.choices[int(said) - 1])
        return self._nearest(said)

    def _nearest(self, said: str) -> Reading[str]:
        choices = {choice: plain(choice) for choice in self._ask.choices}
        found = process.extract(plain(said), choices, scorer=fuzz.token_set_ratio, limit=2)
        (_, best, choice), *others = found
        if best < PERHAPS or (others and others[0][1] == best):
            return Unclear("choice")
        return Understood(choice) if best >= ALIKE else Doubtful(choice, "choice")

    def skipped(self) -> str | None:
        """« Sans réponse », where one may."""
        return WITHOUT if self._ask.optional else None

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The answer of a button, or one read with doubt and confirmed."""
        if value == WITHOUT:
            return WITHOUT if self._ask.optional else None
        if value.isdecimal() and 1 <= int(value) <= len(self._ask.choices):
            return self._ask.choices[int(value) - 1]
        return value if value in self._ask.choices else None

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it."""
        given = "" if answer == WITHOUT else answer
        if self._place:
            turn.draft.members[self._place - 1].put(**{self._ask.key: given})
        else:
            turn.draft.answers = {**turn.draft.answers, self._ask.key: given}
        return Kept()


def about_member(asks: Sequence[Ask], place: int, *, may_be_fewer: bool = False) -> list[Step]:
    """The steps about one member; `may_be_fewer` offers to come without them."""
    return [
        MemberName(place, may_be_fewer=may_be_fewer),
        MemberRole(place),
        MemberOrganisation(place),
        MemberCategory(place),
        *(Asked(ask, place) for ask in asks if ask.of == "member"),
    ]


def about_party(asks: Sequence[Ask]) -> list[Step]:
    """What is asked once a party."""
    return [Asked(ask) for ask in asks if ask.of == "party"]
