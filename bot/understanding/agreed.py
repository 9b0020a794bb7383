"""A yes to all that was answered, among what is said besides: « validez, et où se gare-t-on ? ».

A worry, a wish, thanks hold nothing back. What puts something right does, until it is done.
"""

import re
from collections.abc import Iterator

from bot.understanding import confirmations, sentences
from bot.understanding.normal import normal


def asks_for_more(text: str) -> bool:
    """Whether something is to be done beside a yes: « c’est bon, et mettez présidente »."""
    yes, others = _parted(sentences.parted(text)[0])
    return bool(yes) and _holds_back(others)


def _holds_back(stated: str) -> bool:
    """Whether something is said to be wrong, or wished for, before all is confirmed."""
    said = [normal(one) for one in _clauses(stated)]
    return any(_is_wrong(one) or _WISHED.search(one) for one in said)


def says_yes(text: str) -> bool:
    """Whether a sentence of it says yes to all, and none that something is wrong."""
    if confirmations.hangs_on_answer(text):
        return False
    yes, others = _parted(sentences.parted(text)[0])
    return bool(yes) and not any(_is_wrong(normal(one)) for one in _clauses(others))


def says_only_yes(text: str) -> bool:
    """Whether a clause says yes to all, and the others but remark: « confirmez, sans repas »."""
    yes, others = _parted(text)
    return bool(yes) and not others and "?" not in text


def is_request(text: str) -> bool:
    """Whether something is asked of us, and no yes is said: « montrez-moi l’inscription »."""
    return _REQUEST.search(normal(text)) is not None and not says_yes(text)


_REQUEST = re.compile(
    r"\b(?:montr\w+|affich\w+|redonn\w+|rappele[rz]|rappelle[sz]?|relire|relisez|(?<!je )relis"
    r"|pose[rz]? (?:\w+ ){0,5}questions?|transmett\w+|demande[rz]|voir|show|remind|ask"
    r"|(?:envoy|donn)\w+ (?:moi|nous)|send me|tell me)\b"
)


def waits(text: str) -> bool:
    """Whether a yes is for later: « dès que mon maire est d’accord, validez »."""
    said = normal(text)
    if confirmations.hangs_on_answer(text):
        return True
    after = _BEFORE.sub(" ", said)
    if after != said and not _CONFIRMED.search(after):
        return True
    yes, others = _parted(sentences.parted(text)[0])
    later = _ONCE_DONE.sub(" ", normal(others))
    if _AT_LAST.search(said):
        later = _HESITATED.sub(" ", later)
    return bool(yes) and _LATER.search(later) is not None


_DONE = r"(?:modifie|corrige|fait|note|change|ajoute|rectifie|done|changed|corrected|fixed|added)"
_ONCE_DONE = re.compile(
    rf"\b(?:une fois (?:que )?(?:ceci|cela|ca|c est|tout ca|ces \w+)(?: est)? {_DONE}\w*"
    rf"|once (?:that|this|it|those)(?: is| are| s)? {_DONE}|si c est (?:bien |comme ca )?{_DONE}\w*"
    r"|si vous (?:l|le|la|les) \w+ez|si c est (?:bon|ok) pour (?:vous|toi)|meme si)\b"
)
"""« une fois ceci corrigé, je confirme »: that is for us to do, now."""
_AT_LAST = re.compile(
    r"\b(?:voila|la|maintenant|now)(?: la)? (?:c est|c|tout est|it s) (?:\w+ )?(?:bon|ok|good)\b"
    r"(?: .*)?\b(?:valide\w*|confirme\w*|enregistre\w*|y aller|go ahead)\b"
)
_HESITATED = re.compile(r"\b(?:attend(?:s|ez)|wait)\b")
"""« non attendez, … voilà, là c’est bon, vous pouvez y aller »."""


