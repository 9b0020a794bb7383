"""What one does said by a verb, and titles that are none: put as functions are mostly written."""

import re

from bot.understanding.firstnames import gender_of
from bot.understanding.functions import FUNCTIONS, WORK, is_function
from bot.understanding.normal import plain

_TEACHES = re.compile(
    r"\b(?P<who>je|qui|il|elle) enseigne (?:les |la |le "
    r"|l['’])?(?P<what>[^\W\d_]+(?: [^\W\d_]+){0,3}?)"
    r"(?: (?:avec|comme) moi)? (?P<at>au |à l['’]|à la |dans (?:un |une |le |la |l['’]))",
    re.IGNORECASE,
)
_HONORARY = re.compile(
    r"(?P<lead>\bje suis |\bmoi, |^)(?P<title>[^,.;:!?\n]{3,60}?) (?:honoraires?"
    r"|émérites?)(?: (?:de|du|à) [A-ZÀ-Ý][\w-]+)?\s*,?\s*"
    r"(?:(?:et|mais|puis)\s+)?(?:à ce titre |aujourd['’]hui |désormais |aussi |actuellement )?"
    r"(?=(?P<next>[\w-]+))",
    re.IGNORECASE,
)


_ELECTION = re.compile(
    r"\b(?:(?:suite|à la suite|compte tenu|en raison) (?:à |de )|après |depuis )?mon (?:élection"
    r"|nomination|recrutement|embauche) (?:comme|en tant que|en qualité de|au poste de"
    r"|à la fonction de|aux fonctions de) ",
    re.IGNORECASE,
)
"""« suite à mon élection comme vice-président »."""


def put_plainly(text: str, *, writer: str) -> str:
    """« elle enseigne les SVT au lycée » as « elle est enseignante en SVT au lycée ».

    « maire honoraire et présidente du club »: the function is the other one.
    """

    def taught(found: re.Match[str]) -> str:
        who = found["who"].lower()
        is_woman = gender_of(plain(writer)) == "f" if who == "je" else who == "elle"
        verb, job = "suis" if who == "je" else "est", "enseignante" if is_woman else "enseignant"
        return f"{found['who']} {verb} {job} en {found['what']} {found['at']}"

    def held(found: re.Match[str]) -> str:
        next_words = plain(found["next"]).split()[:1]
        return found["lead"] if is_function(next_words) else found.group()

    text = _in_brackets(_by_what_is_done(text, writer=writer))
    text = _ELECTION.sub("je suis ", _in_english(text))
    return _HONORARY.sub(held, _TEACHES.sub(taught, text))


_RETIRED = re.compile(
    r"\bj['’ ]?(?:étais|etais|ai été|ai ete) (?P<job>(?!à |a |au |en )[^,.;:!?()\n]{3,40}?)"
    r"(?: pendant \w+ ans)?,? (?:et |mais |puis )?(?:(?:maintenant|aujourd['’]hui|désormais|là) )?"
    r"(?:je suis|j['’]suis|jsuis|chuis) (?:maintenant )?(?:à la retraite|a la retraite|en retraite"
    r"|retraitée?)\b",
    re.IGNORECASE,
)
"""« j’étais infirmière, je suis à la retraite »."""
_HELPS = re.compile(
    r"\bje (?:(?:leur|lui) )?(?:donne|file|prête|filais) (?:(?:aussi|parfois|souvent|régulièrement)"
    r" )?(?:un (?:petit )?coup de main|la main|main[- ]forte)(?= (?:à|au|aux|chez|dans) )",
    re.IGNORECASE,
)
_PRESIDES = re.compile(
    r"\bje préside (?:(?:désormais|actuellement|aussi|maintenant|depuis [^,.;]{2,20}?) )?"
    r"(?P<of>l['’]|la |le |les )",
    re.IGNORECASE,
)
_OF = {"le ": "du ", "les ": "des "}
_SAID_BODY = re.compile(
    r"\b(?:dudit|du dit|de ladite|de la dite) "
    r"(?P<kind>club|comité|collectif|association|asso|amicale)",
    re.IGNORECASE,
)
"""« secrétaire dudit club »."""
_TRADES = {
    "maraichage": ("maraîcher", "maraîchère"),
    "elevage": ("éleveur", "éleveuse"),
    "apiculture": ("apiculteur", "apicultrice"),
    "miel": ("apiculteur", "apicultrice"),
    "agriculture": ("agriculteur", "agricultrice"),
    "arboriculture": ("arboriculteur", "arboricultrice"),
    "viticulture": ("viticulteur", "viticultrice"),
    "vin": ("vigneron", "vigneronne"),
    "maconnerie": ("maçon", "maçonne"),
    "menuiserie": ("menuisier", "menuisière"),
    "journalisme": ("journaliste", "journaliste"),
    "comptabilite": ("comptable", "comptable"),
    "poterie": ("potier", "potière"),
    "pain": ("boulanger", "boulangère"),
    "fromage": ("fromager", "fromagère"),
    "graphisme": ("graphiste", "graphiste"),
    "animation": ("animateur", "animatrice"),
}
_DOES = re.compile(
    r"\b(?:je |j['’]?)(?:fai[st]?|fé) (?:du |de la |de l['’]|des |dla |d )(?P<what>[^\W\d_]+)"
    r"(?: bio)?\b",
    re.IGNORECASE,
)
"""« je fais du maraîchage »."""


