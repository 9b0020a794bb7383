"""Which language somebody writes, told by its small words."""

import re

from bot.understanding.normal import normal, vocabulary
from bot.understanding.sentences import sentences

_SMALL_WORDS = {
    "en": vocabulary(
        """
        the is are am do does did you your we our us they would like want need to what where how
        when who which can could will please hello hi my with and for have has it its this that
        these not of be been there here yes thanks thank from some any all english speak i he she
        his her coming come register registration about if so but too at by let book sign up both
        """
    ),
    "fr": vocabulary(
        """
        le la les l du des et je j nous vous est sont suis sommes pas ne pour dans que qu qui un une
        avec bonjour merci mon ma mes notre nos votre vos c ce cet cette ai avons avez au aux sur en
        oui non mais ou donc tres bien svp il elle ils elles sera serai serons viens venons
        voudrais veux peux peut moi toi alors bon de se sa son leur
        """
    ),
}
_LIKELY = 2
"""So many of its small words, and none of another language, tell a language likely."""
_CLEAR = 4
"""So many tell it for sure."""
_ASKED = {
    "en": re.compile(
        r"\b(?:(?:do|can|could|may) (?:you|i|we) (?:speak|write|talk)(?: to you)?(?: in)? english"
        r"|(?:speak|write|talk)(?: to me)? (?:in )?english|in english(?: please)?$"
        r"|english please)\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:parle\w*|ecri\w+|repond\w*) (?:moi )?(?:en )?francais|en francais)\b"
    ),
}


_OF_THE_DAY = re.compile(
    r"\b(?:journees?|seances?|ateliers?|echanges|interventions?|anime\w*|deroul\w*|day|sessions?"
    r"|talks|held|workshops?)\b"
)


def asked_for(text: str) -> str | None:
    """The language that words ask to be spoken to in; not that of the day."""
    said = [normal(one).replace("?", "").strip() for one in sentences(text)]
    return next(
        (
            code
            for code, asked in _ASKED.items()
            for one in said
            if asked.search(one) and not _OF_THE_DAY.search(one)
        ),
        None,
    )


def likely(text: str) -> str | None:
    """The language that a text seems to be in; None where its words do not tell."""
    return _spoken(text, _LIKELY)


def clear(text: str) -> str | None:
    """The language that a text is in for sure."""
    return _spoken(text, _CLEAR)


def _spoken(text: str, least: int) -> str | None:
    said = normal(text).split()
    counts = {code: sum(word in small for word in said) for code, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    others = sum(count for code, count in counts.items() if code != best)
    return best if counts[best] >= least and not others else None


_LEAVE = re.compile(
    r"\b(?:can|may|could) (?:i|we) (?:speak|write|talk)|\b(?:puis je|je peux|on peut)(?: vous)? "
    r"(?:parler|ecrire|repondre) en\b"
)


def asks_leave(text: str) -> bool:
    """« Can I write in English? »: whether they ask if they may."""
    return _LEAVE.search(normal(text)) is not None
