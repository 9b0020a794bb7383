"""The territory a party comes from."""

import re
from collections.abc import Iterable

from bot.understanding import confirmations, known_words
from bot.understanding.figures import with_figures
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.functions import FUNCTIONS, is_function
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.speech import is_speech
from bot.understanding.tidying import ANSWER_AT_MOST, has_letters, tidy

_FROM = r"(?:de|du|des|d['’]|a|à|au|aux|sur|pour|dans|en|from|in)"
_INTRODUCTION = re.compile(
    r"^(?:.*\bmais\s+)?(?:(?:moi|nous|et|alors|oui|donc|ben|bah)[ ,]+)*(?:"
    r"(?:mettons|mettez|mets|disons|on va dire|marquez|notez|let['’]?s say)(?: plutôt)?\s*:?|"
    r"(?:je|j['’]|on|nous|c['’]|i|we)\s*(?:me |nous |y )?"
    r"(?:suis|est|sommes|vien[st]?|venons|travaille|travaillons|bosse|bossons|habite|habitons"
    r"|dépends?|depends?|dépendons|représente|representons|représentons|interviens|intervient"
    r"|arrive|arrivons|représente|représentons|serons|seront|sera|am|are|['’]re|['’]m|come|work)\b(?:\s+(?:tous|toutes|deux|basée?s?|plutôt))*\s*"
    rf"(?:{_FROM}(?=[\s'’]|\b))?"
    r"|(?:notre|mon|ma|le|la|votre|our|my|the)?\s*(?:territoire|territory|secteur|collectivité|commune|ville|agglo)\s*"
    r"(?:c['’]est|est|is|:|=)|c['’ ]est|it['’]?s|this is"
    rf"|(?:pour|de la part de|from|{_FROM}(?=\s+(?:la|le|les|l['’]))))\s*[:,]?\s*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:le |la |les |l['’]|the )(?=\S)")
