"""Whose a fact is: a function, an organisation."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.normal import plain, vocabulary
from bot.understanding.telling import subjects
from bot.understanding.telling.features.words import TELLING, WHOSE, few, near, stops
from bot.understanding.telling.scene import Heard, Mention, Scene

NEW = -99
"""Stands for somebody who is meant by nothing but the function: « mon adjoint »."""


def candidates(heard: Heard, number: int) -> list[int]:
    """Whose a fact may be: everybody mentioned, who writes, who was asked about, who is alike."""
    scene = heard.scene
    span, start, end = heard.spans[number]
    said = {*plain(heard.text(start, end=end)).split()} - TELLING
    alike = [
        at
        for at, one in enumerate(scene.known, 1)
        if said & {*plain(f"{one.function} {one.organisation}").split()}
    ]
    found = dict.fromkeys([*heard.people, scene.writing, *alike])
    if scene.asked:
        found[scene.asked] = None
    if span.label == "function":
        found[NEW] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class _Case:
    """A fact, and somebody whose it may be."""

    heard: Heard
    who: int
    is_who: str
    """What they are: who writes, who is asked about, somebody known or new."""
    label: str
    start: int
    end: int
    whose: str
    """The word before the fact: « mon », « le »."""
    before: list[Mention]
    after: list[Mention]

    @property
    def own_before(self) -> Mention | None:
        """The last mention of them before the fact."""
        return next((one for one in reversed(self.before) if one.who == self.who), None)

    @property
    def own_after(self) -> Mention | None:
        """The first mention of them after the fact."""
        return next((one for one in self.after if one.who == self.who), None)


def owner(heard: Heard, number: int, *, who: int) -> Iterator[str]:
    """What speaks for a fact being told of somebody."""
    span, start, end = heard.spans[number]
    case = _Case(
        heard,
        who,
        _is_who(heard.scene, who),
        span.label if span.label in ("function", "same") else "where",
        start,
        end,
        _whose(heard, start),
        [one for one in heard.mentions if one.end <= start],
        [one for one in heard.mentions if one.start >= end],
    )
    yield from _at_the_fact(case, is_first=number == 0 and not case.before)
    yield f"{case.label}|subject={subjects.shown(heard, number, who=who)}"
    if 0 < who <= len(heard.scene.known):
        yield from _of_known(case)
    yield from _looking_back(case)
    yield from _looking_ahead(case)
    facts = [one for one in heard.spans if one[0].label == span.label]
    people = heard.people
    if who in people:
        rank = few(sum(one[1] < start for one in facts))
        is_each = len(facts) == len(people)
        yield f"{case.label}|rank={rank}|person={few(people.index(who))}|{is_each}"


def _is_who(scene: Scene, who: int) -> str:
    kinds = [
        "me" if who == scene.writing else "new" if who == NEW else "one",
        "asked" if who == scene.asked and who else "",
        "known" if who > 0 else "",
    ]
    return "+".join(filter(None, kinds))


_ADJECTIVES = vocabulary(
    "jeune petit petite autre nouveau nouvelle ancien ancienne young other new"
)


def _whose(heard: Heard, start: int) -> str:
    words = heard.words
    start -= bool(start) and words[start - 1] in _ADJECTIVES
    whose = WHOSE.get(words[start - 1], "") if start else "^"
    is_led = whose == "the" and start > 1 and words[start - 2] in TELLING
    return f"the_{words[start - 2]}" if is_led else whose


def _at_the_fact(case: _Case, *, is_first: bool) -> Iterator[str]:
    words, label, is_who, start, end = (
        case.heard.words,
        case.label,
        case.is_who,
        case.start,
        case.end,
    )
    question = case.heard.scene.question
    mentioned = f"{case.own_before is not None}{case.own_after is not None}"
    yield f"{label}|{is_who}"
    yield f"{label}|{is_who}|q={question}"
    yield f"{label}|{is_who}|{case.whose}"
    yield f"{label}|{is_who}|first={is_first}|q={question}"
    yield f"{is_who}|p={' '.join(words[max(0, start - 2) : start])}"
    yield f"{is_who}|p1={words[start - 1] if start else '^'}"
    yield f"{is_who}|n1={words[end] if end < len(words) else '$'}"
    yield f"{label}|{is_who}|mentioned={mentioned}|{len(case.heard.people) > 1}"


def _of_known(case: _Case) -> Iterator[str]:
    """Whether they have such a fact already, and whether it is like this one."""
    known, label = case.heard.scene.one(case.who), case.label
    said = {*plain(case.heard.text(case.start, end=case.end)).split()} - TELLING
    told = known.function if label == "function" else known.organisation
    has, same = bool(told), bool(said & {*plain(told).split()})
    is_mentioned = case.own_before is not None or case.own_after is not None
    yield f"{label}|has={has}|same={same}|{case.is_who}"
    yield f"{label}|has={has}|same={same}|mentioned={is_mentioned}"


def _looking_back(case: _Case) -> Iterator[str]:
    """Who is mentioned before the fact, and how near."""
    label, is_who, whose, own = case.label, case.is_who, case.whose, case.own_before
    nearest = case.before[-1] if case.before else None
    if nearest is not None and nearest.who == case.who:
        prefix = f"{label}|b|{nearest.kind}|{is_who}"
        yield from _beside(case.heard, prefix, start=nearest.end, end=case.start)
        yield f"{label}|last|{whose}|{nearest.kind}|{is_who}"
    elif own is not None:
        between = {one.who for one in case.before if one.start >= own.end}
        stop = few(stops(case.heard.words, start=own.end, end=case.start))
        yield f"{label}|earlier|{few(len(between))}|{own.kind}|{is_who}|{whose}"
        yield f"{label}|earlier|stops={stop}|{is_who}"
    if nearest is not None and nearest.who != case.who:
        far = near(case.start - nearest.end)
        between_them = _between(case.heard, start=nearest.end, end=case.start)
        yield f"{label}|other before|{nearest.kind}|{far}|{is_who}|{whose}"
        yield f"{label}|other before|{between_them}|{is_who}"


def _looking_ahead(case: _Case) -> Iterator[str]:
    """Who is mentioned after the fact, and how near."""
    label, is_who, whose, own = case.label, case.is_who, case.whose, case.own_after
    ahead = case.after[0] if case.after else None
    if ahead is not None and ahead.who == case.who:
        prefix = f"{label}|a|{ahead.kind}|{is_who}"
        yield from _beside(case.heard, prefix, start=case.end, end=ahead.start)
        yield f"{label}|next|{whose}|{ahead.kind}|{is_who}|after={bool(case.before)}"
    elif own is not None:
        yield f"{label}|later|{own.kind}|{is_who}|{whose}"
    if ahead is not None and ahead.who != case.who:
        far = near(ahead.start - case.end)
        between = _between(case.heard, start=case.end, end=ahead.start)
        yield f"{label}|other after|{ahead.kind}|{far}|{is_who}|{whose}"
        yield f"{label}|other after|{between}|{is_who}"


def _beside(heard: Heard, prefix: str, *, start: int, end: int) -> Iterator[str]:
    words = heard.words[start:end]
    yield f"{prefix}|{near(len(words))}"
    yield f"{prefix}|{_between(heard, start=start, end=end)}"
    yield f"{prefix}|stops={few(stops(heard.words, start=start, end=end))}"
    facts = [one for one, first, last in heard.spans if first >= start and last <= end]
    yield f"{prefix}|facts={few(len(facts))}"
    for word in {*words} & TELLING:
        yield f"{prefix}|w={word}"


def _between(heard: Heard, *, start: int, end: int) -> str:
    """The words between two places, facts and rare words by what they are."""
    inside = [(span.label, first, last) for span, first, last in heard.spans]
    shown, at = [], start
    while at < end:
        fact = next((one for one in inside if one[1] == at and one[2] <= end), None)
        shown.append(f"<{fact[0]}>" if fact else _shown(heard.words[at]))
        at = fact[2] if fact else at + 1
    return " ".join(shown) if len(shown) <= 6 else f"{' '.join(shown[:2])}…{' '.join(shown[-2:])}"


def _shown(word: str) -> str:
    return word if word in TELLING or not word.isalpha() else "x"
