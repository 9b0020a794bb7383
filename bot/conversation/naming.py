"""Answers that are named by what they are: « ma fonction : … », « le contact, c’est moi »."""

import re
from collections.abc import Iterator
from typing import Any

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.member import MemberCategory, MemberName
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.role import MemberRole
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.conversation.steps.writer import Writer
from bot.conversation.turn import Turn
from bot.domain.party import Category
from bot.understanding import calling, categories, labelled, organisations, seeking, territories
from bot.understanding.labelled import Label
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Understood
from bot.understanding.roles import Role
from bot.understanding.seeking import Seeking
from bot.understanding.sentences import sentences
from bot.understanding.telling.scene import Known

Correction = tuple[Step, Any]
"""A step, and its answer as it is to be."""


def by_name(draft: Draft, text: str) -> str:
    """« Une faute dans le nom de l’élue »: who that is, where one alone comes as that."""

    def named(found: re.Match[str]) -> str:
        category = Category.ELECTED if "lu" in found["who"].casefold() else Category.STAFF
        meant = [one for one in draft.members if one.category == category and one.name]
        return f"{found['what']} de {meant[0].name}" if len(meant) == 1 else found.group()

    return _OF_A_CAPACITY.sub(named, text)


_OF_A_CAPACITY = re.compile(
    r"\b(?P<what>(?:pr[ée])?nom|e-?mail|mail|adresse|t[ée]l[ée]phone|num[ée]ro|fonction|structure)"
    r" de l['’ ]\s?(?P<who>[ée]lue?|agente?)\b",
    re.IGNORECASE,
)


def answers(turn: Turn, text: str) -> Iterator[Correction]:
    """Answers that are named: function, organisation, capacity, who is written to."""
    draft, has_role = turn.draft, False
    known = [] if draft.party else list(map(_known, draft.members))
    for place, name in calling.instead(text, known).items():
        if plain(" ".join(name)) != plain(draft.members[place - 1].name):
            yield MemberName(place), name
    for one in labelled.stated(text):
        place = _place_named(draft, one.whom, is_own=one.is_own)
        if one.is_put and not (one.whom or one.is_own):
            place = turn.corrects or turn.spoken_of or _place_meant(draft, text)
        elif not (one.whom or one.is_own):
            place = turn.corrects or place
        step: Step = MemberOrganisation(max(place, 1))
        if one.label is Label.FUNCTION:
            step, has_role = MemberRole(max(place, 1)), True
        reading = step.read(turn, one.value)
        if one.label is Label.ORGANISATION and organisations.is_of_all(text):
            yield from _of_all(turn, one.value)
        elif place and isinstance(reading, Understood | Doubtful):
            member = draft.members[place - 1]
            yield step, _beside(member, _whole(one.value, reading.value))
            if _was_chosen(member):
                yield MemberCategory(place), member.category
    yield from _renamed_bodies(draft, text)
    yield from substituted(turn, text)
    yield from _of_another_town(draft, text)
    for place, wanted, denied in _capacities(draft, text):
        is_told = wanted is not None and (not has_role or denied is not None)
        if is_told and draft.members[place - 1].category != wanted:
            yield MemberCategory(place), wanted
    writing = _written_to(turn, text)
    is_fixed = draft.is_for_others or bool(draft.party)
    if writing and not is_fixed and not draft.members[writing - 1].is_writing:
        yield Writer(), writing


def _renamed_bodies(draft: Draft, text: str) -> Iterator[Correction]:
    """« le nom c’est réseau Agri Court Drôme », where « réseau Agri Court » is noted."""
    for place, member in enumerate(draft.members, 1):
        noted = member.organisation or ""
        name = organisations.renamed(text, known=noted)
        if name is not None and not {*plain(name).split()} <= {*plain(noted).split()}:
            yield MemberOrganisation(place), name


_OF_A_BODY = re.compile(r"^(?P<what>.+?) (?:de l['’]|de la |des |du |de |d['’])(?P<body>.+)$")


def _but_the_function(said: str, *, body: str) -> str:
    """« membre des P’tits Diois », of who is noted there: what they do."""
    found = _OF_A_BODY.match(said)
    is_there = found is not None and {*plain(found["body"]).split()} <= {*plain(body).split()}
    return found["what"] if found is not None and is_there else said


_NOT_OF = re.compile(
    r"\bc['’ ]?\s?est (?:la mairie )?(?:[àa] |de |d['’])?(?P<new>[^\W\d_][^,.;:!?\n]{1,40}?),? "
    r"(?:et |mais )?(?:pas|non) (?:la mairie )?(?:[àa] |de |d['’])?(?P<old>[^\W\d_][^,.;:!?\n]+)"
    r"|\bpas (?:la mairie )?(?:[àa] |de |d['’])?(?P<no>[^\W\d_][^,.;:!?\n]{1,40}?)"
    r"(?:\s*[,:]| mais)\s*(?:c['’ ]?est )?(?:la mairie )?(?:[àa] |de |d['’])?"
    r"(?P<yes>[^\W\d_][^,.;:!?\n]+)",
    re.IGNORECASE,
)


