"""Reads what a message tells of each person: name, function, organisation, whether they come."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.understanding import writers
from bot.understanding.firstnames import TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.tagger import Span
from bot.understanding.telling import features, offices, ours, subjects
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
from bot.understanding.telling.rows import in_turn, mine
from bot.understanding.telling.scene import Heard, Kind, Mention, Scene

SURE = 0.35
"""From this likelihood on a fact is given to the likeliest."""
HELD = 0.2
"""From this likelihood on a function is of whom it is said to be by « est »."""
SHARED = 0.75
"""From this on it is told of others as well."""
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
    facts = _given(heard, asked[OWNER])
    is_named = any(one.who == me for one in heard.mentions)
    people = list(dict.fromkeys([*([] if is_named else [me]), *heard.people, *facts]))
    owners = {number: who for who, own in facts.items() for number in own.values()}
    told = [_told(heard, who, facts.get(who, {}), asked[PRESENCE], me) for who in people]
    told = [_with_offices(heard, one, facts.get(one.who, {}), owners) for one in told]
    told = [
        _with_shared(heard, one, told, asked[SHARES], facts.get(one.who, {}).get("function"))
        for one in told
    ]
    agrees = asked[AGREES].likelihood(features.agrees(heard)) > AGREED
    return Told(heard, tuple(told), agrees, _is_unowned(heard, facts))


def _is_unowned(heard: Heard, facts: Mapping[int, Mapping[str, int]]) -> bool:
    """« pas président, vice-président »: whether a fact is given to nobody, and known of nobody."""
    given = {number for own in facts.values() for number in own.values()}
    known = {
        word
        for one in heard.scene.known
        for word in plain(f"{one.function} {one.organisation}").split()
    }
    return any(
        not {*plain(_text(heard, number)).split()} <= known
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
    likely = {who: writes.likelihood(features.writes(heard, who)) for who in named}
    own = max(likely, key=lambda who: likely[who], default=0)
    if own and likely[own] > COMES:
        for one in heard.mentions:
            if one.who == own:
                one.who = me


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


def _given(heard: Heard, owner: Question) -> dict[int, dict[str, int]]:
    """Whose each fact is: its number in the message, by person and label."""
    found: dict[int, dict[str, tuple[float, int]]] = {}
    is_of_nobody = not heard.mentions and not heard.scene.asked and len(heard.scene.known) > 1
    new = min((0, *heard.people))
    for number, (span, start, _) in enumerate(heard.spans):
        if span.label not in ("function", *_WHERE):
            continue
        if is_of_nobody and not _of_more_words(heard, number):
            continue  # « élue, mairie de Maclas », of nobody in particular
        if "territoire" in heard.words[max(0, start - _CLAIM) : start]:
            continue  # « le territoire, c’est le Pilat rhodanien »: nobody works there
        if span.label in _WHERE and _is_denied(heard.words, start):
            continue  # « je ne viens pas pour la mercerie »
        label = "function" if span.label == "function" else "where"
        for owned, likely in _owners(heard, number, owner):
            new -= owned == features.NEW
            who = new if owned == features.NEW else owned
            told = found.setdefault(who, {})
            sure = likely - _is_known(heard, number, who=who, label=label)
            sure += _NEXT * _follows(heard, start=start, who=who)
            if label not in told or sure > told[label][0]:
                told[label] = (sure, number)
    return {who: {label: at for label, (_, at) in told.items()} for who, told in found.items()}


_WHERE = ("organisation", "of", "same")
_DENIED = vocabulary("pour au a aux titre de du des d la le les l chez un une not for at with the")


def _is_denied(words: Sequence[str], start: int) -> bool:
    """Whether « pas », and what belongs to it, stands right before."""
    at = start
    while at > 0 and words[at - 1] in _DENIED:
        at -= 1
    return at > 0 and words[at - 1] in ("pas", "not")


_CLAIM = 4
"""Words before what is said to be the territory in which that stands."""


def _owners(heard: Heard, number: int, owner: Question) -> list[tuple[int, float]]:
    """Whose a fact is, and how likely: the likeliest, and those who surely share it."""
    likely = {
        who: owner.likelihood(features.owner(heard, number, who=who))
        for who in features.candidates(heard, number)
    }
    likely = _of_those_meant(heard, likely, heard.spans[number][1])
    if heard.scene.asked and not heard.mentions:
        likely = {heard.scene.asked: 1.0}  # « maire, mairie de Roisey »: nobody else is meant
    if rowed := in_turn(heard, number) or _of_more_words(heard, number) or mine(heard, number):
        likely = dict.fromkeys(rowed, 1.0)
    said_of = subjects.subject(heard, number)
    is_first = not heard.scene.known and _is_function(heard, number)
    if is_first and said_of is not None and likely.get(said_of, 0.0) >= HELD:
        return [(said_of, 1.0)]
    best = max(likely, key=lambda who: likely[who])
    if likely[best] < SURE:
        they = subjects.subject(heard, number) if _says_they(heard, number) else None
        return [] if they is None else [(they, 1.0)]
    if best in (features.NEW, said_of):
        return [(best, likely[best])]
    return [
        (who, sure)
        for who, sure in likely.items()
        if who == best or (sure >= SHARED and who != features.NEW)
    ]


def _is_function(heard: Heard, number: int) -> bool:
    return heard.spans[number][0].label == "function"


def _says_they(heard: Heard, number: int) -> bool:
    """« He’s a beekeeper », « elle est infirmière »: a function right after « he » and « is »."""
    span, start, _ = heard.spans[number]
    before = {*heard.words[max(0, start - 4) : start]}
    return span.label == "function" and not before.isdisjoint(_THEY)


_THEY = vocabulary("il elle he she")


def _of_those_meant(heard: Heard, likely: dict[int, float], start: int) -> dict[int, float]:
    """Where somebody is meant, and not all of them, a fact is of no other known."""
    first, last = _sentence_of(heard.words, start)
    if not heard.mentions or _ALL & {*heard.words[first:last]}:
        return likely
    here = [one for one in heard.mentions if first <= one.start < last]
    meant = {*([one.who for one in here] or heard.people), features.NEW}
    if not any(one.kind is Kind.NAME and one.who < 0 and one.end <= start for one in here):
        meant.add(heard.scene.asked)
    return {who: sure for who, sure in likely.items() if who in meant} or likely


def _sentence_of(words: Sequence[str], start: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a word stands."""
    first = max((at for at in range(start) if _is_end(words, at)), default=-1) + 1
    last = next((at for at in range(start, len(words)) if _is_end(words, at)), len(words))
    return first, last


