"""Functions written out as a secretary does: « 1er adj » is « premier adjoint »."""

import re

from bot.understanding.normal import vocabulary, without_accents

_ORDINALS = {
    "1": "premier", "2": "deuxième", "3": "troisième", "4": "quatrième", "5": "cinquième",
    "6": "sixième", "7": "septième", "8": "huitième", "9": "neuvième", "10": "dixième",
}  # fmt: skip
_RANK = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,2})(?P<ending>er|[èe]?re|[èe]me|e|nde?|d)?\s+"
    r"(?=(?P<what>(?:maire[ -])?adj\w*|vice\b\S*|v\.?p\b))",
    re.IGNORECASE,
)
_FEMININE = r"(?:trice|[èe]re|ente|ienne|[ée]e|euse|ante)"
_MASCULINE = r"(?:teur|ier|ent|ien|é|eur|ant)"
_SHORT = [
    (re.compile(pattern, re.IGNORECASE), whole)
    for pattern, whole in (
        (r"\bv\.?p\b\.?", "vice-président·e"),
        (r"\b(vice)[ -](?:pdte|pr[ée]sidente)\b", "vice-présidente"),
        (r"\b(vice)[ -](?:pdt|pr[ée]sident)\b\.?", "vice-président"),
        (r"\bpdte\b\.?|\bprez?te\b", "présidente"),
        (r"\bpdt\b\.?", "président"),
        (r"\badjt\b\.?", "adjoint"),
        (r"\badj(?:te|ointe)\b\.?", "adjointe"),
        (rf"(\b\w+{_FEMININE}|\bpremi[èe]re) adj\b\.?", r"\1 adjointe"),
        (rf"(\b\w+{_MASCULINE}|\bpremier) adj\b\.?", r"\1 adjoint"),
        (r"\badj\b\.?", "adjoint·e"),
        (r"\bcons\.? mun(?:icipale)\b", "conseillère municipale"),
        (r"\bcons\.? mun(?:icipal)\b", "conseiller municipal"),
        (r"\bcons\.? mun\b\.?", "conseiller·ère municipal·e"),
        (r"\bresp\b\.?", "responsable"),
        (r"\btech\b\.?(?= \w)", "technicien·ne"),
        (r"\bsecr?\b\.?(?= de mairie| g[ée]n)", "secrétaire"),
        (r"\bcharg\b\.?(?= de\b| d['’])", "chargé·e"),
        (r"(?<!en )\bcharge(?= de (?:mission|projet|d[ée]v|com|la|l)| d['’][ée]tude)", "chargé"),
        (r"\bchargee(?= d)", "chargée"),
        (r"\burba\b\.?", "urbanisme"),
        (r"\b(?:d[ée]?vp?pt|d[ée]v|d[ée]velop)\b\.?", "développement"),
    )
]
_ACCENTED = {
    word: accented
    for accented in vocabulary(
        "conseillère président présidente trésorier trésorière bénévole secrétaire élu élue"
        " délégué déléguée général générale départemental départementale régional régionale"
        " ingénieur ingénieure médiateur médiatrice bibliothécaire salarié salariée employé"
        " employée attaché attachée rédacteur rédactrice développement député députée sénateur"
        " sénatrice fédération référent référente gérant gérante éleveur éleveuse première"
        " hôtelier hôtelière régisseur régisseuse métropolitain médiation animatrice"
    )
    if (word := without_accents(accented)) != accented
}
_CAPITALS = frozenset(
    ["dg", "dga", "dgs", "dgas", "dgst", "dst", "drh", "dsi", "dac", "rh", "atsem"]
)
_WORD = re.compile(r"[^\W\d_]+")
_TRAILING = re.compile(
    r"[\s,]+(?:voil[àa]|quoi|hein|donc|aussi|[ée]galement|[ée]videmment|naturellement|pardi"
    r"|bien s[ûu]r|actuellement|maintenant|d[ée]sormais|en fait|pour l['’]instant|du coup"
    r"|je crois|je pense"
    r"|currently|as well|too)$",
    re.IGNORECASE,
)


def written_out(function: str) -> str:
    """Write a function out, with its accents and capitals, without what trails after it."""
    said = without_trail(function.strip(" ,;:!"))
    said = _RANK.sub(_ordinal, said)
    for short, whole in _SHORT:
        said = short.sub(whole, said)
    return _WORD.sub(_spelt, said)


def without_trail(said: str) -> str:
    """Leave out what trails after an answer: « la CC évidemment », « maire, voilà »."""
    before = ""
    while said != before:
        before, said = said, _TRAILING.sub("", said)
    return said


def _ordinal(found: re.Match[str]) -> str:
    """« 1ere adjte » is « première adjointe », « 2e adj » « deuxième »."""
    word = _ORDINALS.get(found["number"])
    if word is None:
        return found.group()
    is_first = found["number"] == "1"
    is_feminine = (found["ending"] or "").casefold().endswith("re")
    is_feminine |= re.search(r"(?:te|nte)$", found["what"], re.IGNORECASE) is not None
    return "première " if is_first and is_feminine else f"{word} "


def _spelt(found: re.Match[str]) -> str:
    word = found.group()
    if word.casefold() in _CAPITALS:
        return word.upper()
    accented = _ACCENTED.get(without_accents(word.casefold()))
    if accented is None or accented == word.casefold():
        return word
    return accented.capitalize() if word.istitle() else accented
