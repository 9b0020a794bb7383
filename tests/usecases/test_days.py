"""Days are entered from their files, moved with their reminders, and erased when they are over."""

from datetime import timedelta

from store import reading
from store.samples import claim_all

from bot import event_file
from bot.days import UNKNOWN_FOR, Days, offered
from bot.domain.event import Event
from bot.domain.keys import Address, BotId, EventKey
from bot.settings import BUNDLED_EVENT
from bot.store.books import transaction
from bot.store.deliveries import REMINDER

from .samples import NOW, Counter

FILE = event_file.load(BUNDLED_EVENT)
OTHER = FILE.model_copy(update={"code": "another-day"})


async def enter(counter: Counter, *files: Event) -> dict[EventKey, Event]:
    """Start with these files; what is known then."""
    days = Days(files)
    async with transaction(counter.database, counter.now) as changing:
        await days.enter(changing)
    async with transaction(counter.database, counter.now) as changing:
        return {key: day.event for key, day in (await days.all(changing)).items()}


async def remind(counter: Counter) -> int:
    """Let the reminders that are due leave; how many there were."""
    async with transaction(counter.database, counter.now) as changing:
        due = await claim_all(changing, counter.now + timedelta(minutes=1))
        for one in due:
            await changing.outgoing.set_sent(one)
    return len(due)


async def to_erase(counter: Counter, *files: Event) -> set[str]:
    async with transaction(counter.database, counter.now) as changing:
        return set((await Days(files).to_erase(changing)).values())


async def test_a_day_whose_file_is_gone_is_known_and_not_shown(counter: Counter) -> None:
    known = await enter(counter, OTHER)
    assert {one.code for one in known.values()} == {FILE.code, OTHER.code}
    days = Days([OTHER])
    async with transaction(counter.database, NOW) as changing:
        shown = offered(await days.all(changing), NOW)
    assert [one.event.code for one in shown] == [OTHER.code]


async def test_reminders_follow_a_day_that_moves(counter: Counter) -> None:
    await counter.registered(2)
    await enter(counter, FILE.model_copy(update={"date": FILE.date + timedelta(days=7)}))
    (owed,) = await reading.owed(counter.database)
    assert owed.due_at == FILE.remind_at + timedelta(days=7)

    counter.now = FILE.remind_at + timedelta(days=7)
    assert await remind(counter) == 1
    await enter(counter, FILE.model_copy(update={"date": FILE.date + timedelta(days=14)}))
    assert await remind(counter) == 0
    counter.later(days=7)
    assert await remind(counter) == 1  # what it said before is not so any more


async def test_who_was_reminded_is_not_reminded_again_of_the_same_day(counter: Counter) -> None:
    await counter.registered(2)
    reminder = FILE.reminder.model_copy(update={"days_before": FILE.reminder.days_before + 2})
    counter.now = FILE.remind_at - timedelta(days=2)
    await enter(counter, FILE.model_copy(update={"reminder": reminder}))
    assert await remind(counter) == 1
    await enter(counter, FILE)
    counter.now = FILE.remind_at
    assert await remind(counter) == 0
    assert [one.kind for one in await reading.owed(counter.database)] == [REMINDER]


async def test_a_day_is_erased_when_its_facts_say_so(counter: Counter) -> None:
    await counter.registered(2)
    counter.now = FILE.erase_at - timedelta(seconds=1)
    assert await to_erase(counter) == set()
    counter.now = FILE.erase_at
    assert await to_erase(counter) == {FILE.code}


async def test_a_day_without_facts_is_erased_long_after_the_last_thing_in_it(
    counter: Counter,
) -> None:
    async with transaction(counter.database, NOW) as changing:
        key = await changing.events.put(code="unknown", facts="")
        assert key is not None
        assert await Days([]).to_erase(changing) == {key: "unknown"}  # nobody is in it
    unknown = Counter(counter.database, FILE, key)
    unknown.people = counter.people
    await unknown.registered(2)  # a reminder is owed, which makes no sense once the day begins

    counter.now = FILE.starts_at + UNKNOWN_FOR - timedelta(seconds=1)
    assert await to_erase(counter) == set()
    counter.later(seconds=1)
    assert "unknown" in await to_erase(counter)
    async with transaction(counter.database, counter.now) as changing:
        assert await changing.events.erase(key) == {counter.people[1]}
        assert await changing.addresses.forget_unused([counter.people[1]]) == 1
    assert await reading.count(counter.database, "members") == 0


async def test_who_only_talks_about_a_day_without_facts_is_not_cut_short(
    counter: Counter,
) -> None:
    async with transaction(counter.database, NOW) as changing:
        key = await changing.events.put(code="unknown", facts="")
        assert key is not None
        who = (await changing.addresses.load([Address("test", "01")]))[Address("test", "01")]
        who.dialogue(key).state = "{}"
        await changing.addresses.save_dialogues([(who, key)])
        updates = changing.updates(BotId("1234"))
        await updates.record([(1, who.key)], NOW)
        assert await Days([]).to_erase(changing) == {}
    counter.later(days=4)
    async with transaction(counter.database, counter.now) as changing:
        await changing.updates(BotId("1234")).forget_old()
    assert await to_erase(counter) == {"unknown"}
