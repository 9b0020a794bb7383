"""« Vous avez bien Bernard aussi ? », « l’adresse de Monique, vous l’avez ? »: is it noted?"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.understanding import assurances
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import normal, plain


class Of(StrEnum):
    """What is to be looked for among what is noted."""

    PEOPLE = auto()
    """Those who are named or counted, or a word that was told of them."""
    EMAIL = auto()
    PHONE = auto()
    REACH = auto()
    """Both: « ses coordonnées »."""
    HOURS = auto()
    """When somebody arrives, or leaves."""
    GONE = auto()
    """That those who are named are not noted any more."""
    REPLACED = auto()
    """That the last who is named is noted, and the first is not any more."""
    NEXT = auto()
    """Those who are registered afterwards: « le second groupe »."""


@dataclass(frozen=True, slots=True)
class Check:
    """A question whether something is noted."""

    of: Of
    named: tuple[str, ...] = ()
    """As they are written, a run of words each."""
    number: int | None = None
    """How many are said to be noted."""
    is_of_writer: bool = False
    """Whether it is asked of who writes: « et moi, je suis inscrit ? »."""
    is_of_number: bool = False
    """Whether it is their number that is to be gone, and not they."""
    is_verifying: bool = False
    """Whether it is to be read again, more than asked if there is one."""
    is_negative: bool = False
    """Whether it is asked as a fear: « je ne suis plus inscrit ? »."""
    is_of_registration: bool = False
    """Whether it is asked if they are registered, and not only noted."""
    is_sure: bool = True
    """Whether nothing else can be meant where nobody is known who is named."""


_REGISTERED = r"(?:inscri(?:te?s?|ption\w*)|enregistre\w*|confirme\w*|registered|booked)"
_NOTED = (
    rf"(?:note|notee|notes|notees|{_REGISTERED}|prise?s? en compte|pris note|marque\w*|retenue?s?"
    r"|comptee?s?|dedans|(?:sur|dans) (?:la|votre) liste|ajoutee?s?|noted|included|on the list)"
)
_SURELY = (
    r"(?:bien|aussi|deja|toujours|egalement|vraiment|plus|ou pas|ou non|quelque part|too|also"
    r"|still|or not)"
)
_IS_NOTED = re.compile(
    rf"\b{_SURELY}\b.*\b{_NOTED}\b|\b{_NOTED}\b.*\b{_SURELY}\b"
    rf"|\b(?:est|sont|suis|sommes) (?:elles?|ils?|je|on|nous) (?:\w+ )?{_NOTED}\b"
    rf"|\b(?:elles?|ils?|je|on|nous) (?:est|sont|suis|sommes) (?:\w+ )?{_NOTED}\b"
    r"|\b(?:s est|se sont)(?: t)?(?: (?:il|elle|ils|elles))?(?: \w+)? inscri\w+"
    rf"|\bc est {_NOTED}$|\b(?:we|i|they|he|she) (?:are|am|is) (?:\w+ ){{0,2}}{_NOTED}\b"
    rf"|\b(?:are|am|is) (?:we|i|they|he|she) (?:\w+ ){{0,2}}{_NOTED}\b"
)
_HAVE_YOU = re.compile(
    r"^(?:\w+ ){0,5}?(?:vous (?:l |les )?avez|avez vous|tu (?:l |les )?as|as tu|you have"
    r"|have you(?: got)?|do you have)"
    r"(?: donc| pris)? (?:bien|aussi|toujours|deja|also|still)\b"
)
_IS_IT = re.compile(r"\b(?:c est|est ce|it is|is it) (?:bien|toujours|still)\b")
_ASKED = re.compile(
    r"\?|\b(?:ou pas|ou non)\W*$|\b(?:re)?dites[- ]moi\b|\bsavoir si\b|\best[- ]ce qu"
    r"|\bavez[- ]vous"
    r"|^et (?:moi|lui|elle) alors\b|\bor not\W*$|\bd['’ ]accord\W*$|\bhein\W*$",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:qui (?!est |sont )|quand|comment|combien|pourquoi|quelles?|quels?|oou|parking|repas"
    r"|salle|programme|journee est|prevu\w*|gratuit\w*|payant\w*|faudra|faut|peut|peux|pourr\w+"
    r"|recu\w*|recoi\w*|recev\w*|efface\w*|supprime\w*|mails? de conf\w*|liste d attente"
    r"|arriv\w+|retard|pars|part|partir\w*|\d{1,2} ?h|vien\w* (?:pas|plus)|absent\w*|presente?s?"
    r"|donnees|invitation\w*|besoin)\b"
)
_HERE = re.compile(
    r"\b(?:c est|est ce|suis je|je suis|is it|is this) (?:bien |donc )?(?:ici|la|here"
    r"|au bon endroit|where|the place)\b(?= (?:que?|qu|pour|for|to|where|i|we)\b)"
)
"""« C’est bien ici qu’on s’inscrit ? »: where, and not whether."""
_ADDRESS = re.compile(
    r"\b(?:e mails?|mails?|emails?|courriels?|mel|(?:l|mon|ma|son|sa|notre|leurs?) adresses?"
    r"|my (?:e mail|address))\b"
)
_OF_THE_VENUE = re.compile(
    r"\badresses? (?:exacte|precise|postale|(?:de la|du|d) (?!part)(?:salle|lieu|journee|rencontre"
    r"|accueil|endroit))|\b(?:donne\w*|envoye\w*|connai\w*)\b"
)
_GAVE = re.compile(r"\bai (?:bien |deja )?donnee?s?\b")
_NUMBER_OF = re.compile(r"\b(?:numeros?|telephones?|portables?|mobiles?|phone|number)\b")
_HAVE_IT = re.compile(
    r"\b(?:vous|tu) (?:n )?(?:l|la|le|les)? ?(?:avez|as|gardez)\b"
    r"|\b(?:l |les )?(?:avez vous|as tu)\b|\bai (?:bien |deja |\w+ )?donnee?s?\b"
    rf"|\b{_NOTED}\b|\b(?:do you have|have you got|you (?:still )?(?:have|got|ve got))\b"
)
_HOURS = re.compile(
    r"\b(?:mes|nos|ses|mon|ma|notre|my) (?:horaires?|heures?|arrivee|depart|retard|hours|arrival)\b"
    r"|\b(?:heures? d arrivee|(?:le|son) retard|arrivee (?:de|du|d)|arrival time)\b"
)
_REPLACED = re.compile(
    r"\b(?:avez|as|a|ont|have) (?:\w+ ){0,3}remplace\w*\b|\bremplace (?:bien|donc)\b"
    r"|\bbien .* (?:a la place|au lieu) d|\breplaced\b"
)
_GONE = re.compile(
    r"\b(?:avez|as|a|ont|est|have) (?:\w+ ){0,4}(?:enlevee?s?|retiree?s?|supprimee?s?|otee?s?"
    r"|rayee?s?|annulee?s?|removed|taken out)\b"
)
_NEXT = re.compile(
    r"\b(?:second|seconde|deuxieme|2e|2eme|troisieme|autres?|other|second) (?:groupes?|binomes?"
    r"|trinomes?|equipes?|personnes?|inscriptions?|party|group)\b|\bl autre\b|\bles autres\b"
    r"|\b(?:ma|mon|notre|my) (?:femme|mari|compagn\w+|collegues?|adjointe?|direct\w+|president\w*"
    r"|maire|epou\w+|fils|fille|voisine?|wife|husband|colleague)\b"
)
_NUMBERS = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "two": 2,
    "three": 3,
    "four": 4,
    "both": 2,
}
_COUNTED = re.compile(
    r"\b(?:tou[st]e?s? (?:les )?|les |nos |all (?:of )?(?:the )?)(?P<n>deux|trois|quatre|cinq|six"
    r"|[2-6]|two|three|four)\b(?! (?:mails?|adresses?|groupes?|binomes?|inscriptions?"
    r"|numeros?|heures?))"
    r"|\b(?P<both>both)\b|\b(?:vient|venons|sommes|est) (?:bien )?(?:a )?(?P<of>deux|trois|quatre"
    r"|[2-6])\b"
)
_ONLY_ONE = re.compile(
    r"\b(?:juste|seulement|uniquement|que|plus que|only|just) (?:pour )?(?:moi|me)\b(?! et)"
    r"|\b(?:je|j|i) (?:viens|vien|viendrai|suis|serai|am|come) (?:\w+ )?(?:seule?|alone)\b"
    r"|\bune seule (?:personne|place)\b|\bonly one (?:person|seat)\b"
)
_WRITER = re.compile(r"\b(?:moi|je suis|suis je|am i)\b")
_HAVE_NOT = re.compile(r"\b(?:avez|as|have) (?:pas|plus|jamais|no|not)\b")
"""« vous n’avez pas mon téléphone ? »."""
_NEGATIVE = re.compile(
    r"\b(?:plus|pas|no longer|not) (?:\w+ )?(?:inscri|note|enregistr|registered)"
)


def named(text: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Give the names in a text, as they are written; `known`: as for `read`."""
    return _named(text, known)