def _is_end(words: Sequence[str], at: int) -> bool:
    """Whether a sign ends a sentence; that of « M. » and of initials does not."""
    is_short = at > 0 and (len(words[at - 1]) == 1 or words[at - 1] in _SHORTENED)
    return words[at] in {".", "!", "?"} and not (words[at] == "." and is_short)


_SHORTENED = vocabulary("mme mlle mr mrs dr st ste av tel")
_ALL = vocabulary("tous toutes deux trois nous ns on chacun chacune both all we us")


def _of_more_words(heard: Heard, number: int) -> list[int]:
    """Those whose organisation is told in full: « il manque la fin : … »."""
    span = heard.spans[number][0]
    said = {*plain(_text(heard, number)).split()}
    known = enumerate(heard.scene.known, 1)
    bodies = [(at, {*plain(one.organisation).split()}) for at, one in known]
    fuller = [at for at, body in bodies if len(body) > 1 and body < said]
    is_body = span.label == "organisation"
    return fuller if is_body and not any(one.who < 0 for one in heard.mentions) else []


_NEXT = 0.3
"""What it counts that a fact follows somebody's name, where two facts may be theirs."""


def _follows(heard: Heard, *, start: int, who: int) -> bool:
    """Whether a fact stands after a mention of somebody, and before any of another."""
    before = [one for one in heard.mentions if one.end <= start]
    return bool(before) and before[-1].who == who


def _is_known(heard: Heard, number: int, *, who: int, label: str) -> bool:
    """Whether a fact is known of somebody already: « j’ai dit agente, mais c’est directrice »."""
    known = heard.scene.one(who)
    said = {*plain(_text(heard, number)).split()}
    return bool(said) and said <= {
        *plain(known.function if label == "function" else known.organisation).split()
    }


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
        telling = replace(telling, function=_text(heard, facts["function"]))
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
        where=None if label == "same" else _text(heard, number),
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
    sure = [
        one for one in other if heard.words[one.start - 1 : one.start] not in (["pas"], ["non"])
    ]
    return sure or other or named


def _text(heard: Heard, number: int) -> str:
    return _text_of(heard, heard.spans[number])


def _text_of(heard: Heard, found: tuple[Span, int, int]) -> str:
    _, start, end = found
    return " ".join(heard.text(start, end=end).split())