_BEFORE = re.compile(
    r"\b(?:avant (?:que (?:je|j|nous|on) |de |d )|before (?:i |we )?)(?:la |le |l |les |tout )?"
    r"(?:valid|confirm|envo|enregistr|send)\w*"
)
"""« Merci de l’ajouter avant que je valide »."""
_CONFIRMED = re.compile(r"\b(?:valid|confirm|envo[iy]|enregistr|send)\w*")
_LATER = re.compile(
    r"\b(?:des que|lorsque|quand(?! meme)|une fois que|d abord|attend(?:s|ez|re)|wait|as soon as"
    r"|once|first|si (?:je|j|c|ca|le|la|les|on|il|elle|mon|ma|notre))\b"
)


_EXCEPT = re.compile(
    r"\b(?:sauf(?! erreur)|hormis|excepte|detail pres|chose pres|a part que|except)\b"
)
_OTHERWISE_GOOD = re.compile(
    r"\b(?:sinon|a part ca|otherwise) (?:c est |tout est |tout |it s )?(?:bons?|ok|juste|parfait"
    r"|fine|exact|impeccable)\b"
)


def excepts(text: str) -> bool:
    """Whether something is said to be wrong beside a yes: « parfait, sauf que… »."""
    said = normal(text)
    is_some = _OTHERWISE_GOOD.search(said) and _parted(_OTHERWISE.sub("", text))[1]
    return bool(_EXCEPT.search(said) or is_some) and not _is_let_pass(text)


_OTHERWISE = re.compile(r"\b(?:sinon|[àa] part [çc]a|otherwise),?\s+", re.IGNORECASE)


_LET_PASS = re.compile(
    r"(?:^|[.!;,…\n])\s*(?P<yes>(?:allez|tant pis|peu importe|qu['’]importe|bref"
    r"|mais bon)\b[^.]*)\W*$",
    re.IGNORECASE,
)


def _is_let_pass(text: str) -> bool:
    """« parfait, sauf l’adjectif. Allez, vendu »: what is wrong is to stay so."""
    found = _LET_PASS.search(text)
    return found is not None and bool(_parted(found["yes"])[0]) and not re.search(r"\d", text)


def goes_ahead(text: str) -> bool:
    """« on verra si Luc est libre, mais allez-y »: a yes at last, whatever was hesitated about."""
    found = _AT_THE_END.search(normal(text))
    if found is None or "?" in text or re.search(r"\d", text):
        return False
    return not _TO_BE_DONE.search(normal(text)[: found.start()])


_AT_THE_END = re.compile(
    r"\b(?:mais|allez|tant pis|bref|bon|but|et puis|quand meme) (?:bon |allez |donc |oui )*"
    r"(?:allez y|vas y|vendu|adjuge|banco|on y va|c est parti|validez|confirmez"
    r"|je (?:confirme|valide|signe)"
    r"|go ahead)(?: (?:quand meme|merci|svp))*\W*$"
)
_TO_BE_DONE = re.compile(
    r"\b(?:non|faux|fausse|erreurs?|tromp|corrig|chang|modif|remplac|ajout|enlev|retir|supprim|plutot"
    r"|au lieu|manqu|oubli|s ecrit|c est (?!bon|parfait|juste|ok|exact|impeccable|super"
    r"|nickel)|attend"
    r"|avant|d abord|pas (?:encore|tout de suite))\w*"
)


def hinders(text: str) -> bool:
    """Whether a question is to be answered before a yes counts: « oui, mais avant, c’est où ? »."""
    if confirmations.hangs_on_answer(text):
        return True
    stated, asked = sentences.parted(text)
    heads = [_head_taken(one) for one in asked]
    says_yes = bool(_parted(stated)[0]) or any(yes for yes, _ in heads)
    says_yes |= _BEGINS.match(normal(stated)) is not None
    return says_yes and any(_FIRST.search(normal(question)) for _, question in heads)


