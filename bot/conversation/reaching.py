"""How who is written to is reached, as a message tells it."""

import re

from bot.conversation.state import MemberDraft
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.turn import Turn
from bot.understanding import addresses, emails
from bot.understanding.facts import Facts

_FOR_CONTACT = re.compile(
    r"contact|joindre|(?:[ée]cri|envoy)\w*(?! (?:[àa] )?chac)|remplac|plut[ôo]t"
    r"|pas (?:[àa] )?moi|instead"
    r"|write|send",
    re.IGNORECASE,
)
"""« écrivez plutôt à Fabien : … »: that is where the party is written to."""


async def note(turn: Turn, given: Facts) -> None:
    """How who is written to is reached; another address than is noted is put right."""
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
