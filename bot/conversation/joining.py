"""Two of a draft who are one: somebody said by a name, and again by a function."""

import re
from itertools import combinations

from bot.conversation.state import Draft, MemberDraft
from bot.understanding.normal import normal, plain


def join_the_same(draft: Draft, size: int | None, text: str) -> None:
    """« On n’est que deux : M. Oriol et l’élu, c’est la même personne »: one, where two stand."""
    is_less = size is not None and size == len(draft.members) - 1
    if not is_less and _SAME.search(normal(text)) is None:
        return
    for one, other in combinations(draft.members, 2):
        if not (one.is_writing or other.is_writing) and _complete_each_other(one, other):
            one.answers = _joined(one, other)
            draft.members = [member for member in draft.members if member is not other]
            draft.size = size if is_less else len(draft.members)
            return


_SAME = re.compile(r"\b(?:la|une seule et) meme personne\b|\bsame person\b|\bun doublon\b")


def _complete_each_other(one: MemberDraft, other: MemberDraft) -> bool:
    """Whether two may be one: a name in the other's, or none, and no two functions."""
    if not all(member.name or member.function for member in (one, other)):
        return False
    names = [{*plain(member.name).split()} for member in (one, other)]
    is_one_name = names[0] <= names[1] or names[1] <= names[0]
    return is_one_name and (
        not one.function or not other.function or one.function == other.function
    )


def _joined(one: MemberDraft, other: MemberDraft) -> dict[str, str]:
    """What is known of both; the name is the fuller one."""
    short, full = sorted((one, other), key=lambda member: len(plain(member.name).split()))
    known = {key: said for key, said in short.answers.items() if said}
    return {**known, **{key: said for key, said in full.answers.items() if said}}
