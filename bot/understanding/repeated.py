"""What words add to what is known, and what they only say once more."""

import re

from bot.understanding import wishes
from bot.understanding.normal import normal, vocabulary

_SAID_ANYWAY = vocabulary(
    """
    oui non c est ce cela ca qui que qu quoi a au aux la le les l un une des d de du en y il elle
    ils elles lui eux on nous je j moi me m vous te tu et mais donc alors ben bah euh ah oh bon sa
    son ses ma mon mes notre votre leur pour avec sur chez bien juste seulement
    uniquement seule seul celui celle toujours
    vient viens venons viendra viendrai viendrons venir sera serai serons suis est sommes sont
    place remplace remplacer remplacera pas plus ne n finalement helas du coup toute tout tous
    ai as avons avais dis dit dire redis repete ecrit ecrire deja donne
    comme indique precise
    yes no it is s that who he she they we i comes come coming instead place of the a and but just
    said told only will be
    """
)
_CLAUSE = re.compile(r"(?:[,;!?…\n]+|\.+(?=\s|$))\s*")


def beyond(text: str, *, asked: str, said: str) -> str:
    """The clauses of a text that say more than what was asked, and is shown, as they were written.

    Who does not come is not said by showing who does.
    """
    found = [one.strip() for one in _CLAUSE.split(text)]
    return ", ".join(
        one
        for one in found
        if _adds(one, known=asked if wishes.gives_up(one) else f"{asked} {said}")
    )


_SAME_PERSON = re.compile(
    r"(?:\w+ ){0,8}(?:c est|il s agit|s agit il|ce sont|it s|it is|they are) "
    r"(?:toujours |bien |donc |still |really )*(?:de |d )?"
    r"(?:(?:la|une seule et) (?:la )?meme (?:personne|dame|homme|femme|monsieur)"
    r"|(?:the|one and the) same (?:person|woman|man))(?: \w+){0,4}"
)


def is_same_person(text: str) -> bool:
    """« C’est la même personne, hein »: once a name was put right."""
    return "?" not in text and _SAME_PERSON.fullmatch(normal(text)) is not None


def _adds(clause: str, *, known: str) -> bool:
    words = {*normal(known).split()} | _SAID_ANYWAY
    is_new = any(address not in known for address in _ADDRESS.findall(clause))
    return is_new or bool({*normal(clause).split()} - words)


_ADDRESS = re.compile(r"\S+@\S+\w")
