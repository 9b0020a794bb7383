"""/annonce: write to many at once: see it as it will arrive, choose to whom, let it leave once."""

import zlib
from collections import Counter, defaultdict

from bot import usecases
from bot.conversation.messages import Button, Media, Press, Text
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import announced, desk
from bot.conversation.turn import Turn
from bot.domain.keys import AnnouncementKey
from bot.domain.party import Category, Party
from bot.store.announcements import Announcement, State
from bot.understanding import desk_words, to_many
from bot.understanding.territories import plain_form
from bot.usecases.announcing import SECONDS_EACH, Audience, To

topic = Topic("announcements", who=Who.ORGANISERS)

FILES = ("document", "photo", "video")
"""What may be sent on; a caption goes with each."""

WHOLE = (To.ALL, To.COMING, To.WAITING, To.SILENT)
TERRITORIES, CATEGORIES = "territories", "categories"
"""Stand among the audiences for those of which one is to be chosen."""


@topic.command("annonce", in_menu=True)
@topic.pressed("announce")
async def show(turn: Turn, argument: str) -> None:
    """/annonce: ask for what is to be said; with words after it, these are it."""
    if argument:
        await _keep(turn, argument)
        return
    turn.prompt(
        PARAGRAPH.join([*turn.about(), turn.words("announce.ask")]),
        take,
        "",
        (turn.button("announce.past", announced.show_past),),
        (turn.button("button.desk", desk.show),),
    )


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Envoie un message à tous les inscrits », « dis à tous que… », of an organiser."""
    if not (turn.is_organiser and desk_words.is_wish(text) and to_many.is_wished(text)):
        return False
    await show(turn, to_many.said(text))
    return True


@topic.written("ann_text", takes_files=True)
async def take(turn: Turn, _argument: str) -> None:
    """What was written, or sent."""
    match turn.input:
        case Text(text) if to_many.is_given_up(text):
            _say_dropped(turn)
        case Text(text) if to_many.is_bare_wish(text):
            await show(turn, "")
        case Text(text):
            await _keep(turn, text)
        case Media(kind, file, caption) if file and kind in FILES:
            await _keep(turn, caption, file_kind=kind, file=file)
        case _:
            turn.prompt(
                turn.words("announce.no_such_file"),
                take,
                "",
                (turn.button("button.desk", desk.show),),
            )


async def _keep(turn: Turn, message: str, *, file_kind: str = "", file: str = "") -> None:
    key = await turn.books.announcements.draft(
        turn.address, message.strip(), who=turn.called, file_kind=file_kind, file=file
    )
    one = await turn.books.announcements.of_key(key)
    if one is not None:
        turn.say(turn.words("announce.preview"))
        turn.replies.append(announced.message(turn, one))
        await _choose(turn, one)


# ---- to whom


@topic.pressed("ann_to")
async def choose(turn: Turn, argument: str) -> None:
    """To whom: everybody, some, a territory, a category; then whether it is to leave."""
    one = await _draft(turn, argument)
    if one is None:
        await _say_gone(turn)
        return
    code = argument.partition(".")[2]
    parties = await turn.books.parties.everybody()
    audience = (await _audiences(turn, parties)).get(code)
    if audience is not None:
        await _confirm(turn, one, parties, code)
    else:
        await _choose(turn, one, among=code)


async def _choose(turn: Turn, one: Announcement, among: str = "") -> None:
    parties = await turn.books.parties.everybody()
    audiences = await _audiences(turn, parties)
    prefixes = {TERRITORIES: "t_", CATEGORIES: "c_"}
    if among in prefixes:
        codes = [code for code in audiences if code.startswith(prefixes[among])]
    else:
        codes = [code for code in audiences if code in list(To)]
    buttons = [_button(turn, one, parties, code, audiences[code]) for code in codes]
    if among in prefixes:
        buttons.append(turn.button("button.back", choose, f"{one.key}."))
    else:
        for group, prefix in prefixes.items():
            if sum(code.startswith(prefix) for code in audiences) > 1:
                key = "announce.one_territory" if group == TERRITORIES else "announce.one_category"
                buttons.append(turn.button(key, choose, f"{one.key}.{group}"))
        buttons.append(turn.button("announce.rewrite", show))
        buttons.append(turn.button("announce.drop", drop, str(one.key)))
    text = turn.words("announce.to_whom" if audiences else "announce.nobody")
    turn.choose(
        text,
        *((button,) for button in buttons),
        no=turn.button("announce.drop", drop, str(one.key)),
    )


async def _audiences(turn: Turn, parties: list[Party]) -> dict[str, Audience]:
    """The audiences somebody is in, by what stands for them in a button."""
    found = {str(to): Audience(to) for to in WHOLE}
    if not await usecases.reminding.was_asked(turn.books, parties):
        del found[To.SILENT]
    for territory, written in sorted(_territories(parties).items()):
        code = f"t_{zlib.crc32(territory.encode()):08x}"
        found[code] = Audience(To.TERRITORY, written)
    for category in Category:
        found[f"c_{category}"] = Audience(To.CATEGORY, category)
    return {
        code: audience
        for code, audience in found.items()
        if any(audience.people(party) for party in parties)
    }


def _territories(parties: list[Party]) -> dict[str, str]:
    """The territories by their plain form, each as most of its people write it."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for party in parties:
        if party.territory:
            written[plain_form(party.territory)][party.territory] += len(party.everyone)
    return {territory: found.most_common(1)[0][0] for territory, found in written.items()}


