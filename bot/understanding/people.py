"""The people that a message tells of, as they are noted: names, functions and organisations."""

import re
from dataclasses import replace

from bot.understanding import (
    bodies,
    calling,
    diets,
    emails,
    headcounts,
    held_at,
    known_bodies,
    mentioned,
    of_all,
    office_words,
    own_spelling,
    roster,
    settled,
    shared,
    whose_number,
    wishing,
    writers,
)
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.person import Person
from bot.understanding.results import Understood
from bot.understanding.roles import hall, is_of_a_town
from bot.understanding.telling import reading
from bot.understanding.telling.reading import Telling, Told
from bot.understanding.telling.scene import Scene
from bot.understanding.territories import COMMUNE, capitalised


def told(scene: Scene) -> tuple[Told, list[Person]]:
    """Read a message, and give those who come or leave, who writes among them."""
    found = bodies.spread(of_all.spread(reading.read(scene)))
    functions = [one.function for one in found.people if one.function]
    numbers = whose_number.theirs(found.heard)
    persons = (
        (one, _person(scene, found, one, is_shared=functions.count(one.function or "") > 1))
        for one in found.people
        if _counts(scene, found, one)
    )
    pairs = [(one, replace(person, phone=numbers.get(one.who))) for one, person in persons]
    people = shared.several(found, shared.alike(found, pairs))
    people = _without_apposed(scene.text, _called(scene, people))
    people = _without_named_next(scene.text, people)
    if not scene.known:
        people = wishing.with_them(scene.text, people)
    people = _of_the_secretary(scene, found, _presented(scene, people))
    people = _without_oneself(scene, own_spelling.told(scene, people))
    people = held_at.told(scene.text, known_bodies.with_theirs(scene, found, people))
    people = roster.with_all(scene, settled.by_plain_words(scene, people))
    named = {one.place for one in people}
    reached = [Person(place=who, phone=said) for who, said in numbers.items() if who > 0]
    return found, [*people, *(one for one in reached if one.place not in named)]


_PRESENTED = re.compile(
    r"\b(?:c['’]est|ici|je suis|this is|it['’]s)\s+(?P<who>(?:M\.|Monsieur|Madame|Mme|Mr)\s+"
    r"[\w'’-]+)(?!\s+(?:qui|who)\b)",
    re.IGNORECASE,
)


def _presented(scene: Scene, people: list[Person]) -> list[Person]:
    """« Bonjour, c’est M. Thiollier. Moi, je suis président »: who writes, and nobody more."""
    found = _PRESENTED.search(scene.text)
    own = {*plain(scene.writer).split()}
    words = {*plain(found["who"]).split()} - TITLES if found is not None else set()
    if not words or not words <= own:
        return people
    same = [one for one in people if one.called and _is_part(one, words | TITLES)]
    writes = any(one.is_writing for one in people)
    rest = [one for one in people if one not in same]
    return rest if writes else [*(replace(one, is_writing=True, called="") for one in same), *rest]


def _without_oneself(scene: Scene, people: list[Person]) -> list[Person]:
    """« un agent (moi-même), une élue »: who writes is counted once, and kept with their name."""
    own = office_words.told_of_oneself(scene.text)
    if not own or not any(one.is_writing for one in people):
        return people
    return [
        one
        for one in people
        if one.is_writing or one.place or one.name or plain(one.function or "") not in own
    ]


def _of_the_secretary(scene: Scene, found: Told, people: list[Person]) -> list[Person]:
    """« Je suis la secrétaire de la mairie de Die, j’inscris notre maire »: who works there too."""
    writer = found.writer
    if writer.where is None or not stays_away(writer, scene):
        return people
    body = _organisation(scene, writer, writer.function)
    if body is None:
        return people
    is_hall = plain(body).split()[:1] == ["mairie"]
    return [
        replace(one, organisation=body)
        if one.organisation is None
        and not one.is_same
        and one.function is not None
        and (is_of_a_town(one.function) if is_hall else one.is_ours)
        else one
        for one in people
    ]


_APPOSED = re.compile(r",\s*(?:notre|nos|mon|ma|votre|our|my)\s", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?:et|avec|plus|ainsi que|and|with)\s+(?:notre|nos|mon|ma|votre|our|my)\s", re.IGNORECASE
)


_NAMED_NEXT = re.compile(
    r"\b(?:une?|an?|one)\s+(?P<what>[\w'’-]+)\s*[,:(]\s*(?:(?:M\.|Mme|Mlle|Monsieur|Madame|Mr|Ms|Mrs)"
    r"\s*)?(?=(?-i:[A-ZÀ-Ý]))",
    re.IGNORECASE,
)


