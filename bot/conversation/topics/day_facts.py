"""/journee: every fact of the day as participants hear it, page after page, and what to change."""

from markupsafe import Markup

from bot import days
from bot.conversation import phrases
from bot.conversation.facts import FACTS, SECTIONS, Fact, changed_among, section_of, table_of
from bot.conversation.messages import Button, Document
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import day_changes, desk
from bot.conversation.turn import Turn
from bot.domain.changes import NEW, Edit
from bot.exports import event_toml
from bot.understanding import day_wishes, desk_words
from bot.understanding.normal import plain

topic = Topic("day_facts", who=Who.ORGANISERS)

LONGEST_LABEL = 40
"""Characters of what a button says of an item."""
_FILE = ("toml", "fichier", "file")


@topic.command("journee", in_menu=True)
async def obey(turn: Turn, argument: str) -> None:
    """/journee: the day; with a word, a page or a fact of it, or its file."""
    said = plain(argument)
    if not said:
        await show(turn)
    elif said in _FILE:
        await send_file(turn)
    elif (fact := _named(turn, said)) is not None:
        await ask(turn, fact.name)
    elif (section := _section_named(turn, said)) is not None:
        await show_section(turn, section)
    else:
        turn.say(turn.words("facts.no_such", said=argument.strip()), *_rows(turn))


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Change la salle », « on passe à 18 places », of an organiser."""
    if not turn.is_organiser or not desk_words.is_wish(text):
        return False
    wishes = day_wishes.read(text, capacity=turn.event.seats.capacity)
    for wish in wishes:
        if wish.value and day_changes.is_read(turn, FACTS[wish.fact], wish.value):
            await day_changes.read_and_propose(turn, FACTS[wish.fact], None, wish.value)
            return True
    if wishes:
        await ask(turn, wishes[0].fact)
    return bool(wishes)


def _named(turn: Turn, said: str) -> Fact | None:
    """The fact of which this is the label, or a word that is in no other's."""
    labels = {fact.name: plain(label_of(turn, fact)) for fact in FACTS.values()}
    exact = [name for name, label in labels.items() if label == said]
    within = [name for name, label in labels.items() if said in label.split()]
    found = exact or within
    return FACTS[found[0]] if len(found) == 1 else None


def _section_named(turn: Turn, said: str) -> str | None:
    found = [one for one in SECTIONS if said in plain(turn.words.plain(f"facts.section.{one}"))]
    return found[0] if len(found) == 1 else None


def label_of(turn: Turn, fact: Fact) -> str:
    """What a fact is called: « Salle et adresse »."""
    return turn.words.plain(f"facts.label.{fact.name}")


# ---- the day, and its pages


@topic.pressed("facts")
async def show(turn: Turn, _argument: str = "") -> None:
    """The day in short, what was changed on top of its file, and its pages."""
    words, event = turn.words, turn.event
    facts = [
        words("infos.when", when=phrases.when(words, event)),
        words("infos.place", where=event.place.whole),
        phrases.seats(words, await turn.seats()),
        await FACTS["closing"].heard_by(turn),
    ]
    changed = changed_among(FACTS.values(), await days.changed(turn.books))
    labels = " · ".join(label_of(turn, one) for one in changed)
    said = [words("facts.changed", facts=labels)] if changed else []
    turn.show(
        PARAGRAPH.join([*turn.about(), words("facts.title"), LINE.join(facts), *said]),
        *_rows(turn),
    )


def _rows(turn: Turn) -> list[tuple[Button, ...]]:
    pages = [turn.button(f"facts.section.{name}", show_section, name) for name in SECTIONS]
    return [
        *(tuple(pages[at : at + 2]) for at in range(0, len(pages), 2)),
        (turn.button("facts.file", send_file), turn.button("button.desk", desk.show)),
    ]


@topic.pressed("day_page")
async def show_section(turn: Turn, name: str) -> None:
    """One page: each fact as it is heard, and a button to change it."""
    if name not in SECTIONS:
        await show(turn)
        return
    words, facts = turn.words, SECTIONS[name]
    title = words("title", title=words.plain(f"facts.section.{name}"))
    said: dict[Markup, list[str]] = {}
    for fact in facts:
        said.setdefault(await fact.heard_by(turn), []).append(label_of(turn, fact))
    paragraphs = [
        words("facts.heard", label=" · ".join(labels), heard=heard) if len(facts) > 1 else heard
        for heard, labels in said.items()
    ]
    turn.show(
        PARAGRAPH.join([*turn.about(), title, *paragraphs]),
        *await _fact_rows(turn, facts),
        (turn.button("facts.back", show), turn.button("button.desk", desk.show)),
    )


async def _fact_rows(turn: Turn, facts: tuple[Fact, ...]) -> list[tuple[Button, ...]]:
    if facts[0].item is not None:
        return [row for fact in facts for row in await _item_rows(turn, fact)]
    buttons = [turn.labelled(label_of(turn, one), ask, one.name) for one in facts]
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


