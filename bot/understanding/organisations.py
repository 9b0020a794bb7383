"""An organisation: its name put right, told by « c’est le nom de l’asso », shared by several."""

import re

from bot.understanding import shouted
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import plain, vocabulary
from bot.understanding.roles import names_body
from bot.understanding.territories import capitalised

SAME = re.compile(
    r"(?:(?:dans|a|au|c est|et|pour|elle|lui|la|toujours|pareil) )*(?:(?:la |le "
    r"|l )?meme(?: structure| mairie"
    r"| association| asso| endroit| boite| maison| service| organisme| employeur| collectivite"
    r"| commune| chose)?(?: que \w+(?: \w+)?)?|idem|pareil(?:le)?|chez nous|chez moi|comme moi"
    r"|(?:la mienne|le mien|la notre|le notre|celle ci)|(?:the )?same(?: one)?(?: as me)?|ours"
    r"|mine)"
    r"(?: (?:que moi|que nous|aussi|pardi|evidemment|bien sur|comme moi|quoi|merci))*"
)
"""The organisation is that of somebody else, in plain words."""

_ACRONYMS = re.compile(
    r"(?:pnr|cc|ca|cu|gal|caf|mjc|cpie|petr|cld|cuma|gaec|earl|sarl|asa|mfr|ccas)\b"
)
_PLACED = re.compile(
    r"(?P<kind>mairie|commune|ville|cc|ca|cu|communaut[ée] de communes"
    r"|communaut[ée] d['’]agglom[ée]ration"
    r"|com ?com|agglo(?:m[ée]ration)?|parc naturel r[ée]gional|parc|pnr|pays|d[ée]partement"
    r"|r[ée]gion"
    r"|conseil d[ée]partemental|conseil r[ée]gional|m[ée]tropole|chambre d['’]\w+"
    r"|comit[ée] des f[êe]tes"
    r"|office (?:de|du) tourisme)"
    r"(?P<link> d['’]| de la | de l['’]| de | du | des | d | )(?P<name>.+)",
)
_NAMED = re.compile(
    r"(?P<kind>association|asso|club|collectif|compagnie|ferme|gaec|earl|sarl|restaurant|auberge|caf[ée]"
    r"|bar|[ée]picerie|entreprise|soci[ée]t[ée]|coop[ée]rative|foyer)"
    r"(?P<link> |[ ,:]+)(?P<name>(?!de |du |des |d['’]|d |pour )\S.+)",
)
_RUN_ON = re.compile(r"^(?:de |à )?(?:l['’]?|le |la |les )?(?=(?:asso|association|mairie|agglo)\b)")
_SPEAKS = re.compile(
    r"\b(?:je|j|tu|vous|on|il|elle|comme|deja|tout a l heure|toujours|hein|quoi|pardi)\b"
)


_PROPER = re.compile(
    r"(?:l['’])?[A-ZÀ-Ý][\w'’.&-]*(?: (?:à|au|aux|de|du|des|d['’]\w+|en|et|sur|pour|la|le|les"
    r"|l['’]\w+|[A-ZÀ-Ý0-9][\w'’.&-]*)){1,6}"
)


def proper_name(text: str) -> str | None:
    """A text that is but a name, written as one: « La Main à la Terre »; else None."""
    said = text.strip(' .!«»"“”')
    ends_so = said.split()[-1:] and said.split()[-1][:1].isupper()
    capitals = sum(word[:1].isupper() for word in said.split())
    is_name = _PROPER.fullmatch(said) and capitals >= 2 and ends_so
    return said if is_name and said != said.upper() else None


def tidied(said: str) -> str:
    """Write a name as it is written: « mairie burdignes » is the « mairie de Burdignes »."""
    name = re.sub(r"\s*[«»“”\"]\s*", " ", said)
    name = re.sub(r"\s+donc\b.*$", "", name.strip(" ,;:«»\"“”'’."))
    name = re.sub(r"^des (?=[A-ZÀ-Ý])", "", _OFFICE_OF.sub("", name))
    if name.isupper() and len(name) > _SHOUTED:
        name = name.lower()
    elif name.startswith("Mairie "):
        name = f"m{name[1:]}"
    if name != name.lower() and not re.match(r"mairie [A-ZÀ-Ý]", name):
        return _UPPER_ACRONYM.sub(lambda found: found.group().upper(), name)
    name = _RUN_ON.sub("", name)
    placed = _PLACED.fullmatch(name)
    if placed is not None:
        return _placed(placed)
    named = _NAMED.fullmatch(name)
    if named is not None:
        return f"{named['kind']} {_opened(named['name'])}"
    return _ACRONYMS.sub(lambda found: found.group().upper(), name)


