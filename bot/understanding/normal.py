"""The normal form of a text: what is compared, never what is recorded or shown."""

import re
import unicodedata
from functools import lru_cache

READ_AT_MOST = 1000
"""Characters of a message that are read; an answer or a question is at its beginning."""

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_MARKS = {code: None for code in range(0x300, 0x1EA00) if unicodedata.combining(chr(code))}
"""Accents and other signs that combine with the letter before them."""
_TOKEN = re.compile(r"[a-z0-9]+|\?")

# Spellings of text messages and of speech, each a whole word of the normal form.
_SPELLINGS = {
    "koi": "quoi",
    "kwa": "quoi",
    "ki": "qui",
    "ke": "que",
    "kel": "quel",
    "kelle": "quelle",
    "kels": "quels",
    "kan": "quand",
    "kand": "quand",
    "koman": "comment",
    "comen": "comment",
    "cb": "combien",
    "cmb": "combien",
    "combi1": "combien",
    "pk": "pourquoi",
    "pkoi": "pourquoi",
    "pq": "pourquoi",
    "pr": "pour",
    "prq": "pourquoi",
    "c": "c est",
    "cest": "c est",
    "cetait": "c etait",
    "g": "j ai",
    "jai": "j ai",
    "jsui": "je suis",
    "jsuis": "je suis",
    "chui": "je suis",
    "chuis": "je suis",
    "jpeu": "je peux",
    "jpeux": "je peux",
    "jveu": "je veux",
    "jveux": "je veux",
    "jvien": "je viens",
    "jviens": "je viens",
    "jvais": "je vais",
    "jv": "je vais",
    "jdois": "je dois",
    "retar": "retard",
    "ptet": "peut etre",
    "tjr": "toujours",
    "jpar": "je pars",
    "jpars": "je pars",
    "jpart": "je pars",
    "jlai": "je l ai",
    "jle": "je le",
    "jme": "je me",
    "jrisk": "je risque",
    "jpourrai": "je pourrai",
    "ya": "il y a",
    "yaura": "il y aura",
    "yaurait": "il y aurait",
    "yatil": "il y a",
    "ns": "nous",
    "vs": "vous",
    "ds": "dans",
    "dc": "donc",
    "pdt": "pendant",
    "tjrs": "toujours",
    "tjs": "toujours",
    "pb": "probleme",
    "rdv": "rendez vous",
    "kkun": "quelqu un",
    "veu": "veux",
    "qqn": "quelqu un",
    "qqun": "quelqu un",
    "quelquun": "quelqu un",
    "qd": "quand",
    "bcp": "beaucoup",
    "ojd": "aujourd hui",
    "auj": "aujourd hui",
    "mtn": "maintenant",
    "tt": "tout",
    "tte": "toute",
    "ttes": "toutes",
    "dmn": "demain",
    "dem1": "demain",
    "ts": "tous",
    "stp": "svp",
    "slt": "salut",
    "bjr": "bonjour",
    "bsr": "bonsoir",
    "mci": "merci",
    "mrc": "merci",
    "encor": "encore",
    "dispo": "disponible",
    "dispos": "disponibles",
    "info": "information",
    "infos": "informations",
    "tel": "telephone",
    "prog": "programme",
    "pers": "personnes",
    "com": "comme",
    "linscription": "l inscription",
    "lannonce": "l annonce",
    "ladresse": "l adresse",
    "lheure": "l heure",
    "eur": "heure",
    "eure": "heure",
    "eures": "heures",
    "comence": "commence",
    "comense": "commence",
    "komence": "commence",
    "comance": "commence",
    "debu": "debut",
    "keske": "qu est ce que",
    "kesk": "qu est ce",
    "kesako": "c est quoi",
    "kombien": "combien",
    "konbien": "combien",
    "parkin": "parking",
    "parcing": "parking",
    "repa": "repas",
    "manjer": "manger",
    "gratui": "gratuit",
    "payan": "payant",
    "adrese": "adresse",
    "ladrese": "l adresse",
    "adress": "adresse",
    "orair": "horaire",
    "oraire": "horaire",
    "oraires": "horaires",
    "horraire": "horaire",
    "horraires": "horaires",
    "progame": "programme",
    "programe": "programme",
    "otel": "hotel",
}


def vocabulary(table: str) -> frozenset[str]:
    """Give the words of a table written as running text."""
    return frozenset(table.split())


_DRAWN_OUT = re.compile(r"(\w)\1{2,}|(?<=\bou)i(?=i\b)")


def calm(text: str) -> str:
    """Write « ouiiii » and « ouii » as « oui »."""
    return _DRAWN_OUT.sub(r"\1", text)


def without_accents(text: str) -> str:
    """Give ``text`` with its letters bare: « Pélussin » becomes « Pelussin »."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text.translate(_LIGATURES)).translate(_MARKS)


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Give words of bare lower-case letters and figures, one space between, ``?`` kept apart.

    Apostrophes, hyphens, emoji and other signs separate words.
    """
    bare = without_accents(text[:READ_AT_MOST]).casefold()
    return " ".join(_TOKEN.findall(bare))


_GLUED = re.compile(
    r"j(?=(?:serai|arriv|ariv|vien|voudr|aurai|pourr|inscri|minscri|habit|confirm|annul|travail|boss"
    r"|compt|rest|repar|pens|croi)\w*$)"
)
"""« jserai », « jarrive »: « je » and its verb in one."""


_SA = re.compile(
    r"\bsa(?= (?:va|me|m|te|t|nous|vous|y|ne|n|se|s|c|est|sera\w*|serait|fait|fera\w*|marche\w*"
    r"|commence|finit|fini|termine|dure|coute|peut|doit|veut|depend|suffit|suffira|ira|roule|baigne|gene"
    r"|derange|pose|donne|change\w*|compte|arrive|reste|prend|tombe|convient|vaut|a|risque|parle"
    r"|devrait|pourrait|aurait|avance|tient|colle|passe)\b|$| \?)"
)
"""« sa va », « comme sa »: « ça »; « sa place » is theirs."""


def _apart(word: str) -> str:
    return _GLUED.sub("je ", word)


_HEARD = {"cé": "c’est", "sé": "c’est", "é": "et", "cété": "c’était", "jé": "j’ai"}
_AS_HEARD = re.compile(rf"(?<![\w'’-])(?:{'|'.join(_HEARD)})(?![\w'’-])", re.IGNORECASE)
"""Written as they are heard; without their accents they are other words."""


@lru_cache(maxsize=256)
def normal(text: str) -> str:
    """Give ``plain(text)`` with the spellings of text messages written out (« koi », « ya »)."""
    said = plain(_AS_HEARD.sub(lambda found: _HEARD[found.group().lower()], text[:READ_AT_MOST]))
    words = " ".join(_SPELLINGS.get(word) or _apart(word) for word in said.split())
    words = words.replace("quel heure", "quelle heure")
    words = _SA.sub("ca", words)
    # « c » alone stands for « c’est », in « c’est » it does not.
    return words.replace("c est est", "c est").replace("c est etait", "c etait")
