"""What is sent to the team with the registration: never asked, but put right from the recap."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.state import Draft
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.understanding import confirmations
from bot.understanding.results import Reading, Unclear, Understood
from bot.usecases.questions import LONGEST

NOTHING = "nothing"


def told(draft: Draft) -> list[Step]:
    """The step, where anything was told for the team."""
    return [ForTeam()] if draft.for_team else []


def shown(turn: Turn) -> list[Markup]:
    """« Pour l’équipe : « je suis en fauteuil » », where anything was told."""
    said = turn.draft.for_team
    return [turn.words("recap.for_team", said=phrases.quoted(turn.words, said))] if said else []


class ForTeam(Step):
    """What only the team has use for, in the words of who writes."""

    name = "for_team"
    topic = "for_team"
    is_aside = True

    def value(self, draft: Draft) -> str:
        """The words."""
        return " ".join(draft.for_team)

    async def question(self, turn: Turn) -> Markup:
        """Ask for it as the team is to read it."""
        return turn.words("for_team.ask")

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """To send nothing."""
        return [[Choice(turn.words.plain("for_team.nothing"), NOTHING)]]

    def facts(self, turn: Turn) -> dict[str, object]:
        """How long it may be."""
        return {"longest": LONGEST}

    def is_answer(self, turn: Turn, text: str) -> bool:
        """Whatever is written is meant for the team."""
        return True

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Take the words as they are; a no sends nothing."""
        if confirmations.read(text) is False:
            return Understood(NOTHING)
        return Understood(text.strip()) if len(text) <= LONGEST else Unclear("too_long")

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The button that sends nothing."""
        return value if value == NOTHING else None

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Keep these words instead of those before."""
        turn.draft.for_team = [] if answer == NOTHING else [answer]
        return Kept()
