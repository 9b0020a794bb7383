"""Yes or no, where a registration hangs on it."""

import re

from bot.reading import words
from bot.reading.normal import normal

_SIGNS = str.maketrans({"👍": " oui ", "👌": " oui ", "✅": " oui ", "👎": " non ", "❌": " non "})

_YES = (
    r"oui|ouais|ouep|yep|yes|yeah|si|ok|okay|okey|d accord|dac|daccord|c est (bon|ca|bien|exact|juste"
    r"|parfait|correct|tout bon|tout|impeccable|ok|note|good)|tout est (bon|ok|juste|exact|correct)"
    r"|bon|parfait|exact|exactement|correct|impeccable|nickel|super|tres bien|tout a fait|absolument"
    r"|bien sur|evidemment|volontiers|(je|on|nous) (confirme|confirmons|valide|validons)"
    r"|(vous pouvez )?(confirmer|valider|confirme|confirmez|valide|validez|go|envoyer|envoyez|envoie)"
    r"|(ca |tout )?(me |nous )?(va|convient)|(ca )?va pour (moi|nous)|ca marche|ca roule|entendu"
    r"|(pas de|aucun|sans) (souci|probleme|soucis)|that s (right|it|fine)|correct|sure|right|confirm"
    r"|it s (right|fine|ok|correct)|all good|looks good|je suis d accord|on y va|c est moi|allez"
)
_FILLERS = (
    r"svp|s il vous plait|please|merci|euh|bon|ben|bah|alors|donc|c est|tout|bien|beaucoup|moi|nous"
    r"|pour|ca|comme|ainsi|tel quel|et|a vous|vous|je|l inscription|voila|monsieur|madame|bonjour"
)
_WHOLLY_YES = re.compile(rf"(?:(?:{_YES}|{_FILLERS})(?: |$))+")
_SAYS_YES = re.compile(rf"\b(?:{_YES})\b")

# Either a refusal, or something to correct: nothing may be confirmed.
_NO = re.compile(
    r"\b(non|nan|no|nope|nop|pas|faux|fausse|erreurs?|trompee?|trompes?|mais|sauf|corrige\w*|change\w*"
    r"|modifi\w*|remplace\w*|plutot|au lieu|attendre|plus tard|manque|wrong|not|but|except|jamais|mauvaise?)\b"
)


def read(text: str) -> bool | None:
    """Say whether the text accepts all as it is (True), refuses or corrects (False), or neither.

    True only when the whole text is an acceptance: « oui mais… » is False, a question is None.
    """
    sentence = normal(text.translate(_SIGNS))
    if not sentence or "?" in sentence:
        return None
    if _WHOLLY_YES.fullmatch(sentence) and _SAYS_YES.search(sentence):
        return True
    if words.command(text) is not None:
        return None
    return False if _NO.search(sentence) else None
