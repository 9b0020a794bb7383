"""Whom somebody says to come, of people who are known: « nos deux élus seront présents »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding import absences, known_people
from bot.understanding.known_people import People
from bot.understanding.normal import normal


@dataclass(frozen=True, slots=True)
class Presence:
    """Of whom it is said, as places among them."""

    coming: frozenset[int]
    absent: frozenset[int]
    """Of whom it is said that they do not come."""
    is_of_all: bool
    """All are meant, not only those who are named."""
    unsure: frozenset[int] = frozenset()
    """Of whom it is said that it is not known yet."""
    named: frozenset[int] = frozenset()
    """Of whom it is said by their name that they come."""


_CLAUSE = re.compile(
    r"[,.;:!\n]+|\b(?:mais|sauf|hormis|excepté|excepte|à part|en revanche|par contre|en fait|but"
    r"|except|however)\b|\bc['’ ]?(?:est )?(?:juste|seulement)\b"
    r"|\bet\b(?=[^,.;]*\b(?:pas|plus|absente?|malade|empêchée?)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"[ \t]*:[ \t]*(?=(?:bien )?(?:pr[ée]sente?s?|absente?s?|oui|non|ok|l[àa]|vient|ne vient|yes"
    r"|no|present|coming)\b)",
    re.IGNORECASE,
)
"""« Hugo Lambert : présent ; Anne Roy : absente »: a list."""
_I_TELL_YOU = re.compile(
    r"\b(?:je|nous|on|i|we) (?:vous |te )?(?:confirm\w*|inform\w*|signal\w*|previen\w*|annonc\w*)"
    r" (?:you )?(?:bien )?(?:qu|que|that)\b"
)
"""« je vous confirme que M. Cellier sera présent »: who says so need not come."""
_TITLE_DOT = re.compile(r"\b(?P<title>M|Mr|Mrs|Ms|Dr)\.\s*")
_NO_FIRST = re.compile(r"^(?:non|nan|no) (?=(?:\w+ ){2})")
"""« non, Nathalie vient »: that contradicts what was asked."""
_EXCEPT = re.compile(r"(?:sauf|hormis|except[ée]?|à part|except)\s*$", re.IGNORECASE)
_NOT_ME = re.compile(r"\b(?:moi (?:non|pas)|(?:pas|sans) moi|not me|without me)\b")
_ONLY_ME = re.compile(
    r"\b(?:(?:y a|y aura|a|aura|est|sera|serons|reste\w*|suis|serai|vient|viendra)"
    r" (?:plus )?que moi"
    r"|(?:juste|seulement|uniquement|rien que|just|only) (?:moi|me))\b"
)
_JUST_DONE = re.compile(r"\b(?:viens|vient|venons|viennent) (?:juste )?(?:de|d)\b")
_IS_THERE = re.compile(
    r"\b(?:present\w*|vien[st]?|venons|viennent|viendr\w+|ser(?:ai|ons|ont)|jserai|ok|okay|oui|ui"
    r"|ouais|yep|yes|participe\w*|partant\w*|come|comes|coming|be there|a demain|des votres"
    r"|vont|au complet|(?:y|en) (?:vais|va|allons|sera)|irons|iront|y seront|is there|are there"
    r"|ser(?:a|ons) (?:\w+ )?(?:la|present\w*|au)|(?:est|sont|sommes) (?:bien |toujours )?"
    r"(?:bons?|bonnes?|ok|la|partant\w*)|c est bon"
    r"|(?:on|nous) (?:arriv(?:e|ons)|maintient|maintenons)(?! (?:a|vers|en|plus|avec|pour|que)\b)"
    r"|(?:je|j) (?:maintiens|arrive)(?! (?:a|vers|en|plus|avec|pour|que|tard)\b)"
    r"|(?:je|on|nous) (?:vous )?confirm(?:e|ons)(?=$| pour\b)|compte[rz]? sur (?:nous|moi)\b"
    r"|fideles? au poste|au rendez vous|d actualite|(?:est|sommes|suis) (?:\w+ )?prete?s?"
    r"|toujours (?:vivante?s?|partante?s?|prete?s?)"
    r"|c est (?:bien )?(?:confirme|d accord) pour (?:nous|moi|tous|toutes)"
    r"|(?:ma|notre|leur|sa|nos|leurs) (?:presences?|venues?|participations?))\b"
)
_TOO = re.compile(r"\b(?:aussi|egalement|pareil|idem|de meme|too|as well)\b")
_ALSO = re.compile(
    r"^(?:(?:et|oui|ok|bon|pareil|idem|pour|c est|and|yes) )*(?:[a-z]+ ){1,3}"
    r"(?:aussi|egalement|pareil|idem|de meme|too|as well)(?: (?:merci|bien sur|evidemment))*$"
)
"""« Yann aussi »: who comes too, said by itself."""
_NOT = re.compile(
    r"\b(?:pas|plus|jamais|malade\w*|souffrant\w*|empech\w+|absent\w*|indisponible\w*"
    r"|desist\w+|annul\w+|grippe|forfait|lach\w+|excus\w+|retenue?|impossible|not|can t|cannot"
    r"|won t|isn t|sick|unable|non|no|quitte|remplac\w+|a la place|retir\w+|enlev\w+|sans)\b"
    r"|\bne (?:pourra|pourront|peut|peuvent) (?:\w+ )?(?:se|etre|venir|nous|participer|assister"
    r"|y)\b"
)
_I_AM_AWAY = re.compile(
    r"\b(?:je|j|moi) (?:ne |n |y |en )*(?:peux|pourrai|pourrais|serai|viens|viendrai|vien|peu)"
    r"(?: (?:donc|malheureusement|helas|finalement|vraiment))* (?:pas|plus)\b"
    r"(?! (?:seule?s?|en retard|tard)\b)"
    r"|\bje ne (?:peux|pourrai|pourrais) (?:\w+ )?(?:etre|venir|participer|assister|me joindre)\b"
    r"|\bje suis (?:\w+ )?(?:malade|souffrante?|empechee?|absente?|retenue?|clouee?"
    r"|indisponible)\b"
    r"|\bme retient\b|\b(?:contrainte?|obligee?|forcee?) d annuler\b"
    r"|\b(?:j|je) (?:dois |vais )?annule[rz]? (?:ma|mon|pour moi|moi)\b"
    r"|\bi (?:can t|cannot|won t|am not|m not) (?:come|coming|make|be)\b"
)
_COVER = re.compile(
    r"\b(?:a|ai|ont|avons|s est|se sont|me suis)(?: \w+){0,2} (?:fait |faite )?remplac\w+"
    r"|\b(?:sera|est|serai|suis) remplacee? (?:a|au|a l) (?:ecole|bureau|travail|mairie|magasin)\b"
)
_UNSURE = re.compile(
    r"\b(?:pas|peu) (?:encore )?(?:sure?s?|certaine?s?)\b|\b(?:sai[st]|savons|savent) pas (?:encore"
    r"|si|trop)?|\bme (?:dit|dira|redit|confirme\w*) (?:ca )?(?:ce soir|demain|plus tard|bientot)\b"
    r"|\b(?:peut etre|(?:not|isn t|aren t) (?:yet )?(?:sure|certain)|maybe"
    r"|tell me (?:tonight|tomorrow|later))\b"
    r"|\bje vous redis\b"
)
_THE_OTHERS = re.compile(
    r"\b(?:mes|nos|les|my|the)(?: (?:deux|trois|2|3|two|three))? (?:autres?|collegues?|coequipi\w+"
    r"|camarades|others|colleagues?)\b"
)
_BUT_THERE = re.compile(
    r"\b(?:pas (?:de )?(?:souci|soucis|probleme|problemes|changement)|(?:ne )?change\w* pas"
    r"|rien de change|sans (?:faute|probleme|souci)|no (?:problem|change))\b"
)
_ALL = re.compile(
    r"\b(?:tous|toutes|tout le monde|tout (?:est|va)|l ensemble|chacune?|everybody|everyone"
    r"|all of us"
    r"|both|the (?:two|three) of us|(?:les|nos|ces|mes|des|pour|nous|on est|on sera|serons)"
    r" (?:deux|trois|quatre|2|3|4)(?: \w+)?|au complet|l equipe|le groupe|les groupes|nos \w+"
    r"|les personnes|ils|elles|they)\b"
)
_WE = re.compile(
    r"\b(?:on|nous|ns|we)\b|^(?:presents|presentes)\b|\bfideles au poste\b"
    r"|\btoujours (?:d actualite|partant(?:e?s)|prets|pretes)\b"
)
_LATE = re.compile(r"\b(?:retard\w*|late)\b")
_STILL = re.compile(
    r"\b(?:toujours|encore|still) (?:a )?(?P<n>deux|trois|quatre|[2-5]|two|three)\b"
)
_NUMBERS = {"deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4}
_I = re.compile(
    r"^presente?\b|\b(?:je|j|moi|jvien\w*|jserai|ma (?:presence|venue|participation)|i|me)\b"
)


def may_tell(text: str) -> bool:
    """Whether a text may say who comes, at little cost."""
    sentence = normal(text)
    if "?" not in text and _ALSO.match(sentence):
        return True
    return "?" not in text and any(one.search(sentence) for one in (_IS_THERE, _ONLY_ME, _STILL))


def read(text: str, people: People) -> Presence:
    """Read who is said to come, and who is not."""
    coming, absent, by_name, is_of_all = set[int](), set[int](), set[int](), False
    writing = {at for at, one in enumerate(people) if one.is_writing}
    unsure, pending = set[int](), set[int]()
    """Who is named in clauses before the verb: « Mme Roux, retenue…, ne pourra… »."""
    text = _TITLE_DOT.sub(r"\g<title> ", _LISTED.sub(" ", text))
    for clause, is_excepted in _clauses(text):
        calm = _JUST_DONE.sub(" ", _BUT_THERE.sub(" ", _NO_FIRST.sub("", clause)))
        calm = _I_TELL_YOU.sub(" ", calm)
        if is_of_all:  # « … tous les trois, Samira a trouvé une remplaçante »: for her work
            calm = _COVER.sub(" ", calm)
        named = _named(calm, people)
        is_verbless = not (_IS_THERE.search(calm) or _NOT.search(calm))
        pending = named if named and is_verbless else pending if not named else set()
        named = named or (pending if _NOT.search(calm) and not _WE.search(calm) else set())
        if _NOT_ME.search(calm) or _ONLY_ME.search(calm):
            absent |= writing if _NOT_ME.search(calm) else {*range(len(people))} - writing
            coming |= writing if _ONLY_ME.search(calm) else set()
            continue
        if _UNSURE.search(calm) and not _LATE.search(calm):
            unsure |= named or pending
            continue
        if is_excepted or _NOT.search(calm) or _I_AM_AWAY.search(calm):
            absent |= named or (writing if _I_AM_AWAY.search(calm) else set())
            continue
        if (still := _STILL.search(calm)) is not None and not named:
            if int(_NUMBERS.get(still["n"], 0) or still["n"]) != len(people):
                continue
            is_of_all = True
            coming |= {*range(len(people))}
        is_too = _TOO.search(calm) and (coming or _ALSO.match(normal(text)))
        if not _IS_THERE.search(calm) and not is_too:
            continue
        if _THE_OTHERS.search(calm) and not named and not _I.search(calm):
            coming |= {*range(len(people))} - writing
            by_name |= {*range(len(people))} - writing
        elif _ALL.search(calm) and not named:
            is_of_all = True
            coming |= {*range(len(people))}
        elif _WE.search(calm):
            coming |= {*range(len(people))}
        coming |= named
        by_name |= named
        if _I.search(calm):
            coming |= writing
            by_name |= writing
    settled = absences.settled(text, people)
    renamed = {at for at in absences.renamed(text, people) if settled.get(at, True)}
    absent -= {at for at, comes in settled.items() if comes} | renamed
    coming -= absent | unsure
    return Presence(
        frozenset(coming),
        frozenset(absent),
        is_of_all,
        frozenset(unsure),
        frozenset(by_name - absent),
    )


_AWAY = re.compile(
    r"\b(?:ne|n|au lieu|en (?:son|mon) lieu|place|remplac\w*|suppl\w*|substitu\w*|seule?s?"
    r"|que (?:moi|nous|lui|elle|\d|deux|une?|trois|par)|laiss\w*|cede\w*|plutot"
    r"|finalement|change\w*|moins|faux|abandonn\w*|renonc\w*|desist\w*|desinscri\w*"
    r"|defection|gastro|covid|fievre|hopital|hospitalis\w*|blesse\w*|casse\w*"
    r"|accident\w*|accouch\w*|decede\w*|enterrement|obseques|clou\w*|coince\w*"
    r"|bloque\w*|rest\w*|prise?|occupe\w*|oblige\w*|contrainte?|imprevu\w*|contretemps"
    r"|conges?|vacances|formation|deplacement|autre (?:reunion|rendez)|demission\w*"
    r"|partie?|sorti\w*|enleve\w*|otez|ote|raye\w*|supprim\w*|instead|replac\w*|alone"
    r"|only|stuck|busy|out|off|away|ill|unwell|cancel\w*|drop\w*|bow\w*|pull\w*"
    r"|withdraw\w*)\b"
)


def says_away(text: str) -> bool:
    """Whether a text has a word at all that may say that somebody does not come."""
    said = normal(text)
    return _NOT.search(said) is not None or _AWAY.search(said) is not None


def _clauses(text: str) -> Iterator[tuple[str, bool]]:
    """Each clause in the normal form, and whether it says who is left out: « sauf Mme Faure »."""
    start, is_excepted = 0, False
    for found in [*_CLAUSE.finditer(text), None]:
        end = len(text) if found is None else found.start()
        clause = normal(text[start:end])
        if clause and "?" not in text[start:end]:
            yield clause, is_excepted
        if found is not None:
            start, is_excepted = found.end(), _EXCEPT.search(found[0]) is not None


def _named(clause: str, people: People) -> set[int]:
    """Everybody who is named in a clause by a name that is theirs alone."""
    words = set(clause.split())
    names = [one.words for one in people]
    own = [
        one - frozenset().union(*(other for other in names if other is not one)) for one in names
    ]
    found = {at for at, one in enumerate(own) if one & words}
    only = known_people.named(clause, people)
    only = known_people.by_office(clause, people) if only is None else only
    return found or ({only} if only is not None else set())


_IF = re.compile(r"\b(?:si|s|if) (?:je|j|il|elle|on|tout|rien|le|la|les|ma|mon|i|he|she|nothing)\b")


def is_supposed(text: str) -> bool:
    """« je viens, si je n’ai pas d’enterrement »: whether it hangs on something."""
    said = normal(text)
    return _IF.search(said) is not None and _IS_THERE.search(said) is not None


_NOTED = (
    r"(?:not\w+|confirm\w*|enregistr\w+|compt\w+|prevue?s?|attend\w+|bons?|ok|counted|expect\w*)"
)
_ASKS_IF_NOTED = re.compile(
    rf"\b{_NOTED}\b(?: \w+){{0,5}} (?:(?:je|on|nous|i|we) (?:y )?(?:viens|vient|venons|viendr\w+"
    r"|serai|sera|serons|participe\w*|m coming|am coming|are coming)|(?:ma|notre) (?:venue|presence"
    r"|participation))\b"
    rf"|\b(?:c est|ca|tout est|on est|is it) (?:\w+ )?{_NOTED} pour (?:moi|nous|demain|jeudi"
    r"|aujourd hui|notre|ma)\b"
    r"|\bvous (?:m|nous) (?:attendez|comptez)\b|\b(?:it s|is it) (?:all )?(?:confirmed|noted) for\b"
)


def asks_if_noted(text: str) -> bool:
    """« Vous avez bien noté que je viens demain ? »: it is asked, and told as well."""
    said = normal(text)
    return "?" in text and _ASKS_IF_NOTED.search(said) is not None and not _NOT.search(said)
