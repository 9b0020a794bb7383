"""The answer to one question, in whatever words it is wrapped.

The readers of each kind know what a bare answer says; the tagger knows where it stands among other
words. A bare answer is read as it is; where both find something, the tagger is believed as far as
it is sure.
"""

import re
from typing import TypeVar

from bot.understanding import (
    facts,
    mistyped,
    names,
    roles,
    sizes,
    tagger,
    territories,
    which_territory,
)
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.roles import Role
from bot.understanding.tagger import Span
from bot.understanding.telling.scene import Known, Scene
from bot.understanding.tidying import ANSWER_AT_MOST, NAME_AT_MOST

T = TypeVar("T")

SURE = 0.8
"""From this on, what the tagger found is believed against what a reader made of the whole text."""
HEDGED = 0.5
"""From this on, a territory is believed that stands among « je crois », « si vous préférez »…"""
NOTHING = 0.6
"""From this on, nothing in a text is taken for an answer."""
LONGEST = 60
"""Words of a text at most in which an answer is looked for."""
SAME = "idem"
"""The organisation is that of somebody else."""


_MANY = 30
"""No party is larger."""


def name(text: str) -> Reading[Name]:
    """Read somebody's first and last names; see `names.read`."""
    reading = names.read(text)
    found = _found(text, ("name", "self"), question="name")
    if found is None:
        return _unless_nothing(reading, text, question="name")
    told = names.read(text[found.start : found.end])
    if isinstance(told, Unclear) or _is_doubted(told, reading, found):
        return reading
    if not isinstance(reading, Unclear) and _is_all_name(reading.value, told.value):
        return reading
    if isinstance(told, Understood | Doubtful) and len(" ".join(told.value)) > NAME_AT_MOST:
        return Unclear("too_long")
    return told


def _is_all_name(whole: Name, found: Name) -> bool:
    """Whether what a reader found besides is a name as well: « Gaëlle », of « Le Bihan »."""
    more = {*plain(" ".join(whole)).split()} - {*plain(" ".join(found)).split()}
    return bool(more) and more <= FIRST_NAMES


def _about_one(text: str, *, question: str) -> Scene:
    """A message as the answer to a question about somebody."""
    return Scene(text, question, asked=1, known=(Known(),))


def role(text: str) -> Reading[Role]:
    """Read a function, and the organisation where it is told; see `roles.read`."""
    text = mistyped.put_right(roles.said_last(text))
    reading = roles.read(text)
    if "?" in text and isinstance(reading, Understood):
        reading = Unclear("sentence")
    if len(text.split()) > LONGEST:
        return reading
    told = facts.read(_about_one(text, question="function"), _MANY)
    person = next((one for one in told.people if one.function), None)
    if person is None or person.function is None:
        if any(one.name is not None for one in told.people):
            return Unclear("no_function")
        if isinstance(reading, Understood) and _is_work(reading.value.function):
            return reading
        return _unless_nothing(reading, text, question="function")
    organisation = SAME if person.is_same else person.organisation
    is_alone = sum(one.function is not None for one in told.people) == 1
    function = person.function
    if is_alone and organisation is None and _is_cut(text, reading, function):
        return reading
    if is_alone:
        function = roles.both_parts(text, function=function, organisation=person.organisation)
    if len(function) > ANSWER_AT_MOST:
        return Unclear("too_long")
    return Understood(Role(function, organisation))


def _is_cut(text: str, reading: Reading[Role], function: str) -> bool:
    """« chargé de la démocratie participative »: the tagger found but how a bare answer begins."""
    if not isinstance(reading, Understood) or len(text.split()) > _BARE:
        return False
    whole = plain(reading.value.function)
    return whole == plain(text) and whole.startswith(f"{plain(function)} ")


_BARE = 7
"""Words of a function at most that is an answer as it stands."""


def _is_work(function: str) -> bool:
    """Whether a text has a word for a function, few others beside it."""
    words = plain(function).split()
    return len(words) < 6 and any(True for _ in FUNCTIONS.find(words))


def organisation(text: str) -> str | None:
    """Give the name of an organisation, or `SAME`; None where a text tells none."""
    if len(text.split()) > LONGEST // 2:
        return None
    spans = _labelled(text, ("organisation", "of", "same"), question="organisation")
    if not spans:
        return None
    if all(span.label == "same" for span in spans):
        return SAME
    told = facts.read(_about_one(text, question="organisation"), _MANY)
    return next((one.organisation for one in told.people if one.organisation), None)