_BEGINS = re.compile(r"(?:oui|ok|okay|d accord|yes)\b")
_FIRST = re.compile(
    r"^(?:juste )?(?:d abord|avant|before|first)\b|\b(?:attend(?:s|ez)|wait|hold on)\b"
    r"|\b(?:ma question|je (?:vous |te )?demand(?:e|ais)|je voulais savoir|my question|i asked)\b"
)


def _head_taken(question: str) -> tuple[bool, str]:
    """Whether clauses before a question say yes, and the question: « c’est bon, c’est où ? »."""
    yes, rest = False, question
    while found := _BREAK.search(rest):
        head = rest[: found.start()]
        if not _says_yes(head) and not _is_remark(head):
            break
        yes |= _says_yes(head)
        rest = rest[found.end() :]
    return yes, _LEAD.sub("", rest)


def beyond(stated: str) -> str:
    """What is stated beside a yes and mere remarks."""
    return _parted(confirmations.without_hanging(stated))[1]


def is_remark(stated: str) -> bool:
    """Whether only worries, wishes and thanks are stated, and no yes."""
    yes, others = _parted(stated)
    return not (yes or others)


def says_more(stated: str) -> bool:
    """Whether anything is stated but a yes, worries, wishes and what was said before."""
    return bool(_parted(stated)[1])


# ---- clauses

_BREAK = re.compile(
    r"(?:[,;!…\n]+|\.+(?=\s|$))\s*"
    r"|\s+(?=(?:(?:et|and)\s+)?(?:sinon|au fait|par contre|mais|but|dites?|dis-moi)\b"
    r"|(?:et|puis)\s+\w+ez\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:et|and|mais|but|sinon|puis|donc|alors|ah|oh|euh|ben|bah|bon|par contre|au fait|dites?"
    r"|moi)\b\W*)+",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:(?<!c )est ce (?:que|qu)|c est (?:ou|quand|combien|quoi|quel\w*)|ou (?:est|se|c est|ca)"
    r"|(?:me|nous) (?:preciser|indiquer|dire|communiquer|rappeler|donner|envoyer|faire savoir)"
    r"|combien|comment|y a t il|a quelle|qu est ce|where|when|how"
    r"|(?:dites?|donnez|envoyez|montrez|rappelez|redonnez|tell|send|show) (?:moi|nous|me|us))\b"
)
"""A question without its mark: « sinon c’est où exactement »."""


def _clauses(text: str) -> list[str]:
    return [one for one in map(str.strip, _BREAK.split(text)) if one]


def _parted(stated: str) -> tuple[list[str], str]:
    """The clauses that say yes, and what else is stated but remarks and questions, as written."""
    yes, others = [], ""
    for clause, end in _spans(stated):
        if _says_yes(clause):
            yes.append(clause)
        elif clause and not _ASKS.search(normal(clause)) and not _is_remark(clause):
            others += clause + end
    return yes, others.strip(" ,;")


def _spans(text: str) -> Iterator[tuple[str, str]]:
    """Each clause, with what it ends with."""
    at = 0
    for found in _BREAK.finditer(text):
        yield text[at : found.start()], found.group()
        at = found.end()
    yield text[at:], ""


def _says_yes(clause: str) -> bool:
    return confirmations.read(_LEAD.sub("", clause)) is True


# ---- what holds back, and what does not

