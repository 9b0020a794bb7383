"""Whom a question is asked of, among those who are known: « elle », « mon mari », « les deux »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import firstnames
from bot.understanding.known_people import Known, People
from bot.understanding.normal import normal, plain, vocabulary


@dataclass(frozen=True, slots=True)
class Whom:
    """Those whom a question means."""

    places: tuple[int, ...] = ()
    """Which of those who are known, from 0."""
    unknown: tuple[str, ...] = ()
    """Names that nobody bears who is known."""
    is_other: bool = False
    """Whether anybody but who writes is spoken of, be they known or not."""
    with_writer: bool = False
    """Whether who writes is meant too: « elle ou moi »."""
    is_kin: bool = False
    """Whether somebody is called by what they are to who writes, or by a pronoun only."""


_SMALL = vocabulary("de du des d la le les l m mme mr madame monsieur mlle a au et van von")
_OFFICE = re.compile(
    r"\b(?:l|le|la|les|du|au|aux|des|de la|mon|ma|mes|notre|nos|votre|son|sa|the|my|our)"
    r"(?= (?P<office>\w{4,})(?: (?P<next>\w{4,}))?)"
)
_MALE = vocabulary(
    "mari epoux conjoint compagnon fils frere pere patron directeur president husband"
)
_FEMALE = vocabulary(
    "femme epouse conjointe compagne fille soeur mere patronne directrice presidente secretaire"
    " wife"
)
_SPOUSE = vocabulary("mari epoux conjoint compagnon femme epouse conjointe compagne husband wife")
_EITHER = vocabulary(
    "collegue colegue adjoint adjointe binome chef cheffe stagiaire voisin voisine ami amie copain"
    " copine elu elue maire technicien technicienne tresorier tresoriere vice animateur animatrice"
    " assistante assistant responsable collaborateur collaboratrice beau belle colleague partner"
)
_KIN = re.compile(
    r"\b(?:mon|ma|notre|l|le|la|my|our) (?P<kin>"
    + "|".join(sorted(_MALE | _FEMALE | _EITHER, key=len, reverse=True))
    + r")\b"
)
_SEVERAL = re.compile(
    r"\b(?:eux|elles|ils|leurs?|les (?:\w+ )?(?:autres|deux|trois|quatre|collegues|elue?s)"
    r"|(?:mes|nos) \w+s|they|them|their|others)\b"
)
_ALL = re.compile(
    r"\b(?:tou[st]e?s? (?:les )?(?:deux|trois|quatre|cinq|[2-5])|tout le monde|nous (?:tous|toutes"
    r"|deux|trois)|chacune?|everyone|both|all of us)\b"
)
_HE = re.compile(r"\b(?:il|he|him|his)(?! (?:faut|faudra|y|est possible|s agit|va falloir)\b)\b")
_SHE = re.compile(r"\b(?:elle|she|her)\b")
_ONE = re.compile(r"\b(?:lui|l autre|sons?|sa|ses|celui|celle|the other)\b")
_OBJECT = re.compile(
    r"\b(?:la|le|l) (?:preven\w+|previen\w+|averti\w*|inform\w+|di[st]\w*|contact\w+)\b"
)
_WRITER = re.compile(r"\b(?:moi|je|j|me|m|mon|ma|mes|i|my|mine)\b")
_TITLED = re.compile(r"\b(?P<title>mme|mlle|mr|m|madame|monsieur|mrs|ms) (?P<last>[a-z]{3,})\b")
_TITLES = {"mme": "Mme", "mlle": "Mlle", "madame": "Mme", "mrs": "Mrs", "ms": "Ms"}
_NO_NAME = vocabulary("france prune flore rose aurore mai mark tom noa reine claire said")
"""First names that are words as well."""


def read(text: str, people: People, *, strangers: Sequence[str] = ()) -> Whom:
    """Whom a question means; `strangers`: names of those who organise, who are none of them."""
    said = normal(text)
    named = _named(said, people)
    named += [at for at in _by_office(said, people) if at not in named]
    unknown = _unknown(text, people, strangers)
    with_writer = _AND_WRITER.search(said) is not None
    if named or unknown:
        return Whom(tuple(named), unknown, is_other=True, with_writer=with_writer)
    others = [at for at, one in enumerate(people) if not one.is_writing]
    if _ALL.search(said):
        return Whom(tuple(range(len(people))), is_other=bool(others))
    meant = _unnamed(said, people, others)
    if meant is not None:
        return Whom(tuple(meant), is_other=True, with_writer=with_writer, is_kin=True)
    if _WRITER.search(said):
        return Whom(tuple(_writing(people)))
    return Whom()


def _unnamed(said: str, people: People, others: Sequence[int]) -> list[int] | None:
    """Those who are called by a pronoun, or by what they are to who writes; None: nobody is."""
    kin = _KIN.search(said)
    if kin is not None:
        return _of_kin(kin["kin"], people, others)
    if _SEVERAL.search(said):
        return [*others]
    if _SHE.search(said):
        return _of_gender("f", people, others)
    if _HE.search(said):
        return _of_gender("m", people, others)
    if _ONE.search(said) or _OBJECT.search(said):
        return [*others]
    return None


def _of_kin(kin: str, people: People, others: Sequence[int]) -> list[int]:
    """« mon mari » is a man, and who bears the name of who writes, where somebody does."""
    gender = "m" if kin in _MALE else "f" if kin in _FEMALE else ""
    found = _of_gender(gender, people, others) if gender else [*others]
    lasts = {plain(people[at].last) for at in _writing(people)}
    same = [at for at in found if plain(people[at].last) in lasts]
    return same if kin in _SPOUSE and same else found


def _of_gender(gender: str, people: People, others: Sequence[int]) -> list[int]:
    return [at for at in others if firstnames.gender_of(plain(people[at].first)) in (gender, "")]


def _writing(people: People) -> list[int]:
    return [at for at, one in enumerate(people) if one.is_writing]


_AND_WRITER = re.compile(
    r"\b(?:et|ou|and|or) (?:c est )?(?:a )?(?:moi|me|i)\b"
    r"(?! (?:qui )?(?:dois|lui|leur|les?|la|l)\b)"
    r"|\bmoi (?:et|ou)\b"
)


def _named(said: str, people: People) -> list[int]:
    """Those of whom a name is said; of several who bear it, those of whom more of it is."""
    words = set(said.split()) - _SMALL - {"rose"}
    scores = {at: len(_words(one) & words) for at, one in enumerate(people)}
    found = [at for at, score in scores.items() if score]
    for word in words:
        holders = [at for at in found if word in _words(people[at])]
        best = max((scores[at] for at in holders), default=0)
        is_shared = len(holders) > 1
        found = [
            at
            for at in found
            if at not in holders
            or not is_shared
            or scores[at] == best
            or _else(people[at], words, word)
        ]
        if is_shared and len({scores[at] for at in holders}) == 1:  # « M. Roux » is not who writes
            found = [at for at in found if at not in holders or not people[at].is_writing]
    return found


def _else(one: Known, words: set[str], word: str) -> bool:
    return bool((_words(one) & words) - {word})


def _words(one: Known) -> set[str]:
    return {word for word in one.words if len(word) > 2} - _SMALL


def _by_office(said: str, people: People) -> list[int]:
    """Those whose function is spoken of: « le président et la directrice »."""
    offices = {word[:_STEM] for found in _OFFICE.finditer(said) for word in found.groups() if word}
    return [
        at
        for at, one in enumerate(people)
        if not one.is_writing
        and {word[:_STEM] for word in plain(one.function).split()[:1]} & offices
    ]


_STEM = 6
"""Letters by which « directrice » is told from « directeur », and « présidente » is not."""
_CAPITAL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _unknown(text: str, people: People, strangers: Sequence[str]) -> tuple[str, ...]:
    """The names of those who are not known."""
    known = {word for one in people for word in one.words}
    known |= {word for one in strangers for word in plain(one).split()}
    found, said = list[str](), normal(text)
    for match in _CAPITAL.finditer(text):
        word = plain(match.group())
        if {*word.split()} & known or word in _NO_NAME or word not in firstnames.FIRST_NAMES:
            continue
        found.append(match.group().title())
    for one in _TITLED.finditer(said):
        title, last = one["title"], one["last"]
        if last not in known and last not in _NOT_A_LAST:
            found.append(f"{_TITLES.get(title, 'M.')} {last.title()}")
    return tuple(dict.fromkeys(found))


_NOT_A_LAST = vocabulary(
    "maire presidente president directrice directeur que qui est ont avez avait"
)