async def _item_rows(turn: Turn, fact: Fact) -> list[tuple[Button, ...]]:
    called = fact.item or str
    items = [_short(called(one)) for one in fact.items(turn.event)]
    rows: list[tuple[Button, ...]] = [
        (turn.labelled(f"{at + 1}. {label}", ask, f"{fact.name}.{at}"),)
        for at, label in enumerate(items)
    ]
    rows.append((turn.button(f"facts.add.{fact.name}", ask, f"{fact.name}.{NEW}"),))
    if await _is_changed(turn, fact):
        rows.append((turn.button("facts.to_file", day_changes.ask_to_take_back, fact.name),))
    return rows


def _short(label: str) -> str:
    whole = " ".join(label.split())
    return whole if len(whole) <= LONGEST_LABEL else f"{whole[: LONGEST_LABEL - 1].rstrip()}…"


@topic.pressed("day_file")
async def send_file(turn: Turn, _argument: str = "") -> None:
    """The TOML of what holds now: the file, with what was changed on top of it."""
    words, when = turn.words, phrases.until(turn.words, turn.now)
    heading = words.plain("facts.file_heading", title=turn.event.title, when=when)
    content = event_toml.written(turn.event, heading)
    turn.replies.append(Document(f"{turn.event.code}.toml", content, words("facts.file_caption")))


# ---- one fact


@topic.pressed("day_fact")
async def ask(turn: Turn, argument: str) -> None:
    """A fact as it is heard, and what may be done with it: write it anew, take it away…"""
    target = target_of(turn, argument)
    if target is None:
        turn.toast("facts.gone")
        await show(turn)
        return
    fact, item = target
    if fact.item is not None and item is None:
        await show_section(turn, section_of(fact))
        return
    label = turn.words("title", title=label_of(turn, fact))
    now = [] if item == NEW else [await _now(turn, fact, item)]
    await prompt(turn, fact, item, PARAGRAPH.join([label, *now]))


async def _now(turn: Turn, fact: Fact, item: int | None) -> Markup:
    if item is None:
        return await fact.heard_by(turn)
    return turn.words("fact", fact=written_item(fact, fact.items(turn.event)[item]))


def written_item(fact: Fact, value: dict[str, object]) -> str:
    """An item as it is written: what is copied, changed, and sent again."""
    match value:
        case {"title": title, "points": [*points]}:
            return "\n".join([str(title), *(f"- {one}" for one in points)])
        case {"asked": [*asked], "answer": answer}:
            return "\n".join([*map(str, asked), str(answer)])
        case _:
            return fact.item(value) if fact.item else str(value)


def target_of(turn: Turn, argument: str) -> tuple[Fact, int | None] | None:
    """The fact, and the item of it, that a button means; None where there is none (any more).

    `name.item.seen`: the item is empty where it is none, `seen` left out by those that only show.
    """
    name, place, *_ = [*argument.split("."), ""]
    fact = FACTS.get(name)
    if fact is None:
        return None
    if not place:
        return fact, None
    if fact.item is None or not place.removeprefix("-").isdecimal():
        return None
    item = int(place)
    return (fact, item) if NEW <= item < len(fact.items(turn.event)) else None


def seen_of(argument: str) -> str | None:
    """What the fact was seen as by whoever got the button; None: it does not say."""
    parts = argument.split(".")
    return parts[2] if len(parts) > 2 else None


async def prompt(
    turn: Turn, fact: Fact, item: int | None, said: Markup, seen: str | None = None
) -> None:
    """Ask for a fact to be written, with an example; what it was seen as goes with it."""
    words = turn.words
    seen = seen or Edit(keys=fact.keys, item=item).seen(table_of(turn.event))
    which = f"{fact.name}.{'' if item is None else item}.{seen}"
    choices = [
        turn.labelled(one, day_changes.choose, f"{fact.name}.{at}.{seen}")
        for at, one in enumerate(fact.choices(words, turn.event))
    ]
    a_row = 5 if all(len(one.label) < LONGEST_LABEL // 5 for one in choices) else 2
    turn.prompt(
        PARAGRAPH.join([said, words(f"facts.write.{fact.how}")]),
        day_changes.take,
        which,
        *(tuple(choices[at : at + a_row]) for at in range(0, len(choices), a_row)),
        *await _ways_back(turn, fact, item, seen),
        (turn.labelled(words.plain("facts.leave"), show_section, section_of(fact)),),
    )


async def _ways_back(
    turn: Turn, fact: Fact, item: int | None, seen: str
) -> list[tuple[Button, ...]]:
    """Taking it away, and what the file says, where these are two things."""
    has_value, rows = bool(fact.said(turn.words, turn.event)), []
    may_go = fact.empty is not None and has_value and fact.name != "closing"
    if may_go or (item is not None and item != NEW):
        which = f"{fact.name}.{'' if item is None else item}.{seen}"
        rows.append(turn.button("facts.remove", day_changes.ask_to_remove, which))
    in_file = bool(fact.said(turn.words, await days.as_in_file(turn.books)))
    if item is None and (in_file or not may_go) and await _is_changed(turn, fact):
        rows.append(
            turn.button("facts.to_file", day_changes.ask_to_take_back, f"{fact.name}..{seen}")
        )
    return [(one,) for one in rows]


async def _is_changed(turn: Turn, fact: Fact) -> bool:
    return bool(changed_among([fact], await days.changed(turn.books)))
