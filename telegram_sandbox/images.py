"""The size of a picture, read from its header; a picture that stands for any."""

import struct
import zlib

from telegram_sandbox.errors import bad_request


def image_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG in pixels. Raises ApiError 400 for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:2] == b"\xff\xd8":
        return jpeg_size(content)
    raise bad_request("IMAGE_PROCESS_FAILED")


def jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height from the first start-of-frame segment."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad_request("IMAGE_PROCESS_FAILED")


def grey_picture(width: int, height: int) -> bytes:
    """A grey PNG of this size, in pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xb0" * width) * height)
    chunks = ((b"IHDR", header), (b"IDAT", lines), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
