"""A person's function, and the organisation where they hold it."""

import re
from typing import NamedTuple

from bot.understanding import command_words, confirmations, mistyped
from bot.understanding.abbreviations import written_out
from bot.understanding.firstnames import FIRST_NAMES, gender_of
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Reading, Unclear, Understood
from bot.understanding.speech import is_speech
from bot.understanding.territories import capitalised
from bot.understanding.tidying import ANSWER_AT_MOST, has_letters, tidy


class Role(NamedTuple):
    """A function and its organisation, None when the text names none apart."""

    function: str
    organisation: str | None


_INTRODUCTION = re.compile(
    r"^(?:(?:moi|lui|elle|alors|oui|donc)[ ,]+)*"
    r"(?:je (?:travaille|bosse|viens|suis employ[ée]e?) (?:comme|en tant que)|je suis"
    r"|j['’]suis|il est|elle est|c['’]est|on est|i am|i['’]m|it['’]s|(?:she"
    r"|he)(?: is|['’]s)"
    r"|(?:ma |sa |la |mon |son |le |my |her |his )?(?:fonction|function|r[ôo]le|poste"
    r"|m[ée]tier|job|titre)\s*(?:c['’]est|est|is|:))\s+"
    r"(?:actuellement |aussi |toujours |simplement |currently |an? |the |une? |l[ae] "
    r"|l['’](?=[aéeiou]))?",
    re.IGNORECASE,
)
# « née Faure, elle est conseillère »: what is said before it.
_BEFORE_IT = re.compile(r"^.{0,60}?[,.;:]\s*(?=(?:elle|il|she|he) (?:est|is) )", re.IGNORECASE)
_ORGANISATION = (
    r"(?:parc|pnr|mairie|commune|communaut|com ?com|cc[a-z0-9]*\b|ca\b|agglo|département"
    r"|departement"
    r"|conseil|région|region|gal\b|cld\b|pays\b|chambre|association|asso\b|syndicat|métropole"
    r"|metropole|office|école|ecole|lycée|université|universite|entreprise|ville|petr|scot\b|town"
    r"|county|council|sous-préfecture|préfecture|prefecture|caf\b|cpie|fédération|centre|maison)"
)
_SPLIT = re.compile(
    rf"^(?P<function>.+?)(?:\s+(?:au|à la|a la|à l['’]|a l['’]|chez(?: les?| la)?|dans (?:le|la"
    rf"|un|une)"
    rf"|pour (?:le|la)|at(?: the)?)\s*(?P<at>{_ORGANISATION}.*)"
    r"|\s*(?:,|;|/| - | – |:)\s*(?P<after>[^,;]{2,}))$",
    re.IGNORECASE,
)
# « vice-présidente du Parc du Pilat », « directrice de la maison des services ».
_SPLIT_OF = re.compile(
    rf"^(?P<function>[\w'’-]+(?:[ -][\w'’-]+){{0,4}}?)\s+(?:du|de la|de "
    rf"l['’])\s*(?P<at>{_ORGANISATION}.*)$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"^(?P<function>[\w'’-]+(?:[ -][\w'’-]+){0,4}?)\s+(?:du|de la|de l['’]|des|au|à la|à l['’])\s*"
    r"(?P<at>.+)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    rf"(?:l[ae] |l['’])?(?:{_ORGANISATION}|union\b|club\b|comit[ée]|collectif\b|amis\b|foyer|cuma\b"
    r"|gaec\b|earl\b|cooperative|coopérative|fondation|agence|service|direction|groupement)",
    re.IGNORECASE,
)
# « project officer at Leitrim County Council ».
_SPLIT_AT = re.compile(r"^(?P<function>[^,]+?)\s+(?:at|for|with)\s+(?:the\s+)?(?P<at>[A-Z].+)$")
_OFFICES = (
    r"(?:premi[eè]re? |1[eè]re? |\d+e(?:me|r)? |deputy )?"
    r"(?:maire|mairesse|mayor|(?:maire[ -])?adjointe?(?: au maire)?|conseill[eè]re? "
    r"municipale?|councillor|[ée]lue? (?:municipale?|du conseil municipal|de la commune|communale?)"
    r"|dgs|secr[ée]taire g[ée]n[ée]rale?|secr[ée]taire de mairie)"
)
"""What is held at a town hall."""
# « maire de Roisey », « adjointe au maire de Roisey »: at its town hall.
_OFFICE = re.compile(
    rf"(?P<function>{_OFFICES})\s+(?P<of>de |à |d['’]|of |du |des )(?P<town>[^,;()]{{2,60}})",
    re.IGNORECASE,
)
_BODIES = vocabulary(
    "parc pnr mairie commune communaute comcom cc ca agglo departement conseil region "
    "metropole ville"
    " syndicat pays opposition majorite gauche droite"
)
_SENTENCE = re.compile(
    r"\b(?:je|j|on|vous|tu|il y a|est ce que|c est|c etait|quoi|combien|pourquoi|sais pas|me suis"
    r"|y arrive|i|you)\b"
)
_POINTERS = vocabulary(
    """
    idem pareil le la les meme que lui elle moi toujours comme avant rien aucun aucune none same ca
    mon ma son sa comme special particulier collegue de du l un une deux trois mairie fonction
    """
)


_THANKS = re.compile(
    r"(?<=[.!,;\n])\s*(?:et\s+)?(?:(?:je|nous) vous (?:en )?(?:remerci\w+|souhait\w+)|(?:un grand "
    r"|mille |avec mes )?(?:merci|remerciements?)|bonne (?:journ[ée]e|soir[ée]e|r[ée]ception)"
    r"|(?:bien )?cordialement|thank(?:s| you))\b[^.\n]*[.!]*\s*$",
    re.IGNORECASE,
)
"""« …, mairie de Die. Je vous remercie. »"""


def read(text: str) -> Reading[Role]:
    """Read a function and its organisation.

    Unclear: « sentence » (a question, a command), « which » (« idem », « the same »), « too_long »,
    « no_function » (nothing that could be one).
    """
    text = _THANKS.sub("", text)
    line = tidy(text)
    if not has_letters(line) or "@" in line or re.search(r"\d{4}", line):
        return Unclear("no_function")
    if "?" in text or command_words.read(text) is not None:
        return Unclear("sentence")
    if len(line) > ANSWER_AT_MOST:
        return Unclear("too_long")
    said = whole(text)
    if re.match(r"(?:l[ae] )?m[êe]me que\b", said, re.IGNORECASE):
        return Unclear("which")
    is_yes = confirmations.read(line) is True
    if is_yes or confirmations.read(said) is not None or set(plain(said).split()) <= _POINTERS:
        return Unclear("which")
    if _SENTENCE.search(plain(said)) or is_speech(said):
        return Unclear("sentence")
    return Understood(parts(said))


_OF_COMMUNITY = re.compile(r"\b(?:communautaires?|intercommuna(?:le?s?|ux))\b", re.IGNORECASE)
_COMMUNITY = re.compile(
    r"(?:communaut[ée]|com ?com|cc|ca|cu|agglo\w*|m[ée]tropole)\b|\w+agglo\b", re.IGNORECASE
)


def community(function: str, *, territory: str | None) -> str | None:
    """« conseillère communautaire », of people from a CC: it is held there; None: elsewhere."""
    is_there = territory is not None and _COMMUNITY.match(territory) is not None
    return territory if is_there and _OF_COMMUNITY.search(function) else None


_MUNICIPAL = re.compile(rf"{_OFFICES}\b", re.IGNORECASE)


_COUNCIL = re.compile(
    r"(?:vice-)?(?:conseill[eè]re?|pr[ée]sidente?) (?P<kind>d[ée]partementale?|r[ée]gionale?)\b",
    re.I,
)


def hall(function: str, *, town: str, link: str) -> str:
    """Give where a function of a town is held: at its town hall; else the town itself."""
    council = _COUNCIL.match(function)
    if council is not None:
        kind = "départemental" if council["kind"].lower().startswith("d") else "régional"
        return f"conseil {kind} {link or 'de '}{town}"
    is_elected = plain(function) in {"elu", "elue"} and plain(link) in {"de", "d", "a"}
    return _hall(town, link=link) if is_elected or is_of_a_town(function) else town


def is_of_a_town(function: str) -> bool:
    """« maire », « deputy mayor », « éleveur et adjoint »: whether it is held at a town hall."""
    return any(_MUNICIPAL.match(one) for one in re.split(r"\s*(?:[,/]|\bet\b)\s*", function))


def _hall(town: str, *, link: str) -> str:
    """Give the town hall of a town: « mairie de Roisey », « mairie d’Échalas »."""
    match plain(link):
        case "of" | "in":
            return town
        case "a":
            return f"mairie d’{town}" if plain(town)[0] in "aeiouhy" else f"mairie de {town}"
        case _:
            return f"mairie {link}{town}"


def _is_town(said: str) -> bool:
    """Say whether it can be a town, and is not « la commune », « l’agglo », « la CC du Pilat »."""
    if re.match(r"l[ae] |l['’]|notre |ma ", said):
        return False
    return plain(said).split()[0] not in _BODIES


def whole(text: str) -> str:
    """Give function and organisation together as they were said, without what introduces them."""
    return _INTRODUCTION.sub("", _BEFORE_IT.sub("", tidy(text))).strip(" ,:")


_SAID_ANEW = re.compile(
    r"[\s,.…-]+(?:(?:euh+|enfin|non|pardon|plut[ôo]t|ou plut[ôo]t|je veux dire|en fait|attendez"
    r"|c['’]est|rather|sorry|i mean)[\s,.…]+)+(?:je suis |l[ae] |l['’]|une? )?",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:,\s*)?\b(?:et|&|and)\s+(?P<more>[^,;:.!?()\n]{2,50})")
_LINK = re.compile(
    r"\s+(?:de la|de l['’]|du|des|de|d['’]|[àa] la|[àa] l['’]|au|aux|chez|pour|at)\s*$"
)
_NOT_MORE = vocabulary("mon ma mes notre son sa leur lui elle moi il nous mr m mme je y en pareil")
_MORE_AT_MOST = 6
"""Words of the second part of a function."""


def said_last(text: str) -> str:
    """« chargée de mission, enfin non, directrice »: the function that is said last."""
    said, *anew = _SAID_ANEW.split(text)
    if not anew or not _begins_with_function(anew[-1]):
        return text
    before = plain(" ".join([said, *anew[:-1]])).split()
    return anew[-1] if any(True for _ in FUNCTIONS.find(before)) else text


def _begins_with_function(said: str) -> bool:
    found = next(FUNCTIONS.find(plain(said).split()), None)
    return found is not None and found.start == 0


def both_parts(text: str, *, function: str, organisation: str | None) -> str:
    """Give a function with what is joined to it: « adjoint à la voirie et aux bâtiments »."""
    start = text.casefold().find(function.casefold())
    if start < 0:
        return function
    end = start + len(function)
    at = text.find(organisation, end) if organisation else -1
    rest = _LINK.sub("", text[end:at]) if at >= 0 else text[end:]
    found = _MORE.match(rest)
    more = found["more"].strip() if found is not None else ""
    words = plain(more).split()
    if not words or len(words) > _MORE_AT_MOST or set(words) & _NOT_MORE or is_speech(more):
        return function
    is_body = names_body(more) and words[0] not in FUNCTIONS.vocabulary
    is_other = is_body or words[0] in FIRST_NAMES
    return function if is_other else f"{function} et {more}"


_BESIDES = re.compile(
    r"\b(?:suis|est|sommes|am|is) (?:aussi|egalement|par ailleurs|en meme temps|also)\b"
)


def is_besides(text: str) -> bool:
    """« je suis aussi président »: beside the function that is known."""
    return _BESIDES.search(plain(text)) is not None


_JUST = re.compile(
    r"\b(?:pas|aucune|sans|ni) (?:de |d )?(?:fonctions?|titre|mandat)\b"
    r"|\b(?:juste|simple\w*) une?\b"
)


def just_a(text: str) -> str | None:
    """« c’est une habitante, elle n’a pas de fonction »: « habitante »; None: it is not so said."""
    words = plain(mistyped.put_right(text)).split()
    if not _JUST.search(" ".join(words)):
        return None
    found = [one for one in FUNCTIONS.find(words) if one.value == "civil"]
    return written_out(" ".join(words[found[0].start : found[0].end])) if found else None


def names_body(said: str) -> bool:
    """Say whether a text begins with what an organisation is: « Communauté de communes… »."""
    return _BODY.match(said) is not None


def is_body(said: str) -> bool:
    """Say whether a text is an organisation, and no function: « communauté d’agglomération »."""
    said = _AT_A.sub("", said)
    return names_body(said) and not any(True for _ in FUNCTIONS.find(plain(said).split()))


_AT_A = re.compile(r"^(?:[àa] (?:la |l['’])|aux? )", re.IGNORECASE)
"""« à la mairie de Die »."""


_LED = re.compile(
    r"(?P<function>(?:vice-)?(?:pr[ée]sidente?|directeur|directrice|responsable|secr[ée]taire"
    r"|tr[ée]sori[eè]re?|b[ée]n[ée]vole|membre|g[ée]rante?|animat\w+|coordinat\w+|salari[ée]e?"
    r"|adh[ée]rente?))\s+(?:du|de la|de l['’]|des)\s*+"
    r"(?P<at>(?!(?:services?|projets?|p[ôo]le|ressources|publications?|communication|programmes?"
    r"|syst[èe]mes?|d[ée]veloppement|accueil|[ée]quipe|section|commission|centre|parc|mairie"
    r"|conseil|commune|ville|asso|association|club|structure|finances|technique)\b)[^,;]{4,60})",
    re.IGNORECASE,
)
"""« directrice de la biocoop »: where it is held, unless that is but a department or a kind."""


def parted(role: Role) -> Role:
    """Set apart an organisation that a function ends with, and that is said nowhere else.

    « président du conseil de développement de Die », and not « directeur du centre ».
    """
    if role.organisation is not None:
        return undoubled(role)
    found = _SPLIT_OF.match(role.function)
    if found is not None and len(plain(found["at"]).split()) >= 3:
        return Role(found["function"], found["at"].strip(" ,;"))
    led = _LED.fullmatch(role.function)
    return Role(led["function"], led["at"]) if led is not None else role


def at_body(function: str) -> Role:
    """Set apart the body that a function ends with, however short: « du parc », « de la CC »."""
    found = _OF_BODY.match(function)
    is_one = found is not None and names_body(found["at"])
    return Role(found["function"], found["at"]) if found and is_one else Role(function, None)


def undoubled(role: Role) -> Role:
    """Take an organisation out of the function that ends with it.

    « président du conseil de développement », at the « conseil de développement de Die ».
    """
    found = _OF_BODY.match(role.function)
    if found is None or role.organisation is None:
        return role
    at, whole = plain(found["at"]).split(), plain(role.organisation).split()
    is_in = len(at) > 1 and any(at == whole[i : i + len(at)] for i in range(len(whole)))
    return Role(found["function"], role.organisation) if is_in else role


_KEPT_CAPITALS = vocabulary("leader natura")


_FILLED = re.compile(r"\s+(?:enfin|euh|heu|bon|ben|bah|hein|quoi|disons|genre|er|um)(?=\s|$)")
"""« agriculteur enfin à la retraite »: what is said between the words."""
_CUT_OFF = re.compile(
    r"\s+(?:d['’ ](?:une?|l['’]?)?|de(?: l['’]?| la| cette)?|du|des|pour|au|aux|à(?: la| l['’])?"
    r"|chez|in|at|of(?: an?| the)?)\s*$",
    re.IGNORECASE,
)
"""« animatrice d’une » (association): what leads to a body that stands apart."""


def quiet(function: str) -> str:
    """Write a function out as within a sentence: « adjointe au maire », for « Adjte au maire »."""
    function = _CUT_OFF.sub("", _FILLED.sub("", written_out(function)))
    if function.istitle() and set(plain(function).split()) <= FUNCTIONS.vocabulary - _KEPT_CAPITALS:
        return function.lower()
    first, space, rest = function.partition(" ")
    words = plain(first).split()
    is_known = bool(words) and words[0] in FUNCTIONS.vocabulary - _KEPT_CAPITALS
    is_capital = (first[:1].isupper() and first[1:].islower()) or "-" in first
    if is_known and is_capital and not first.isupper():
        return f"{first[:1].lower()}{first[1:]}{space}{rest}"
    return function


_CHARGED = re.compile(
    r"(?:d[ée]l[ée]gu|charg)[ée]e?s? (?:de |d['’]|du |des |à |au|aux)[^,;]+$", re.IGNORECASE
)
"""« adjointe au maire, déléguée à la forêt »: that is no organisation."""


def parts(said: str) -> Role:
    """Set the organisation apart from the function."""
    office = _OFFICE.fullmatch(said)
    if office and _is_town(office["town"]):
        hall = _hall(capitalised(office["town"]), link=office["of"])
        return Role(office["function"], hall)
    found = _SPLIT.match(said) or _SPLIT_AT.match(said) or _SPLIT_OF.match(said)
    tail = "" if found is None else found["at"] or found.groupdict().get("after") or ""
    if found is None or _CHARGED.match(tail.strip(" ,;")):
        return Role(said, None)
    if "after" not in found.groupdict():
        at = found["at"].strip(" ,;")
        return Role(found["function"], None if plain(at) in _BODIES else at)
    organisation = found["at"] or found["after"]
    return Role(found["function"].strip(), organisation.strip(" ,;"))


_HOLDS = re.compile(
    r"\b(?P<who>je|qui|il|elle) (?P<verb>pr[ée]side|dirige|g[èe]re)"
    r"(?: (?:aussi|[ée]galement|actuellement|donc|depuis (?:\d{4}|\w+ ans)))*"
    r" (?P<what>l['’]|la |le |les |une |un |notre )",
    re.IGNORECASE,
)
_HELD = {
    "preside": ("président", "présidente"),
    "dirige": ("directeur", "directrice"),
    "gere": ("gérant", "gérante"),
}
_OF = {"l'": "de l’", "l’": "de l’", "la ": "de la ", "le ": "du ", "les ": "des "}


def with_offices(text: str, *, writer: str) -> str:
    """« je préside l’association… » as « je suis président de l’association… ».

    `writer`: the name of who writes, as the channel tells it; its first name tells the gender.
    """

    def held(found: re.Match[str]) -> str:
        who = found["who"].lower()
        is_writer = who == "je"
        is_woman = gender_of(plain(writer)) == "f" if is_writer else who == "elle"
        function = _HELD[plain(found["verb"])][is_woman]
        what = _OF.get(found["what"].lower(), f"de {found['what']}")
        return f"{found['who']} {'suis' if is_writer else 'est'} {function} {what}"

    return _HOLDS.sub(held, text)
