"""Words that are to be taken out of an answer: « enlevez le « euh » », « sans le mot mairie »."""

import re

from bot.understanding.normal import plain

_QUOTED = re.compile(
    r"«\s*([^«»]{1,40}?)\s*»|[\"“”]([^\"“”]{1,40})[\"“”]|(?<!\w)['‘’]([^'‘’]{1,40})['‘’](?!\w)"
)
_STRUCK = re.compile(
    r"\b(?:enlev|retir|supprim|ot|vir|effac|remov|delet|drop)\w*(?: (?:juste|svp|moi|donc|just))?"
    r" (?:le|la|les|l|ce|cet|cette|ces|the|this|that|un|une) (?P<what>(?:\w+ ?){1,3})"
    r"|\b(?:sans|without) (?:le|la|les|l|ce|the) (?P<without>(?:\w+ ?){1,2})"
)
_TAKEN_OUT = re.compile(
    r"\b(?:enlev|retir|supprim|ote[rz]?|effac|en trop|de trop|sans|pas de|remov|delet|drop|without)"
)
_OF_WORDS = re.compile(
    r"\b(?:mots?|lettres?|accents?|tirets?|virgules?|points?|majuscules?|minuscules?|espaces?"
    r"|orthographe|fautes?|devant|territoires?|fonctions?|titres?|structures?|organisations?|noms?"
    r"|prenoms?|mails?|adresses?|numeros?|telephones?|portables?|phones?|numbers?"
    r"|words?|letters?|in front of|typos?|spelling|jobs?|titles?"
    r"|names?)\b"
)
_LABEL = re.compile(r"^(?:petits?|mots?|lettres?|words?|letters?) ")


def is_about_words(text: str) -> bool:
    """Whether it is about how something is written, not about who comes."""
    return _QUOTED.search(text) is not None or _OF_WORDS.search(plain(text)) is not None


def struck(text: str) -> tuple[str, ...]:
    """The words in plain form that are to be taken out, as they may be meant, likeliest first."""
    sentence = plain(text)
    if not _TAKEN_OUT.search(sentence):
        return ()
    quoted = ["".join(found.groups("")) for found in _QUOTED.finditer(text)]
    if quoted:
        return tuple(filter(None, map(plain, quoted)))
    said = [found["what"] or found["without"] for found in _STRUCK.finditer(sentence)]
    wholes = [_LABEL.sub("", one.strip()).split() for one in said]
    return tuple(" ".join(one[:length]) for one in wholes for length in range(len(one), 0, -1))


def without(value: str, *, words: str) -> str | None:
    """A value without these words; None where it has them not, or nothing else."""
    kept, sought = value.split(), words.split()
    for at in range(len(kept) - len(sought) + 1):
        found = kept[at : at + len(sought)]
        if [plain(one) for one in found] == sought:
            rest = [*kept[:at], *kept[at + len(sought) :]]
            cleaned = " ".join(rest).strip(" ,;.:!")
            return cleaned[:1].upper() + cleaned[1:] if at == 0 and value[:1].isupper() else cleaned
    return None
