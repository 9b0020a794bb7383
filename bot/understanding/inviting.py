"""Whether words ask for what reaches the others of a party: their link, their own entry code."""

import re

from bot.understanding.normal import normal

_FORWARDS = (
    r"(?:envoy\w+|envoi\w*|transmet\w*|transfer\w*|donn\w+|partag\w+|renvoy\w+|faire (?:passer"
    r"|suivre|parvenir)|recup\w+|retrouv\w+|trouv\w+|avoir|obten\w+|send|forward|share|get|give)"
)
_INVITES = re.compile(
    r"\b(?:inviter?|invitez)(?: (?:mon|ma|mes|notre|nos|l|le|la|les|toute|un|une|my|our|the))*"
    r" ?(?:equipes?|autres?|collegues?|binomes?|trinomes?|groupe|coequipi\w+|team|others"
    r"|colleagues?)\b"
    rf"|\b{_FORWARDS}\b(?: \w+){{0,5}} (?:invitations?|liens? d invitation|invitation links?)\b"
    r"|\b(?:veux|voudrai\w*|voulons|souhait\w*|aimerai\w*|prends|prendrai|like|want)"
    r"(?: (?:bien|avoir|alors|donc|quand meme|volontiers))* (?:les|l|des|leurs?|vos"
    r"|the) ?invitations?\b"
    r"|^(?:\w+ ){0,3}(?:ok|oui|d accord|volontiers|partante?|yes)(?: \w+){0,2}"
    r" (?:pour )?(?:les|l|the) ?invitations?\b"
    r"|\b(?:invitations?|liens?) (?:de|d|pour|a|for) (?!la journee|l agenda)\w+"
    rf"|\b(?:l|les|leurs?|son|sa|ses|mes|nos) invitations?\b.*\b{_FORWARDS}\b"
    r"|\bou (?:est|sont|se trouve\w*) (?:l|les|leurs?|son|mes) invitations?\b"
)
_CODE = re.compile(r"\b(?:codes?|qr ?codes?|billets?|tickets?|badges?)\b")
_OF_OTHERS = re.compile(
    r"\b(?:ils|elles|leurs?|son|lui|ses|aux? autres?|mes|nos|(?:mon|ma|notre) (?:collegue|binome|"
    r"adjointe?|maire|president\w*|direct\w+)|collegues?|chacune?|they|their|her|his|each)\b"
)
_COMES_BY = re.compile(
    r"\b(?:veut|voudrait|demande|recoi\w*|recev\w+|aur(?:a|ont)|a|ont|envoy\w+|transmet\w*"
    r"|donn\w+|avoir|pour|comment|de|d|receive|get|gets|wants|for)\b"
)
_OWN = re.compile(r"\b(?:mon|my) (?:code|billet|ticket|badge|qr)\b")


def asks(text: str) -> bool:
    """Whether it is asked to invite somebody: « envoyer l’invitation à ma collègue »."""
    said = normal(text)
    return _INVITES.search(said) is not None and _BUT_ASKED.search(said) is None


_BUT_ASKED = re.compile(
    r"\b(?:n|ne) (?:(?:les|leur|lui|la|l|vous) )?(?:envoi\w*|envoy\w*|transmet\w*|invit\w+) pas\b"
    r"|\b(?:si|est ce que) vous (?:leur|lui|les|l|la) |\bsans (?:invitation|envoyer|inviter)\b"
    r"|\b(?:if i don t|without) (?:send|invit)\w*"
)
"""« si je n’envoie pas d’invitation, … ? »: what becomes of it is asked."""


def names_a_code(text: str) -> bool:
    """Whether a code, a ticket or a badge is spoken of, whosever it is."""
    return _CODE.search(normal(text)) is not None


def asks_their_code(text: str, first_names: frozenset[str]) -> bool:
    """Whether the code that others come in with is asked for: « Nadège veut son code ».

    ``first_names``: of those who are meant, in normal form.
    """
    sentence = normal(text)
    if not names_a_code(text) or _OWN.search(sentence) or not _COMES_BY.search(sentence):
        return False
    return bool({*sentence.split()} & first_names) or _OF_OTHERS.search(sentence) is not None
