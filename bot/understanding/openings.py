"""What the first words of a conversation want, where they are no question about the day itself.

Written as people begin: « slt c pour la journée, je vien », « on peut venir à 2 ? », “register us”.
"""

import re

from bot.understanding import asides, company, mistyped, rulings, sentences, subjects
from bot.understanding.intents import Intent
from bot.understanding.normal import normal
from bot.understanding.rulings import Ruling
from bot.understanding.spoken import Spoken

_OTHERWISE = re.compile(
    r"\b(?:desinscri\w*|annul\w*|cancel\w*|modif\w*|chang\w*|supprim\w*|corrig\w*|pas|plus|sans"
    r"|deja"
    r"|rappel\w*|already|not|can t|won t|qui|combien (?:d|de personnes|sont|ont)|date limite"
    r"|delais?"
    r"|avant quand|jusqu)\b"
)
_REGISTER = re.compile(
    r"\b(?:pour|ou|ici|la|veux|veut|voudrai\w*|souhait\w*|voulons|aimerai\w*|peut|peux|pouvons|faut"
    r"|faudra\w*|doi[st]|devons|devrai\w*"
    r"|vais|va|viens|vient|comment)\b(?: \w+){0,4} (?:s |m |nous |me |se )?"
    r"(?:re)?inscri(?:re|ve|t|vions)\b"
    r"|\b(?:(?:re|r)?inscri(?:vez|s|vons|t)?|enregistre[rz]?|note[rz]?|compte[rz]?|ajoute[rz]?"
    r"|remett\w+)"
    r"(?: donc)?"
    r" (?:moi|nous)\b|\b(?:prend\w*|c est|est ce)(?: \w+){0,4} (?:les|des|aux) inscriptions\b"
    r"|\b(?:j ?)?m ?inscri[st]\b|\bj ?m ?inscri\b"
    r"|^(?:\w+ ){0,2}(?:register|sign (?:me |us )?up|book|enrol)\b"
    r"|^(?!merci)(?:\w+ ){0,3}(?:c est |je viens |j ecris )?(?:pour|pr)"
    r" (?:la|votre|cette|une|l) ?(?:journee"
    r"|formation|rencontre|session|reunion|inscription)(?: (?:du|de|a|le) (?:\w+ ?){1,3})?$"
    r"|\b(?:is this|this is|here|where|place|how) (?:\w+ ){0,5}(?:register|sign up|enrol|book)\b"
    r"|\b(?:register|sign|book|put) (?:me|us)\b"
    r"|\b(?:can|could|may) (?:i|we)(?: \w+)? (?:register|sign up|enrol|book)\b"
    r"|\b(?:voudrai\w*|souhait\w*|aimerai\w*|veux|veut) (?:bien |donc )?(?:venir|participer"
    r"|assister)"
    r" a (?:la|votre|cette|l)\b"
    r"|\b(?:want|like|wish|love) to (?:register|sign up|come|attend|join|take part)\b"
)
_COMING = re.compile(
    r"\b(?:je|on|nous) (?:vien[st]?|venons|viendr\w+|participe\w*|serai|sera la|serons la)\b"
    r"|\b(?:i|we) (?:come|are coming|m coming|will come|ll come)\b"
)
_ASKING = re.compile(
    r"\b(?:comment|quand|ou|quel\w*|quoi|que|qu|pourquoi|how|when|where|what|si|if|depuis|voiture"
    r"|train|bus|gare|velo|covoit\w*)\b"
)
_HOW_MANY_OF_US = re.compile(
    r"\b(?:nous|on|ns|we) (?:sommes|est|serons|sera|serait|serions|are|will be)"
    r"(?: \w+){0,2} (?P<n>\d{1,2})\b"
)
_HOW = re.compile(
    r"\b(?:comment (?:on |je |nous |s y |doit on )?(?:faire|fait|fais|procede\w*|prend\w*)"
    r"|(?:la |une )?(?:marche a suivre|demarches? a (?:suivre|faire|effectuer))"
    r"|on fait comment|que faut il faire|how do we|what do we do)\b"
)
_ROOM = re.compile(
    r"\b(?:reste\w*|encore|dispo\w*|libres?|a t il|y a|left|any|available)\b(?: \w+){0,4}"
    r" (?:places?|seats?|room|dispo\w*)\b"
    r"|\bplaces? (?:libres?|restantes?|dispo\w*)\b"
    r"|\b(?:c est|est ce|deja|is it) (?:complet|plein|full)\b"
)
_MAY_COME = re.compile(
    r"\b(?:peut|peux|pouvons|pourrait|pourrions|possible|can|may|could)\b(?: \w+){0,3}"
    r" (?:venir|participer|etre|s inscrire|come|be|attend)(?: \w+){0,2} (?P<n>\d{1,2})\b"
)
_WISH_TO_COME = re.compile(
    r"\b(?:veut|veux|voudrai\w*|voulons|aimerai\w*|souhait\w*|want|like|wish)(?: \w+){0,2}"
    r" (?:venir|participer|come)(?: \w+){0,2} (?P<n>\d{1,2})\b"
)
_ANOTHER_PARTY = re.compile(
    r"\b(?:autres?|deuxieme|second\w*|another|other) (?:groupes?|binomes?|trinomes?|equipes?"
    r"|delegations?|inscriptions?|communes?|parties|party|group|team)\b"
)
_OR_NOT = re.compile(r"\bou (?:pas|non)\b")
_MINE = re.compile(
    r"\b(?:voir|revoir|relire|relis(?:ez)?|verifier|consulter|(?:re)?montre[rz]?|affiche[rz]?|(?:re)?donne[rz]?"
    r"|retrouver|see|show|check|view)\b"
    r"(?: \w+){0,3} (?:ma|mon|mes|notre|nos|my|our)(?: (?:deux|trois|quatre|\d|two|three))?"
    r" (?:reservations?|inscriptions?|registration|booking)"
    r"|\b(?:(?:re)?montr\w+|affich\w+|(?:re)?voir|verifi\w+|redonn\w+|renvo\w+|show|see)"
    r"(?: \w+){0,3} (?:celles? (?:de|d|du|des)|that of|the one of)\b"
    r"|\bqui reste\w*(?: \w+)? inscrite?s?\b"
    r"|\b(?:remet\w*|redonn\w*|renvo\w*|renver\w*|adress\w*|envo\w*|transmet\w*|montr\w*)"
    r"(?: \w+){0,3} (?:l inscription|les inscriptions|le recap\w*|mes inscrits|nos inscrits)\b"
    r"|^(?:et )?(?:ma|mon|notre|my|our) (?:reservation|inscription|registration|booking)$"
    r"|\b(?:suis|sommes|est|am|are)(?: je| nous| on| i| we)?(?: \w+){0,2}"
    r" (?:inscrite?s?|enregistree?s?|notee?s?|registered|booked|signed up|on (?:the|your) list)\b"
    r"|\b(?:have|got) (?:me|us) (?:down|as coming|on (?:the|your) list|registered|noted)\b"
    r"|\b(?:on est|nous sommes) bien (?:\d|tou[st]|deux|trois|sur la liste)\b"
    r"|\b(?:vous )?(?:nous|m|me) (?:comptez|attendez) (?:bien|donc|toujours)\b"
)
_SURE = re.compile(
    r"\b(?:bien|toujours|deja|sure?s?|est on|suis je|sommes nous|am i|are we|still|have (?:me|us)"
    r"|got (?:me|us)|i (?:am|m) (?:registered|booked|on)|we (?:are|re) (?:registered|booked|on))\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:inscri(?!ption)\w+|register|sign up|ajout\w+)(?: \w+){0,2}"
    r" (?:une? (?:autre|deuxieme|second\w*)|d autres|quelqu un|quelques|m|mme|mr|monsieur|madame"
    r"|mon|ma|notre|le|la|les|another|someone"
    r"|somebody|a (?:second|colleague))\b"
    r"|\b(?:l|les|le|la|lui) inscri(?!ption|tes?\b|ts?\b)\w+\b"
    r"|\binscri(?!ption)\w+(?: \w+){0,3} (?:aussi|egalement|en plus|too|also)\b"
    r"|\b(?:aussi|egalement|a present|maintenant|ensuite|encore)(?: \w+){0,2} inscri(?!ption)\w+\b"
)


