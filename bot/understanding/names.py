"""A person's first and last names."""

import re
from typing import NamedTuple

from bot.understanding import confirmations, roles, spelling
from bot.understanding.firstnames import ALSO_LAST_NAMES, FIRST_NAMES
from bot.understanding.functions import FUNCTIONS, LITTLE, is_function
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.speech import is_speech
from bot.understanding.tidying import NAME_AT_MOST, tidy


class Name(NamedTuple):
    """A first name and a last name, written as they are shown."""

    first: str
    last: str

    @property
    def is_short_enough(self) -> bool:
        """Whether it fits where names are shown."""
        return len(f"{self.first} {self.last}") <= NAME_AT_MOST


_AT_MOST_WORDS = 6
_INTRODUCTION = re.compile(
    r"^(?:(?:alors|bonjour|oui|yes|ok|okay|bon|puis|ensuite|et|moi|donc|la première(?: "
    r"personne)?|l['’]autre|lui|elle|nous)[ ,:]+)*"
    r"(?:c['’ ]?est moi[ ,:]+|(?:it|that)['’ ]?s me[ ,:]+"
    r"|c['’ ]?est(?: pour)?\s|pour\s|je m['’ ]?appelle|s['’ "
    r"]?appelle|se nomme|(?:my |his |her )?name['’ ]?s\s|je suis\s|je me nomme"
    r"|(?:(?:mon|ma|notre|le|la|l['’])\s*[\w-]+(?: [\w-]+)?|il|elle) s[e'’ ]{1,2}(?:appelle|nomme)"
    r"|(?:mon|ma|notre)\s[\w-]+(?: [\w-]+)?,? (?:c['’ ]?est|est)\s|(?:he|she)['’]s\s"
    r"|il s['’ ]?agit d[e'’]\s?"
    r"|(?:mon|son|le)?\s*(?:nom|nom complet)\s*(?:c['’]est|est|:)|my name is|i am|i['’]m|it['’]?s"
    r"|(?:his|her) name is|this is|avec\s|moi[ ,:]+)?\s*",
    re.IGNORECASE,
)
_CIVILITY = re.compile(
    r"(?<![\w.'’-])(?:monsieur|madame|mademoiselle|docteure?|ma[iî]tre|professeure?|mrs|mme|mlle|mr|ms"
    r"|dr|pr|m\.|m(?=\s))\.?(?![\w'’-])\s*",
    re.IGNORECASE,
)
_CONTACTS = re.compile(
    r"\S+@\S+|[+(]?\d[\d .()/-]*|\b(?:tel|tél|téléphone|mail|email)\b\.?:?", re.I
)
_HESITATES = re.compile(r"(?<=\w)[\s,…]+(?:e+u+h+|h+e+u+|hum+|hein)\b[,.…]*", re.IGNORECASE)
_SHOUTED = re.compile(r"[^\W\d_]{2}")
_INTRODUCER = re.compile(
    r"^.{1,50}?\b(?:c['’ ]?est|ce sera|est|sera|s['’ ]?appelle|se nomme|is|will be)\s+(?=\w)",
    re.IGNORECASE,
)
_FIRST_LABEL = re.compile(r"[\s,]+pr[ée]nom\s*:?\s+(?=\w+$)", re.IGNORECASE)
_INITIAL = re.compile(r"\b[A-Z]\.")
_MAIDEN = re.compile(r"[\s,(]+n[ée]e\s+[\w'’-]+\)?", re.IGNORECASE)
# « Vernay (Louise) », « Catherine Faure (DGS) ».
_BRACKET = re.compile(r"\s*[(\[]\s*([^()\[\]]*)[)\]]?")
_LABELLED = re.compile(
    r"(?:pr[ée]nom|first name)\s*(?:,|:|c['’ ]?est|est"
    r"|is)*\s*(?P<first>[^\s,:;]+)\s*[,;]?\s*(?:et )?"
    r"(?:mon |son |le |my |his |her |and )*(?:nom(?: de famille)?|last name)\s*(?:,|:"
    r"|c['’ ]?est|est"
    r"|is)*\s*(?P<last>.+)",
    re.IGNORECASE,
)
_LABELLED_AFTER = re.compile(
    r"(?P<last>[^,:;]+?),? c['’ ]?est le nom(?: de famille)?\s*[,;]?\s*(?:et )?"
    r"(?P<first>[^\s,:;]+),? (?:c['’ ]?est )?le pr[ée]nom",
    re.IGNORECASE,
)
_LABELLED_LAST = re.compile(
    r"(?:nom(?: de famille)?|last name)\s*(?:,|:|c['’ ]?est|est"
    r"|is)*\s*(?P<last>[^,:;]+?)\s*[,;]?\s*"
    r"(?:et |mon |le |my |and )*(?:pr[ée]nom|first name)\s*(?:,|:|c['’ ]?est|est"
    r"|is)*\s*(?P<first>.+)",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"^(?P<before>.+?)[\s,]+(?:enfin|pardon|plut[ôo]t|non|sorry|rather)[\s,:]+(?P<after>.+)$", re.I
)
_FIRST_AFTER = re.compile(
    r"^(?P<last>[^,;]{2,40}?)\s*,\s*(?P<first>[^\W\d_][\w'’-]+) "
    r"(?:de son pr[ée]nom|for a first name)\b",
    re.IGNORECASE,
)
"""« Sabathé, Laurent de son prénom »."""
_FOR = re.compile(r"\s+(?:pour|for) .+$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:[.'’ʼ-]+[^\W\d_]+)*[.'’]?")
_BEFORE_TITLE = LITTLE | vocabulary("et premier premiere 1er 1ere 2e 3e deuxieme troisieme")
_LINKS = vocabulary("de du des d a au aux en charge of at")
PARTICLES = vocabulary("de du des d la le les l van von der den di da del dos el ben bin")
_ALSO_NAMES = frozenset(["on", "ai", "donne", "pas"])
_MYSELF = vocabulary("moi meme c est me it s myself toujours oui bien encore")
_NOT_A_NAME = vocabulary(
    """
    moi lui elle toi eux nous je on il idem pareil meme toujours personne rien aucun aucune
    quelqu collegue collegues autre autres binome trinome sais pas ne connais encore plus tard
    seul seule me him her same nobody yet know who qui quoi quel quelle est ce combien comment
    ou quand pourquoi vous tu avez peut peux avoir etes sont suis ai ca cela merci svp bonjour
    deux trois et and ou or mien mienne notre votre part certain
    """
)

