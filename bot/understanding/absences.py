"""Who is said in so many words to come, or not to, of people who are known.

« Mehdi et moi ne pouvons plus venir », « rayez le maire », « je viendrai seule »; but « Luc ne
vient pas en voiture » says that he comes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import calling, known_people
from bot.understanding.firstnames import FIRST_NAMES, gender_of
from bot.understanding.known_people import People
from bot.understanding.normal import normal, vocabulary
from bot.understanding.telling import scene

_ADVERBS = (
    r"(?:(?:donc|finalement|malheureusement|helas|vraiment|plus|du tout|absolument|sadly"
    r"|unfortunately) )*"
)
_VENIR = r"(?:venir|etre (?:la|present\w*|des notres)|participer|assister|y aller|y etre|s y rendre"
_END = (
    r"(?=$| (?:ce jour|cette|le \d|jeudi|a cause|pour raison|suite|car|parce|finalement|du coup))"
)
_AWAY = re.compile(
    rf"\b(?:peut|peux|peuvent|pouvons|pourra\w*|pourr?ons) {_ADVERBS}(?:pas|plus|pu)"
    rf"(?: {_ADVERBS}{_VENIR}|(?:se|nous|me) (?:liberer|joindre|deplacer))\b|{_END})"
    r"|\bne (?:pourra|pourront|peut|peuvent|pourrai) (?:donc |malheureusement |helas )?"
    rf"{_VENIR}|se liberer|se joindre)\b"
    r"|\b(?:est|sont|suis|sera|seront|serai|tombee?) (?:\w+ )?(?:malades?|souffrant\w*|absent\w*"
    r"|empeche\w*|indisponibles?|hospitalise\w*|alite\w*|bloquee?s?|coincee?s?|retenue?s?"
    r"|en deplacement|en conges?|en vacances|en arret|out|sick|ill|unwell|stuck)\b"
    r"|\b(?:est|sont|suis|sera|seront|serai) (?:\w+ )?(?:pas|plus) (?:dispos?|disponibles?|libres?"
    r"|la|present\w*|des notres|de la partie|parmi)\b(?! (?:que|avant|toute?|a l heure))"
    r"|\b(?:vien[st]|viennent|venons|viendra\w*|viendront|participe\w*) "
    rf"{_ADVERBS}(?:pas|plus|pu)(?: (?:avec (?:moi|nous)|with (?:me|us)))?{_END}"
    r"|\b(?:se|s est|me|m|nous|se sont) (?:desist\w+|decommand\w+"
    r"|retir(?:e|es|ent|ons|ee?s?)\b|excus\w+)"
    r"|\b(?:annulent?|declare\w* forfait|(?:a|ont|avons) (?:du )?(?:annule\w*|renonce\w*)"
    r"|renoncent?"
    r"|abandonnent?|fait faux bond|font faux bond|passe\w* (?:son|leur) tour|jette\w* l eponge)\b"
    r"|\b(?:reste|restent|restera|resteront) (?:donc )?(?:a la (?:maison|ferme|boutique|mairie)"
    r"|au (?:bureau|bar|centre|magasin|travail|lit)|chez|en boutique|clouee?s?)\b"
    r"|\b(?:sort|sortent) de la liste\b|\b(?:bosse|travaille|est de garde|est d astreinte)"
    r"(?=$| (?:ce jour|jeudi|le jour))"
    r"|\b(?:laiss\w+|cede\w*|donne\w*|passe\w*) (?:donc )?(?:sa|ma|leur|son|mon) (?:place|siege"
    r"|fauteuil)\b|\bm(?:a|on) (?:place|siege|fauteuil) (?:revient|ira|va|est pour) (?:a|au)?\b"
    r"|\b(?:prend|prends|prendra|part|partie?|a fait valoir ses droits a)"
    r" (?:sa |en |la )?retraite\b"
    r"|\b(?:est|sera|sont|seront|suis|serai) (?:donc )?(?:remplacee?s?|suppleee?s?)\b"
    r"(?! par personne)"
    r"|(?<!\b[lj]e )(?<!\bla )(?<!\bles )(?<!\bl )(?<!\bon )(?<!\bnous )"
    r"\bremplacee?s? par\b(?! personne)"
    r"|\b(?:can t|cannot|can no longer|won t|isn t|is not|aren t|am not|m not|not able to)"
    r"(?: be)? (?:come|coming|able|attend|there|make it|join)\b"
    r"|\b(?:is|are|am|m) (?:now )?(?:out|sick|ill|unwell|away|busy|stuck)\b(?! of the car)"
    r"|\b(?:a|ai|avons|ont) (?:eu )?un (?:gros |petit )?(?:empechement|contretemps|imprevu)\b"
    r"(?! (?:seulement|jusqu|que|le matin|avant|de derniere))"
    r"|\b(?:has|have|had) to (?:cancel|pull out|drop out|bow out)\b"
)
"""That those who are named in a clause do not come."""
_TAKEN_OUT = re.compile(
    r"^(?:\w+ ){0,3}?(?:retire[rz]?|enleve[rz]?|raye[rz]?|otez?|oter|supprime[rz]?|desinscri\w+"
    r"|remove|delete|take out|drop)\b"
)
_IN_PLACE_OF = re.compile(
    r"\b(?:a la place|au lieu|en lieu et place|plutot que|instead)(?: (?:de|du|d|of|que))?"
    r" (?P<who>.+)$"
)
_NOT_THEY = re.compile(
    r"^(?:(?:non|et|mais|donc|ah) )*(?:(?:ce n est|c est|n est) )?(?:pas|plus|sans|not|without)"
    r" (?P<who>(?:[a-z]+ ){0,3}[a-z]+)$"
)
_WHO_COMES = re.compile(r" (?:qui|que) (?:vien\w*|viendra\w*|ir\w+|sera\w*|participe\w*)\b.*$")
_NEITHER = re.compile(r"\b(?:non plus|neither)\b|^(?:[a-z]+ ){1,3}non$")
_HOW = re.compile(
    r"\b(?:sera|serai|seront|est|suis|sont) (?:donc )?(?:pas|plus) (?:toute? )?seule?s?\b|"
    r"\b(?:vien\w*|viendr\w+|arriv\w+|ir[ao]\w*|vont|va|coming) (?:donc )?(?:pas|plus)"
    r" (?:en (?:voiture|train|bus|car|velo|moto|tram|taxi|covoit\w*|tant que|qualite|tenue)|comme"
    r"|par le|a (?:pied|velo|cheval)|avec (?!moi|nous)|seule?s?"
    r"|a (?:titre|ce titre)|au (?:titre|nom)|avant|tard|by|as|alone)\b"
    r"|^(?:(?:et|donc|si|que si|bon|finalement|en fait) )*(?:il|elle|he|she)"
    r" (?:vient|viendra|comes)$"
    r"|\b(?:peut|pourra|peuvent|pourront|peux|pourrai) (?:pas |plus )?(?:rester|se garer|manger"
    r"|marcher|porter|conduire|monter|arriver|dormir|se connecter|stay|park|eat)\b"
    r"|\b(?:revient sur sa decision|y renonce et vient|vient quand meme"
    r"|viendra quand meme|vient bien|vient toujours|vient aussi|est (?:bien |toujours )?(?:des"
    r" notres|partante?)|will still come|is still coming|does come)\b"
    r"|\b(?:ne )?(?:sera|est|suis|serai) plus (?!dispos?\b|disponible|libre|la\b|present|des"
    r"|de la|parmi|avec|en mesure|inscrit)(?:une? |le |l )?[a-z]{4,}\b"
)
"""That they come, whatever is denied: how, as what, for how long."""
_ALONE = re.compile(
    r"\b(?:(?:je|j|i|on|moi) (?:y )?|(?P<who>(?:[a-z]+ ){1,4})(?:y )?)"
    r"(?:serai|viens|viendrai|irai|vais|reste|suis|will be|ll be|am coming|come|vient|viendra"
    r"|va|ira|sera|se rendra|coming|comes) "
    r"(?:(?:donc|finalement|du coup|la|present\w*|toute?|plus que) )*(?:seule?|alone)\b"
    r"(?! (?:a|au|pour|dans|sur) (?:parler|decider|conduire))"
)
_ONLY_ME = re.compile(
    r"^(?:(?:donc|finalement|du coup|bon|et|alors) )*"
    r"(?:(?:ce sera|c est|il ne reste|ne reste|reste|il reste|y aura|y a|je serai|il y aura)"
    r" (?:donc |finalement )*(?:plus )?(?:que|juste|seulement|uniquement|only)"
    r"|only|just|juste|seulement)"
    r" (?:moi|votre serviteur|bibi|mezigue|le vieux|la vieille|me)$"
)
_ONLY_THESE = re.compile(
    r"\b(?:on|nous|ce|il|y)(?: ne| n)? (?:vient|venons|viendra|viendrons|sera|serons|est|sommes"
    r"|restera|reste|aura|a|va etre) (?:donc |finalement |plus )*(?:que|seulement|juste)"
    r" (?:(?:deux|trois|2|3) )?(?P<who>(?:[a-z]+ ?){2,8})$"
)
_COME = r"(?:vien[a-z]+|viendr[a-z]+|particip[a-z]+|assist[a-z]+|ser(?:a|ont|ons)|sont|come|are)"
_INDEED = r"(?! (?:pas|plus|not)\b)"
_THEY_ALONE = re.compile(
    rf"\b(?:seule?s?|uniquement|seulement|juste|only) (?P<first>.+?) (?:qui )?{_COME}\b{_INDEED}"
    r"|\b(?:ne |n )?(?:garde|laisse|inscri|retene|prene|conserve|note|faut|veu|reste|y a|sont"
    r"|c est|vien|viendr|particip|keep|register)[a-z]*"
    rf" (?:donc )?(?:que|qu|seulement|uniquement|juste"
    rf"|only) (?P<then>.+?)(?: qui {_COME}{_INDEED}|$)"
    r"|^(?:\w+ )??(?P<last>.+?) (?:sont|est) (?:donc )?(?:les |la |le )?seule?s?\b"
)
"""« seuls Julie et Marc viennent », « ne gardez que Julie et Marc »."""
_SIZES = {"deux": 2, "2": 2, "two": 2, "trois": 3, "3": 3, "three": 3}
_OF_SO_MANY = re.compile(
    r"\b(?:on|nous|we)(?: ne)? (?:est|sera|serons|sommes|revient|revenons|passe|passons|reste"
    r"|restons|are|will be)(?: (?:donc|finalement|plus|que|bien|a|au|plutot))*"
    r" (?P<n>deux|trois|2|3|two|three)\b"
)
_CUT = re.compile(
    r"[.;:!?…\n,()–—]+|\s+(?:mais|sauf|par contre|en revanche|puis|sinon|tandis que|alors que"
    r"|parce qu['’]?e?|car|but|though|because)\b|\s+(?=(?:je|j['’]|i['’]m)\s?\w)"
    r"|\s+et\s+(?=(?:il|elle|je|j['’]|on|nous|[\w'’]+\s"
    r"(?:ne|n['’]|est|non|viens?t?|sera|peut|oui|aussi|qui)\b|[\w'’]+\s[\w'’]+\s(?:non|aussi)\b))",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\bm(?:onsieur|r)? et m(?:me|adame) (?P<name>[a-z]+)")
_RELATION = re.compile(
    r"^(?:\w+ )?(?:mon|ma|my) (?P<who>mari|femme|epoux|epouse|conjointe?|compagne|compagnon|fils"
    r"|fille|pere|mere"
    r"|frere|soeur|cousine?|collegue|binome|husband|wife|son|daughter|colleague|partner|boss)\b"
)
_THEY = re.compile(r"^(?:(?:donc|et|du coup|alors) )*(?:il|elle|lui|he|she|ils|elles|they)\b")
_I = re.compile(r"\b(?:je|j|moi|i|m(?:on|a) (?:place|siege|fauteuil))\b")
_OTHER_MATTER = re.compile(
    r"\b(?:si(?! oui| si)|s il|if|au cas ou|voulait|voulais|pensait|pensais|devait|hesit\w+"
    r"|failli|faudrait"
    r"|avait dit|avais dit|m avait|vous a ecrit|quand|lorsque)\b"
)
"""What is only supposed, or was so before."""


_QUESTION = re.compile(r"(?:(?<=[.!?\n])|^)\s*(?:[^\s.!?\n]+[^\S\n]+){3,}[^.!?\n]*\?")
"""« Luc ? Non, il est malade » asks nothing."""


@dataclass(slots=True)
class _Said:
    """What is said so far: who comes, and who does not, by place among the known, 0 and up."""

    comes: dict[int, bool]
    last: set[int]
    """Who was named last, and does not write."""
    is_short: bool
    is_agreed: bool = False
    """Something else is said to be right."""
    renamed: frozenset[int] = frozenset()
    """Whose name is put right: only another name of theirs is denied."""


def settled(text: str, people: People) -> dict[int, bool]:
    """Whether each of them comes, as places among them, of whom it is said for sure."""
    text = _QUESTION.sub(" ", text)
    is_agreed = _AGREED.search(normal(text)) is not None
    is_short = len(text.split()) <= _SHORT
    said = _Said({}, set(), is_short=is_short, is_agreed=is_agreed, renamed=renamed(text, people))
    for clause in _parts(text):
        _hear(clause, people, said)
    if _TAKEN_BACK.search(normal(text)):
        return {at: comes for at, comes in said.comes.items() if comes}
    listed = _listed(text, people)
    if listed:
        return {at: at in listed for at in range(len(people))}
    return said.comes


def renamed(text: str, people: People) -> frozenset[int]:
    """Those whose name is put right by what it is not: « c’est Tessier, pas Teyssier »."""
    if not _DENIES.search(normal(text)):
        return frozenset()
    known = [scene.Known(one.first, one.last, one.function) for one in people]
    return frozenset(at - 1 for at in calling.read(text, known))


_DENIES = re.compile(r"\b(?:pas|non|not|instead|au lieu|plutot|place|remplac\w+|sauf)\b")
_SHORT = 12
"""In so few words « il » means who was named."""
_AGREED = re.compile(r"\b(?:sinon|le reste|otherwise|the rest)\b")
_TAKEN_BACK = re.compile(
    r"\b(?:ne change[rz]? rien|rien a (?:faire|changer)|en fait si|que si\b|non attend(?:s|ez)"
    r"|laisse[rz]? comme)"
)


def _parts(text: str) -> list[str]:
    return [clause for one in _CUT.split(text) if (clause := normal(one or ""))]


def _hear(clause: str, people: People, said: _Said) -> None:
    named = _named(clause, people)
    if not _OTHER_MATTER.search(clause) and not _hear_who_alone(clause, people, said):
        _judge(clause, people, said)
    said.last = _others(named, people) or said.last


def _hear_who_alone(clause: str, people: People, said: _Said) -> bool:
    """Whether it is said who alone comes: « je viendrai seule », « il ne reste que moi »."""
    writing = known_people.writing(people)
    alone = _ALONE.search(clause)
    if _ONLY_ME.search(clause) and writing is not None:
        who = {writing}
    elif alone and not _NOT_ALONE.search(clause):
        who = _named(alone["who"] or "je", people) or (said.last if alone["who"] else set())
    else:
        return False
    if len(who) == 1:
        said.comes = {at: at in who for at in range(len(people))}
    return True


_NOT_ALONE = re.compile(r"\b(?:pas|plus|jamais|not) (?:toute? )?(?:seule?|alone)\b")


def _judge(clause: str, people: People, said: _Said) -> None:
    how, away = _HOW.search(clause), _AWAY.search(clause)
    if _REPLACES_BY.search(clause):
        _note(said, {at for at, one in enumerate(people) if one.is_writing}, comes=True)
    instead, denied = _IN_PLACE_OF.search(clause), _NOT_THEY.match(_WHO_COMES.sub("", clause))
    if how is not None:
        _note(said, _subject(clause[: how.start()], people, said), comes=True)
    elif instead is not None and not _IMPOSSIBLE.search(clause):
        who = _named(instead["who"], people) - said.renamed
        _note(said, who if len(who) == 1 else set(), comes=False)
    elif denied is not None:
        _note(said, _denied(denied["who"], people, said, clause=clause), comes=False)
    elif away is not None:
        own = away.group() if _OWN_PLACE.match(away.group()) else ""
        _note(said, _subject(clause[: away.start()] + own, people, said), comes=False)
    elif _TAKEN_OUT.search(clause) or (_NEITHER.search(clause) and False in said.comes.values()):
        _note(said, _named(clause, people), comes=False)


_REPLACES_BY = re.compile(r"\b(?:je|j|on|nous) (?:l[ae]|l|les) remplac\w+ par\b")
"""« je le remplace par Emma Rolland »: who writes does not leave by that."""
_OWN_PLACE = re.compile(r"m(?:a|on) ")
_IMPOSSIBLE = re.compile(r"\b(?:im)?possible\b")


def _note(said: _Said, who: set[int], *, comes: bool) -> None:
    said.comes.update(dict.fromkeys(who, comes))


def _subject(head: str, people: People, said: _Said) -> set[int]:
    """Who is meant before a verb, after « je vous préviens que »: who is named, or « il »."""
    own = _IT_IS.sub("", head.rpartition(" que ")[2] or head)
    named = _named(own, people)
    is_meant = _PENDING.match(own) or (_THEY.match(own) and said.is_short)
    return named or (said.last if is_meant or not own.strip() else set())


_IT_IS = re.compile(r"^.*\bc est (?=.* qui\b)")
"""« la présidente, c’est ma sœur qui ne viendra pas »."""
_PENDING = re.compile(
    r"^(?:(?:donc|finalement|malheureusement|helas) )*(?:ne|n|se|s|est|sont|vient|viendra)\b"
)
"""« Mme Roux, retenue par une réunion, ne pourra venir »: no other subject stands there."""


def _denied(words: str, people: People, said: _Said, *, clause: str) -> set[int]:
    """« pas Luc, sinon oui », « ce n’est pas Luc qui vient »: nobody but they are meant."""
    who = _named(words, people)
    is_said = _WHO_COMES.search(clause) is not None or said.is_agreed
    is_only = {*words.split()} <= _words_of(who, people) | _AROUND
    return who - said.renamed if is_said and is_only else set()


_AROUND = vocabulary("m mme mr monsieur madame le la l notre mon ma moi et ni")


def _words_of(who: set[int], people: People) -> set[str]:
    words = {word for at in who for word in people[at].words}
    return words | {word for at in who for word in normal(people[at].function).split()}


def _others(named: set[int], people: People) -> set[int]:
    return {at for at in named if not people[at].is_writing}


def _named(clause: str, people: People) -> set[int]:
    """Everybody who is named in a clause by what is theirs alone, and who writes."""
    titled = _TITLED.search(clause)
    if titled is not None:
        return {at for at, one in enumerate(people) if titled["name"] in one.words}
    found = {at for at in range(len(people)) if _is_named(clause.split(), at, people)}
    office = known_people.by_office(clause, people) if not found else None
    found |= {office} if office is not None else set()
    if not found:
        found = _related(clause, people)
    writing = known_people.writing(people)
    if writing is not None and _I.search(clause):
        found |= {writing}
    return found


def _related(clause: str, people: People) -> set[int]:
    """« mon mari », where it may be the only one who comes along."""
    found, only = _RELATION.search(clause), known_people.only_other(people)
    if found is None or only is None:
        return set()
    gender = gender_of(normal(people[only].first))
    said = "f" if found["who"] in _WOMEN else "m" if found["who"] in _MEN else ""
    return {only} if not gender or not said or gender == said else set()


_WOMEN = vocabulary("femme epouse conjointe compagne fille mere soeur cousine wife daughter")
_MEN = vocabulary("mari epoux conjoint compagnon fils pere frere cousin husband son")


def _is_named(words: Sequence[str], at: int, people: People) -> bool:
    """Whether words of a name that are theirs alone stand there, not after another’s first name."""
    others = frozenset().union(*(one.words for n, one in enumerate(people) if n != at))
    own = people[at].words - others
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        is_anothers = before in FIRST_NAMES and before not in people[at].words
        if word in own and not is_anothers:
            return True
    return False


def _listed(text: str, people: People) -> set[int]:
    """« nous serons deux, Julie et moi », « on vient que Pascal et moi »: who alone comes."""
    for sentence in map(normal, re.split(r"[.:;!?\n]+", text.replace(",", " "))):
        who = _they_alone(sentence, people)
        if who:
            return who
    sentence = normal(re.sub(r"[,:;()]+", " ", text))
    for only in filter(None, map(_ONLY_THESE.search, _parts(text))):
        who = _named(only["who"], people)
        is_all_said = {*only["who"].split()} <= _words_of(who, people) | _AROUND
        if 0 < len(who) < len(people) and is_all_said:
            return who
    for found in _OF_SO_MANY.finditer(sentence):
        tail = sentence[found.end() :].split()
        named = _named(" ".join(tail[:6]), people)
        if len(named) == _SIZES[found["n"]] < len(people) and _leads(tail, named, people):
            return named
    return set()


def _they_alone(sentence: str, people: People) -> set[int]:
    """Who is said to be all that come; nobody where more is said of them than their names."""
    for found in _THEY_ALONE.finditer(sentence):
        said = found["first"] or found["then"] or found["last"]
        who = _named(said, people)
        if who and {*said.split()} <= _words_of(who, people) | _AROUND:
            return who
    return set()


def _leads(tail: Sequence[str], named: set[int], people: People) -> bool:
    """Whether the names are all that stands there first: « Julie et moi »."""
    known = _words_of(named, people) | _AROUND
    lead = next((at for at, word in enumerate(tail) if word not in known), len(tail))
    return _named(" ".join(tail[:lead]), people) == named
