"""Who wants no registration: « je ne m’inscris pas », « faut-il s’inscrire ? »."""

import re

from bot.understanding.normal import plain

_DOES_NOT = re.compile(
    r"\b(?:je|j|on|nous) (?:(?:ne|n) )?(?:m |me |nous |s )inscri(?:s|t|vons|rai|rons"
    r"|ra) (?:donc )?(?:pas"
    r"|plus)\b"
    r"|\b(?:veu[xt]|voul\w+|voudrai\w*|souhait\w*|compt\w+|cherch\w+|demand\w+|pens\w+|vais|va|prevu\w*)"
    r" (?:\w+ )?(?:pas|plus|rien|jamais|nullement)(?: du tout)? (?:a |de |d )?(?:m |me "
    r"|nous |s )inscrire\b"
    r"|\b(?:n ai|ai|n avons|avons) (?:pas|jamais|rien|nullement) (?:\w+ )?(?:demande|voulu"
    r"|dit|souhaite)\w*"
    r"(?: \w+){0,3} (?:inscri\w+)\b"
    r"|\b(?:pas|aucune) (?:besoin |envie |question )?(?:d |de (?:m |nous )?|l "
    r"|une )?inscri(?:re|ption)"
    r"(?: (?:pour moi|merci|svp))?$"
    r"|\bi (?:am|m|do|did|don t|didn t|won t) ?(?:not )?(?:want(?:ed)? to |going to |mean to )?"
    r"(?:register|sign up|registering|signing up)\b"
)
_I_DO = re.compile(
    r"\bi (?:do|am|m) (?:want to |going to )?(?:register|sign|sign up|registering|signing)"
)
_OTHERWISE = re.compile(
    r"^ (?:(?:moi |toute? )?(?:seule?|deux fois|tout de suite|maintenant|encore|moi meme"
    r"|sans|avec|comme"
    r"|en tant|au (?:nom|titre)|pour (?:moi|l instant|le moment)|a (?:deux|la place)))\b"
)
"""How, when or as what they do not: it is no refusal."""
_OTHERS = re.compile(
    r"\b(?:j|mais|c est|seulement|juste|i) (?:pour )?inscri\w+"
    r"|\binscri(?:vez|s|re) (?:plutot |seulement |juste )?(?:mon|ma|mes|notre|nos|m|mme|le"
    r"|la|les)\b"
    r"|\bc est pour (?:mon|ma|mes|notre|nos|m|mme|le|la|les|une?)\b"
)


def refuses(text: str) -> bool:
    """Whether who writes says that they do not register, nor anybody else."""
    if "?" in text or _OTHERS.search(plain(text)):
        return False
    clauses = map(plain, re.split(r"[.,;:!\n]+", text))
    return any(map(_refuses, clauses))


def _refuses(clause: str) -> bool:
    found = _DOES_NOT.search(clause)
    if found is None or _I_DO.search(clause):
        return False
    return _OTHERWISE.match(clause[found.end() :]) is None


_MUST = re.compile(
    r"\b(?:faut|doit|doivent|dois|devons|devra\w*|necessaire|obligatoire|oblige\w*|besoin"
    r"|must|have to"
    r"|need(?:ed)? to)\b(?: \w+){0,4}? (?:s |m |nous |se )?(?:inscri\w+|register|sign up)\b"
    r"|\b(?:inscription|registration)(?: \w+){0,4} (?:obligatoire|necessaire|requise"
    r"|needed|required)\b"
)
_HOW = re.compile(
    r"\b(?:comment|ou|que|quoi|qui|quand|quel\w*|jusqu|combien|how|where|what|when|who)\b"
)


def asks_whether_to(text: str) -> bool:
    """Whether it is only asked if one has to register: « faut s’inscrire ? »."""
    questions = [one for one in re.split(r"(?<=[.!?\n])\s+", text) if "?" in one]
    said = [
        plain(re.sub(r"est[- ]ce qu['’ ]?e?", " ", one, flags=re.IGNORECASE)) for one in questions
    ]
    return any(_MUST.search(one) and not _HOW.search(one) for one in said)
