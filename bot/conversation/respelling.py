"""Putting a word right wherever it is noted, but in names: « c’est Drobie, pas Drobize »."""

from collections.abc import Sequence

from bot.conversation.state import Draft, MemberDraft
from bot.understanding import respelling
from bot.understanding.normal import plain
from bot.understanding.respelling import Respelt

_PUT_RIGHT = ("function", "organisation")


def put_right(draft: Draft, words: Sequence[Respelt]) -> str | None:
    """Put one of these right, and give the rest of the message; None: none is noted so."""
    everyone = [*draft.members, *draft.others]
    names = {word for one in everyone for word in plain(one.name).split()}
    for word in words:
        if plain(word.old) in names:
            continue
        changed = [_member(one, word) for one in everyone]
        territory = respelling.put_right(draft.territory or "", word)
        if any(changed) or territory != (draft.territory or ""):
            draft.territory = territory or None
            return word.rest
    return None


def complete(draft: Draft, text: str) -> bool:
    """Note a place or an organisation that a text tells in full; whether there is one."""
    is_one = False
    for member in [*draft.members, *draft.others]:
        whole = respelling.completed(member.organisation or "", text=text)
        if whole is not None:
            member.put(organisation=whole)
            is_one = True
    territory = respelling.completed(draft.territory or "", text=text)
    draft.territory = territory or draft.territory
    return is_one or territory is not None


def _member(member: MemberDraft, word: Respelt) -> bool:
    """Put it right in what a member does and where; whether it was there."""
    said = {key: member.answers.get(key) or "" for key in _PUT_RIGHT}
    right = {key: respelling.put_right(one, word) for key, one in said.items() if one}
    changed = {key: one for key, one in right.items() if one != said[key]}
    member.put(**changed)
    return bool(changed)
