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
    r"(?: (?:d entree|svp|s il vous plait|please|merci|deja|a l entree|pour (?:entrer|rentrer"
    r"|l entree)|(?:je|jle|j) (?:le )?(?:trouve|vois) ou|ou))*"
)


def _is_said(_turn: Turn, text: str) -> bool:
    return _SAID.fullmatch(plain(text).replace("?", " ").strip()) is not None


_ARRIVING = re.compile(
    r"\b(?:en arrivant|a l arrivee|a l accueil|a l entree|une fois (?:sur place|la bas)|le jour j"
    r"|quand (?:je|on|nous) (?:arriv\w+|serai|sera)|sur place|when (?:i|we) (?:arrive|get there)"
    r"|at the (?:door|entrance|desk)|on arrival)\b"
)
_WHAT_TO_DO = re.compile(
    r"\b(?:(?:je|on|nous) (?:fais|fait|faisons|donne\w*|montre\w*|presente\w*|dis|dit|signe\w*"
    r"|dois|doit|demande\w*)|faut (?:il )?(?:donner|montrer|presenter|dire|signer|s annoncer|faire)"
    r"|(?:do|should) (?:i|we) (?:do|show|say|give|need|sign))\b"
)
_PRINTED = re.compile(
    r"\b(?:code|billet|qr|invitation|convocation|papier|ticket|entry code)\b.*\b(?:imprim\w+|papier"
    r"|montr\w+|present\w+|apport\w+|sur (?:mon|le) telephone|print\w*|show|bring)\b"
    r"|\b(?:imprim\w+|print)\b.*\b(?:code|billet|qr|papier|ticket)\b"
)
_OF_PAYMENT = re.compile(r"\b(?:pay\w+|regl\w+|cheque|mang\w+|gar\w+)\b")


@topic.heard()
async def hear_arriving(turn: Turn, text: str) -> bool:
    """« Je fais quoi en arrivant, je donne mon nom ? », « le code, faut l’imprimer ? »."""
    said = plain(text)
    arrives = _ARRIVING.search(said) is not None and _WHAT_TO_DO.search(said) is not None
    if "?" not in text or not (arrives or _PRINTED.search(said)) or _OF_PAYMENT.search(said):
        return False
    party = await turn.registered()
    if party is None or not party.members:
        return False
    row = (button(turn, party.code),)
    turn.say(turn.words("entry.how"), row, (turn.button("button.menu", menu.show),))
    return True


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
