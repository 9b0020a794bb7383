"""Who leaves, who comes instead and who comes too, of those registered, as a message tells it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.turn import Turn
from bot.domain.party import Member, Party, Registrar
from bot.understanding import changes as said_changes
from bot.understanding import presence
from bot.understanding.changes import Change, Kind
from bot.understanding.facts import Facts
from bot.understanding.known_people import Known, People
from bot.understanding.names import Name
from bot.understanding.normal import plain


def people(turn: Turn, party: Party) -> People:
    """Everybody of a party, as words may mean them."""
    return known(party.everyone, None if turn.acting_for else party.spoken_to_at(turn.address))


def known(members: Sequence[Member], writing: Member | Registrar | None) -> list[Known]:
    """The same of some of them; `writing`: who of them writes, if anybody does."""
    return [
        Known(one.first_name, one.last_name, one.function, is_writing=one is writing)
        for one in members
    ]


def who_comes(
    party: Party, told: Facts, text: str, *, known: People, country: str, is_asked: bool
) -> list[Change]:
    """Give the changes that a message tells; a name without a word more tells none.

    `is_asked`: it was asked who leaves.
    """
    said = said_changes.read(text, known, country=country, is_recap=True)
    staying = _staying(party, told, said, text, is_asked=is_asked)
    if staying:
        gone = [at for at in range(len(party.everyone)) if at + 1 not in staying]
        return [Change(Kind.LEAVE, at) for at in gone]
    new = [one.name for one in told.people if one.name and not one.place and not one.is_writing]
    new = [name for name in new if {*plain(text).split()} - {*plain(" ".join(name)).split()}]
    leaving = _leaving(party, told, text, known)
    if new and not leaving:
        leaving = _left_by_words(said) or _replaced(party, text)
    if leaving and not new and (told.email or told.phone):
        leaving = _left_by_words(said)  # « mettez le mail de Paul plutôt que le mien »
        if len(leaving) == len(party.everyone):
            return []
    if leaving and not new and _GIVES_ALL_UP.search(plain(text)):
        return []  # that is another topic's
    if len(leaving) == 1 and not new and _is_half_named(told):
        return [Change(Kind.REPLACE, leaving[0])]
    if len(leaving) == len(party.everyone) and not new:
        return [Change(Kind.LEAVE_ALL)]
    replaced = [Change(Kind.REPLACE, at, name) for at, name in zip(leaving, new, strict=False)]
    left = [Change(Kind.LEAVE, at) for at in leaving[len(new) :]]
    added = [Change(Kind.ADD, None, name) for name in new[len(leaving) :]]
    return [*replaced, *left, *added]


_GIVES_ALL_UP = re.compile(
    r"^(?!.*\b(?:moi|ma|mienne|seule?|sa|son|place|me|my)\b)"
    r"(?:(?:bonjour|desole\w*|pardon|bon|helas|finalement|bonsoir) )*"
    r"(?:je|j|on|nous|il faut|i|we) (?:\w+ ){0,4}(?:annul\w+|cancel\w*)\b"
)
"""« je dois annuler »: the whole registration."""


def _is_half_named(told: Facts) -> bool:
    """« c’est Nadège qui vient »: somebody comes instead, whose last name is asked."""
    return any(one.called and not (one.place or one.is_writing) for one in told.people)


def _leaving(party: Party, told: Facts, text: str, people: People) -> list[int]:
    """Who does not come; nobody stays only where that is sure of each.

    Who is said by their name to come does.
    """
    said = presence.read(text, people)
    staying = said.named | said.unsure
    gone = [one for one in told.people if one.leaves and one.place - 1 not in staying]
    sure = [one for one in gone if one.surely_leaves]
    is_all = len(gone) == len(party.everyone) > 1
    return [one.place - 1 for one in (sure if is_all and sure else gone)]


def _staying(
    party: Party, told: Facts, said: Change | None, text: str, *, is_asked: bool
) -> set[int]:
    """« on sera deux, Julie et moi »: the places of who stays, where the others leave; else none.

    So is « Julie et moi », where it was asked who leaves.
    """
    named = {one.place for one in told.people if one.place and not one.leaves}
    is_of_known = all(
        one.place and not (one.leaves or one.function or one.organisation) for one in told.people
    )
    if not is_of_known or not 1 < len(named) < len(party.everyone):
        return set()
    is_number = said is not None and said.kind is Kind.SIZE and said.value == len(named)
    is_said = is_number or _ONLY.search(plain(text)) or is_asked
    return named if is_said else set()


_ONLY = re.compile(
    r"\b(?:aura|sera|serons|restera|reste|viendra|viendrons|vient|venons)(?: plus)? que\b"
    r"|\b(?:seulement|juste|rien que|only|just)\b"
)


def _left_by_words(said: Change | None) -> list[int]:
    """« Ce n’est plus moi qui viens. Anne Roy prend ma place. »: who leaves, by the words alone."""
    leaves = said is not None and said.kind in (Kind.REPLACE, Kind.LEAVE)
    return [said.who] if said is not None and leaves and said.who is not None else []


_SUBSTITUTES = re.compile(
    r"\b(?:remplac\w*|(?:sa|la) place|suppl\w+|instead|in (?:his|her) (?:stead|place)|replac\w*)\b"
)


def _replaced(party: Party, text: str) -> list[int]:
    """« Paul Estève will come in her stead », of the only one who is registered."""
    is_said = _SUBSTITUTES.search(plain(text)) is not None
    return [0] if is_said and len(party.everyone) == 1 else []


def instead(found: Sequence[Change], party: Party, text: str, *, asked: str) -> list[Change]:
    """« C’est Brigitte qui la remplace », where it was just asked whether somebody leaves.

    `asked`: the name of whom that was asked; empty: nobody's.
    """
    at = next((at for at, one in enumerate(party.everyone) if asked and one.name == asked), None)
    if at is None or not _SUBSTITUTES.search(plain(text)):
        return list(found)
    brought = [replace(one, kind=Kind.REPLACE, who=at) for one in found if _brings(one)]
    others = [one for one in found if not _brings(one) and (one.kind, one.who) != (Kind.LEAVE, at)]
    return [*brought, *others]


def _brings(change: Change) -> bool:
    return change.kind in (Kind.ADD, Kind.REPLACE) and isinstance(change.value, Name)