_NEVER_SMALL = vocabulary(
    """
    y en va vas vient viennent sera seront fait faut doit veut veux aussi avec sans pour chez dans
    garder venir aller faire etre avoir rester partir arriver manger prendre mettre dire voir
    inscrire ajouter rajouter enlever retirer remplacer changer corriger noter confirmer annuler
    participer assister travailler prevenir appeler inviter amener emmener rentrer finir commencer
    tenir donner savoir pouvoir vouloir devoir payer parler passer attendre oublier laisser
    """
)
"""Words that are no part of a name where they are written small: « garder mireille »."""


def read(text: str) -> Reading[Name]:
    """Read a name; see `_read` for what doubts and reasons there are.

    What is no name as a whole may end in one: « la deuxième personne est Aude Rey ».
    """
    reading = _read(text)
    if reading not in (Unclear("sentence"), Unclear("no_name")) or "?" in text:
        return reading
    introduced = _INTRODUCER.match(text)
    if introduced is None:
        return reading
    named = text[introduced.end() :]
    after = _read(named)
    is_sure = isinstance(after, Understood) and (
        _is_first(after.value.first) or all(word[0].isupper() for word in named.split())
    )
    return after if is_sure else reading


_AROUND = re.compile(
    r"^(?:oui|ok|ben|alors|voil[àa])\b[\s,]*|[\s,]+(?:oui|ok|voil[àa]|merci|svp|c['’]est [çc]a)$",
    re.IGNORECASE,
)


def completed(text: str, *, first: str | None, last: str | None) -> Reading[Name] | None:
    """Read the part of a name that is missing; None: a text is no such part.

    « Barou » where the first name is known, « c’est Lucien » where the last one is.
    """
    said = tidy(_INTRODUCTION.sub("", _CIVILITY.sub("", tidy(text))))
    said = spelling.put_together(spelling.without_aids(_AROUND.sub("", said))).strip(" ,")
    words = said.split()
    known = first or last or ""
    if not 1 <= len(words) <= 3 or "?" in text or {*plain(known).split()} & {*plain(said).split()}:
        return None
    if (
        roles.names_body(said)
        or {*plain(said).split()} & _NOT_A_NAME
        or is_speech(said)
        or is_function(said.split())
    ):
        return None
    if not all(_NAME.fullmatch(word) for word in words):
        return None
    if len(words) > 1 and not {plain(one) for one in words} & PARTICLES and _is_first(words[0]):
        return None  # a whole name
    part = cased(said)
    return Understood(Name(first, part) if first else Name(part, last or ""))


def cased(said: str) -> str:
    """Give a name its capitals, where it is typed without them or with nothing else."""
    if said not in (said.lower(), said.upper()):
        return said
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), said)


