"""The questions asked about each member: name, function, organisation, category."""

import re
from abc import abstractmethod

from markupsafe import Markup
from rapidfuzz.distance import OSA

from bot.conversation import phrases
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.steps.writer import registrar
from bot.conversation.turn import Turn
from bot.domain.party import Category
from bot.understanding import (
    categories,
    half_names,
    known_words,
    names,
    organisations,
    roles,
    told,
    unmeant,
    unnamed,
    writers,
)
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.names import Name
from bot.understanding.normal import plain, without_accents
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.tidying import NAME_AT_MOST

MYSELF = "me"
_OWN_ACCOUNT = re.compile(
    r"\b(?:mon (?:propre )?compte|independante?|liberale?|(?:auto|micro) ?entrepreneu\w+"
    r"|freelance|self employed|my own|(?:ma|sa) (?:propre )?(?:ferme|exploitation|boite|boutique))"
    r"(?! (?:de|du|des|d|la|le|les|l) )\b"
)
"""They work for nobody else."""
_NOWHERE = re.compile(
    r"\b(?:(?:pas|sans|aucune|ni|no) (?:de )?(?:structure|organisation|association|organi[sz]ation)"
    r"|(?:a|suis) (?:la )?retraitee?|en retraite|(?:m|am) retired)\b"
)
"""There is none."""
OTHER = "other"
NOBODY_YET = Name("?", "")
"""Who is to come is not known yet: they are added later."""
SOMEBODY_ELSE = Name("", "")
"""Who writes registers others, and does not come."""


def nowhere(turn: Turn, text: str) -> str | None:
    """What stands for an organisation where there is none: « à son compte »; None: there is one."""
    said = plain(text)
    if _OWN_ACCOUNT.search(said):
        return None if own_business(text) else turn.words.plain("organisation.own")
    return turn.words.plain("organisation.none") if _NOWHERE.search(said) else None


def own_business(text: str) -> str | None:
    """« à mon compte, GAEC des Chaux »: what they work for, by its name; None: none is named."""
    if not _OWN_ACCOUNT.search(plain(text)):
        return None
    parts = [re.sub(r"^(?:au|à la|à l['’]|le|la) ", "", one.strip()) for one in _PART.split(text)]
    return next((one for one in parts if roles.names_body(one) and " " in one), None)


_PART = re.compile(r"[,;:()]|\s[–—-]\s")