def _without_named_next(text: str, people: list[Person]) -> list[Person]:
    """« avec un élu, M. Thivillon, adjoint »: they are one."""
    next_named = {plain(one["what"]) for one in _NAMED_NEXT.finditer(text)}
    is_anybody = any(one.name or one.called for one in people if not one.is_writing)
    if not next_named or not is_anybody:
        return people
    return [
        one
        for one in people
        if one.name or one.called or one.place or plain(one.function or "") not in next_named
    ]


def _without_apposed(text: str, people: list[Person]) -> list[Person]:
    """« Karim Hadjadj, coordinateur, notre partenaire »: that is he, and nobody more."""
    is_apposed = _APPOSED.search(text) and not _JOINED.search(text)
    if not is_apposed or not any(one.name for one in people):
        return people
    return [one for one in people if one.says_something or one.is_writing or one.place]


def _called(scene: Scene, people: list[Person]) -> list[Person]:
    """The same people where it is said in so many words how somebody known is called."""
    renamed_to = calling.read(scene.text, scene.known)
    for place, name in renamed_to.items():
        words = {*plain(" ".join(name)).split()}
        own = next((one for one in people if one.place == place), Person(place=place))
        others = [one for one in people if one is not own and not _is_part(one, words)]
        is_name = {*plain(own.organisation or "").split()} & {*plain(" ".join(name)).split()}
        body = None if is_name else own.organisation  # « Chazallet, avec deux l »
        renamed = replace(own, name=name, called="", instead_of="", comes=1.0, organisation=body)
        people = [*others, renamed]
    words = {word for name in renamed_to.values() for word in plain(" ".join(name)).split()}
    return [_without_body_of(one, words) for one in people] if words else people


def _without_body_of(one: Person, words: set[str]) -> Person:
    """« Mon nom, c’est Montcalm-Rey, et Sandrine… »: nobody works at the hall of Montcalm-Rey."""
    town = {*plain(one.organisation or "").split()} - _HALL
    return replace(one, organisation=None) if town and town <= words else one


_HALL = vocabulary("mairie commune de du d la le l")


def _is_part(one: Person, words: set[str]) -> bool:
    """Whether somebody new is but the other name of somebody known."""
    said = {*plain(one.called or " ".join(one.name or ())).split()} - _ADVERBS
    return not (one.place or one.is_writing) and bool(said) and said <= words


def stays_away(writer: Telling, scene: Scene) -> bool:
    """Whether who writes does not come, as was learnt or as they say in so many words."""
    text = scene.text
    is_said = writer.leaves or writers.only_registers(text)
    is_said = is_said or (not scene.known and writers.others_wish(text))
    return is_said and not writers.comes(text)


def _counts(scene: Scene, found: Told, one: Telling) -> bool:
    """Whether somebody is to be noted: who is new and does not come is not."""
    if one.who > 0:
        return one.is_mentioned
    if one.who == found.me:
        comes = not stays_away(one, scene)
        return comes and (one.is_mentioned or _comes_along(scene, found))
    said = " ".join(one.name or ()) or one.called
    if wishing.wishes(scene.text, name=" ".join(one.name or ())):
        return True
    if wishing.is_represented(scene.text, name=said) or headcounts.may_come(scene.text, name=said):
        return False
    return not (one.leaves or _is_no_name(scene, one) or mentioned.is_all(found, one))


_OPEN = ("menu", "territory", "size")
"""What is asked before anybody is asked about."""


_TOGETHER = vocabulary(
    "on nous ns we us avec with accompagne accompagnee accompagnes deux trois 2 3"
)


def _comes_along(scene: Scene, found: Told) -> bool:
    """« on sera deux avec notre DGS »: who writes is one of them, though not mentioned."""
    others = [one for one in found.people if one.who != found.me and not one.leaves]
    is_together = bool(_TOGETHER & {*found.heard.words})
    return scene.question in _OPEN and not scene.is_aside and bool(others) and is_together


_ARTICLES = vocabulary("le la les l un une des du the a")
_ADDRESSED = TITLES | {"mesdames", "messieurs"}
_SAYS = vocabulary("said says")
_SAID = re.compile(r"\b(?:said|says)\s+(?:yes|no|ok|that|she|he)\b", re.IGNORECASE)
"""« Anne said yes »: that is no last name."""
_TINY = 2
_NO_NAME = re.compile(r"\d|@")


