"""Other forms of the names of people who are known: fuller, shorter, or spelt otherwise.

« Manu c’est Emmanuel », « son nom complet, Le Gall-Nguyen », « Avard sans h », « Rémi avec un i ».
"""

import re
from collections.abc import Collection, Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.understanding import known_words, names
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary, without_accents
from bot.understanding.results import Doubtful, Understood
from bot.understanding.spoken import Spoken
from bot.understanding.telling.mentions import alike
from bot.understanding.telling.scene import Known

_WORD = r"[a-z]+"
_N = rf"{_WORD}(?: {_WORD}){{0,3}}?"
_PART = r"(?P<part>prenom|nom|first name|last name|name)"
_FULL = (
    r"(?: (?:complets?|entiers?|officiels?|exacts?|corrects?|de famille|de jeune fille|d usage"
    r"|d etat civil|de naissance|full))*"
)
_TRUE = r"(?:(?:vrai|bon|veritable|petit|full|real|first|last) )?"
_IS = (
    r"(?:est (?:le |un )?(?:diminutif|surnom|petit nom|abreviation) (?:de|d)"
    r"|est l abreviation (?:de|d)|c est|est|ca s ecrit|s ecrit|s orthographie|s appelle|m appelle"
    r"|se prenomme|se nomme|devient|signe|prefere|tient a|veut dire|is short for|stands for|it s|is"
    r"|becomes)"
)
_NOW = (
    r"(?:en (?:fait|vrai|realite|entier)|maintenant|desormais|plutot|officiellement|bien|donc"
    r"|aussi|juste|simplement|qu (?:il|elle) (?:soit|est) (?:ecrite?|notee?|mise?)|actually|now)"
)
_NEW = rf"(?:{_NOW} )*(?P<new>{_N})"
_TAIL = rf"(?: (?:{_NOW}|svp|merci|stp|please|hein|voila|svp merci|sur (?:le|son) badge))*$"
_AFTER = r"(?: (?:c est |est )?(?:son|mon|le|his|her) (?P<tail>prenom|nom|first name|last name))?"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<old>{_N}) (?:il |elle |lui |he |she )?(?:veut qu on mette )?"
        rf"(?:(?:son|sa|a (?:un|pour)) {_TRUE}{_PART}{_FULL} ){_IS} {_NEW}{_TAIL}",
        rf"(?P<old>{_N}) (?:il |elle |lui |he |she )?{_IS} {_NEW}{_AFTER}{_TAIL}",
        rf"\b(?:mon|ma|notre|my) (?:\w+ )?{_WORD} (?:c est|est) {_NEW}{_TAIL}",
        rf"\b(?P<me>mon|my) {_TRUE}{_PART}{_FULL} {_IS} {_NEW}{_TAIL}",
        rf"\b(?P<their>son|his|her|le|the) {_TRUE}{_PART}{_FULL} {_IS} {_NEW}{_TAIL}",
        rf"\b(?P<me>je|j|i) {_IS} {_NEW}{_TAIL}",
        rf"\b(?P<their>il|elle|he|she) {_IS} {_NEW}{_TAIL}",
        rf"\b(?P<their>mett?\w*|note[rz]?|inscri\w+|put) (?!aussi|egalement){_NEW}{_TAIL}",
    )
)
_CUT = re.compile(
    r"[.;:!?\n()«»\"“”,]+"
    r"|\s+(?=(?:mais|par contre|car|parce|pour (?:le|la|que|lui|elle)|et|sinon|avec|sans|sur|but"
    r"|and|with|depuis|ça prend|pas)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*[,:]\s*(?=(?:c['’ ]?(?:est)?\s|s['’ ]?[ée]crit|s['’ ]?appelle|(?:il|elle)\s|son\s|sa\s"
    r"|mett?ez\s|it['’]?s\s))|,\s*pour\s+(?:lui|elle|moi)\s*,",
    re.IGNORECASE,
)
_EQUALS = re.compile(
    r"\s*=+>?\s*|(?<=complet)\s*[,:]\s*|(?<=entier)\s*[,:]\s*|(?<=officiel)\s*[,:]\s*"
    r"|(?<=nom)\s*:\s*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?<![\w'’-])[^\W\d_](?:(?:,\s|[ .-])[^\W\d_]){2,}(?![\w'’-])")
