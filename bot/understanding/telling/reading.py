"""Reads what a message tells of each person: name, function, organisation, whether they come."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.party import Category
from bot.understanding import categories, roles, writers
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.telling import features, offices, ours, owners
from bot.understanding.telling.learnt import (
    AGREES,
    OWNER,
    PRESENCE,
    RENAMED,
    SHARES,
    WRITES,
    Question,
    questions,
)
from bot.understanding.telling.mentions import hear
from bot.understanding.telling.scene import Heard, Kind, Mention, Scene

SHARES_WITH = 0.5
"""From this likelihood on somebody works where another does."""
COMES = 0.5
SURELY_NOT = 0.1
"""Up to this likelihood of coming « il », which may be a thing, takes somebody out."""
AGREED = 0.6
"""From this likelihood on, all that was shown is taken for agreed to."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a message tells of one person."""

    who: int
    """The place (1 and up) of somebody known; `ME`: who writes and is not; below: somebody new."""
    name: Name | None = None
    """Their whole name, where it is told."""
    called: str = ""
    """Part of a name, or how they are called, where it is no whole one."""
    instead_of: str = ""
    """The word of their name that is said to be wrong."""
    function: str | None = None
    """As it is written."""
    where: str | None = None
    """The organisation, or the place it follows from (`is_place`), as it is written."""
    is_place: bool = False
    is_same: bool = False
    """The organisation is said to be that of another."""
    is_ours: bool = False
    """« notre directeur »: they work where who writes does."""
    comes: float = 1.0
    """How likely they come, from 0 to 1."""
    is_mentioned: bool = True

    @property
    def leaves(self) -> bool:
        """Whether they do not come."""
        return self.comes < COMES


@dataclass(frozen=True, slots=True)
class Told:
    """A message as it was read."""

    heard: Heard
    people: tuple[Telling, ...]
    agrees: bool = False
    """All that was shown is right, but for what is put right."""
    is_unowned: bool = False
    """A function or an organisation is told that is nobody's, and none that is known."""

    @property
    def me(self) -> int:
        """Who writes: their place, or `ME`."""
        return self.heard.scene.writing

    @property
    def writer(self) -> Telling:
        """What is told of who writes."""
        return next((one for one in self.people if one.who == self.me), Telling(self.me))


def read(scene: Scene) -> Told:
    """Read a message; who is not told of is left out, but who writes."""
    heard = hear(scene)
    me = scene.writing
    asked = questions()
    _find_writer(heard, me, asked[WRITES])
    _find_renamed(heard, asked[RENAMED])
    _find_nameless(heard)
    facts = _with_bodies_behind(heard, owners.given(heard, asked[OWNER]))
    is_named = any(one.who == me for one in heard.mentions)
    people = list(dict.fromkeys([*([] if is_named else [me]), *heard.people, *facts]))
    owned = {number: who for who, own in facts.items() for number in own.values()}
    told = [_told(heard, who, facts.get(who, {}), asked[PRESENCE], me) for who in people]
    told = [_with_offices(heard, one, facts.get(one.who, {}), owned) for one in told]
    told = [
        _with_shared(heard, one, told, asked[SHARES], facts.get(one.who, {}).get("function"))
        for one in told
    ]
    agrees = asked[AGREES].likelihood(features.agrees(heard)) > AGREED
    return Told(heard, tuple(told), agrees, _is_unowned(heard, facts))


_TO_A_BODY = vocabulary(
    "de d du des la le l a au une un notre association asso club comite amicale collectif"
)


def _with_bodies_behind(
    heard: Heard, facts: Mapping[int, Mapping[str, int]]
) -> dict[int, dict[str, int]]:
    """« A, adjointe, et B, président de l’association »: a body behind one's function is theirs."""
    given = {who: {**own} for who, own in facts.items()}
    for who, own in facts.items():
        number = own.get("where", -1)
        holder = _holder(heard, facts, number) if number >= 0 else None
        if holder is None or holder == who:
            continue
        told = facts[holder].get("where")
        is_apart = "function" in own and roles.is_of_a_town(heard.said(own["function"]))
        if told is None or (told == number and is_apart and _is_club(heard, heard.said(number))):
            given[holder]["where"] = number
            del given[who]["where"]
    return given