def _is_no_name(scene: Scene, one: Telling) -> bool:
    """« Mademoiselle », « transmettre nos » among words that have their capitals: nobody."""
    said = one.called or " ".join(one.name or ())
    if not said:
        return False
    if _NO_NAME.search(said) or plain(said) in _ADDRESSED:
        return True
    is_written = scene.text != scene.text.lower()
    words = plain(said).split()
    if words[-1:] and words[-1] in _SAYS and _SAID.search(scene.text):
        return True
    if words[:1] and words[0] in _ARTICLES and f" {said.lower()}" in f" {scene.text}":
        return not FIRST_NAMES.intersection(words)  # « dis-moi le chemin »
    if scene.question != "name" and all(len(word) <= _TINY for word in words):
        return not FIRST_NAMES.intersection(words)  # « that’ll do »
    return (
        is_written and bool(words) and words[0] not in FIRST_NAMES and not _is_capital(scene, said)
    )


def _is_capital(scene: Scene, said: str) -> bool:
    """Whether a name is written with a capital where it stands."""
    found = re.search(re.escape(said), scene.text, re.IGNORECASE)
    written = found.group() if found is not None else said
    return any(word[:1].isupper() for word in written.split())


def _person(scene: Scene, found: Told, one: Telling, *, is_shared: bool) -> Person:
    function = _quiet(one.function) if one.function else None
    if function is not None and diets.is_diet(function):
        function = None
    if function is not None:
        function = _whole_title(scene.text, function=function, where=one.where or "")
    if function is not None and is_shared:
        function = shared.one_of(function)
    organisation = _organisation(scene, one, function)
    name, called = _without_verb(scene.text, _without_adverb(one.name), one.called)
    return Person(
        name=name,
        function=_without_kind(function or "", at=organisation or "") or None,
        organisation=organisation,
        is_writing=one.who == found.me,
        is_same=one.is_same,
        email=_address_after(found, one),
        called=called,
        instead_of=one.instead_of,
        place=max(one.who, 0),
        is_ours=one.is_ours,
        comes=one.comes,
    )


_OF_A_KIND = re.compile(r"\s+(?:de l['’]|de la |du |d['’])(?P<kind>[\w-]+)$", re.IGNORECASE)


def _without_kind(function: str, *, at: str) -> str:
    """« animatrice de l’association », of « association Les Amis du Crêt »: said once."""
    found = _OF_A_KIND.search(function)
    is_said = found is not None and plain(found["kind"]) in plain(at).split()[:1]
    return function[: found.start()] if found is not None and is_said else function


_ADVERBS = vocabulary("just only juste seulement")


def _without_adverb(name: Name | None) -> Name | None:
    """« just Anne Rivoire »: Just is a first name where one word follows it."""
    words = " ".join(name or ()).split()
    is_led = len(words) > 2 and plain(words[0]) in _ADVERBS
    return Name(words[1], " ".join(words[2:])) if is_led else name


_VERBS = vocabulary(
    "comes come coming is rang called phoned telephoned wants will says has cannot can would joins"
)


def _without_verb(text: str, name: Name | None, called: str) -> tuple[Name | None, str]:
    """« Nicole Farge comes », « Philippe rang »: what they do is none of their name."""
    words = " ".join(name or ()).split()
    verb = words[-1].lower() if words else ""
    if verb not in _VERBS or re.search(rf"\b{verb}\b", text) is None:
        return name, called
    if len(words) > 2:
        return Name(words[0], " ".join(words[1:-1])), called
    return None, words[0]


_CHARGED = (
    r"\s*,?\s+(?P<what>(?:charg|d[ée]l[ée]gu)[ée]e?\s+(?:de |d['’]|du |des |à |au)"
    r"[^,.;:!?\n«»\"“”]{3,40})"
)


def _whole_title(text: str, *, function: str, where: str) -> str:
    """« maire-adjointe »; « vice-présidente de l’agglo chargée de l’eau », around the body.

    The kind of the body is none of it: « trésorier association Les Amis ».
    """
    before, _, kind = function.rpartition(" ")
    if before and _KIND.fullmatch(f"{kind} ") and f"{plain(kind)} {plain(where)}" in plain(text):
        function = before
    deputy = re.search(rf"\b{re.escape(function)}-adjointe?\b", text, re.IGNORECASE)
    function = function if deputy is None else deputy.group()
    charged = re.search(rf"{re.escape(function)}{_CHARGED}", text, re.IGNORECASE)
    if charged is not None:
        return f"{function}{charged[0][len(function) :]}"
    if not where:
        return function
    told = rf"{re.escape(function)}\b[^,.;\n]{{0,20}}?{re.escape(where)}{_CHARGED}"
    found = re.search(told, text, re.IGNORECASE)
    return function if found is None else f"{function} {found['what'].strip()}"


