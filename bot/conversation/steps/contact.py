"""How to reach the contact person."""

import re

from markupsafe import Markup

from bot.conversation.state import Draft
from bot.conversation.steps.step import Choice, Kept, Refused, Step
from bot.conversation.turn import Turn
from bot.understanding import confirmations, emails, facts, phones, refusals, whose_number
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Reading, Unclear, Understood

WITHOUT = "without"
_WITHOUT = re.compile(r"\b(?:sans|aucune?|pas d|n en a pas|without|none)\b")
SHARE = "share"
SHORT = 4
"""Words of a no that is nothing else."""


def _is_writing(turn: Turn) -> bool:
    return turn.draft.contact.is_writing


def _needs_phone(turn: Turn) -> bool:
    """Whether nothing else is known of how to reach them: there is no address."""
    known = turn.draft.contact
    return "email" in known.answers and known.email is None


def _is_short_no(text: str) -> bool:
    """« non », « non merci », not « c’est plutôt Julie qui vient »."""
    return confirmations.read(text) is False and len(text.split()) <= SHORT


class Email(Step):
    """The contact person's e-mail address; a telephone can stand in for it."""

    name = "email"
    topic = "email"

    def value(self, draft: Draft) -> str | None:
        """The address, or `without`."""
        return None if "email" not in draft.contact.answers else draft.contact.email or WITHOUT

    async def question(self, turn: Turn) -> Markup:
        """Ask for the address, and say that it serves for nothing else."""
        who = "self" if _is_writing(turn) else "other"
        return turn.words(f"email.ask.{who}", name=turn.draft.contact.name)

    async def again(self, turn: Turn) -> Markup:
        """Without what the address serves for, which was told."""
        who = "self" if _is_writing(turn) else "other"
        return turn.words(f"email.again.{who}", name=turn.draft.contact.name)

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Read an address, or that there is none: then there must be a telephone."""
        reading = emails.read(text)
        if isinstance(reading, Unclear) and whose_number.asks_whose(text):
            return Unclear("whose")
        is_none = reading == Unclear("refused") or phones.is_all_there_is(text)
        if not is_none or not isinstance(reading, Unclear):
            return reading
        known = turn.draft.contact
        has_other = known.phone is not None or "phone" not in known.answers
        return Understood(WITHOUT) if has_other else Unclear("needed")

    def need(self, turn: Turn) -> Markup:
        """An address or a number: one of them."""
        return turn.words("email.need")

    def chosen(self, turn: Turn, value: str) -> str | None:
        """An address read with doubt and confirmed; no button offers one."""
        return value if value == WITHOUT or "@" in value else None

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it; where there is none, say how they are reached."""
        contact = turn.draft.contact
        contact.put(email=None if answer == WITHOUT else answer)
        if answer != WITHOUT:
            if "phone" not in contact.answers and refusals.of_phone(turn.text):
                contact.put(phone=None)
            return Kept()
        return Kept(turn.words("email.without", name=turn.event.contact.name))


class EmailIfAny(Email):
    """The same, which may be left out where a telephone is known."""

    def value(self, draft: Draft) -> str | None:
        """The address, or `without`."""
        contact = draft.contact
        is_without = "email" in contact.answers and contact.phone
        return contact.email or (WITHOUT if is_without else None)

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Do without, where that can be."""
        if not turn.draft.contact.phone:
            return []
        return [[Choice(turn.words.plain("email.skip"), WITHOUT)]]

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Read an address, or that there is none."""
        reading = super().read(turn, text)
        is_no = _WITHOUT.search(plain(text)) or confirmations.read(text) is False
        may = isinstance(reading, Unclear) and is_no and turn.draft.contact.phone
        return Understood(WITHOUT) if may else reading

    def skipped(self) -> str:
        """« Sans e-mail »."""
        return WITHOUT

    def chosen(self, turn: Turn, value: str) -> str | None:
        """« Sans e-mail » where that can be, or an address."""
        if value == WITHOUT:
            return value if turn.draft.contact.phone else None
        return super().chosen(turn, value)

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it, or that they do without."""
        turn.draft.contact.put(email=None if answer == WITHOUT else answer)
        return Kept()


class Phone(Step):
    """The contact person's telephone; they may do without."""

    name = "phone"
    topic = "phone"

    def value(self, draft: Draft) -> str | None:
        """The number, E.164, or `without`."""
        return None if "phone" not in draft.contact.answers else draft.contact.phone or WITHOUT

    async def question(self, turn: Turn) -> Markup:
        """Ask for a number, the more so where there is no address."""
        if turn.draft.is_for_others:
            return turn.words("phone.ask_others", name=turn.draft.contact.name)
        return turn.words("phone.ask_needed" if _needs_phone(turn) else "phone.ask")

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """Share one's own number where the channel can, or do without."""
        share = Choice(turn.words.plain("phone.share"), SHARE)
        without = Choice(turn.words.plain("phone.without"), WITHOUT)
        shares = turn.channel.shares_number and not turn.draft.is_for_others
        offered = [share] if shares else []
        return [[*offered, *([] if _needs_phone(turn) else [without])]]

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Read a number, or that they would rather not give one."""
        reading = phones.read(text, country=turn.event.country)
        if isinstance(reading, Doubtful):  # « mon portable : 06…, le secrétariat : 04… »
            told = facts.number(text, country=turn.event.country)
            reading = Understood(told) if told is not None else reading
        if isinstance(reading, Unclear) and whose_number.asks_whose(text):
            return Unclear("whose")
        is_no = reading == Unclear("refused") or _is_short_no(text)
        if _needs_phone(turn) and (is_no or reading == Unclear("no_number")):
            return Unclear("needed")
        return Understood(WITHOUT) if isinstance(reading, Unclear) and is_no else reading

    def need(self, turn: Turn) -> Markup:
        """Only where there is no address."""
        return turn.words("email.need" if _needs_phone(turn) else "phone.need")

    def read_contact(self, turn: Turn, phone: str, *, own: bool) -> Reading[str] | Refused:
        """Read a card, if it can be the contact person's."""
        if own or not _is_writing(turn):
            return self.read(turn, phone)
        return Refused(turn.words("contact.of_other"))

    def helps(self, turn: Turn, value: str) -> bool:
        """« Partager mon numéro » lays the keyboard that does it."""
        if value == SHARE:
            turn.lay_keyboard("phone.how", label="phone.share")
        return value == SHARE

    def skipped(self) -> str:
        """« Sans téléphone »."""
        return WITHOUT

    def chosen(self, turn: Turn, value: str) -> str | None:
        """« Sans téléphone », or a number read with doubt and confirmed."""
        is_without = value == WITHOUT and not _needs_phone(turn)
        return value if is_without or value.startswith("+") else None

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it, or that they do without."""
        turn.draft.contact.put(phone=None if answer == WITHOUT else answer)
        return Kept()


def about_reaching(draft: Draft) -> list[Step]:
    """How the contact person is reached: of whom an organiser answers for, one way suffices."""
    return [Phone(), EmailIfAny()] if draft.is_for_others else [Email(), Phone()]
