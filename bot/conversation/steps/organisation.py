"""The organisation of a member, where it was not said with the function."""

import re

from markupsafe import Markup

from bot.conversation.phrases import LINE
from bot.conversation.state import MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.member import MemberStep, nowhere, own_business, own_example
from bot.conversation.steps.step import Choice, Kept
from bot.conversation.steps.territory import LABEL_AT_MOST
from bot.conversation.turn import Turn
from bot.domain.fields import LONGEST
from bot.domain.party import Category
from bot.understanding import (
    abbreviations,
    categories,
    confirmations,
    emails,
    labelled,
    mistyped,
    organisations,
    roles,
    sentences,
    spelling,
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
    r"[?!]|\.\.|\b(?:je|j['’]|vous|tu|on|nous|elle|il|c['’]est|i|you|it|we)\s"
    r"|^(?:le )?territoire\b",
    re.IGNORECASE,
)


_NONE = re.compile(
    r"(?:(?:non|ben|bah|euh|en|elle|il|j|je|n|y|ai|a) )*"
    r"(?:pas|aucune?|rien|neant|nulle part|none|sans)"
    r"(?: (?:du tout|merci|en fait|structure|vraiment|trop|moi|a part moi))*"
)
_CLAUSE = re.compile(r"[,.;:!?…\n]+|\b(?=c['’ ]?est tout\b)|\b(?=mais\b)", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"^(?:(?:mais|ben|bah|non|et|puisque?|comme) )*(?:je|on) (?:vous |te |l |le )*(?:ai |a )?"
    r"(?:deja )?(?:dit|dis|redis|repete)(?: deja)? (?:que? |qu )?"
)
"""« je vous ai dit que je n’en ai pas »."""


def _says_none(text: str) -> bool:
    """« aucune, j’ai mes brebis c’est tout »: whether a clause says that there is none."""
    said = [_SAID_BEFORE.sub("", plain(one)) for one in _CLAUSE.split(text)]
    return any(map(_NONE.fullmatch, said)) and not roles.names_body(text)


_OF_ANOTHER = re.compile(
    r"\b(?:elle|il|she|he) (?:est|is)\b|\b(?:ma femme|mon mari|my wife|my husband)\b", re.I
)
_REPEATED = re.compile(
    r"[\s,]+(?:je (?:vous|te|l['’]ai|vous l['’]ai) .*|comme (?:je|d[ée]j[àa]) .*|voil[àa]"
    r"|i (?:said|told) .*)$",
    re.I,
)
_COUNCILLOR = re.compile(r"conseill[eè]re?", re.IGNORECASE)
_PLACE = re.compile(
    r"[A-ZÀ-Ý][\w'’]*(?:[ -](?:[A-ZÀ-Ý][\w'’]*|en|et|sur|sous|les?|la|lès|de|du|des|d['’]\w+"
    r"|l['’]\w+)){0,5}"
)
_KINDS = frozenset(["la commune", "commune", "la cc", "cc", "la ville", "l agglo", "agglo"])
"""What an organisation is, and not which one."""
_TOWN = re.compile(r"^((?:de |d['’])(?=[A-ZÀ-Ý]))")
"""« de Saint-Roman », after « la commune »."""
KNOWN, NONE = "known.", "none"
"""What buttons carry: one of those that are offered, or that there is none."""


def _after_colon(text: str) -> str:
    """« la même que la mienne : la communauté de communes… »: what stands after."""
    before, colon, after = text.rpartition(":")
    return after.strip() if colon and before and roles.names_body(after) else text


def _with_its_place(body: str, *, said: str) -> str:
    """« association L’Abeille, à Luc »: with where it is, which is said after its name."""
    at = said.find(body) + len(body) if body in said else len(said)
    place = _AT_A_PLACE.fullmatch(said[at:])
    return body if place is None else f"{body} à {place['place']}"


_AT_A_PLACE = re.compile(rf"\s*,?\s+à (?P<place>{_PLACE.pattern})[\s.!]*")


