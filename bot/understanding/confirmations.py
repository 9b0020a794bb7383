"""Yes or no, where a registration hangs on it."""

import re

from bot.understanding import command_words
from bot.understanding.lexicon import Lexicon
from bot.understanding.normal import normal

_SIGNS = str.maketrans({"👍": " oui ", "👌": " oui ", "✅": " oui ", "👎": " non ", "❌": " non "})

_YES = """
oui ouais ouep yep yes yeah perfect banco affirmatif conforme great ok okay
dac daccord bon parfait exact exactement correct
impeccable impec nickel super absolument evidemment volontiers entendu confirm sure right
"""
_YES_EXPRESSIONS = (
    "d accord",
    "bien sur",
    "tres bien",
    "tout a fait",
    "tout est bon|bien|exact|juste|parfait|correct|impeccable|ok|conforme",
    "cela|ceci est bon|bien|exact|juste|parfait|correct|impeccable|conforme",
    "en ordre",
    "(me) semble|parait",
    "je|on|nous confirme|confirmons|valide|validons",
    "(vous) (pouvez) confirmer|valider|envoyer|enregistrer",
    "c est|etait (tout) bon|bien|ca|exact|juste|parfait|correct|impeccable|impec|ok|note|nickel",
    "c est super",
    "(tout) cela|ca|tout (m|me) semble|parait bon|bien|exact|juste|parfait|correct|conforme",
    "(tout) cela|ca|tout (m|me) est ok|vrai",
    "j approuve",
    "je suis|nous sommes|on est d accord",
    "ca (a) l|m air bon|bien|juste|correct|exact",
    "nickel chrome",
    "inscrivez|enregistrez (nous|moi|les|la|le)",
    "lu et approuve|approuvee",
    "sounds|looks good|right|fine|great",
    "(all|everything) (is|s) correct|good|fine|ok|right",
    "confirmed|approved|validated",
    "rien a changer|redire|modifier|corriger|ajouter|signaler",
    "je n|ne ai|vois rien a changer|redire|modifier|corriger|ajouter|signaler",
    "je crois|pense que oui",
    "vas|allez y",
    "nothing to change|correct|add",
    "vous pouvez y aller",
    "confirme|confirmez|valide|validez|envoie|envoyez|go",
    "ca|tout (me|nous) va|convient",
    "va pour moi|nous",
    "ca marche|roule|va|joue",
    "pas de souci|soucis|probleme",
    "aucun souci|probleme",
    "on y va",
    "on est bon|bons|bonnes|ok",
    "that|it s right|fine|ok|correct",
    "all|looks good",
)
_FILLERS = """
svp merci thanks thank euh bon ben bah alors donc bien beaucoup moi nous pour ca comme ainsi et
vous to me please voila allez a tous toutes monsieur madame bonjour parfaitement j je l inscription
tout c est the it
"""


def _table() -> dict[str, bool]:
    """Give each expression with whether it accepts (True) or only accompanies (False)."""
    accepting = dict.fromkeys([*_YES.split(), *_YES_EXPRESSIONS], True)
    return {
        **dict.fromkeys(_FILLERS.split(), False),
        "s il vous|te plait": False,
        "je crois|pense (que)": False,
        **accepting,
    }


_ACCEPTANCES = Lexicon(_table())

# « Oui, sauf erreur de ma part », « non non c’est bon »: no denial.
_RESERVE = re.compile(
    r"\b(sauf erreur( de ma part)?|si je ne (me trompe|m abuse)( pas)?|unless i m mistaken)\b"
)
_NO_NO = re.compile(r"^(?:non |nan |no )+(?=\S)")
_HESITATION = re.compile(r"^(?:pourquoi pas|why not)$")
# A refusal, a wait, or something to correct: nothing may be confirmed.
_NO = re.compile(
    r"\b(non|nan|no|nope|nop|pas|faux|fausse|erreurs?|tromp\w+|mais|sauf|corrig\w+|chang\w+|modif\w+"
    r"|remplac\w+|plutot|au lieu|attendre|plus tard|manque|wrong|not|but|except|jamais|negatif"
    r"|mauvaise?|surtout pas|rate|loupe|incorrect\w*|inexact\w*)\b"
)


def read(text: str) -> bool | None:
    """Say whether the text accepts all as it is (True), refuses or corrects (False), or neither.

    True only when the whole text is an acceptance: « oui mais… » is False, a question is None.
    """
    sentence = normal(text.translate(_SIGNS))
    if not sentence or "?" in sentence:
        return None
    if _HESITATION.match(sentence):
        return None
    said = _NO_NO.sub("", _RESERVE.sub("", sentence)).split()
    accepts = any(found.value for found in _ACCEPTANCES.find(said))
    if accepts and _ACCEPTANCES.covers(said):
        return True
    if command_words.read(text) is not None:
        return None
    return False if _NO.search(sentence) else None
