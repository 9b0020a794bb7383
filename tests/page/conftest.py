"""One Chromium for all tests; for each a sandbox server, a scripted bot and a fresh page."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

from telegram_sandbox import Sandbox, serve

from .scripted_bot import TOKEN, ScriptedBot

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
START = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
expect.set_options(timeout=5_000)


@dataclass
class Stage:
    """What a test plays with."""

    sandbox: Sandbox
    address: str
    bot: ScriptedBot
    context: BrowserContext
    page: Page
    http: aiohttp.ClientSession
    troubles: list[str] = field(default_factory=list)

    async def join(self, first_name: str, last_name: str = "", **more: Any) -> int:
        """Make a person without the page; their id."""
        body = {"first_name": first_name, "last_name": last_name or None, **more}
        person = await self.ask("people", body)
        return int(person["id"])

    async def write(self, chat_id: int, text: str) -> None:
        """Let a person write without the page, and the bot receive it."""
        await self.ask(f"chats/{chat_id}/messages", {"text": text})
        await self.bot.next("message")

    async def ask(self, path: str, body: dict[str, Any]) -> Any:
        """A request on the people's side."""
        async with self.http.post(f"{self.address}/sandbox/{path}", json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def visit(self) -> None:
        """Open the page and wait until it shows the state."""
        await self.page.goto(self.address)
        await expect(self.page.locator("#clock-time")).not_to_be_empty()

    async def open(self, name: str) -> Locator:
        """Open somebody's chat from the list; the section that shows it."""
        await self.page.get_by_role("navigation").get_by_role("button", name=name).click()
        return self.chat(name)

    def chat(self, name: str) -> Locator:
        """The section of an open chat."""
        return self.page.get_by_role("region", name=f"Conversation de {name}")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium that talks to nobody by itself."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian's package is called chromium)")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield chromium
        await chromium.close()


@pytest.fixture
def context_options() -> dict[str, Any]:
    """How the browser presents itself; a module may override it."""
    return {"viewport": {"width": 1440, "height": 900}}


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, context_options: dict[str, Any]) -> AsyncIterator[Stage]:
    """A stage whose page must neither report an error nor call another host."""
    sandbox = Sandbox(START, TOKEN)
    async with serve(sandbox) as address, aiohttp.ClientSession() as http:
        context = await browser.new_context(
            locale="fr-FR",
            reduced_motion="reduce",  # clicks wait for what moves
            **context_options,
        )
        page = await context.new_page()
        stage = Stage(sandbox, address, ScriptedBot(http, address), context, page, http)
        watch(stage)
        yield stage
        await context.close()
    assert stage.troubles == []


def watch(stage: Stage) -> None:
    """Note errors of the page and requests to other hosts."""
    host = urlsplit(stage.address).netloc

    def note_request(url: str) -> None:
        if urlsplit(url).netloc != host:
            stage.troubles.append(f"request to {url}")

    def note_console(kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            stage.troubles.append(f"console {kind}: {text}")

    stage.context.on("request", lambda request: note_request(request.url))
    stage.page.on("console", lambda message: note_console(message.type, message.text))
    stage.page.on("pageerror", lambda error: stage.troubles.append(f"page error: {error}"))