class MemberOrganisation(MemberStep):
    """The organisation, when it was not said with the function."""

    topic = "organisation"

    def answer_of(self, member: MemberDraft) -> str | None:
        """The organisation."""
        return member.organisation

    async def question(self, turn: Turn) -> Markup:
        """Ask for the organisation."""
        asked = turn.words(f"organisation.ask.{self.who(turn)}", name=self.member(turn.draft).name)
        if self._offered(turn):
            return asked
        return asked + LINE + turn.words("organisation.for_example", example=own_example(turn))

    async def choices(self, turn: Turn) -> list[list[Choice]]:
        """What is known of where they may work; that they have none, who come for nobody."""
        rows = [[Choice(one, f"{KNOWN}{at}")] for at, one in enumerate(self._offered(turn))]
        none = Choice(turn.words.plain("organisation.without"), NONE)
        may_be_none = self.member(turn.draft).category in (Category.CIVIL, None)
        return [*rows, *([[none]] if may_be_none else [])]

    def chosen(self, turn: Turn, value: str) -> str | None:
        """The organisation of a button, that there is none, or one read with doubt."""
        if value == NONE:
            return turn.words.plain("organisation.none")
        if not value.startswith(KNOWN):
            return value
        offered, place = self._offered(turn), value.removeprefix(KNOWN)
        return offered[int(place)] if place.isdecimal() and int(place) < len(offered) else None

    def _offered(self, turn: Turn) -> list[str]:
        """The town hall or the body they come from, and where the others work."""
        draft, member = turn.draft, self.member(turn.draft)
        is_civil = member.category == Category.CIVIL
        others = [one for one in draft.members if one is not member]
        theirs = [
            one.organisation for one in others if is_civil == (one.category == Category.CIVIL)
        ]
        if is_civil:
            nowhere_ = [turn.words.plain(f"organisation.{one}") for one in ("own", "none")]
            return [one for one in dict.fromkeys(theirs) if one and one not in nowhere_]
        noted = draft.noted_territory or ""
        own = [noted] if territories.is_body(noted) else []
        if roles.is_of_a_town(member.function or ""):
            own = [organisations.hall_of("mairie", noted) or ""]
        known = dict.fromkeys(one for one in (*own, *theirs, *draft.known_bodies[:1]) if one)
        return [one for one in known if len(one.encode()) <= LABEL_AT_MOST]

    def is_answer(self, turn: Turn, text: str) -> bool:
        """« il n’y a pas de structure » asks nothing."""
        return "?" not in text and nowhere(turn, text) is not None

    def read(self, turn: Turn, text: str) -> Reading[str]:
        """Take what is written, if it can be a name; « la même » is that of the member before."""
        if (short := self._short(turn, text)) is not None:
            return Understood(short)
        text = own_business(text) or _after_colon(_without_capacity(text))
        is_of_another = self.who(turn) == "self" and _OF_ANOTHER.search(text)
        is_mail = isinstance(emails.read(text), Understood)
        own = {*plain(self.member(turn.draft).name).split()}
        is_name = {*plain(spelling.put_together(text)).split()} <= own
        if territories.is_person(text) or is_of_another or is_mail or is_name:
            return Unclear("empty")  # whoever comes too, perhaps
        text = mistyped.put_right(text)
        whole = organisations.proper_name(text)
        named = whole or organisations.called(text) or told.organisation(text)
        cleaned = named or abbreviations.without_trail(_AT.sub("", tidy(text)).strip(" .!"))
        cleaned = _with_its_place(cleaned, said=text)
        cleaned = sharing.fuller(turn.draft, _TOWN.sub(r"commune \1", cleaned))
        same = self.organisation_before(turn, cleaned)
        first = sentences.sentences(text)[:1]
        for said in (cleaned, *first):
            same = same or organisations.hall_of(said, turn.draft.noted_territory)
        if same is not None:
            return Understood(same)
        if organisations.SAME.fullmatch(plain(cleaned)):  # as what: perhaps the territory
            territory = turn.draft.noted_territory
            return Doubtful(territory, "same") if territory else Unclear("empty")
        if named is None and confirmations.read(text) is not None:
            return Unclear("empty")
        if plain(cleaned).startswith(("societe civile", "civil society")):
            return Unclear("empty")
        if plain(cleaned) in _KINDS and not turn.missed:
            return Unclear("which")
        if "@" in cleaned or not any(letter.isalpha() for letter in cleaned):
            return Unclear("empty")
        if named is None and len(cleaned) > LONGEST and not _SPEAKS.search(text):
            return Unclear("too_long")
        if named is None and (len(cleaned.split()) > BARE or _SPEAKS.search(text)):
            return Unclear("empty")
        if named is None and len(cleaned.split()) > 2 and told.says_no_organisation(text):
            return Unclear("empty")
        return Unclear("too_long") if len(cleaned) > LONGEST else Understood(cleaned)

    def _at_the_hall(self, turn: Turn, said: str) -> str | None:
        """« à Ponet, je vous dis », of who is elected: its town hall; None: it is no place."""
        member = self.member(turn.draft)
        place = _REPEATED.sub("", re.sub(r"^(?:à|a|de|d['’]) ", "", said, flags=re.IGNORECASE))
        is_place = _PLACE.fullmatch(place) and not roles.names_body(place)
        is_place = is_place and not territories.is_person(place)
        function = member.function or ""
        is_elected = member.category == Category.ELECTED and " au " not in function
        is_elected |= roles.is_of_a_town(function) or _COUNCILLOR.fullmatch(function) is not None
        if not (is_place and is_elected):
            return None
        return organisations.hall_of(
            "mairie", territories.capitalised(place.lower() if place.isupper() else place)
        )

    def _short(self, turn: Turn, text: str) -> str | None:
        """« aucune », « à mon compte »; « oui », to the one that is offered."""
        if _says_none(text):
            return turn.words.plain("organisation.none")
        offered = self._offered(turn)
        if len(offered) == 1 and confirmations.read(text) is True:
            return offered[0]
        said, hall = plain(text), organisations.hall_of("mairie", turn.draft.noted_territory)
        if hall in offered and said == plain(turn.draft.noted_territory or ""):
            return hall
        return nowhere(turn, text) or self._at_the_hall(turn, tidy(text).strip(" .!"))

    async def keep(self, turn: Turn, answer: str) -> Kept:
        """Note it."""
        member = self.member(turn.draft)
        named = sharing.fuller(turn.draft, organisations.tidied(answer))
        if member.function is not None:
            function, _ = roles.undoubled(Role(member.function, named))
            member.put(function=function)
        sharing.give(member, named)
        is_territory = plain(named) == plain(turn.draft.noted_territory or "")
        if is_territory and categories.presides(member.function or ""):
            member.put(category=Category.ELECTED)
        sharing.share(turn, member, named)
        sharing.share_hall(turn.draft)
        _note_capacity(member, turn.text)
        return Kept()


def _without_capacity(text: str) -> str:
    """« La Manivelle, je ne suis pas agente »: the clauses that tell of no capacity."""
    told = labelled.capacities(text)
    if all(denied is None for _, _, denied in told):
        return text
    kept = [one for one, wanted, denied in told if wanted is None and denied is None]
    return tidy(", ".join(kept)) or text


def _note_capacity(member: MemberDraft, text: str) -> None:
    """« La Manivelle, et je ne suis pas agente, c’est de l’associatif »: as what they come."""
    told = labelled.capacities(text)
    denied = {one for _, _, one in told if one is not None}
    wanted = {one for _, one, _ in told if one is not None}
    if denied and len(wanted) == 1:
        member.put(category=wanted.pop())
        member.is_titled = True
    elif member.category in denied:
        del member.answers["category"]
