"""The check of the bot's requests finds what it is for."""

from typing import Any

import pytest

from .bot_api import mistakes

BUTTON = {"text": "Oui", "callback_data": "1:yes"}


def say(**more: Any) -> dict[str, Any]:
    return {"chat_id": 7, "text": "<b>Bonjour</b>", "parse_mode": "HTML", **more}


def buttons(*row: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(row)]}


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("sendMessage", say()),
        ("sendMessage", say(text="<b>" + "é" * 4096 + "</b>")),
        ("sendMessage", say(text="&lt;" * 4096)),
        ("sendMessage", say(reply_markup=buttons(BUTTON))),
        ("sendMessage", say(reply_markup='{"inline_keyboard": []}')),
        ("sendDocument", {"chat_id": "7", "document": {"file": "jour.ics"}, "caption": "Voici"}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 200}),
        ("getUpdates", {"timeout": 25, "allowed_updates": ["message"]}),
    ],
)
def test_what_the_bot_api_takes(method: str, arguments: dict[str, Any]) -> None:
    assert mistakes(method, arguments) == []


@pytest.mark.parametrize(
    ("method", "arguments", "about"),
    [
        ("sendMesage", say(), "no method"),
        ("sendMessage", {"chat_id": 7}, "text"),
        ("sendMessage", say(chat_id=[7]), "chat_id"),
        ("sendMessage", say(parse_mod="HTML"), "unknown field"),
        ("sendMessage", say(reply_markup=buttons({**BUTTON, "colour": "red"})), "colour"),
        ("sendMessage", say(text="é" * 4097), "4097 units"),
        ("sendMessage", say(text="😀" * 2049), "4098 units"),
        ("sendMessage", say(text="<b></b>"), "0 units"),
        ("editMessageText", say(message_id=1, text=""), "0 units"),
        ("sendMessage", say(reply_markup=buttons({**BUTTON, "callback_data": "é" * 33})), "66"),
        ("sendMessage", say(reply_markup=buttons({**BUTTON, "text": " "})), "without words"),
        ("sendMessage", say(reply_markup=buttons()), "row without"),
        ("sendMessage", say(reply_markup=buttons(*[BUTTON] * 101)), "101 buttons"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "201"),
        ("setMyCommands", {"commands": [{"command": "Aide", "description": "x"}]}, "Aide"),
        ("setMyCommands", {"commands": [{"command": "aide", "description": ""}]}, "description"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "121"),
        ("setMyDescription", {"description": "x" * 513}, "513"),
        (
            "sendDocument",
            {"chat_id": 7, "document": {"file": "a.ics"}, "caption": "x" * 1025},
            "1025",
        ),
    ],
)
def test_what_it_does_not(method: str, arguments: dict[str, Any], about: str) -> None:
    assert any(about in mistake for mistake in mistakes(method, arguments))