def _read(text: str) -> Reading[Name]:
    """Read first and last names, without civility, contacts and spelling aids.

    Doubtful: « order » (the last name seems to come first), « corrected ». Unclear:
    « first_name_missing », « last_name_missing », « function » (a title in place of a name),
    « myself » (« c’est moi »), « sentence », « too_long », « no_name ».
    """
    if "?" in text:
        return Unclear("sentence")
    if set(plain(text).split()) <= _MYSELF and plain(text):
        return Unclear("myself")
    if _is_just_a_name(text.split()):
        return _checked_words(text.split()[:1], text.split()[1:], None)
    line = _CONTACTS.sub(" ", _HESITATES.sub(" ", tidy(spelling.without_aids(text))))
    line = _BRACKET.sub(r", \1", _MAIDEN.sub("", spelling.put_together(line)))
    labelled = _LABELLED_AFTER.search(line) or _LABELLED.search(line)
    labelled = labelled or _LABELLED_LAST.search(line)
    if labelled:
        return _checked([labelled["first"]], labelled["last"].split(), None)
    first_after = _FIRST_AFTER.match(_CIVILITY.sub("", line))
    if first_after:
        last = [one for one in first_after["last"].split() if one not in _ADVERBS]
        return _checked([first_after["first"]], last, None)
    line = _FIRST_LABEL.sub(", ", line)
    line = _INTRODUCTION.sub("", " ".join(line.split())).strip(" ,:;")
    line = _without_title(line)
    if is_title(line):
        return Unclear("function")
    if is_speech(_INITIAL.sub("", line), _ALSO_NAMES):
        return _too_few_or_many(plain(line).split())
    line = _CIVILITY.sub("", line).strip(" ,:;")
    corrected = _CORRECTED.match(line)
    if corrected:
        return _corrected(corrected["before"], _FOR.sub("", corrected["after"]))
    return _read_parts([part.split() for part in re.split(r"\s*[,;]\s*|\s+[-–—]\s+", line) if part])


def _is_just_a_name(words: list[str]) -> bool:
    """Say whether a well-known first name is followed by one word written as a name.

    « Éric Personne », « Chloé Bonjour »: their last names are also words.
    """
    if len(words) != 2 or not all(_NAME.fullmatch(word) for word in words):
        return False
    return _is_first(words[0]) and all(word[0].isupper() for word in words)


def _without_title(line: str) -> str:
    """Leave out a title that a name follows: « Monsieur le Maire, Jean-Pierre Granger »."""
    title, comma, rest = line.partition(",")
    return rest.strip() if comma and rest.strip() and is_title(title) else line


def is_title(text: str) -> bool:
    """Say whether the text is a function in place of a name: « le maire », « maire de Véranne »."""
    words = plain(text).split()
    if is_function(words):
        return True
    kept = words[next((at for at, word in enumerate(words) if word not in _BEFORE_TITLE), 0) :]
    found = next(FUNCTIONS.find(kept), None)
    if found is None or found.start or any(word in FIRST_NAMES for word in kept):
        return False
    return found.end == len(kept) or kept[found.end] in _LINKS


def _corrected(before: str, after: str) -> Reading[Name]:
    """Read a name said again: whole, or the first name alone."""
    again = after.strip(" ,").split()
    if len(again) > 1:
        return _doubting(_read_parts([again]), "corrected")
    whole = before.strip(" ,").split()
    return _checked(again, whole[1:], "corrected")


def _read_parts(parts: list[list[str]]) -> Reading[Name]:
    """Read the parts a comma separates: « Perrin, Michel Perrin », « Dupont, Sylvie »."""
    if not parts:
        return Unclear("no_name")
    if len(parts) == 1:
        return _ordered(parts[0])
    one, two = parts[0], parts[1]
    if len(two) > 1 and {word.casefold() for word in one} <= {word.casefold() for word in two}:
        return _ordered(two)
    if len(one) == 1 and len(two) == 1:
        if _is_first(one[0]) and not _is_first(two[0]):
            return _checked(one, two, None)
        return _checked(two, one, None)
    return _ordered(one)


def _ordered(words: list[str]) -> Reading[Name]:
    """Read words in their order, or in the other one when they show it."""
    words = _without_function(_without_office(words))
    while len(words) > 1 and words[-1] in _ADVERBS:  # « Sabathé donc »
        words = words[:-1]
    if len(words) < 2 or len(words) > _AT_MOST_WORDS:
        return _too_few_or_many(words)
    shouted = [bool(_SHOUTED.search(word)) and word.isupper() for word in words]
    if shouted[0] and not shouted[-1]:  # DUPONT Sylvie
        split = shouted.index(False)
        return _checked(words[split:], words[:split], None)
    particle = plain(words[0]) in PARTICLES
    if plain(words[0]) in {"de", "du", "d"}:  # De la Tour Béatrice
        return _checked(words[-1:], words[:-1], "order")
    is_last_first = _is_first(words[-1]) and (particle or not _could_be_first(words[0]))
    if is_last_first and len(words) > 2 and particle:  # Le Goff Maëlle
        return _checked(words[-1:], words[:-1], "order")
    if is_last_first and len(words) == 2:
        return _checked(words[1:], words[:1], "order")
    one, two = plain(words[0]), plain(words[-1])
    both = one in FIRST_NAMES & ALSO_LAST_NAMES and two in FIRST_NAMES - ALSO_LAST_NAMES
    if both and len(words) == 2:  # Arnaud Sylvie
        return _checked(words[1:], words[:1], "order")
    split = 2 if len(words) > 2 and _is_first(words[0]) and _is_first(words[1]) else 1
    return _checked(words[:split], words[split:], None)


