"""What is said to « quelqu’un cherche aussi avec qui venir »: yes, no, and who that is."""

import re
from dataclasses import dataclass

from bot.understanding import replies, sentences
from bot.understanding.normal import normal
from bot.understanding.replies import Reply


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to a proposal of somebody to come with."""

    reply: Reply | None
    """Yes, no or not yet; None: only asked about."""
    asks_who: bool
    others: tuple[str, ...] = ()
    """What else is asked."""


_OTHER = re.compile(
    r"\b(?:(?:cette|la|une|l autre|ce|cet|quelqu un|une?|des?|the|this|that|an?) (?:\w+ )?"
    r"(?:personnes?|binomes?|elue?s?|maires?|agente?s?|technicien\w*|association|asso|adjointe?s?"
    r"|proposition|act(?:eur|rice)s?|societe civile|inscrite?|person|colleague|officer)"
    r"|quelqu un|somebody|someone|(?:avec|with) (?:elle|lui|eux|him|her|them)"
    r"|(?:venir|viens|vient|venons|viendr\w+|come) (?:ensemble|a deux|a trois|together)"
    r"|fait equipe|faire equipe|faisons equipe)\b"
)
_OWN = re.compile(
    r"\b(?:ma|mon|notre|nos|my|our) (?!part|cote|avis|reponse|accord|binome|territoire|coin)\w+"
    r"|\b(?:ai|a|avons|have) (?:\w+ )?(?:trouve\w*|found)\b"
)
"""« ok, ma collègue est élue », « j’ai trouvé un agent »: of somebody else."""
_MYSELF = re.compile(
    r"\b(?:je|j|i)(?: ne| n)? (?:suis|etais|viens comme|am|m)(?: pas| not)?(?: une?| an?)? \w+"
    r"(?: d \w+)?"
)
_WHO = re.compile(
    r"^(?:\w+ ){0,3}?(?:c est|s est|est ce) (?:donc )?qui\b(?! (?:qui|le|les|l)\b)"
    r"|\bqui (?:c est|est ce|est (?:elle|il|cette|la|ce|l autre))\b"
    r"|\b(?:son|sa|leur|le|ses|leurs|quel(?:le)?|his|her|the) (?:pre)?(?:nom|numero|mail|telephone"
    r"|adresse|contact|coordonnees|structure|commune|fonction|metier|name|number)\b"
    r"|\b(?:l|la|le|lui) (?:appel\w+|joindre|contacter|telephoner|ecrire|connai\w+)\b"
    r"|\b(?:il|elle) (?:s appelle|est|fait|vient|travaille|habite)\b|\bs appelle (?:t )?(?:il|elle)"
    r"|\b(?:vient|est|fait|travaille) (?:t )?(?:il|elle)\b"
    r"|\b(?:je (?:la|le) connais|d ou (?:vient|est))\b|\bwho is (?:it|she|he|that|this)\b"
)
_OF_THE_DAY = re.compile(
    r"\b(?:organis\w+|anim\w+|interven\w+|salle|journee|repas|lieu|programme|train|gare)\b"
)
_YES = re.compile(
    r"\b(?:oui|ouais|yes|ok|d accord|volontiers|avec (?:grand )?plaisir|partante?|banco|nickel"
    r"|super|genial|parfait|top|impec\w*|je (?:veux bien|marche|prends|accepte|dis oui|disais oui"
    r"|suis d accord|suis partante?|suis pour)|j (?:accepte|ai dit oui)"
    r"|(?:ca|cela) (?:me|nous) (?:va|convient|plait)|m interesse|nous interesse"
    r"|(?:veux|voudrais|aimerais|souhaite|prefere) (?:bien )?(?:venir|y aller) avec"
    r"|je viens? avec|on vient ensemble|venons ensemble|allons y|c est bon|why not|pourquoi pas)\b"
)
_NO = re.compile(
    r"\bnon merci\b|\bno thanks?\b|\b(?:pas|plus) (?:avec|interesse\w*|envie|d accord|besoin)\b"
    r"|\bprefer\w+\b|\brefus\w+\b|\bdecline\w*\b|\bsans facon\b|\bplutot une? (?!non)"
    r"|\b(?:veux|veut|voulons|souhaite|convient|va|vas|interesse|want) (?:pas|plus|not)\b"
    r"|\bquelqu un d autre\b|\bsomeone else\b|\bune? autre\b"
)
_BARE_NO = re.compile(r"^(?:ben |bah |euh |ah )?(?:non|nan|no)\b")
_STILL_YES = re.compile(r"\b(?:oui|yes|je (?:disais|dis) oui|venir avec|viens avec)\b")
_BUT = re.compile(r"\b(?:mais|but|sauf|seulement|a condition)\b")
_HEDGED = re.compile(r"\b(?:si|if) (?:c est|elle|il|je|on|jamais|it|she|he)\b")


def read(text: str) -> Said | None:
    """Read what is said of the other person, in more than a bare answer; None: it is of nobody."""
    stated, asked = sentences.parted(text)
    who = [one for one in asked if _asks_who(one)]
    reply = _reply(normal(stated)) if stated else None
    if is_of_own(stated) or not (who or (reply and _is_of_other(stated))):
        return None
    echoes = [one for one in asked if reply and _is_of_other(one)]
    return Said(reply, bool(who), tuple(one for one in asked if one not in (*who, *echoes)))


def is_of_own(text: str) -> bool:
    """Whether somebody of one's own is told of: « ok, ma collègue viendra »."""
    return _OWN.search(normal(text)) is not None


def _is_of_other(text: str) -> bool:
    said = _MYSELF.sub(" ", normal(text))
    return _OTHER.search(said) is not None or _HEDGED.search(said) is not None


def _asks_who(question: str) -> bool:
    said = normal(question).replace("?", " ").strip()
    return _WHO.search(said) is not None and not _OF_THE_DAY.search(said)


def _reply(said: str) -> Reply | None:
    """A yes or a no to the other; a no that is followed by « je disais oui » is none."""
    is_yes = _YES.search(said) is not None
    if replies.read(said) is Reply.UNDECIDED or (is_yes and _HEDGED.search(said)):
        return Reply.UNDECIDED
    if _NO.search(said):
        return Reply.UNDECIDED if is_yes and _BUT.search(said) else Reply.NO
    if _BARE_NO.match(said) and not _STILL_YES.search(said):
        return Reply.NO
    return Reply.YES if is_yes else None
