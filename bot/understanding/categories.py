"""In what capacity a person comes: elected, staff, or organised civil society."""

import re
from collections.abc import Iterator
from typing import Literal

from rapidfuzz.distance import OSA

from bot.domain.party import Category
from bot.understanding.abbreviations import written_out
from bot.understanding.functions import FUNCTIONS, Mark
from bot.understanding.lexicon import Found
from bot.understanding.normal import normal, plain, vocabulary
from bot.understanding.results import Reading, Unclear, Understood
from bot.understanding.speech import is_speech

_NONE = re.compile(r"\b(aucune?|ni|none|neither|pas|autre|sais|nothing|not)\b")
# « je suis élu », « moi c’est agent »; « pas » has its own answer.
_OF_ONESELF = vocabulary(
    "je j suis ai moi on est pas merci svp bonjour ca toujours encore viens vient deja"
    " i am the is we are il elle comme la en a"
)
_NAMING = (
    "elu", "elue", "agent", "agente", "technicien", "technicienne", "societe", "civile",
    "association", "associatif", "benevole", "fonctionnaire", "citoyen",
    "citoyenne", "habitant", "habitante", "adjoint", "adjointe", "secretaire", "directeur",
    "directrice", "animateur", "animatrice", "elected", "staff", "mayor", "councillor",
)  # fmt: skip
_BOTH = re.compile(r"\b(les (deux|trois)|both|un peu des deux|tous|ou|or)\b")


def told(text: str) -> Reading[Category]:
    """Read a category out of a whole sentence: what is said first counts.

    « Société civile, puisque c’est une fédération. Salarié, donc technicien si vous préférez ».
    """
    text = _INSISTS.sub(" ", text).strip(" ,;")
    if _AT_CLUB.search(plain(text)) and not _OFFICIAL.search(plain(text)):
        return Understood(Category.CIVIL)
    if _RESIDENT.search(plain(text)) and not _OFFICIAL.search(plain(text)) and "?" not in text:
        return Understood(Category.CIVIL)
    reading = read(text)
    if not isinstance(reading, Unclear) or _BOTH.search(plain(text)):
        return reading
    if "?" in text:  # « élu, conseiller municipal, c’est pas clair ? »
        answer = read(re.split(r"[,.;!]", text)[0]) if re.search(r"[,.;!].*\?", text) else reading
        return answer if isinstance(answer, Understood) else reading
    rank = _RANK.fullmatch(plain(text))
    if rank is not None:
        return Understood(_RANKED[rank["rank"][:2]])
    if _DENIED.search(plain(text)):
        rather = _RATHER.search(plain(text))
        left = rather["what"] if rather is not None else _NOT_THAT.sub(" ", plain(text))
        answer = read(left)
        return answer if isinstance(answer, Understood) else _named(left) or reading
    clauses = [one for one in re.split(r"[,;.!:\n…]+", text) if not _FILLS.fullmatch(plain(one))]
    first = read(clauses[0]) if clauses else reading
    if isinstance(first, Understood):
        return first
    return _named(plain(text)) or reading


_FITS_NONE = re.compile(
    r"\b(?:aucune?s? (?:des (?:trois|3|titres|cases|categories|choix|propositions|deux)"
    r"|de (?:ces|vos|ca|tout ca|cela|celles|ceux)\b)"
    r"|(?:rentre|entre|suis|corresponds?) (?:dans|a) (?:aucune?|pas|rien)\b|dans aucune?\b"
    r"|rien de (?:tout )?(?:ca|cela)|ni l une? ni l autre|pas dans (?:vos|ces|les) cases"
    r"|none of (?:them|these|the three|those)|neither of)\b"
    r"|^(?:(?:non|euh|ben|bah|moi|je dirais) )*(?:aucune?|autre|autre chose|none|other|neither)"
    r"(?: (?:je crois|merci|je pense|desolee?|svp))*$"
)


def fits_none(text: str) -> bool:
    """« aucun des trois, je suis de la presse »: none of the categories, and none is told."""
    said = plain(text)
    found = None if "?" in text else _FITS_NONE.search(said)
    if found is None:
        return False
    rest = f"{said[: found.start()]} {said[found.end() :]}".strip()
    return (
        not isinstance(read(rest), Understood)
        and _named(rest) is None
        and not any(True for one in FUNCTIONS.find(rest.split()) if one.value in set(Category))
    )


def _named(said: str) -> Understood[Category] | None:
    """The only category that is named somewhere, spelt nearly well."""
    said = " ".join(map(_well_spelt, said.split()))
    found = {one for one, names in _NAMED.items() if re.search(rf"\b(?:{names})\b", said)}
    return Understood(found.pop()) if len(found) == 1 else None


