"""What change of what was answered somebody means: « mon collègue ne vient plus »."""

import re
from collections.abc import Callable, Sequence

from bot.understanding import absences, names, partly, sentences, wishes, writers
from bot.understanding.changes.counting import counted
from bot.understanding.changes.fields import owner, reached, wanted
from bot.understanding.changes.kinds import ACTS, Change, Kind
from bot.understanding.changes.leaving import left
from bot.understanding.changes.newcomers import added, replaced
from bot.understanding.changes.striking import struck, without
from bot.understanding.known_people import People
from bot.understanding.names import Name
from bot.understanding.normal import normal
from bot.understanding.results import Doubtful, Understood
from bot.understanding.spoken import Spoken

__all__ = [
    "ACTS",
    "Change",
    "Kind",
    "instead",
    "is_refused",
    "is_request",
    "may_be_told",
    "owner",
    "read",
    "struck",
    "without",
]

LONGEST = 60
"""So many words at most tell a change; more are not taken for one."""


def read(
    text: str,
    known: People,
    *,
    country: str = "FR",
    is_recap: bool = False,
) -> Change | None:
    """Read the change that is meant; None when none is.

    `country`: see `phones.read`.
    `is_recap`: all that was answered stands before their eyes: « le mail c’est … » corrects it.
    """
    if not is_recap and not may_be_told(text):
        return None  # most answers, at little cost
    if re.search(r"\bretard|\blate\b", text, re.IGNORECASE):
        return None  # who comes late comes
    if partly.says_half(text):
        return None  # and who comes for a part of the day
    return _said(text, known, country, is_recap=is_recap)


def may_be_told(text: str) -> bool:
    """Whether a text has a word of those without which nothing is told but an answer."""
    return _TELLING.search(normal(text)) is not None


def _said(text: str, known: People, country: str, *, is_recap: bool) -> Change | None:
    head = re.split(r"(?<=\w)\s*(?:[,(]|\b(?:depuis|suite à|since)\b)", text, maxsplit=1)[0]
    found = _read(text, known, country=country, is_recap=is_recap)
    is_role = found is None and len(head) < len(text) and "@" not in text
    return _read(head, known, country=country, is_recap=is_recap) if is_role else found


def _read(text: str, known: People, *, country: str, is_recap: bool) -> Change | None:
    text = writers.without_capacity(text)
    said = Spoken(text)
    if not said.text or len(said.text.split()) > LONGEST:
        return None
    if "?" in text and (not _REQUEST.search(said.text) or _LATER.search(said.text)):
        stated, asked = sentences.parted(_ASTONISHED.sub("", text))
        is_told = bool(stated) and (bool(asked) or "?" not in stated)
        return _read(stated, known, country=country, is_recap=is_recap) if is_told else None
    otherwise = reached(text, said, known, country=country, is_recap=is_recap)
    if otherwise is not None:
        return otherwise
    for find in _FINDERS:
        found = find(said, known)
        if found is not None and found.kind is Kind.SIZE:
            found = _whose_leaving_it_is(said, known) or found
        if found is not None:
            is_none = found.kind in _DEPARTURES and wishes.only_asks(text)
            return None if is_none or _is_said_to_come(found, text, known) else found
    return None


def _is_said_to_come(found: Change, text: str, known: People) -> bool:
    """« Luc ne vient pas en voiture »: words that take somebody out, of who comes."""
    if found.kind is not Kind.LEAVE or found.who is None:
        return False
    return absences.settled(text, known).get(found.who) is True


# Words without which nothing is told but an answer: verbs, pronouns, numbers, « non », « mail ».
_TELLING = re.compile(
    r"\b(?:(?:no|non|nan|not|pas|plus|que?|qui|fait|es|est|sont|suis|ai|as|a|va|ira|mon|ma|mes|my"
    r"|je|j"
    r"|nous|on|we|i|il|elle|ils|elles|lui|moi|c|ce|ca|un|une|deux|trois|quatre|cinq|six|one|two"
    r"|three"
    r"|four|num|nom|name|tel|mel|is|are|will|be|s|only|add|also|can|won|avec|aussi|moins|with"
    r"|mets)\b"
    r"|\d|plutot|finalement|enfin|chang|corr|modif|err|fau|tromp|rempl|plac|lieu|ser[aeo]"
    r"|aur[aeo]|vien"
    r"|ven[uie]|peu[tx]|pou[rv]|annul|e?mail|courriel|adress|num[eb]|portable|telep|phone|pren"
    r"|appel"
    r"|ecri[rstv]|orthogr|ajout|rajout|met[st]|seul|malad|empech|absen|desis|abandon|lach|retir"
    r"|enlev"
    r"|suppr|substitu|instead|actual|wrong|com[ei]|cancel|longer|remov|delet|bow|pull|drop|oubli"
    r"|manqu|trouv|rejoi|join|accompagn|r?amen|emmen|repres)"
)

