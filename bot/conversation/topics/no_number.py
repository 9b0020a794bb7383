"""« Enlevez le numéro de Nadège »: a number is taken off, and nobody with it."""

from markupsafe import Markup

from bot import usecases
from bot.conversation import leaving
from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.topics import mine
from bot.conversation.turn import Turn
from bot.understanding import known_people, sentences, whose_number

topic = Topic("no_number")


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Take it off what is registered of somebody else than who writes."""
    named = whose_number.taken_off(text)
    party = await turn.registered() if named else None
    if party is None or not mine.is_contact(turn, party) or not turn.may_change:
        return False
    people = leaving.people(turn, party)
    at = known_people.named(named, people)
    if at is None or people[at].is_writing:
        return False
    member = party.everyone[at]
    if member.phone:
        await usecases.change.correct(turn.books, party, member, {"phone": None})
    turn.say(_gone(turn, member.name), (turn.button("button.mine", mine.show),))
    return True


@topic.heard_meanwhile()
async def hear_meanwhile(turn: Turn, text: str) -> bool:
    """The same of what is being answered; what the message says besides is read after it."""
    named, draft = whose_number.taken_off(text), turn.dialogue.draft
    if not named or draft is None:
        return False
    places = draft.places_named(named)
    member = draft.members[places[0] - 1] if len(places) == 1 else None
    if member is None or member.is_writing:
        return False
    member.answers.pop("phone", None)
    if len(sentences.sentences(text)) > 1:
        return False
    await open_question(turn).repeat(_gone(turn, member.name))
    return True


def _gone(turn: Turn, name: str) -> Markup:
    return turn.words("change.no_number", name=name)