_AT_CLUB = re.compile(r"\b(?:c|ca) (?:est|c est) (?:une )?(?:asso|association|associatif)\b")
_RESIDENT = re.compile(
    r"\b(?:(?:simple|juste|que|just|only|mere) (?:(?:une?|an?) )?(?:habitante?|citoyen(?:ne)?"
    r"|particuli(?:er|ere)|retraitee?|resident|citizen)"
    r"|a titre (?:personnel|prive|individuel)|comme tout le monde|pour moi meme)\b"
)
"""« à aucun titre, je suis un simple habitant »."""
_INSISTS = re.compile(
    r"\b(?:je (?:vous |te )?(?:l['’]ai |le )?(?:d[ié]j[àa] )?(?:dis|dit|r[ée]p[èe]te)|j['’]ai dit"
    r"|[ée]videmment|forc[ée]ment|of course|as i said)\b",
    re.IGNORECASE,
)
_FILLS = re.compile(r"(?:(?:ah|oh|ben|bah|bon|alors|non|oui|euh|mais|moi|donc|well|so|hmm)\s?)*")
_RANK = re.compile(
    r"(?:(?:mettez|prenez|disons|plutot|alors|donc|moi|c est|ce sera|le|la|l|les|the|put|one"
    r"|celui|celle|du|bouton|choix|option|numero|n|case|reponse)\s)*"
    r"(?P<rank>1er|premier|premiere|first|2e|2eme|deuxieme|second|seconde|3e|3eme|troisieme|third"
    r"|dernier|derniere|last|milieu|[123])(?:\s(?:one|case|choix|titre|alors|svp|merci|bouton"
    r"|please))*"
)
_RANKED = {
    "1e": Category.ELECTED, "pr": Category.ELECTED, "fi": Category.ELECTED,
    "2e": Category.STAFF, "de": Category.STAFF, "se": Category.STAFF,
    "3e": Category.CIVIL, "tr": Category.CIVIL, "th": Category.CIVIL, "la": Category.CIVIL,
    "1": Category.ELECTED, "2": Category.STAFF, "mi": Category.STAFF, "3": Category.CIVIL,
}  # fmt: skip
_DENIED = re.compile(r"\b(?:pas|ni|not|aucune?|none)\b")
_NOT_THAT = re.compile(
    r"(?:\b(?:je|j|moi|il|elle|on|nous|ne|n|suis|est|sommes) ){0,4}\b(?:pas|ni|not) "
    r"(?:(?:vraiment|du tout|encore|un|une|des|de|d|du|the|a|an) )*[a-z]+"
)
"""« je ne suis pas élue »: what is left tells what they are."""
_RATHER = re.compile(r"\b(?:plutot|donc|mais|rather|but)\b (?P<what>.+)$")
_NAMED = {
    Category.ELECTED: r"elue?s?|maire|elected",
    Category.STAFF: r"agente?s?|technicien(?:ne)?s?|fonctionnaires?|staff"
    r"|salariee? d une collectivite",
    Category.CIVIL: r"societe civile|associations?|associati(?:f|ve)s?|asso|benevoles?"
    r"|civil society|voluntary sector|charity|(?:du|dans le|secteur) prive",
}
"""What names a category wherever it stands in a sentence."""


def read(text: str) -> Reading[Category]:
    """Read a category, from its name or from a function.

    Unclear: « several » (two of them: ask in which capacity), « none » (none of the three, or a
    denial), « vague » (a function that decides nothing), « no_category ».
    """
    sentence = normal(written_out(text))
    if len(sentence.split()) <= _SHORT:  # « agent ? » says so all the same
        sentence = sentence.replace("?", " ").strip()
    if "?" in sentence or len(text) > 200 or is_speech(sentence, _OF_ONESELF):
        return Unclear("no_category")
    if _BOTH.search(sentence):
        return Unclear("several")
    if _NONE.search(sentence):
        return Unclear("none")
    words = sentence.split()
    marks = {found.value for found in _heads(words)}
    if not marks and len(words) <= 3:
        marks = {found.value for found in FUNCTIONS.find([_well_spelt(word) for word in words])}
    certain = [category for category in Category if category.value in marks]
    if "former" in marks:
        return Unclear("vague")
    if len(certain) > 1:
        return Unclear("several")
    if certain:
        return Understood(certain[0])
    return Unclear("vague" if marks else "no_category")


def _heads(words: list[str]) -> Iterator[Found[Mark]]:
    """Give what a person is; what a function is about is none of it.

    « conseillère déléguée à la vie associative » is a conseillère, and nothing else; « conseillère
    et présidente d’association » is both.
    """
    found = list(FUNCTIONS.find(words))
    for at, one in enumerate(found):
        before = [word for word in words[: one.start] if word not in _ARTICLES]
        is_first = at == 0 or found[0].value not in set(Category)
        if is_first or one.value == "former" or before[-1] in _BESIDES or not _LINKS & {*before}:
            yield one