def _button(
    turn: Turn, one: Announcement, parties: list[Party], code: str, audience: Audience
) -> Button:
    reach = usecases.announcing.reach(parties, audience)
    return turn.labelled(
        turn.words.plain(
            "announce.audience",
            to=announced.said(turn.words, audience),
            people=turn.words.plain("headcount.people", n=reach.people),
            chats=turn.words.plain("announce.chats", n=len(reach.chats)),
        ),
        choose,
        f"{one.key}.{code}",
    )


async def _confirm(turn: Turn, one: Announcement, parties: list[Party], code: str) -> None:
    words, audience = turn.words, (await _audiences(turn, parties))[code]
    reach = usecases.announcing.reach(parties, audience)
    lines = [
        words(
            "announce.confirm",
            to=announced.said(turn.words, audience),
            people=words.plain("headcount.people", n=reach.people),
            chats=words.plain("announce.chats", n=len(reach.chats)),
            time=announced.duration(words, len(reach.chats) * SECONDS_EACH),
        )
    ]
    if reach.without:
        lines.append(words("announce.without", n=len(reach.without)))
    for other in await turn.books.announcements.under_way():
        said = announced.excerpt(turn, other)
        lines.append(words("announce.other_under_way", who=other.who, said=said))
    turn.confirm(
        LINE.join(lines),
        turn.button("announce.yes", start, f"{one.key}.{code}"),
        turn.button("announce.others", choose, f"{one.key}."),
        (turn.button("announce.drop", drop, str(one.key)),),
    )


# ---- letting it leave, or not


@topic.pressed("ann_go")
async def start(turn: Turn, argument: str) -> None:
    """Let it leave: once, however often this is pressed, and by whom."""
    one = await _draft(turn, argument)
    code = argument.partition(".")[2]
    parties = await turn.books.parties.everybody()
    audience = (await _audiences(turn, parties)).get(code)
    if one is None or audience is None:
        await _say_gone(turn)
        return
    pressed = turn.input.message_id if isinstance(turn.input, Press) else None
    in_place = pressed if turn.address == one.author and turn.channel.edits else None
    if not await usecases.announcing.start(turn.books, one.key, audience, in_place):
        await _say_gone(turn)
        return
    to = announced.said(turn.words, audience)
    await turn.journal("announcement_sent", after=f"{to} : {announced.excerpt(turn, one)}")
    started = await turn.books.announcements.of_key(one.key)
    if started is not None and in_place is not None:
        text, rows = await announced.progress(turn, started)
        turn.show(text, *rows)
    else:
        turn.say(turn.words("announce.started"))


@topic.pressed("ann_drop")
async def drop(turn: Turn, argument: str) -> None:
    """Forget what was written."""
    await turn.books.announcements.forget_draft(_key(argument), turn.address)
    _say_dropped(turn)


def _say_dropped(turn: Turn) -> None:
    turn.show(turn.words("announce.dropped"), (turn.button("button.desk", desk.show),))


async def _draft(turn: Turn, argument: str) -> Announcement | None:
    one = await turn.books.announcements.of_key(_key(argument))
    return one if one is not None and one.state is State.DRAFT else None


def _key(argument: str) -> AnnouncementKey:
    number = argument.partition(".")[0]
    return AnnouncementKey(int(number) if number.isdecimal() else 0)


async def _say_gone(turn: Turn) -> None:
    """It has left already, or another one was written since."""
    turn.toast("announce.gone")
    await announced.show_past(turn)