_HALL = re.compile(r"^mairie (?:de |d )(?P<town>.+)$")


def _of_another_town(draft: Draft, text: str) -> Iterator[Correction]:
    """« Josiane c’est Véranne, pas Roisey », of whom the town hall of Roisey is noted."""
    found = None if "?" in text else _NOT_OF.search(text)
    if found is None:
        return
    old, new = plain(found["old"] or found["no"]), (found["new"] or found["yes"]).strip()
    halls = [
        place
        for place, one in enumerate(draft.members, 1)
        if (town := _HALL.match(plain(one.organisation or "")))
        and f"{old} ".startswith(f"{town['town']} ")
    ]
    named = draft.places_named(text)
    meant = [place for place in halls if not named or place in named]
    right = territories.capitalised(new.lower() if new.isupper() else new)
    hall = organisations.hall_of("mairie", right)
    if len(meant) == 1 and hall is not None:
        yield MemberOrganisation(meant[0]), hall


_SUBSTITUTED = re.compile(
    r"\b(?:remplace[rz]?|corrige[rz]?|change[rz]?|replace|change)\s+[«\"“]?\s*(?P<old>.{2,60}?)\s*[»\"”]?"
    r"\s+(?:par|en|with|to)\s+[«\"“]?\s*(?P<new>[^.!?\n]{2,80}?)\s*[»\"”]?"
    r"(?:\s*,?\s+(?:pour|partout|svp|merci|s['’]il|please|sinon|le reste|et (?:confirm|valid))\w*\b"
    r".*)?(?:[\s.!]*$|[.!]\s)",
    re.IGNORECASE,
)


_PUT = r"(?:mets|mettez|mettre|marque[rz]?|notez?|[ée]cri(?:s|vez)|put|write)"
_PUT_INSTEAD = re.compile(
    rf"\b(?:ne )?{_PUT} (?:pas|plus|not) [«\"“]?\s*(?P<old>[^,.;:«»\"“”]{{2,60}}?)\s*[»\"”]?"
    rf"\s*(?:[,;.:]|\bmais\b|\bet\b)\s*(?:mais )?(?:{_PUT}|plut[oô]t)(?: plut[oô]t)? [«\"“]?\s*"
    r"(?P<new>[^,.;:«»\"“”\n]{2,80}?)\s*[»\"”]?(?=[\s.!]*$|\s*[,;.])",
    re.IGNORECASE,
)
"""« mettez pas maman, mettez membre des P’tits Diois »."""
_NO_LONGER = re.compile(
    r"\bn['’]est (?:plus|pas) [«\"“]?\s*(?P<old>[^,.;:«»\"“”]{2,60}?)\s*[»\"”]?,?\s+mais\s+"
    r"[«\"“]?\s*(?P<new>[^,.;:«»\"“”]{2,80}?)\s*[»\"”]?(?=[\s.!]*$|\s*,|\s+pour\b)",
    re.IGNORECASE,
)
"""« ce n’est plus Terre et feu mais « La Cuisson lente », pour nous deux »."""


def substituted(turn: Turn, text: str) -> Iterator[Correction]:
    """« Remplacez com com par communauté de communes du Pilat », wherever that is noted."""
    replaced = _SUBSTITUTED.search(text) or _PUT_INSTEAD.search(text)
    found = replaced or _NO_LONGER.search(text)
    old = "" if found is None or "?" in text else plain(found["old"])
    territory = plain(turn.draft.noted_territory or "")
    if found is not None and old and _ARTICLE.sub("", old) == _ARTICLE.sub("", territory):
        reading = Territory().read(turn, found["new"])
        if isinstance(reading, Understood | Doubtful):
            yield Territory(), reading.value
        return
    for place, member in enumerate(turn.draft.members, 1):
        step: Step = MemberOrganisation(place)
        if replaced and old and old == plain(member.function or ""):
            step = MemberRole(place)
        elif not old or old != plain(member.organisation or ""):
            continue
        own = member.organisation or ""
        new = "" if found is None else _but_the_function(found["new"], body=own)
        reading = step.read(turn, new)
        if isinstance(reading, Understood | Doubtful):
            yield step, _beside(member, reading.value)


_ARTICLE = re.compile(r"^(?:le territoire (?:de |du )?)?(?:le |la |l )?")


def _of_all(turn: Turn, organisation: str) -> Iterator[Correction]:
    """« structure : CC du Lignon, pour les deux »: that of each of them."""
    for place in range(1, len(turn.draft.members) + 1):
        step = MemberOrganisation(place)
        reading = step.read(turn, _FOR_ALL.sub("", organisation))
        if isinstance(reading, Understood):
            yield step, reading.value


_FOR_ALL = re.compile(r"\s+(?:pour|à|for) (?:nous|les|tous|toutes|tou)\b.*$", re.IGNORECASE)


def _known(one: MemberDraft) -> Known:
    return Known(one.answers.get("first_name", ""), one.last_name or "")


