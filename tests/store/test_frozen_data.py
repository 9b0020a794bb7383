"""All that a database of the first version holds comes over: see `tests/data/version-3.md`."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import event_file
from bot.days import Days
from bot.domain.event import Event
from bot.domain.keys import (
    Address,
    AddressKey,
    BotId,
    DraftId,
    EventKey,
    Invitation,
    PartyCode,
    Subject,
)
from bot.domain.party import Party
from bot.i18n import data_folder
from bot.store.books import Books, Transaction, transaction
from bot.store.database import Database, StoreError
from bot.store.deliveries import HOLD_ENDING, OFFER, OFFER_LAPSED, REMINDER
from bot.store.opening import Upgrade, migrate, open_database
from bot.store.schema import MIGRATIONS
from bot.usecases import change, partners, register, team, waiting_list

from . import frozen, reading
from .samples import claim_all

NOW = frozen.MOMENT
TONIGHT = datetime(2015, 3, 3, 19, 0, tzinfo=UTC)
LATEST = len(MIGRATIONS)
FACTS: Event = event_file.load(data_folder("events") / f"{frozen.EVENT}.toml")
# The capacity was fifteen, and three days before the reminder had left; then one day before.
BOT = BotId("1234")


def of_chat(chat_id: int) -> Address:
    return Address("telegram", str(chat_id))


@dataclass
class Old:
    """The database, brought over."""

    database: Database
    key: EventKey
    gone: EventKey
    who: dict[int, AddressKey]
    """Keys by what were chats."""

    async def books(self, changing: Transaction) -> Books:
        return await changing.books(self.key, FACTS)

    async def party(self, code: str) -> Party:
        async with transaction(self.database, NOW) as changing:
            found = await (await self.books(changing)).parties.of_code(PartyCode(code))
        assert found is not None
        return found


@pytest.fixture
async def old(database_url: str) -> AsyncIterator[Old]:
    await frozen.load(database_url)
    database = await open_database(database_url)
    assert await migrate(database) == Upgrade(frozen.VERSION, LATEST)
    numbers = range(5_210_001_001, 5_210_001_027)
    async with transaction(database, NOW) as changing:
        keys = {row.code: key for key, row in (await changing.event_rows()).items()}
        known = await changing.addresses.load([of_chat(one) for one in numbers])
    who = {int(address.id): one.key for address, one in known.items()}
    yield Old(database, keys[frozen.EVENT], keys[frozen.EVENT_GONE], who)
    await database.close()


async def test_the_seats_are_what_they_were(old: Old) -> None:
    async with transaction(old.database, NOW) as changing:
        count = await (await old.books(changing)).count()
    # 10 taken, 1 kept since a member withdrew, 2 offered, 2 held by drafts; 3 parties wait.
    assert (count.taken, count.held, count.offered, count.waiting) == (10, 3, 2, 3)
    sums = await reading.kept_sums(old.database)
    assert sums == await reading.added_up(old.database)
    assert sums[old.gone] == (2, 0)


async def test_every_party_is_there_with_its_people_and_owner(old: Old) -> None:
    async with transaction(old.database, NOW) as changing:
        everybody = await (await old.books(changing)).parties.everybody()
    found = {
        one.code: (
            [member.first_name for member in one.members],
            [member.first_name for member in one.waiting],
        )
        for one in everybody
    }
    assert found == {
        "PIL-X25T": (["Marie", "Paul", "Luc"], []),
        "PIL-C9A2": (["Nadia", "Jean"], []),
        "PIL-GH6T": (["Odile"], []),
        "PIL-R44C": (["Yvan", "Inès"], ["Guy"]),
        "PIL-CDZR": (["Karim", "Luc"], ["Eve"]),
        "PIL-LN4L": ([], ["Anaïs"]),
        "PIL-PW3Y": ([], ["Lucie", "Max", "Léa"]),
        "PIL-X5VC": ([], ["Rémi", "Ida"]),
        "PIL-PVQV": ([], ["Bernard"]),
    }
    assert all(len(one.owners) == 1 for one in everybody)
    marie = await old.party("PIL-X25T")
    assert marie.owners == (old.who[5_210_001_002],)
    assert marie.contact.phone == "+33639981234"
    assert marie.members[1].address == old.who[5_210_001_004]  # Paul, by his link
    came = datetime(2015, 3, 2, 9, 1, tzinfo=UTC)
    assert [one.coming_at for one in marie.members] == [came] * 3  # « Nous venons »


async def test_drafts_whose_party_was_given_up_stay_used(old: Old) -> None:
    async with transaction(old.database, NOW) as changing:
        parties = (await old.books(changing)).parties
        for code, draft in (("PIL-V5XF", "z5748xnw"), ("PIL-JXMQ", "tbdsenk9")):
            assert await parties.of_code(PartyCode(code)) is None
            assert await parties.draft_was_confirmed(DraftId(draft))
            history = await (await old.books(changing)).history.of_code(PartyCode(code))
            assert history[-1].what == "cancelled"


async def test_the_list_keeps_its_order_and_its_offers(old: Old) -> None:
    async with transaction(old.database, NOW) as changing:
        books = await old.books(changing)
        waiting = [(one.party, one.seats, one.passed) for one in await books.queue.waiting()]
        expected = [("PIL-PW3Y", 3, 3), ("PIL-R44C", 1, 0), ("PIL-X5VC", 2, 0)]
        codes = {one.key: one.code for one in await books.parties.everybody()}
        assert [(codes[key], *rest) for key, *rest in waiting] == expected
        for code in ("PIL-CDZR", "PIL-LN4L"):
            party = await books.parties.of_code(PartyCode(code))
            assert party is not None
            assert (await waiting_list.standing(books, party)).offer_ends == TONIGHT
        bernard = await books.parties.of_code(PartyCode("PIL-PVQV"))
        assert bernard is not None
        assert await books.queue.place(bernard.key) is None
        await waiting_list.join(books, bernard)
        assert await books.queue.place(bernard.key) is not None
        assert await books.deliveries.unreached() == {bernard.owners[0]} == {old.who[5_210_001_012]}


async def test_an_offer_of_then_is_accepted(old: Old) -> None:
    karim = await old.party("PIL-CDZR")
    async with transaction(old.database, NOW) as changing:
        accepted = await waiting_list.accept(await old.books(changing), karim)
    assert accepted is not None
    assert accepted.seats == 3


async def test_an_invitation_of_then_opens(old: Old) -> None:
    async with transaction(old.database, NOW) as changing:
        books = await old.books(changing)
        for token, name, code in (
            (frozen.LUC_TOKEN, "Luc Perrin", "PIL-X25T"),
            (frozen.JEAN_TOKEN, "Jean Roche", "PIL-C9A2"),
        ):
            opened = await team.invited(books, Invitation(token))
            assert opened is not None
            assert (opened.member.name, opened.party.code) == (name, code)
        gone = await changing.books(old.gone, FACTS)
        assert await team.invited(gone, Invitation(frozen.LUC_TOKEN)) is None


async def test_a_proposal_with_one_yes_needs_the_other(old: Old) -> None:
    nadia, odile = await old.party("PIL-C9A2"), await old.party("PIL-GH6T")
    async with transaction(old.database, NOW) as changing:
        books = await old.books(changing)
        vacancy = await change.vacancy(books, odile)
        assert vacancy is not None
        assert (vacancy.seats, vacancy.expires_at) == (1, TONIGHT)
        assert await books.searches.count() == 2
        seen_by_nadia = await partners.proposed(books, nadia)
        assert seen_by_nadia is not None
        assert seen_by_nadia.answered
        merged = await partners.accept(books, odile)
        assert merged is not None
        assert [one.first_name for one in merged.members] == ["Nadia", "Jean", "Odile"]
        assert await change.vacancy(books, odile) is None
        assert (await books.count()).held == 2
        assert await team.invited(books, Invitation(frozen.JEAN_TOKEN)) is not None
    assert await reading.kept_sums(old.database) == await reading.added_up(old.database)


async def test_what_drafts_hold_is_still_theirs(old: Old) -> None:
    thomas, benoit = DraftId("i2g06yt1"), DraftId("8fztsjcc")
    async with transaction(old.database, NOW) as changing:
        books = await old.books(changing)
        held = await books.holds.of(Subject.draft(thomas))
        assert held is not None
        assert held.expires_at == datetime(2015, 3, 3, 9, 10, 20, tzinfo=UTC)
        assert await books.holds.of(Subject.draft(benoit)) is None
        renewed = await register.keep_holding(books, thomas, 1, old.who[5_210_001_018])
        assert (await books.count()).held == 3
    assert renewed == replace(held, expires_at=NOW + timedelta(minutes=30))


async def test_every_dialogue_is_there_with_its_live_message(old: Old) -> None:
    state: Any = pytest.importorskip("bot.conversation.state")
    steps = {
        frozen.MARIE_CORRECTS: "role.3",
        frozen.YVAN_GOES_BACK: "role.2",
        frozen.HUGO_SAYS_YES: "email",
        frozen.LISE_WITHOUT_PHONE: "phone",
        frozen.JOHN_COMES_IN_TWO: "size",
    }
    async with transaction(old.database, NOW) as changing:
        chats = [of_chat(seen.chat_id) for seen in steps]
        known = await changing.addresses.load([*chats, of_chat(frozen.DENIS_COMES_IN_TWO.chat_id)])
        for seen, step in steps.items():
            standing = known[of_chat(seen.chat_id)].dialogue(old.key)
            dialogue = state.Dialogue.model_validate_json(standing.state)
            assert (dialogue.step, standing.live_message_id) == (step, seen.message_id)
            assert seen.data.split(":")[3] == dialogue.draft.id
        denis = known[of_chat(frozen.DENIS_COMES_IN_TWO.chat_id)]
        assert denis.dialogues[old.gone].live_message_id == frozen.DENIS_COMES_IN_TWO.message_id


async def test_answers_that_never_left_are_taken_over(old: Old) -> None:
    zoe, jean = (
        old.who[frozen.ZOE_STOPS.chat_id],
        old.who[frozen.JEAN_WITHOUT_PHONE.chat_id],
    )
    async with transaction(old.database, NOW) as changing:
        updates = changing.updates(BOT)
        await updates.adopt()
        late = [(frozen.LATEST_UPDATE, jean), (frozen.LATEST_UPDATE + 1, jean)]
        fresh = await updates.record(late, NOW + timedelta(minutes=1))
        assert fresh == {frozen.LATEST_UPDATE + 1}
        assert await updates.take_over(NOW, NOW) == {zoe: [831_204_144]}
        claims_over = NOW + timedelta(minutes=1)
        left = await updates.take_over(claims_over, claims_over + timedelta(minutes=1))
        assert left[jean] == [frozen.LATEST_UPDATE, frozen.LATEST_UPDATE + 1]


async def test_messages_owed_leave_and_those_that_left_do_not(old: Old) -> None:
    days = Days([FACTS])
    async with transaction(old.database, NOW) as changing:
        await days.enter(changing)  # the moment of the reminder is another one than in February

    async def claimed(now: datetime) -> set[tuple[str, AddressKey]]:
        async with transaction(old.database, now) as changing:
            until = now + timedelta(minutes=1)
            return {(one.kind, one.address) for one in await claim_all(changing, until)}

    assert await claimed(NOW) == set()
    assert await claimed(datetime(2015, 3, 3, 9, 5, 50, tzinfo=UTC)) == {
        (OFFER, old.who[frozen.ANAIS_ACCEPTS.chat_id]),
        (HOLD_ENDING, old.who[frozen.THOMAS_CONFIRMS.chat_id]),
    }
    assert await claimed(FACTS.remind_at) == {
        (REMINDER, old.who[chat])
        for chat in (5_210_001_005, 5_210_001_006, 5_210_001_011, 5_210_001_021)
    }
    failed = [one for one in await reading.owed(old.database) if one.failure]
    assert [(one.kind, one.failure) for one in failed] == [(OFFER_LAPSED, "blocked")]


async def test_the_day_whose_file_is_gone_is_erased_in_the_end(old: Old) -> None:
    days = Days([FACTS])
    async with transaction(old.database, NOW) as changing:
        await days.enter(changing)
    async with transaction(old.database, NOW) as changing:
        marie = old.who[5_210_001_002]
        gone = await changing.books(old.gone, FACTS)
        assert [one.code for one in await gone.parties.of(marie)] == ["MAC-3KBC"]
        # Its day was on 20 November, and Denis has written since in February.
        assert await days.to_erase(changing) == {old.gone: frozen.EVENT_GONE}
        erased = await changing.events.erase(old.gone)
        assert marie in erased
        await changing.addresses.forget_unused(erased)
        assert await gone.parties.everybody() == []
        assert len(await (await old.books(changing)).parties.of(marie)) == 1
    assert (await reading.kept_sums(old.database))[old.gone] == (0, 0)


async def test_a_second_time_changes_nothing(old: Old) -> None:
    tables = ("addresses", "dialogues", "updates", "parties", "owners", "members", "deliveries")
    before = [await reading.count(old.database, table) for table in tables]
    assert await migrate(old.database) == Upgrade(LATEST, LATEST)
    assert [await reading.count(old.database, table) for table in tables] == before


async def test_a_newer_schema_is_refused(old: Old) -> None:
    async with old.database.transaction() as connection:
        await connection.fetch("insert into schema_version values (9999)")
    with pytest.raises(StoreError, match="9999"):
        await migrate(old.database)
