"""What the first version's database holds is all there, and goes on working."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot import event_file
from bot.conversation.messages import Command, Input, Person, Press
from bot.days import Days
from bot.departures import Answer
from bot.domain.keys import BotId, telegram
from bot.i18n import data_folder
from bot.reception import Received, Reception
from bot.store.opening import Upgrade, migrate, open_database
from bot.store.schema import MIGRATIONS

from . import frozen
from .frozen import Seen

BOT = BotId("telegram:1234")


class Then:
    """The clock as it stood when the first version stopped."""

    def now(self) -> datetime:
        """The moment of the frozen database, UTC."""
        return frozen.MOMENT


@pytest.fixture
async def reception(database_url: str) -> AsyncIterator[Reception]:
    """Today's program on the first version's database."""
    await frozen.load(database_url)
    database = await open_database(database_url)
    assert await migrate(database) == Upgrade(frozen.VERSION, len(MIGRATIONS))
    days = Days([event_file.load(data_folder("events") / f"{frozen.EVENT}.toml")])
    organisers = frozenset({telegram(frozen.ORGANISER)})
    reception = Reception(database, days, Then(), organisers, BOT)
    await reception.start()
    yield reception
    await database.close()


async def receive(reception: Reception, chat_id: int, said: Input) -> Answer:
    """What the bot answers to somebody's next update."""
    update = Received(frozen.LATEST_UPDATE + 1, Person(telegram(chat_id)), said)
    (answer,) = await reception.receive([update])
    return answer


def told(answer: Answer) -> str:
    """All that an answer says."""
    texts = (str(getattr(reply, "text", "")) for reply in answer.replies)
    return "\n".join(texts).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (frozen.MARIE_COMES, "noté"),
        (frozen.MARIE_CORRECTS, "Votre inscription PIL-X25T"),
        (frozen.PAUL_COMES, "noté"),
        (frozen.PAUL_CANNOT_COME, "ne venez plus"),
        (frozen.ODILE_SAYS_YES, "je vous présente"),
        (frozen.ODILE_SAYS_NO, "je continue de chercher"),
        (frozen.YVAN_GOES_BACK, "Qui vient"),
        (frozen.BENOIT_HOLDS_ON, "places"),
        (frozen.GASTON_RESUMES, "Reprenons"),
        (frozen.ZOE_STOPS, "a déjà servi"),
        (frozen.JOHN_COMES_IN_TWO, "All seats are taken"),
        (frozen.JEAN_WITHOUT_PHONE, "a déjà servi"),
        (frozen.THOMAS_CONFIRMS, "C’est confirmé : 1 place pour vous"),
        (frozen.HUGO_SAYS_YES, "téléphone"),
        (frozen.LUCIE_LEAVES, "quitter la liste d’attente"),
        (frozen.KARIM_ACCEPTS, "3 places pour votre trinôme"),
        (frozen.ANAIS_ACCEPTS, "1 place pour vous"),
        (frozen.LISE_WITHOUT_PHONE, "Relisons"),
    ],
)
async def test_a_button_of_then_works(reception: Reception, seen: Seen, words: str) -> None:
    press = Press(seen.data, seen.message_id, "query")

    assert words in told(await receive(reception, seen.chat_id, press))


async def test_an_invitation_of_then_opens(reception: Reception) -> None:
    luc = 5_210_009_999

    answer = await receive(reception, luc, Command("start", f"equipe_{frozen.LUC_TOKEN}"))

    assert "Marie Dupont vous a inscrit" in told(answer)


async def test_the_seats_are_what_they_were(reception: Reception) -> None:
    told_now = told(await receive(reception, frozen.ORGANISER, Command("effectif", "")))

    assert "10 inscrit·e·s sur 15 · 3 en cours de saisie · 2 places offertes" in told_now
    assert "Liste d’attente" in told_now


async def test_whose_answers_never_left_are_told_where_they_stand(reception: Reception) -> None:
    by_chat = {int(answer.address.id): told(answer) async for answer in reception.interrupted()}

    assert set(by_chat) == {frozen.ZOE_STOPS.chat_id, frozen.JEAN_WITHOUT_PHONE.chat_id}
    assert "Combien serez-vous" in by_chat[frozen.ZOE_STOPS.chat_id]
    assert "justes" in by_chat[frozen.JEAN_WITHOUT_PHONE.chat_id]


async def test_an_update_of_then_has_no_effect_again(reception: Reception) -> None:
    person = Person(telegram(frozen.JEAN_WITHOUT_PHONE.chat_id))

    again = Received(frozen.LATEST_UPDATE, person, Command("start", ""))

    assert await reception.receive([again]) == []
