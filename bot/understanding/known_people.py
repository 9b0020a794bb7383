"""Whom words mean among people who are known: « M. le Maire », « ma collègue », « Mme Fayolle »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is registered, or being registered."""

    first: str
    last: str
    function: str = ""
    is_writing: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of the whole name, in plain form."""
        return frozenset(plain(f"{self.first} {self.last}").split())


People = Sequence[Known]

_MYSELF = vocabulary("moi je j me i")
_OWN_NAME = re.compile(r"\b(?:mon|my) (?:pre)?(?:nom|name)\b")
_COMPANION = re.compile(
    r"\b(?:collegues?|colegue|coleg|binome|autre|partenaire|coequipi\w+|equipi\w+|acolyte|camarade"
    r"|colleague|partner|accompagn\w+|compagnon|il|elle|lui)\b"
)
_SMALL = vocabulary("de du des d la le les l m mme mr monsieur madame mlle a au et")


def named(said: str, people: People) -> int | None:
    """The one whose name is in words of the normal form; None: nobody's, or several's."""
    words = set(said.split()) - _SMALL
    scores = [len(one.words & words) for one in people]
    best = max(scores, default=0)
    return scores.index(best) if best and scores.count(best) == 1 else None


_OFFICE = re.compile(r"\b(?:le|la|l|monsieur|madame|notre|mon|ma|the|our|my) \w+")


def by_office(said: str, people: People) -> int | None:
    """The one whose function is spoken of: « le maire ne peut pas »; None: nobody's, several's."""
    offices = {word for found in _OFFICE.finditer(said) for word in found.group().split()[1:]}
    holders = [at for at, one in enumerate(people) if {*plain(one.function).split()[:1]} & offices]
    return holders[0] if len(holders) == 1 else None


def alike(name: Name, known: People) -> int | None:
    """Who is called so, or nearly: « Chorrain » is Chorain, « Diarra » is Diarra-Roy."""
    words = Known(*name).words
    for at, one in enumerate(known):
        is_part = words <= one.words or one.words <= words
        far = OSA.distance(" ".join(sorted(words)), " ".join(sorted(one.words)))
        if is_part or far <= 2:
            return at
    return None


def meant(said: str, people: People) -> int | None:
    """The one whom words mean: by name, function, or as who writes or comes along."""
    by_name = named(said, people)
    if by_name is not None:
        return by_name
    by_function = _by_function(said, people)
    if by_function is not None:
        return by_function
    if _COMPANION.search(said):
        return only_other(people)
    is_own = bool(set(said.split()) & _MYSELF) or _OWN_NAME.search(said) is not None
    return writing(people) if is_own else None


def writing(people: People) -> int | None:
    """The one who writes."""
    return next((at for at, one in enumerate(people) if one.is_writing), None)


def only_other(people: People) -> int | None:
    """The one who comes along, where it is one."""
    others = [at for at, one in enumerate(people) if not one.is_writing]
    return others[0] if len(others) == 1 else None


def _by_function(said: str, people: People) -> int | None:
    """« le maire » is who is mayor, not « adjointe au maire », where there are both."""
    words = set(said.split()) - _SMALL
    functions = [plain(one.function).split() for one in people]
    firsts = [at for at, one in enumerate(functions) if one and one[0] in words]
    if len(firsts) == 1:
        return firsts[0]
    holders = [at for at, one in enumerate(functions) if words & set(one) - _SMALL]
    return holders[0] if len(holders) == 1 and not firsts else None
