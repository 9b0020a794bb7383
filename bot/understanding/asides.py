"""Questions beside the day itself: in which language, how much longer, and pass it on."""

import re
from enum import StrEnum, auto

from bot.understanding.normal import normal


class Aside(StrEnum):
    """What is asked."""

    LANGUAGE = auto()
    """In which language the day is held."""
    REMAINING = auto()
    """How many questions are to come."""
    RELAY = auto()
    """That the organisers be asked."""


_LANGUAGE = re.compile(
    r"\b(?:(?:my french|mon francais)(?= (?:is|isn|est|n est|ne)\b|$)"
    r"|(?:speak|understand)\w* (?:\w+ ){0,3}(?:french|english)|(?:parle"
    r"|comprends?) (?:\w+ ){0,3}francais"
    r"|(?:quelle|what|which) (?:langue|language)|interpret\w*|interpretes?"
    r"|traduction simultanee|traduit\w*|traduire"
    r"|traducteur|traductrice|translat\w*"
    r"|(?:tout|journee|echanges|ateliers|ca|all|day|sessions?|held|conducted|be|is it"
    r"|it)(?: \w+){0,5}"
    r" (?:en|in) (?:francais|anglais|french|english))\b"
)
_REMAINING = re.compile(
    r"\b(?:(?:combien|encore|beaucoup|longtemps|many|much)(?: \w+){0,5} (?:questions?|etapes?"
    r"|renseignements|longer)|(?:c est|vous avez|on a) bientot (?:fini|termine)|presque fini"
    r"|(?:ca|cela) (?:dure|va durer|prend|prendra)(?: encore)? (?:longtemps|combien)"
    r"|nearly (?:done|finished))\b"
)
_HUMAN = re.compile(
    r"\b(?:vous etes|etes vous|tu es|t es|es tu|c est|je parle (?:bien )?a|are you|is this)"
    r" (?:\w+ ){0,3}?(?:vraie personne|humaine?|robots?|machine|ordinateur|bot|real person|human"
    r"|intelligence artificielle|ia)\b"
)
_OF_THE_DAY = re.compile(r"\b(?:journee|atelier|seance|day|programme|poser|posee?s?|frequentes)\b")
_RELAY = re.compile(
    r"\b(?:transmet\w*|fai(?:s|tes) (?:suivre|passer)|fais leur|pass(?:e|ez) (?:le )?message"
    r"|relay\w+"
    r"|pos(?:e|ez) (?:leur|lui)|demand(?:e|ez) (?:leur|lui)|envoy?(?:e|es|ez) (?:leur|lui)"
    r"|forward|pass (?:it|this|that) on|ask them)\b"
)
_RELAY_IT = re.compile(
    r"(?<!me )(?<!m )(?<!nous )\b(?:la|l|le|les|ca|cela|it)(?: leur| lui)? (?:envoyer|transmettre"
    r"|poser|adresser|communiquer|soumettre|faire (?:suivre|passer))\b"
    r"|\b(?:envoye[rz]|transmett(?:re|ez)|pose[rz]|adresse[rz]|soumett(?:re|ez)) (?:la|le|les|ca"
    r"|cela|(?:ma|cette|la) question)(?: (?:donc|alors|merci|svp|please|s il vous plait"
    r"|(?:a|aux) .*))?$"
    r"|\b(?:voulez|pouvez|pourriez|voudriez|peux|veux|pourrais) (?:vous|tu) (?:bien "
    r"|aussi )*(?:leur"
    r"|lui) (?:demander|poser|transmettre|dire)\b"
    r"|\b(?:vous|vs|tu) (?:pouvez|pourriez|peux|pourrais) (?:bien |aussi )*(?:leur|lui)"
    r" (?:demander|poser|transmettre|dire)\b"
    r"|\b(?:pose[rz]?|transmett(?:re|ez)) (?:donc |bien )?(?:la|cette|ma) question\b"
    r"|\b(?:demande[rz]?|transmett(?:re|ez)) (?:leur|lui) (?:pour|au sujet|a propos)\b"
    r"|\bquestion\b.*\b(?:transmise|envoyee|posee|adressee|soumise)\b"
    r"|\b(?:send|pass) (?:it|my question|the question|this)(?: on)?(?: (?:please|to .*))?$"
)
_NO_WAY_BUT_THIS = re.compile(
    r"\bje (?:n |ne )?(?:ose|sais|peux|veux|suis|vais) (?:pas|plus) (?:trop |bien "
    r"|vraiment )?(?:\w+er"
    r"|appeler|ecrire|joindre|a l aise)\b(?: \w+er\b)?"
)
"""« je n’ose pas téléphoner »: why it is to be passed on."""
_NOT_TO_RELAY = re.compile(r"\b(?:ne|n|pas|not|don t|deja|already|ete|a t elle|est elle|been)\b")
_RELAYED_AT_MOST, _IT_AT_MOST = 9, 20
"""Words that only ask to pass on what was said before; more where they call it « la »."""


