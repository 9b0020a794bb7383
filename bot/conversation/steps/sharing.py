"""Organisations that several of them have: « la même que moi », « pour nous deux », « notre »."""

import re
from collections.abc import Sequence

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.turn import Turn
from bot.domain.party import Category
from bot.understanding import categories, organisations, roles
from bot.understanding.normal import plain, vocabulary


def of_another(draft: Draft, place: int) -> str | None:
    """Give the organisation of the member before, of who writes, or of another; None: none yet."""
    asked, members = draft.members[place - 1], draft.members
    before = [members[place - 2]] if place > 1 else []
    own = [one for one in members if one.is_writing]
    ordered = [one for one in (*before, *own, *members) if one is not asked]
    return next((one.organisation for one in ordered if one.organisation), None)


_BARE = vocabulary(
    """
    mairie commune communaute communes agglomeration agglo com cc de d metropole parc naturel
    regional syndicat mixte association asso club comite departement region pays petr office
    tourisme collectif amicale foyer gaec earl ferme reseau federation cooperative ecole college
    lycee centre social ccas
    """
)


def fuller(draft: Draft, said: str, more: Sequence[str] = ()) -> str:
    """« à la communauté de communes », « la cc », where just one is known: its whole name.

    `more`: other bodies that are told of.
    """
    words = _kind(said)
    told = [draft.noted_territory, *(one.organisation for one in draft.members), *more]
    told += draft.known_bodies[:1]
    whole = {plain(one): one for one in told if one and _kind(one)[: len(words)] == words}
    is_bare = bool(words) and _BARE.issuperset(words) and plain(said) not in whole
    return next(iter(whole.values())) if is_bare and len(whole) == 1 else said


_SHORT = {
    "asso": "association",
    "cc": "communaute de communes",
    "comcom": "communaute de communes",
    "interco": "communaute de communes",
    "ca": "communaute d agglomeration",
    "agglo": "communaute d agglomeration",
    "pnr": "parc naturel regional",
}
"""How bodies are called for short."""


def _kind(said: str) -> list[str]:
    """The words of a name, its kind written out: « ma com com » is a « communaute de communes »."""
    name = re.sub(r"^(?:(?:a|la|le|l|ma|notre) )+", "", plain(said)).replace("com com", "comcom")
    first, _, rest = name.partition(" ")
    return f"{_SHORT.get(first, first)} {rest}".split()


def share(turn: Turn, member: MemberDraft, organisation: str) -> None:
    """« le Parc, pour Léa et moi », « notre directeur »: others have this organisation too."""
    members = turn.draft.members
    is_of_all = bool(turn.text) and organisations.is_of_all(turn.text)
    is_of_all &= not organisations.is_behind(turn.text, function=member.function, body=organisation)
    ours = [one for one in members if one.is_among_us or one.is_writing]
    is_ours = any(one is member for one in ours) and any(one.is_among_us for one in ours)
    everyone = [*members, *turn.draft.others]
    for one in everyone if is_of_all else ours if is_ours else ():
        is_somebody = one is member or one.is_writing or one.is_among_us or bool(one.name)
        if one.organisation is None and is_somebody:
            give(one, organisation)


def share_hall(draft: Draft) -> None:
    """« Luc, maire de Roisey, et mon adjoint »: there is but one town hall in a party."""
    halls = {
        one.organisation
        for one in draft.members
        if one.organisation and plain(one.organisation).startswith("mairie d")
    }
    for one in [*draft.members, *draft.others] if len(halls) == 1 else ():
        is_theirs = one.function is not None and roles.is_of_a_town(one.function)
        if is_theirs and one.organisation is None:
            give(one, next(iter(halls)))


def give(member: MemberDraft, organisation: str) -> None:
    """Note where somebody works, and in what capacity they come where that tells it."""
    known = categories.infer(member.function or "", member.organisation)
    member.put(organisation=organisation)
    is_open = member.category in (None, known) and not member.is_titled
    if member.function is not None and is_open:
        category = categories.infer(member.function, organisation)
        member.put(**({"category": category} if category is not None else {}))


def share_capacity(draft: Draft) -> None:
    """Who is of a body of which the others come as civil society does so too."""
    for one in draft.members:
        others = {
            other.category
            for other in draft.members
            if other is not one and plain(other.organisation or "") == plain(one.organisation or "")
        }
        is_told = bool(one.organisation) and one.function is not None
        if is_told and one.category is None and others == {Category.CIVIL}:
            one.put(category=Category.CIVIL)
