"""Words taken out of an answer: « enlevez le « euh » », before it is sent and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.conversation.state import MemberDraft
from bot.domain.party import Member
from bot.understanding import changes

_KEYS = ("function", "organisation", "first_name", "last_name")

Someone = TypeVar("Someone", Member, MemberDraft)


@dataclass(frozen=True, slots=True)
class Struck(Generic[Someone]):
    """An answer without the words: whose, which, and what is left of it."""

    member: Someone | None
    """None: it is the territory."""
    key: str
    rest: str


def found(text: str, territory: str | None, members: Sequence[Someone]) -> Struck[Someone] | None:
    """The one answer that has the words which a text strikes out; None: none, or several."""
    for words in changes.struck(text):
        answers: list[tuple[Someone | None, str, str]] = [(None, "territory", territory or "")]
        answers += [(one, key, one.answers.get(key) or "") for one in members for key in _KEYS]
        having = [
            Struck(member, key, rest)
            for member, key, said in answers
            if (rest := changes.without(said, words=words))
        ]
        if len(having) == 1:
            return having[0]
    return None