def _place_meant(draft: Draft, text: str) -> int:
    """The place of who writes, where nobody else is named: « mettez directrice »; else 0."""
    if _THEY.search(plain(text)) and not _MYSELF.search(plain(text)):
        return 0  # « il est aussi vice-président, mais mettez maire »: who was spoken of
    others = {*draft.places_named(text)} - {draft.writing_place}
    is_alone = len(draft.members) == 1 and draft.registrar is None
    return 0 if others else draft.writing_place or int(is_alone)


def _written_to(turn: Turn, text: str) -> int:
    """The place of whom a text names as the contact; « moi » is who bears the writer's name."""
    words = labelled.contact(text)
    if words is None:
        return 0
    place = _place_named(turn.draft, words, is_own=False)
    if not place and re.search(r"\b(?:moi|me)\b", words):
        own = f"{turn.person.first_name} {turn.person.last_name}"
        place = _place_named(turn.draft, own, is_own=True)
    return place


def _was_chosen(member: MemberDraft) -> bool:
    """Whether in what capacity they come was said, against what the function tells."""
    inferred = categories.infer(member.function or "", member.organisation)
    return member.category is not None and member.category != inferred


def _whole(said: str, answer: Any) -> Any:
    """« potier et président » is both."""
    is_both = isinstance(answer, Role) and answer.organisation is None and " et " in said
    return Role(said, None) if is_both and len(said.split()) <= SHORT else answer


SHORT = 6
"""Words of two functions at most."""


def _beside(member: MemberDraft, answer: Any) -> Any:
    """A function alone leaves the organisation as it is."""
    if isinstance(answer, Role) and answer.organisation is None:
        return Role(answer.function, member.organisation)
    return answer


def _place_named(draft: Draft, words: str, *, is_own: bool) -> int:
    """The place of whom words name; 0: nobody's, or several's."""
    named, is_alone = draft.places_named(words), len(draft.members) == 1
    if len(named) == 1:
        return named[0]
    return draft.writing_place or int(is_alone) if is_own or is_alone else 0


_THEY = re.compile(r"\b(?:il|elle|lui|son|sa|he|she|his|her)\b")
_I_AM = re.compile(r"\b(?:je|moi|i) (?:ne )?(?:suis|viens|am|come)\b")
_MYSELF = re.compile(r"\b(?:moi|je|j|suis|me|i|myself)\b")


def _capacities(draft: Draft, text: str) -> Iterator[tuple[int, Category | None, Category | None]]:
    """Whose place, in what capacity they are said to come, and in which not.

    Who is named last is meant until somebody else is; before, who comes as what is denied, or
    who writes.
    """
    members = list(enumerate(draft.members, 1))
    if not members:
        return
    writing = draft.writing_place or 1
    meant = 0
    # « cherchez, plutôt un élu »: nobody’s
    is_sought = seeking.read(text) is Seeking.SEARCH or seeking.prefers(text)
    for clause, wanted, denied in labelled.capacities(text):
        is_nobodys = is_sought and not _I_AM.search(plain(clause))
        if is_nobodys or _REACHED.search(plain(clause)):
            continue
        own = writing if _MYSELF.search(plain(clause)) else 0
        meant = _place_named(draft, clause, is_own=False) or own or meant
        others = [place for place, one in members if not one.is_writing]
        is_other = (
            len(others) == 1 and _THEY.search(plain(text)) and not _MYSELF.search(plain(text))
        )
        meant = meant or (others[0] if is_other else 0)
        so = [place for place, one in members if denied is not None and one.category == denied]
        if wanted is not None or denied is not None:
            yield meant or (so[0] if len(so) == 1 else writing), wanted, denied


_REACHED = re.compile(
    r"\b(?:l|le|la|notre|cet|cette) (?:elue?|agente?|technicien\w*) (?:(?:est|reste|sera) (?:\w+ )?"
    r"joignable|repond|prefere)\b"
)
"""« l’élu est joignable au … »: how somebody is reached, who is called so."""


def denies_capacity(text: str) -> bool:
    """« je ne suis pas agente, c’est une asso »: whether one is denied and another told."""
    told = labelled.capacities(text)
    return any(denied for *_, denied in told) and any(wanted for _, wanted, _ in told)


def is_so(turn: Turn, text: str) -> bool:
    """« Le contact, c’est moi », « mettez société civile », as it is already."""
    draft = turn.draft
    places = [_written_to(turn, one) for one in sentences(text)]
    writes = any(place and draft.members[place - 1].is_writing for place in places)
    told = [(place, wanted) for place, wanted, _ in _capacities(draft, text) if wanted is not None]
    return (
        writes
        or names_body(draft, text)
        or any(draft.members[place - 1].category == wanted for place, wanted in told)
    )


def names_body(draft: Draft, text: str) -> bool:
    """« le nom c’est Les Haies Vives », as it is noted."""
    return any(organisations.renamed(text, known=one.organisation or "") for one in draft.members)


def wrong_capacity(draft: Draft, text: str) -> int:
    """The place of whom a text says they do not come in the capacity answered; 0: nobody's."""
    told = list(_capacities(draft, text))
    said = {place for place, wanted, _ in told if wanted is not None}
    wrong = [
        place
        for place, _, denied in told
        if place not in said and denied is not None and draft.members[place - 1].category == denied
    ]
    return wrong[0] if wrong else 0
