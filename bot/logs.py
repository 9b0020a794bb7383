"""Log lines on stderr, without the token.

python-telegram-bot logs the Bot API's address, which holds the token, and what people wrote, at
DEBUG: its loggers stay at WARNING, and the token is taken out of every line whoever wrote it.
"""

import logging
import sys


class _WithoutToken(logging.Formatter):
    def __init__(self, token: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = (token, token.replace(":", "%3A"), token.partition(":")[2])

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "<token>")
        return line


def set_up(token: str, *, level: str) -> None:
    """Log to stderr from this level (`DEBUG`, `INFO`…) on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_WithoutToken(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # uvicorn tells of every request that is none: whoever likes could fill the log.
    logging.getLogger("uvicorn").setLevel(logging.ERROR)
    for library in ("telegram", "aiohttp", "aiosqlite", "asyncpg", "httpx", "httpcore"):
        logging.getLogger(library).setLevel(logging.WARNING)
