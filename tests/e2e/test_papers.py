"""Papers over HTTP: in the chat within two seconds, with the logos that were sent there."""

import time

from telegram_sandbox import actions

from .process import BotProcess
from .telegram import Json, Telegram, until

WITHIN = 2.0
"""Seconds until a paper is in the chat."""


async def test_a_day_s_papers_are_in_the_chat_at_once(telegram: Telegram, bot: BotProcess) -> None:
    dominique = telegram.join("Dominique", "Bernieretcompagnie", organiser=True)
    marie = telegram.join("Marie", "Dupontdelaplace")
    bot.organisers = [dominique.id]
    await bot.start()
    dominique.start_chat()
    await marie.registers(2)
    marie.presses("entry")
    await until(lambda: "photo" in marie.messages()[-1], "the code at the door")

    await dominique.says("/logos")
    actions.send_kind(telegram, dominique.id, "photo")
    preview = await dominique.hears()
    assert "photo" in preview
    await dominique.hears()

    for command, suffix in (("/emargement", "pdf"), ("/badges", "pdf")):
        began = time.monotonic()
        paper = await dominique.says(command)
        assert time.monotonic() - began < WITHIN
        assert file_name(paper).endswith(suffix)
    await dominique.says("/bilan")
    for form, suffix in (("text", "docx"), ("table", "xlsx")):
        dominique.presses("review_as", form)
        assert file_name(await dominique.hears()).endswith(suffix)


async def test_certificates_leave_once_each_to_their_person(
    telegram: Telegram, bot: BotProcess
) -> None:
    dominique = telegram.join("Dominique", "Bernieretcompagnie", organiser=True)
    marie = telegram.join("Marie", "Dupontdelaplace")
    bot.organisers = [dominique.id]
    bot.expected_refusals |= {"editMessageText"}  # the second tap changes nothing that is shown
    await bot.start()
    dominique.start_chat()
    code = await marie.registers(2)
    await dominique.says(f"/pointage {code}")
    dominique.presses("ci_all")
    await dominique.sees_edit()
    await dominique.says("/attestations")
    dominique.presses("attest_send")
    dominique.presses("attest_send")  # a double tap
    await until(lambda: len(certificates(marie.messages())) == 2, "both certificates")
    await dominique.says("/attestations")
    assert len(certificates(marie.messages())) == 2


def certificates(messages: list[Json]) -> list[Json]:
    return [one for one in messages if file_name(one).startswith("attestation-")]


def file_name(message: Json) -> str:
    """The name of the file that a message carries; empty when it carries none."""
    return str(message.get("document", {}).get("file_name", ""))
