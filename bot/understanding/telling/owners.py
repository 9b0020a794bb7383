"""Whose each fact is that a message tells: by what was learnt, and by what words say for sure."""

from collections.abc import Mapping, Sequence

from bot.understanding.normal import plain, vocabulary
from bot.understanding.organisations import is_of_all
from bot.understanding.telling import features, subjects
from bot.understanding.telling.learnt import Question
from bot.understanding.telling.mentions import title_at
from bot.understanding.telling.plausible import AS_WHAT
from bot.understanding.telling.rows import in_turn, mine
from bot.understanding.telling.scene import Heard, Kind, Mention

SURE = 0.35
"""From this likelihood on a fact is given to the likeliest."""
HELD = 0.2
"""From this likelihood on a function is of whom it is said to be by « est »."""
SHARED = 0.75
"""From this on it is told of others as well."""


def given(heard: Heard, owner: Question) -> dict[int, dict[str, int]]:
    """Whose each fact is: its number in the message, by person and label."""
    found: dict[int, dict[str, tuple[float, int]]] = {}
    is_of_nobody = not heard.mentions and not heard.scene.asked and len(heard.scene.known) > 1
    is_of_nobody &= not _is_of_the_writer(heard)
    new = min((0, *heard.people))
    given_to: dict[int, int] = {}
    for number, (span, start, _) in enumerate(heard.spans):
        if span.label not in ("function", *_WHERE):
            continue
        if is_of_nobody and not _of_more_words(heard, number):
            continue  # « élue, mairie de Maclas », of nobody in particular
        if "territoire" in heard.words[max(0, start - _CLAIM) : start]:
            continue  # « le territoire, c’est le Pilat rhodanien »: nobody works there
        if span.label in _WHERE and _is_denied(heard.words, start):
            continue  # « je ne viens pas pour la mercerie »
        label = "function" if span.label == "function" else "where"
        held = _held_by(heard, number, given_to) if label == "where" else None
        for owned, likely in _owners(heard, number, owner) if held is None else [(held, 1.0)]:
            new -= owned == features.NEW
            who = new if owned == features.NEW else owned
            given_to[number] = who
            told = found.setdefault(who, {})
            sure = likely - _is_known(heard, number, who=who, label=label)
            sure += _NEXT * _follows(heard, start=start, who=who)
            if span.label == "same" and "where" in told and not heard.scene.known:
                continue  # « Luc, maire à Die, et Léa, comme moi dans la même mairie »
            if label not in told or sure > told[label][0]:
                told[label] = (sure, number)
    return {who: {label: at for label, (_, at) in told.items()} for who, told in found.items()}


_OF = vocabulary(
    "de du d des la le l au a aux chez notre from of at the ' association asso club collectif"
    " comite amicale"
)
_ONE = (["un"], ["une"], ["a"], ["an"])


def _held_by(heard: Heard, number: int, given_to: Mapping[int, int]) -> int | None:
    """« une collègue de la CC », « un technicien du Parc »: of whom a body is that stands after."""
    start = at = heard.spans[number][1]
    while at > 0 and heard.words[at - 1] in _OF:
        at -= 1
    if at == start:
        return None
    comma = int(heard.words[at - 1 : at] == [","])
    for before, one in zip([None, *heard.mentions], heard.mentions, strict=False):
        is_named = one.kind is Kind.NAME and not _is_listed(heard, before, one)
        if (one.kind is Kind.COMPANION and one.end == at) or (is_named and one.end == at - comma):
            return one.who
    span, first, end = heard.spans[number - 1] if number else heard.spans[number]
    is_one = span.label == "function" and end == at and heard.words[first - 1 : first] in _ONE
    is_said = first > 1 and heard.words[first - 2] in _IS
    return given_to.get(number - 1) if is_one and not is_said else None


def _is_listed(heard: Heard, before: Mention | None, one: Mention) -> bool:
    """« Luc et Anne, de la CC »: whether somebody else stands right before."""
    between = heard.words[before.end : title_at(heard, one)] if before is not None else ["."]
    return len(between) <= 1 and {*between} <= {"et", "and", ",", "&", "+"}


_IS = vocabulary("suis est es sera serai am is m s comme as")
"""« je suis un élu de Roisey »: that says who somebody is, and the weights whose it is."""
_WHERE = ("organisation", "of", "same")
_DENIED = vocabulary("pour au a aux titre de du des d la le les l chez un une not for at with the")


