"""What the readers of words find in a message, by name: what it does is learnt from that as well.

A reader alone is right about the words it was written beside, and fires on others; what is learnt
tells when to believe it.
"""

from collections.abc import Callable, Iterator
from enum import Enum

from bot.understanding import (
    agreed,
    arrivals,
    asides,
    changes,
    checks,
    closing,
    company,
    complaints,
    concerns,
    confirmations,
    erasing,
    lateness,
    openings,
    passing_on,
    presence,
    proposals,
    reasons,
    repeated,
    replies,
    seeking,
    whose_lateness,
    wishes,
    writers,
    yes_or_no,
)
from bot.understanding.yes_or_no import Answer

Reader = Callable[[str], object]

READERS: dict[str, Reader] = {
    "agreed.excepts": agreed.excepts,
    "agreed.goes_ahead": agreed.goes_ahead,
    "agreed.hinders": agreed.hinders,
    "agreed.says_only_yes": agreed.says_only_yes,
    "agreed.says_yes": agreed.says_yes,
    "agreed.waits": agreed.waits,
    "arrivals.may_tell": arrivals.may_tell,
    "asides.read": asides.read,
    "changes.is_refused": changes.is_refused,
    "changes.is_request": changes.is_request,
    "changes.may_be_told": changes.may_be_told,
    "checks.counts": checks.counts,
    "checks.read": checks.read,
    "closing.says_to_reach_them": closing.says_to_reach_them,
    "company.brings_one": company.brings_one,
    "company.is_alone": company.is_alone,
    "complaints.is_blaming": complaints.is_blaming,
    "concerns.read": concerns.read,
    "confirmations.read": confirmations.read,
    "erasing.asked": erasing.asked,
    "erasing.asks_to_see": erasing.asks_to_see,
    "lateness.is_moved": lateness.is_moved,
    "lateness.is_taken_back": lateness.is_taken_back,
    "openings.is_for_another_party": openings.is_for_another_party,
    "openings.is_for_somebody_else": openings.is_for_somebody_else,
    "openings.is_mine": openings.is_mine,
    "openings.wants_a_yes": openings.wants_a_yes,
    "passing_on.to_pass_on": passing_on.to_pass_on,
    "presence.is_supposed": presence.is_supposed,
    "presence.may_tell": presence.may_tell,
    "presence.says_away": presence.says_away,
    "proposals.read": proposals.read,
    "reasons.asks_why": reasons.asks_why,
    "repeated.is_same_person": repeated.is_same_person,
    "replies.is_there": replies.is_there,
    "replies.read": replies.read,
    "replies.wants_something_first": replies.wants_something_first,
    "seeking.has_found": seeking.has_found,
    "seeking.read": seeking.read,
    "whose_lateness.may_tell": whose_lateness.may_tell,
    "wishes.asked_about": wishes.asked_about,
    "wishes.comes_oneself": wishes.comes_oneself,
    "wishes.contradicts": wishes.contradicts,
    "wishes.gives_up": wishes.gives_up,
    "wishes.leaves": wishes.leaves,
    "wishes.only_asks": wishes.only_asks,
    "wishes.stays": wishes.stays,
    "wishes.stops": wishes.stops,
    "wishes.takes_back": wishes.takes_back,
    "writers.comes": writers.comes,
    "writers.does_not_come": writers.does_not_come,
    "writers.only_registers": writers.only_registers,
    "writers.others_wish": writers.others_wish,
    "yes_or_no.read": yes_or_no.read,
    "yes_or_no.reply": yes_or_no.reply,
}
"""The names are learnt with the weights: whoever renames one teaches anew."""


def found(text: str) -> Iterator[str]:
    """Give the names of the readers that find something, with what they find."""
    for name, read in READERS.items():
        match read(text):
            case None | False:
                pass
            case Answer(reply=reply, rest=rest):
                yield f"!{name}={reply.value}{'+' if rest else ''}"
            case Enum(value=value):
                yield f"!{name}={value}"
            case _:
                yield f"!{name}"