_ARTICLES = vocabulary("le la l un une the a an")
_BESIDES = vocabulary("et ou and or mais aussi puis egalement sinon donc but also")
_LINKS = vocabulary("a au aux d de du des en pour sur charge chargee delegue deleguee of for in")
_SHORT = 4
"""So many words may end with a question mark and still be an answer."""


_NO_SLIP = vocabulary("elle elles elise celle celui avant argent agence agenda")
"""Words as near to a category’s name as a slip, that are none."""


def _well_spelt(word: str) -> str:
    """Put the word right that names a category, one or two letters away: « tecnicienne »."""
    if len(word) < 4 or word in _NAMING or word in _NO_SLIP:
        return word
    close = (one for one in _NAMING if OSA.distance(word, one) <= (1 if len(one) < 8 else 2))
    return next(close, word)


# The secretary of an association is none of a town hall.
_OFFICER = re.compile(
    r"(?:(?:simple|juste) )?(?:vice )?(?:secretaire|tresori\w+|president\w*|membre"
    r"|benevole|adherente?|sympathisante?)\b(?! de mairie)"
)
_SECRETARY = re.compile(r"(?:la |le )?secretaire(?: adjointe?)?")
_CLUB = re.compile(
    r"\b(?:associations?|asso|amis|amicale|club|comite|foyers?|collectif|cuma|cld|union|federation"
    r"|conseil (?:local |citoyen )?de dev\w*|conseil citoyen|mjc|ligue|confederation|scop|scic)\b"
)
_OFFICIAL = re.compile(
    r"\b(?:maire|mairesse|adjointe?|conseillere? (?:municipal|communautaire|departemental"
    r"|regional)\w*"
    r"|elue?|dgs|fonctionnaire|agente?)\b"
)
_EMPLOYED = re.compile(
    r"(?:stagiaire|salariee?|employee?|animat\w+|direct\w+|coordinat\w+|chargee?|apprentie?"
    r"|delegue\w*|permanente?|assistante?|secretaire|mediat\w+|comptable|trainee|intern|director"
    r"|manager|officer)\b"
)
_UNCLEAR_BODY = re.compile(
    r"\b(?:centres? (?:de vie )?socia\w+|espaces? (?:de vie )?socia\w+|maison)\b"
)
_DEPUTY_HEAD = re.compile(r"^(direct\w+)(?:\s+g[ée]n[ée]ral\w*)?\s+adjointe?\b", re.IGNORECASE)
_PUBLIC_BODY = re.compile(
    r"\b(?:mairie|commune|communautes?|cc\w*|ca|cu|agglo\w*|syndicat|parc|pnr|pays|departement\w*"
    r"|region\w*|conseil|metropole|chambre|office|epci|petr|scot|sivom|sivu|gal|ville|com|comcom"
    r"|interco\w*|communal\w*|public\w*|regie|ccas|prefecture|council|county|town|etat|ddt|meme"
    r"|idem)\b"
)
_PUBLIC = re.compile(r"\b(?:mairie|commune|communaute|syndicat|intercommunal\w*|agglo\w*)\b")
# « vice-présidente en charge de l’eau »: of what, the organisation tells.
_PRESIDES = re.compile(
    r"(?:\d+ ?[eè]\w* |premi[eè]re? )?(?:vice[- ]?)?pr[ée]sidente?\b", re.IGNORECASE
)


_NOWHERE = re.compile(r"sans structure|no organi[sz]ation|(?:a|de) (?:mon|son|leur) compte")
_PRIVATE = re.compile(
    r"retraitee?|retired(?: \w+)?|habitante?|resident|citoyenne?|citoyen|particuli(?:er|ere)"
)
_SOCIETY = re.compile(r"\b(?:society|association|charity|club|trust)$")
"""How a body of civil society ends, in English."""
_INTERCO = re.compile(r"(?:la )?(?:com com|comcom|com de com|interco\w*|agglo)\b")
_COUNCILLOR = re.compile(r"(?:simple )?conseill(?:er|ere)(?: (?:en )?mairie)?")
_DELEGATE = re.compile(r"conseill(?:er|ere)(?: et)? deleguee?\b")
"""« conseillère, déléguée à la culture »: a council has delegated it to her."""
_TOWN_HALL = re.compile(r"(?:la )?(?:mairie|commune|conseil municipal)\b")
"""« conseillère », at a town hall, sits on its council."""