def _organisation(scene: Scene, one: Telling, function: str | None) -> str | None:
    if one.where is None or _NO_BODY.match(one.where):
        return None
    if (commune := COMMUNE.match(one.where)) is not None:
        return _of_commune(function, commune, one.where)
    if one.is_place:
        before = scene.text[: scene.text.find(one.where)]
        link = re.search(r"(?:\b(?:d['’]|de|à|a|of|in|du|des)\s*)$", before, re.IGNORECASE)
        town = capitalised(one.where)
        body = hall(
            function or scene.one(one.who).function,
            town=town,
            link=link[0].lower() if link else "de ",
        )
        is_held_there = is_of_a_town(function or scene.one(one.who).function)
        # « boulanger à Die »: that is no organisation; « deputy mayor of Die » is
        return body if body != town or is_held_there else None
    office = _OFFICE_AT.match(one.where)  # « the mayor of Lupé »
    said = one.where[office.end() :] if office is not None else one.where
    kind = _KIND.search(scene.text[: max(scene.text.find(said), 0)])
    said = f"{kind[1]} {said}" if kind is not None and not _KIND.match(f"{said} ") else said
    return capitalised(said) if said.isupper() and len(said) > _SHOUTED else said


_NO_BODY = re.compile(r"(?:lieu|place) (?:de|d['’]|du)", re.IGNORECASE)
"""« au lieu de Denis »: no organisation."""


def _of_commune(function: str | None, found: re.Match[str], where: str) -> str | None:
    """« jardinier, commune de Roncevelle » works there; its mayor does at its hall."""
    if function is None:
        return None  # it is but where they come from
    town = capitalised(where[found.end() :])
    if is_of_a_town(function):
        return hall(function, town=town, link="d’" if plain(town)[:1] in "aeiouhy" else "de ")
    kind = re.sub(r"^(?:la|notre) ", "", found.group(), flags=re.IGNORECASE)
    return f"{kind}{town}"


_KIND = re.compile(
    r"\b(associations?|asso|club|collectif|comité|amicale|centre social|foyer rural|compagnie)\s+$",
    re.IGNORECASE,
)
"""What an organisation is, before its name: « l’association La Source »."""
_SHOUTED = 8
"""From so many capitals on a name is shouted."""
_OFFICE_AT = re.compile(
    r"(?:the |le |la )?(?:mayor|maire|councillor) (?:of |de |d['’])", re.IGNORECASE
)


def _quiet(function: str) -> str:
    """A function that was shouted is said quietly, as is « le Maire »."""
    function = _ELECTED_TO.sub("", _TAIL.sub("", function))
    is_office = function.istitle() and plain(function) in FUNCTIONS.vocabulary
    is_shouted = function.isupper() and len(function) > 4
    return function.lower() if is_office or is_shouted else function


_ELECTED_TO = re.compile(
    r"^(?:[ée]lue?|nomm[ée]e?) (?=(?:\w+ )?(?:adjoint|maire|pr[ée]sident|vice|conseill|direct"
    r"|secr[ée]taire))",
    re.IGNORECASE,
)
"""« m’ayant élue première adjointe »."""
_TAIL = re.compile(r"\s+(?:there|here|too|as well|aussi|également)$", re.IGNORECASE)


_OWN_ADDRESS = re.compile(
    r"\b(?:mon|ma|my)\s+(?:(?:nouve\w+|propre|new|own)\s+)?(?:adresse|e-?mail|mail|mel|courriel|address)\b"
    r"[^.;\n]*$",
    re.IGNORECASE,
)
_LEAD = 40
"""Letters before an address that may say whose it is."""


def _address_after(found: Told, one: Telling) -> str | None:
    """The address that stands after somebody's name, before another's."""
    heard = found.heard
    own = [mention.end for mention in heard.mentions if mention.who == one.who]
    for span, start, _ in heard.spans:
        if span.label != "email" or not own:
            continue
        lead = heard.scene.text[max(0, span.start - _LEAD) : span.start]
        if _OWN_ADDRESS.search(lead):
            continue  # « Michel Tardieu. Mon adresse est… »
        before = [mention for mention in heard.mentions if mention.end <= start]
        if emails.is_theirs(lead):
            before = [mention for mention in before if mention.who != found.me]
        if before and before[-1].who == one.who:
            read = emails.read(heard.scene.text[span.start : span.end])
            return read.value if isinstance(read, Understood) else None
    return None
