"""The question about a member's function, and the organisation where it is said at once."""

import re

from markupsafe import Markup

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.member import (
    MemberCategory,
    MemberStep,
    is_the_territory,
    nowhere,
    own_example,
)
from bot.conversation.steps.step import Choice, Kept
from bot.conversation.turn import Turn
from bot.domain.party import Category
from bot.understanding import categories, organisations, roles, shared, told
from bot.understanding.normal import plain
from bot.understanding.results import Reading, Unclear, Understood
from bot.understanding.roles import Role

_AS_ANOTHER = re.compile(
    r"(?:(?:lui|elle|moi|eux|c est|et|oui) )*(?:aussi|pareil(?:le)?|idem|(?:la )?meme (?:chose"
    r"|fonction|titre)"
    r"|comme)(?: (?:que|pour|lui|elle|moi|aussi|\w+))*"
)


class MemberRole(MemberStep):
    """Function, and organisation where it is said at once."""

    topic = "role"

    def answer_of(self, member: MemberDraft) -> str | None:
        """The function."""
        return member.function

    async def question(self, turn: Turn) -> Markup:
        """Ask for function and organisation."""
        name, example = self.member(turn.draft).name, self.example(turn)
        return turn.words(f"role.ask.{self.who(turn)}", name=name, example=example)

    def example(self, turn: Turn) -> str:
        """An organisation; that of a colleague is another one."""
        if self.who(turn) == "self":
            return own_example(turn)
        other = turn.event.examples.other_organisation
        return other or turn.words.plain("organisation.example.other")

    def read(self, turn: Turn, text: str) -> Reading[Role]:
        """Read a function and an organisation; an organisation alone is no function."""
        if (other := self._as_another(turn, text)) is not None:
            return Understood(other)
        if is_the_territory(turn, text):
            return Unclear("no_function")
        reading = told.role(text)
        if not isinstance(reading, Understood):
            plainly = roles.just_a(text)
            return reading if plainly is None else Understood(Role(plainly, None))
        function, organisation = reading.value
        if roles.is_body(function.lower()):
            return Unclear("no_function")
        is_own = organisation is None or "structure" in plain(text)
        organisation = (nowhere(turn, text) if is_own else None) or organisation
        return Understood(Role(function, organisation))

    def _as_another(self, turn: Turn, text: str) -> Role | None:
        """« lui aussi », « même chose que Sam »: the function and the organisation of another."""
        if _AS_ANOTHER.fullmatch(plain(text)) is None:
            return None
        draft = turn.draft
        named = [place for place in draft.places_named(text) if place != self.place]
        before = [*named, self.place - 1, draft.writing_place]
        known = [draft.members[at - 1] for at in before if at > 0 and at != self.place]
        found = next((one for one in known if one.function), None)
        if found is None:
            return None
        function, said = found.function or "", {*plain(text).split()}
        if said & {"lui", "elle"}:
            function = shared.of_gender(function, is_woman="elle" in said)
        return Role(function, found.organisation)

    def doubtful(self, value: Role) -> str:
        """Function and organisation, kept apart."""
        return f"{value.function}|{value.organisation or ''}"

    def chosen(self, turn: Turn, value: str) -> Role:
        """A role read with doubt and confirmed."""
        function, _, organisation = value.partition("|")
        return Role(function, organisation or None)

    async def keep(self, turn: Turn, answer: Role) -> Kept:
        """Note both, and say in what capacity the member comes when the function tells."""
        member = self.member(turn.draft)
        said = answer.organisation
        same = self.organisation_before(turn, said) if said else None
        if said and same is None and said != told.SAME:
            hall = organisations.hall_of(said, turn.draft.noted_territory)
            same = hall or sharing.fuller(turn.draft, organisations.tidied(said))
        function = roles.quiet(answer.function)
        if said is None and (kind := organisations.kind_after(function, turn.text)) is not None:
            whole = sharing.fuller(turn.draft, kind)
            same = whole if whole != kind else None
        same = same or member.organisation
        same = same or roles.community(function, territory=turn.draft.noted_territory)
        function, organisation = roles.parted(Role(function, same))
        if organisation is None:
            function, organisation = _at_known(turn.draft, function)
        member.put(function=function)
        if organisation is not None:
            member.put(organisation=organisation)
            sharing.share(turn, self.member(turn.draft), organisation)
        sharing.share_hall(turn.draft)
        inferred = categories.infer(function, organisation)
        if inferred is None or (member.is_titled and inferred is not Category.ELECTED):
            return Kept()
        member.put(category=inferred)
        rather = turn.words.plain(f"category.rather.{self.who(turn)}", name=member.name)
        return Kept(
            self.category_remark(turn), Choice(rather, f"{MemberCategory.topic}.{self.place}")
        )


def _at_known(draft: Draft, function: str) -> Role:
    """« vice-président du parc », where one park is known: it is held there."""
    role = roles.at_body(function)
    whole = sharing.fuller(draft, role.organisation or "")
    return (
        Role(role.function, whole) if whole != (role.organisation or "") else Role(function, None)
    )