def _asks_to_relay(sentence: str, *, is_asked: bool) -> bool:
    number = len(sentence.split())
    if _NOT_TO_RELAY.search(_NO_WAY_BUT_THIS.sub(" ", sentence)):
        return False
    if number <= _IT_AT_MOST and _RELAY_IT.search(sentence):
        return not is_asked or re.search(r"\b(?:vous|vs|tu|you)\b", sentence) is not None
    return not is_asked and number <= _RELAYED_AT_MOST and _RELAY.search(sentence) is not None


_PLEASE = re.compile(
    r"\b(?:s il (?:vous|te) plait|svp|stp|merci(?: (?:beaucoup|bcp|bien))?|please)\b"
)


def read(text: str) -> Aside | None:
    """Which of these is asked; None: none."""
    sentence = normal(text).replace("?", " ").strip()
    if _asks_to_relay(_PLEASE.sub(" ", sentence).strip(), is_asked="?" in text):
        return Aside.RELAY
    if "?" not in text:
        return None
    if _LANGUAGE.search(sentence):
        return Aside.LANGUAGE
    is_of_us = _REMAINING.search(sentence) is not None and not _OF_THE_DAY.search(sentence)
    return Aside.REMAINING if is_of_us else None


def asks_if_human(text: str) -> bool:
    """« vous êtes une vraie personne ? »: whether a program answers is what is asked."""
    return _HUMAN.search(normal(text)) is not None


_HERE = re.compile(
    r"\b(?:(?:c est|est ce|suis je|je suis|is (?:this|it)|am i)"
    r"(?: (?!fait|not|valid|regl|enregistr|bon|confirm|inscri)\w+)? (?:bien |donc )?(?:ici|la"
    r"|au bon (?:endroit|numero|contact)|(?:le|du) bon (?:endroit|numero|contact|interlocuteur)"
    r"|a la bonne adresse|la bonne adresse|here|(?:in )?the right (?:place|number|contact))"
    r"(?: que (?:ca se passe|l on s inscrit|je dois)| qu on (?:peut )?s inscri\w+)?"
    r"(?: (?:pour|que|a|for|to) .*(?:journee|rencontre|reunion|atelier|inscri\w+|day|register|book"
    r"|sign up|enrol)\b|$)"
    r"|^(?:\w+ ){0,2}?(?:c est|est ce|c|ici c est|is this)(?: bien| ici| donc| here)+ (?:pour"
    r"|for) (?:la|cette|votre|l|les"
    r"|the) (?:\w+ )?(?:journee|rencontre|atelier|inscri\w+|formation|reunion|day)\b)"
    r"|\bis (?:this|here|it) (?:\w+ )?(?:where|the place where|the place to|how) (?:\w+ ){0,3}"
    r"(?:register|sign up|enrol|book)\b"
    r"|\b(?:is it possible|can (?:i|we)) (?:to )?(?:register|sign up|enrol|book) (?:\w+ )?here\b"
)


def asks_if_here(text: str) -> bool:
    """« C’est bien ici pour la journée ? »: whether they write to the right place."""
    questions = [one for one in re.split(r"(?<=[.!?\n])\s+", text) if "?" in one]
    return any(_HERE.search(normal(one).replace("?", " ").strip()) for one in questions)


_SIGNS_UP = re.compile(r"\b(?:inscri\w+|regist\w+|sign up|enrol|book)\b")


def asks_only_if_here(text: str) -> bool:
    """The same but for « c’est ici pour s’inscrire ? », which begins a registration."""
    return asks_if_here(text) and _SIGNS_UP.search(normal(text)) is None


_AGAIN = re.compile(
    r"\b(?:questions?|(?:voudrais|aimerais|souhaite\w*|voulais) (?:bien )?(?:savoir|demander)"
    r"|(?:me |nous )(?:dire|indiquer|preciser|communiquer|repondre))\b"
)


def asks_again(text: str) -> bool:
    """Whether words ask without a mark: « je renouvelle ma question relative à l’adresse »."""
    return _AGAIN.search(normal(text)) is not None
