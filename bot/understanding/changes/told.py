"""What the people whom a message names say of a change, whatever the sentence around them.

A sentence has a thousand shapes; who is named in it, and whether anybody leaves, is in all of
them: « M. Roy est empêché ; c’est Mme Vial, adjointe, qui le représentera ».
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.understanding import known_people
from bot.understanding.changes.kinds import Change, Kind
from bot.understanding.known_people import Known, People
from bot.understanding.names import Name, is_first_name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.spoken import Spoken

_INSTEAD = re.compile(
    r"\b(?:rempla\w+|suppl(?:e|ee|er|eera|eance|eant|eante)\b|represent\w+|substitu\w+|succed\w+"
    r"|(?:ma|sa|son|leur|notre|cette) place\b|[ae]n? (?:la )?(?:lieu et )?place (?:de|d|du)\b"
    r"|au lieu d\w*|plutot que|instead|in (?:my|his|her|their) place)"
)
_MINE = re.compile(
    r"\b(?:ma place|me (?:rempla|represent|suppl)\w*|(?:pas|plus) moi|moi (?:je )?(?:ne )?(?:viens"
    r"|viendrai|serai) (?:pas|plus)|remplace[rz]? moi|je (?:suis|serai) rempla\w+|in my place"
    r"|instead of me)\b"
)
_TOO = re.compile(
    r"\b(?:r?ajout\w*|aussi|egalement|en plus|de plus|avec (?:moi|nous)|(?:vien\w+|venir|serai"
    r"|sera|serons) avec|se joi\w+|rejoin\w+|accompagn\w*|(?:em|a|ra)men\w+|oubli\w*|manqu\w*"
    r"|(?:j ai|on a|nous avons) (?:enfin )?trouve|(?:2e?|3e?|4e?|deuxieme|seconde?|troisieme"
    r"|quatrieme) (?:personne|participante?|nom)|remet\w*|revien\w*|revenir|de nouveau|est connue?"
    r"|complet\w*|plusieurs|too|also|as well|add|joins? us|with us|missing|forgot\w*)\b"
)
_ASKS_FOR_IT = re.compile(
    r"\b(?:r?ajout\w*|inscri\w*|note[rz]?|met(?:s|tre|tez)|remet\w*|rempla\w*|oubli\w*|venir|etre"
    r" \d|add|put|replace)\b"
)
_SPELT = re.compile(
    r"\b(?:pas|s ecri\w+|ecri\w*|s appelle|appel\w+|corrig\w*|chang\w*|orthograph\w*|noms?"
    r"|prenoms?|avec|sans|tout court|desormais|maintenant|fautes?|erreurs?|lettres?|spel\w+|name"
    r"|[12] [a-z]|une? [a-z]|deux [a-z])\b"
)
_IS = re.compile(r"\b(?:c|c est|non|en fait|plutot|finalement|is|it s|actually)\b")
_LETTERS = re.compile(r"(?<![\w'’-])(?:[^\W\d_][ .-]){2,}[^\W\d_](?![\w'’-])")
_ADDRESS = re.compile(r"\b(?:arr?obase|at sign)\b")
_LEAST = 4
"""Letters of a word that may be a name written otherwise."""


def told(
    said: Spoken,
    known: People,
    found: Change | None,
    names: Sequence[Name],
    *,
    is_recap: bool = False,
) -> Change | None:
    """Read the change again by those whom the message names.

    `found`: what its words alone tell; `names`: the whole names in it, as a tagger finds them.
    `is_recap`: see `changes.read`.
    """
    if found is not None and isinstance(found.value, Name) and _is_a_word(found.value):
        found = None
    names = [name for name in names if not _is_a_word(name)]
    new = [name for name in names if alike(name, known) is None]
    if len(new) == 1:
        return _of_newcomer(said, known, found, new[0])
    if found is None or (found.kind in _NAMING and not _is_name(said, found.value)):
        is_meant = _SPELT.search(said.text) or (is_recap and _IS.search(said.text))
        return _respelt(said, known, names) if is_meant else None
    if found.kind is Kind.RENAME and found.value is None:
        return _respelt(said, known, names) or found
    return found


_WORDS = vocabulary(
    "elle il lui eux elles se y on nous vous je tu prenomme appelle egalement aussi donc"
)


def _is_a_word(name: Name) -> bool:
    """« elle c’est Chazot », « Omar y travaille »: no name has these."""
    return bool(Known(*name).words & _WORDS)


_NAMING = (Kind.ADD, Kind.REPLACE)


def alike(name: Name, known: People) -> int | None:
    """Who is called so, or nearly: « Chorrain » is Chorain, « Diarra » is Diarra-Roy."""
    words = Known(*name).words
    for at, one in enumerate(known):
        is_part = words <= one.words or one.words <= words
        far = OSA.distance(" ".join(sorted(words)), " ".join(sorted(one.words)))
        if is_part or far <= 2:
            return at
    return None


# ---- somebody who is new


def _of_newcomer(said: Spoken, known: People, found: Change | None, name: Name) -> Change | None:
    if "?" in said.written and not _ASKS_FOR_IT.search(said.text):
        return found
    kind = found.kind if found is not None else None
    if found is not None and kind is Kind.ADD:
        return replace(found, value=name)
    if found is not None and kind is Kind.REPLACE:
        who = _whose_place(said, known, name) if found.who is None else found.who
        return Change(Kind.REPLACE, who, name)
    if kind in (Kind.RENAME, Kind.EMAIL, Kind.PHONE, Kind.LEAVE_ALL):
        return found
    if kind is Kind.LEAVE or _INSTEAD.search(said.text):
        who = found.who if found is not None and kind is Kind.LEAVE else None
        return Change(Kind.REPLACE, _whose_place(said, known, name) if who is None else who, name)
    is_more = found is not None and isinstance(found.value, int) and found.value > len(known)
    return Change(Kind.ADD, None, name) if is_more or _TOO.search(said.text) else found


def _whose_place(said: Spoken, known: People, name: Name) -> int | None:
    if _MINE.search(said.text):
        return known_people.writing(known)
    others = " ".join(one for one in said.text.split() if one not in Known(*name).words)
    named = known_people.named(others, known)
    return known_people.only_other(known) if named is None else named


def _is_name(said: Spoken, value: object) -> bool:
    """Whether what the words around it make a name of is written as one: not « Inutile de »."""
    if not isinstance(value, Name):
        return True
    if said.written == said.written.lower():
        return is_first_name(value.first)
    words = Known(*value).words
    written = [one.strip(" ,;:.!?()«»\"'’") for one in said.written.split()]
    shown = [one for one in written if set(Spoken(one).text.split()) & words]
    return bool(shown) and all(one[:1].isupper() for one in shown)


# ---- somebody who is written otherwise


def _respelt(said: Spoken, known: People, names: Sequence[Name]) -> Change | None:
    """Read another spelling of a name that is known: « Thivol », of Thivolle."""
    if "?" in said.written or _ADDRESS.search(said.text):
        return None
    for name in names:
        who = alike(name, known)
        if who is not None and Known(*name).words != known[who].words:
            return Change(Kind.RENAME, who, name)
    found = {one for word, raw in _words(said) for one in _near(word, known, raw=raw)}
    return found.pop() if len(found) == 1 else None


def _words(said: Spoken) -> list[tuple[str, str]]:
    """The words, in normal form and as written; what is spelt letter by letter is one."""
    words = [(one.group(), said.raw(*one.span())) for one in re.finditer(r"\S+", said.text)]
    spelt = [re.sub(r"[ .-]", "", one.group()) for one in _LETTERS.finditer(said.written)]
    return [*words, *((plain(one), one.capitalize()) for one in spelt)]


def _near(word: str, known: People, *, raw: str) -> list[Change]:
    if len(word) < _LEAST or any(word in one.words for one in known):
        return []
    if raw != raw.lower() or word == raw:
        written = raw if raw[:1].isupper() and raw != raw.upper() else raw.capitalize()
    else:
        return []
    changes = []
    for at, one in enumerate(known):
        for part, is_last in ((one.first, False), (one.last, True)):
            known_as = plain(part)
            far = OSA.distance(word, known_as)
            if len(known_as) >= _LEAST and 0 < far <= min(2, len(known_as) // 3):
                name = Name(one.first, written) if is_last else Name(written, one.last)
                changes.append(Change(Kind.RENAME, at, name))
    return changes