def _holder(heard: Heard, facts: Mapping[int, Mapping[str, int]], number: int) -> int | None:
    """Whose function stands right before a body that is named; None: nobody's."""
    span, start, _ = heard.spans[number]
    for who, own in facts.items():
        end = heard.spans[own["function"]][2] if "function" in own else start + 1
        is_behind = end <= start and _TO_A_BODY.issuperset(heard.words[end:start])
        if span.label == "organisation" and is_behind:
            return who
    return None


def _is_unowned(heard: Heard, facts: Mapping[int, Mapping[str, int]]) -> bool:
    """« pas président, vice-président »: whether a fact is given to nobody, and known of nobody."""
    given = {number for own in facts.values() for number in own.values()}
    known = {
        word
        for one in heard.scene.known
        for word in plain(f"{one.function} {one.organisation}").split()
    }
    return any(
        not {*plain(heard.said(number)).split()} <= known
        for number, (span, _, _) in enumerate(heard.spans)
        if span.label in ("function", "organisation") and number not in given
    )


def _find_writer(heard: Heard, me: int, writes: Question) -> None:
    """Of the names of nobody known, one at most is that of who writes."""
    scene = heard.scene
    if scene.writing and scene.known[scene.writing - 1].last:
        return
    named = {one.who for one in heard.mentions if one.kind is Kind.NAME and one.who < 0}
    named -= {one.who for one in heard.mentions if one.is_companion}
    named -= {one.who for one in heard.mentions if _is_listed_after_me(heard, one)}
    likely = {who: writes.likelihood(features.writes(heard, who)) for who in named}
    own = max(likely, key=lambda who: likely[who], default=0)
    if own and likely[own] > COMES:
        for one in heard.mentions:
            if one.who == own:
                one.who = me


_AND = (["et"], ["and"], ["+"], ["&"], ["plus"], ["avec"], ["with"])


def _is_listed_after_me(heard: Heard, one: Mention) -> bool:
    """« moi et Paul », « moi, Karim et Julie », where who writes is called otherwise."""
    before, after = heard.words[max(0, one.start - 2) : one.start], heard.words[one.end :]
    if one.kind is not Kind.NAME or before[:1] not in (["moi"], ["me"]):
        return False
    first = plain(heard.scene.writer).partition(" ")[0]
    is_list = before[1:] == [","] and after[:1] in (*_AND, [","])
    is_known = first in FIRST_NAMES and " " not in one.said
    is_other = is_known and not first.startswith(plain(one.said))
    return before[1:] in _AND or (is_list and is_other and _is_name_at(heard, one.end + 1))


def _is_name_at(heard: Heard, at: int) -> bool:
    return any(one.kind is Kind.NAME and one.start == at for one in heard.mentions)


def _find_renamed(heard: Heard, renamed: Question) -> None:
    """Some of the names of nobody known are other ones of somebody known: « Kelly Dassonville »."""
    others = {one.who for one in heard.mentions if one.is_companion}
    for who, place in list(features.renamed(heard)):
        if who in others:
            continue
        if renamed.likelihood(features.renames(heard, who=who, place=place)) > COMES:
            for one in heard.mentions:
                one.who = place if one.who == who else one.who


def _find_nameless(heard: Heard) -> None:
    """« l’agent, c’est Sabrina Cosson »: the name of one of the known who had but a function."""
    scene = heard.scene
    roles = {
        one.who for one in heard.mentions if one.kind is Kind.ROLE and not scene.one(one.who).words
    }
    new = {one.who for one in heard.mentions if one.kind is Kind.NAME and one.who < 0}
    for one in heard.mentions if len(roles) == len(new) == 1 else ():
        one.who = min(roles) if one.who in new else one.who


