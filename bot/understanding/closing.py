"""How somebody takes leave: « je vais appeler, merci », « ok, on sera toujours deux »."""

import re

from bot.understanding.normal import normal

_NODS = (
    r"(?:ok|okay|oki|d accord|tres bien|parfait|super|entendu|merci(?: (?:bien|beaucoup|a vous"
    r"|d avance|quand meme|pour tout))?|bien|bon|ben|c est (?:bon|note|entendu)|note"
    r"|bonne (?:journee|soiree|fin de journee)|a (?:demain|bientot|jeudi|plus)|au revoir|bonjour"
    r"|cordialement|alors|donc|euh|ah|oui|thanks|thank you|fine|great|bye|et)"
)
_REACH = (
    r"(?:j|je|i ll|i will|on|nous) ?(?:(?:vais|va|allons|l|la|le|les|lui|leur|vous|y|t) )*"
    r"(?:j?(?:app?ell?e[rz]?(?:ai|ons|a)?|telephone\w*|contact\w+|joind\w+|ecri[st]?|ecrire|ecrirai)"
    r"|passe\w* un (?:coup de fil|appel)|donne\w* un coup de fil|call|ring)"
)
_WHOM = (
    r"(?:la|le|l|les|lui|leur|m|mme|mr|monsieur|madame|them|him|her|directement|moi meme|demain"
    r"|matin|midi|soir|apres midi|cet|ce|tout de suite|de suite|tantot|alors|donc|maintenant"
    r"|organis\w+|equipe|mairie|numero|au|now|tomorrow)"
)
_SAYS_SO = re.compile(
    rf"^(?:{_NODS} )*{_REACH}(?: {_WHOM}){{0,4}}(?: [a-z]+)?(?: {_WHOM}){{0,2}}(?: {_NODS})*$"
)
_NOT_SO = re.compile(
    r"\b(?:qui|quand|comment|ou|si|pour|pas|plus|annul\w*|quel\w*|inscri\w*|who|when|how|where|if)\b"
)


def says_to_reach_them(text: str) -> bool:
    """Whether it is only said that somebody will be called, with thanks perhaps."""
    said = re.sub(r"\bj(?=app?ell|ecri|telephon)", "j ", normal(text))
    if "?" in text or _NOT_SO.search(said):
        return False
    return _SAYS_SO.match(said) is not None


_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "two": 2, "three": 3, "four": 4}
_SAME = (
    r"(?:rien ne change|rien de change|pas de changement|ca (?:ne )?change (?:pas|rien)"
    r"|comme prevu)"
)
_STILL = re.compile(
    rf"^(?:(?:{_NODS}|{_SAME}) )*(?:on|nous|we) (?:est|sera|sommes|serons|reste|restons"
    r"|vient|venons|viendra|viendrons|are|will be|ll be) (?:(?:toujours|bien|encore|donc|tous"
    r"|toutes|les|a|still|au nombre de) )*(?P<n>deux|trois|quatre|cinq|[2-9]|two|three|four)"
    rf"(?: (?:personnes|a venir|au total|en tout|{_SAME}|{_NODS}))*$"
)
_AS_BEFORE = re.compile(rf"\b(?:toujours|encore|bien|restons|reste|still)\b|{_SAME}")


_AS_PLANNED = re.compile(
    rf"^(?:{_NODS} )*(?:{_SAME}|rien a (?:changer|signaler|redire)|r ?a ?s|comme convenu"
    rf"|on maintient"
    rf"|tout est (?:bon|ok|en ordre)|no change)(?: (?:{_NODS}|{_SAME}|pour (?:nous|moi)"
    rf"|de notre cote))*$"
)


def is_as_planned(text: str) -> bool:
    """« rien de changé, à demain »: whether it is only said that all is as it was."""
    return "?" not in text and _AS_PLANNED.match(normal(text)) is not None


def still_so_many(text: str) -> int | None:
    """How many are said to come as before, and nothing else: « on sera toujours deux, merci »."""
    said = normal(text)
    found = _STILL.match(said)
    if "?" in text or found is None or not _AS_BEFORE.search(said):
        return None
    number = found["n"]
    return int(number) if number.isdecimal() else _NUMBERS[number]
