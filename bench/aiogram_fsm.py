"""The registration as a user of aiogram would write it: its FSM, whose storage is memory.

python -m bench.aiogram_fsm <root URL>
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.registration import DONE, GREETING, MENU, QUESTIONS, REGISTER, STOP, STOPPED
from bench.server import TOKEN

STATES = tuple(State(question.key, "registration") for question in QUESTIONS)
PARTIES: dict[int, dict[str, object]] = {}
"""What was registered, by user id."""

OnText = Callable[[Message, FSMContext], Awaitable[None]]
OnTap = Callable[[CallbackQuery, FSMContext], Awaitable[None]]


async def say(message: Message, text: str, *buttons: tuple[str, str]) -> None:
    """Send a message with its buttons to the chat of another one."""
    rows = [[InlineKeyboardButton(text=label, callback_data=data)] for label, data in buttons]
    await message.answer(text, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


async def ask(message: Message, state: FSMContext, number: int) -> None:
    """Ask the question of this number."""
    await state.set_state(STATES[number])
    await say(message, QUESTIONS[number].text, *QUESTIONS[number].buttons)


async def greet(message: Message) -> None:
    """Answer /start."""
    await say(message, GREETING, REGISTER)


async def register(query: CallbackQuery, state: FSMContext) -> None:
    """Begin to ask."""
    await query.answer()
    await ask(_message(query), state, 0)


async def stop(query: CallbackQuery, state: FSMContext) -> None:
    """Leave the registration."""
    await query.answer()
    await state.clear()
    await say(_message(query), STOPPED, MENU)


def said(number: int) -> OnText:
    """What takes the text that answers the question of this number."""

    async def answer(message: Message, state: FSMContext) -> None:
        await state.update_data({QUESTIONS[number].key: message.text})
        await ask(message, state, number + 1)

    return answer


def tapped(number: int) -> OnTap:
    """What takes the tap that answers the question of this number."""

    async def answer(query: CallbackQuery, state: FSMContext) -> None:
        await query.answer()
        data = await state.update_data({QUESTIONS[number].key: query.data})
        if number + 1 < len(QUESTIONS):
            await ask(_message(query), state, number + 1)
            return
        PARTIES[query.from_user.id] = data
        await state.clear()
        await say(_message(query), DONE, MENU)

    return answer


def _message(query: CallbackQuery) -> Message:
    assert isinstance(query.message, Message)
    return query.message


async def run(root: str) -> None:
    """Run the bot until it is told to stop."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(root))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.message.register(greet, CommandStart())
    dispatcher.callback_query.register(register, F.data == REGISTER[1])
    dispatcher.callback_query.register(stop, F.data == STOP[1])
    for number, question in enumerate(QUESTIONS):
        if question.choices:
            known = F.data.in_({data for _, data in question.choices})
            dispatcher.callback_query.register(tapped(number), STATES[number], known)
        else:
            dispatcher.message.register(said(number), STATES[number], F.text)
    async with Bot(TOKEN, session=session) as bot:
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:]))
