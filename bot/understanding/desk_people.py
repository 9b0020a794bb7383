"""Whom an organiser looks for in words: « qui vient de Maclas ? », « le téléphone de Mme Roux »."""

import re
from collections.abc import Sequence

from bot.understanding.known_people import Known
from bot.understanding.normal import plain, vocabulary

_TITLE = r"(?:m|mr|mme|mlle|monsieur|madame|mrs|ms)"
_LOOKING = re.compile(
    r"\b(?:fiche|telephone|tel|numero|portable|e ?mail|mail|adresse|coordonnees|joindre|appeler"
    r"|joint on|rappeler|contact|qui est|c est qui|infos?|informations|cherch\w+|trouv\w+|montr\w+"
    r"|affich\w+|ouvr\w+|avec qui|file|phone|who is|find|show|look for)\b|\?"
)
_CHANGING = re.compile(
    r"\b(?:chang|corrig|modifi|rectifi|remplac|enlev|retir|supprim|annul|desist|ajout|rajout|not"
    r"|inscri(?:s|vez|re)|mett?)\w*\b(?! (?:inscri|en contact|en relation))"
    r"|\b(?:n est|(?:ne )?(?:vient|viendra|pourra|peut|sera|viennent)) (?:plus|pas)\b"
)
_FROM = re.compile(
    r"^(?:bonjour |stp |svp |alors |et |euh )*(?:"
    r"qui (?:vient|viennent|est inscrite?|s est inscrite?|est la|j ai|on a|nous avons)"
    r"|(?:y a|il y a|on a|nous avons|j ai) qui"
    r"|(?:quels?|quelles?|les|combien d?) ?(?:inscrits?|inscrites|participants?|personnes|gens)"
    r"(?: (?:viennent|vient))?"
    r"|who (?:comes|is coming|registered))"
    r" (?:du|de l|de la|des|de|d|pour le|pour la|pour l|pour|au|a|from) (?P<what>.+?)[ ?]*$"
)
_SEARCH = re.compile(
    r"^(?:bonjour |stp |svp |alors |euh |tu peux |peux tu |vous pouvez |pouvez vous |me |moi )*"
    r"(?:cherch\w+|recherch\w+|trouv\w+|retrouv\w+|find|search(?: for)?|look for)(?: moi)?"
    r"(?: (?:la fiche|l inscription|les inscriptions|les inscrits|le groupe|le binome))?"
    r"(?: (?:du|de l|de la|des|de|d|le|la|les|l))? (?P<what>.+?)[ ?]*$"
)
_WHETHER = re.compile(
    r"^(?:bonjour |stp |svp |alors |et |euh |est ce que |est ce qu |dis moi si )*(?P<what>.+?)"
    r" (?:(?:il|elle|ils|elles) )?(?:est|sont|s est|a ete) (?:bien |deja )?inscrit\w*[ ?]*$"
)
_COURTESY = re.compile(r"\b(?:stp|svp|s il (?:te|vous) plait|merci|please|mme|m|monsieur|madame)\b")
_SMALL = vocabulary("de du des d la le les l a au aux il elle on")
_TOO_WIDE = vocabulary("tout toute toutes tous monde jour journee personne qui quelqu un combien")


def looked_for(text: str) -> str | None:
    """The words that those who are looked for have; None: nobody is looked for."""
    said = plain(text)
    found = _FROM.search(said) or _SEARCH.search(said) or _WHETHER.search(said)
    if found is None:
        return None
    words = _COURTESY.sub(" ", found["what"]).split()
    named = [one for one in words if one not in _SMALL]
    return " ".join(named) if named and not _TOO_WIDE.issuperset(named) else None


def is_whether(text: str) -> bool:
    """Whether it is asked if somebody is registered: « le maire de Roisey est inscrit ? »."""
    return _WHETHER.search(plain(text)) is not None


def is_looking(text: str, people: Sequence[Known]) -> bool:
    """Whether a text but asks to see who is named in it, and changes nothing."""
    said = plain(text)
    if _CHANGING.search(said):
        return False
    names = {word for one in people for word in one.words}
    return _LOOKING.search(said) is not None or {*said.replace("?", " ").split()} <= names


def is_named(text: str, one: Known) -> bool:
    """Whether the whole name is in a text, or the last one after a title: « Mme Roux »."""
    said, last = f" {plain(text)} ", plain(one.last)
    whole = (plain(f"{one.first} {one.last}"), plain(f"{one.last} {one.first}"))
    if any(f" {name} " in said for name in whole if name):
        return True
    return bool(last) and re.search(rf" {_TITLE} {re.escape(last)} ", said) is not None
