"""The organisation of a member, where it was not said with the function."""

import re

from markupsafe import Markup

from bot.conversation.state import MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.member import OWN_ACCOUNT, MemberStep, own_example
from bot.conversation.steps.step import Kept
from bot.conversation.turn import Turn
from bot.domain.fields import LONGEST
from bot.understanding import (
    confirmations,
    emails,
    mistyped,
    organisations,
    roles,
    sentences,
    territories,
    told,
)
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.roles import Role
from bot.understanding.tidying import tidy

_AT = re.compile(
    r"^(?:[Cc]['’]est |[Pp]our )?(?:à la |au |aux |chez |à l['’]|la (?=mairie)|le (?=parc))"
)
BARE = 8
"""An organisation that is told by nothing else has so many words at most."""
_SPEAKS = re.compile(
    r"[?!]|\.\.|\b(?:je|j['’]|vous|tu|on|elle|il|c['’]est|i|you|it)\s", re.IGNORECASE
)


class MemberOrganisation(MemberStep):
    """The organisation, when it was not said with the function."""

    topic = "organisation"

    def answer_of(self, member: MemberDraft) -> str | None:
        """The organisation."""
        return member.organisation

    async def question(self, turn: Turn) -> Markup:
        """Ask for the organisation."""
        name, example = self.member(turn.draft).name, own_example(turn)
        return turn.words(f"organisation.ask.{self.who(turn)}", name=name, example=example)

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Take what is written, if it can be a name; « la même » is that of the member before."""
        if OWN_ACCOUNT.search(plain(text)):
            return Understood(turn.words.plain("organisation.own"))
        if territories.is_person(text):
            return Unclear("empty")  # whoever comes too, perhaps
        text = mistyped.put_right(text)
        whole = organisations.proper_name(text)
        named = whole or organisations.called(text) or told.organisation(text)
        cleaned = named or _AT.sub("", tidy(text))
        same = self.organisation_before(turn, cleaned)
        first = sentences.sentences(text)[:1]
        for said in (cleaned, *first):
            same = same or organisations.hall_of(said, turn.draft.territory)
        if same is not None:
            return Understood(same)
        if organisations.SAME.fullmatch(plain(cleaned)):  # as what: perhaps the territory
            territory = turn.draft.territory
            return Doubtful(territory, "same") if territory else Unclear("empty")
        if named is None and confirmations.read(text) is not None:
            return Unclear("empty")
        is_mail = named is None and isinstance(emails.read(text), Understood)
        if is_mail or plain(cleaned).startswith(("societe civile", "civil society")):
            return Unclear("empty")
        if "@" in cleaned or not any(letter.isalpha() for letter in cleaned):
            return Unclear("empty")
        if named is None and len(cleaned) > LONGEST and not _SPEAKS.search(text):
            return Unclear("too_long")
        if named is None and (len(cleaned.split()) > BARE or _SPEAKS.search(text)):
            return Unclear("empty")
        if named is None and len(cleaned.split()) > 2 and told.says_no_organisation(text):
            return Unclear("empty")
        return Unclear("too_long") if len(cleaned) > LONGEST else Understood(cleaned)

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it."""
        member = self.member(turn.draft)
        named = sharing.fuller(turn.draft, organisations.tidied(answer))
        if member.function is not None:
            function, _ = roles.undoubled(Role(member.function, named))
            member.put(function=function)
        sharing.give(member, named)
        sharing.share(turn, member, named)
        return Kept()