def _is_asked_who_they_are(heard: Heard) -> bool:
    """Whether a registration is under way, and nothing says that who writes stays away."""
    scene = heard.scene
    return scene.question != "registered" and not writers.may_stay_away(scene.text)


def _is_but_they(heard: Heard, who: int) -> bool:
    """Whether somebody is meant by « il » or « elle » alone."""
    return {one.kind for one in heard.mentions if one.who == who} == {Kind.THEY}


def _told(heard: Heard, who: int, facts: dict[str, int], presence: Question, me: int) -> Telling:
    named = _names(heard, who)
    whole = [one for one in named if one.name is not None]
    is_meant = any(one.who == who for one in heard.mentions)
    is_mentioned = is_meant or bool(facts)
    comes = presence.likelihood(features.presence(heard, who)) if is_meant or who == me else 1.0
    if who > 0 and who != me and comes > SURELY_NOT and _is_but_they(heard, who):
        comes = 1.0  # « est-il prévu » may mean a thing
    tells_what_they_are = "function" in facts or bool(heard.scene.one(who).function)
    if who == me > 0 and tells_what_they_are and _is_asked_who_they_are(heard):
        comes = 1.0  # « I’m retired, no organisation »: they tell what they are
    telling = Telling(
        who,
        name=whole[0].name if whole else None,
        called=named[0].said if named and not whole else "",
        instead_of=features.denied(heard, who) if who > 0 else "",
        is_ours=who != me and ours.is_ours(heard, who, facts),
        comes=comes,
        is_mentioned=is_mentioned,
    )
    if "function" in facts:
        telling = replace(telling, function=heard.said(facts["function"]))
    if "where" in facts:
        telling = _placed(heard, telling, facts["where"])
    return telling


def _with_offices(
    heard: Heard, one: Telling, facts: Mapping[str, int], owners: Mapping[int, int]
) -> Telling:
    """« maire de Roisey et vice-présidente de la CC » is one function, of the town hall."""
    both = offices.of(heard, facts["function"], owners) if "function" in facts else None
    if both is None:
        return one
    told = replace(one, function=both.function)
    return told if both.where is None else _placed(heard, told, both.where)


def _placed(heard: Heard, one: Telling, number: int) -> Telling:
    label = heard.spans[number][0].label
    return replace(
        one,
        where=None if label == "same" else heard.said(number),
        is_place=label == "of",
        is_same=label == "same",
    )


def _with_shared(
    heard: Heard, one: Telling, every: Sequence[Telling], shares: Question, function: int | None
) -> Telling:
    """« le maire de Roisey et son adjoint », « …, je suis DGS de la commune »: where both work."""
    is_known = bool(heard.scene.one(one.who).organisation)
    if one.where is not None or one.is_same or is_known or one.leaves or not one.is_mentioned:
        return one
    others = _where_others_work(heard, one.who, every)
    if {word.removesuffix("s") for word in plain(one.function or "").split()[:1]} & _OF_NO_HALL:
        others = {who: body for who, body in others.items() if not _IS_HALL.match(body[0])}
    if roles.is_of_a_town(one.function or ""):  # « adjointe, et Luc, président du club »
        others = {who: body for who, body in others.items() if not _is_club(heard, body[0])}
    if categories.infer(one.function or "", None) is Category.CIVIL:  # « Bruno, agriculteur »
        others = {who: body for who, body in others.items() if not _IS_PUBLIC.match(body[0])}
    towns = [who for who, (_, is_place) in others.items() if is_place]
    if len(towns) == 1 and _is_of_the_town(heard, function):
        likely = {towns[0]: 1.0}
    elif (held := _held_beside(heard, function, others)) is not None:
        likely = {held: 1.0}
    else:
        likely = {
            who: shares.likelihood(
                features.shares(heard, one.who, other=who, function=function, organisation=where)
            )
            for who, (where, _) in others.items()
        }
    best = max(likely, key=lambda who: likely[who], default=None)
    if best is None or likely[best] < SHARES_WITH:
        return one
    where, is_place = others[best]
    return replace(one, where=where, is_place=is_place)