def _by_what_is_done(text: str, *, writer: str) -> str:
    """« je fais du maraîchage » as « je suis maraîcher », where the writer’s name tells."""
    gender = gender_of(plain(writer).split(" ")[0])

    def done(found: re.Match[str]) -> str:
        trade = _TRADES.get(plain(found["what"]))
        if trade is None or gender not in ("m", "f"):
            return found.group()
        return f"je suis {trade[gender == 'f']}"

    def presides(found: re.Match[str]) -> str:
        of = found["of"].lower()
        return f"je suis président{'e' * (gender == 'f')} {_OF.get(of, f'de {of}')}"

    text = _PRESIDES.sub(presides, _SAID_BODY.sub(r"du même \g<kind>", text))
    text = _RETIRED.sub(r"je suis \g<job> à la retraite", text)
    return _DOES.sub(done, _HELPS.sub("je suis bénévole", text))


_OF_CAPACITY = re.compile(
    r"\b(?P<lead>(?:comme|en tant qu['’ ]?e?|suis|est|une?) )"
    r"(?P<what>agente?|élue?|elue?|technicien(?:ne)?)"
    r"\s*\(\s*(?P<job>[^()\d]{3,60}?)\s*\)",
    re.IGNORECASE,
)


def _in_brackets(text: str) -> str:
    """« comme agente (professeure des écoles) »: what she does stands in the brackets."""

    def held(found: re.Match[str]) -> str:
        is_job = plain(found["job"]).split()[0] in FUNCTIONS.vocabulary | WORK
        return f"{found['lead']}{found['job']}" if is_job else found.group()

    return _OF_CAPACITY.sub(held, text)


_BODY = r"(?P<body>(?:the )?(?-i:[A-Z])[^.,;!?\n]*?|(?:the|an?|our) [^.,;!?\n]+?)"
_END = r"(?=\s*(?:[.,;!?\n]|$|\band\b))"
_ENGLISH = (
    (
        re.compile(rf"\bi work (?:for|with|at|in) {_BODY} as (?P<job>an? [\w ]+?){_END}", re.I),
        r"I am \g<job> at \g<body>",
    ),
    (
        re.compile(rf"\bi work as (?P<job>an? [\w ]+?) (?:for|with|at|in) {_BODY}{_END}", re.I),
        r"I am \g<job> at \g<body>",
    ),
    (
        re.compile(rf"\bi (?:also |sometimes )?volunteer (?:with|for|at|in) {_BODY}{_END}", re.I),
        r"I am a volunteer at \g<body>",
    ),
    (
        re.compile(
            r"\b(?P<am>(?:i am|i['’]m|she is|he is|she['’]s|he['’]s) (?:an? |the )?[a-z]+"
            rf"(?: [a-z]+)?) (?:with|for) {_BODY}{_END}",
            re.I,
        ),
        r"\g<am> at \g<body>",
    ),
    (re.compile(r"\bi (?:farm|have a farm|run a farm)\b", re.I), "I am a farmer"),
)
"""What one does said by an English verb, as it stands on a card."""


_UNNAMED_BODY = re.compile(
    r"(?<= at )(?:the |an? |our )(?=(?:association|society|club|committee|group|friends|union)\b)",
    re.IGNORECASE,
)


def _in_english(text: str) -> str:
    for said, plainly in _ENGLISH:
        text = said.sub(plainly, text)
    found = _UNNAMED_BODY.search(text)
    if found is None:
        return text
    body = text[found.end() :]
    return text[: found.start()] + body[:1].upper() + body[1:]


_ONESELF = re.compile(
    r"\b(?:une? )?(?P<what>[^\W\d_]+(?: [^\W\d_]+)?) ?"
    r"\(\s*(?:c['’]est )?(?:moi(?:[- ]même)?|me|myself)\s*\)",
    re.IGNORECASE,
)


def told_of_oneself(text: str) -> set[str]:
    """« un agent (moi-même), une élue »: in plain form, what who writes is counted as."""
    return {plain(re.sub(r"^une? ", "", one["what"])) for one in _ONESELF.finditer(text)}