def says_no_organisation(text: str) -> bool:
    """Say whether nothing in a text is the name of an organisation."""
    return tagger.says_nothing(text, question="organisation") > NOTHING


def territory(text: str) -> Reading[str]:
    """Read a territory's name; see `territories.read`."""
    text = mistyped.put_right(_SIGHED.sub("", _SIGH.sub(", ", text).strip(" ,")))
    reading = territories.read(text)
    if reading == Unclear("person") or _is_just_a_place(text, reading):
        return reading
    spans = _labelled(text, ("territory", "organisation"), question="territory")
    claimed = which_territory.claimed(text, spans)
    if isinstance(reading, Understood) and _JOINED.fullmatch(reading.value):
        return reading
    if claimed is not None and "?" not in text:
        return Understood(claimed)
    found = which_territory.span_of(text, spans)
    found = found or _found(text, ("organisation", "of"), question="territory")
    if found is None:
        return _unless_nothing(reading, text, question="territory")
    told = territories.read(text[found.start : _with_bracket(text, found)])
    if isinstance(reading, Doubtful) or isinstance(told, Unclear):
        return reading
    if found.label != "territory" and which_territory.is_shop(told.value):
        return Unclear("no_territory")
    is_said = isinstance(reading, Unclear) and reading.why in ("sentence", "too_long")
    is_hedged = is_said and "?" not in text and found.sure > HEDGED
    if is_hedged and found.label == "territory" and not _HESITATES.search(text):
        return told
    is_amid = isinstance(reading, Understood) and _BREAKS.search(reading.value) is not None
    if is_amid and found.label == "territory" and found.sure > HEDGED:
        return told  # « c’est marqué. Montferrou », « comme indiqué, le Parc… »
    if _is_doubted(told, reading, found) or plain(told.value) in FIRST_NAMES:
        return reading
    if isinstance(reading, Unclear) and _HESITATES.search(text):
        return Doubtful(told.value, "corrected")
    return told


def only_territory(text: str) -> str | None:
    """Give the territory of words that tell nothing else: « non, plutôt le Pilat »."""
    found = [] if "?" in text else _labelled(text, tagger.LABELS, question="territory")
    if len(found) != 1 or found[0].sure < HEDGED:
        return None
    said = text[found[0].start : found[0].end]
    is_body = found[0].label == "organisation" and territories.is_body(said)
    if found[0].label != "territory" and not is_body:
        return None
    reading, place = territory(text), found[0]
    rest = plain(f"{text[: place.start]} {text[place.end :]}").split()
    if not isinstance(reading, Understood) or not _BESIDE.issuperset(rest):
        return None
    return territories.capitalised(reading.value)


_BESIDE = vocabulary(
    """
    non nan nn ah oh euh mais pardon enfin plutot en fait alors oui bon donc merci svp c cest est
    ce serait on dira dirait disons mettez mets notez marquez je dirais le la les l du de des d mon
    notre pour territoire comme bien sur no rather put it s is the our my territory please
    """
)
"""What may stand beside the name of a territory that is put right."""