def read(text: str, known: Collection[str] = ()) -> Check | None:
    """Whether a sentence asks if something is noted; None: it asks, or says, something else.

    `known`: the words of the names of those who are noted, in the plain form.
    """
    if assurances.is_of_registration(text):
        return None
    text = _OR_ELSE.sub(" ?", _uncapitalised(_CODE.sub(" ", text)))
    said = normal(text).replace("?", " ").strip()
    if not _ASKED.search(text) or len(said.split()) > _AT_MOST or _HERE.search(said):
        return None
    named = _named(text, known) or _in_small_letters(text)
    of = _of(said, named)
    if of is None:
        return None
    number = _counted(said)
    return Check(
        of,
        named,
        number,
        is_of_writer=_WRITER.search(said) is not None,
        is_of_number=of is Of.GONE and _NUMBER_OF.search(said) is not None,
        is_verifying=_verified(said, named) is not None,
        is_negative=_NEGATIVE.search(said) is not None or _HAVE_NOT.search(said) is not None,
        is_of_registration=re.search(rf"\b{_REGISTERED}\b", said) is not None,
        is_sure=_IS_NOTED.search(said) is not None
        or _HAVE_YOU.search(said) is not None
        or (of in (Of.EMAIL, Of.PHONE) and _TITLED.search(text) is not None),
    )


