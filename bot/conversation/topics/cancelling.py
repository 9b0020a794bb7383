"""/annuler: giving up what is under way, one's own place, or a party's registration."""

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.asking import open_question
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import changes, menu, mine, party_seats, registration, withdrawing
from bot.conversation.turn import Turn
from bot.understanding.intents import Intent

topic = Topic("cancelling")


@topic.command("annuler", "cancel", in_menu=True)
async def stop(turn: Turn, _argument: str) -> None:
    """Stop answering, if a question is open; else give up what is registered."""
    if turn.dialogue.step is not None:
        await open_question(turn).purpose.stop(turn)
    elif turn.dialogue.draft is not None:
        await mine.show(turn)
    else:
        await give_up(turn)


@topic.requested(Intent.CANCEL)
@topic.pressed("cancel")
async def give_up(turn: Turn, code: str) -> None:
    """« Je ne peux plus venir »: a teammate withdraws, the contact person cancels for all.

    `code` is the party's, where it is known.
    """
    if turn.acting_for:
        await party_seats.ask_to_cancel(turn, turn.acting_for)
        return
    party = await turn.registered()
    own = party.member_at(turn.address) if party is not None else None
    if party is None or own is None or mine.is_contact(turn, party):
        await _ask(turn, code)
    elif not turn.may_change:
        _say_too_late(turn)
    else:
        await withdrawing.ask(turn, phrases.tag(own))


async def _ask(turn: Turn, code: str) -> None:
    """Ask whether the party is really given up."""
    party = await turn.registered()
    if party is None or code not in ("", party.code) or not mine.is_contact(turn, party):
        turn.show(turn.words("mine.none"), (turn.button("button.menu", menu.show),))
        return
    if not turn.may_change:
        _say_too_late(turn)
        return
    ask = turn.words("cancel.ask", code=party.code) + Markup(" ")
    if party.members:
        ask += turn.words("cancel.ask_seats", n=party.seats)
    else:
        ask += turn.words("cancel.ask_waiting")
    everyone = len(party.everyone)
    comes = party.registrar_at(turn.address) is None
    keep = turn.button("cancel.no", mine.show, n=everyone)
    turn.confirm(
        PARAGRAPH.join([*turn.about(), ask]),
        turn.button("cancel.yes", cancel, party.code),
        keep if comes else turn.button("button.no_keep_coming", mine.show),
        (turn.button("cancel.one", changes.show),) if everyone > 1 else (),
    )


def _say_too_late(turn: Turn) -> None:
    """Nothing is given up here any more: whom to tell."""
    turn.show(
        PARAGRAPH.join([turn.words("cancel.too_late"), phrases.contact(turn.words, turn.event)]),
        (turn.button("button.menu", menu.show),),
    )


@topic.pressed("cancel_yes")
async def cancel(turn: Turn, code: str) -> None:
    """Give up the party of this code, if it is this chat's; a second press says it is done."""
    party = await mine.own_party(turn, code)
    if party is None:
        turn.toast("cancel.already")
        return
    if not turn.may_change:
        _say_too_late(turn)
        return
    await usecases.change.cancel(turn.books, party)
    if party.members:
        done = turn.words("cancel.done", n=party.seats)
    else:
        done = turn.words("cancel.done_waiting")
    turn.show(
        done,
        await registration.register_row(turn),
        (turn.button("button.menu", menu.show),),
    )
