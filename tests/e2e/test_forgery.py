"""Buttons that somebody made up, or that are somebody else's, change nothing and are answered."""

from bot.conversation.buttons import unpack

from .onlooker import until_it_is_so
from .process import BotProcess
from .telegram import Person, Telegram, callback_data, is_button


async def forge(person: Person, data: str) -> str:
    """Press that on the bot's last message; the notification that answers."""
    person.forges(data, person.messages()[-1]["message_id"])
    return await person.toast()


async def test_another_persons_party_cannot_be_cancelled(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie, eve = telegram.join("Marie", "Dupont"), telegram.join("Eve", "Intruse")
    bot.expected_refusals.add("editMessageText")  # the last message is a file
    await bot.start()
    code = await marie.registers(2)
    own = await eve.registers(1)

    for verb in ("cancel_yes", "cancel", "coming"):
        for form in ("1", "2:1"):
            await forge(eve, f"{form}:{verb}:{code}")

    registered = await bot.onlooker.parties()
    assert {party.code for party in registered} == {code, own}
    assert all(one.coming_at is None for party in registered for one in party.everyone)
    assert all(marie.name not in str(message) for message in eve.messages())


async def test_another_persons_question_cannot_be_answered(
    telegram: Telegram, bot: BotProcess
) -> None:
    marie, eve = telegram.join("Marie", "Dupont"), telegram.join("Eve", "Intruse")
    await bot.start()
    for answer in marie.answers(2)[:-1]:
        await marie.answers_with(answer)
    await eve.says("/inscription")

    for data in callback_data(marie.messages()[-1]):
        assert await forge(eve, data) != ""

    assert await bot.onlooker.parties() == []
    await marie.taps("choose", "yes")
    assert await bot.onlooker.owners() == [(marie.id, 2)]


async def test_data_that_no_button_has_is_answered_and_changes_nothing(
    telegram: Telegram, bot: BotProcess
) -> None:
    eve = telegram.join("Eve", "Intruse")
    bot.expected_refusals.add("editMessageText")  # the menu is to be shown where it is shown
    await bot.start()
    await eve.says("/inscription")
    await eve.says("CC du Pilat Rhodanien")
    await bot.onlooker.all_is_answered()
    live = callback_data(eve.messages()[-1])[0]
    button = unpack(live)
    assert button is not None
    draft, revision, event = button.draft, button.revision, button.event
    made_up = [
        "x",
        ":::::",
        "0:menu",
        "2:menu",
        f"3:{event}:menu",
        "2:-1:menu",
        "2:1234567:menu",
        "é" * 32,
        "\u202e1:menu",
        *(
            f"{form}:{rest}"
            for form in ("1", f"2:{event}")
            for rest in (
                "",
                "nothing",
                "headcount",
                "choose:2",
                "programme:99999999999999999999",
                "programme:-1",
                "programme:²",
                f"choose:2:{draft}:{revision + 7}",
                f"choose:2:{draft}:-1",
                f"choose:2:aaaaaaaa:{revision}",
                f"confirm:yes:{draft}:{revision}",
                "cancel_yes:' or 1=1 --",
                "menu\n",
            )
        ),
    ]
    toasts = len(eve.toasts())

    for data in made_up:
        await forge(eve, data)

    assert len(eve.toasts()) == toasts + len(made_up)
    assert await bot.onlooker.parties() == []
    assert await bot.onlooker.held() == 0
    await bot.onlooker.all_is_answered()
    eve.presses("choose", "3")

    async def three_are_held() -> bool:
        return await bot.onlooker.held() == 3

    await until_it_is_so(three_are_held, "the seats to be held")


async def test_values_that_the_question_does_not_offer_are_not_taken(
    telegram: Telegram, bot: BotProcess
) -> None:
    eve = telegram.join("Eve", "Intruse")
    await bot.start()
    await eve.says("/inscription")
    question = await eve.says("CC du Pilat Rhodanien")
    for value in ("0", "13", "99", "", "yes", "elected", "²"):
        data = next(one for one in callback_data(question) if is_button(one, "choose", "2"))
        eve.forges(data.replace(":choose:2:", f":choose:{value}:"), question["message_id"])
        question = await eve.hears()

    assert await bot.onlooker.held() == 0
