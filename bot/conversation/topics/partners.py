"""« Je cherche un binôme »: the bot brings together people who look for somebody.

Nobody's name is told before both have said yes.
"""

import re

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topics import menu, mine
from bot.conversation.turn import Turn
from bot.domain.party import Category, Party
from bot.i18n import Words
from bot.understanding.normal import plain

_ASKED = re.compile(
    r"\b(?:cherch\w+|trouv\w+|recherch\w+|propos\w+|looking for|search\w*|find\w*)"
    r"(?: \w+){0,3} (?:binomes?|partenaires?|coequipier\w*|partners?|teammates?)\b"
)


def is_asked(text: str) -> bool:
    """Whether somebody looks for a partner: « je cherche un binôme »."""
    return _ASKED.search(plain(text)) is not None


async def search(turn: Turn, _argument: str = "") -> None:
    """Look for somebody from now on; only for a party that may still grow."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if turn.event.seats.largest == 1:
        await mine.show(turn, preface=turn.words("partner.nobody"))
    elif party is None:
        turn.show(
            turn.words("partner.register_first"),
            await menu.register_row(turn),
            (turn.button("button.menu", "menu"),),
        )
    elif not turn.desk.is_open:
        await mine.show(turn)
    elif not mine.is_contact(turn, party):
        await mine.show(turn, preface=mine.contact_only(turn, party))
    elif party.waiting:
        await mine.show(turn, preface=turn.words("partner.first_a_seat"))
    elif not turn.desk.partners.may_search(party):
        await mine.show(turn, preface=turn.words("partner.complete"))
    elif await turn.desk.partners.is_searching(party):
        turn.show(turn.words("partner.searching_already"), *_rows(turn))
    else:
        await turn.desk.partners.search(party)
        key = "partner.searching" if party.territory else "partner.searching_anywhere"
        turn.show(turn.words(key), *_rows(turn))


def _rows(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    stop = turn.button("partner.stop", "search_stop")
    return ((stop,), (turn.button("button.mine", "mine"), turn.button("button.menu", "menu")))


async def stop(turn: Turn, _argument: str = "") -> None:
    """Look for nobody any more."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is not None and not mine.is_contact(turn, party):
        await mine.show(turn, preface=mine.contact_only(turn, party))
        return
    if party is not None:
        await turn.desk.partners.stop(party)
    turn.show(
        turn.words("partner.stopped"),
        (turn.button("button.mine", "mine"), turn.button("button.menu", "menu")),
    )


async def accept(turn: Turn, argument: str) -> None:
    """Yes to the proposal; `argument` is the party's own code."""
    party = await _own_party(turn, argument)
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
        turn.show(turn.words("partner.both"), (turn.button("button.mine", "mine"),))


async def decline(turn: Turn, argument: str) -> None:
    """No to the proposal; the search goes on."""
    party = await _own_party(turn, argument)
    if party is None or await turn.desk.partners.proposed(party) is None:
        turn.toast("partner.over_toast")
        return
    await turn.desk.partners.decline(party)
    turn.show(turn.words("partner.declined"), *_rows(turn))


async def _own_party(turn: Turn, code: str) -> Party | None:
    party = await turn.desk.party_of(turn.person.chat_id)
    is_theirs = party is not None and party.chat_id == turn.person.chat_id and party.code == code
    return party if is_theirs else None


def proposal(words: Words, own: Party, other: Party) -> Markup:
    """What is told of the other before both have said yes: where from, and in what capacity."""
    together = own.seats + other.seats
    there = [words.plain(f"category.{category}.any") for category in _categories(other)]
    return PARAGRAPH.join(
        [
            words(
                "partner.proposal" if other.territory else "partner.proposal_anywhere",
                n=other.seats,
                who=words.listing(there),
                territory=other.territory,
            ),
            words(words.of_size("partner.proposal_ask", together), size=together),
        ]
    )


def _categories(party: Party) -> list[Category]:
    return [member.category for member in party.members]


def matched(words: Words, party: Party) -> Markup:
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
    whole = phrases.party_of(words, party.seats)
    return PARAGRAPH.join(
        [
            words("partner.matched", party=whole, code=party.code),
            phrases.team(words, party.territory, party.members),
            LINE.join(reached),
            words("partner.contact", name=party.contact.name),
        ]
    )
