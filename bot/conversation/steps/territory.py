"""Which territory the party comes from."""

import re

from markupsafe import Markup

from bot.conversation.state import Draft
from bot.conversation.steps import sharing
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.understanding import confirmations, roles, shouted, territories, told
from bot.understanding.normal import plain
from bot.understanding.results import Reading, Unclear, Understood

_OF_ALL = re.compile(
    r"[\s,]+(?:pour )?(?:tous|toutes) (?:les )?(?:deux|trois|2|3)\W*$", re.IGNORECASE
)
BODY = "body."
_WHOLE = 2
"""Words of a first and a last name."""
LABEL_AT_MOST = 60
"""Bytes of a button's label."""


def known(turn: Turn) -> str | None:
    """The territory that is registered, at a day that asks for it."""
    return turn.draft.noted_territory if turn.event.audience.territory else turn.draft.territory


def shown(turn: Turn) -> str | None:
    """The territory as it is read back: « Roisey, sauf avis contraire », where none was told."""
    noted = known(turn)
    if noted is None or turn.draft.territory is not None:
        return noted
    return turn.words.plain("territory.likely", territory=noted)


def _is_called(turn: Turn, text: str) -> bool:
    """« Martine Fournel », from the chat of a Martine: who writes says their name."""
    words = text.strip(" .,!").split()
    first = plain(turn.person.first_name).split()[:1]
    return len(words) == _WHOLE and plain(words[0]).split() == first and first != []


class Territory(Step):
    """The territory, as its people name it."""

    name = "territory"
    topic = "territory"

    def value(self, draft: Draft) -> str | None:
        """The territory, as told or as where they work tells it."""
        return draft.noted_territory

    async def question(self, turn: Turn) -> Markup:
        """Ask for the territory, with an example."""
        others, facts = turn.draft.is_for_others, self.facts(turn)
        return turn.words("territory.ask_others" if others else "territory.ask", **facts)

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """The bodies and the communes that those who come are from."""
        return [[Choice(one, f"{BODY}{at}")] for at, one in enumerate(self._bodies(turn))]

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The body of a button, or a territory read with doubt."""
        if not value.startswith(BODY):
            return value
        named, place = self._bodies(turn), value.removeprefix(BODY)
        return named[int(place)] if place.isdecimal() and int(place) < len(named) else None

    def _bodies(self, turn: Turn) -> list[str]:
        works = (one.organisation for one in turn.draft.members if one.organisation)
        known = dict.fromkeys(map(territories.of_organisation, works))
        return [one for one in known if one and len(one.encode()) <= LABEL_AT_MOST]

    def facts(self, turn: Turn) -> dict[str, object]:
        """An example: the event's, or one that is from nowhere."""
        example = turn.event.examples.territory
        return {"example": example or turn.words.plain("territory.example")}

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Read a territory's name; yes is the one that is offered, where there is one."""
        bodies = self._bodies(turn)
        if len(bodies) == 1 and confirmations.read(text) is True:
            return Understood(bodies[0])
        if _is_called(turn, text):
            return Unclear("person")
        return told.territory(_OF_ALL.sub("", shouted.quietly(text)))

    def _in_full(self, turn: Turn, said: str) -> str:
        """« Bellegrange », where somebody is of Bellegrange-sur-Ouvèze."""
        fuller = [one for one in self._bodies(turn) if plain(one).startswith(f"{plain(said)} ")]
        return fuller[0] if len(fuller) == 1 else said

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it, and say it back as it was written down."""
        answer = self._in_full(turn, answer)
        turn.draft.territory = answer
        for member in turn.draft.members:
            body = roles.community(member.function or "", territory=answer)
            if body is not None and member.organisation is None:
                sharing.give(member, body)
        return Kept(turn.words("territory.kept", territory=answer))
