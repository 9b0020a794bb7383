"""One answer, named by what it is: « ma fonction, c’est directrice », « mettez société civile »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.party import Category
from bot.understanding import roles
from bot.understanding.functions import FUNCTIONS, LITTLE
from bot.understanding.normal import plain


class Label(StrEnum):
    """Which answer is named."""

    FUNCTION = "function"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Labelled:
    """What an answer is said to be, and of whom: words; empty, it is not said."""

    label: Label
    value: str
    whom: str = ""
    is_own: bool = False
    is_put: bool = False
    """« mettez directrice »: of who writes, where nobody else is named or shown."""


_STATED = re.compile(
    r"(?<![\w'’-])(?P<whose>ma|mon|my|sa|son|his|her|la|le|l['’]|the)?\s?"
    r"(?:(?P<function>fonction|titre|poste|m[ée]tier|profession|job|title|function|role)"
    r"|structure|organisation|organisme|association|asso|employeur|employer|organization)\b"
    r"(?: (?:exacte?|officiel(?:le)?|actuel(?:le)?))?"
    r"(?: (?:de |d['’]|of |pour )(?P<whom>(?:M\.|Mr\.)?[\w'’ -]{2,40}?))?"
    r"(?:\s*,?\s+(?:c(?:['’ ]?est)?\b|ce serait|est la suivante\b|à savoir\b"
    r"|devrait [êe]tre|doit [êe]tre|est|serait|s['’ ]appelle|is|should be)|\s*[:=])\s*[:=«\"“]?\s+"
    r"(?P<value>[^.;!?\n]{2,90})",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    r"\bc(?:['’ ]?est|['’])\s?(?:l[ae] |l['’])?(?P<value>[\w'’ -]{3,60}?),?\s+(?P<whose>ma|sa|son"
    r"|mon)\s+"
    r"(?:(?P<function>fonction|titre|poste)|structure|organisation|asso|association)\b",
    re.IGNORECASE,
)
_NAMED_LAST = re.compile(
    r"\b(?:elle|il|[çc]a) s['’ ]?appelle (?P<value>[^.;!?\n,]{2,60}?),? (?:l['’]|notre |mon |la )"
    r"(?:asso|association|structure|organisme|entreprise|soci[ée]t[ée])\b",
    re.IGNORECASE,
)
"""« elle s’appelle La Manivelle, l’association »."""
_APPOSED = re.compile(r",\s+(?:les?|la|l['’]|une?|des|donc|the|an?)\b.*$", re.IGNORECASE)
"""« c’est La Gaule, les pêcheurs du lac »: the name, and what it is."""
_OF_WHOM = re.compile(
    r"(?P<whom>(?:M\.|Mme|Mr)?\s?[A-ZÉÈ][\w'’-]+(?:\s[A-ZÉÈ][\w'’-]+)?)\s*[:,]\s*(?:sa |la )?"
    r"(?:(?P<function>fonction|titre|poste)|structure|organisme|organisation)\s*(?::|c['’ ]?est"
    r"|=)?\s+"
    r"(?P<value>[^.;!?\n]{2,90})"
)
"""« M. Chalayer : fonction trésorier »."""
_RATHER = re.compile(
    r"\s*,?\s+(?:svp|stp|s['’ ]?il (?:vous|te) pla[iî]t|please|merci)\b.*$"
    r"|\s*,?\s+(?:et )?(?:pas|non|au lieu d\w*|plut[ôo]t qu\w*|not|rather than)\b.*$"
    r"|\s*,?\s+et (?:celle|celui) d.*$|\s*,?\s+(?:tout court|simplement|seulement|uniquement)$",
    re.I | re.S,
)


_SAID_OF = re.compile(
    r"(?:(?:pourtant|deja|bien|pas|plus|encore|toujours|la|tres|quand meme|desormais|maintenant"
    r"|enfin|aussi|donc|already|not|still|now) )*"
    r"(?:ecrit\w*|dite?s?|notee?|indiquee?|precisee?|marquee?|donnee?|mise?|fausse?|faux|bon(?:ne)?"
    r"|juste|correcte?|exacte?|erronee?|incorrecte?|pareil\w*|ca|quoi|laquelle|wrong|right|fine"
    r"|written|correct)\b"
)
"""« ma fonction, c’est pourtant écrit »: said of the answer, and none."""


def stated(text: str) -> list[Labelled]:
    """Each answer that is named and given: « la fonction de Luc est maire, et non adjoint »."""
    given = [
        Labelled(
            Label.FUNCTION if found["function"] else Label.ORGANISATION,
            _value(found),
            found["whom"] or "",
            (found["whose"] or "").lower() in ("ma", "mon", "my"),
        )
        for found in _STATED.finditer(text)
        if not _SAID_OF.match(plain(found["value"]))
    ]
    given += [
        Labelled(Label.ORGANISATION, found["value"].strip(" ,«»\"'’"))
        for found in _NAMED_LAST.finditer(text)
    ]
    given += [
        Labelled(
            Label.FUNCTION if found["function"] else Label.ORGANISATION,
            _RATHER.sub("", found["value"]).strip(" ,«»\"'’"),
            found["whom"],
        )
        for found in _OF_WHOM.finditer(text)
        if not given
    ]
    return (
        given
        or [
            Labelled(
                Label.FUNCTION if found["function"] else Label.ORGANISATION,
                found["value"].strip(),
                is_own=found["whose"].lower() in ("ma", "mon"),
            )
            for found in _REVERSED.finditer(text)
        ]
        or list(_put(text))
    )


def _value(found: re.Match[str]) -> str:
    value = _RATHER.sub("", found["value"])
    return (value if found["function"] else _APPOSED.sub("", value)).strip(" ,«»\"'’")


def names_one(text: str) -> bool:
    """Whether an answer is named by what it is: « la structure, c’est… »."""
    return _NAMED_LAST.search(text) is not None or any(
        not _SAID_OF.match(plain(found["value"])) for found in _STATED.finditer(text)
    )


# ---- « mettez adjointe à la voirie », « pour Luc, mettez directeur »

_PUT = re.compile(
    r"(?:\b(?:pour|dans (?:la (?:fiche|case|ligne)|l['’]inscription|le cas) (?:de |d['’]))\s*"
    r"(?P<before>[\w'’ -]{2,40}?)\s*,?\s+|\b(?:dans|sur|pour) (?P<own>la mienne|ma (?:fiche|ligne"
    r"|case)|mon inscription)\s*,?\s+)?"
    r"(?:\b(?P<whose>ma|mon|la|le|l['’]|my)\s?(?P<label>fonction|titre|poste|m[ée]tier|structure"
    r"|organisation|organisme|employeur|job|title|role)(?: de (?P<of>[\w'’ -]{2,40}?))?\s*,?\s+)?"
    r"(?:(?:vous pouvez|pouvez-vous|tu peux|il faut|faut|merci de|veuillez)\s+)?"
    r"\b(?:mettez|mettre|met|mets|notez|noter|[ée]cri(?:vez|re)|put)"
    r"(?:[- ](?:moi|plut[ôo]t|donc|bien|juste|simplement|svp|comme|me))*\s+"
    r"(?P<value>[^.;!?\n]{3,90})",
    re.IGNORECASE,
)
_PUT_ENDS = re.compile(
    r"\s*,?\s*\b(?:(?:et|puis|and)\s+(?:sinon|c['’ ]?est|ensuite|apr[èe]s|merci|je|on|vous|the"
    r"|(?:re)?(?:valide|confirme|enregistre|envoie|envoye|inscri)\w*|confirm|go)\b.*"
    r"|s['’ ]?il (?:vous|te) pla[iî]t.*|svp|stp|please|merci\b.*"
    r"|[àa] la place (?:de |d['’]).*)\s*$",
    re.IGNORECASE,
)
_PUT_AS = re.compile(
    r"\s+(?:comme|en|pour|[àa] la place de|dans|as)\s+(?:la |le |ma |mon |sa |son |l['’]|case )*"
    r"(?P<label>fonction|titre|poste|m[ée]tier|structure|organisation|organisme|employeur|job)$",
    re.IGNORECASE,
)
"""« mettez Les Haies Vives comme structure »."""
_PUT_FOR = re.compile(r"\s+(?:pour|for)\s+(?P<whom>[\w'’ .-]{2,40})$", re.IGNORECASE)
_SOMEBODY = re.compile(r"(?:le|la|l|un|une|notre|mon|ma|deux|trois|the|my|our)\b")
"""« mettez la directrice »: who is to come, rather than what somebody is."""
_IN_PLACE = re.compile(
    r"\b(?:ma|sa|son|leur|notre|votre) place\b|\b(?:aussi|en plus|instead|avec moi)\b", re.I
)


def _put(text: str) -> Iterator[Labelled]:
    """What is to be put, where it is a function or an organisation."""
    for found in _PUT.finditer(text):
        value = _RATHER.sub("", _PUT_ENDS.sub("", found["value"]))
        after = _PUT_FOR.search(value)
        value = (value[: after.start()] if after else value).strip()
        named = _PUT_AS.search(value)
        value = value[: named.start()] if named else value
        quoted = _QUOTED.match(value)
        value = (quoted[1] if quoted else value).replace(" ET ", " et ").strip(" ,'’«»\"")
        label = _label(named["label"] if named else found["label"], value)
        whom = (after["whom"] if after else found["before"] or found["of"]) or ""
        whom = "" if _ITS_LABEL.search(whom) else whom
        is_own = plain(whom) in ("moi", "me") or (found["whose"] or "").lower() in ("ma", "mon")
        is_own |= found["own"] is not None
        if label is not None and not _IN_PLACE.search(found["value"]):
            yield Labelled(label, value, "" if is_own else whom, is_own, is_put=True)


def _label(named: str | None, value: str) -> Label | None:
    """What the words are: as they are called, or by themselves; None: neither."""
    words = plain(value).split()
    if any(re.fullmatch(one, " ".join(words)) for one in _CAPACITIES.values()):
        return None
    if named:
        return Label.FUNCTION if _IS_FUNCTION.match(named) else Label.ORGANISATION
    if roles.is_body(value):
        return Label.ORGANISATION
    is_function = any(one.start == 0 for one in FUNCTIONS.find(words))
    is_function |= bool({*words[:1]} & (FUNCTIONS.vocabulary - LITTLE))
    is_somebody = _SOMEBODY.match(plain(value)) is not None
    return Label.FUNCTION if is_function and not is_somebody else None


_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]")
_ITS_LABEL = re.compile(r"\b(?:fonction|titre|poste|structure|organisme)\b", re.IGNORECASE)
"""« pour ma fonction, mettez maire »: of nobody by name."""
_IS_FUNCTION = re.compile(r"fonction|titre|poste|m[ée]tier|job|title|role", re.IGNORECASE)


# ---- in what capacity

_CAPACITIES = {
    Category.ELECTED: r"elue?|elected",
    Category.STAFF: r"agente?|technicien(?:ne)?|fonctionnaire|staff",
    Category.CIVIL: r"(?:la )?societe civile(?: organisee)?|associati(?:f|ve)"
    r"|(?:organised )?civil society(?: one)?|voluntary(?: sector)?",
}
_NOT = (
    r"(?:pas|non|ni|pourquoi|faux(?: pour| pr)?|plutot qu|au lieu d|plutot que"
    r"|plutot [a-z ]{3,40} qu?e?|not|rather than|instead of)"
)
_DENIED = (
    rf"\b{_NOT}(?: (?:comme|vraiment|really|an?|en tant qu|d|de|une?|l|la|le|cette?|moi|lui|elle"
    r"|qui (?:suis|est)))* "
)
_AFTER = (
    r" (?:non\b|(?:c est|ce n est) pas (?:moi|nous|lui|elle)\b|pas (?:vraiment|du tout|$)"
    r"|(?:and|mais|but) (?:i m|i am|he s|she s) not)"
)


_SOUGHT = re.compile(
    r"\b(?:cherch\w*|recherch\w*|trouv\w*|manqu\w*|faut|besoin|avec|connai\w*|propos\w*|prefer\w*|look\w*|find"
    r"|c est)(?: \w+){0,3} (?:une?|des|d|autres?|an?|some) (?:autres? )?(?:elue?s?|agente?s?"
    r"|technicien\w*|fonctionnaires?|elected)\b(?! que je suis)"
    r"|\bqui (?:serait|soit|sera) (?:(?:une?|plutot|plutot une?) )?(?:elue?|agente?"
    r"|technicien\w*)\b"
)
"""« je cherche un élu », « c’est un élu que je cherche »: somebody else's capacity."""


