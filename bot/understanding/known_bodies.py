"""Where somebody known works, said by what it is: « Ina c’est la mairie, Max c’est le club »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.reading import Told
from bot.understanding.telling.scene import Scene


def with_theirs(scene: Scene, found: Told, people: Sequence[Person]) -> list[Person]:
    """The same people, and where those known work whom a message names by the body alone."""
    return _at_known_bodies(scene, [*people, *_all_at(scene, found, people)])


_WORKS = r"(?: (?:c est|est|suis|sera|travaille|bosse|lui|elle|plutot|bien|donc))*"
_AT = r"(?: (?:a|au|aux|de|du|dans|pour))?(?: (?:la|le|l|notre))? "


def told(scene: Scene) -> dict[int, str]:
    """Give where each of those known works, by their places, where that is another than is known.

    A kind is enough where one such body alone is known.
    """
    if (hall := _THAT_OF.search(scene.text)) is not None:
        return _at_the_hall(scene, hall["town"])
    kinds = _kinds(scene)
    if len(scene.known) < 2 or not kinds:
        return {}
    found: dict[int, str] = {}
    text = plain(scene.text)
    named = "|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))
    for place, one in enumerate(scene.known, 1):
        who = "|".join(map(re.escape, [*one.words, *(("moi", "je") if one.is_writing else ())]))
        said = re.search(rf"\b(?:{who})\b{_WORKS}{_AT}(?P<kind>{named})\b{_NO_MORE}", text)
        if who and said is not None and kinds[said["kind"]] != one.organisation:
            found[place] = kinds[said["kind"]]
    return found


_NO_MORE = r"(?! (?:de|du|des|d|les?|la|l)\b)"
"""« la mairie de Die » is told in full."""


_THAT_OF = re.compile(
    r"\b(?:la|notre|leur|sa) mairie,? c['’ ]?est (?:bien |donc )?(?:celle (?:de |d['’]|du )|à )"
    r"(?P<town>[^\W\d_](?:[\w'’-]|\s(?=(?-i:[A-ZÀ-Ý])))*)",
    re.IGNORECASE,
)
"""« la mairie, c’est celle de Chavanay »."""


def _at_the_hall(scene: Scene, town: str) -> dict[int, str]:
    """Where those work who are at a town hall of which it was not known which it is."""
    link = "d’" if plain(town)[:1] in "aeiouhy" else "de "
    at = f"mairie {link}{town[:1].upper()}{town[1:]}"
    known = enumerate(scene.known, 1)
    return {place: at for place, one in known if plain(one.organisation) == "mairie"}


def _kinds(scene: Scene) -> dict[str, str]:
    """The bodies that are known, by the word that says what each is, where one alone is that."""
    bodies = {one.organisation for one in scene.known if " " in one.organisation}
    firsts = [plain(one).split()[0] for one in bodies]
    return {
        first: body for first, body in zip(firsts, bodies, strict=True) if firsts.count(first) == 1
    }


def _at_known_bodies(scene: Scene, people: list[Person]) -> list[Person]:
    """« Ina c’est la mairie, Max c’est le club »: each where it is said, in full."""
    theirs = told(scene)
    here = [
        replace(one, organisation=theirs.pop(one.place))
        if one.place in theirs and not one.leaves and one.organisation is None
        else one
        for one in people
    ]
    named = {one.place for one in here}
    more = [Person(place=at, organisation=body) for at, body in theirs.items() if at not in named]
    return [*here, *more]


_ALL_OF_US = re.compile(
    r"\b(?:tous|toutes) (?:les )?(?:deux|trois|2|3) (?:à|au|a|de|du|chez|dans)\s(?:la |le "
    r"|l['’])?$",
    re.IGNORECASE,
)


def _all_at(scene: Scene, found: Told, people: Sequence[Person]) -> list[Person]:
    """« Nous sommes du Pilat, tous les deux à la mairie »: where each of those known works."""
    bodies = [
        scene.text[span.start : span.end]
        for span, _, _ in found.heard.spans
        if span.label == "organisation" and _ALL_OF_US.search(scene.text[: span.start])
    ]
    if len(bodies) != 1 or any(one.organisation for one in people):
        return []
    everyone = range(1, len(scene.known) + 1)
    free = [at for at in everyone if not scene.one(at).organisation]
    free = free or [*everyone] * (scene.question in ("recap", "registered"))
    named = {one.place for one in people}
    return [Person(place=at, organisation=bodies[0]) for at in free if at not in named]