_WRONG = re.compile(
    r"\b(?:non|nan|no|nope|faux|fausse|erreurs?|fautes?|tromp\w+|corrig\w+|chang\w+|modif\w+"
    r"|rectif\w+|remplac\w+|plutot|au lieu|attend(?:s|ez|re)|wait|avant|quand(?! meme)|lorsque"
    r"|des que|sauf|except|wrong|manqu\w+|oubli\w+|mauvaise?|annul\w*|supprim\w*|enlev\w*|retir\w*"
    r"|ajout\w*|add|remove|cancel|change|plus tard|(?<!a )demain"
    r"|pas (?:bon|bien|juste|exact|correct|encore|confirm\w*|valid\w*|sure?|certaine?)"
    r"|(?<!mais )si (?:je|j|tout|c|le|la|les|on|il|elle|vous|mon|ma|notre))\b"
)
_WISHED = re.compile(r"\b(?!dites\b|voyez\b|savez\b|avez\b|etes\b)[a-z]{2,}ez\b")
"""Something that is to be done: « envoyez-moi d’abord le programme »."""
_DENIED = re.compile(r"\b(?:pas|ne|n|plus|jamais|not|don t|isn t)\b")
_NOTED = re.compile(
    r"\b(?:fonctions?|noms?|prenoms?|structure|mails?|adresses?|telephone|numero|portable"
    r"|territoire|places?|titre|elue?s?|agente?s?|viens|vient|venons|viendra\w*|inscri\w+|deux"
    r"|trois|seule?|name|function|phone|email|comes?|coming)\b"
)
_REMARK = re.compile(
    r"^(?:c est (?:que |juste que )?)?(?:(?:je|j|on|nous|i|we) (?:(?:ne|n) )?(?:(?:voudr|aimer"
    r"|souhaiter)(?:ais|ait|ions)|veux|veut|tiens|(?:ai|a|avons|avais) (?:\w+ ){0,2}(?:peur|hate"
    r"|envie|le trac)|crains|craint|esper\w*|redout\w*|m inquiet\w*|me rejouis\w*|suis (?:\w+ )?"
    r"(?:inquiet\w*|ravie?|contente?|impatiente?|curieu\w+)|(?:l |le |vous l )?(?:ai|avais)"
    r" (?:deja )?dit|(?:vous |te )?(?:dis|disais|repete|redis)|viens de (?:le |vous le )?dire"
    r"|hope|fear|worry|m \w*(?: \w+)? (?:afraid|worried|excited)|said so)\b"
    r"|(?:c est|ce n est|c etait) (?:pas )?(?:ca |cela |ce )que (?:je|j|on) \w+"
    r"|(?:ca|cela) (?:me|nous) (?:fait|inquiet\w*|rejouit)|pourvu|vivement|hate|au plaisir"
    r"|(?:un grand )?merci|thanks?|bravo|desolee?|pardon|cette fois"
    r"|(?:mais |ah |oh |ben |bah |bon |voila |la |si |dites? |et |alors )+$)"
)
_ASKED_OF_US = re.compile(
    r"^(?:un grand )?(?:merci|thanks?) (?:de|d|for)\b(?: \w+){0,3} \w+[eir]r\b"
)
"""« Merci de mettre adjointe » asks for something."""


_UNDERSTOOD = re.compile(
    r"(?:oui |ok |d accord |yes )?(?:j|on|nous|i) (?:ai|a|avons)? ?(?:bien |tout |have )?"
    r"(?:compris|vu|lu|understand|understood|see)"
)
_OF_THE_MEAL = re.compile(
    r"\b(?:repas|dejeuner|casse croutes?|pique niques?|mang(?!er)\w+|mangerai\w*|sandwich\w*|lunch"
    r"|meals?|eat)\b"
)
"""Nothing that is confirmed: who eats is not noted."""


def _is_remark(clause: str) -> bool:
    """Whether a clause but worries, wishes, thanks, or says that all was said before."""
    said = normal(_LEAD.sub("", clause))
    if not said.replace("?", "").strip():
        return True
    if _UNDERSTOOD.fullmatch(said):
        return True
    if _OF_THE_MEAL.search(said) or confirmations.changes_nothing(said):
        return "?" not in said
    if "?" in said or _is_wrong(said) or _ASKED_OF_US.search(said):
        return False
    return _REMARK.search(f"{said} ") is not None


def _is_wrong(said: str) -> bool:
    if _WRONG.search(said) or re.search(r"\d{2}", said):
        return True
    return _DENIED.search(said) is not None and _NOTED.search(said) is not None
