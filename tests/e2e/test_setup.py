"""A wrong setting is one clear line and exit status 2."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from store.newer import NEWER, make_newer

from .process import EVENT, BotProcess
from .telegram import TOKEN, Telegram


async def run(folder: Path, **environment: str) -> tuple[int, str]:
    """Exit status and stderr of a bot with these settings."""
    inherited = {name: v for name, v in os.environ.items() if not name.startswith("BINOME_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=inherited | environment,
        cwd=folder,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(20):
        _, written = await process.communicate()
    return process.returncode or 0, written.decode()


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({}, "BINOME_TOKEN"),
        ({"BINOME_TOKEN": TOKEN, "BINOME_EVENT": "no-such-file.toml"}, "no-such-file.toml"),
        (
            {
                "BINOME_TOKEN": TOKEN,
                "BINOME_EVENT": str(EVENT),
                "BINOME_DATABASE_URL": "sqlite:////no/such/folder/binome.db",
            },
            "/no/such/folder/binome.db",
        ),
    ],
)
async def test_a_wrong_setting_is_one_line(
    tmp_path: Path, environment: dict[str, str], named: str
) -> None:
    status, written = await run(tmp_path, **environment)

    assert status == 2
    assert len(written.strip().splitlines()) == 1, written
    assert named in written
    assert TOKEN not in written


async def test_a_token_that_telegram_does_not_know(telegram: Telegram, bot: BotProcess) -> None:
    telegram.token = "123456:another-token-altogether"
    bot.expected_ends = {2}
    await bot.launch()

    assert await bot.ends() == 2

    complaint = [line for line in bot.log().splitlines() if "DEBUG" not in line]
    assert len(complaint) == 1
    assert "BINOME_TOKEN" in complaint[0]


async def test_a_database_of_a_newer_version_is_left_alone(bot: BotProcess) -> None:
    bot.expected_ends = {0, 2}
    await bot.start()
    await bot.stop()
    await make_newer(bot.database_url)

    await bot.launch()

    assert await bot.ends() == 2
    complaint = bot.log().strip().splitlines()[-1]
    assert str(NEWER) in complaint
    assert str(bot.database) in complaint