_SURELY = re.compile(
    r"\b(?:je|on|nous) (?:veux|veut|voulons|voudrai\w*|voudrions|souhait\w*|aimerai\w*|desire\w*"
    r"|vais)"
    r"(?: bien)? (?:m|nous|s) inscrire\b"
)
"""Whatever else is said: « je veux m’inscrire, si ce n’est pas une usine à gaz »."""
_UNSURE = re.compile(r"\bje ne sais pas (?:si|trop)\b|\bje sais pas (?:si|trop)\b", re.IGNORECASE)


def read(text: str, *, is_registered: bool) -> Intent | None:
    """What is wanted, where these words tell it for sure; None: they do not."""
    if asides.asks_only_if_here(text) or rulings.read(text) is Ruling.SIZES:
        return None
    text = company.without_days(_UNSURE.sub("", mistyped.spelt_out(text)))
    said = Spoken(text)
    sentence = said.text
    if _MINE.search(sentence) and (is_registered or "?" in text):
        return Intent.MINE
    if _ROOM.search(sentence) and "?" in normal(text):
        return Intent.SEATS
    if _SURELY.search(sentence):
        return Intent.REGISTER
    if _MAY_COME.search(said.counted):
        return Intent.SEATS
    if _OTHERWISE.search(_OR_NOT.sub("", sentence)):
        return None
    if _REGISTER.search(sentence) or _WISH_TO_COME.search(said.counted):
        return Intent.REGISTER
    if asks_number(text) and _IF_SO_MANY.search(said.counted):
        return None if is_registered else Intent.SEATS
    if _HOW.search(sentence) and _HOW_MANY_OF_US.search(said.counted):
        return Intent.REGISTER
    comes = _COMING.search(sentence) and not _ASKING.search(sentence) and "?" not in text
    return Intent.REGISTER if comes and not is_registered else None


