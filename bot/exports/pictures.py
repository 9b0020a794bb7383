"""Pictures that were sent to us, read with care: logos for the head of papers."""

import io
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

from bot.exports.errors import BadPictureError

LARGEST = 40_000_000
"""Pixels of a picture that is read at all: a telephone's photograph has fewer."""

SHARP = 600
"""Pixels of the longer side on paper: 300 a logo's inch and more."""


_DAMAGE = (OSError, SyntaxError, ValueError)
"""What the library raises for what is no picture, or half of one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be put on a page."""

    content: bytes
    """A PNG without transparency, and without where or when it was taken."""
    ratio: float
    """Its width by its height."""


@lru_cache(maxsize=8)
def read(content: bytes) -> Picture:
    """A PNG or JPEG as it is put on a page: upright, on white, no larger than print needs.

    Raises:
        BadPictureError: it is none, is damaged, or is far too large.
    """
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as found:
            if found.width * found.height > LARGEST:
                raise BadPictureError(f"{found.width} × {found.height} pixels")
            found.draft("RGB", (SHARP, SHARP))
            upright = ImageOps.exif_transpose(found)
            upright.thumbnail((SHARP, SHARP))
            colours = upright.convert("RGBA")
    except BadPictureError:
        raise
    except (*_DAMAGE, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPictureError("no readable PNG or JPEG") from error
    page = Image.new("RGBA", colours.size, "white")
    page.alpha_composite(colours)
    file = io.BytesIO()
    page.convert("RGB").save(file, "PNG", optimize=True)
    return Picture(file.getvalue(), page.width / page.height)
