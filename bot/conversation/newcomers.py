"""What is said of somebody with the words that bring them in, so that it is not asked again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.state import MemberDraft, Wanted
from bot.conversation.steps.member import MemberName
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.role import MemberRole
from bot.conversation.turn import Turn
from bot.domain.party import Member
from bot.understanding import told
from bot.understanding.facts import Facts
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.roles import Role


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who comes too, or instead. Without function or organisation: not said yet."""

    name: Name
    function: str | None = None
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None

    @classmethod
    def among(cls, people: Sequence[Person], name: Name) -> "Newcomer":
        """What those whom a message tells of are said to be: the one of this name."""
        person = next((one for one in people if one.name == name), Person(name))
        is_shared = person.is_same or (person.is_ours and person.organisation is None)
        organisation = told.SAME if is_shared else person.organisation
        return cls(name, person.function, organisation, person.email, person.phone)

    @classmethod
    def wanted(cls, change: Wanted) -> "Newcomer":
        """Who comes by a change that waited for a yes."""
        return cls(
            name_of(change.value), change.function, change.organisation, change.email, change.phone
        )

    async def join(self, turn: Turn, place: int) -> None:
        """Put what is known of them into the draft, at a place that is theirs."""
        await MemberName(place).keep(turn, self.name)
        reached = {"email": self.email, "phone": self.phone}
        turn.draft.members[place - 1].put(**{key: one for key, one in reached.items() if one})
        if self.function is not None:
            await MemberRole(place).keep(turn, Role(self.function, self.organisation))
        elif self.organisation is not None:
            step = MemberOrganisation(place)
            same = step.organisation_before(turn, self.organisation)
            if same is not None or self.organisation != told.SAME:
                await step.keep(turn, same or self.organisation)


_SAME_POST = re.compile(
    r"\b(?:meme (?:fonction|poste|titre|role|metier)|same (?:job|position|role|post|title))\b"
)


_OF_THE_BODY = re.compile(
    r"\b(?:(?:de|d|a|dans) (?:l |la |le |cette |ce |son |sa |meme )+|(?:du|au) (?:meme )?)"
    r"(?P<kind>asso\w*|club|collectif|comite|foyer|amicale|syndicat|mairie|commune|comcom"
    r"|communaute|parc|entreprise|cooperative|cuma)\b(?! (?:de|du|d|des|la|les|le)\b)"
)


def post_of(left: MemberDraft | Member, text: str) -> dict[str, str]:
    """What who comes instead has of the one who leaves: « au même poste », « de l’asso »."""
    body = left.answers.get("organisation", "")
    found = _OF_THE_BODY.search(plain(text))
    if found is not None and plain(body).startswith(found["kind"][:4]):
        return {"organisation": body}
    if not _SAME_POST.search(plain(text)):
        return {}
    keys = ("function", "organisation", "category")
    return {key: left.answers[key] for key in keys if left.answers.get(key)}


_MINE = re.compile(
    r"\b(?:mon|ma|mes|my)\s(?:\w+\s)?(?:adresse|e-?mail|mail|courriel|num[ée]ro|t[ée]l\w*|portable"
    r"|mobile|phone|address|number|contact)\b|\b(?:le mien|la mienne|mine|me joindre)\b",
    re.IGNORECASE,
)


def with_theirs(told: Facts, text: str) -> Facts:
    """Give the one who is new the address and the number that are told with them.

    « Monique Faverjon vient avec moi. m.faverjon@… »; « mon mail » is that of who writes.
    """
    new = [one for one in told.people if one.name and not (one.place or one.is_writing)]
    if len(new) != 1 or _MINE.search(text):
        return told
    one = replace(new[0], email=new[0].email or told.email, phone=new[0].phone or told.phone)
    people = tuple(one if it is new[0] else it for it in told.people)
    return replace(told, people=people, email=None, phone=None)


def bare(value: int | str | Name | None) -> int | str | None:
    """A value as a dialogue keeps it: of a name, the last one follows a bar."""
    return "|".join(value) if isinstance(value, Name) else value


def name_of(kept: int | str | None) -> Name:
    """The name that was kept so."""
    first, _, last = str(kept or "").partition("|")
    return Name(first, last)


def names_of(people: Sequence[Person]) -> list[Name]:
    """The whole names among those whom a message tells of."""
    return [one.name for one in people if one.name is not None]