def number(text: str) -> int | None:
    """How many they are, where it is said beside the wish to come."""
    said = Spoken(company.without_days(text))
    patterns = (_HOW_MANY_OF_US, _MAY_COME, _WISH_TO_COME)
    each = [*(pattern.search(said.counted) for pattern in patterns), _asked_number(said)]
    found = next(filter(None, each), None)
    return int(found["n"]) if found and int(found["n"]) else None


_POSSIBLE = re.compile(
    r"\b(?:possible|permis|autorise|ca (?:va|passe|pose|marche)|c est (?:bon|ok|trop)|probleme"
    r"|on peut|peut on|allowed|okay|all right|too many)\b"
)


_SO_MANY = re.compile(
    r"(?<!heures )(?<!vers )(?<!des )\b(?P<n>\d{1,2})(?! ?(?:h|heures?|euros?|km|ans|mn|min"
    r"|minutes?|jours?"
    r"|mois|fois|repas|questions?|nuits?|e|er|eme|janvier|fevrier|mars|avril|mai|juin|juillet|aout"
    r"|septembre|octobre|novembre|decembre|march|o clock|dates?|groupes?|binomes?|trinomes?)\b)"
    r"(?: (?!et\b|puis\b|mais\b)\w+){0,3}? (?:ca (?:va|irait|ira|passe|marche|fait trop|pose"
    r"(?: \w+){0,2} problemes?)|(?:c est|est ce|ce serait|c|ce sera|c est pas|ce n est pas)"
    r" (?:\w+ )?(?:possible|bon|ok|trop|permis|jouable|faisable|autorise)|possible|is (?:it"
    r"|that) (?:ok|okay"
    r"|possible|fine|too many)|okay|ok)\b"
)
"""« à trois, ça va ? », « et cinq, c’est possible ? »."""
_IF_SO_MANY = re.compile(
    r"\b(?:si|if) (?:on|nous|ns|je|we) (?:est|sommes|vient|venons|viens|sera|serait|serions"
    r"|are|come)"
    r"(?: \w+){0,2} (?P<n>\d{1,2})\b(?! ?(?:h|heures?|jours?|min)\b)"
)
"""« et si on est quatre ? »."""
_LISTED = re.compile(r"\b(?:une?|mon|ma|le|la|\d+) \w+ et \d+\b")
"""« une élue et deux agents »: they are more than the number that is said."""
_OF_AN_HOUR = re.compile(
    r"\b(?:arriv\w+|part\w*|repar\w+|commenc\w+|fini\w*|heures?|train|bus|mange\w*)\b"
)


