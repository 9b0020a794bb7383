"""« Mon code d’entrée »: a picture that opens the check-in of a party for those at the door.

It is a link. Whose registration it is reads it; for anybody else it opens nothing.
"""

import re

from bot import usecases
from bot.conversation import acting
from bot.conversation.days import token_of
from bot.conversation.messages import Button, Paper
from bot.conversation.topic import Topic
from bot.conversation.topics import check_in, menu, mine
from bot.conversation.turn import Turn, Voice
from bot.domain.keys import Invitation, PartyCode
from bot.exports import papers
from bot.understanding.normal import plain

topic = Topic("entry_code")

LINK = "pt_"
"""What a link carries before what opens a party at the door."""


def button(voice: Voice, code: PartyCode) -> Button:
    """« Mon code d’entrée »."""
    return voice.button("entry.button", send, code)


_SAID = re.compile(
    r"(?:(?:bonjour|salut|svp|et|alors|je veux|je voudrais|j aimerais|il me faut|donne[rz]?"
    r"|montre[rz]?"
    r"|envoie|envoye[rz]|renvoie|renvoye[rz]|retrouver|avoir|moi|nous|me|c est quoi|quel est"
    r"|c est ou"
    r"|ou est|je (?:ne )?(?:retrouve|trouve) (?:pas|plus)|j ai perdu|show me|what is"
    r"|where is)\b ?)*"
    r"(?:mon |ma |mes |le |la |les |un |notre |nos |votre |my |the |our )*"
    r"(?:codes?|codes? d (?:entree|acces|inscription)|qr ?codes?|codes? qr|billets?|tickets?"
    r"|entry codes?|badge)"
    r"(?: (?:d entree|svp|s il vous plait|please|merci|deja|a l entree|pour (?:entrer|l entree)))*"
)


def _is_said(_turn: Turn, text: str) -> bool:
    return _SAID.fullmatch(plain(text).replace("?", " ").strip()) is not None


@topic.said(_is_said, meanwhile=lambda turn: turn.words("answer.finish_first"))
async def send_own(turn: Turn, _argument: str) -> None:
    """« Mon code d’entrée », in words."""
    party = await turn.registered()
    if party is None or not party.members:
        await mine.show(turn, "")
    else:
        await send(turn, party.code)


@topic.pressed("entry")
async def send(turn: Turn, code: str) -> None:
    """The picture of one of their parties; made when it leaves, as it takes its time."""
    parties = await turn.books.parties.of(turn.address)
    party = next((one for one in parties if one.code == code and one.members), None)
    if party is None:
        turn.toast("toast.old")
        return
    token = await usecases.presence.entry_token(turn.books, party)
    link = turn.link_of_day(LINK, token=token)
    caption = turn.words("entry.caption", code=party.code)
    name = f"{party.code}.png"
    turn.replies.append(Paper(name, caption, lambda _: papers.qr_code(link), kind="photo"))


@topic.opened(LINK)
async def open_(turn: Turn, argument: str) -> None:
    """It was scanned: by the staff, by one of the party, or by somebody else."""
    party = await usecases.presence.entered(turn.books, Invitation(token_of(argument)))
    if turn.role is not None:
        await acting.end(turn)
        if party is None:
            await check_in.show(turn, "", said=[turn.words("checkin.no_party")])
        else:
            await check_in.show_party(turn, party.code)
    elif party is not None and turn.address in party.addresses:
        await mine.show(turn, party.code)
    else:
        turn.say(turn.words("entry.elsewhere"), (turn.button("button.menu", menu.show),))
