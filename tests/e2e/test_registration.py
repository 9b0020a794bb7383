"""A binôme and a trinôme register, and organisers see them."""

import re
from datetime import datetime
from pathlib import Path

from .process import EVENT, BotProcess
from .telegram import Telegram


def numbers(text: str) -> list[int]:
    """The numbers in a text, in order."""
    return [int(number) for number in re.findall(r"\d+", text)]


async def test_a_binome_and_a_trinome_register_and_show_in_effectif(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    karim = telegram.join("Karim", "Benali")
    dominique = telegram.join("Dominique", "Bernier", organiser=True)
    bot.organisers = [dominique.id]
    await bot.start()

    codes = [await marie.registers(2), await karim.registers(3)]

    assert len(set(codes)) == 2
    headcount = (await dominique.says("/effectif"))["text"].replace("\u00a0", " ").splitlines()
    seats = next(line for line in headcount if 15 in numbers(line))
    assert numbers(seats)[0] == 5
    assert any("trinôme" in line and "binôme" in line for line in headcount)
    assert any("CC du Pilat Rhodanien 5" in line for line in headcount)
    listed = (await dominique.says("/inscrits"))["text"]
    assert all(code in listed for code in codes)
    assert all(name in listed for name in (marie.name, karim.name, "Paul Martin", "Inès Garnier"))
    await dominique.says("/export")
    lines = telegram.spreadsheet(await dominique.taps("export_as", "xlsx"))
    assert len(lines) == 5
    assert all(isinstance(line["Inscription"], datetime) for line in lines)
    assert [line["Contact du groupe"] for line in lines] == [marie.name] * 2 + [karim.name] * 3
    assert all(line["E-mail du contact"] for line in lines)
    assert sum(bool(line["E-mail"]) for line in lines) == 2  # each contact person's own


async def test_organisers_see_registrations_a_day_as_a_picture(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    dominique = telegram.join("Dominique", "Bernier", organiser=True)
    bot.organisers = [dominique.id]
    await bot.start()
    await marie.registers(2)

    await dominique.says("/effectif")
    shown = await dominique.taps("chart")

    file = telegram.files[shown["photo"][-1]["file_id"]]
    assert file.content.startswith(b"\x89PNG")
    assert 2 in numbers(shown["caption"])


async def test_the_event_file_names_organisers_too(
    telegram: Telegram, bot: BotProcess, tmp_path: Path
) -> None:
    named, set_, other = (telegram.join(name, "Roche") for name in ("Lou", "Ida", "Max"))
    bot.event = tmp_path / "journee.toml"
    bot.event.write_text(f"organisers = [{named.id}]\n" + EVENT.read_text("utf-8"), "utf-8")
    bot.organisers = [set_.id]
    await bot.start()

    headcounts = [(await one.says("/effectif"))["text"] for one in (named, set_, other)]

    assert headcounts[0] == headcounts[1] != headcounts[2]
    menu = telegram.show_chat(telegram.chats[named.id])["commands"]
    assert "effectif" in {one["command"] for one in menu}


async def test_for_anyone_else_the_organisers_commands_do_not_exist(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie = telegram.join("Marie", "Dupont")
    paul = telegram.join("Paul", "Martin")
    await bot.start()
    await marie.registers(2)

    made_up = await paul.says("/nimporte")
    for command in ("/effectif", "/inscrits", "/export", "/pointage", "/papiers"):
        assert (await paul.says(command))["text"] == made_up["text"]
    for verb in ("headcount", "list", "export", "ci", "papers"):
        paul.forges(f"2:1:{verb}", made_up["message_id"])
        assert await paul.toast() != ""
    assert all(marie.name not in str(message) for message in paul.messages())
    menu = telegram.show_chat(telegram.chats[paul.id])["commands"]
    assert {one["command"] for one in menu}.isdisjoint({"effectif", "inscrits", "export"})


async def test_who_gives_up_leaves_room_for_others(telegram: Telegram, bot: BotProcess) -> None:
    marie = telegram.join("Marie", "Dupont")
    await bot.start()
    code = await marie.registers(3)

    await marie.says("/annuler")
    marie.presses("cancel_yes", code)
    answer = await marie.sees_edit()

    assert code not in str(answer)
    assert 15 in numbers((await marie.says("/places"))["text"])
    assert await marie.registers(2) != code
