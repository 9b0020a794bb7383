"""What Telegram can do."""

from urllib.parse import quote

from bot.domain.keys import Address


class TelegramCapabilities:
    """Everything a channel may be able to do, and links by the bot's name."""

    shares_number = True
    has_menu = True
    edits = True

    def __init__(self, username: str) -> None:
        self._username = username

    def link(self, argument: str) -> str:
        """The address that opens the bot's chat: https://core.telegram.org/bots/features#deep-linking."""
        return f"https://t.me/{self._username}?start={argument}"

    def share(self, link: str, *, text: str) -> str | None:
        """The address that opens Telegram's choice of chats to forward to."""
        return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text, safe='')}"

    def is_one_to_one(self, address: Address) -> bool:
        """Groups and channels have negative ids."""
        return int(address.id) > 0
