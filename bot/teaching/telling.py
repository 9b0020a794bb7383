"""Scenes turned into the questions that `understanding.telling` asks, and learnt.

Whom a mention means follows from who is expected after the message; so does whose a fact is, who
comes, which name is that of who writes. Needs scikit-learn (the group `dev`).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.teaching import lines, scenes
from bot.teaching.scenes import Example, Somebody, is_same
from bot.understanding.firstnames import TITLES
from bot.understanding.normal import plain
from bot.understanding.telling import features, learnt
from bot.understanding.telling.learnt import AGREES, OWNER, PRESENCE, RENAMED, SHARES, WRITES
from bot.understanding.telling.mentions import alike, hear
from bot.understanding.telling.scene import ME, Heard, Kind, Known

TAUGHT_WITH = learnt.WEIGHTS.with_suffix(".taught")
"""The fingerprint of the scenes that the weights were learnt from."""
CARE = {OWNER: 0.5, PRESENCE: 0.3, WRITES: 1.0, RENAMED: 1.0, SHARES: 0.5, AGREES: 1.0}
"""Inverse of the regularisation, by question."""
SAID_BY = 2
"""A feature counts when so many of the examples have it."""
SMALL = 0.02
"""Weights nearer to nothing are left out of the file."""

Features = Sequence[str]


@dataclass(slots=True)
class Rows:
    """What is learnt: by question, the features of each case and whether it was so."""

    of: dict[str, list[tuple[Features, bool]]] = field(
        default_factory=lambda: {name: [] for name in CARE}
    )

    def add(self, question: str, found: Iterable[str], *, is_so: bool) -> None:
        """Keep a case."""
        self.of[question].append((tuple(found), is_so))


def rows(examples: Iterable[Example]) -> Rows:
    """Give the cases of all scenes."""
    found = Rows()
    for one in examples:
        _Case(one).tell(found)
    return found


class _Case:
    """A scene as it is read, with whom of the expected each person in it is."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.heard: Heard = hear(example.scene)
        self.me = self.heard.scene.writing
        self.writer = next((one for one in example.expect.people if one.writes), None)
        self.left = list(example.expect.people)
        self.means: dict[int, Somebody | None] = {}
        for place, known in enumerate(self.heard.scene.known, 1):
            if known.words or known.function or known.is_writing:
                self._take(place, self._known(place, known))
        if not self.heard.scene.writing:
            self._take(ME, self.writer)
        for who, said in self._names():
            self._take(who, self._named(said))

    def tell(self, rows: Rows) -> None:
        """Add what it teaches; in the order of reading, as one answer changes the next question."""
        self._tell_renamed(rows)
        self._tell_writer(rows)
        if self.heard.scene.question == "recap":
            agreed = features.agrees(self.heard)
            rows.add(AGREES, agreed, is_so=self.example.expect.confirmed)
        self._tell_presence(rows)
        self._tell_owners(rows)
        self._tell_shared(rows)

    # ---- whom each of them means

    def _take(self, who: int, one: Somebody | None) -> None:
        """Note whom somebody is; nobody else is them."""
        if one is not None and one in self.left:
            self.left.remove(one)
            self.means[who] = one
        else:
            self.means.setdefault(who, None)

    def _names(self) -> Iterator[tuple[int, frozenset[str]]]:
        """Those who are new, once each, with the words that they are first called by."""
        seen: set[int] = set()
        for one in self.heard.mentions:
            if one.who < 0 and one.who not in seen:
                seen.add(one.who)
                is_name = one.kind is Kind.NAME
                yield one.who, frozenset(plain(one.said).split()) - TITLES if is_name else _NOBODY

    def _named(self, said: frozenset[str]) -> Somebody | None:
        named = [one for one in self.left if one.words]
        return next((o for o in named if said and (said <= o.words or o.words <= said)), None)

    def _known(self, place: int, known: Known) -> Somebody | None:
        """Whom of the expected somebody known already is, if they are still expected."""
        ways: tuple[Callable[[Somebody], bool], ...] = (
            lambda one: bool(known.words) and one.words == known.words,
            lambda one: bool(known.words and one.words) and _is_close(one.words, known.words),
            lambda one: self._is_renamed(place, known, one),
            lambda one: (
                not (known.words or one.name) and _has_same(one.function, said=known.function)
            ),
            lambda one: known.is_writing and one is self.writer,
        )
        return next((one for way in ways for one in self.left if way(one)), None)

    def _is_renamed(self, place: int, known: Known, one: Somebody) -> bool:
        """Whether the expected have one of the same first name, or last name and function."""
        others = [other.words for at, other in enumerate(self.heard.scene.known, 1) if at != place]
        if not known.words or known.is_writing or one.writes or one.words in others:
            return False
        first, last = (frozenset(plain(part).split()) for part in (known.first, known.last))
        return bool(first and first <= one.words) or bool(
            last and last <= one.words and _has_same(one.function, said=known.function)
        )

    # ---- what it teaches

    def _tell_renamed(self, rows: Rows) -> None:
        for who, place in list(features.renamed(self.heard)):
            said = {word for one in self._mentions(who) for word in plain(one).split()}
            expected = self.means.get(place)
            is_so = expected is not None and expected.words >= said
            rows.add(RENAMED, features.renames(self.heard, who=who, place=place), is_so=is_so)
            if is_so:
                self._mean(who, other=place)

    def _tell_writer(self, rows: Rows) -> None:
        scene = self.heard.scene
        if scene.writing and scene.known[scene.writing - 1].last:
            return
        new = dict.fromkeys(
            one.who for one in self.heard.mentions if one.kind is Kind.NAME and one.who < 0
        )
        for one in self.heard.mentions:
            if one.is_companion:
                new.pop(one.who, None)
        for who in new:
            means = self.means.get(who)
            is_so = means is self.writer is not None or (
                means is None and self._is_writer(self._mentions(who))
            )
            rows.add(WRITES, features.writes(self.heard, who), is_so=is_so)
            if is_so:
                self._mean(who, other=self.me)
                self.means[self.me] = self.writer

    def _is_writer(self, said: Sequence[str]) -> bool:
        """Whether a name of nobody else is that of who writes."""
        words = {word for one in said for word in plain(one).split()} - TITLES
        own = self.writer.words if self.writer else _NOBODY
        return bool(words and own) and (words <= own or own <= words)

    def _tell_presence(self, rows: Rows) -> None:
        for who in dict.fromkeys((*self.heard.people, self.me)):
            is_me = who == self.me
            is_untold = is_me and not self.example.expect.people
            if who not in self.means or (is_untold and not self.example.expect.stops):
                continue
            is_so = self._is_there(who)
            rows.add(PRESENCE, features.presence(self.heard, who), is_so=is_so)

    def _is_there(self, who: int) -> bool:
        """Whether somebody comes; « mon collègue » does where one more is expected."""
        is_companion = who < 0 and any(
            one.kind is Kind.COMPANION and one.who == who for one in self.heard.mentions
        )
        return bool(self.left) if is_companion else self.means[who] is not None

    def _tell_owners(self, rows: Rows) -> None:
        for number, (span, start, end) in enumerate(self.heard.spans):
            if span.label not in ("function", "organisation", "of", "same"):
                continue
            said = self.heard.text(start, end=end)
            for who in features.candidates(self.heard, number):
                if who == features.NEW:
                    is_so = any(not o.name and _has_same(o.function, said=said) for o in self.left)
                elif who in self.means:
                    is_so = self._is_theirs(who, label=span.label, said=said)
                else:
                    continue
                rows.add(OWNER, features.owner(self.heard, number, who=who), is_so=is_so)

    def _is_theirs(self, who: int, *, label: str, said: str) -> bool:
        one = self.means[who]
        if one is None:
            return False
        if label == "function":
            return _has_same(one.function, said=said)
        if label == "same":
            return bool(one.organisation) and not self.heard.scene.one(who).organisation
        return _has_same(one.organisation, said=said)

    def _tell_shared(self, rows: Rows) -> None:
        """Of whom no organisation is told or known: whether it is that of another."""
        for who, one in self.means.items():
            if one is None or self._has_own(who):
                continue
            for other, theirs in self._organised(who).items():
                function = self._number(who, "function")
                found = features.shares(
                    self.heard, who, other=other, function=function, organisation=theirs
                )
                rows.add(SHARES, found, is_so=_has_same(one.organisation, said=theirs))

    def _has_own(self, who: int) -> bool:
        """Whether an organisation is known of somebody, or told of them alone."""
        labels = ("organisation", "of", "same")
        is_told = any(self._number(who, label) is not None for label in labels)
        return bool(self.heard.scene.one(who).organisation) or is_told

    def _organised(self, who: int) -> dict[int, str]:
        """The organisations of all others, as they are known or will be."""
        found = {}
        for other in dict.fromkeys(
            [*self.heard.people, *range(1, len(self.heard.scene.known) + 1)]
        ):
            expected = self.means.get(other)
            known = self.heard.scene.one(other).organisation
            is_told = any(self._number(other, one) is not None for one in ("organisation", "of"))
            theirs = expected.organisation if expected is not None and is_told else known
            if other != who and theirs:
                found[other] = theirs
        return found

    def _number(self, who: int, label: str) -> int | None:
        """The number of the fact of this kind that is theirs; None: there is none."""
        return next(
            (
                number
                for number, (span, start, end) in enumerate(self.heard.spans)
                if span.label == label
                and who in self.means
                and self._is_theirs(who, label=label, said=self.heard.text(start, end=end))
            ),
            None,
        )

    # ---- small things

    def _mentions(self, who: int) -> list[str]:
        return [one.said for one in self.heard.mentions if one.who == who and one.kind is Kind.NAME]

    def _mean(self, who: int, *, other: int) -> None:
        """Two of them are one: read on as reading does."""
        for one in self.heard.mentions:
            one.who = other if one.who == who else one.who


