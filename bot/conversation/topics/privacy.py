"""What is kept about a person: the notice, seeing it, erasing it.

The notice tells what art. 13 GDPR and the CNIL's guidance on information notices ask for: who,
why, what, how long, which rights and how to use them.
"""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.state import Dialogue, Draft
from bot.conversation.topics import mine, registration
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.i18n import Words


async def notice(turn: Turn, _argument: str = "") -> None:
    """/confidentialite: the whole notice."""
    event, words = turn.event, turn.words
    has_parties = event.seats.largest > 1
    asked = "privacy.answers" if event.audience.territory else "privacy.answers_anywhere"
    seen = "privacy.seen" if event.audience.territory else "privacy.seen_anywhere"
    said = words(
        "privacy.notice",
        keeper=event.privacy.keeper,
        until=words.day(event.erase_at),
        answers=words.plain(asked),
        seen=words.plain(seen if has_parties else "privacy.seen_alone"),
    )
    rights = [words("privacy.others")] if has_parties else []
    rights.append(words("privacy.rights", email=event.contact.email))
    turn.show(
        PARAGRAPH.join([said, LINE.join(rights)]),
        (turn.button("privacy.see", "see_data"), turn.button("privacy.erase", "erase")),
        (turn.button("button.menu", "menu"),),
    )


async def see(turn: Turn, _argument: str = "") -> None:
    """Everything that is kept about this chat."""
    party = await turn.desk.party_of(turn.person.chat_id)
    sentences = [turn.words("privacy.chat", number=turn.person.chat_id)]
    if turn.dialogue.draft is not None:
        sentences.append(_answers(turn.words, turn.dialogue.draft))
    if party is not None:
        sentences += [turn.words("mine.title", code=party.code), mine.recap(turn, party)]
        own = phrases.named(party.everyone, turn.person.chat_id)
        if own is not None and not mine.is_contact(turn, party):
            sentences.append(_own(turn.words, own))
        sentences.append(turn.words("privacy.history"))
    if len(sentences) == 1:
        sentences.append(turn.words("privacy.nothing"))
    turn.show(
        PARAGRAPH.join(sentences),
        (turn.button("privacy.erase", "erase"), turn.button("button.menu", "menu")),
    )


def _answers(words: Words, draft: Draft) -> Markup:
    said = [draft.territory]
    if draft.size is not None:
        said.append(phrases.size_name(words, draft.size))
    for member in draft.members:
        said += [member.first_name, member.last_name, member.function, member.organisation]
        if member.category is not None:
            said.append(phrases.category(words, member.category, member.function))
    said += [draft.email, draft.phone]
    answers = Markup(", ").join(answer for answer in said if answer)
    return words("privacy.draft", answers=answers)


def _own(words: Words, member: Member) -> Markup:
    number = phrases.phone(words, member.phone)
    return words("privacy.own", name=member.name, email=member.email, phone=number)


async def ask_to_erase(turn: Turn, _argument: str = "") -> None:
    """Ask whether everything is really to be erased."""
    party = await turn.desk.party_of(turn.person.chat_id)
    ask = turn.words("privacy.ask_erase")
    if party is not None:
        ask += Markup(" ") + _what_goes_too(turn, party)
    turn.show(
        ask,
        (turn.button("privacy.erase_yes", "erase_yes"), turn.button("button.no_keep", "privacy")),
    )


def _what_goes_too(turn: Turn, party: Party) -> Markup:
    if not mine.is_contact(turn, party):
        return turn.words("privacy.ask_erase_own")
    if party.members:
        return turn.words("privacy.ask_erase_party", n=party.seats)
    return turn.words("privacy.ask_erase_waiting")


async def erase(turn: Turn, _argument: str = "") -> None:
    """Erase what is kept about this chat; its seats are free again."""
    await registration.forget_quietly(turn)
    await turn.desk.erase(turn.person.chat_id)
    turn.dialogue = Dialogue(revision=turn.dialogue.revision)
    turn.show(turn.words("privacy.erased"), (turn.button("button.menu", "menu"),))