def _is_denied(words: Sequence[str], start: int) -> bool:
    """Whether « pas », and what belongs to it, stands right before."""
    at = start
    while at > 0 and words[at - 1] in _DENIED:
        at -= 1
    return at > 0 and words[at - 1] in ("pas", "not")


_CLAIM = 4
"""Words before what is said to be the territory in which that stands."""


def _owners(heard: Heard, number: int, owner: Question) -> list[tuple[int, float]]:
    """Whose a fact is, and how likely: the likeliest, and those who surely share it."""
    likely = {
        who: owner.likelihood(features.owner(heard, number, who=who))
        for who in features.candidates(heard, number)
    }
    likely = _of_those_meant(heard, likely, heard.spans[number][1])
    if heard.scene.asked and not heard.mentions:
        likely = {heard.scene.asked: 1.0}  # « maire, mairie de Roisey »: nobody else is meant
    if _is_of_the_writer(heard):
        likely = {heard.scene.writing: 1.0}
    if rowed := in_turn(heard, number) or _of_more_words(heard, number) or mine(heard, number):
        likely = dict.fromkeys(rowed, 1.0)
    if (named := _named_after(heard, number)) is not None:
        return [(named, 1.0)]
    if those := _who_are(heard, number):
        return [(who, 1.0) for who in those]
    if _is_me(heard, number):
        return [(heard.scene.writing, 1.0)]
    if _is_one_more(heard, number):
        return [(features.NEW, 1.0)]
    if several := subjects.several(heard, number):
        return [(who, 1.0) for who in several]
    said_of = subjects.subject(heard, number)
    is_first = not heard.scene.known and _is_function(heard, number)
    if is_first and said_of is not None and likely.get(said_of, 0.0) >= HELD:
        return [(said_of, 1.0)]
    best = max(likely, key=lambda who: likely[who])
    if likely[best] < SURE:
        they = subjects.subject(heard, number) if _says_they(heard, number) else None
        return [] if they is None else [(they, 1.0)]
    if best in (features.NEW, said_of):
        return [(best, likely[best])]
    return [
        (who, sure)
        for who, sure in likely.items()
        if who == best or (sure >= SHARED and who != features.NEW)
    ]


def _named_after(heard: Heard, number: int) -> int | None:
    """« un président d’association veut bien venir : Bernard Peyron »: who is named there."""
    _, start, end = heard.spans[number]
    if not _is_function(heard, number) or heard.words[start - 1 : start] not in _ONE:
        return None
    named = (one for one in heard.mentions if one.kind is Kind.NAME and one.start >= end)
    after = next(named, None)
    begins = title_at(heard, after) if after is not None else 0
    is_told = after is not None and heard.words[begins - 1 : begins] == [":"]
    is_one = not {".", ";", ":", "\n"} & {*heard.words[end : begins - 1]}
    return after.who if after is not None and is_told and is_one else None


def _who_are(heard: Heard, number: int) -> list[int]:
    """« moi comme agente », « Luc et Léa en tant que parents »: those who stand before it."""
    start = heard.spans[number][1]
    links = (link for link in AS_WHAT if heard.words[max(0, start - len(link)) : start] == link)
    at = start - len(next(links, []))
    found: list[int] = []
    for one in reversed(heard.mentions if at < start and _is_function(heard, number) else ()):
        if one.end > at or one.kind not in (Kind.NAME, Kind.ME, Kind.COMPANION, Kind.ROLE):
            continue
        between = heard.words[one.end : at]
        if between not in (_AND_TOO if found else ([],)):
            break
        found, at = [*found, one.who], title_at(heard, one)
    return found


_AND_TOO = (["et"], ["and"], [","], ["&"], ["+"])
_ME_IT_IS = (
    ["c'", "est", "moi"],
    ["c", "est", "moi"],
    ["c", "moi"],
    ["cest", "moi"],
    ["est", "moi"],
)


def _is_me(heard: Heard, number: int) -> bool:
    """« la professeure des écoles, c’est moi »: who writes is what stands before."""
    end = heard.spans[number][2]
    end += heard.words[end : end + 1] == [","]
    said = any(heard.words[end : end + len(one)] == one for one in _ME_IT_IS)
    return said and _is_function(heard, number)


_PLUS = vocabulary("et avec plus ainsi qu qu' que and with")


_THE = (["le"], ["la"], ["l"], ["notre"], ["the"], ["our"])