_DICTATED = re.compile(r"\barr?oba[sz]e?\b", re.IGNORECASE)
_NO_NAME = vocabulary(
    "son sa mon ma le la les l un une des du de d pas plus c est que qu il elle on je moi lui ca"
    " ce bon juste exact faux ok tout comme sur carte badge nom prenom qui y en et ou a the my his"
    " her not me"
)
_CUE = re.compile(
    r"\b(?:prenoms?|noms?|s ecrit|ecrit|orthograph\w*|avec (?:(?:un|une|deux|2|1)\b|[a-z]\b)"
    r"|sans (?:l |le |un )?[a-z]\b|accents?|tremas?|tirets?|lettres?|spelt|spelled"
    r"|(?:un seul|d un) [a-z]\b|name)\b"
)
"""Without one of these a word that is nearly a name is but another word."""
_SHORTEST, _LONG, _FAR = 4, 7, 2


def read(text: str, known: Sequence[Known]) -> dict[int, Name]:
    """The whole other names that are told, by the place (1 and up) of whom they mean."""
    if _DICTATED.search(text):
        return {}  # « teissier, non, t e y s s i e r arobase… »: an address is spelt
    if "@" in text:
        text = " ".join(word for word in text.split() if "@" not in word)
    found: dict[int, Name] = {}
    for one in (_hyphened, _told, _respelt, _letters_changed):
        for place, name in one(text, known):
            before = _put(known[place - 1], found.get(place))
            if name != (before.first, before.last) and not _is_kept(text, known[place - 1], name):
                found[place] = _both(known[place - 1], found.get(place), name)
    return found


def _put(one: Known, name: Name | None) -> Known:
    return one if name is None else Known(name.first, name.last, is_writing=one.is_writing)


def _both(one: Known, before: Name | None, now: Name) -> Name:
    """What is told of the first name and of the last one, where each is told by itself."""
    if before is None:
        return now
    first = now.first if now.first != one.first else before.first
    last = now.last if now.last != one.last else before.last
    return Name(first, last)


def _is_kept(text: str, one: Known, name: Name) -> bool:
    """« Mado, c’est Madeleine, mais laissez Mado »: nothing is to be changed of it."""
    half = plain(one.first) if name.first != one.first else ""
    kept = rf"\b(?:laiss\w+|gard\w+|conserv\w+|keep|leave) (?:donc |bien )?{half}\b"
    return bool(half) and re.search(kept, plain(text)) is not None


# ---- whom


def _pieces(text: str) -> Iterator[str]:
    """The parts of a message that each may tell one name."""
    text = _LETTERS.sub(lambda found: re.sub(r"\W", "", found.group()), text)
    text = _EQUALS.sub(" c'est ", _JOINED.sub(" ", text))
    yield from filter(None, map(str.strip, _CUT.split(text)))


def _named(words: str, known: Sequence[Known]) -> list[int]:
    """The places of those whose name is in words of the plain form."""
    said = {*words.split()}
    scores = [len(one.words & said) for one in known]
    best = max(scores, default=0)
    return [at for at, score in enumerate(scores, 1) if best and score == best]


def _other(known: Sequence[Known]) -> int:
    others = [at for at, one in enumerate(known, 1) if not one.is_writing]
    return others[0] if len(others) == 1 else 0


def _writing(known: Sequence[Known]) -> int:
    return next((at for at, one in enumerate(known, 1) if one.is_writing), 0)


def _whom(found: re.Match[str], known: Sequence[Known], last: int) -> int:
    parts = found.groupdict()
    if parts.get("me"):
        return _writing(known)
    if parts.get("their"):
        return last or _other(known)
    words = parts.get("old") or found["new"]
    named = _named(words, known)
    if len(named) > 1 and last in named:
        return last
    return named[0] if len(named) == 1 else 0


# ---- said in so many words