_CODE = re.compile(r"\b[A-Z]{2,8}-[A-Z0-9]{4}\b")
"""A registration's code is nobody's name."""
_TITLED = re.compile(r"\b(mme|mlle|m\.|mr|madame|monsieur)\s+(\w)", re.IGNORECASE)


def _uncapitalised(text: str) -> str:
    """A text all in capitals as it is usually written; whom it calls « Mme » keeps theirs."""
    if not text.isupper():
        return text
    return _TITLED.sub(lambda one: one[1].capitalize() + " " + one[2].upper(), text.lower())


def counts(text: str) -> bool:
    """Whether nobody is named, but all of them are counted: « on vient bien tous les trois ? »."""
    check = read(text)
    return check is not None and check.number is not None and not check.named


_OR_ELSE = re.compile(
    r",?\s+ou (?:(?:il |est[- ]ce qu['’]il |alors )?(?:faut|fo|faudra)|je |c['’]?\s?est|dois)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""« …, ou il faut que je refasse la démarche ? »"""
_AT_MOST = 24
"""Words of a sentence that asks it."""
_SHORT = 9
"""Words of « c’est bien Bonnard aussi ? »."""


def says_alone(text: str) -> bool:
    """« Vous avez bien noté que c’est juste moi ? »: whether who asks comes alone."""
    check = read(text)
    return check is not None and check.number == 1 and not check.named


def _counted(said: str) -> int | None:
    """How many are said to be noted; « c’est juste moi » is one."""
    found = _COUNTED.search(said)
    if found is not None:
        return _number(found["n"] or found["both"] or found["of"])
    return 1 if _ONLY_ONE.search(said) else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]


def _of(said: str, named: Collection[str]) -> Of | None:
    if _REPLACED.search(said) and len(named) > 1:
        return Of.REPLACED
    if _GONE.search(said) and named:
        return Of.GONE
    if _HOURS.search(said) and _HAVE_IT.search(said):
        return Of.HOURS
    if (own := _verified(said, named)) is not None:
        return own
    if _SOMETHING_ELSE.search(said):
        return None
    if _HAVE_IT.search(said) and _is_of_reach(said, named):
        return Of.REACH
    if _HAVE_IT.search(said) and not _OF_THE_VENUE.search(_GAVE.sub(" ", said)):
        if _ADDRESS.search(said) and not _is_of_the_venue(said, named):
            return Of.EMAIL
        if _NUMBER_OF.search(said):
            return Of.PHONE
    is_noted = _IS_NOTED.search(said) is not None
    if is_noted and not named and _NEXT.search(said):
        return Of.NEXT
    is_of_it = named or _counted(said) is not None or _of_writer_alone(said)
    if is_noted:
        return Of.PEOPLE if is_of_it else None
    is_short = len(said.split()) <= _SHORT and bool(named)
    return Of.PEOPLE if is_short and (_HAVE_YOU.search(said) or _IS_IT.search(said)) else None


def _is_of_reach(said: str, named: Collection[str]) -> bool:
    is_both = _ADDRESS.search(said) is not None and _NUMBER_OF.search(said) is not None
    is_whole = re.search(r"\b(?:coordonnees|contact details|details)\b", said) is not None
    return bool(named) and (is_whole or is_both)


