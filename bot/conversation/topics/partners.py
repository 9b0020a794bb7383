"""« Je cherche un binôme »: the bot brings together people who look for somebody.

Nobody's name is told before both have said yes.
"""

import re

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, mine, registration
from bot.conversation.turn import DueMessage, Turn
from bot.domain.party import Category, Party
from bot.i18n import Words
from bot.store.deliveries import MATCHED, PROPOSAL, PROPOSAL_OVER
from bot.understanding.normal import plain

topic = Topic("partners")

_LOOKING = re.compile(
    r"\b(?:cherch\w+|trouv\w+|recherch\w+|propos\w+|looking for|search\w*|find\w*)"
    r"(?: \w+){0,3} (?:binomes?|partenaires?|coequipier\w*|partners?|teammates?)\b"
)


def _is_looking(_turn: Turn, text: str) -> bool:
    """« Je cherche un binôme »."""
    return _LOOKING.search(plain(text)) is not None


@topic.said(_is_looking, meanwhile=lambda turn: turn.words("partner.register_first"))
@topic.command("binome", in_menu=True)
@topic.pressed("search")
async def search(turn: Turn, _argument: str) -> None:
    """Look for somebody from now on; only for a party that may still grow."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None:
        turn.show(
            turn.words("partner.register_first"),
            await registration.register_row(turn),
            (turn.button("button.menu", menu.show),),
        )
    elif not turn.desk.is_open:
        await mine.show(turn)
    elif not mine.is_contact(turn, party):
        await mine.show_contact_only(turn, party)
    elif party.waiting:
        await mine.show(turn, preface=turn.words("partner.first_a_seat"))
    elif not turn.desk.partners.may_search(party):
        await mine.show(turn, preface=turn.words("partner.complete"))
    elif await turn.desk.partners.is_searching(party):
        turn.show(turn.words("partner.searching_already"), *_rows(turn))
    else:
        await turn.desk.partners.search(party)
        turn.show(turn.words("partner.searching"), *_rows(turn))


def _rows(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    return (
        (turn.button("partner.stop", stop),),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


@topic.pressed("search_stop")
async def stop(turn: Turn, _argument: str) -> None:
    """Look for nobody any more."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is not None and not mine.is_contact(turn, party):
        await mine.show_contact_only(turn, party)
        return
    if party is not None:
        await turn.desk.partners.stop(party)
    turn.show(
        turn.words("partner.stopped"),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


@topic.pressed("partner_yes")
async def accept(turn: Turn, code: str) -> None:
    """Yes to the proposal; `code` is the party's own."""
    party = await mine.own_party(turn, code)
    proposed = await turn.desk.partners.proposed(party) if party is not None else None
    if party is None or proposed is None:
        turn.toast("partner.over_toast")
        return
    if proposed.answered:
        turn.toast("partner.answered")
        return
    merged = await turn.desk.partners.accept(party)
    if merged is None:
        turn.show(turn.words("partner.waiting"), *_rows(turn))
    else:
        turn.show(turn.words("partner.both"), (turn.button("button.mine", mine.show),))


@topic.pressed("partner_no")
async def decline(turn: Turn, code: str) -> None:
    """No to the proposal; the search goes on."""
    party = await mine.own_party(turn, code)
    if party is None or await turn.desk.partners.proposed(party) is None:
        turn.toast("partner.over_toast")
        return
    await turn.desk.partners.decline(party)
    turn.show(turn.words("partner.declined"), *_rows(turn))


# ---- messages owed


@topic.message(PROPOSAL)
async def tell_proposal(due: DueMessage) -> None:
    """Somebody was found: would they come together?"""
    party = await due.desk.party(due.delivery.code)
    proposed = await due.desk.partners.proposed(party) if party is not None else None
    if party is None or proposed is None or proposed.answered:
        return
    due.say(
        _proposal(due.words, party, proposed.other),
        (due.button("partner.yes", accept, party.code),),
        (due.button("partner.no", decline, party.code),),
    )


def _proposal(words: Words, own: Party, other: Party) -> Markup:
    """What is told of the other before both have said yes: where from, and in what capacity."""
    there = [words.plain(f"category.{category}.any") for category in _categories(other)]
    return PARAGRAPH.join(
        [
            words(
                "partner.proposal",
                n=other.seats,
                who=words.listing(there),
                territory=other.territory,
            ),
            words(f"partner.proposal_ask.{own.seats + other.seats}"),
        ]
    )


def _categories(party: Party) -> list[Category]:
    return [member.category for member in party.members]


@topic.message(PROPOSAL_OVER)
async def tell_over(due: DueMessage) -> None:
    """What was proposed comes to nothing; the search goes on."""
    party = await due.desk.party(due.delivery.code)
    if party is not None and await due.desk.partners.is_searching(party):
        due.say(due.words("partner.over"), (due.button("partner.stop", stop),))


@topic.message(MATCHED)
async def tell_matched(due: DueMessage) -> None:
    """Both have said yes."""
    party = await due.desk.party(due.delivery.code)
    if party is not None:
        due.say(_matched(due.words, party), (due.button("button.mine", mine.show),))


def _matched(words: Words, party: Party) -> Markup:
    """Both have said yes: who they are, how to reach each other, and who is the contact person."""
    reached = [
        words(
            "partner.reach",
            name=member.name,
            email=member.email,
            phone=phrases.phone(words, member.phone),
        )
        for member in party.members
        if member.email is not None
    ]
    whole = words.plain(f"size.party.{party.seats}")
    return PARAGRAPH.join(
        [
            words("partner.matched", party=whole, code=party.code),
            phrases.team(words, party.territory, party.members),
            LINE.join(reached),
            words("partner.contact", name=party.contact.name),
        ]
    )
