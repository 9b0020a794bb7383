"""Keyboard, phone, contrasts, and texts that try to be more than text."""

from typing import Any

import pytest
from playwright.async_api import expect

from .conftest import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
ATTACK = "<img src=x onerror=alert(1)>"
PAIRS = [
    ("--text", "--ground"), ("--text", "--panel"), ("--text", "--theirs"), ("--text", "--own"),
    ("--muted", "--panel"), ("--muted", "--theirs"), ("--muted", "--own"), ("--muted", "--ground"),
    ("--muted", "--accent-soft"), ("--link", "--theirs"), ("--link", "--own"),
    ("--link", "--accent-soft"), ("--accent", "--panel"), ("--on-accent", "--accent"),
    ("--on-accent", "--accent-hover"), ("--warm", "--warm-soft"), ("--on-warm", "--warm"),
    ("--on-toast", "--toast"), ("--text", "--changed"), ("--muted", "--changed"),
]  # fmt: skip
CONTRAST = """([one, other]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (name) => {
    canvas.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name);
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


async def test_keyboard_alone(stage: Stage) -> None:
    marie = await stage.join("Marie", "Dupont")
    await stage.visit()
    keyboard = stage.page.keyboard
    await keyboard.press("Tab")
    await expect(stage.page.get_by_role("link", name="Aller à la conversation")).to_be_focused()
    entry = stage.page.get_by_role("navigation").get_by_role("button", name="Marie Dupont")
    for _ in range(4):  # the three column choices, then the first person
        await keyboard.press("Tab")
    await expect(entry).to_be_focused()
    await keyboard.press("Enter")
    await keyboard.press("Enter")  # the cursor went to « Démarrer »
    await stage.bot.next("message")
    await stage.bot.say(marie, "Combien serez-vous ?", ["Un binôme"])
    chat = stage.chat("Marie Dupont")
    await expect(chat.get_by_role("button", name="Un binôme")).to_be_visible()
    await expect(chat.get_by_role("textbox")).to_be_focused()
    await keyboard.press("Shift+Tab")  # attachments
    await keyboard.press("Shift+Tab")  # the bot's button
    await expect(chat.get_by_role("button", name="Un binôme")).to_be_focused()
    await keyboard.press("Enter")
    assert (await stage.bot.next("callback_query"))["data"] == "Un binôme"
    await keyboard.press("Escape")
    await expect(chat.get_by_role("textbox")).to_be_focused()


async def test_menu_by_keyboard(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.visit()
    chat = await stage.open("Marie")
    attach = chat.get_by_role("button", name="Joindre")
    await attach.press("Enter")
    await expect(stage.page.get_by_role("menuitem", name="Photo")).to_be_focused()
    await stage.page.keyboard.press("ArrowUp")
    await expect(stage.page.get_by_role("menuitem").last).to_be_focused()
    await stage.page.keyboard.press("Escape")
    await expect(attach).to_be_focused()
    await expect(stage.page.get_by_role("menuitem")).to_have_count(0)


async def test_landmarks_and_names(stage: Stage) -> None:
    marie = await stage.join("Marie")
    await stage.write(marie, "/start")
    await stage.visit()
    page = stage.page
    await stage.open("Marie")
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    for role in ("banner", "navigation", "main"):
        await expect(page.locator("body").get_by_role(role)).to_have_count(1)
    log = page.get_by_role("log", name="Messages de Marie")
    await expect(log).to_have_attribute("aria-live", "polite")
    for button in await page.get_by_role("button").all():
        assert await button.evaluate("b => b.ariaLabel || b.textContent.trim()")


async def test_texts_stay_texts(stage: Stage) -> None:
    marie = await stage.join(f"Marie {ATTACK}", ATTACK)
    await stage.visit()
    page = stage.page
    chat = page.get_by_role("main").get_by_role("region")
    await chat.get_by_role("button", name="Démarrer").click()
    await stage.bot.next("message")
    await chat.get_by_role("textbox").fill(ATTACK)
    await chat.get_by_role("textbox").press("Enter")
    await stage.bot.call("sendMessage", chat_id=marie, text=f"Bonjour {ATTACK}")
    await stage.bot.upload("sendDocument", "document", f"{ATTACK}.txt", b"x", chat_id=marie)
    await stage.bot.call("sendContact", chat_id=marie, phone_number="1", first_name=ATTACK)
    await expect(chat.get_by_role("article")).to_have_count(5)
    await expect(chat.get_by_text(f"Bonjour {ATTACK}")).to_be_visible()
    await expect(chat.get_by_role("heading").first).to_have_text(f"Marie {ATTACK} {ATTACK}")
    assert await page.locator("img").count() == 0


async def test_forbidden_addresses_are_no_links(stage: Stage) -> None:
    await stage.visit()
    shown = await stage.page.evaluate(
        """async () => {
          const { richText } = await import("/page/richtext.js");
          const html = '<a href="javascript:alert(1)">un</a><svg><a href="data:x">deux</a></svg>'
            + '<script>trois</' + 'script><a href="https://exemple.fr" class="x">quatre</a>';
          const box = document.createElement("div");
          box.append(...richText(html, { bot: { username: "binome_bot" } }));
          return box.innerHTML;
        }"""
    )
    assert "javascript" not in shown
    assert "data:" not in shown
    assert "<script" not in shown
    assert "<svg" not in shown
    assert shown.count("<a ") == 1
    assert 'class="x"' not in shown


async def test_contrasts(stage: Stage) -> None:
    await stage.visit()
    await stage.page.emulate_media(color_scheme="light")
    assert await too_faint(stage) == {}
    await stage.page.emulate_media(color_scheme="dark")
    assert await too_faint(stage) == {}


async def too_faint(stage: Stage) -> dict[tuple[str, str], float]:
    """The pairs of colours whose contrast is too low, with it."""
    ratios = {pair: await stage.page.evaluate(CONTRAST, list(pair)) for pair in PAIRS}
    return {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5}


async def widest(stage: Stage) -> int:
    """Where the rightmost thing on the page ends, in pixels."""
    edges = "nodes => Math.max(...nodes.map(node => node.getBoundingClientRect().right))"
    return int(await stage.page.locator("body, body *:visible").evaluate_all(edges))


class TestPhone:
    """A phone-sized screen shows the list or one chat."""

    @pytest.fixture
    def context_options(self) -> dict[str, Any]:
        return PHONE

    async def test_list_and_back(self, stage: Stage) -> None:
        await stage.join("Karim")
        marie = await stage.join("Marie")
        await stage.write(marie, "/start")
        await stage.bot.say(marie, "Un long message, " * 20)
        await stage.visit()
        assert await widest(stage) <= 390
        people = stage.page.get_by_role("navigation")
        await expect(stage.page.get_by_role("main")).to_be_hidden()
        await stage.bot.say(marie, "Bonjour.")
        await expect(people.get_by_role("button", name="Marie")).to_contain_text("message non lu")
        chat = await stage.open("Marie")
        await expect(people).to_be_hidden()
        await expect(chat.get_by_text("Bonjour.")).to_be_in_viewport()
        assert await widest(stage) <= 390
        await chat.get_by_role("button", name="Revenir aux conversations").click()
        await expect(people.get_by_role("button", name="Marie")).to_be_focused()
        await expect(people.get_by_role("button", name="Marie")).not_to_contain_text("non lu")
        await stage.open("Karim")
        await stage.page.go_back()
        await expect(people.get_by_role("button", name="Karim")).to_be_focused()
