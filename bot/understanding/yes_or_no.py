"""The yes or the no that an answer begins or ends with, and what is said besides.

« oui hélas, mais est-ce grave ? » says yes, and asks; « celle de Muriel, oui » says yes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding import replies
from bot.understanding.normal import calm, plain
from bot.understanding.replies import SIGNS, Reply


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes or a no, and what stands beside it, as it was written."""

    reply: Reply
    rest: str


def _phrases(table: str) -> list[tuple[str, ...]]:
    """Phrases of a table, one a line or parted by bars, as tuples of words; the longest first."""
    found = {tuple(one.split()) for line in table.split("\n") for one in line.split("|")}
    return sorted(filter(None, found), key=len, reverse=True)


_YES = _phrases(
    """
    oui|ui|wi|vi|voui|woui|oue|ouais|ouai|ouep|ouip|ouaip|yes|yep|yeah|yup|ye|oki|okay|ok|dac|daccord
    d accord|exact|exactement|effectivement|en effet|affirmatif|absolument|tout a fait|parfaitement
    entendu|certes|evidemment|bien sur|bien entendu|certainement|carrement|volontiers|banco
    c est ca|c est bien ca|c est cela|c est bien cela|c est cela meme|c est ca meme|c ca|c bien ca
    that s it|thats it|that is it|that s the one|c est bien lui|c est bien elle
    c est exact|c est exactement ca|c est exactement cela|c est tout a fait ca
    c est tout a fait cela
    c est tout a fait exact|c est juste|c est bien juste|c est tout a fait juste|c est correct
    c est bon|c bon|c est tout bon|c est parfait|c est vrai|c est le cas|c est bien le cas|c est sur
    c est certain|c est confirme|cela meme|ca meme
    c est bien celui la|c est bien celle la|c est le bon|c est la bonne
    c est bien lui|c est bien elle|le bon|la bonne|c est bien le bon|c est bien la bonne
    je confirme|je le confirme|je la confirme|je vous confirme|je vous le confirme|je te confirme
    je vous la confirme|je te le confirme|nous confirmons|nous le confirmons|on confirme|j confirme
    nous vous le confirmons|confirme|j approuve|je valide|on valide|je suis d accord
    je dis oui|je vous dis oui|j ai dit oui|je vous ai dit oui|la reponse est oui|je crois que oui
    je pense que oui|vas y|allez y|allez y oui|vasi|go|faites donc|faites le|faites comme ca
    vous pouvez y aller|tu peux y aller|vous pouvez|tu peux
    i confirm|i do|correct|indeed|that s right|that is right|that s correct|that is correct|sure
    absolutely|definitely|exactly|of course|i m afraid so|afraid so|i am afraid so|go ahead
    please do
    it is|she is|he is|they are|you are right|right
    """
)
_WEAK_YES = _phrases(
    "parfait|tres bien|nickel|super|impeccable|impec|bien|bon|voila|great|perfect|juste|top|genial"
)
"""What says yes only where it is all that a sentence says."""
_NO = _phrases(
    """
    non|nan|na|no|nope|nop|nah|nn|noon|pas du tout|surtout pas|certainement pas|absolument pas
    en aucun cas|negatif|non point|que non|mais non|pas question|hors de question|pas vraiment
    pas exactement|pas tout a fait|c est pas ca|ce n est pas ca|ce n est pas cela|c est faux
    ce n est pas exact|c est inexact|c est pas vrai|not at all|no way|certainly not|absolutely not
    not really|not quite|that s wrong|that is wrong|je dis non|j ai dit non|je vous dis non
    """
)
_ASIDE = _phrases(
    """
    ah|oh|eh|he|euh|heu|hein|ben|beh|bah|bin|bon|mais|alors|et|enfin|eh bien|ha|mdr|lol|pff|oula
    ouh|donc|voila|helas|malheureusement|desole|desolee|pardon|bonjour|bonsoir|salut|hello|hi|well
    merci|merci beaucoup|svp|s il vous plait|s il te plait|please|thanks|thank you|stp
    la pauvre|le pauvre|les pauvres|pauvre|monsieur|madame|bien|vraiment|oh la|oh la la|quand meme
    unfortunately|sadly|alas|sorry|i m afraid|je sais|je vous dis|je te dis|comme je l ai dit
    comme je vous l ai dit|comme dit|je vous l ai dit|je l ai dit|jai dit|j ai dit|j espere|je crois
    je pense|a mon vif regret|a mon regret|a mon grand regret|a regret|a nouveau|encore une fois
    cette fois|tout|bien sur|toujours|je repete|la
    """
)
_OR = re.compile(r"\b(?:oui|yes) (?:ou|or) (?:bien )?(?:non|no)\b")
_UNSURE = re.compile(
    r"(?:mais |et )?(?:peut etre|sans doute|je (?:ne )?sais pas|ou\b"
    r"|pas (?:encore|sure?|certaine?)\b|enfin (?:peut etre|je crois)|maybe|perhaps|not sure)"
)
_EXCLAIMED = re.compile(
    r"\b(?:quoi|hein|comment|pardon|what|sorry|ah bon|vraiment|attendez|non)\s*\?+!*", re.IGNORECASE
)
"""« Quoi ?? »: no question of theirs."""
_WORD = re.compile(r"[^\W_]+")
_LAST_CLAUSE = re.compile(
    r"^(?P<rest>.*\S)\s*[,;:.!…—–-]+\s*(?P<last>[^,;:.!?…—–]+)[.!…\s]*$", re.DOTALL
)
_LAST_WORD = re.compile(
    r"^(?P<rest>.*\S)\s+(?P<last>oui|ui|yes)[.!\s]*$", re.DOTALL | re.IGNORECASE
)
_TALKED_OVER = 8
"""So many words at most stand before a « oui » that ends a message."""


