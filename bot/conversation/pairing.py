"""Who comes with whom, where those who register are several parties: « moi avec M. Roux »."""

from collections.abc import Sequence

from bot.conversation import given
from bot.conversation.asking import Asking
from bot.conversation.describing import own_name
from bot.conversation.state import Draft, MemberDraft
from bot.understanding import together
from bot.understanding.together import Known


async def heard(asking: Asking, text: str) -> bool:
    """Put those together who are said to come together; whether a message says so."""
    turn, draft = asking.turn, asking.turn.draft
    if not draft.others or draft.size is None or draft.purpose != "register":
        return False
    everyone = [*draft.members, *draft.others]
    groups = together.read(text, [_known(one) for one in everyone])
    sizes = [draft.size, *draft.afterwards]
    order = _arranged(groups, sizes, everyone)
    if order is None:
        return False
    draft.members, draft.others = order[: draft.size], order[draft.size :]
    _let_write(draft, asking)
    lines = await given.note_besides(asking, text)
    named = [turn.words.listing(one.name for one in party) for party in _parties(order, sizes)]
    said = turn.words("further.paired", parties=" ; ".join(filter(None, named)))
    await asking.go_on([said, *lines])
    return True


def _known(one: MemberDraft) -> Known:
    return Known(one.name, is_writing=one.is_writing)


def _arranged(
    groups: Sequence[Sequence[int]], sizes: Sequence[int], everyone: Sequence[MemberDraft]
) -> list[MemberDraft] | None:
    """Everybody, party after party, as the groups want it; None: they cannot come so."""
    if not groups or any(len(group) not in sizes for group in groups):
        return None
    left = [at for at in range(len(everyone)) if not any(at in group for group in groups)]
    waiting = sorted(groups, key=lambda group: not any(everyone[at].is_writing for at in group))
    order: list[int] = []
    for size in sizes:
        group = next((one for one in waiting if len(one) == size), None)
        if group is not None:
            waiting.remove(group)
        else:
            group, left = left[:size], left[size:]
        order += group
    return None if waiting else [everyone[at] for at in [*order, *left]]


def _parties(order: Sequence[MemberDraft], sizes: Sequence[int]) -> list[Sequence[MemberDraft]]:
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    return [order[start : start + size] for start, size in zip(starts, sizes, strict=True)]


def _let_write(draft: Draft, asking: Asking) -> None:
    """Who writes and comes later registers this party; how they are reached goes along."""
    writing = next((one for one in draft.others if one.is_writing), None)
    if writing is not None and not any(one.is_writing for one in draft.members):
        name = own_name(asking.turn)
        aside = MemberDraft(is_writing=True, answers=dict(writing.how_reached))
        if name is not None:
            aside.put(first_name=name.first, last_name=name.last)
        draft.registrar = aside
        writing.is_writing = False