# « territoire du Pilat »; the Territoire de Belfort is one by name.
_OF_THE_TERRITORY = re.compile(
    r"^(?:le |notre |mon )?territoire (?:du |des |de la |de l['’])", re.I
)
COMMUNE = re.compile(r"(?:la |notre )?(?:commune|ville|village) (?:de |d['’]|du )", re.IGNORECASE)
"""« la commune de Roisey »: where one comes from rather than where one works."""
_SHORT_COMMUNE = re.compile(r"^com\.? (?=d[e'’])", re.IGNORECASE)
_NOWHERE = re.compile(
    r"\b(?:nulle part|n importe|a cheval|partout|nowhere|everywhere|anywhere|en particulier)\b"
)
_SAME_AS = re.compile(
    r"(?:l[ae] |l['’])?(?:m[êe]me|pareil|idem) (?:que|qu['’]|comme)", re.IGNORECASE
)
_KIND_AFTER = re.compile(r"^l[ae] (?=(?:commune|ville|communaut[ée]|com ?com|cc|vall[ée]e) )", re.I)
_THAT_OF = re.compile(r"^(?:celui|celle) (?P<of>du |des |de la |de l['’]|de |d['’])", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^\d+\s*(?:bis|ter)?,?\s*(?:rue|avenue|av\.?|boulevard|bd|place|chemin|route|allée|impasse|quai"
    r"|cours|square|lieu[- ]dit|montée|street|road)\b|\b\d{5}\b|@",
    re.IGNORECASE,
)
# Words that point at a territory without naming it.
_POINTERS = vocabulary("""
    idem pareil le la les l de du des d nous notre nos votre vos notres votres leur mien mienne meme
    que chez moi vous ici la bas pardi celui celle cela ca un une mon ma son sa c est bien autre lui
    toujours comme avant deja dit aucun aucune rien personne same here ours mine none me us just
    only the our my ben
    """)
# Answers to other questions.
_OTHER_ANSWERS = vocabulary(
    """
    suis un une deux trois seul seule binome trinome solo elu elue agent agente technicien
    technicienne maire adjoint adjointe president presidente two three alone on sera sommes nous
    serons personnes
    """
)
# Kinds of territory, which need a name.
_ALSO_PLACES = vocabulary(
    """
    florence florian lorraine france pierre jade rose vincent laurent georges martin martine victor
    gilles genevieve max lea noel oceane mai
    """
)
_KINDS = vocabulary("""
    parc naturel regional communaute communes commune mairie agglo agglomeration cc pays
    departement region territoire syndicat metropole ville village gal pnr scot epci
    collectivite conseil general departemental canton pole interco intercommunalite local park
    town city county district council comcom comm com
    """)
# « Grand Est », « Pas-de-Calais ».
_IN_NAMES = frozenset(["est", "pas"])
_SENTENCE = re.compile(
    r"\b(?:je|j|lui|elles?|ils?|nous sommes|on est|on a|on va|on peut|vous|tu|est ce|me suis"
    r"|y arrive|c est"
    r"|c etait|quoi|quand|combien|comment|pourquoi|ou ca|sais pas|peut on|y a t il|i|you"
    r"|serai|serons|viendr\w+|vient|viennent|accompagne\w*|mme|monsieur|madame|inscriptions?"
    r"|(?:ne|n) \w+ (?:pas|plus)"
    r")\b|\?"
)
# « maire de Véranne »: perhaps Véranne.
_OFFICE = re.compile(
    r"^(?:la |le |une? )?(?:maire|mayor|adjointe?(?: au maire)?"
    r"|conseillere? municipale?|dgs|elue?) (?:de|a|of) "
)
# « mairie de Véranne »: Véranne is the territory.
_HALL = re.compile(r"^(?:la )?mairie (?:de |d['’])(?P<town>[^\W\d_].+)$", re.IGNORECASE)
_COMMANDS = vocabulary("retour stop annuler menu accueil passer suivant aide")
_ACRONYM = re.compile(
    r"^(?:cc|ca|cu|pnr|gal|cld|scot|petr|epci|cg|cd|cr|sivom|sivu|pnrp|cc[a-z0-9]{1,4}|pays?\d+)$"
)
_SMALL = vocabulary("""
    de du des d la le les l et en sur sous lès les à a au aux communes commune agglomération pays-de
    naturel régional régionale départemental général alentours environs
    """)


def read(text: str) -> Reading[str]:
    """Read the name of a territory, without what introduces it.

    Doubtful: « several » (the one worked for, not the employer), « role » (« maire de Véranne »).
    Unclear: « which » (a kind without a name, or « the same »), « address », « sentence » (a
    question, a correction), « person » (somebody’s name), « function », « too_long »,
    « no_territory » (nothing that could be a name).
    """
    line = tidy(text)
    if not has_letters(line):
        return Unclear("no_territory")
    if "?" in text or _NOWHERE.search(plain(line)):
        return Unclear("sentence")
    if len(line) > ANSWER_AT_MOST:
        return Unclear("too_long")
    if _ADDRESS.search(line):
        return Unclear("address")
    found = _INTRODUCTION.match(line)
    reading = _read_name(_bare(line, found))
    if isinstance(reading, Understood) and _is_number(line):
        return Unclear("no_territory")
    if isinstance(reading, Understood) and found and " mais " in found.group().casefold():
        return Doubtful(reading.value, "several")
    return reading


def _is_number(line: str) -> bool:
    """« douze », « quarante douze »: an answer to another question."""
    words = with_figures(plain(line.replace("-", " ")).split())
    return all(one.isdecimal() or one in ("un", "une", "one") for one in words)


def _bare(line: str, introduction: re.Match[str] | None) -> str:
    """Give the name without what introduces it; « celui de Paul » names none."""
    name = line[introduction.end() :].strip(" ,:") if introduction else line
    if introduction or re.match(r"(?:le |la |les |l['’])[A-ZÀ-Ý]", name):
        name = _ARTICLE.sub("", name)
    name = _SHORT_COMMUNE.sub("commune ", _OF_THE_TERRITORY.sub("", name))
    pointed = _THAT_OF.match(name)
    if pointed is None:
        return name
    return "" if plain(pointed["of"]) in {"de", "d"} else name[pointed.end() :]


_OF_COURSE = re.compile(
    r"\s*,?\s+(?:naturellement|[ée]videmment|bien s[ûu]r|bien entendu|of course|donc|quoi)\W*$",
    re.IGNORECASE,
)


def _read_name(name: str) -> Reading[str]:
    """Read what may be a territory’s name."""
    name = _once(_KIND_AFTER.sub("", _OF_COURSE.sub("", name)))
    if _SAME_AS.match(name):
        return Unclear("which")
    words = plain(name).split()
    if not words or set(words) <= _POINTERS | _KINDS | _OTHER_ANSWERS:
        return Unclear("which")
    if confirmations.read(name) is not None:
        return Unclear("which" if len(words) <= _SHORT else "no_territory")
    if _is_worker(name):
        return Unclear("person")
    if is_function(words):
        return Unclear("function")
    if _SENTENCE.search(plain(name)) or is_speech(name, _IN_NAMES) or words[0] in _COMMANDS:
        return Unclear("sentence")
    if _is_person(words, parts=len(name.split())):
        return Unclear("person")
    town = of_hall(name)
    if town is not None:
        return Understood(town)
    role = _OFFICE.match(plain(name))
    if role is not None:
        named = " ".join(name.split()[role.group().count(" ") :])
        return Doubtful(capitalised(named), "role") if named else Unclear("which")
    return Understood(capitalised(name))


def _once(name: str) -> str:
    """« Maclas Maclas », said twice in one breath."""
    words = name.split()
    half = len(words) // 2
    is_twice = len(words) > 1 and words[:half] == words[half:]
    return " ".join(words[:half]) if is_twice else name


def of_hall(organisation: str) -> str | None:
    """Give the commune of a town hall: « mairie de Véranne »; None: it is none."""
    hall = _HALL.match(organisation)
    return capitalised(hall["town"]) if hall is not None else None


_BODY = re.compile(
    r"(?:communaut[ée]|com ?com|cc\b|ca\b|cu\b|agglo|pays|parc|pnr|petr|gal\b|m[ée]tropole|scot\b)"
    r"|.*\b(?:agglo\w*|m[ée]tropole|communaut[ée])$",
    re.IGNORECASE,
)
"""What a body is called that has a territory."""


def is_body(organisation: str) -> bool:
    """Whether an organisation is one that has a territory: « CC du Pilat Rhodanien »."""
    return _BODY.match(organisation) is not None and not is_bare(organisation)


def of_organisation(organisation: str) -> str | None:
    """Give what an organisation’s people may come from: the body, or the commune of a town hall."""
    return organisation if is_body(organisation) else of_hall(organisation)


def of_organisations(organisations: Iterable[str]) -> str | None:
    """Give the one territory of several organisations; None: they have several, or none.

    A body with a territory goes before the communes, which may lie in it.
    """
    every = [one for one in map(of_organisation, organisations) if one is not None]
    for found in ([one for one in every if is_body(one)], every):
        if len({plain_form(one) for one in found}) == 1:
            return max(found, key=len)
    return None


def is_bare(said: str) -> bool:
    """Whether words are but a kind of territory, which needs a name: « communauté de communes »."""
    return {*plain(said).split()} <= _POINTERS | _KINDS


def is_person(said: str) -> bool:
    """Whether a few words are somebody’s name: « Luc Roux »."""
    return _is_person(plain(said).split(), parts=len(said.split()))


def _is_person(words: list[str], *, parts: int) -> bool:
    """Say whether this is a person's name: a first name that no place has, then one word."""
    if parts != 2 or len(words) > 3 or set(words) & (_KINDS | _SMALL):
        return False
    return words[0] in FIRST_NAMES and words[0] not in _ALSO_PLACES


def _is_worker(name: str) -> bool:
    """« Bernard Chavanne, maire », « Mme Vial, DGS »: somebody, and what they do."""
    who, comma, work = name.partition(",")
    words = plain(who).split()
    if not comma or not words or len(words) > _NAME_AT_MOST or set(words) & _KINDS:
        return False
    found = next(FUNCTIONS.find(plain(work).split()), None)
    if _OFFICE.match(plain(work)):
        return False  # « maire de Roisey »: that is Roisey
    is_named = words[0] in FIRST_NAMES - _ALSO_PLACES or words[0] in TITLES
    if len(words) == 1 and known_words.is_last_name(words[0]):
        return not _OF_A_CLUB.isdisjoint(plain(work).split()[:2])  # « Morel, association… »
    return is_named and found is not None and found.start <= 1


_NAME_AT_MOST = 4
_SHORT = 2
"""Words of a yes or a no that is nothing else."""
_OF_A_CLUB = vocabulary(
    "association asso club collectif comite amicale entreprise ferme gaec compagnie federation"
)


def plain_form(territory: str) -> str:
    """Give a territory's name without what it is and how it is written, to compare by.

    « CC du Pilat Rhodanien » and « pilat rhodanien » give the same.
    """
    words = plain(territory).split()
    return " ".join(word for word in words if word not in _KINDS | _POINTERS) or " ".join(words)


def capitalised(name: str) -> str:
    """Give a name typed without capitals (or with nothing else) its capitals."""
    if name != name.lower() and (name != name.upper() or len(name) <= 6):
        return name[0].upper() + name[1:] if name.islower() else name
    words = re.split(r"([\s'’-]+)", name.lower())
    return "".join(_capital(word, at == 0) for at, word in enumerate(words))


def _capital(word: str, is_first: bool) -> str:
    """Give one word of a name its capitals."""
    if _ACRONYM.match(word):
        return word.upper()
    if word in _SMALL and not is_first:
        return word
    return word[:1].upper() + word[1:]