_OFFICE_OF = re.compile(
    r"^(?:vice[- ])?(?:secr[ée]taire(?! de mairie)|tr[ée]sori(?:er|[èe]re)|pr[ée]sidente?|membre"
    r"|adh[ée]rente?|b[ée]n[ée]vole)\s+(?:(?:de|[àa])\s|d['’]|du\s)\s*(?=\S{2})",
    re.IGNORECASE,
)
"""« Secrétaire de La Manivelle »: the office is none of its name."""
_SHOUTED = 8
"""From so many capitals on a name is shouted, and no acronym."""
_UPPER_ACRONYM = re.compile(r"^(?:pnr|cc|gal|cpie|cuma)(?= )")


def _placed(found: re.Match[str]) -> str:
    kind, link, name = found["kind"], found["link"], capitalised(found["name"])
    if link == " d ":
        link = " d’"
    if link == " " and kind in ("mairie", "commune", "ville"):
        link = " d’" if plain(name)[:1] in "aeiouhy" else " de "
    if kind in ("pnr", "cc", "ca", "cu"):
        kind = kind.upper()
    elif kind.startswith(("parc", "pays")):
        kind = kind.capitalize()
    return f"{kind}{link}{name}"


def _opened(name: str) -> str:
    return name[:1].upper() + name[1:]


_QUOTED = re.compile(r"[«“\"]\s*(?P<name>[^«»“”\"]{2,60}?)\s*[»”\"]")
_CALLED = (
    re.compile(
        r"(?P<name>[^,;.!?]{3,60}?)\s*,? c['’ ]?est (?:bien )?(?:le|son) nom\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:s['’ ]?appelle|se nomme|is called|nom (?:de l['’]\w+ )?c['’ ]?est"
        r"|a pour nom)\s*:?\s*"
        r"[«“\"]?\s*(?P<name>[^«»“”\",;.!?]{2,60})",
        re.IGNORECASE,
    ),
    _QUOTED,
)
_ABOUT_ONE = re.compile(
    r"\b(?:association|asso|structure|nom|appel\w+|entreprise|club|collectif|soci[ée]t[ée]|ferme|caf[ée]"
    r"|called|name\w*|charity)\b|^\W*(?:\w+\W*){0,2}$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:(?:eh|ben|bien|bon|bah|alors|euh|mais|et|oui|non|donc)\b[\s,]*)+", re.IGNORECASE
)


def called(text: str) -> str | None:
    """Give the name that is said to be one: « la roue tourne, c’est le nom de l’asso »."""
    for pattern in _CALLED:
        found = pattern.search(text)
        if found is None or (pattern is _QUOTED and not _ABOUT_ONE.search(_QUOTED.sub("", text))):
            continue
        name = _OPENS.sub("", found["name"].strip())
        words = plain(name).split()
        if len(words) == 2 and words[0] in FIRST_NAMES:
            continue  # « le nom, c’est Thierry Morel »
        if pattern is _QUOTED:
            name = _around(text, found, name)
        if name and not _SPEAKS.search(plain(name)) and len(name.split()) <= 8:
            return name
    return None


_ITS_NAME = re.compile(
    r"\b(?:le|son|leur|the) (?:vrai |bon )?(?:nom|name)(?: (?:complet|exact|entier|en entier|juste"
    r"|correct|de (?:la |l['’])\w+))*,? ?(?:c['’ ]?est|est|is)(?: bien)? "
    r"(?P<name>[^,.;:!?\n]{3,60})",
    re.IGNORECASE,
)


def renamed(text: str, *, known: str) -> str | None:
    """« le nom c’est réseau Agri Court Drôme », of « réseau Agri Court »: the whole name."""
    found = _ITS_NAME.search(text)
    name = found["name"].strip(' «»"“”') if found is not None else ""
    said, noted = {*plain(name).split()}, {*plain(known).split()}
    is_of_it = len(said & noted) > 1 and (said <= noted or noted <= said)
    is_of_it |= bool(said) and noted - said <= {"association", "asso", "club"} and said <= noted
    return name if is_of_it else None


_PLACE_AFTER = re.compile(
    r"\W{0,3}(?P<place>(?:[àa]|en|aux?|de|d['’]|du|des) ?[A-ZÀ-Ý][\w'’-]*"
    r"(?: [A-ZÀ-Ý][\w'’-]*)*)"
)


def _around(text: str, found: re.Match[str], name: str) -> str:
    """« centre social « Les Quatre Vents », à Bourg-Argental »: with its kind and its place."""
    words = text[: found.start()].split()[-3:]
    kinds = [" ".join(words[at:]) for at in range(len(words))]
    kind = next((one for one in kinds if names_body(one) and not _SPEAKS.search(plain(one))), "")
    place = _PLACE_AFTER.match(text, found.end())
    named = name if names_body(name) else f"{kind} {name}".strip()
    named = re.sub(r"^(?:l[ae] |l['’])(?=[a-zéè])", "", named)
    return f"{named} {place['place']}" if place is not None else named


