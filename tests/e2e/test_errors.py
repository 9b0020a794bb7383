"""What goes wrong inside the bot: an apology, a line in the log, and the dialogue as it was."""

from .process import BotProcess
from .telegram import Telegram, has_button


async def test_an_error_is_answered_with_an_apology_and_leaves_the_dialogue_as_it_was(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie, karim = telegram.join("Marie", "Dupont"), telegram.join("Karim", "Benali")
    bot.may_fail = True
    await bot.start()
    await marie.says("/inscription")
    await marie.says("CC du Pilat Rhodanien")
    await bot.stop()
    good = await bot.onlooker.dialogue(marie.id)
    await bot.onlooker.put_dialogue(marie.id, '{"revision": "un mot de Marie"}')
    await bot.start()

    apology = await marie.says("On sera deux")
    tapped = marie.presses("choose", "2")
    await marie.toast()
    assert (await marie.hears())["text"] == apology["text"]
    assert await karim.registers(2)  # nobody else notices

    assert tapped["text"] != apology["text"]
    failed = telegram.updates.next_number
    assert any(f"update {number} failed" in bot.log() for number in range(failed - 40, failed))
    assert "un mot de Marie" not in bot.log()
    await bot.onlooker.put_dialogue(marie.id, good)
    question = await marie.says("On sera deux")
    assert has_button(question, "stop")
    assert await bot.onlooker.held() == 2


async def test_a_chat_that_cannot_be_read_keeps_the_bot_from_nothing_else(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie, karim = telegram.join("Marie", "Dupont"), telegram.join("Karim", "Benali")
    bot.may_fail = True
    await bot.start()
    await marie.registers(2)
    await bot.onlooker.all_is_answered()
    await bot.stop()
    await bot.onlooker.put_dialogue(marie.id, "not JSON")
    await bot.onlooker.interrupt(marie.id, telegram.updates.next_number + 1000)

    await bot.start()

    assert await karim.registers(2)
