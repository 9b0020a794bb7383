"""Questions that people send on to the organisers: asked, taken care of, answered."""

from bot.domain.keys import AddressKey, QuestionKey, Subject
from bot.domain.party import Party
from bot.store.books import Books
from bot.store.deliveries import ANSWER
from bot.store.news import Kind
from bot.store.questions import Question
from bot.usecases import alerting

LONGEST = 500
"""Characters of a question."""
MOST_OPEN = 5
"""So many questions of one person may wait for an answer."""


async def ask(books: Books, address: AddressKey, who: str, question: str) -> bool:
    """Send a question on; False: too many of theirs wait already, and it is not kept."""
    waiting = [one for one in await books.questions.asked_by(address) if one.answer is None]
    if len(waiting) >= MOST_OPEN:
        return False
    key = await books.questions.add(address, who, question)
    await alerting.note(books, Kind.QUESTION, question=key)
    return True


async def take(books: Books, key: QuestionKey, by: AddressKey, name: str) -> Question | None:
    """Let somebody take care of a question where nobody does; how it stands now."""
    if await books.questions.take(key, by, name):
        await alerting.revise(books, key)
    return await books.questions.of_key(key)


async def answer(books: Books, key: QuestionKey, answer: str, *, name: str) -> bool:
    """Answer a question; False: somebody else was faster, or it is gone."""
    if not await books.questions.answer(key, answer, name=name):
        return False
    question = await books.questions.of_key(key)
    if question is not None:
        until = max(books.event.ends_at, books.now + alerting.LASTS)
        subject = Subject.question(key)
        await books.deliveries.owe(ANSWER, subject, [question.address], books.now, until)
    await alerting.revise(books, key)
    return True


async def party_of(books: Books, question: Question) -> Party | None:
    """The party of whoever asked, if they are registered by now."""
    parties = await books.parties.of(question.address)
    return parties[0] if parties else None