_REFUSAL = re.compile(r"^\W*(?:non|nan|nope|no|pas du tout|mais non)\b[\s,.!:;]*", re.IGNORECASE)


def is_refused(text: str) -> bool:
    """Whether a text begins with a no."""
    return _REFUSAL.match(text) is not None


def instead(
    text: str, before: Change, known: People, *, named: Sequence[Name] = (), country: str = "FR"
) -> Change | None:
    """Read what is meant instead of a change that was refused: « non, Julie Faure ».

    `named`: the whole names in the text, as a tagger finds them.
    """
    rest = _REFUSAL.sub("", text)
    found = read(rest, known, country=country)
    if found is not None:
        return found
    if before.kind in (Kind.REPLACE, Kind.ADD) and len(named) == 1:
        return Change(before.kind, before.who, named[0])
    if before.kind in (Kind.RENAME, Kind.REPLACE, Kind.ADD):
        name = names.read(rest)
        if isinstance(name, Understood | Doubtful):
            return Change(before.kind, before.who, name.value)
    if before.kind in (Kind.PHONE, Kind.EMAIL):
        other = reached(rest, Spoken(rest), known, country=country, is_recap=True)
        if other is not None:
            return Change(other.kind, before.who, other.value)
        whose = owner(before.kind, _NOT_THEIRS.sub(" ", rest), known)
        return None if whose in (None, before.who) else Change(before.kind, whose, before.value)
    if before.kind is Kind.SIZE:
        numbers = re.findall(r"\b\d{1,2}\b", Spoken(rest).counted)
        return Change(Kind.SIZE, None, int(numbers[0])) if len(numbers) == 1 else None
    return None


_NOT_THEIRS = re.compile(
    r"\b(?:et |mais )?(?:non|pas|not) (?:le |la |celui |de |du )*(?:mien|mienne|moi"
    r"|mine)\b",
    re.IGNORECASE,
)
_ASTONISHED = re.compile(r"^\W*(?:quoi|hein|comment|pardon|ah bon|what|sorry)\s*\?+", re.IGNORECASE)

_REQUEST = re.compile(
    r"^(?:bonjour |bonsoir |svp |et |oui |non )*(?:(?:est ce que )?(?:vous |tu |on |je )?"
    r"(?:pouvez|pourriez|peux|pourrais|peut|pourrait|puis|pouvons|pourrions)"
    r"(?: vous| tu| on| je| nous)?|(?:est |serait |sera )?(?:il |ce |c est )?possible (?:d\w*|que)"
    r"|(?:y a t il |est ce qu il y a |y aurait il )?moyen (?:d|de|que)"
    r"|(?:je|j|nous) (?:souhait|voudr|aimer|desir)\w+(?: bien)?|merci (?:de|d)(?: bien vouloir)?)"
    r" (?:\w+ ){0,3}(?:remplac|chang|corrig|modif|retir|enlev|ajout|rajout|mettre|substitu)\w*"
)


def _whose_leaving_it_is(said: Spoken, known: People) -> Change | None:
    """« on ne sera que deux, Anne est malade »: who leaves says more than the number."""
    leaving = left(said, known)
    return leaving if leaving is not None and leaving.who is not None else None


_DEPARTURES = (Kind.LEAVE, Kind.LEAVE_ALL)


def is_request(text: str) -> bool:
    """Whether a question asks for a change: « pouvez-vous remplacer Paul ? »."""
    said = Spoken(text).text
    return bool(_REQUEST.search(said)) and not _LATER.search(said)


_LATER = re.compile(r"\b(?:apres|plus tard|ensuite|later|afterwards|encore|still)\b")
"""« on peut changer les noms après ? » asks about it."""


def _wanted_newcomer(said: Spoken, known: People) -> Change | None:
    """« je voudrais ajouter quelqu’un », « remplacer Paul »: who comes is not told."""
    found = replaced(said, known) or added(said, known)
    return found if found is not None and found.value is None else None


_FINDERS: tuple[Callable[[Spoken, People], Change | None], ...] = (
    _wanted_newcomer,
    counted,
    left,
    wanted,
)
"""In the order in which they are asked: what says more comes first."""
