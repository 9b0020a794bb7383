"""Papers read back with other libraries than those that made them."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pypdf


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF, with plain spaces, lines one after the other."""
    return [plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def plain(text: str) -> str:
    """A text in one line, without no-break spaces."""
    return re.sub(r"\s+", " ", text)


def fonts(content: bytes) -> dict[str, bool]:
    """The fonts of a PDF, and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        resources: Any = page["/Resources"].get_object()
        for font in resources["/Font"].get_object().values() if "/Font" in resources else ():
            for part in font.get_object()["/DescendantFonts"]:
                descriptor = part.get_object()["/FontDescriptor"].get_object()
                found[descriptor["/FontName"]] = "/FontFile2" in descriptor
    return found


def sizes_of(content: bytes) -> dict[str, float]:
    """How large each line of a PDF's first page is written, in points."""
    found: dict[str, float] = {}

    def note(text: str, _matrix: Any, _place: Any, _font: Any, size: float) -> None:
        if text.strip():
            found[text.strip()] = size

    pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=note)
    return found


def words_of(content: bytes) -> list[str]:
    """The paragraphs of a DOCX, those in its tables too."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))
    paragraphs = body.iter(f"{space}p")
    return [plain("".join(one.text or "" for one in each.iter(f"{space}t"))) for each in paragraphs]


def part(content: bytes, name: str) -> str:
    """One part of a DOCX as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(name).decode()
