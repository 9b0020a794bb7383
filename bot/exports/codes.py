"""Links as pictures that telephones read."""

import io

import segno
from segno.encoder import DataOverflowError

from bot.exports.errors import PaperError

SIDE = 600
"""Pixels of a picture's side, about."""


def picture(link: str) -> bytes:
    """A QR picture (PNG), readable with a seventh of it hidden.

    Raises:
        PaperError: the link is longer than it can carry.
    """
    try:
        code = segno.make(link, error="m", micro=False)
    except DataOverflowError as error:
        raise PaperError("too long for a QR picture") from error
    file = io.BytesIO()
    modules = code.symbol_size(border=4)[0]
    code.save(file, kind="png", scale=max(SIDE // modules, 4), border=4)
    return file.getvalue()