_OF_NO_HALL = vocabulary(
    """
    parent parente benevole habitant habitante retraite retraitee agriculteur agricultrice adherent
    adherente president presidente tresorier tresoriere professeur professeure artisan artisane
    commercant commercante citoyen citoyenne eleveur eleveuse
    """
)
"""« le maire de Die et un parent d’élève »: who does not work at a town hall."""
_IS_HALL = re.compile(r"(?:mairie|ville|commune)\b", re.IGNORECASE)
_CLUB = (
    r"(?:associations?|asso|club|comit[ée]|amicale|collectif|foyer|chorale|coop[ée]rative|cuma"
    r"|ligue)"
)
_IS_PUBLIC = re.compile(
    r"(?:la |l['’]|le )?(?:mairie|commune|communaut[ée]|com ?com|cc\b|agglo|d[ée]partement"
    r"|r[ée]gion)",
    re.IGNORECASE,
)
_IS_CLUB = re.compile(rf"(?:l['’]|une? |la |le )?{_CLUB}\b", re.IGNORECASE)
_CLUB_BEFORE = re.compile(rf"\b{_CLUB}\s+[«\"“]?\s*$", re.IGNORECASE)


def _is_club(heard: Heard, body: str) -> bool:
    """« le club », « l’association Terre Vive », of which but the name may be marked."""
    text = heard.scene.text
    before = text[: max(text.find(body), 0)]
    return bool(_IS_CLUB.match(body) or _CLUB_BEFORE.search(before))


_TOWN = re.compile(
    r"(?:de|a|d|of|in|at) (?:la|notre|cette|the|our) (?:commune|mairie|ville|town)\b"
)


def _is_of_the_town(heard: Heard, function: int | None) -> bool:
    """« DGS de la commune »: of the one that is told of."""
    if function is None:
        return False
    end = heard.spans[function][2]
    return _TOWN.match(" ".join(heard.words[end : end + 3])) is not None


_HEADS = vocabulary(
    "president presidente vice directeur directrice dgs dga tresorier tresoriere secretaire charge"
    " chargee"
)
_OF_IT = vocabulary("le la l notre mon ma the our my")


def _held_beside(
    heard: Heard, function: int | None, others: Mapping[int, tuple[str, bool]]
) -> int | None:
    """« DGS de la CC, je viens avec la présidente »: where the only body that is told of is."""
    bodies = {plain(where) for where, _ in others.values()}
    if function is None or len(bodies) != 1 or any(is_place for _, is_place in others.values()):
        return None
    _, start, end = heard.spans[function]
    head = heard.words[start]
    is_its = heard.words[start - 1 : start] and heard.words[start - 1] in _OF_IT
    is_bare = heard.words[end : end + 1] not in (["de"], ["du"], ["d"], ["des"], ["of"], ["a"])
    is_hall = bodies.pop().startswith(("mairie", "commune", "ville"))
    is_held = head in _HEADS and not (is_hall and head.startswith(("president", "vice", "tresor")))
    return next(iter(others)) if is_its and is_bare and is_held else None


def _where_others_work(
    heard: Heard, who: int, every: Sequence[Telling]
) -> dict[int, tuple[str, bool]]:
    """Where each other works, and whether that is but the place that it follows from."""
    known = enumerate(heard.scene.known, 1)
    found = {at: (one.organisation, False) for at, one in known if one.organisation}
    found |= {one.who: (one.where, one.is_place) for one in every if one.where is not None}
    return {other: where for other, where in found.items() if other != who}


def _names(heard: Heard, who: int) -> list[Mention]:
    """The mentions of somebody by a name; of who is known, those of another name first."""
    named = [one for one in heard.mentions if one.who == who and one.kind is Kind.NAME]
    known = heard.scene.one(who).words
    if not known:
        return named
    other = [one for one in named if not {*plain(one.said).split()} - TITLES <= known]

    def is_sure(one: Mention) -> bool:
        return heard.words[one.start - 1 : one.start] not in (["pas"], ["non"])

    return [*filter(is_sure, other)] or other or [*filter(is_sure, named)] or named
