"""Sentences as people write them: a letter left out, doubled or swapped, « ki », « bonjour ».

Each example is learnt a second time like this, so that no single spelling is relied on, and a
greeting beside a request is no greeting.
"""

import random
import re
import zlib

OFTEN = 0.3
"""The share of words that are misspelt."""
GREETED = 0.3
"""The share of requests that are greeted."""
_GREETINGS = ("bonjour", "bonjour", "bonsoir", "salut", "hello", "bonjour madame", "coucou")
_LETTERS = 5
"""Shorter words are left as they are."""
_QU = re.compile(r"^qu")
_ENDING = re.compile(r"(?:er|ez)$")


def misspelt(text: str) -> str:
    """Give the sentence with misspelt words; the same for the same sentence."""
    chance = random.Random(zlib.crc32(text.encode()))  # noqa: S311
    return " ".join(_word(word, chance) for word in text.split())


def greeted(text: str) -> str:
    """Give the sentence, often with a greeting before it; the same for the same sentence."""
    chance = random.Random(zlib.crc32(text.encode()) + 1)  # noqa: S311
    if chance.random() >= GREETED:
        return text
    return f"{chance.choice(_GREETINGS)} {text}"


def _word(word: str, chance: random.Random) -> str:
    if chance.random() >= OFTEN:
        return word
    if len(word) < _LETTERS:
        return _ENDING.sub("é", _QU.sub("k", word))
    at = chance.randrange(1, len(word) - 1)
    before, here, after = word[:at], word[at], word[at + 1 :]
    return chance.choice(
        (
            before + after,
            before + here + here + after,
            before + after[:1] + here + after[1:],
            _ENDING.sub("é", _QU.sub("k", word)),
        )
    )
