"""What words say to a message of the bot's own: yes, no, not yet, « gardez-les »."""

import re
from enum import StrEnum

from bot.understanding import confirmations
from bot.understanding.normal import calm, normal

LONGEST = 50
"""So many words at most answer a message; more tell something else."""


class Reply(StrEnum):
    """What somebody replies to something that was offered or asked."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


SIGNS = str.maketrans({"👍": " oui ", "👌": " oui ", "✅": " oui ", "👎": " non ", "❌": " non "})
"""Signs that say yes or no, as words."""

_UNDECIDED = re.compile(
    r"\b(?:(?:ne )?sai[st]? pas(?: encore| trop)?|pas encore|pas (?:sure?s?|certaine?s?)"
    r"|j hesite|nous hesitons|peut etre|je reflechi\w*|on reflechi\w*|reflechir"
    r"|(?:je|on|nous) (?:vous|te) (?:dirai|dira|dirons|redis|rappelle|recontacte)\b"
    r"|(?:je|on|nous) (?:vous|te) (?:dis|reponds)(?: \w+){0,2} (?:demain|plus tard|bientot"
    r"|vite|ce soir"
    r"|rapidement|lundi|mardi|mercredi|jeudi|vendredi|quand|des que)\b"
    r"|je (?:reviens|reviendrai) vers vous|on verra|a voir|(?:vais|va|allons) voir|attendez|attends"
    r"|un (?:instant|moment)|ca depend|laissez moi (?:le temps"
    r"|voir|jusqu|reflech\w+|un peu)|(?:besoin|un peu) de (?:temps|reflexion)"
    r"|(?:faut|dois|doit|devons|attends|attend|attendons)(?: \w+){0,5}"
    r" (?:voir|voie|demand\w+|verifi\w+|parle\w*|discut\w+|consult\w+|reponse|agenda|confirmation)"
    r"|maybe|not sure|let you know|don t know|need to (?:check|ask))\b"
)

# « Pas » that refuses nothing.
_HARMLESS = re.compile(
    r"\b(?:pourquoi pas|pas de (?:souci|soucis|probleme|problemes|pb)|pas (?:de )?mal"
    r"|(?:ne )?(?:manquer\w*|raterai|raterons|louperai|oublie\w*) pas|sans faute|why not"
    r"|on (?:se |s y |y )?(?:verra|voit) (?:ca )?(?:sur place|la bas|demain|jeudi|vendredi|a)\b"
    r"|pas trop tot|no (?:problem|worries)|non non c est bon|pas refus\w*|pas dire non"
    r"|dirai pas non)\b"
)

_NO = re.compile(
    r"\b(?:non|nan|nope|nop|bof|no|never"
    r"|(?:peux|peut|pourrai|pourra|pourrons|pouvons|pourront|serai|serons|sera|suis|sommes|est"
    r"|viens|vient|viendrai|viendrons|viendra|venons|veux|veut|voulons|souhaite|souhaitons|prends"
    r"|prendrai|prenons|compte\w*|peu|veu|vien|serais|pourrais|pouré|pourrez)"
    r"(?: (?:donc|helas|malheureusement|finalement|vraiment))? (?:pas|plus|ni|jamais)"
    r"|pas (?:dispo\w*|possible|libre|la|besoin|interesse\w*|pour (?:moi|nous)|envie|avec"
    r"|cette fois)"
    r"|plus (?:dispo\w*|libre|besoin|interesse\w*|envie|la peine|possible)"
    r"|(?:laisse\w*|donne\w*|cede\w*|rend\w*|libere\w*|passe\w*)"
    r" (?:donc |alors )?(?:(?:ma|la|notre|nos|les|mes|cette|leur) places?|mon tour|tomber)"
    r"|(?:trop|tro) tard|autre chose|autres? engagements?|un autre rendez|autrement|ailleurs"
    r"|sans (?:moi|nous)|malheureusement|empeche\w*|impossible|renonc\w+|decline\w*|refuse\w*"
    r"|tant pis|annul\w+|desist\w+|desinscri\w+|(?:foutez|fichez|laissez)(?: \w+)? (?:la paix"
    r"|tranquille)"
    r"|retire\w*|enlev\w+|(?:prefere|prefererais|aime mieux) (?:\w+ ){0,3}(?:seule?|solo|sans|pas)"
    r"|can t|cannot|won t|not (?:coming|available|possible|anymore|interested|this time)"
    r"|no longer|unfortunately|unable|give (?:up )?(?:my|the|our) (?:seat|place)\w*"
    r"|someone else)\b"
)

_SUBJECT = r"(?:j|je|jla|jle|jy|jvous|on|nous|ns|i|we|ll)"
_YES = re.compile(
    r"^(?:euh |ah |bonjour |bonsoir |bon |ben |bah |alors |hello |mais |he |eh |enfin )*"
    r"(?:oui|ouais|ouep|ouip|yep|yes|yeah|ok|okay|okey|oki|dac|d accord|daccord|entendu|parfait"
    r"|super|genial|chouette|top|volontiers"
    r"|avec (?:grand |le plus grand |beaucoup de )?(?:plaisir|joie)"
    r"|banco|partante?s?|presents?|presentes?|evidemment|bien sur|absolument|carrement|go|allez"
    r"|affirmatif|tout a fait|sans (?:faute|probleme)|pourquoi pas|excellent\w*|sure|great|perfect"
    r"|happy to|nickel|impec\w*|si)\b"
    rf"|\b{_SUBJECT} (?:(?:y|vous|la|les|le|en|m y|re|en) )*(?:confirme\w*|confirmons|accepte\w*"
    r"|acceptons|viens|vient|venons|viendrai|viendrons|viendra|vien|prends|prend|prenons|garde"
    r"|gardons|serai|serons|sera|suis partant\w*|suis interess\w*|suis la|suis toujours"
    r"|sommes partant\w*|veux bien|veut bien|serais ravie?|come|coming|take|will be|be there"
    r"|accept|confirm|am coming|are coming|m in|re in)\b"
    r"|\b(?:comptez (?:sur )?(?:moi|nous)|va pour|allons y|on y va|c est parti|let s go"
    r"|feu vert|a demain|a jeudi|a tout a l heure|des votres|presence"
    r"|remettez (?:moi|nous)|revenir sur la liste|garde\w* (?:moi|nous|ma|la|les|mon)"
    r"|inscri\w+ (?:moi|nous)|mettez (?:moi|nous)|count (?:me|us) in|see you|avec plaisir"
    r"|be there|take it|ca (?:me|nous) (?:va|convient|interesse)|ca marche|ca roule)\b"
)

_AFTER_ALL = re.compile(
    r"\b(?:remett\w+|remet|gardez) (?:moi|nous)\b.*\b(?:liste|file|attente)\b"
    r"|\brevenir (?:sur|dans) la (?:liste|file)\b"
)
"""What says yes even beside « trop tard »."""

_KEEP = re.compile(
    r"\b(?:garde\w*|conserve\w*|reserve\w*|prolonge\w*)"
    r"(?: (?:les|la|le|moi|nous|encore|bien|mes|nos|ces|svp|un peu|toujours))+"
    r"(?= (?:places?|sieges?|inscriptions?|reservations?|deux|trois|stp|s il|merci|jusqu"
    r"|quelques|\d|pour|au|a|je|j|on|c|pendant|please|donc|quand|si|et|mais|alors|de)\b|$)"
    r"|\b(?:garde[rz]?|conserve[rz]?|prolonge[rz]?)$"
    r"|\b(?:ne )?(?:les |la )?(?:donnez|liberez|lachez|perdez|rendez|enlevez)(?: les| la)? pas\b"
    r"|\b(?:keep|hold) (?:them|it|(?:the|my|our) (?:seats?|places?|spots?|registration))\b"
    r"|\b(?:encore|laissez (?:moi|nous)) (?:un peu de temps|quelques minutes|cinq minutes)\b"
)


_SOMETHING_FIRST = re.compile(
    r"\b(?:mais|et|but|enfin|oui|ok|non) (?:avant\b|attend\w*|pas (?:tout de suite|maintenant)"
    r"|before\b|wait\b)"
    r"|\bavant (?:je|j|tout|toute chose|ca|cela|de|d|que|il|on|dites|montr\w+)\b"
    r"|\b(?:d abord|au prealable|prealablement)\b|\bfirst (?:i|of all|show|tell|let)\b"
    r"|\b(?:see|know|show|tell|look)\b.*\bfirst\b"
)


def wants_something_first(text: str) -> bool:
    """Whether something is to be before a yes: « oui, mais avant je veux voir mes données »."""
    if confirmations.hangs_on_answer(text):
        return True
    found = _SOMETHING_FIRST.search(_sentence(text))
    return found is not None and not _AT_LAST.search(_sentence(text)[found.end() :])


_AT_LAST = re.compile(
    r"\b(?:bon|voila|ca y est|alors|ok) (?:\w+ ){0,3}"
    r"(?:oui|ok|d accord|c est bon|confirme\w*|valide\w*)\b"
)
"""« attendez, je lui demande d’abord… bon, elle dit oui »."""


def read(text: str) -> Reply | None:
    """Read what is replied; None when the words are a question, thanks, or something else."""
    sentence = _sentence(text)
    if wants_something_first(text):
        return Reply.UNDECIDED
    if not sentence or "?" in text or len(sentence.split()) > LONGEST:
        return None
    if confirmations.read(text) is True:
        return Reply.YES
    without = _HARMLESS.sub(" pourquoi_pas ", sentence).replace("pourquoi_pas", "oui")
    without = " ".join(without.split())
    if _AFTER_ALL.search(without):
        return Reply.YES
    if _UNDECIDED.search(without):
        return Reply.UNDECIDED
    if _NO.search(without):
        return Reply.NO
    return Reply.YES if _YES.search(without) else None


_THERE = re.compile(
    r"^(?:oui |mais |euh |attendez )*(?:je suis|on est|nous sommes)(?: \w+){0,2} (?:la|ici)$"
    r"|^(?:oui |mais |euh )*toujours la$|^(?:oui |attendez )*(?:deux|cinq|une|2|5|1)"
    r" (?:petites? )?min\w*$"
    r"|^(?:oui |attendez )*j arrive$"
)


def is_there(text: str) -> bool:
    """Whether somebody says that they are still there: « oui je suis toujours là »."""
    return _THERE.search(_sentence(text)) is not None


def is_keeping(text: str) -> bool:
    """Whether seats are to be kept: « gardez-les », « ne les donnez pas »."""
    sentence = _sentence(text)
    return len(sentence.split()) <= 12 and _KEEP.search(sentence) is not None


def _sentence(text: str) -> str:
    return normal(calm(text.translate(SIGNS))).replace("?", "").strip()
