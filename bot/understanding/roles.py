"""A person's function, and the organisation where they hold it."""

import re
from typing import NamedTuple

from bot.understanding import command_words, confirmations
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Reading, Unclear, Understood
from bot.understanding.speech import is_speech
from bot.understanding.tidying import ANSWER_AT_MOST, has_letters, tidy


class Role(NamedTuple):
    """A function and its organisation, None when the text names none apart."""

    function: str
    organisation: str | None


_INTRODUCTION = re.compile(
    r"^(?:(?:moi|lui|elle|alors|oui|donc)[ ,]+)*"
    r"(?:je suis|j['’]suis|il est|elle est|c['’]est|on est|i am|i['’]m|she is|he is|(?:ma |sa "
    r"|la )?"
    r"fonction\s*(?:c['’]est|est|:))\s+(?:actuellement |aussi |toujours |an? )?",
    re.IGNORECASE,
)
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
_SENTENCE = re.compile(
    r"\b(?:je|j|on|vous|tu|il y a|est ce que|c est|c etait|quoi|combien|pourquoi|sais pas|me suis"
    r"|y arrive|i|you)\b"
)
_POINTERS = vocabulary(
    """
    idem pareil le la les meme que lui elle moi toujours comme avant rien aucun aucune none same ca
    mon ma son sa collegue de du l un une deux trois mairie fonction
    """
)


def read(text: str) -> Reading[Role]:
    """Read a function and its organisation.

    Unclear: « sentence » (a question, a command), « which » (« idem », « the same »), « too_long »,
    « no_function » (nothing that could be one).
    """
    line = tidy(text)
    if not has_letters(line) or "@" in line or re.search(r"\d{4}", line):
        return Unclear("no_function")
    if "?" in text or command_words.read(text) is not None:
        return Unclear("sentence")
    if len(line) > ANSWER_AT_MOST:
        return Unclear("too_long")
    said = _INTRODUCTION.sub("", line).strip(" ,:")
    if confirmations.read(line) is not None or set(plain(said).split()) <= _POINTERS:
        return Unclear("which")
    if _SENTENCE.search(plain(said)) or is_speech(said):
        return Unclear("sentence")
    return Understood(_parts(said))


def whole(text: str) -> str:
    """Give function and organisation together as they were said, without what introduces them."""
    return _INTRODUCTION.sub("", tidy(text)).strip(" ,:")


def _parts(said: str) -> Role:
    """Set the organisation apart from the function."""
    found = _SPLIT.match(said)
    if found is None:
        return Role(said, None)
    organisation = found["at"] or found["after"]
    return Role(found["function"].strip(), organisation.strip(" ,;"))