_NOBODY: frozenset[str] = frozenset()
_CLOSE = 0.75
"""From this likeness (0 to 1) on two names are one, misspelt."""


def _is_close(words: frozenset[str], known: frozenset[str]) -> bool:
    return alike(words, known) >= _CLOSE or words < known or known < words


def _has_same(expected: str, *, said: str) -> bool:
    return bool(expected) and is_same(expected, said)


# ---- learning and measuring


def teach(say: Callable[[str], None]) -> None:
    """Learn all scenes, keep the weights, say what they are worth on the blind ones."""
    examples = scenes.load()
    weights = {name: _fit(cases, CARE[name]) for name, cases in rows(examples).of.items()}
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    learnt.WEIGHTS.write_text(text, "utf-8")
    learnt.questions.cache_clear()
    TAUGHT_WITH.write_text(fingerprint(examples) + "\n", "utf-8")
    say(f"\n{len(examples)} scènes, {learnt.WEIGHTS.stat().st_size / 1e6:.2f} Mo.")
    say("Sur les scènes cachées : cas, réponses justes, et la plus fréquente partout")
    for name, (number, right, usual) in measure(scenes.load([scenes.BLIND])).items():
        say(f"{name:14}{number:5}{right:8.3f}{usual:8.3f}")


def measure(examples: Iterable[Example]) -> Mapping[str, tuple[int, float, float]]:
    """Give, by question: cases, the share answered rightly, that of the more frequent answer."""
    asked = learnt.questions()
    found = {}
    for name, cases in rows(examples).of.items():
        right = sum((asked[name].likelihood(case) > 1 / 2) == is_so for case, is_so in cases)
        usual = Counter(is_so for _, is_so in cases).most_common(1)
        number = max(1, len(cases))
        found[name] = len(cases), right / number, (usual[0][1] if usual else 0) / number
    return found


def fingerprint(examples: Iterable[Example]) -> str:
    """What changes when a scene does."""
    return lines.digest("\n".join(map(repr, examples)))


def _fit(cases: Sequence[tuple[Features, bool]], care: float) -> dict[str, object]:
    """Give the intercept and the weights of a logistic regression; the same for the same cases."""
    said = Counter(feature for case, _ in cases for feature in {*case})
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        {feature: 1 for feature in case if said[feature] >= SAID_BY} for case, _ in cases
    )
    fitted = LogisticRegression(C=care, max_iter=2000).fit(matrix, [is_so for _, is_so in cases])
    weights = zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True)
    return {
        "bias": round(float(fitted.intercept_[0]), 4),
        "weights": {
            str(feature): round(float(weight), 3)
            for feature, weight in weights
            if abs(weight) >= SMALL
        },
    }
