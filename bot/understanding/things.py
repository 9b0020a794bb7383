"""The things a question is after, « une facture », « de bonnes chaussures », and what tells of it.

No subject is listed here. A thing is what stands behind a few verbs of having and needing; whether
a day's own texts tell of it is seen by its words, compared by their stems.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.understanding import sentences
from bot.understanding.features import stem_of
from bot.understanding.normal import READ_AT_MOST, normal, plain, vocabulary


@dataclass(frozen=True, slots=True)
class Thing:
    """What is asked for."""

    what: str
    """As it was written, without its article: « bonnes chaussures »."""
    head: str
    """The stem of its noun."""


_INVERTED = re.compile(r"[-’'](?:t[-’'])?(?=(?:ils?|elles?|on|vous|nous|je|tu|ce|la)\b)", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[?,;:.!()]")

_HAVES = re.compile(
    r"ya|y|yfo|fo|faut|faudra\w*|aur\w+|avoir|avez|ont|exist\w*|prevo\w+|prevu\w*|obten\w+"
    r"|recev\w+|recoi\w+|deliv\w+|fourni\w*|apport\w+|amen\w+|emport\w+|emmen\w+|propos\w+"
    r"|organis\w+|remet\w*|conna\w+|indiqu\w+|visit\w+|besoin|prenez|prendre|donne\w*"
    r"|there|need|bring|get|have|provide\w*|wear"
)
"""What a thing stands behind, a few small words between."""
_GETS = re.compile(r"avoir|obten|recev|conna|indiqu|donne|remet|deliv|get|have")
"""Behind these the thing may be a known one: « obtenir la facture »."""
_ONE = vocabulary("un une des de d du a an any some")
_THE = vocabulary("le la l les the")
_SMALL = vocabulary(
    "t il elle on vous nous je j tu y en bien aussi pas est ce qu que deja demain i we ils"
    " a to us you me pour ici sur place soi encore toujours vraiment svp avec"
)
_BEFORE_A_NOUN = vocabulary(
    "bon bonne bons bonnes bonne petit petite petits petites grand grande grands grandes vrai vraie"
    " vrais vraies gros grosse grosses nouveau nouvelle vieux vieilles belles beaux good proper"
)
_LINKS = vocabulary("de d en des")
_BEHIND = vocabulary("depuis sans dans vers chez apres dès dans alors pas plus toujours jusqu")
_NO_THING = vocabulary(
    "personne personnes place places question questions probleme problemes souci soucis journee"
    " jour"
    " jours heure heures chose choses peu moment fois idee doute reponse reponses collegue"
    " collegues"
    " ami amie amis nom noms besoin plus gens monde numero contact programme annonce information"
    " informations infos info detail details liste minute minutes conseil autre autres retard temps"
    " envie raison cas matin midi soir inscription inscriptions binome trinome groupe equipe quoi"
    " qui ordre accord reunion rencontre session date dates debut fin deux trois quatre rendez-vous"
    " arrivee depart avoir etre venir faire aller payer manger savoir pouvoir rester partir arriver"
    " code codes rappel rappels invitation invitations amabilite obligeance gentillesse bonte"
    " gre plaisir"
    " coup particulier particuliere special speciale specifique precis precise general fait suite"
    " quelque tout ca cela la lieu adresse salle horaire horaires truc trucs mot part avis mal"
    " people person seats seat question problem time day anything something questions others"
)
"""Nouns that name nothing an announcement could leave out."""
_HOUR_OF = re.compile(
    r"\bheures? (?:(?:est|c est|commence|debute|demarre|ouvre|a lieu|sera|prevu\w*) )?"
    r"(?:de l|de la|du|des|d|l|la|le|de) (?P<noun>[a-z]{5,})\b"
)
_POSSIBLE = re.compile(r"\b(?:possible|prevue?s?|fournie?s?|delivree?s?|remise?s?|available)\b")
_SOMETHING = re.compile(r"\b(quelque chose|something)\s*[?:(]+\s*((?:[\w-]+\W*){1,4})$", re.I)
"""« amener quelque chose ? bottes, papiers »."""
_AT_MOST = 3
_SHORT = 4
"""Words of a sentence that is but a thing: « et une facture ? »."""


def asked(text: str) -> list[Thing]:
    """Give the things that the questions of a text are after, in its order."""
    _, questions = sentences.parted(_SOMETHING.sub(r"\1 \2 ?", text))
    said = questions or [text]
    found = [thing for one in said for thing in _in_sentence(one[:READ_AT_MOST])]
    return list({thing.head: thing for thing in found}.values())[:_AT_MOST]


_WAY = re.compile(r"\b(?:la |une )?(?:marche [àa] suivre|d[ée]marches?)\b", re.IGNORECASE)
"""« la marche à suivre »: how one registers."""


_NEEDED = re.compile(r"\b(?:faut|fo|faudra\w*|besoin|prevoir|apporter|amener|need|bring)\b")


def is_needed(text: str) -> bool:
    """Whether it is asked if a thing is needed: « faut des bottes ? »."""
    return _NEEDED.search(normal(text)) is not None and bool(asked(text))


def _in_sentence(sentence: str) -> list[Thing]:
    sentence = _WAY.sub(" ", sentence)
    words = _WORD.findall(_INVERTED.sub(" ", sentence.replace("’", "'").replace("'", "' ")))
    bare = ["à" if word in "àÀ" else plain(word).replace(" ", "-") or word for word in words]
    found: list[Thing] = []
    for at in _starts(words, bare):
        end: int | None = at
        while end is not None and (thing := _noun(words, bare, end)) is not None:
            found.append(thing[0])
            end = _another(bare, thing[1])
    timed = _HOUR_OF.search(normal(sentence))
    if timed and timed["noun"] not in _NO_THING:
        found += [_thing(word) for word in words if plain(word) == timed["noun"]]
    return found


def _starts(words: Sequence[str], bare: Sequence[str]) -> Iterable[int]:
    """The places where a thing may be named: an article behind a verb of having, or first."""
    first = next((at for at, one in enumerate(bare) if one not in {"et", "and", "sinon", "ou"}), 0)
    is_all = len(bare) - first <= _SHORT or _POSSIBLE.search(normal(" ".join(words)))
    if is_all and first < len(bare) and bare[first] in _ONE | {"une", "la"}:
        yield first
    for at, one in enumerate(bare):
        if not _HAVES.fullmatch(one):
            continue
        behind = at + 1
        while behind < len(bare) and bare[behind] in _SMALL:
            behind += 1
        if bare[behind : behind + 1] and bare[behind] in (
            _ONE | _THE if _GETS.match(one) else _ONE
        ):
            yield behind
        elif bare[behind : behind + 2] == ["quelque", "chose"]:
            rest = [place for place in range(behind + 2, len(bare)) if words[place].isalpha()]
            yield from rest if len(rest) < _SHORT else ()


def _noun(words: Sequence[str], bare: Sequence[str], at: int) -> tuple[Thing, int] | None:
    """The thing whose article is at a place, and where it ends."""
    begins = at
    while at < len(bare) and bare[at] in _ONE | _THE:
        at += 1
    start = at
    while at < len(bare) and bare[at] in _BEFORE_A_NOUN:
        at += 1
    if at >= len(bare) or not _is_noun(bare[at]):
        return None
    end = at + 1
    if bare[end : end + 1] and bare[end] in _LINKS and _follows(bare, end + 1):
        end += 2
    elif start > begins and _is_of_it(bare, at):
        end += 1
    return _thing(" ".join(words[start:end]), words[at]), end


def _thing(what: str, noun: str | None = None) -> Thing:
    said = re.sub(r"\b([dl]) (?=\w)", r"\1’", what)
    return Thing(said, stem(noun or what))


def _is_noun(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha() and word not in _NO_THING | _SMALL | _ONE


def _follows(bare: Sequence[str], at: int) -> bool:
    return at < len(bare) and _is_noun(bare[at]) and bare[at] not in _THE


def _is_of_it(bare: Sequence[str], at: int) -> bool:
    """« tables rondes »: an adjective is known where both are plural."""
    follows = bare[at + 1] if at + 1 < len(bare) else ""
    both = bare[at].endswith(("s", "x")) and follows.endswith("s") and len(follows) > 4
    return both and follows not in _BEHIND


def _another(bare: Sequence[str], at: int) -> int | None:
    """Where the next thing of a list begins."""
    if bare[at : at + 1] and bare[at] in {",", "et", "ou", "and", "or"}:
        follows = bare[at + 1 : at + 2]
        return at + 1 if follows and follows[0] in _ONE else None
    return None


# ---- what tells of a thing

_ALIKE = tuple(
    (re.compile(rf"\b(?:{words})\b"), same)
    for same, words in (
        ("parking", r"park\w*|parcking|stationn\w*|se gar\w+|garer|garez"),
        ("trains", r"(?:la|une|de) gare|trains?|ter|tgv|gares?"),
        ("navette", r"bus|autocars?|(?:un|le|des|les|en|par|de) cars?|cars?|navettes?|shuttles?"),
        ("repas", r"repas|dejeun\w*|pique niques?|casse croutes?|sandwich\w*|lunch|meals?|manger"),
        ("chaussure", r"chaussures?|bottes?|bottines|baskets|shoes|boots"),
    )
)
"""Words for one thing, whose stems are not alike."""


def alike(text: str) -> str:
    """Give words in the normal form, one for those that mean the same."""
    said = normal(text)
    for words, same in _ALIKE:
        said = words.sub(same, said)
    return said


def stem(noun: str) -> str:
    """Give the beginning that a noun shares with its kin: « témoignages », « témoigner »."""
    word = alike(noun).split()[0] if alike(noun) else ""
    return stem_of(word.rstrip("sx") if len(word) > 3 else word)


def stems(text: str) -> frozenset[str]:
    """Give the stems of a text."""
    words = alike(text).split()
    return frozenset(stem_of(word.rstrip("sx") if len(word) > 3 else word) for word in words)


LONGEST_LINE = 160
"""Characters of a line that is about a thing; a longer one but speaks of it among others."""


def line(lines: Iterable[str], thing: Thing, text: str) -> str | None:
    """Give the line that tells of a thing; of several the one with most words of the text."""
    said = stems(text)
    telling = [one for one in lines if thing.head in stems(one) and len(one) <= LONGEST_LINE]
    return max(telling, key=lambda one: len(said & stems(one)), default=None)


def is_told(lines: Sequence[str], text: str) -> bool:
    """Whether a line tells of a thing that a text is after."""
    return any(line(lines, one, text) is not None for one in asked(text))
