"""Which territory the party comes from."""

from markupsafe import Markup

from bot.conversation.state import Draft
from bot.conversation.steps.step import Kept, Step
from bot.conversation.turn import Turn
from bot.understanding import told
from bot.understanding.results import Reading


class Territory(Step):
    """The territory, as its people name it."""

    name = "territory"
    topic = "territory"

    def value(self, draft: Draft) -> str | None:
        """The territory."""
        return draft.territory

    async def question(self, turn: Turn) -> Markup:
        """Ask for the territory, with an example."""
        others, facts = turn.draft.is_for_others, self.facts(turn)
        return turn.words("territory.ask_others" if others else "territory.ask", **facts)

    def facts(self, turn: Turn) -> dict[str, object]:
        """An example: the event's, or one that is from nowhere."""
        example = turn.event.examples.territory
        return {"example": example or turn.words.plain("territory.example")}

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Read a territory's name."""
        return told.territory(text)

    def heard_besides(self, text: str) -> tuple[str, ...]:
        """Everything: it is the first question."""
        return ("size", "people", "email", "phone")

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it, and say it back as it was written down."""
        turn.draft.territory = answer
        return Kept(turn.words("territory.kept", territory=answer))