def capacity(text: str) -> tuple[Category | None, Category | None]:
    """In what capacity somebody is said to come, and in which they are said not to.

    None: it is not said, or of several.
    """
    sentence = _SOUGHT.sub(" ", plain(text))
    said: set[Category] = set()
    denied: set[Category] = set()
    for category, names in _CAPACITIES.items():
        refused = re.compile(rf"{_DENIED}(?:{names})\b|\b(?:{names}){_AFTER}")
        denied |= {category} if refused.search(sentence) else set()
        rest = refused.sub(" ", sentence)
        said |= {category} if re.search(rf"\b(?:{names})\b", rest) else set()
    return _only(said), _only(denied)


_LOOSELY = re.compile(
    r"\b(?:asso|associations?|benevoles?|citoyen(?:ne)?s?|habitante?s?|militante?s?|volunteers?"
    r"|charity)\b"
)
"""What tells of civil society, beside another capacity that is denied."""


def capacities(text: str) -> list[tuple[str, Category | None, Category | None]]:
    """Each clause, and in what capacity it says that somebody comes, and in which not.

    « Je suis pas agent, je suis bénévole »: where one is denied, a word is enough for another.
    """
    told = [(one, *capacity(one)) for one in clauses(text)]
    if all(denied is None for _, _, denied in told) or any(said for _, said, _ in told):
        return told
    return [
        (one, Category.CIVIL if _LOOSELY.search(plain(one)) else None, denied)
        for one, _, denied in told
    ]


