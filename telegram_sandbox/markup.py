"""Reply markup: keyboards as https://core.telegram.org/bots/api#inlinekeyboardmarkup says."""

from dataclasses import dataclass
from typing import Any, Literal

from telegram_sandbox.arguments import Arguments, Json, checked_object
from telegram_sandbox.entities import utf16_length, web_link
from telegram_sandbox.errors import ApiError, bad_request

INLINE_ACTIONS = ("callback_data", "url", "copy_text")
STYLES = {"danger", "success", "primary"}
KEYBOARD_FIELDS = {
    "keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard",
    "input_field_placeholder", "selective",
}  # fmt: skip
MOST_BUTTONS = 100


@dataclass(frozen=True)
class Markup:
    """A checked reply markup; `content` is None for an inline keyboard without buttons."""

    kind: Literal["inline", "keyboard", "remove", "force_reply"]
    content: Json | None

    @property
    def inline(self) -> Json | None:
        """The inline keyboard, as a Message shows it."""
        return self.content if self.kind == "inline" else None


NO_MARKUP = Markup("inline", None)


def read_markup(arguments: Arguments) -> Markup:
    """The argument `reply_markup` of a send."""
    value = arguments.json("reply_markup")
    if value is None:
        return NO_MARKUP
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        return Markup("inline", inline_keyboard(value))
    if "keyboard" in value:
        return Markup("keyboard", reply_keyboard(value))
    if value.get("remove_keyboard") is True:
        return Markup(
            "remove", checked_object(value, "reply_markup", {"remove_keyboard", "selective"})
        )
    if value.get("force_reply") is True:
        fields = {"force_reply", "input_field_placeholder", "selective"}
        check_placeholder(checked_object(value, "reply_markup", fields))
        return Markup("force_reply", value)
    raise bad_request("can't parse reply keyboard markup JSON object")


def read_inline_markup(arguments: Arguments) -> Markup:
    """The argument `reply_markup` of an edit, where only an inline keyboard can stand."""
    markup = read_markup(arguments)
    if markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    return markup


def rows_of(value: Any, field: str) -> list[list[Any]]:
    """The rows of a keyboard, without the empty ones."""
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{field}" of the reply markup should be an Array of Arrays')
    if sum(len(row) for row in value) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in value if row]


def inline_keyboard(value: Json) -> Json | None:
    """A checked InlineKeyboardMarkup."""
    checked_object(value, "reply_markup", {"inline_keyboard"})
    rows = rows_of(value["inline_keyboard"], "inline_keyboard")
    for row in rows:
        for button in row:
            check_inline_button(button)
    return {"inline_keyboard": rows} if rows else None


def check_inline_button(button: Any) -> None:
    """Refuse an inline button that Telegram would refuse."""
    if not isinstance(button, dict):
        raise bad_button("InlineKeyboardButton must be an Object")
    checked_object(button, "InlineKeyboardButton", {"text", "style", *INLINE_ACTIONS})
    if not isinstance(button.get("text"), str):
        raise bad_button('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style", "primary") not in STYLES:
        raise bad_request("invalid button style specified")
    actions = [name for name in INLINE_ACTIONS if button.get(name)]
    if not actions:
        raise bad_button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_button("exactly one action must be specified")
    check_action(actions[0], button[actions[0]])


def check_action(name: str, value: Any) -> None:
    """Refuse the action of an inline button that Telegram would refuse."""
    if name == "copy_text":
        text = checked_object(value, "CopyTextButton", {"text"}).get("text")
        if not isinstance(text, str) or not 1 <= utf16_length(text) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return
    if not isinstance(value, str):
        raise bad_button(f'Field "{name}" must be of type String')
    if name == "callback_data" and len(value.encode()) > 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if name == "url" and web_link(value) is None:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def bad_button(reason: str) -> ApiError:
    """The refusal of an inline button that cannot be parsed."""
    return bad_request(f"can't parse inline keyboard button: {reason}")


def reply_keyboard(value: Json) -> Json:
    """A checked ReplyKeyboardMarkup; buttons given as bare text become objects."""
    checked_object(value, "reply_markup", KEYBOARD_FIELDS)
    check_placeholder(value)
    rows = rows_of(value["keyboard"], "keyboard")
    if not rows:
        raise bad_request("reply keyboard must be non-empty")
    return {**value, "keyboard": [[reply_button(button) for button in row] for row in rows]}


def reply_button(button: Any) -> Json:
    """A checked KeyboardButton."""
    button = {"text": button} if isinstance(button, str) else button
    fields = {"text", "style", "request_contact", "request_location"}
    checked_object(button, "KeyboardButton", fields)
    if not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    return dict(button)


def check_placeholder(value: Json) -> None:
    """Refuse an input field placeholder that is not 1 to 64 characters."""
    placeholder = value.get("input_field_placeholder", "…")
    if not isinstance(placeholder, str) or not 1 <= utf16_length(placeholder) <= 64:
        raise bad_request("wrong input_field_placeholder length")