class MemberStep(Step):
    """A question about the member at a place in the party, the first being 1."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.name = f"{self.topic}.{place}"

    def member(self, draft: Draft) -> MemberDraft:
        """What is known of this member."""
        return draft.members[self.place - 1]

    def who(self, turn: Turn) -> str:
        """`self` when the member is the one who writes, else `other`: chooses the sentence."""
        return "self" if self.member(turn.draft).is_writing else "other"

    def organisation_before(self, turn: Turn, said: str) -> str | None:
        """That of the member before, or of another, when « la même » was said; else None."""
        is_same = organisations.SAME.fullmatch(plain(said)) is not None
        if not is_same:
            return None
        draft = turn.draft
        found = [sharing.of_another(draft, self.place), *draft.known_bodies[:1]]
        if draft.place == self.place:  # of whom they replace, rather than of who is beside them
            found.reverse()
        return next(filter(None, found), None)

    def category_remark(self, turn: Turn) -> Markup:
        """« Je vous inscris comme élue. », and why where none of the three fits."""
        member = self.member(turn.draft)
        first = member.answers.get("first_name", "")
        category = phrases.category(turn.words, member.category, member.function, first_name=first)
        how = "nearest" if turn.text and categories.fits_none(turn.text) else "inferred"
        key = f"category.{how}.{self.who(turn)}"
        return turn.words(key, category=category, name=member.name)

    def value(self, draft: Draft) -> str | None:
        """The answer there is."""
        return self.answer_of(self.member(draft))

    @abstractmethod
    def answer_of(self, member: MemberDraft) -> str | None:
        """The answer there is for a member."""


class MemberName(MemberStep):
    """First and last name."""

    topic = "name"

    def __init__(self, place: int, *, may_be_fewer: bool = False) -> None:
        super().__init__(place)
        self._may_be_fewer = may_be_fewer

    def answer_of(self, member: MemberDraft) -> str | None:
        """The whole name."""
        return member.name if member.answers.get("first_name") and member.last_name else None

    async def question(self, turn: Turn) -> Markup:
        """Ask who this person is, or for the rest of their name."""
        known = self.member(turn.draft)
        if known.name and self.answer_of(known) is None:
            missing = "last" if known.last_name is None else "first"
            return turn.words(f"name.ask.{missing}", name=known.name)
        is_other = turn.draft.size == 1 and turn.draft.registrar is not None
        is_other = is_other or (turn.draft.size == 1 and turn.draft.is_for_others)
        is_other |= bool(known.name) and not known.is_writing and turn.draft.size == 1
        if _replaces(turn) or is_other:
            return turn.words("name.ask.instead")
        if self.member(turn.draft).is_writing and self.answer_of(self.member(turn.draft)) is None:
            return turn.words("name.ask.self")
        if turn.draft.size == 1:
            return turn.words("name.ask.solo")
        key = turn.words.of_size("name.ask", self.place)
        return turn.words(key, rank=turn.words.rank(self.place))

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """« C’est moi », when Telegram tells the whole name and nobody else is it."""
        myself, words = self._myself(turn), turn.words
        me = f"{myself.first} {myself.last}" if myself is not None else ""
        rows = [[Choice(words.plain("name.me", name=me), MYSELF)]] if me else []
        if turn.draft.size == 1 and self._may_be_somebody_else(turn):
            rows.append([Choice(words.plain("name.somebody_else"), OTHER)])
        return rows

    def _may_be_somebody_else(self, turn: Turn) -> bool:
        """Whether who writes may still say that they register others."""
        draft = turn.draft
        writes = any(member.is_writing for member in draft.members)
        return draft.purpose == "register" and draft.registrar is None and not writes

    def corrections(self, turn: Turn) -> list[list[Choice]]:
        """After the first member: perhaps they are fewer after all."""
        has_sizes = turn.event.seats.only_size is None
        if self.place == 1 or not self._may_be_fewer or not has_sizes:
            return []
        return [[Choice(turn.words.plain("name.fewer"), Size.name)]]

    def _myself(self, turn: Turn) -> Name | None:
        """The whole name of who writes, as the channel tells it; None when it is none for here."""
        is_another = turn.draft.size == 1 and _replaces(turn)
        if not turn.person.family_name or self._is_noted(turn) or is_another:
            return None
        name = Name(turn.person.first_name, turn.person.last_name)
        return name if name.is_short_enough else None

    def _is_noted(self, turn: Turn) -> bool:
        """Whether the person who writes is another member already."""
        members = turn.draft.members
        if turn.draft.is_aside:
            return not turn.draft.registrar_may_come
        return any(one.is_writing for one in members if one is not self.member(turn.draft))

    def facts(self, turn: Turn) -> dict[str, object]:
        """How long a name may be."""
        return {"longest": NAME_AT_MOST}

    def is_answer(self, turn: Turn, text: str) -> bool:
        """« J’inscris deux collègues, je ne viens pas » is no name, and no wish to cancel.

        « Je n’ai personne » says that nobody else comes for now.
        """
        is_nobody = unnamed.is_nobody(text) or unnamed.puts_off(text)
        is_nobody &= self.place > 1 and self._may_be_left(turn)
        return is_nobody or (self._may_be_somebody_else(turn) and writers.does_not_come(text))

    def read(self, turn: Turn, text: str) -> Reading[Name]:
        """Read a name; « moi » is the person who writes."""
        is_nobody = unnamed.is_nobody(text) or unnamed.puts_off(text)
        is_nobody &= self.place > 1
        if self._may_be_left(turn) and (unnamed.is_unknown(text) or is_nobody):
            return Understood(NOBODY_YET)
        if self.is_answer(turn, text):
            return Understood(SOMEBODY_ELSE)
        reading = self._whole(turn, text) or told.name(text)
        myself = self._myself(turn)
        match reading:
            case Unclear("myself") if myself is not None:
                return Understood(myself)
            case Unclear("myself") if self._is_noted(turn):
                return Unclear("already")
            case Unclear("first_name_missing" | "last_name_missing") if _alike(
                text, turn.person.first_name
            ):
                return Unclear("last_name_missing") if myself is None else Understood(myself)
            case Unclear("first_name_missing" | "last_name_missing") if half := _half(turn, text):
                return Understood(half)
            case Understood(name) | Doubtful(name) if _is_place(turn, name):
                return Unclear("no_name")
            case _:
                return reading

    def _whole(self, turn: Turn, text: str) -> Reading[Name] | None:
        """« Barou », where it is known that he is called Lucien."""
        known = self.member(turn.draft)
        if not known.name or self.answer_of(known) is not None:
            return None
        if (told_half := half_names.other_half(text, known=known.name)) is not None:
            return Understood(told_half)
        parts = {"first": known.answers.get("first_name"), "last": known.last_name}
        head = re.split(r"[.;,!\n]\s", text)[0]  # « Sylvie. Elle est joignable à… »
        return names.completed(text, **parts) or names.completed(head, **parts)

    def _may_be_left(self, turn: Turn) -> bool:
        """Whether they may be one fewer, and be completed later."""
        size = turn.draft.size or 0
        is_new = turn.draft.purpose == "register" and not self.member(turn.draft).is_writing
        return is_new and size > 1 and size - 1 in turn.event.seats.sizes

    async def _leave_out(self, turn: Turn) -> Kept:
        """Register those who are known; no seat is held for nobody."""
        size = (turn.draft.size or 0) - 1
        turn.draft.take_out(self.place)
        await Size().keep(turn, size)
        key = "name.later" if turn.draft.registrar is None else "name.later_for"
        return Kept(turn.words(key, n=size, number=turn.words.number(size)))

    def chosen(self, turn: Turn, value: str) -> Name | None:
        """« C’est moi », or a name read with doubt and confirmed."""
        if value == MYSELF:
            return self._myself(turn)
        if value == OTHER:
            return SOMEBODY_ELSE if self._may_be_somebody_else(turn) else None
        first, bar, last = value.partition("|")
        return Name(first, last) if bar else None

    def doubtful(self, value: Name) -> str:
        """First and last name, kept apart."""
        return f"{value.first}|{value.last}"

    async def keep(self, turn: Turn, answer: Name) -> Kept:
        """Note the name, or that it is none of those who come who writes."""
        if answer == NOBODY_YET:
            return await self._leave_out(turn)
        if answer == SOMEBODY_ELSE:
            turn.draft.let_write(registrar(turn))
            return Kept(turn.words("name.not_coming"))
        own, member = self._myself(turn), self.member(turn.draft)
        if not (answer.first and answer.last):
            half = {"first_name": answer.first} if answer.first else {"last_name": answer.last}
            if answer.last == member.answers.get("first_name"):
                del member.answers["first_name"]  # « c’est le nom de famille »
            member.put(**half)
            return Kept()  # the rest is asked next
        if own is not None and _is_reversed(answer, own):
            answer = Name(answer.last, answer.first)
        is_named = self.answer_of(member) is not None
        if own is not None and not is_named:
            answer = _with_accents(answer, own)
        member.put(first_name=answer.first, last_name=answer.last)
        if is_named and member.is_writing and _is_another(turn, answer):
            turn.draft.let_write(registrar(turn))
            return Kept(turn.words("name.not_coming"))
        if turn.draft.let_registrar_come():
            return Kept()
        was_said = member.is_writing and not is_named
        is_alone = turn.draft.size == 1 and not _replaces(turn) and not _is_another(turn, answer)
        is_own = is_alone or _is_named(turn, answer)
        member.is_writing = was_said or (is_own and not self._is_noted(turn))
        return Kept()


def _half(turn: Turn, text: str) -> Name | None:
    """A first name alone, or a last one that is no word of the language; None: neither."""
    said = names.cased(text.strip(" .,!"))
    if plain(said) in FIRST_NAMES:
        return Name(said, "")
    words = plain(said).split()
    is_name = text[:1].isupper() and all(map(_may_be_last, words)) and len(words) <= _LONGEST_LAST
    return Name("", said) if is_name and not _is_place(turn, Name("", said)) else None


_LONGEST_LAST = 3
"""Words of a last name: « de La Fontaine »."""


def _may_be_last(word: str) -> bool:
    """Whether a word is one of the small ones of a last name, or none of the language."""
    if word in names.PARTICLES:
        return True
    return word.isalpha() and known_words.kinds(word) == known_words.UNKNOWN


def _with_accents(said: Name, known: Name) -> Name:
    """« GERARD ROCHE », whom the channel calls Gérard: with the accents that capitals leave out."""
    parts = [*zip(said, known, strict=True)]
    if any(plain(one) != plain(other) for one, other in parts):
        return said
    bare = [
        (one == without_accents(one) and other != without_accents(other)) for one, other in parts
    ]
    return Name(*(pair[is_bare] for pair, is_bare in zip(parts, bare, strict=True)))


def _is_reversed(said: Name, known: Name) -> bool:
    """Whether it is nearly the name that the channel tells, the last name first."""
    return _is_near(said.first, to=known.last) and _is_near(said.last, to=known.first)


def _is_near(said: str, *, to: str) -> bool:
    return OSA.distance(plain(said), plain(to), score_cutoff=2) <= min(2, len(to) // 3)


def is_the_territory(turn: Turn, text: str) -> bool:
    """« Pilat Rhodanien », once more or before it is asked: no name, and no function."""
    known = (turn.draft.territory, turn.event.examples.territory)
    words = {*plain(text).split()}
    return bool(words) and any(words <= {*plain(one).split()} for one in known if one)


def _is_place(turn: Turn, name: Name) -> bool:
    """Whether it is but the name of where they come from, or work: « Bourg Argental »."""
    said = plain(" ".join(name)).split()
    if said[0] in FIRST_NAMES:
        return False
    known = [turn.draft.noted_territory, *(one.organisation for one in turn.draft.members)]
    if is_the_territory(turn, " ".join(name)):
        return True
    return any({*said} <= {*plain(one).split()} for one in known if one)


def _is_named(turn: Turn, name: Name) -> bool:
    """Whether this is the name of who writes, as far as the channel tells it (« Marie D. »)."""
    last = turn.person.last_name.strip(" .")
    is_initial = len(last) == 1 and name.last.casefold().startswith(last.casefold())
    is_last = not last or is_initial or _alike(name.last, last)
    return _alike(name.first, turn.person.first_name) and is_last


def _is_another(turn: Turn, name: Name) -> bool:
    """Whether the channel calls who writes otherwise: it may be somebody else's name.

    A first name that shares no letter to begin with is that of one of the family.
    """
    person = turn.person
    own = {*plain(f"{person.first_name} {person.last_name}").split()}
    is_family = {*plain(name.first).split()} <= FIRST_NAMES and {
        *plain(person.first_name).split()
    } <= FIRST_NAMES
    is_family &= plain(name.first)[:1] != plain(person.first_name)[:1]
    said = plain(" ".join(name)).split()
    is_none = not any(_is_near(one, to=other) for one in said for other in own)
    return bool(person.last_name) and (is_none or is_family)


def _replaces(turn: Turn) -> bool:
    """Whether somebody is asked about who comes in the place of another."""
    return turn.draft.purpose == "replace"


def _alike(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def own_example(turn: Turn) -> str:
    """An organisation as an example: the event's, or any."""
    return turn.event.examples.organisation or turn.words.plain("organisation.example")


class MemberCategory(MemberStep):
    """In what capacity the member comes, when the function does not tell."""

    topic = "category"

    def answer_of(self, member: MemberDraft) -> str | None:
        """The category's identifier."""
        return member.category

    async def question(self, turn: Turn) -> Markup:
        """Ask for the category."""
        return turn.words(f"category.ask.{self.who(turn)}", name=self.member(turn.draft).name)

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """The three categories."""
        return [
            [Choice(turn.words.plain(f"category.choice.{category}"), category)]
            for category in Category
        ]

    def read(self, turn: Turn, text: str) -> Reading[Category]:
        """Read a category, or a function that tells it; who fits none is of civil society."""
        if categories.fits_none(text):
            return Understood(Category.CIVIL)
        return categories.told(unmeant.without(text))

    def chosen(self, turn: Turn, value: str) -> Category | None:
        """The category of a button."""
        return Category(value) if value in set(Category) else None

    async def keep(self, turn: Turn, answer: Category) -> Kept:
        """Note it and say it back."""
        self.member(turn.draft).put(category=answer)
        return Kept(self.category_remark(turn))
