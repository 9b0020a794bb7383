"""What is written of somebody proposed to come with: « un élu, c’est parfait. C’est qui ? ».

While a proposal is open, words about the other person are never about who writes.
"""

from markupsafe import Markup

from bot import usecases
from bot.conversation import besides
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topics import mine, partners
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import proposals
from bot.understanding.proposals import Said
from bot.understanding.replies import Reply
from bot.usecases.partners import Proposed


async def hear(turn: Turn, text: str) -> bool:
    """Take it as an answer to the proposal that is open, and tell what may be told."""
    said = None if _is_asked_something(turn) else proposals.read(text)
    party = await turn.registered() if said is not None else None
    if said is None or party is None or not mine.is_contact(turn, party):
        return False
    proposed = await usecases.partners.proposed(turn.books, party)
    if proposed is None:
        return False
    await _answer(turn, party, proposed, said)
    if said.others:
        await besides.answer(turn, said.others, len(turn.replies), is_after=True)
    return True


def _is_asked_something(turn: Turn) -> bool:
    """Whether the answer before asked for a yes or a no of its own."""
    return turn.awaited is not None and bool(turn.awaited.yes)


async def _answer(turn: Turn, party: Party, proposed: Proposed, said: Said) -> None:
    at = len(turn.replies)
    if proposed.answered and said.reply is not Reply.NO:
        turn.say(turn.words("partner.answered"))
    elif said.reply is Reply.YES:
        await partners.accept(turn, party.code)
    elif said.reply is Reply.NO:
        await partners.decline(turn, party.code)
        return
    else:
        _ask_again(turn, party, proposed, said)
        return
    if said.asks_who and await usecases.partners.proposed(turn.books, party) is not None:
        turn.say_after(at, [_who(turn, proposed)])


def _ask_again(turn: Turn, party: Party, proposed: Proposed, said: Said) -> None:
    first = _who(turn, proposed) if said.asks_who else turn.words("partner.no_hurry")
    turn.show(
        PARAGRAPH.join([first, turn.words("partner.together")]),
        (turn.button("partner.yes", partners.accept, party.code),),
        (turn.button("partner.no", partners.decline, party.code),),
    )


def _who(turn: Turn, proposed: Proposed) -> Markup:
    """What may be told of the other before both have said yes."""
    return partners.told_of(turn, proposed.other)
