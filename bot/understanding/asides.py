"""Questions beside the day itself: in which language, how much longer, who else, and pass it on."""

import re
from enum import StrEnum, auto

from bot.understanding.normal import normal


class Aside(StrEnum):
    """What is asked."""

    LANGUAGE = auto()
    """In which language the day is held."""
    REMAINING = auto()
    """How many questions are to come."""
    OTHERS = auto()
    """Who else is registered."""
    RELAY = auto()
    """That the organisers be asked."""


_LANGUAGE = re.compile(
    r"\b(?:my french|mon francais|(?:speak|understand) (?:\w+ ){0,3}french|(?:parle"
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
_OTHERS = re.compile(
    r"\bqui (?:d autres?|vient|sera la|seront la|est inscrit|sont les (?:autres|inscrits"
    r"|participants))\b"
    r"|\b(?:gens|monde|quelqu un|personnes?|voisins?|communes?|collegues)\b(?: \w+){0,4}"
    r" (?:du|de la|des|d|de|chez)(?: \w+){0,4} (?:vien\w+|inscri\w+|sera|seront|y vont"
    r"|participe\w*)"
    r"|\b(?:liste|noms) des (?:autres |participants|inscrits|presents)"
    r"|\b(?:who else|who is coming|anyone from)\b"
)
_NOT_OTHERS = re.compile(r"\b(?:peut|peuvent|anime\w*|interv\w+|parle\w*|place|may|can|avec moi)\b")
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


def read(text: str) -> Aside | None:
    """Which of these is asked; None: none."""
    sentence = normal(text).replace("?", " ").strip()
    if _asks_to_relay(sentence, is_asked="?" in text):
        return Aside.RELAY
    if "?" not in text:
        return None
    if _LANGUAGE.search(sentence):
        return Aside.LANGUAGE
    if _REMAINING.search(sentence) and not _OF_THE_DAY.search(sentence):
        return Aside.REMAINING
    return Aside.OTHERS if _OTHERS.search(sentence) and not _NOT_OTHERS.search(sentence) else None


def asks_if_human(text: str) -> bool:
    """« vous êtes une vraie personne ? »: whether a program answers is what is asked."""
    return _HUMAN.search(normal(text)) is not None


_INSTRUCTION = re.compile(
    r"^.{0,60}?\b(?:transmett\w*|transmets|fai(?:s|tes|re)[- ](?:leur[- ])?(?:suivre|passer)"
    r"|relay\w+|pose[rz]?(?:[- ](?:leur|lui|la|cette|ma|votre))*(?: question)?"
    r"|demande[rz]?[- ](?:leur|lui|à l['’]équipe|aux organisa\w+)|dites[- ](?:leur|lui)"
    r"|(?:dire|signaler|indiquer|demander|transmettre|dites|signalez|demandez) (?:à|aux) "
    r"(?:mme|m\.|mr|madame|monsieur|l['’]équipe|l['’]organis\w+|organis\w+)(?: [A-ZÉ][\w-]+)?"
    r"|(?:dites|dis|demande[rz]?|signale[rz]?|transmett(?:re|ez))[- ](?:le |la )?(?:à"
    r"|au) (?:la dame"
    r"|[A-ZÉ][\w-]+ [A-ZÉ][\w-]+)"
    r"|signale[rz]?[- ](?:leur|lui)|leur (?:demander|poser|transmettre|dire|faire suivre|signaler)"
    r"|ask (?:them|the team|the organi[sz]ers)|pass on|forward|tell (?:them|the team))\b"
    r"(?:[^:.!?\n]{0,60}?[:–—\n]\s*|\s+(?=(?:si|s['’]|if|whether|que|qu['’]"
    r"|that)\b)|\s+(?:[àa]|aux?)\s[^:.!?\n]{3,30}?\s+(?=(?:que\s|qu['’]))"
    r"|[^:.!?\n]{0,40}?\s+(?=est[- ]ce\b))(?P<question>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SENT = re.compile(r"\bne (?:leur )?(?:transmett|demand|pos|dites)\w*", re.IGNORECASE)
_THAT = re.compile(r"^(?:que |qu['’]|that )", re.IGNORECASE)
PASSED_ON_AT_LEAST = 3
"""Words of something that is worth to be passed on."""


_NAMED = re.compile(
    r"\b(?:transmett\w*|envoy\w*|pose[rz]?|soumett\w*|adresse[rz]?|relay\w*|faire suivre|forward"
    r"|pass on|send)\b.{0,40}?\b(?P<question>questions? (?:(?:relatives?|sur|concernant|portant"
    r"|à propos|au sujet|quant|about|on|du|des|de la)\b|de l['’]).{5,})$",
    re.IGNORECASE | re.DOTALL,
)
"""« transmettre à l’équipe ma question relative à l’attestation »."""


def names_question(question: str) -> bool:
    """Whether what is to be passed on is but named by its subject."""
    return re.match(r"questions? \w", question, re.IGNORECASE) is not None


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


_RATHER = re.compile(
    r"^\W*(?:(?:non|attendez|attends|euh|oh|ah)\W+)*(?:(?:dites|dis|[ée]crivez|[ée]cris|mettez"
    r"|mets|formulez|demandez|demande"
    r"|envoyez|envoie)(?: leur)?"
    r" ?(?:plut[ôo]t)?|plut[ôo]t|en fait|rather|better)\b\s*[:,]?\s*(?P<question>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)


def rather(text: str) -> str | None:
    """The other words for what was to be passed on: « plutôt : y a-t-il un car ? »."""
    found = _RATHER.match(text)
    question = "" if found is None else found["question"].strip(' «»"“”')
    return question if len(question.split()) >= PASSED_ON_AT_LEAST else None


_TO_THEM = re.compile(r"\s+(?:à (?:l['’]équipe|vos collègues)|aux organisat\w+)$", re.IGNORECASE)


def to_pass_on(text: str) -> str | None:
    """What is to be passed on, where it is in the message: « demandez-leur : … »; None: nothing."""
    named = _NAMED.search(text.strip())
    if named is not None and not _NOT_SENT.search(text):
        return _begun(_TO_THEM.sub("", named["question"].rstrip(" ?.!")))
    found = _INSTRUCTION.match(text.strip())
    if found is None or _NOT_SENT.search(text):
        return None
    question = _THAT.sub("", found["question"].strip(' «»"“”'))
    return question if len(question.split()) >= PASSED_ON_AT_LEAST else None


_AGAIN = re.compile(
    r"\b(?:questions?|(?:voudrais|aimerais|souhaite\w*|voulais) (?:bien )?(?:savoir|demander)"
    r"|(?:me |nous )(?:dire|indiquer|preciser|communiquer|repondre))\b"
)


def asks_again(text: str) -> bool:
    """Whether words ask without a mark: « je renouvelle ma question relative à l’adresse »."""
    return _AGAIN.search(normal(text)) is not None
