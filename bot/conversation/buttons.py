"""What a button stands for, packed into the 64 bytes that come back when it is pressed.

`2:7:programme:2` is a button about the event of key 7 that always works. `2:7:choose:2:k3f9x2ab:4`
belongs to draft `k3f9x2ab` at revision 4: pressed when the draft has moved on, it changes nothing.
The leading number is the version of this form. Buttons of version 1 name no event: there was one.
`3:7:PIL-7F3K:change` is one that an organiser presses for a party that is not theirs.
"""

import re
from dataclasses import dataclass

from bot.domain.keys import NO_CODE, NO_EVENT, EventKey, PartyCode

_VERB = re.compile(r"[a-z_]{1,12}")
_FORM = re.compile(
    r"(?:1|2:(?P<event>[0-9]{1,6})|3:(?P<of>[0-9]{1,6}):(?P<party>[A-Z]{2,5}-[2-9A-Z]{4}))"
    rf":(?P<verb>{_VERB.pattern})"
    r"(?::(?P<argument>[A-Za-z0-9_.-]{0,24})"
    r"(?::(?P<draft>[a-z0-9]{8}):(?P<revision>[0-9]{1,9}))?)?"
)


class Verb:
    """What a button does, by the word that comes back when it is pressed.

    Raises:
        ValueError: the word does not fit into a button.
    """

    def __init__(self, verb: str) -> None:
        if not _VERB.fullmatch(verb):
            raise ValueError(f"no verb of a button: {verb!r}")
        self.verb = verb


@dataclass(frozen=True, slots=True)
class ButtonData:
    """A verb, perhaps with an argument, perhaps of one draft at one revision."""

    verb: str
    argument: str = ""
    draft: str = ""
    revision: int = 0
    event: EventKey = NO_EVENT
    """The event it is about; 0: the button says none."""
    acting_for: PartyCode = NO_CODE
    """The party that an organiser acts for who presses it; empty: nobody's but their own."""

    def pack(self) -> str:
        """These as callback data."""
        party = f"3:{self.event}:{self.acting_for}" if self.acting_for else f"2:{self.event}"
        packed = f"{party}:{self.verb}"
        if self.argument or self.draft:
            packed += f":{self.argument}"
        if self.draft:
            packed += f":{self.draft}:{self.revision}"
        return packed


def unpack(data: str) -> ButtonData | None:
    """What callback data says; None when it is not of this form, to the letter."""
    found = _FORM.fullmatch(data)
    if found is None:
        return None
    return ButtonData(
        found["verb"],
        found["argument"] or "",
        found["draft"] or "",
        int(found["revision"] or 0),
        EventKey(int(found["event"] or found["of"] or 0)),
        PartyCode(found["party"] or ""),
    )


def is_lasting(data: str) -> bool:
    """Whether this is the data of a button that always works, not of a question's."""
    found = unpack(data)
    return found is not None and not found.draft