_SIGH = re.compile(r"[ ,]*\b(?:euh+|heu+)\b[ ,]*", re.IGNORECASE)
_SIGHED = re.compile(r"^(?:(?:bah?|ben|nan|pf+|bof|mah)\b[ ,]*)+(?=\w)", re.IGNORECASE)
_BREAKS = re.compile(r"\w{3,}[.;!,] |\w{3,} dans l[ae]s? ", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:l[ae]s? |l['’])?[A-ZÀ-Ý][\w'’-]*(?:[ -](?:et |de |du |la |les )*[A-ZÀ-Ý][\w'’-]*)*"
)


_JOINED = re.compile(r"[A-ZÀ-Ý][\w'’ -]{2,40} et (?:l[ae]s? |l['’])?[A-ZÀ-Ý][\w'’ -]{2,40}")
"""« Monts du Lyonnais et le Pilat »: two territories together."""


def _is_just_a_place(text: str, reading: Reading[str]) -> bool:
    """« Les Deux-Alpes », « Entre-deux-Mers »: a name alone, written as one."""
    return isinstance(reading, Understood) and _PLACE.fullmatch(text.strip(" .!")) is not None


def _with_bracket(text: str, found: Span) -> int:
    """Where a territory ends, with the short name in brackets after it: « (COPAMO) »."""
    bracket = _BRACKET.match(text, found.end)
    return bracket.end() if bracket is not None else found.end


_BRACKET = re.compile(r" ?\([\w'’ -]{2,30}\)")


def size(text: str, largest: int) -> Reading[int]:
    """Read how many they are; see `sizes.read`."""
    text = facts.without_numbers(text)
    reading = sizes.read(text, largest)
    if isinstance(reading, Doubtful):
        return _in_all(text, largest) or reading
    if isinstance(reading, Unclear) and reading.why in ("several", "no_size"):
        reading = _for_now(text, largest) or reading
    if not isinstance(reading, Unclear) or reading.why != "no_size":
        return reading
    found = _found(text, ("size",), question="size")
    told = sizes.read(text[found.start : found.end], largest) if found is not None else reading
    return told if isinstance(told, Understood) else reading


_CLAUSE = re.compile(r"[.;!?…\n]+|\W+\b(?=(?:mais|sauf|si|but|unless|if)\b)", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"^(?:(?:mais|but|et|and)\s)?(?:si|sauf|unless|if|peut[ -]?[êe]tre|maybe|on verra|je verrai)\b",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(
    r"\d|\b(?:deux|trois|quatre|cinq|six|two|three|four|ou|or|bin[ôo]me|trin[ôo]me)\b",
    re.IGNORECASE,
)


def _for_now(text: str, largest: int) -> Understood[int] | None:
    """“Moi tout seul. Mais si je trouve quelqu'un…” is one: what is supposed counts nobody."""
    clauses = [one.strip(" ,") for one in _CLAUSE.split(text)]
    clauses = [one for one in clauses if plain(one) not in ("", "mais", "but")]
    supposed = [one for one in clauses if _SUPPOSED.match(one)]
    if len(clauses) < 2 or any(map(_A_NUMBER.search, supposed)):
        return None
    told = {one: sizes.read(one, largest) for one in clauses if one not in supposed}
    numbers = {one.value for one in told.values() if isinstance(one, Understood)}
    is_sure = not any(
        reading == Unclear("several") and _A_NUMBER.search(one) for one, reading in told.items()
    )
    return Understood(numbers.pop()) if is_sure and len(numbers) == 1 else None


_IN_ALL = re.compile(
    r"\b(?:juste?|seulement|only|en tout|of us|(?:nous|on) (?:serons|sera|sommes|est))\b",
    re.IGNORECASE,
)


def _in_all(text: str, largest: int) -> Understood[int] | None:
    """“Just the two of us, me and Tom” are two, and not four."""
    spans = _labelled(text, ("size",), question="size") if _IN_ALL.search(text) else []
    numbers = {
        reading.value
        for span in spans
        if isinstance(reading := sizes.read(text[span.start : span.end], largest), Understood)
    }
    return Understood(numbers.pop()) if len(numbers) == 1 else None


def _labelled(text: str, labels: tuple[str, ...], *, question: str) -> list[Span]:
    if len(text.split()) > LONGEST:
        return []
    return [span for span in tagger.tag(text, question=question) if span.label in labels]


def _found(text: str, labels: tuple[str, ...], *, question: str) -> Span | None:
    """The first of the labels that a text has."""
    spans = _labelled(text, labels, question=question)
    return next((span for label in labels for span in spans if span.label == label), None)


_HESITATES = re.compile(
    r"\b(?:ou|or|peut-?[êe]tre|maybe|sais (?:plus|pas)|not sure)\b", re.IGNORECASE
)


def _is_doubted(told: Reading[T], reading: Reading[T], found: Span) -> bool:
    """Whether the reader of the whole is rather believed."""
    return reading != told and found.sure < SURE


def _unless_nothing(reading: Reading[T], text: str, *, question: str) -> Reading[T]:
    """A reading, unless it is sure that a text of some words tells nothing."""
    is_bare = len(plain(text).split()) < 3
    if is_bare or not isinstance(reading, Understood):
        return reading
    return (
        Unclear("sentence") if tagger.says_nothing(text, question=question) > NOTHING else reading
    )
