"""How who is written to is reached, as a message tells it."""

import re

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.turn import Turn
from bot.understanding import addresses, emails, half_addresses, half_numbers
from bot.understanding.facts import Facts

_FOR_CONTACT = re.compile(
    r"contact|joindre|(?:[ée]cri|envoy)\w*(?! (?:[àa] )?chac)|remplac|plut[ôo]t"
    r"|pas (?:[àa] )?moi|instead"
    r"|write|send",
    re.IGNORECASE,
)
"""« écrivez plutôt à Fabien : … »: that is where the party is written to."""


async def with_whole_addresses(turn: Turn, text: str) -> str:
    """Write out what is told by half: « gmail et pas orange », « le 63 08, c’est celui de Léa »."""
    if half_numbers.may_tell(text):
        text = half_numbers.written_out(text, await _known_numbers(turn))
    known = await _known_addresses(turn) if half_addresses.may_tell(text) else {}
    found = half_addresses.put_right(text, list(known))
    if found is None:
        return text
    at, address, rest = found
    name = list(known.values())[at]
    told = f"l’adresse e-mail de {name} est" if name else "mon adresse e-mail est"
    return f"{told} {address}. {rest}".rstrip(" .")


async def _known_numbers(turn: Turn) -> list[str]:
    """Each number that is noted, that of who is written to first."""
    draft = turn.dialogue.draft
    party = await turn.registered() if draft is None else None
    contact = draft.contact if draft and draft.members else party.contact if party else None
    everyone = [*draft.members, *draft.others] if draft else party.everyone if party else ()
    return [one.phone for one in (contact, *everyone) if one is not None and one.phone]


async def _known_addresses(turn: Turn) -> dict[str, str]:
    """Each address that is noted or waits for a yes, and the name of whom it is, but who writes."""
    draft, wanted = turn.dialogue.draft, turn.dialogue.change
    party = await turn.registered() if draft is None else None
    contact = draft.contact if draft and draft.members else party.contact if party else None
    everyone = [*draft.members, *draft.others] if draft else party.everyone if party else ()
    known = {one.email: one.name for one in everyone if one.email and one is not contact}
    if wanted is not None and "@" in str(wanted.value):
        return {str(wanted.value): ""} | known
    return {contact.email: ""} | known if contact is not None and contact.email else known


async def note(turn: Turn, given: Facts) -> list[str]:
    """How who is written to is reached; another address than is noted is put right.

    Gives which of `email` and `phone` they are to do without.
    """
    draft = turn.draft
    if not draft.members:
        draft.members = [MemberDraft()]
    if given.email and given.email != draft.contact.email and not _is_of_another(turn, given):
        await Email().keep(turn, given.email)
        for member in (*draft.members, *draft.others):
            if member is not draft.contact and member.email == given.email:
                del member.answers["email"]  # it stands after their name, and is the party's
    if given.phone and given.phone != draft.contact.phone:
        await Phone().keep(turn, given.phone)
    without = may_do_without(draft, given)
    draft.contact.put(**dict.fromkeys(without))
    return without


def hand_over(turn: Turn, given: Facts) -> None:
    """« le numéro que j’ai donné est celui de Léa »: it is not that of who writes any more."""
    draft = turn.draft
    if not draft.members or given.phone or not _NOT_MINE.search(turn.text):
        return
    others = {one.phone for one in given.people if not one.is_writing and one.phone}
    if draft.contact.phone in others and turn.draft.writing_place:
        owners = [one for one in draft.members if one.phone == draft.contact.phone]
        if len(owners) > 1:
            del draft.contact.answers["phone"]


_NOT_MINE = re.compile(
    r"\b(?:pas|plus|not) (?:le mien|[àa] moi|mon|mine|my)\b"
    r"|\btromp|\binvers|\berreur\b|\bdonn[ée]|\boups\b",
    re.IGNORECASE,
)


def may_do_without(draft: Draft, given: Facts) -> list[str]:
    """Which of `email` and `phone` is said to be none, where the other one is there, or asked."""
    known = draft.contact if draft.members else MemberDraft()
    has_phone = bool(given.phone or known.phone)
    may = {
        "email": has_phone and not given.email,
        "phone": "email" not in known.answers or known.email,
    }
    return [what for what in sorted(given.without) if may[what] and what not in known.answers]


def _is_of_another(turn: Turn, given: Facts) -> bool:
    """Whether the address of a message is of one who comes, and not where the party is written to.

    « J’inscris Julien Roche, julien.roche@… »: it bears their name, and not that of who writes.
    """
    draft, address = turn.draft, given.email or ""
    owners = [one for one in given.people if not one.is_writing and one.email == address]
    if not owners or _FOR_CONTACT.search(turn.text):
        return False
    lead = turn.text.partition(address)[0]
    is_known = bool(draft.contact.email) or (draft.registrar is None and emails.is_theirs(lead))
    called = " ".join(owners[0].name) if owners[0].name else ""
    return is_known or [*addresses.theirs(address, [called, turn.called])] == [0]