_OF_ALL = re.compile(
    r"\b(?:to?us|toutes|tts?) (?:les )?(?:deux|trois|2|3)\b|\bpour (?:les|nous) (?:deux|trois|2"
    r"|3)\b"
    r"|\bpour (?:\w+ ){0,3}et (?:pour )?moi\b|\bpour moi et\b|\b(?:elle|lui) et moi\b"
    r"|\bnous sommes\b"
    r"|\bon est (?:tous|toutes)\b|^(?:oui )?(?:tous|toutes) (?:a|au|aux|chez|de|du) "
    r"|\bpour tous?(?:tes)?\b|\bboth of us\b|\bfor both\b|\bus both\b"
    r"|\bpour l une? comme pour l autre\b|\bpour (?:\w+ ){1,3}comme pour (?:moi|lui|elle|nous)\b"
)


_COME_ALL = re.compile(
    r"\b(?:venir|vien\w+|viendr\w+|venons|serons|sera|serions|inscri\w+|participe\w*) "
    r"(?:tous|toutes) (?:les )?(?:deux|trois|2|3)\b(?! (?:de|du|des|d|au|a)\b)"
)


def is_of_all(text: str) -> bool:
    """Say whether an organisation is said to be that of all of them: « pour Léa et moi ».

    « On viendra toutes les deux » says nothing of where they work.
    """
    return _OF_ALL.search(_COME_ALL.sub("", plain(text))) is not None


def is_behind(text: str, *, function: str | None, body: str) -> bool:
    """« la présidente du club »: whether a body is told with one function, and not of all."""
    said = plain(text)
    link = r"(?:de l|d une?|du|de la|de|d|a la|au|a l)"
    told = rf"\b{re.escape(plain(function or ''))} {link} {re.escape(plain(body))}\b"
    return bool(function) and re.search(told, said) is not None and not _EACH.search(said)


_EACH = re.compile(r"\b(?:to?us|toutes|tts?|both|all)\b")

_OURS = re.compile(
    r"\b(?:(?:on|nous) (?:est|sommes|sera|serons|vient|venons|travaill\w+|boss\w+)"
    r"|we (?:are|re|come|work))"
    r"(?: (?:tous|toutes|tou\.te\.s|all|both))?(?: (?:les )?(?:deux|trois|quatre|[2-4]|two|three))?"
    r"(?: (?:tous|toutes))? "
    r"(?:(?:de|[àa]|from|at|for) (?:la |l['’]|the )?|d['’]|du |des |aux? |chez )"
    r"(?P<body>[^.,;:!?()\n]{2,70})",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-ZÉ]{2,}\b")


def kind_after(function: str | None, text: str) -> str | None:
    """« trésorière de l’association », which is not named: what it is; None: it is not told so."""
    said = rf"{re.escape(function)} {_ITS_KIND}" if function else ""
    found = re.search(said, text, re.IGNORECASE) if said else None
    return found["kind"] if found is not None else None


_ITS_KIND = (
    r"(?:(?:de|à|dans) (?:la |l['’]|cette |notre )|du |au |d['’ ])"
    r"(?P<kind>asso(?:ciation)?|club|collectif|amicale|comit[ée]|foyer|mairie|commune|parc"
    r"|syndicat|cc|com ?com|communaut[ée] de communes|agglo)\b"
    r"(?! (?i:de|du|des|d['’]|les?|la|«)|-| (?-i:[A-ZÀ-Ý]))"
)


def ours(text: str) -> str | None:
    """Give the organisation that is said to be that of all of them: « on est de la MJC »."""
    found = _OURS.search(shouted.quietly(text))
    body = found["body"].strip() if found is not None else ""
    is_body = names_body(body) or _ACRONYM.match(body) is not None
    return re.split(r"\s+(?:et|and|pour|avec)\s", body)[0] if is_body else None


_ALONE = vocabulary("mairie commune ville la a notre ma evidemment bien sur pardi quoi voyons ben")


def hall_of(said: str, territory: str | None) -> str | None:
    """« la mairie, évidemment »: that of the commune they come from; None: it is another thing."""
    words = {*plain(said).split()}
    town = re.sub(r"^commune (?:de |d['’])", "", territory or "", flags=re.IGNORECASE)
    if "mairie" not in words or not words <= _ALONE or not town or names_body(town):
        return None
    if re.search(r"\bagglo|communaut|m[ée]tropole|parc\b|monts? d|pays", town, re.IGNORECASE):
        return None
    link = "d’" if plain(town)[:1] in "aeiouhy" else "de "
    return f"mairie {link}{town}"
