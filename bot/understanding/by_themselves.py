"""Who registers by themselves: « elle s’inscrira de son côté », « ma collègue est déjà inscrite ».

They are none of those whom who writes registers; what tells of them is left out of the rest.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.understanding import sentences
from bot.understanding.normal import normal, plain


@dataclass(frozen=True, slots=True)
class Apart:
    """That somebody is said to register by themselves, or to be registered."""

    told: str
    """What tells of them."""
    rest: str
    """What the message says besides."""
    is_done: bool
    """Whether they are registered already."""


_WAY = (
    r"(?:(?:lui|elle|eux|elles) memes?|toute? seule?|tous seuls|toutes seules"
    r"|de (?:son|leur) (?:propre )?cote|(?:de|depuis|avec|sur|par) (?:son|leur) (?:propre )?"
    r"(?:telephone|portable|tel|compte|ordinateur|ordi)|sans moi"
    r"|par (?:ses|leurs) propres moyens|him ?self|her ?self|themselves|on (?:his|her|their) own)"
)
_WILL = (
    r"(?:(?:va|vont|veut|veulent|prefere\w*|compte\w*|souhaite\w*|doit|doivent|tient a|voudrait"
    r"|aimerait|peut|peuvent|pourra|will|wants to|prefers to) (?:bien |plutot )?)?"
)
_DOES = (
    rf"{_WILL}(?:s (?:y )?inscri\w+|(?:l |le |la |les )?(?:fait|fera|feront|font|ferait"
    r"|faire)(?: (?:sa|son|ca|cela|leur|l inscription|la demarche)(?: propre)?(?: \w+)?)?"
    r"|s en (?:occupe\w*|charge\w*)|registers?|register|sign up|signs up|do(?:es)? it)"
)
_BY_THEMSELVES = re.compile(
    rf"\b{_DOES}(?: \w+){{0,2}}? {_WAY}\b|\bfer\w* (?:sa|son|leur) propre\b"
    r"|\b(?:il|elle|ils|elles) (?:va |vont )?(?:se |s en )?(?:debrouill\w+)\b"
    r"|\b(?:il|elle|ils|elles) s en (?:charge\w*|occupe\w*)\b"
)
_IS_DONE = re.compile(
    r"\b(?:est|sont|etait) deja inscrite?s?\b"
    r"(?! (?:sur|dans|avec|comme) (?:ma|mon|notre|le|la|un|une|l)\b)"
    r"|\b(?:s est|se sont) (?:deja |bien )?inscri\w+\b(?! sur)|\bl (?:est|sont) deja\b"
    r"|\b(?:a|ont) deja (?:fait )?(?:son|sa|leur)s? (?:propre )?(?:inscription|place)\b"
    r"|\b(?:is|are) already registered\b"
)
_OF_WHO_WRITES = re.compile(
    r"\b(?:je|j|moi meme|m inscri\w+|nous|on|vous|tu|i|we|you|m a|m ont|nous a)\b"
)
_HEDGE = re.compile(
    r"\b(?:je|j|i) (?:le |l )?(?:crois|pense|suppose|imagine|espere|sais|ai cru comprendre|think"
    r"|believe)(?: bien)?\b|\bil me semble\b"
)
_ASKS = re.compile(
    r"\?|\b(?:comment|si|s il|s ils|s elle|est ce|peut (?:il|elle|on)|peuvent|doit (?:il|elle)"
    r"|how|whether|quand|faut)\b"
)
_GOES_ON = re.compile(
    r"^(?:mais |et |car |donc |or |but |and |ok |non |nan |merci |bon |oui |no )*"
    r"(?:il|elle|ils|elles|lui|eux|he|she|they|celle ci|celui ci|ce dernier|cette derniere|qui)\b"
)
"""What begins so tells of who is named just before."""
_WITHOUT_SUBJECT = re.compile(rf"(?:{_DOES}|(?:est|sont) deja)\b")
"""« Jeanne Morel, la présidente, préfère s’inscrire elle-même »."""
_LEFT_OUT = re.compile(
    r"\binscris? pas\b|\b(?:n |ne )?(?:l |la |le |les )?inscri(?:vez|s|re) (?:surtout |donc )?pas\b"
    r"|\b(?:viendra|vient|viendront|viennent|participe\w*)? ?(?:aussi|egalement)\b|\bmon\b|\bma\b"
    r"|\bpas besoin de (?:l |la |le )?inscrire\b"
)
_CUT = re.compile(
    r"(?:\s*[,;:]\s*(?=\D)|\s+(?=(?:mais|car|donc|but)\s)"
    r"|\s+(?=et (?:euh )?(?:elle|il|lui|moi|je|mon|ma|mes|notre|nos|le|la|les)\s))"
)


def read(text: str, known: Collection[str] = ()) -> Apart | None:
    """Part what tells of somebody who registers by themselves; None: nobody is said to.

    `known`: words of the names, in the plain form, of those who are registered here: of them it
    is no news.
    """
    told, rest, is_done = [], [], False
    for sentence in sentences.sentences(text):
        clauses = [one for one in _CUT.split(sentence) if one.strip()]
        while (at := _place(sentence, clauses)) is not None:
            start = _start(clauses, at)
            told += clauses[start : at + 1]
            is_done |= _says(clauses[at]) is _IS_DONE
            clauses = clauses[:start] + clauses[at + 1 :]
        rest.append(_joined(sentence, clauses))
    names = {*plain(" ".join(told)).split()} & {*known}
    if not told or names:
        return None
    return Apart(", ".join(told), " ".join(filter(None, rest)), is_done)


def wishes(text: str) -> bool:
    """« Paul veut s’inscrire »: said of somebody, and nobody is asked to register them."""
    said = normal(text)
    return _WISHES.search(said) is not None and _TO_US.search(said) is None


_WISHES = re.compile(
    r"\b(?:veut|voudrait|souhaite\w*|aimerait|va|doit|peut|veulent|wants to|would like to)"
    r" (?:bien |aussi |toujours )?(?:s(?: y)? inscrire|register|sign up)\b"
)
_TO_US = re.compile(r"\binscri(?:vez|s)\b|\binscrire (?:lui|la|le)\b|\bpouvez vous\b")


def asks_the_way(text: str) -> bool:
    """« Auriez-vous un lien ? », « il écrit où ? »: asked beside, and answered with the link."""
    said = normal(text).replace("?", " ")
    is_short = len(said.split()) <= _FEW
    return is_short and _WAY_IN.search(said) is not None and _OF_THE_DAY.search(said) is None


_FEW = 14
_WAY_IN = re.compile(
    r"\b(?:liens?|link|adresse|(?:dis|dire|donne|envoie) quoi"
    r"|comment (?:doit|peut|fait|dois|on|il|elle)|contacter"
    r"|(?:il|elle|ils|elles) (?:tape|ecri\w+|va|vont|passe\w*|clique\w*"
    r"|doi\w+ (?:faire|ecrire|aller))"
    r"|how (?:can|does|do|should))\b"
)
_OF_THE_DAY = re.compile(
    r"\b(?:salle|lieu|journee|repas|parking|gare|programme|heures?|prix|mail|e mail|room|lunch)\b"
)


def wants_link(text: str) -> bool:
    """« Nos voisins aimeraient s’inscrire, quel lien leur faire passer ? »."""
    said = normal(text)
    return "?" in text and _LINK.search(said) is not None and "invitation" not in said


_LINK = re.compile(
    r"\b(?:veulent|aimerai\w+|voudrai\w+|souhait\w+|pour|interess\w+)\b.*\bs inscri\w+"
    r".*\bliens?\b"
    r"|\bliens?\b.*\b(?:s inscri\w+|d inscription)\b"
)


def asks(text: str) -> bool:
    """« Paul s’est inscrit aussi ? »: asked of somebody who registers by themselves."""
    each = [normal(one).replace("?", " ") for one in sentences.parted(text)[1]]
    return any(_ASKED_OF.search(one) and not _OF_WHO_WRITES.search(one) for one in each)


_ASKED_OF = re.compile(
    r"\b(?:s est|se sont|s etait)(?: t)?(?: (?:il|elle|ils|elles))? (?:\w+ ){0,2}?inscri\w+"
    r"|\b(?:il|elle|ils|elles) s inscri\w+|\b(?:est|sont) (?:bien|deja) inscrite?s?\b"
    r"|\b(?:has|have) \w+(?: \w+)? (?:already )?registered\b"
)


def _place(sentence: str, clauses: list[str]) -> int | None:
    """The first clause that says it."""
    is_asked = sentence.rstrip().endswith("?")
    found = [at for at, one in enumerate(clauses) if _says(one) is not None]
    found = [at for at in found if not (is_asked and at == len(clauses) - 1)]
    return found[0] if found else None


def _says(clause: str) -> re.Pattern[str] | None:
    said = _HEDGE.sub(" ", normal(clause)).strip()
    if _ASKS.search(said) or _OF_WHO_WRITES.search(said):
        return None
    return next((one for one in (_BY_THEMSELVES, _IS_DONE) if one.search(said)), None)


def _start(clauses: list[str], at: int) -> int:
    """Where what is said of them begins: they may be named in the clause before."""
    said = normal(clauses[at]).strip()
    if at and _WITHOUT_SUBJECT.match(said):
        own = [place for place in range(at) if _OF_WHO_WRITES.search(normal(clauses[place]))]
        return max(own, default=-1) + 1
    if not at or _GOES_ON.match(said) is None:
        return at
    start = at - 1
    if start and _NOT_BY_US.search(normal(clauses[start])):
        start -= "inscri" not in clauses[start]  # « …, je ne m’en occupe pas, il s’inscrit seul »
    before = normal(clauses[start])
    is_of_them = _NOT_BY_US.search(before) or not _OF_WHO_WRITES.search(before)
    return start if is_of_them and _LEFT_OUT.search(before) else at


_NOT_BY_US = re.compile(
    r"\b(?:je|on|nous) (?:(?:n|ne) )?(?:m en |s en |l |la |le |les )?"
    r"(?:occupe|charge|inscris?|gere) pas\b"
)


def _joined(sentence: str, clauses: list[str]) -> str:
    said = ", ".join(one.strip(" ,;") for one in clauses)
    if not re.search(r"\w", said) or plain(said) in _NOTHING:
        return ""
    end = sentence.rstrip()[-1:]
    return said if said.endswith(end) or end not in ".?!" else said + end


_NOTHING = frozenset({"non", "non non", "oui", "no", "yes", "ok", "non merci", "merci", "mais"})