@dataclass(frozen=True, slots=True)
class _Word:
    said: str
    start: int
    end: int


_IS_IT = re.compile(
    r"(?:ok |bon |alors |et |donc )*(?:c est|c) (?:bien |tout )?(?:bon|fait|ok|note)\b"
)
"""« c’est bon, c’est fait pour Samir ? » asks."""


@lru_cache(maxsize=256)  # labels of buttons, again and again
def read(text: str) -> Answer | None:
    """Read whether an answer says yes or no, clearly; None where it says neither, or both."""
    if _OR.search(plain(text)) or replies.wants_something_first(text):
        return None
    said = _EXCLAIMED.sub(" ", calm(text.translate(SIGNS))).strip()
    answer = None if _IS_IT.match(plain(said)) and "?" in said else _first(said) or _last(said)
    if answer is not None and _ASKS.search(plain(answer.rest)):
        return None
    return None if answer is not None and _UNSURE.match(plain(answer.rest)) else answer


_ASKS = re.compile(r"^(?:\w+ ){0,4}?(?:j |je |on )?\w+ (?:qui|quoi|ou|comment|combien)$")
"""« ok j’appelle qui »: a question without its mark, and no yes."""


def reply(text: str) -> Reply | None:
    """The same in short, with what else may be said to something that was asked or offered."""
    answer = read(text)
    return replies.read(text) if answer is None else answer.reply


def _first(text: str) -> Answer | None:
    """The answer that a text begins with: the last of several that follow each other."""
    words = _words(text)
    at, end, reply = 0, 0, None
    while at < len(words):
        taken, is_answer = _taken(words, at, text)
        if taken == 0:
            break
        at += taken
        if is_answer is not None:
            reply, end = is_answer, at
        if _is_asked(text, words, at):
            return None  # « oui ? », « c’est bien ça ? »
    if reply is None:
        return None
    rest = text[words[end - 1].end :].strip(" ,;:.!…-–—\n\t")
    return Answer(reply, "" if end == len(words) or _only_aside(rest) else rest)


def _taken(words: Sequence[_Word], at: int, text: str) -> tuple[int, Reply | None]:
    """How many words an answer or something aside takes here, and which answer it is."""
    for phrases, reply in ((_NO, Reply.NO), (_YES, Reply.YES)):
        if number := _length(words, at, phrases):
            return number, reply
    if (number := _length(words, at, _WEAK_YES)) and _ends(text, words, at + number):
        return number, Reply.YES if at == 0 or number == len(words) else None
    return _length(words, at, _ASIDE), None


def _length(words: Sequence[_Word], at: int, phrases: Iterable[tuple[str, ...]]) -> int:
    said = tuple(one.said for one in words[at : at + 8])
    return next((len(one) for one in phrases if said[: len(one)] == one), 0)


def _ends(text: str, words: Sequence[_Word], at: int) -> bool:
    """Whether a sentence is over before this place."""
    after = text[words[at - 1].end : words[at].start] if at < len(words) else "."
    return re.search(r"[.!…\n]", after) is not None


def _is_asked(text: str, words: Sequence[_Word], at: int) -> bool:
    """Whether a question mark follows right after these words."""
    until = words[at].start if at < len(words) else len(text)
    return "?" in text[words[at - 1].end : until]


def _only_aside(text: str) -> bool:
    words, at = _words(text), 0
    while at < len(words):
        number = _length(words, at, _ASIDE)
        if number == 0:
            return False
        at += number
    return True


def _last(text: str) -> Answer | None:
    """The answer that a short text ends with: « celle de Muriel, oui »."""
    found = _LAST_CLAUSE.match(text)
    if found is None and not {"pas", "ne", "non", "jamais", "not"} & {*plain(text).split()}:
        found = _LAST_WORD.match(text)
    if found is None or "?" in text or len(found["rest"].split()) > _TALKED_OVER:
        return None
    answer = _first(found["last"])
    is_clear = answer is not None and not answer.rest
    return Answer(answer.reply, found["rest"]) if answer is not None and is_clear else None


def _words(text: str) -> list[_Word]:
    return [
        _Word(said, found.start(), found.end())
        for found in _WORD.finditer(text)
        for said in plain(found[0]).split()
    ]