def _is_of_the_venue(said: str, named: Collection[str]) -> bool:
    """« avez-vous l’adresse maintenant ? »: nobody’s address but the day’s."""
    return not named and _SOMEBODYS.search(said) is None


_SOMEBODYS = re.compile(
    r"\b(?:e mails?|mails?|emails?|courriels?|mel|electronique"
    r"|(?:mon|ma|son|sa|ses|notre|nos|leurs?|my|his|her|our|their) (?:\w+ )?adresses?"
    r"|adresses? (?:de|d|du) (?:mon|ma|mes|la|l|le) \w+|my address|donnee?s?)\b"
)
_VERIFIED = re.compile(
    r"\b(?:verifi\w+|control\w+|a jour|(?:la|le) (?:bon|bonne|nouvelle|nouveau|bons?)"
    r"|(?:est|c est) (?:bien |toujours )?(?:juste|exacte?|correcte?|changee?)|up to date)\b"
)


def _verified(said: str, named: Collection[str]) -> Of | None:
    """« pourriez-vous vérifier que mon adresse est bien la nouvelle ? »: what is noted of it."""
    if named or not _VERIFIED.search(said):
        return None
    if re.search(r"\b(?:mon|ma|my) (?:\w+ )?(?:adresse|e mail|mail|email|courriel|mel)\b", said):
        return Of.EMAIL
    is_number = re.search(r"\b(?:mon|my) (?:\w+ )?(?:numero|telephone|portable|phone)\b", said)
    return Of.PHONE if is_number else None


def _of_writer_alone(said: str) -> bool:
    """« et moi, je suis plus inscrit ? »: with « moi », or as a fear."""
    return re.search(r"\bmoi\b", said) is not None or (
        _WRITER.search(said) is not None and _NEGATIVE.search(said) is not None
    )


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", re.UNICODE)
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)


def _named(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The runs of words that are names: with a capital, or of somebody who is noted."""
    runs, is_open, end = list[list[str]](), False, 0
    for found in _WORD.finditer(text):
        word = _ELIDED.sub("", found.group())
        is_first = not text[: found.start()].strip() and text[found.end() : found.end() + 1] != ","
        is_known = {*plain(word).split()} <= {*known} and len(word) > 2
        is_name = is_known or (word[:1].isupper() and not is_first and word not in _NO_NAMES)
        goes_on = is_open and is_name and not text[end : found.start()].strip()
        if goes_on and word == found.group():
            runs[-1].append(word)
        elif is_name:
            runs.append([word])
        is_open, end = is_name, found.end()
    return tuple(" ".join(run) for run in runs)


def _in_small_letters(text: str) -> tuple[str, ...]:
    """« il est bien inscrit julien fabre ? »: a first name and one more, that nothing else says."""
    found = _WHOLE_NAME.search(text)
    if found is None or plain(found["first"]) not in FIRST_NAMES:
        return ()
    return (f"{found['first']} {found['last']}".title(),)


_WHOLE_NAME = re.compile(
    r"(?:^|\b(?:inscrite?|not[ée]e?|bien|enregistr[ée]e?|que|aussi|et|m(?:on|a) coll[èe]gue|,)"
    r"\s+)(?P<first>[^\W\d_]{3,}(?:-[^\W\d_]+)?) (?P<last>[^\W\d_]{3,})"
    r"(?=\s*[?,]|\s*$|\s+(?:est|s['’]est|a|va|il|elle)\b)"
)


_NO_NAMES = frozenset(
    {"I", "Mme", "Mlle", "M", "Mr", "Monsieur", "Madame", "Est", "Et", "Vous", "Je", "On", "Oui"}
    | {"Bon", "Bien", "Alors", "Sinon", "Ah", "Oh", "Euh", "Bonjour", "Bonsoir", "Salut", "Non"}
    | {"Parfait", "Super", "Tiens", "Dites", "Attendez", "Voilà", "Voila", "Allez", "Enfin"}
    | {"I'm", "I’m", "I'll", "I’ll", "I've", "I’ve", "I'd", "I’d", "It's", "It’s", "Am", "Is"}
    | {"So", "Well", "Hello", "Hi", "Yes", "No", "Thanks", "Please", "And", "But", "Now"}
    | {"C", "Ca", "Ça", "Avez", "Donc", "Mais", "Merci", "OK", "Ok", "Dr", "Il", "Elle", "Les"}
)
