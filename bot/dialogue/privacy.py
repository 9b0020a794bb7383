"""What is kept about a person: the notice, seeing it, erasing it.

The notice tells what art. 13 GDPR and the CNIL's guidance on information notices ask for: who,
why, what, how long, which rights and how to use them.
"""

from markupsafe import Markup

from bot.dialogue import mine
from bot.dialogue.phrases import PARAGRAPH
from bot.dialogue.state import Dialogue, Draft
from bot.dialogue.turn import Turn


async def notice(turn: Turn, _argument: str = "") -> None:
    """/confidentialite: the whole notice."""
    event, words = turn.event, turn.words
    turn.show(
        words(
            "privacy.notice",
            keeper=event.privacy.keeper,
            until=words.day(event.erase_at),
            email=event.contact.email,
        ),
        (turn.button("privacy.see", "see_data"), turn.button("privacy.erase", "erase")),
        (turn.button("button.menu", "menu"),),
    )


async def see(turn: Turn, _argument: str = "") -> None:
    """Everything that is kept about this chat."""
    party = await turn.desk.party_of(turn.person.chat_id)
    sentences = [turn.words("privacy.chat", number=turn.person.chat_id)]
    if turn.dialogue.draft is not None:
        sentences.append(turn.words("privacy.draft", answers=_answers(turn.dialogue.draft)))
    if party is not None:
        sentences += [turn.words("mine.title", code=party.code), mine.recap(turn.words, party)]
    if len(sentences) == 1:
        sentences.append(turn.words("privacy.nothing"))
    turn.show(
        PARAGRAPH.join(sentences),
        (turn.button("privacy.erase", "erase"), turn.button("button.menu", "menu")),
    )


def _answers(draft: Draft) -> Markup:
    said = [draft.territory]
    for member in draft.members:
        said += [member.first_name, member.last_name, member.function, member.organisation]
    said += [draft.email, draft.phone]
    return Markup(", ").join(answer for answer in said if answer is not None)


async def ask_to_erase(turn: Turn, _argument: str = "") -> None:
    """Ask whether everything is really to be erased."""
    party = await turn.desk.party_of(turn.person.chat_id)
    turn.show(
        turn.words("privacy.ask_erase" if party is None else "privacy.ask_erase_party"),
        (turn.button("privacy.erase_yes", "erase_yes"), turn.button("button.no_keep", "privacy")),
    )


async def erase(turn: Turn, _argument: str = "") -> None:
    """Erase what is kept about this chat; its seats are free again."""
    if turn.dialogue.draft is not None:
        await turn.desk.release(turn.dialogue.draft.id)
        turn.end_question()
    await turn.desk.erase(turn.person.chat_id)
    turn.dialogue = Dialogue(revision=turn.dialogue.revision)
    turn.show(turn.words("privacy.erased"), (turn.button("button.menu", "menu"),))
