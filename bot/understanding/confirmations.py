"""Yes or no, where a registration hangs on it."""

import re

from bot.understanding import command_words, sentences
from bot.understanding.lexicon import Lexicon
from bot.understanding.normal import calm, normal

_SIGNS = str.maketrans({"👍": " oui ", "👌": " oui ", "✅": " oui ", "👎": " non ", "❌": " non "})

_YES = """
oui ui vi wi ouais ouep voui ouaip oue yep yes yeah perfect banco affirmatif conforme great ok okay
vendu adjuge dac daccord bon parfait exact exactement correct
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
    "(vous|tu) (pouvez|peux) (nous|me|m|l|la|le|les|tout) confirmer|valider|envoyer|enregistrer"
    "|inscrire",
    "you can|may confirm|register|send|submit|proceed (it|us|me)",
    "go ahead|on",
    "c est|etait (tout|bien|exactement|toujours) bon|bien|ca|cela|exact|juste|parfait|correct"
    "|impeccable|impec|ok|note|nickel|conforme",
    "ca ira",
    "je|on|nous (vous|te) dis|dit|disons|redis oui",
    "j|on ai|a (deja) dit oui",
    "tout|le reste est (bien|maintenant) juste|bon|exact|correct|parfait",
    "on peut confirmer|valider|envoyer|enregistrer",
    "je|on|nous viens|vient|venons (bien|toujours)",
    "(je) (l|le|la|les) accepte|acceptons",
    "c est super",
    "c est|tout est carre|entendu|vu",
    "feu vert",
    "c bon",
    "(ces|les|vos|mes|toutes) (les) (informations|renseignements|donnees|elements) est|sont (tout)"
    " (a) (fait) (bien|tous|toutes) exacts|exactes|justes|corrects|correctes|bonnes|bons|ok",
    "je|on|nous (vous|te) confirme|confirmons (mon|ma|notre|l|la|cette)"
    " inscription|reservation|venue|presence|participation",
    "confirmez|validez|enregistrez (mon|ma|notre|l|la|cette) inscription|reservation|venue",
    "(tout) cela|ca|ceci|tout (m|me|nous) semble|parait bon|bien|exact|juste|parfait|correct"
    "|conforme",
    "(tout) cela|ca|ceci|tout (m|me) est ok|vrai",
    "j approuve",
    "je suis|nous sommes|on est d accord",
    "ca (a) l|m air bon|bien|juste|correct|exact",
    "nickel chrome",
    "inscrivez|enregistrez (nous|moi|les|la|le)",
    "expediez|envoyez|enregistrez (moi) (ca|cela|tout)",
    "enregistrez",
    "lu et approuve|approuvee",
    "sounds|looks good|right|fine|great",
    "(that|it|this|all|everything) (is|s|seems|looks) (all|quite|perfectly) correct|good|fine|ok"
    "|right|perfect|it",
    "yes it|we|i is|are|am|do",
    "confirmed|approved|validated",
    "rien a changer|redire|modifier|corriger|ajouter|signaler",
    "je n|ne ai|vois rien a changer|redire|modifier|corriger|ajouter|signaler",
    "je crois|pense que oui",
    "vas|allez y",
    "nothing to change|correct|add",
    "vous|tu pouvez|peux y aller",
    "confirme|confirmez|valide|validez|envoie|envoyez|go",
    "ca|tout (me|nous) va|convient",
    "va pour moi|nous|ca|cela",
    "c est parti|vendu|adjuge|signe",
    "je|on|nous signe|signons",
    "tope|topez|topons la",
    "ca marche|roule|va|joue",
    "pas|pa de souci|soucis|probleme",
    "aucun souci|probleme",
    "no problem|worries",
    "on y va",
    "qu on n en parle plus",
    "on est bon|bons|bonnes|ok",
    "that|it s right|fine|ok|correct",
    "all|looks good",
)
_FILLERS = """
svp merci thanks thank euh bon ben bah alors donc bien beaucoup moi nous pour ca comme ainsi et
vous to me please voila allez a tous toutes monsieur madame bonjour parfaitement j je l inscription
tout c est the it cela ceci cordialement aimable salutations ah oh eh hein oups desolee desole
sorry that encore la maintenant enfin present ouf zou finalement desormais now lovely
"""
_POLITE_EXPRESSIONS = (
    "je|on|nous vous|te|t (en) remercie|remercions|prie|prions",
    "(merci) d|par avance",
    "s il vous|te plait",
    "pas|pa grave",
    "ce n est pas|rien (grave)",
    "bonne|belle journee|soiree|continuation|semaine",
    "bien a vous",
    "de|pour ma|mon|notre part|cote",
    "a bientot|demain|jeudi|vendredi|lundi|mardi|mercredi|samedi|dimanche",
    "vous etes|tu es (bien|tres) aimable|gentil|gentille",
    "avec mes|nos remerciements|salutations",
    "avec toute ma|notre gratitude|reconnaissance",
    "apres quoi",
    "je crois|pense (que)",
    "pour (ces|les|nous|eux|elles) (deux|trois|quatre) (la)",
    "cette fois (ci)",
    "j espere",
    "thank you (very|so) much",
    "my apologies",
)


def _table() -> dict[str, bool]:
    """Give each expression with whether it accepts (True) or only accompanies (False)."""
    accepting = dict.fromkeys([*_YES.split(), *_YES_EXPRESSIONS], True)
    return {
        **dict.fromkeys(_FILLERS.split(), False),
        **dict.fromkeys(_POLITE_EXPRESSIONS, False),
        **accepting,
    }


_ACCEPTANCES = Lexicon(_table())

# « Oui, sauf erreur de ma part », « non non c’est bon »: no denial.
_RESERVE = re.compile(
    r"\b(sauf erreur( de ma part)?|si je ne (me trompe|m abuse)( pas)?|unless i m mistaken)\b"
)
_NO_NO = re.compile(r"^(?:(?:mais |ah |oh |eh |ben |bah )*(?:non |nan |no )+)(?=\S)")
# « oui, vous confirmez ou il faut que j’appuie ? » asks but how a yes is given.
_HOW = re.compile(
    r"(?:^|[,.;:!\n])(?P<asked>[^,.;:!?\n]*\b(?:appu\w*|cliqu\w*|touch\w*|boutons?|confirm\w*"
    r"|valid\w*|envo\w*|click|press|button|autre chose|c['’]?\s?est (?:tout|fini)|anything else)"
    r"\b[^,.;:!?\n]*)\?\s*$",
    re.IGNORECASE,
)
_NOTHING_WRONG = re.compile(
    r"\b(?:rien (?:ne|n|de) ?(?:change\w*|modifi\w*)"
    r"|(?:ne )?(?:change[rz]?|touche[rz]?|modifie[rz]?|corrige[rz]?) (?:plus )?rien"
    r"|(?:(?:il )?(?:n )?y a )?(?:pas|sans|aucune?) (?:d |de )?(?:erreurs?|fautes?)"
    r"|no (?:mistakes?|errors?|changes?)|nothing (?:changes|is wrong|wrong))\b"
)
"""What sounds like a correction and says that none is needed: « rien ne change »."""
_SIGH = re.compile(r"\b(?:c est )?pas (?:croyable|trop tot)\b")
_BUT_YES = re.compile(
    r"\b(?:mais|but) (?=(?:si )?(?:oui|ouais|bien sur|evidemment|c est (?:bon|juste)|yes)\b)"
)
_WORDS_OF_A_VALUE = re.compile(r"[^\W_]+")
_HESITATION = re.compile(r"^(?:pourquoi pas|why not)$")
# A refusal, a wait, or something to correct: nothing may be confirmed.
_NO = re.compile(
    r"\b(non|nan|no|nope|nop|pas|faux|fausse|erreurs?|tromp\w+|mais|sauf|corrig\w+|chang\w+|modif\w+"
    r"|remplac\w+|plutot|au lieu|attendre|plus tard|manque|wrong|not|but|except|jamais|negatif"
    r"|mauvaise?|surtout pas|rate|loupe|incorrect\w*|inexact\w*)\b"
)


_WANTED = re.compile(
    r"\b(?:(?:je|on|nous|vous|pouvez|peux|tu) (?:me |nous |l |le |la |les |tout |bien )*"
    r"(?:confirm\w*|valid\w*|enregistr\w*)|j ?confirm\w*|(?:confirm|valid|enregistr)(?:e|ez|er|ons)"
    r"|inscri(?:s|vez) (?:nous|moi|les)|allez y|vas y|vasi|go ahead|banco)\b"
)
_HELD_BACK = re.compile(
    r"\b(?:pas|ne|n|non|sauf|corrig\w+|chang\w+|modif\w+|rectif\w+|attend\w*|avant|apres|quand"
    r"|mais|manque|erreurs?|faux|fausse|plutot|des que|lorsque|une fois que|not|don t|wait|but"
    r"|except|wrong|si (?:je|j|c|ca|le|la|les|on|il|elle|vous|mon|ma|notre))\b"
)


def asks_to_confirm(text: str) -> bool:
    """Say whether it is asked, among other words, to confirm all as it is: « allez-y, validez »."""
    sentence = _calm(normal(text))
    begins = re.match(r"(?:oui|yes|ouais|voui|ok|okay|parfait|nickel|c est bon|c bon)\b", sentence)
    return (
        bool(begins or _WANTED.search(sentence))
        and not _HELD_BACK.search(sentence)
        and "?" not in text
        and not hangs_on_answer(text)
    )


_IF_SO = (
    r"(?:si (?:oui|non|c['’ ]?est (?:bien |pas |non )?(?:le cas|faisable)|tel est le cas)"
    r"|if (?:so|yes|not|that['’ ]s the case))"
)
_IN_THAT_CASE = r"(?:(?:dans|en) ce cas(?: la)?|auquel cas|in (?:that|which) case)"
_ON_ANSWER = re.compile(
    rf"\b(?:{_IF_SO}|a (?:la |une )?condition|(?:si et )?seulement si|only if)\b"
)
_ON_WHAT_IS_ASKED = re.compile(
    rf"\S.*\b{_IN_THAT_CASE}\b"
    r"|\b(?:si|if) (?!je (?:me|m)\b)(?:on|j|je|il|elle|y|la|le|les|nous|i|we|there|it)"
    r" (?:\w+ ){1,8}(?:c est|ca|je|that s|i) (?:suis )?(?:ok|bon|d accord|oui|partante?|confirme"
    r"|valide|viens|fine|confirm)\b"
)


def hangs_on_answer(text: str) -> bool:
    """Whether a yes counts but once what is asked with it is answered: « …? si oui c’est bon »."""
    said = normal(text)
    if _ON_ANSWER.search(said):
        return True
    return _ON_WHAT_IS_ASKED.search(said) is not None and bool(sentences.parted(text)[1])


_ITS_CLAUSE = re.compile(
    rf"(?:^|[,.;!?\n]|\b(?:et|mais|and)\b)\s*(?:et |mais |and )?(?:{_IF_SO}|{_IN_THAT_CASE})\b"
    r"(?P<yes>[^.;!?\n]*)",
    re.IGNORECASE,
)


def without_hanging(text: str) -> str:
    """The same words without the yes that hangs on an answer."""
    return _ITS_CLAUSE.sub(lambda found: "" if _agrees(found["yes"]) else found.group(), text)


def _agrees(clause: str) -> bool:
    return read(clause.strip(" ,")) is True or _WANTED.search(normal(clause)) is not None


def asks_how(text: str) -> bool:
    """Whether a question but asks how a yes is given: « il faut que j’appuie ? »."""
    return _HOW.search(text) is not None


def changes_nothing(sentence: str) -> bool:
    """Whether words of the normal form but say that nothing is to change: « rien ne change »."""
    left = _NOTHING_WRONG.sub(" ", sentence)
    return left != sentence and len(left.split()) <= _EXCLAIMED_AT_MOST


_EXCLAIMED_AT_MOST = 4
"""Words beside it: « mais non rien ne change bon sang »."""


def _calm(sentence: str) -> str:
    """A sentence without what sounds like a correction and is none."""
    calm = _SIGH.sub(" ", _BUT_YES.sub("", sentence))
    if _NOTHING_WRONG.search(calm):
        calm = _NOTHING_WRONG.sub(" c est bon ", calm)
        calm = re.sub(r"^(?:mais |ah |oh |ben )*(?:non |nan |no )+", "", calm)
    return " ".join(calm.split())


def read(text: str, *, about: str = "") -> bool | None:
    """Say whether the text accepts all as it is (True), refuses or corrects (False), or neither.

    True only when the whole text is an acceptance, politeness and how to give it aside: « oui
    mais… » is False, a question is None. `about`: what was asked about; its words change nothing
    (« oui, wanadoo c’est ça »).
    """
    sentence = normal(calm(_HOW.sub("", text).translate(_SIGNS)))
    if not sentence or "?" in sentence:
        return None
    if _HESITATION.match(sentence):
        return None
    sentence = _calm(sentence)
    known = set(_WORDS_OF_A_VALUE.findall(normal(about)))
    said = [one for one in _NO_NO.sub("", _RESERVE.sub("", sentence)).split() if one not in known]
    accepts = any(found.value for found in _ACCEPTANCES.find(said))
    if accepts and _ACCEPTANCES.covers(said):
        return True
    if command_words.read(text) is not None:
        return None
    return False if _NO.search(sentence) else None
