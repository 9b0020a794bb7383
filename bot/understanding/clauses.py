"""A message in clauses that each tell a thing of their own: « Paul est malade, mon mail est… »."""

import re

from bot.understanding.normal import plain
from bot.understanding.sentences import sentences

_VERB = (
    r"(?:est|sont|sera|seront|suis|serai|serons|c['’ ]?est|s['’ ]?(?:[ée]crit|appelle)"
    r"|a chang[ée]|devient"
    r"|vient|viendra|viennent|viendront|remplace(?:ra)?|arrive(?:ra)?|ne|n['’]\w+|aura|peut|pourra"
    r"|is|will|can(?:no|['’])t|comes|replaces|doesn['’]t|won['’]t)"
)
_LABEL = (
    r"(?:(?:nouve\w+|adresse|vraie?)\s)?(?:adresse|e-?mail|mail|mel|courriel|t[ée]l\w*|portable"
    r"|mobile|num\w*"
    r"|nom|pr[ée]nom|fonction|titre|poste|structure|organisation|organisme|asso\w*|territoire"
    r"|address|phone|number|name|title|job|territory)"
)
_ORDER = (
    r"(?:merci de|il faut|faut|veuillez|pouvez[- ]vous|vous pouvez|pourriez[- ]vous"
    r"|corrige[rz]?|change[rz]?|modifie[rz]?|mett(?:ez|re)|notez|noter|(?:r)?ajoute[rz]?"
    r"|retire[rz]?"
    r"|enl[eè]ve[rz]?|supprime[rz]?|remplace[rz]?|please|change|correct|add|remove)"
)
_NAME = r"(?-i:[A-ZÉÈÀÂÎÔ][\w'’-]+)"
_OPENS = (
    rf"(?:(?:je|j['’]|nous|on|c['’]est|i|i['’]m|we|it['’]s)(?=\W|\b)|(?:de |d['’])?{_ORDER}\b"
    rf"|pour (?:moi|lui|elle|{_NAME}|(?:le|la|l['’]|mon|ma|son|sa)\s?{_LABEL})\W"
    rf"|(?:mon|ma|mes|son|sa|le|la|l['’]|notre|my|his|her|our|the)\s?{_LABEL}\b"
    rf"|(?:mon|ma|notre|le|la|l['’]|my|the)\s?(?:[\w'’-]+\s){{1,4}}?{_VERB}\b"
    rf"|(?:M\.|Mme|Mr|Monsieur|Madame)\s(?:[\w'’-]+\s){{1,4}}?{_VERB}\b"
    rf"|(?:{_NAME}\s){{1,3}}(?:il\s|elle\s)?{_VERB}\b"
    rf"|(?<=\bet\s)(?!(?:ne|qui|y|pas|en|que)\b)\w{{3,}}\s(?:ne\s)?(?:vient|viendra|sera"
    rf"|arrive\w*|peut|pourra)\b"
    rf"|(?:il|elle|ils|elles|he|she"
    rf"|they)\s(?:\w+['’\s]){{0,2}}?{_VERB}\b)"
)
_CUT = re.compile(
    r"(?:\s+(?=c['’]est\s(?:[\w'’]+\s){1,3}qui\b|moi\s(?:je|j['’])\s?\w)"
    r"|(?:\s*[,;:–—]\s*(?:(?:et|puis|mais|par contre|and|but)\s+)?"
    r"|\s+(?:et|puis|mais|par contre|en revanche|and|but)\s+)"
    r"(?:(?:aussi|sinon|puis|ensuite|enfin|par contre|en plus|par ailleurs|also|then)\s*,?\s+)?"
    rf"(?={_OPENS}))",
    re.IGNORECASE,
)
_STATING = rf"{_VERB}|{_ORDER}|vi\w+|ve\w+|par\w+|arriv\w+|j['’]\w+|je \w+|on \w+"
_STATES = re.compile(rf"\b(?:{_STATING})\b|@|\d{{2}}", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{_STATING}|{_LABEL})\b|@|\d{{2}}", re.IGNORECASE)
"""Without a verb, an address or a number, words before a cut are no clause of their own."""
_VALUE = re.compile(r"(?:c['’ ]?est|it['’ ]?s)\s+(?:le\s|the\s)?(?:[\d+(]|\S+@)", re.IGNORECASE)
_PUTS = re.compile(r"(?:mett?\w+|note[rz]?|[ée]cri\w+|put)\b", re.IGNORECASE)
_IT_IS = re.compile(r"c['’ ]?est|it['’ ]?s", re.IGNORECASE)


def clauses(text: str) -> list[str]:
    """Give the clauses of a text in their order; all of it, where it is but one."""
    found: list[str] = []
    for sentence in sentences(text):
        at = 0
        for cut in _CUT.finditer(sentence):
            if _VALUE.match(sentence, cut.end()):
                continue  # « le téléphone de Luc plutôt que le mien, c’est le 06… »
            said, says = sentence[at : cut.start()], _SAYS
            if _IT_IS.match(sentence, cut.end()) or _PUTS.match(sentence, cut.end()):
                says = _STATES  # « le portable de Bruno, c’est le 06… » is one
            if says.search(said):
                found.append(said.strip())
                at = cut.end()
        found.append(sentence[at:].strip())
    return [one for one in found if plain(one)]