def _asked_number(said: Spoken) -> re.Match[str] | None:
    """The number of people of whom it is asked if they may come."""
    if _OF_AN_HOUR.search(said.text) or _LISTED.search(said.counted):
        return None
    return _SO_MANY.search(said.counted) or _IF_SO_MANY.search(said.counted)


def asks_number(text: str) -> bool:
    """Whether it is asked if so many may come: « nous sommes quatre, est-ce possible ? »."""
    every = sentences.sentences(text)
    pairs = zip(["", *every], every, strict=False)
    return any(_is_number_asked(one, before=before) for before, one in pairs if "?" in one)


_BRIEF = 7
"""Words of « est-ce que c’est possible ? », asked of what is told before it."""


def _is_number_asked(asked: str, *, before: str) -> bool:
    """Whether one sentence asks it, of the number that it says or that is told just before."""
    is_of_else = bool({*subjects.asked(asked)} - {Intent.SEATS})
    is_of_it = _POSSIBLE.search(normal(asked)) is not None and not is_of_else
    is_brief = is_of_it and len(asked.split()) <= _BRIEF
    said = Spoken(company.without_days(f"{before} {asked}" if is_brief else asked))
    is_counted = _HOW_MANY_OF_US.search(said.counted) is not None
    if (is_counted and is_of_it) or _MAY_COME.search(said.counted):
        return True
    return not is_of_else and _asked_number(said) is not None


def is_mine(text: str) -> bool:
    """Whether words ask for what is registered: « ma réservation »."""
    return _MINE.search(Spoken(text).text) is not None


def wants_a_yes(text: str) -> bool:
    """Whether words ask if they are registered: « on est bien inscrits ? »."""
    return "?" in text and _SURE.search(Spoken(text).text) is not None


def is_for_somebody_else(text: str) -> bool:
    """Whether words ask to register others: « et Colette, je l’inscris aussi »."""
    return _SOMEBODY_ELSE.search(Spoken(text).text) is not None


def is_for_another_party(text: str) -> bool:
    """Whether words ask to register another party: « un autre binôme »."""
    return _ANOTHER_PARTY.search(Spoken(text).text) is not None


_OF_ONESELF = re.compile(
    r"\bannul\w*(?: \w+){0,2} (?:pour |que )?moi\b|\b(?:pour|que) moi\b.{0,25}\bannul"
    r"|\b(?:la mienne|mine|i (?:can t|cannot|won t)"
    r"|(?:je|i) (?:ne )?(?:peux|pourrai|viens|viendrai|serai)\b.{0,14}\b(?:pas|plus))\b"
)


_MY_OWN = re.compile(r"^(?:\w+ ){0,3}?(?:mon inscription|my registration)$")


def names_own(text: str) -> bool:
    """« mon inscription », and no word more."""
    return _MY_OWN.search(normal(text)) is not None


_OWN_ALONE = re.compile(
    r"(?:(?:et|alors|bon|donc|sinon|ok|merci|voir|(?:re)?montrez moi|(?:re)?donnez moi) )*"
    r"(?:mon inscription|my registration)(?: (?:svp|stp|s il (?:vous|te) plait|please|merci))*"
)


def ends_with_own(text: str) -> bool:
    """« Tant pis, j’appellerai. Mon inscription svp »: whether its last sentence asks for that."""
    every = sentences.sentences(text)
    return len(every) > 1 and _OWN_ALONE.fullmatch(normal(every[-1]).strip()) is not None


def is_of_oneself(text: str) -> bool:
    """« la mienne », « je ne pourrai plus venir »: of several registrations, one's own."""
    return _OF_ONESELF.search(normal(text)) is not None