def _is_one_more(heard: Heard, number: int) -> bool:
    """« Luc Roux, ainsi qu’une élue », « Luc Roux, agent, et la maire »: somebody more.

    A name that follows may be hers.
    """
    _, start, end = heard.spans[number]
    before = heard.words[max(0, start - 2) : start]
    is_one = before[1:] in _ONE and before[0].rstrip("'’") in _PLUS
    named = [one for one in heard.mentions if one.kind is Kind.NAME]
    ends = [one.end for one in named if one.end < start]
    is_told = any(
        span.label == "function" and first >= max(ends, default=0) and last <= start - 2
        for span, first, last in heard.spans
    )
    is_one = is_one or (before[1:] in _THE and before[0].rstrip("'’") in _PLUS and is_told)
    follows = any(end <= one.start <= end + _NEAR for one in named)
    return _is_function(heard, number) and is_one and bool(ends) and not follows


_NEAR = 3
"""Words after « une élue » in which her name stands."""


def _is_of_the_writer(heard: Heard) -> bool:
    """« bénévole, association Les Haies Vives », before anybody is asked about."""
    scene = heard.scene
    is_me = all(one.kind is Kind.ME for one in heard.mentions)
    is_early = scene.question in ("territory", "size") and not scene.asked and is_me
    labels = [span.label for span, _, _ in heard.spans]
    is_one = labels.count("function") == 1 and bool({*labels} & {*_WHERE})
    is_one = is_one or (labels == ["organisation"] and is_of_all(scene.text))
    return bool(is_early and is_one and scene.writing and not scene.one(scene.writing).function)


def _is_function(heard: Heard, number: int) -> bool:
    return heard.spans[number][0].label == "function"


def _says_they(heard: Heard, number: int) -> bool:
    """« He’s a beekeeper », « elle est infirmière »: a function right after « he » and « is »."""
    span, start, _ = heard.spans[number]
    before = {*heard.words[max(0, start - 4) : start]}
    return span.label == "function" and not before.isdisjoint(_THEY)


_THEY = vocabulary("il elle he she")


def _of_those_meant(heard: Heard, likely: dict[int, float], start: int) -> dict[int, float]:
    """Where somebody is meant, and not all of them, a fact is of no other known."""
    first, last = _sentence_of(heard.words, start)
    if not heard.mentions or _ALL & {*heard.words[first:last]}:
        return likely
    here = [one for one in heard.mentions if first <= one.start < last]
    meant = {*([one.who for one in here] or heard.people), features.NEW}
    if not any(one.kind is Kind.NAME and one.who < 0 and one.end <= start for one in here):
        meant.add(heard.scene.asked)
    return {who: sure for who, sure in likely.items() if who in meant} or likely


def _sentence_of(words: Sequence[str], start: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a word stands."""
    first = max((at for at in range(start) if _is_end(words, at)), default=-1) + 1
    last = next((at for at in range(start, len(words)) if _is_end(words, at)), len(words))
    return first, last


def _is_end(words: Sequence[str], at: int) -> bool:
    """Whether a sign ends a sentence; that of « M. » and of initials does not."""
    is_short = at > 0 and (len(words[at - 1]) == 1 or words[at - 1] in _SHORTENED)
    return words[at] in {".", "!", "?"} and not (words[at] == "." and is_short)


_SHORTENED = vocabulary("mme mlle mr mrs dr st ste av tel")
_ALL = vocabulary("tous toutes deux trois nous ns on chacun chacune both all we us")


def _of_more_words(heard: Heard, number: int) -> list[int]:
    """Those whose organisation is told in full: « il manque la fin : … »."""
    span = heard.spans[number][0]
    said = {*plain(heard.said(number)).split()}
    known = enumerate(heard.scene.known, 1)
    bodies = [(at, {*plain(one.organisation).split()}) for at, one in known]
    fuller = [at for at, body in bodies if len(body) > 1 and body < said]
    is_body = span.label == "organisation"
    return fuller if is_body and not any(one.who < 0 for one in heard.mentions) else []


_NEXT = 0.3
"""What it counts that a fact follows somebody's name, where two facts may be theirs."""


def _follows(heard: Heard, *, start: int, who: int) -> bool:
    """Whether a fact stands after a mention of somebody, and before any of another."""
    before = [one for one in heard.mentions if one.end <= start]
    return bool(before) and before[-1].who == who


def _is_known(heard: Heard, number: int, *, who: int, label: str) -> bool:
    """Whether a fact is known of somebody already: « j’ai dit agente, mais c’est directrice »."""
    known = heard.scene.one(who)
    said = {*plain(heard.said(number)).split()}
    return bool(said) and said <= {
        *plain(known.function if label == "function" else known.organisation).split()
    }
