"""A sentence as it is compared, beside its words as they were written."""

from bot.understanding.figures import with_figures
from bot.understanding.normal import READ_AT_MOST, normal


class Spoken:
    """A sentence in its normal form; `raw` gives back what stands behind a part of it."""

    def __init__(self, text: str) -> None:
        self.written = text
        self._tokens = text[:READ_AT_MOST].replace("?", " ").split()
        self._words: list[str] = []
        self._origins: list[int] = []
        for at, token in enumerate(self._tokens):
            for word in normal(token).split():
                self._words.append(word)
                self._origins.append(at)
        self.text = " ".join(self._words)
        """The words of the normal form, a space between."""
        self.counted = " ".join(with_figures(self._words))
        """The same with numbers in figures."""

    def raw(self, start: int, end: int) -> str:
        """What was written where `text` has the characters from `start` to `end`."""
        first = self.text[:start].count(" ")
        last = first + len(self.text[start:end].split())
        origins = dict.fromkeys(self._origins[first:last])
        return " ".join(self._tokens[at] for at in origins).strip(" ,;:.!")
