"""Whether nobody comes for who does not: « je viens seul », « inutile de la remplacer »."""

import re

from bot.understanding.normal import normal
from bot.understanding.spoken import Spoken

_WITHOUT = re.compile(
    r"\bsans (?:\w+ ){0,2}(?:remplac\w*|pourvoir\b.*|suppleant\w*|personne|lui|elle|eux|elles)\b"
    r"|\b(?:inutile|pas (?:la )?(?:peine|besoin|utile|necessaire)|superflu|pas question)"
    r"(?: \w+){0,3} (?:remplac\w*|chercher|trouver|quelqu)"
    r"|\b(?:pas|plus|aucune?|ni|jamais|personne|nobody|no|not|without|don t|isn t)"
    r"(?: \w+){0,3}"
    r" (?:remplac\w*|replac\w*)"
    r"|\b(?:on|nous|je|j|me|personne)(?: \w+){0,3} (?:remplac\w+) (?:pas|plus)\b"
    r"|\bremplac\w+ (?:pas|par personne)\b|\bno (?:need|one|replacement)\b"
    r"|\b(?:m en|nous en|s en|je me|on se|on s en|nous nous en) pass\w+\b"
    r"|\bavec personne\b|\bpersonne d autre\b|\bpersonne (?:ne )?(?:vient|viendra|d autre)\b"
    r"|\b(?:on|nous|je)(?: y)? (?:reste|restons|laisse|laissons|fait sans|fera sans|ferons sans"
    r"|viendra sans|viendrons sans|vient sans|viens sans|viendrai sans|fera avec|garde)\b"
    r"|\b(?:laisse[rz]?|laissons|reste\w*) (?:\w+ )?(?:comme ca|ainsi|tel quel|tomber)\b"
    r"|\btant pis\b"
    r"|\b(?:rende[rz]|liberez|donnez|rends|laissez)(?: \w+)? (?:la|sa|cette) place\b"
)
_ALONE = re.compile(
    r"\b(?:seule?s?|solo|tout seul|toute seule|alone|on my own|by myself|just me|only me|que moi"
    r"|rien que moi|juste moi|(?:only|just) (?:one|a single) person|one person only"
    r"|only myself|just myself)\b"
)
_COMES = re.compile(
    r"\b(?:je|j|jvien\w*|jserai|on|nous|moi|i|i ll|we)\b(?: \w+){0,4} ?(?:vien\w*|venons|viendr\w+"
    r"|venir|serai|sera|serons|suis|come|coming|be|irai|ira|irons|y vais)\b"
)
_UNWILLING = re.compile(
    r"\b(?:pas|veux pas|peur|embete|dommage|plutot que|ne (?:viens|viendrai)|not|rather not"
    r"|refus\w+|hesite\w*|si je|si on|si nous|if i|if we|plus) (?:\w+ ){0,4}"
    r"(?:seule?s?|solo|alone|on my own)\b|\bseule?s? (?:lui|elle|une?|le|la|m|mme)\b"
)
_ARE = re.compile(
    r"\b(?:on|nous|ns|we|serons|sera|viendrons|viendra|venons|vient|reste\w*|(?:re)?passe\w*"
    r"|plus que|donc|are|be|ll be|come)(?: (?:est|plus|que|donc|juste|seulement|bien|a|as|at|just"
    r"|only|down to|alors|finalement|au nombre de|desormais|maintenant))* (?P<n>\d{1,2})\b"
    r"(?! ?(?:h|heures?|min\w*|mars|juin|jours?|euros?|e?me|e)\b)"
)
_SHORT = re.compile(
    r"^(?:(?:non|ben|bah|euh|alors|bon|oui|merci|no|on|fait|fera|fais|finalement|mais|donc) )*"
    r"(?:sans|personne|aucune?|rien|without|nobody|none|no one|seule?|comme ca"
    r"|pas de remplacant\w*)(?: (?:merci|svp|alors|thanks|please|remplacer|quand meme))*$"
)
_REPLACED = re.compile(
    r"\b(?:je|on|nous)(?: la| le| l)? (?:remplace\w*|cherche\w*|trouve\w*|vais remplacer"
    r"|va remplacer)\b(?! (?:pas|personne)\b)(?! plus\b(?! tard))"
)


_COMES_ANYWAY = re.compile(
    r"\b(?:(?:moi )?(?:je|j) (?:viens|viendrai|serai la|y serai|y vais|irai|maintiens)|i (?:m|am"
    r"|ll be"
    r"|will be|ll|will) (?:still |be )?(?:coming|come|there)|i come)(?: \w+)?"
    r" (?:quand meme|malgre tout|tout de meme|de toute facon|anyway|all the same|still"
    r"|regardless)\b"
    r"|\bi (?:m|am|ll|will) still (?:coming|come|be there)\b"
)
"""« Moi je viens quand même »: who is left comes, and asks for nobody else."""


_BUT_ME = re.compile(
    r"\b(?:y a|y aura|reste|restera|suis|serai|c est|ce sera|s only|is only|s just)"
    r" (?:donc |plus |finalement |bien )*(?:que|juste|seulement) (?:moi|me)\b"
)
SHORT = 6
"""Words of a sentence that says « seule » of who writes, whatever its verb."""


def is_said(text: str, staying: int) -> bool:
    """Whether words say that the seat goes to nobody; `staying`: so many come still."""
    sentence = normal(text.replace("?", " "))
    if "?" in text or _REPLACED.search(sentence):
        return False
    if _WITHOUT.search(sentence):
        return True
    if staying == 1 and _BUT_ME.search(sentence):
        return True
    if staying == 1 and _COMES_ANYWAY.search(sentence):
        return True
    if staying == 1 and _ALONE.search(sentence) and not _UNWILLING.search(sentence):
        is_short = len(sentence.split()) <= SHORT and not {"ne", "pas", "plus"} & {
            *sentence.split()
        }
        return is_short or _COMES.search(sentence) is not None
    if staying > 1 and re.search(r"\bseuls|seules\b", sentence):
        return True
    said = [int(found["n"]) for found in _ARE.finditer(Spoken(text).counted)]
    return bool(said) and said[-1] == staying


def says_alone(text: str) -> bool:
    """« juste moi », « sorry, forget it, I come alone »: whether who writes comes alone."""
    sentence = normal(text)
    if "?" in text or _UNWILLING.search(sentence) or not _ALONE.search(sentence):
        return False
    return len(sentence.split()) <= _SAID_IN


_SAID_IN = 12


def is_told(text: str) -> bool:
    """Whether words tell something of the kind, however many stay."""
    sentence = normal(text)
    return any(one.search(sentence) for one in (_WITHOUT, _ALONE, _SHORT))


def is_answer(text: str, staying: int) -> bool:
    """The same of an answer to what becomes of the seat: « sans », « personne »."""
    return _SHORT.search(normal(text)) is not None or is_said(text, staying)