def is_capacity(function: str) -> bool:
    """« élue », « agent »: in what capacity somebody comes rather than what they do."""
    said = plain(function)
    return said in _CAPACITIES or _SALARIED.match(said) is not None


def is_status(function: str) -> bool:
    """« bénévole », « habitante »: tells what somebody does only where nothing else is known."""
    return _STATUS.fullmatch(plain(function)) is not None


_STATUS = re.compile(
    r"(?:(?:une?|simple|juste|just|an?) )*(?:benevole|citoyen(?:ne)?|habitante?|militante?"
    r"|volunteer|resident|citizen)"
)
_SALARIED = re.compile(r"salariee?s? (?:d )?(?:une )?asso|(?:salariee?s? )?(?:du|dans le) prive")


_CAPACITIES = frozenset(
    [
        *("elu", "elue", "elus", "elues", "agent", "agente", "agents", "associatif"),
        *("associative", "societe civile", "acteur de la societe civile", "acteur", "actrice"),
        "actrice de la societe civile",
    ]
)


def infer(function: str, organisation: str | None) -> Category | None:
    """Give the category a function implies, None when in doubt.

    The organisation only helps a function that needs one, such as « présidente ».
    """
    function = _DEPUTY_HEAD.sub(r"\1", written_out(function))
    at, work = plain(organisation or ""), plain(function)
    if _SECRETARY.fullmatch(work) and at and not (_PUBLIC_BODY.search(at) or _CLUB.search(at)):
        return Category.CIVIL
    if _DELEGATE.match(work) or (_COUNCILLOR.fullmatch(work) and _TOWN_HALL.match(at)):
        return Category.ELECTED
    if _CLUB.search(at) and not _PUBLIC.search(at) and not _OFFICIAL.search(work):
        if _OFFICER.match(work) or _EMPLOYED.match(work):
            return Category.CIVIL
    elif _UNCLEAR_BODY.search(at) and _EMPLOYED.match(work):
        return None  # an association, or a service of the commune: it is asked
    alone = read(function)
    if isinstance(alone, Understood):
        return alone.value
    if _NOWHERE.fullmatch(at):
        return Category.CIVIL  # who works for nobody is no agent, nor elected
    is_private = _PRIVATE.fullmatch(work) and not _PUBLIC_BODY.search(at)
    if is_private or (_SOCIETY.search(at) and not _PUBLIC_BODY.search(at)):
        return Category.CIVIL
    office = _PRESIDES.match(function)
    if office is not None and at and not _PUBLIC_BODY.search(at):
        return Category.CIVIL
    if office is not None and _INTERCO.match(at):
        return Category.ELECTED
    if organisation is None or (alone.why != "vague" and office is None):
        return None
    together = read(f"{office.group() if office else function} {organisation}")
    return together.value if isinstance(together, Understood) else None


def presides(function: str) -> bool:
    """« vice-présidente »: whether it is an office that says what it is of, and not what it is."""
    return _PRESIDES.match(written_out(function)) is not None


# Words before the one that has a gender.
_BEFORE = vocabulary(
    "je suis moi elle il est c vice premier premiere 1er 1ere 2e 3e 2eme 3eme deuxieme "
    "troisieme le l"
)
_FEMININE = re.compile(
    r"(trice|ienne|ere|euse|ente|ante|ee|elue|agente|adjointe|cheffe|eure|mairesse|sante|ane|anne)$"
)
_MASCULINE = re.compile(
    r"(elu|adjoint|(?<!profess)(?<!chauff)eur|ier|ien|ller|langer|maraicher|charge|delegue"
    r"|attache|ident|chef|ant|employe"
    r"|salarie|artisan|paysan)$"
)


def gender(function: str) -> Literal["f", "m"] | None:
    """Give the grammatical gender of a function, None when the word serves both (« maire »)."""
    said = [word for word in normal(function).split() if word not in _BEFORE]
    if not said:
        return None
    head = said[0]
    if head in {"une", "madame", "mme", "la"}:
        return "f"
    if head in {"un", "monsieur"}:
        return "m"
    if len(said) > 1 and said[1] == "e":  # élu(e), élu·e
        return None
    if _FEMININE.search(head):
        return "f"
    if _MASCULINE.search(head):
        return "m"
    is_word = head in FUNCTIONS.vocabulary  # « conseillé municipale »: that may be a man
    return _AGREEING.get(said[1]) if len(said) > 1 and is_word else None


_AGREEING: dict[str, Literal["f", "m"]] = {
    **dict.fromkeys(["generale", "municipale", "adjointe", "principale", "deleguee"], "f"),
    **dict.fromkeys(["general", "municipal", "adjoint", "principal", "delegue"], "m"),
}
"""« secrétaire générale »: what agrees with a word that serves both."""