_CLAUSE = re.compile(
    r"\s*[,;.!?]\s*|\s+(?:et|mais|and|but)\s+(?=(?:moi|je|elle|il|i|she|he)\b)", re.I
)


def clauses(text: str) -> list[str]:
    """The parts of a sentence, each about somebody: « Luc est élu, et moi je suis agente »."""
    return [one for one in _CLAUSE.split(text) if one.strip()]


def _only(found: set[Category]) -> Category | None:
    return next(iter(found)) if len(found) == 1 else None


# ---- who is written to

_CONTACT = re.compile(
    r"\b(?:contact|qui (?:vous )?(?:ecri\w+|parle)|vous (?:m )?ecri\w+|personne a (?:contacter"
    r"|joindre|prevenir)|qui (?:fait|a fait) l inscription|je suis|i am|i m)\b"
)
_REACH = re.compile(r"\bcontacts? (?:de |d['’]|of )[^@\d]*(?:\S@\S|\d\d)", re.IGNORECASE)
"""« le contact de Nadège, c’est nadege@… »: how she is reached, and not who is written to."""
_AN_ADDRESS = re.compile(r"\S+@\S+")
_I_AM_NOT = re.compile(r"\b(?:je (?:ne )?suis (?:pas|plus|jamais)|i am not|i m not)(?: \w+){0,2}")
"""« je ne suis pas sûre »: that tells of no contact."""
_NOT_THEM = re.compile(r"\b(?:pas|non|not|et pas|et non)\b(?: \w+){1,4}")


_AN_ADDRESS = re.compile(r"\S+@\S+")
_LEADING = re.compile(r"^(?:(?:ah|oh|euh|heu|mais|ben|bah|non|nan|no|enfin) )+")
_UNSURE = re.compile(
    r"\b(?:je suis|i am|i m) (?:(?:pas|plus|vraiment|tres|trop|not|so) )*"
    r"(?:sure?|certaine?|desolee?|sorry|navree?)\b"
)
"""« je suis pas sûre »: nobody is named."""
_FEW = 8
"""Words after « contact » that say who it is."""


def contact(text: str) -> str | None:
    """The words that say who is written to: « le contact, c’est moi, pas Odile »; None: none do."""
    if _REACH.search(text):
        return None
    said = _LEADING.sub("", plain(_AN_ADDRESS.sub(" ", text)))
    sentence = _NOT_THEM.sub(" ", _UNSURE.sub(" ", _I_AM_NOT.sub(" ", said)))
    found = _CONTACT.search(sentence)
    return " ".join(sentence[found.start() :].split()[:_FEW]) if found else None
