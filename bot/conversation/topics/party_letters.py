"""What organisers tell a party's people: their own words, and what they changed or cancelled."""

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import menu, mine, party_file
from bot.conversation.turn import DueMessage, Turn
from bot.domain.party import Party
from bot.store.deliveries import LETTER
from bot.store.letters import About, Letter

topic = Topic("party_letters", who=Who.ORGANISERS)


@topic.pressed("file_write")
async def ask_what(turn: Turn, code: str) -> None:
    """Ask for what is to be written to a party; where it cannot be reached, say how it is."""
    party = await party_file.opened(turn, code)
    if party is None:
        return
    if not party.addresses:
        await party_file.show(turn, code, preface=_call(turn, party, "letter.by_phone"))
        return
    blocked = await _unreached(turn, party)
    said = [_call(turn, party, "letter.may_not_arrive")] if blocked else []
    ask = turn.words("letter.ask", name=party.contact.name)
    turn.prompt(PARAGRAPH.join([*said, ask]), write, code)


async def _unreached(turn: Turn, party: Party) -> bool:
    return bool((await turn.books.deliveries.unreached()).intersection(party.addresses))


def _call(turn: Turn, party: Party, key: str) -> Markup:
    contact = party.contact
    reached = phrases.reached(contact)
    return turn.words(key if reached else f"{key}_nowhere", name=contact.name, reached=reached)


@topic.written("file_written")
async def write(turn: Turn, code: str) -> None:
    """Owe the party's owners what was written."""
    party = await party_file.opened(turn, code)
    if party is None or await party_file.gave_up(turn, code):
        return
    letter = Letter(party.key, About.WRITTEN, turn.text)
    await usecases.desk.tell(turn.books, letter, party.owners or party.teammates)
    await turn.journal(
        "party_written", after=f"{code} : {phrases.shortened(turn.text)}", party=party
    )
    sent = turn.words("letter.sent", name=party.contact.name)
    if await _unreached(turn, party):
        sent = _call(turn, party, "letter.may_not_arrive")
    await party_file.show(turn, code, preface=sent)


@topic.message(LETTER)
async def tell(due: DueMessage) -> None:
    """What organisers wrote, changed or cancelled, and whom to call about it."""
    letter = await due.books.letters.of_key(due.delivery.subject.letter_key)
    if letter is None:
        return
    code = await due.books.parties.code_of(letter.party)
    said = [due.words(f"letter.{letter.about}", code=code)]
    said += [due.words("letter.message", message=letter.message)] if letter.message else []
    said.append(due.words("letter.reach", reach=phrases.reach(due.words, due.event)))
    is_over = letter.about is About.CANCELLED
    button = due.button("button.menu", menu.show)
    button = button if is_over else due.button("button.mine", mine.show, code)
    due.say(PARAGRAPH.join(said), (button,))
