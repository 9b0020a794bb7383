"""The recap, from which any answer can be corrected, and the confirmation."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.conversation import arriving, phrases
from bot.conversation.state import Draft
from bot.conversation.steps import territory
from bot.conversation.steps.asked import about_member, about_party
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.for_team import shown, told
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Choice, Corrections, Kept, Step
from bot.conversation.steps.territory import Territory
from bot.conversation.steps.writer import RegistrarName, Writer
from bot.conversation.turn import Turn
from bot.understanding import agreed, confirmations
from bot.understanding.act import Act
from bot.understanding.results import Reading, Unclear, Understood

YES = "yes"
MEMBER = "member"
"""Stands, with a place, for all that was answered about that member."""


class Recap(Step):
    """Everything once more, then yes."""

    name = "recap"
    topic = "recap"
    is_final = True

    def value(self, draft: Draft) -> None:
        """Never answered: a yes ends the draft."""
        return

    async def question(self, turn: Turn) -> Markup:
        """The answers, a line each, and the privacy notice."""
        words, draft = turn.words, turn.draft
        people, answers = draft.members, draft.answers
        recap = phrases.recap(
            words,
            turn.event,
            territory.shown(turn),
            people,
            answers,
            draft.contact,
            phrases.Reader.ANSWERING if draft.is_for_others else phrases.Reader.CONTACT,
        )
        if draft.waits and draft.seats:
            waiting = draft.members[draft.seats :]
            names = words.listing(member.name for member in waiting)
            recap += phrases.LINE + words("recap.waiting", names=names)
        for line in [*arriving.lines(turn), *shown(turn)]:
            recap += phrases.LINE + line
        if names := words.listing(one.name for one in draft.others if one.name):
            recap += phrases.LINE + words("recap.next", names=names)
        price = turn.event.answers.get("price")
        if price is not None:
            recap += phrases.PARAGRAPH + words("recap.cost", fact=price)
        notice = words(
            "privacy.short_others" if draft.is_for_others else "privacy.short",
            keeper=turn.event.privacy.keeper,
            until=words.day(turn.event.erase_at),
        )
        return words("recap.ask", answers=recap, notice=notice)

    async def again(self, turn: Turn) -> Markup:
        """Not the whole recap once more: it stands above."""
        return turn.words("recap.again")

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Confirm."""
        key = "recap.confirm" if turn.draft.seats else "recap.confirm_waiting"
        if turn.draft.is_for_others and not turn.draft.seats:
            key = "recap.confirm_waiting_others"
        return [[Choice(turn.words.plain(key), YES)]]

    def corrections(self, turn: Turn) -> list[list[Choice]]:
        """A button for each line."""
        members = [
            [Choice(f"{place}. {member.name}", f"{MEMBER}.{place}")]
            for place, member in enumerate(turn.draft.members, 1)
            if member.last_name is not None
        ]
        party: list[Step] = [Territory()] if turn.event.audience.territory else []
        party += [Size()] if turn.event.seats.only_size is None else []
        rows = [
            _fixes(turn, party),
            *members,
            *(self._contact(turn) if turn.draft.members else []),
            *([one] for one in _fixes(turn, [*about_party(turn.event.ask), *told(turn.draft)])),
        ]
        return [row for row in rows if row]

    def _contact(self, turn: Turn) -> list[list[Choice]]:
        """Who is written to, and how."""
        draft = turn.draft
        known: list[Step] = [RegistrarName()] if draft.registrar is not None else []
        who: list[Step] = [Writer()] if len(draft.members) > 1 and not known else []
        return [_fixes(turn, known), _fixes(turn, [*who, Email(), Phone()])]

    def corrections_of(self, turn: Turn, name: str) -> Corrections | None:
        """A member's line stands for all their answers."""
        kind, _, place = name.partition(".")
        members = dict(enumerate(turn.draft.members, 1))
        member = members.get(int(place)) if place.isdecimal() else None
        if kind != MEMBER or member is None:
            return None
        fixes = _fixes(turn, about_member(turn.event.ask, int(place)))
        back = Choice(turn.words.plain("button.back"), self.name)
        question = turn.words("recap.fix", name=member.name)
        pairs = [fixes[at : at + 2] for at in range(0, len(fixes), 2)]
        return Corrections(question, [*pairs, [back]])

    def cannot_skip(self, turn: Turn) -> Markup:
        """They confirm, or correct."""
        return turn.words("recap.finish")

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Yes confirms; anything else corrects, and the buttons say how."""
        is_question = turn.asks_rather_than(Act.AGREES)
        match confirmations.read(text):
            case True if not is_question:
                return Understood(YES)
            case False if agreed.says_more(text):
                return Unclear("no" if turn.may(Act.REFUSES) else "change")
            case _ if agreed.says_only_yes(text) and not is_question:
                return Understood(YES)
            case None if agreed.waits(text):
                return Unclear("later")
            case None if agreed.asks_for_more(text):
                return Unclear("no" if turn.may(Act.REFUSES) else "change")
            case None if confirmations.asks_to_confirm(text) and not is_question:
                return Understood(YES)
            case _ if Act.CORRECTS in turn.likely_acts():
                return Unclear("change")
            case _:
                return Unclear("neither")

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The button « Confirmer »."""
        return YES if value == YES else None

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Nothing to note: the registration confirms the whole draft."""
        return Kept()


def _fixes(turn: Turn, steps: Iterable[Step]) -> list[Choice]:
    answered = (step for step in steps if step.value(turn.draft) is not None)
    return [Choice(step.label(turn), step.name) for step in answered]


class OwnRecap(Recap):
    """A teammate's own details."""

    async def question(self, turn: Turn) -> Markup:
        """Their own line, and how they are reached."""
        draft = turn.draft
        people, own = draft.members, draft.contact
        recap = phrases.recap(turn.words, turn.event, territory.shown(turn), people, {}, own)
        return turn.words("team.recap", answers=recap)

    async def again(self, turn: Turn) -> Markup:
        """In short."""
        return turn.words("team.again")

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Confirm."""
        return [[Choice(turn.words.plain("team.confirm"), YES)]]

    def corrections(self, turn: Turn) -> list[list[Choice]]:
        """What concerns themselves; the territory is the party's."""
        return super().corrections(turn)[1:]