def _told(text: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    last = 0
    for piece in _pieces(text):
        said = Spoken(piece)
        yield from _first_told(said, known, last)
        named = _named(said.text, known)
        if len(named) == 1 and not known[named[0] - 1].is_writing:
            last = named[0]


def _first_told(said: Spoken, known: Sequence[Known], last: int) -> Iterator[tuple[int, Name]]:
    for found in (one for pattern in _TOLD for one in pattern.finditer(said.text)):
        place = _whom(found, known, last)
        name = _name(said, found, known[place - 1]) if place else None
        if name is not None:
            yield place, name
            return


def _name(said: Spoken, found: re.Match[str], one: Known) -> Name | None:
    """Their whole name, where what is told is another form of it."""
    new = [word for word in found["new"].split() if word not in TITLES]
    if not new or {*new} & _NO_NAME:
        return None
    written = _shown(said.raw(*found.span("new")))
    parts = found.groupdict()
    part = parts.get("tail") or parts.get("part") or ""
    if len(written.split()) > 1:
        return _whole(written, one)
    is_first = part in ("prenom", "first name")
    if is_first or part in ("nom", "last name"):
        return _half(written, one, is_first=is_first)
    first, last, word = plain(one.first), plain(one.last), " ".join(new)
    if word in (first, last):
        return None
    old = {*(parts.get("old") or "").split()}
    is_nickname = new[0] in FIRST_NAMES and bool(first) and {*first.split()} <= old
    if _is_form(word, of=first) or (is_nickname and len(new) == 1):
        return Name(written, one.last)
    if _is_form(word, of=last):
        return Name(one.first, written)
    return next(_nearest(written, [one], among=old), (0, None))[1]


def _half(written: str, one: Known, *, is_first: bool) -> Name | None:
    """« son prénom, c’est… »: where the other half of their name is known."""
    is_titled = plain(one.first) in TITLES
    if is_first:
        return Name(written, one.last) if plain(written) != plain(one.first) else None
    return None if is_titled or plain(written) == plain(one.last) else Name(one.first, written)


def _whole(written: str, one: Known) -> Name | None:
    """A whole name of which one half is known."""
    reading = names.read(written)
    if not isinstance(reading, Understood | Doubtful):
        return None
    first, last = plain(reading.value.first), plain(reading.value.last)
    is_same_last = bool(last) and (last == plain(one.last) or _is_form(last, of=plain(one.last)))
    is_same_first = first == plain(one.first) or _is_form(first, of=plain(one.first))
    is_other = {*plain(" ".join(reading.value)).split()} != one.words
    return reading.value if (is_same_last or is_same_first) and is_other else None


def _is_form(word: str, *, of: str) -> bool:
    """Whether a word is a longer or a shorter form of a name, or nearly the same."""
    if not of or word == of:
        return False
    short, long = sorted((word.replace(" ", ""), of.replace(" ", "")), key=len)
    if len(short) > 1 and long.startswith(short):
        return True
    is_begun = len(short) >= _SHORTEST and long[:_SHORTEST] == short[:_SHORTEST]
    return is_begun or alike({*word.split()}, frozenset(of.split())) > 0


def _shown(written: str) -> str:
    """A name as it is shown: « SZYMANSKI » and « rayan » are quiet, and begin with a capital."""
    written = re.sub(
        r"^(?:(?:M\.|Mme|Mlle|Monsieur|Madame)\s+|d['’])", "", written, flags=re.IGNORECASE
    )
    is_plain = written in (written.lower(), written.upper())
    return written.title() if is_plain else written


# ---- a longer name of two parts, and other spellings


def _hyphened(text: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    """« Le Gall-Nguyen », of Maï Le Gall; a first name before it that is another's is no one's."""
    for at, one in enumerate(known, 1):
        longer = one.first and re.search(
            r"(?<!qui )(?:c['’ ]?est|mett?ez|s['’]appelle|pr[ée]nom)\s"
            rf"(?P<new>{re.escape(one.first)}-[^\W\d_]{{2,}})(?![\w-])",
            text,
            re.IGNORECASE,
        )
        if longer:
            yield at, Name(_shown(longer["new"]), one.last)
        last = re.escape(one.last)
        found = one.last and re.search(
            rf"(?P<before>\S*)\s*(?<![\w-])(?P<new>{last}-[^\W\d_]{{2,}}|[^\W\d_]{{3,}}-{last})"
            r"(?![\w-])",
            text,
            re.IGNORECASE,
        )
        if not found or _is_anothers(found["before"], one):
            continue
        same = [n for n, other in enumerate(known, 1) if plain(other.last) == plain(one.last)]
        if len(same) == 1 or _meant_among(text, found.end(), known, same) == at:
            yield at, Name(one.first, _shown(found["new"]))


def _is_anothers(before: str, one: Known) -> bool:
    word = plain(before)
    is_first = word in FIRST_NAMES or (before[:1].isupper() and word not in TITLES)
    return is_first and word not in one.words and not before.endswith((",", ".", ":"))


def _meant_among(text: str, at: int, known: Sequence[Known], same: Sequence[int]) -> int:
    """Of several of one last name, who is named last before it, or says « pour moi »."""
    own, before = _writing(known), text[:at]
    around = text[max(0, at - _AROUND) : at + _AROUND]
    if own in same and re.search(r"\b(?:pour moi|mon (?:nom|badge)|je)\b", around):
        return own
    firsts = {n: before.casefold().rfind(known[n - 1].first.casefold()) for n in same}
    best = max(firsts, key=lambda n: firsts[n])
    others = [n for n in same if n != own]
    return best if firsts[best] >= 0 else others[0] if len(others) == 1 else 0


_AROUND = 30
"""So many letters before and after a name may say whose it is."""


def _respelt(text: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    """A word beside « s’écrit », « avec un y », « prénom » that is nearly somebody's name."""
    every = frozenset().union(*(one.words for one in known))
    joined = _LETTERS.sub(lambda found: re.sub(r"\W", "", found.group()), text)
    for sentence in re.split(r"[.;!?\n]+", joined):
        cue = _CUE.search(Spoken(sentence).text)
        if not cue:
            continue
        for word in re.findall(r"[^\W\d_][\w’'-]*[^\W\d_]", sentence):
            said = plain(word)
            if said in every and _ACCENT.search(plain(sentence)):
                yield from _accented(word, known)
            if said in every or " " in said or not _may_be_name(word, text=text):
                continue
            yield from _nearest(word, known, every if _MISSPELT.search(plain(sentence)) else None)


_MISSPELT = re.compile(
    r"\b(?:tromp\w*|erreur|faute|coquille|mistake)(?: \w+){0,4} (?:pre)?n(?:om|ame)\b"
    r"|\b(?:orthograph\w*|mal ecrite?|mal orthographie\w*|misspel\w*)\b"
)
_ACCENT = re.compile(r"\b(?:accents?|tremas?|cedilles?)\b")


def _accented(word: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    """« Soarès avec accent »: the same word with other accents."""
    for at, one in enumerate(known, 1):
        for is_first, half in ((True, one.first), (False, one.last)):
            is_other = plain(half) == plain(word) and half.casefold() != word.casefold()
            if is_other and word != without_accents(word):
                yield (
                    at,
                    Name(_shown(word), one.last) if is_first else Name(one.first, _shown(word)),
                )


def _may_be_name(word: str, *, text: str) -> bool:
    """Whether a word is written as a name is, and is no common one."""
    said = plain(word)
    is_written = word[:1].isupper() or text == text.lower()
    is_common = known_words.kinds(said)[0] not in ("z0", "z1") and word == word.lower()
    return is_written and (not is_common or said in FIRST_NAMES)


def _nearest(
    word: str, known: Sequence[Known], among: Collection[str] | None = None
) -> Iterator[tuple[int, Name]]:
    """Whose name a word nearly is; `among`: said to be it, it may be further from one of these."""
    said = plain(word)
    near = [
        (at, is_first)
        for at, one in enumerate(known, 1)
        for is_first, half in ((True, plain(one.first)), (False, plain(one.last)))
        if half
        and " " not in half
        and (among is None or half in among)
        and _is_misspelt(said, of=half, most=1 if among is None else _FAR)
    ]
    if len(near) == 1:
        at, is_first = near[0]
        one = known[at - 1]
        yield at, Name(_shown(word), one.last) if is_first else Name(one.first, _shown(word))


def _is_misspelt(said: str, *, of: str, most: int) -> bool:
    shortest = min(len(said), len(of))
    far = max(most, 1 + (shortest >= _LONG))
    is_first = said in FIRST_NAMES and of in FIRST_NAMES and most < _FAR
    return shortest >= _SHORTEST and not is_first and OSA.distance(said, of) <= far


_LETTER = r"[a-z]"
_CHANGED = re.compile(
    rf"(?P<word>{_WORD}) (?:ca |il |elle )?(?:s ecrit |prend |c est |est )?(?:avec |spelt with )"
    rf"(?:un |une |an |a )?(?P<new>{_LETTER}) (?:et )?(?:(?:pas|non|not)(?: avec| with)?"
    rf"|a la place|au lieu|instead)(?: (?:de l|de|du|d|of))?(?: (?:un|une|an|a|premier))*"
    rf" (?P<old>{_LETTER})\b"
)


def _letters_changed(text: str, known: Sequence[Known]) -> Iterator[tuple[int, Name]]:
    """« Rémy avec un i, pas un y »: one letter for another, where it is there but once."""
    for found in _CHANGED.finditer(Spoken(text).text):
        for at, one in enumerate(known, 1):
            is_own = one.is_writing and found["word"] in ("prenom", "nom")
            for is_first, half in ((True, one.first), (False, one.last)):
                is_meant = plain(half) == found["word"] or (
                    is_own and is_first == (found["word"] == "prenom")
                )
                letters = plain(half)
                if not is_meant or letters.count(found["old"]) != 1 or len(letters) != len(half):
                    continue
                where = letters.index(found["old"])
                new = found["new"].upper() if half[where].isupper() else found["new"]
                changed = f"{half[:where]}{new}{half[where + 1 :]}"
                yield at, Name(changed, one.last) if is_first else Name(one.first, changed)
