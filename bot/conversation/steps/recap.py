"""The recap, from which any answer can be corrected, and the confirmation."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.state import Draft
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.understanding import confirmations
from bot.understanding.results import Reading, Unclear, Understood

YES = "yes"


class Recap(Step):
    """Everything once more, then yes."""

    name = "recap"
    topic = "recap"

    def value(self, draft: Draft) -> None:
        """Never answered: a yes ends the draft."""
        return

    async def question(self, turn: Turn) -> Markup:
        """The answers, a line each, and the privacy notice."""
        words, draft = turn.words, turn.draft
        recap = phrases.recap(words, draft.territory, draft.members, draft.email, draft.phone)
        if draft.waits and draft.seats:
            waiting = draft.members[draft.seats :]
            names = words.listing(member.name for member in waiting)
            recap += phrases.LINE + words("recap.waiting", names=names)
        notice = words(
            "privacy.short",
            keeper=turn.event.privacy.keeper,
            until=words.day(turn.event.erase_at),
        )
        return words("recap.ask", answers=recap, notice=notice)

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Confirm."""
        all_wait = turn.draft.seats == 0
        key = turn.words.plain("recap.confirm_waiting" if all_wait else "recap.confirm")
        return [[Choice(key, YES)]]

    def corrections(self, turn: Turn) -> list[list[Choice]]:
        """A button for each line."""
        words = turn.words
        members = [
            [Choice(f"{place}. {member.name}", f"member.{place}")]
            for place, member in enumerate(turn.draft.members, 1)
        ]
        return [
            [
                Choice(words.plain(f"recap.fix.{name}"), name)
                for name in ("territory", "size")
                if name not in turn.draft.unasked
            ],
            *members,
            [
                Choice(words.plain("recap.fix.email"), "email"),
                Choice(words.plain("recap.fix.phone"), "phone"),
            ],
        ]

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Yes confirms; anything else corrects, and the buttons say how."""
        match confirmations.read(text):
            case True:
                return Understood(YES)
            case False:
                return Unclear("no")
            case None:
                return Unclear("neither")

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The button « Confirmer »."""
        return YES if value == YES else None

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Nothing to note: the registration confirms the whole draft."""
        return Kept()


class OwnRecap(Recap):
    """A teammate's own details."""

    async def question(self, turn: Turn) -> Markup:
        """Their own line, and how they are reached."""
        draft = turn.draft
        recap = phrases.recap(turn.words, draft.territory, draft.members, draft.email, draft.phone)
        return turn.words("team.recap", answers=recap)

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Confirm."""
        return [[Choice(turn.words.plain("team.confirm"), YES)]]

    def corrections(self, turn: Turn) -> list[list[Choice]]:
        """What concerns themselves; the territory is the party's."""
        return super().corrections(turn)[1:]