_ADVERBS = frozenset(
    [
        *("donc", "alors", "également", "egalement", "aussi", "enfin", "voilà", "voila"),
        *("quoi", "hein", "pareil", "évidemment"),
    ]
)
"""What follows a name and is none of it."""


def _is_apart(words: list[str], at: int) -> bool:
    """Whether a word is written in another way than the name before it."""
    word, before = words[at], words[at - 1]
    return word.islower() or (word.isupper() and not before.isupper())


def _without_office(words: list[str]) -> list[str]:
    """Leave out the function that a first name follows: « notre DGS Sandrine Peyrard »."""
    for at in range(1, len(words) - 1):
        if _is_first(words[at]) and is_function(plain(" ".join(words[:at])).split()):
            return words[at:]
    return words


def _without_function(words: list[str]) -> list[str]:
    """Leave out the function that follows a name: « Pierre Garcin maire de Lupé »."""
    for at in range(2, len(words)):
        found = next(FUNCTIONS.find(plain(" ".join(words[at:])).split()), None)
        if found is not None and found.start == 0 and _is_apart(words, at):
            return words[:at]
    return words


def _too_few_or_many(words: list[str]) -> Unclear:
    """Say what one word, or too many, miss."""
    if len(words) != 1:
        return Unclear("sentence" if words else "no_name")
    word = plain(words[0])
    if not word or not _NAME.fullmatch(words[0]) or set(word.split()) <= _NOT_A_NAME:
        return Unclear("no_name")
    if confirmations.read(words[0]) is not None:
        return Unclear("no_name")
    sure = word in FIRST_NAMES and word not in ALSO_LAST_NAMES
    return Unclear("last_name_missing" if sure else "first_name_missing")


def _checked(first: list[str], last: list[str], doubt: str | None) -> Reading[Name]:
    """Check that the words can be names and write them as names are."""
    said = [*first, *last]
    if not first or not last:
        return _too_few_or_many(said)
    if len(said) > _AT_MOST_WORDS or not all(_NAME.fullmatch(word) for word in said):
        return Unclear("sentence")
    return _checked_words(first, last, doubt)


def _checked_words(first: list[str], last: list[str], doubt: str | None) -> Reading[Name]:
    """The same of words that look like names: whether they say something else."""
    said = [*first, *last]
    spoken = set(plain(" ".join(said)).split())
    is_sure = _is_just_a_name(said)
    if not is_sure and (spoken & _NOT_A_NAME or confirmations.read(" ".join(said)) is not None):
        return Unclear("sentence")
    if any(word.islower() and plain(word) in _NEVER_SMALL for word in said):
        return Unclear("sentence")
    if spoken <= PARTICLES or is_function(plain(" ".join(said)).split()):
        return Unclear("no_name")
    name = Name(_written(first), _written(last))
    if not name.is_short_enough:
        return Unclear("too_long")
    return Understood(name) if doubt is None else Doubtful(name, doubt)


def _doubting(reading: Reading[Name], why: str) -> Reading[Name]:
    """Give the same value with a doubt."""
    return Doubtful(reading.value, why) if isinstance(reading, Understood) else reading


def _is_first(word: str) -> bool:
    """Say whether a word, or each part of « Marie-Claude », is a known first name."""
    parts = plain(word).split()
    return bool(parts) and all(part in FIRST_NAMES for part in parts)


def _could_be_first(word: str) -> bool:
    """Say whether a word may well be a first name: known, or not French at all."""
    return _is_first(word) or len(word) <= 2


def _written(words: list[str]) -> str:
    """Give names typed without capitals, or with nothing else, their capitals."""
    as_typed = " ".join(words)
    if as_typed not in {as_typed.lower(), as_typed.upper()}:
        particle = plain(words[0]) in {"de", "du", "des", "d"}
        return as_typed[0].lower() + as_typed[1:] if particle and len(words) > 1 else as_typed
    pieces = re.split(r"([\s'’-]+)", as_typed.lower())
    noble = False
    for at, piece in enumerate(pieces[::2]):
        small = piece in {"de", "du", "des", "d"} or (noble and piece in {"la", "le", "les", "l"})
        noble = small
        pieces[2 * at] = piece if small else piece[:1].upper() + piece[1:]
    return "".join(pieces)
