"""Words of functions and bodies that are mistyped, or written as they are heard."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.understanding import known_words
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain, vocabulary

_WORD = re.compile(r"(?<![\w@.'’-])[^\W\d_]{4,}(?![\w@.-])")
_NEAR, _FARTHER = 7, 10
"""From so many letters on, one may be wrong, or two; shorter words have to sound the same."""
_WORDS = {
    plain(word): word
    for word in vocabulary(
        """
        maire mairie adjoint adjointe conseiller conseillère municipal municipale communal communale
        communautaire communauté commune élu élue agent agente technicien technicienne président
        présidente secrétaire trésorier trésorière directeur directrice responsable animateur
        animatrice coordinateur coordinatrice assistant assistante stagiaire employé
        employée salarié salariée bénévole membre délégué déléguée député députée association
        collectif agriculteur agricultrice apiculteur apicultrice arboriculteur éleveur éleveuse
        maraîcher maraîchère viticulteur vigneron vigneronne boulanger boulangère artisan artisane
        commerçant commerçante restaurateur restauratrice habitant habitante citoyen citoyenne
        bibliothécaire médiateur médiatrice ingénieur ingénieure urbaniste retraité retraitée
        journée territoire structure fonction collègue collègues fontainier cantonnier jardinier
        """
    )
}
"""Those that are looked for, without accents, and as they are written."""


@lru_cache(maxsize=64)
def put_right(text: str) -> str:
    """Write the words of a function or a body as they are spelt, where no other word is written so.

    « consseillere a la méri » is « conseillère a la mairie ». Names stay: what begins with a
    capital within a sentence, and what dictionaries know of words, first names and last names.
    """
    text = _offices_spelt(spelt_out(text))
    said = _WORD.sub(lambda found: _nearest(found.group(), is_first=found.start() == 0), text)
    return _OF_COMMUNE.sub(r"\1s", said)


def spelt_out(text: str) -> str:
    """Write « jsuis », « c la mairie » as they are spelt; other words stay as they are."""
    return _HEARD.sub(lambda found: _SPELT[found.group().lower()], text)


_SPELT = {
    "cest": "c’est", "c": "c’est", "jai": "j’ai", "g": "j’ai", "jtai": "je t’ai", "ya": "il y a",
    "jsuis": "je suis", "jsui": "je suis", "chui": "je suis", "chuis": "je suis",
    "jviens": "je viens", "cé": "c’est", "minscrire": "m’inscrire", "minscrir": "m’inscrire",
    "minscri": "m’inscris", "minscris": "m’inscris", "minscrit": "m’inscris",
    "voudré": "voudrais", "voudrè": "voudrais", "voudrer": "voudrais", "jvoudrais": "je voudrais",
    "jvoudré": "je voudrais", "jveux": "je veux", "jveu": "je veux", "jvx": "je veux",
}  # fmt: skip
_HEARD = re.compile(
    r"(?<![\w.@'’-])(?:cest|cé|jai|jsuis?|chuis?|ya|jtai|jviens|minscri(?:re?|s|t)?|voudr[éè]"
    r"|voudrer|jvoudr(?:ais|é)|jveux?|jvx|[cg](?= (?!est\b|ai\b)[a-zà-ÿ]{2}))"
    r"(?![\w.@'’-])",
    re.IGNORECASE,
)
"""« cest », « c la mairie », « g pas de tel », as one writes in text messages."""
_COUNCIL = r"(?P<of>municip|communaut|d[ée]partement|r[ée]gion)a(?:le?s?|ires?)"
_OFFICES = tuple(
    (re.compile(pattern, re.IGNORECASE), right)
    for pattern, right in (
        (rf"\bconseill(?:é|ez|er|e)[ -]+{_COUNCIL}\b", r"conseiller \g<of>al"),
        (rf"\bconseill(?:é|er|è|èr)e[ -]+{_COUNCIL}\b", r"conseillère \g<of>ale"),
        (r"\bcommunautale?\b", r"communautaire"),
        (r"\bvis[ -]+(?=pr[ée]sid)", "vice-"),
        (
            r"\b(?P<who>adjointe?s?|secr[ée]t[èea]i?re) (?:au|[àa] la|du|de la) m[èé]re?\b",
            r"\g<who> au maire",
        ),
        (r"\bm[èé]re[ -](?=adjoint)", "maire-"),
        (r"\b(?P<the>(?:monsieur |m\. )?le) m[èé]re\b", r"\g<the> maire"),
        (
            r"\bqui (?:ai|é|es|et)(?= (?:l[ae] |une? )?(?:conseill|adjoint|maire|m[éè]re|pr[ée]sid"
            r"|secr|agent|techn|[ée]lu|vi[cs]|tr[ée]s|direct|b[ée]n[ée]v|agricul|animat))",
            "qui est",
        ),
    )
)
"""« conseillé municipale », « vis président », « adjointe au mère »: written as they are heard."""


def _offices_spelt(text: str) -> str:
    for office, right in _OFFICES:
        text = office.sub(right, text)
    return text


_OF_COMMUNE = re.compile(r"(\bcommunaut[ée] de commune)\b", re.IGNORECASE)


def _nearest(word: str, *, is_first: bool) -> str:
    said = plain(word)
    is_name = word[:1].isupper() and not (is_first or word.isupper())
    if is_name or len(said) != len(word) or known_words.kinds(said) != known_words.UNKNOWN:
        return word
    right = _like(said)
    return word if right is None else right.capitalize() if word.istitle() else right


@lru_cache(maxsize=512)
def _like(said: str) -> str | None:
    """The word that sounds the same, or is nearest; None: none is near, or it is one."""
    if {said, said.removesuffix("s")} & (_WORDS.keys() | FUNCTIONS.vocabulary):
        return None
    most = (len(said) >= _NEAR) + (len(said) >= _FARTHER)
    sounds = [one for one in _WORDS if _sound(one) == _sound(said)]
    near = [one for one in _WORDS if OSA.distance(said, one) <= most and one[0] == said[0]]
    nearest = min(sounds or near, key=lambda one: OSA.distance(said, one), default=None)
    return nearest and _WORDS[nearest]


_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:e?au|aux?)", "o"),
        (r"(?:ai|ei|ae)", "e"),
        (r"ph", "f"),
        (r"qu|k|q|c(?=[aoulrt])", "c"),
        (r"dj", "j"),
        (r"g(?=[ei])", "j"),
        (r"(?:ss|sc|c|t(?=ion)|z|x)(?=[eiy])", "s"),
        (r"y", "i"),
        (r"h", ""),
        (r"(?:en|em|an|am)(?=[^aeiounm]|$)", "a"),
        (r"(\w)\1", r"\1"),
        (r"(?<=\w\w)(?:e?s|e|t|d)$", ""),
        (r"(?<=\w\w)[etd]$", ""),
    )
]


@cache
def _sound(word: str) -> str:
    """How a word is said, nearly: two that sound alike have the same."""
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    return word
