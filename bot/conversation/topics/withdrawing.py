"""One of a party does not come any more: who may say so, who is told, what becomes of the seat."""

from bot.conversation import phrases
from bot.conversation.messages import Rows
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import cancelling, changes, menu, mine, partners, practical
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.party import Member, Party
from bot.store.deliveries import MEMBER_LEFT

topic = Topic("withdrawing")


@topic.pressed("withdraw")
async def ask(turn: Turn, name_tag: str) -> None:
    """Ask whether a member really does not come any more."""
    found = await _member_to_withdraw(turn, name_tag)
    if found is None:
        turn.toast("toast.old")
        return
    party, member = found
    own = member.chat_id == turn.person.chat_id
    turn.show(
        turn.words("withdraw.ask_self", contact=party.contact.name)
        if own
        else turn.words("withdraw.ask", name=member.name),
        (
            turn.button("withdraw.yes", withdraw, name_tag),
            turn.button("button.no_keep_coming", mine.show),
        ),
    )


async def _member_to_withdraw(turn: Turn, name_tag: str) -> tuple[Party, Member] | None:
    """A teammate withdraws themselves, the contact person anybody but themselves; else None."""
    chat_id = turn.person.chat_id
    party = await turn.desk.party_of(chat_id)
    member = phrases.tagged(party, name_tag) if party is not None else None
    if party is None or member is None or member.place == 1 or not turn.desk.is_open:
        return None
    return (party, member) if chat_id in (party.chat_id, member.chat_id) else None


@topic.pressed("withdraw_yes")
async def withdraw(turn: Turn, name_tag: str) -> None:
    """Take a member out; those who stay choose what becomes of the seat."""
    found = await _member_to_withdraw(turn, name_tag)
    if found is None:
        turn.toast("toast.old")
        return
    party, member = found
    changed = await turn.desk.withdraw(party, member)
    if mine.is_contact(turn, party):
        await turn.desk.changes.tell_taken_out(party, member)
        await _say_withdrawn(turn, changed, member.name)
    else:
        await turn.desk.changes.tell_contact(changed)
        turn.show(turn.words("withdraw.done_self"), (turn.button("button.menu", menu.show),))


async def _say_withdrawn(turn: Turn, party: Party, name: str) -> None:
    """Ask what to do with the seat; where somebody of the party has it now, show who comes."""
    vacancy = await turn.desk.changes.vacancy(party)
    if vacancy is None:
        await mine.show(turn, preface=turn.words("withdraw.done", name=name))
        if party.members:
            turn.replies.append(practical.calendar_file(turn, party.code))
        return
    until = phrases.until(turn.words, vacancy.expires_at)
    turn.show(turn.words("withdraw.choose", name=name, until=until), *_vacancy_rows(turn, party))


@topic.message(MEMBER_LEFT)
async def tell_contact(due: DueMessage) -> None:
    """To the contact person: who comes now, and what to do with the seat."""
    party = await due.desk.party(due.delivery.code)
    if party is None:
        return
    names = due.words.listing(one.name for one in party.everyone)
    left = due.words("withdraw.left", names=names)
    vacancy = await due.desk.changes.vacancy(party)
    if vacancy is None:
        due.say(left, (due.button("button.mine", mine.show),))
        return
    kept = due.words("withdraw.kept", until=phrases.until(due.words, vacancy.expires_at))
    due.say(PARAGRAPH.join([left, kept]), *_vacancy_rows(due, party))


def _vacancy_rows(voice: Voice, party: Party) -> Rows:
    """What becomes of the seat: replace, search, stay, cancel."""
    return (
        (
            voice.button("withdraw.replace", changes.add),
            voice.button("partner.search", partners.search, n=party.seats),
        ),
        (voice.button("withdraw.stay", stay),),
        (voice.button("button.cancel", cancelling.give_up, party.code),),
    )


@topic.pressed("stay", who=Who.CONTACT_PERSON)
async def stay(turn: Turn, _argument: str) -> None:
    """Come without the one who withdrew."""
    party = turn.party
    if await turn.desk.changes.vacancy(party) is None:
        turn.toast("toast.old")
        return
    await turn.desk.changes.give_vacancy_back(party)
    await mine.show(turn, preface=turn.words("withdraw.stays"))
    turn.replies.append(practical.calendar_file(turn, party.code))
