"""What was changed of a registration, by its name: « Votre fonction est maintenant : … »."""

from collections.abc import Iterator

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.phrases import LINE
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.typography import spoken_phone

_OWN = ("function", "organisation", "email", "phone")
_WHAT = ("function", "organisation", "category")
_NAME = ("first_name", "last_name")


def said(turn: Turn, before: Party, after: Party) -> Markup | None:
    """Say what is otherwise now; None: there is more to it than answers that are others."""
    new = [one for one in after.everyone if one.key not in {old.key for old in before.everyone}]
    if len(new) == 1 and len(after.everyone) == len(before.everyone) + 1:
        return LINE.join([_added(turn, new[0]), *_reached(turn, new[0])])
    if len(before.everyone) != len(after.everyone) or before.answers != after.answers:
        return None
    lines = list(_lines(turn, before, after))
    if not lines or any(one is None for one in lines):
        return None
    told = [one for one in lines if one is not None]
    return told[0] if len(told) == 1 else turn.words("change.done_so", lines=LINE.join(told))


def _added(turn: Turn, new: Member) -> Markup:
    return turn.words("changed.added", person=phrases.person(turn.words, new))


def _reached(turn: Turn, new: Member) -> Iterator[Markup]:
    """« Pour joindre Luc Roy : … », where that was told with them."""
    if how := phrases.reached(new):
        yield turn.words("recap.reached", name=new.name, how=how)


def _lines(turn: Turn, before: Party, after: Party) -> Iterator[Markup | None]:
    if before.territory != after.territory:
        yield turn.words("changed.territory", value=after.territory)
    reader = None if turn.acting_for else after.spoken_to_at(turn.address)
    for old, new in zip(before.everyone, after.everyone, strict=True):
        if old.key != new.key:
            yield turn.words("changed.replaced", new=new.name, old=old.name)
            yield from _reached(turn, new)
            continue
        yield from _of_member(turn, old, new, is_own=new is reader)
    for aside, now in zip(before.registrars, after.registrars, strict=False):
        for key in (*_NAME, "email", "phone"):
            if aside.answers.get(key) != now.answers.get(key):
                yield _value(turn, key, now.answers.get(key), "")


def _of_member(turn: Turn, old: Member, new: Member, *, is_own: bool) -> Iterator[Markup | None]:
    keys = [key for key in {**old.answers, **new.answers} if _differs(old, new, key)]
    name = "" if is_own else new.name
    if any(key in keys for key in _NAME):
        yield turn.words("changed.name", new=new.name, old=old.name)
    if sum(key in _WHAT for key in keys) > 1:
        yield turn.words("changed.person", person=phrases.person(turn.words, new))
        keys = [key for key in keys if key not in _WHAT]
    if name and {"email", "phone"} <= {*keys} and new.email and new.phone:
        yield turn.words("change.reached", name=name, value=phrases.reached(new))
        keys = [key for key in keys if key not in ("email", "phone")]
    for key in keys:
        if key in _OWN:
            yield _value(turn, key, new.answers.get(key), name)
        elif key == "category":
            kind = phrases.category(
                turn.words, new.category, new.function, first_name=new.first_name
            )
            said_of = "changed.category_of" if name else "changed.category"
            yield turn.words(said_of, name=name, value=kind)
        elif key not in _NAME:
            yield None


def _differs(old: Member, new: Member, key: str) -> bool:
    return old.answers.get(key) != new.answers.get(key)


def _value(turn: Turn, key: str, value: str | None, name: str) -> Markup | None:
    """« Votre fonction est maintenant : … », « C’est noté pour Luc Roy : … »; None: it is gone."""
    if not value or key in _NAME:
        return None
    shown = spoken_phone(value) if key == "phone" else value
    if name:
        return turn.words("change.reached", name=name, value=shown)
    return turn.words(f"changed.{key}", value=shown)
