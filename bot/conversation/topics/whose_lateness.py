"""« Moi j’arrive à 11 h, Sylvie sera à l’heure »: whose a lateness is, and whose it is not."""

from bot import usecases
from bot.conversation import leaving, phrases
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import mine
from bot.conversation.turn import Turn
from bot.domain.party import Member
from bot.understanding import whose_lateness
from bot.understanding.act import Act
from bot.understanding.known_people import Known

topic = Topic("whose_lateness")


@topic.heard(Act.IS_LATE, Act.COMES, Act.CORRECTS)
async def hear(turn: Turn, text: str) -> bool:
    """Note who is late and who is not, of all the parties of the chat, and say so."""
    if not whose_lateness.may_tell(text):
        return False
    everyone = await _everyone(turn)
    people = [known for _, known in everyone]
    told = whose_lateness.read(text, turn.event.start, people)
    if told is None:
        return False
    told = whose_lateness.settled(told, [one.late_minutes for one, _ in everyone])
    for at, minutes in told.late.items():
        await usecases.notices.note_late_of(turn.books, everyone[at][0], minutes)
    on_time = [everyone[at][0] for at in sorted(told.on_time)]
    await usecases.notices.note_on_time(turn.books, on_time)
    _say(turn, [(*everyone[at], minutes) for at, minutes in told.late.items()], on_time)
    return True


async def _everyone(turn: Turn) -> list[tuple[Member, Known]]:
    """All who come, of the parties that who writes speaks for."""
    parties = [one for one in await turn.parties() if mine.is_contact(turn, one)]
    return [
        pair
        for party in parties
        for pair in zip(
            party.members,
            leaving.known(party.members, party.spoken_to_at(turn.address)),
            strict=True,
        )
    ]


def _say(turn: Turn, late: list[tuple[Member, Known, int]], on_time: list[Member]) -> None:
    words, organiser, said = turn.words, turn.event.contact.name, []
    for member, known, minutes in late:
        by = phrases.arrival(words, turn.event, minutes)
        if known.is_writing:
            said.append(words("reminder.late_self", late=phrases.opening(by), name=organiser))
        else:
            said.append(words("reminder.late_of", late=by, name=member.name, organiser=organiser))
    if on_time:
        names = words.listing(one.name for one in on_time)
        said.append(words("reminder.on_time", names=names, n=len(on_time)))
    turn.say(PARAGRAPH.join(said))
    turn.ask_again()


# ---- whether a lateness was taken off


@topic.heard()
async def hear_if_gone(turn: Turn, text: str) -> bool:
    """« Et Sylvie, t’as bien enlevé le retard ? »: what is noted, and a yes takes it off."""
    if not whose_lateness.asks_if_gone(text):
        return False
    everyone = await _everyone(turn)
    people = [known for _, known in everyone]
    meant = whose_lateness.meant(text, people) or {*range(len(people))}
    late = [everyone[at][0] for at in sorted(meant) if everyone[at][0].late_minutes is not None]
    if not late:
        names = turn.words.listing(everyone[at][0].name for at in sorted(meant))
        turn.say(turn.words("checked.late_gone", names=names))
        return bool(names)
    said = [
        turn.words.plain(
            "late.who",
            name=one.name,
            by=phrases.arrival(turn.words, turn.event, one.late_minutes or 0),
        )
        for one in late
    ]
    turn.confirm(
        turn.words("checked.late_still", late=turn.words.listing(said)),
        turn.button("checked.late_remove", take_off, ",".join(str(one.key) for one in late)),
        turn.button("amend.no", mine.show),
    )
    return True


@topic.pressed("late_off")
async def take_off(turn: Turn, keys: str) -> None:
    """Yes: these are on time."""
    late = [one for one, _ in await _everyone(turn) if str(one.key) in keys.split(",")]
    if not late:
        await mine.show(turn, "")
        return
    await usecases.notices.note_on_time(turn.books, late)
    names = turn.words.listing(one.name for one in late)
    turn.say(turn.words("reminder.on_time", names=names, n=len(late)))
