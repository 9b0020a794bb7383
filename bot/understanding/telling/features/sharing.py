"""What speaks for somebody working where another does: « et son adjoint », « pareil, à la MJC »."""

from collections.abc import Iterator, Sequence

from bot.understanding.normal import plain
from bot.understanding.telling.features.words import WHOSE, few
from bot.understanding.telling.scene import Heard, Kind

_CUES = (
    "aussi", "egalem", "meme", "pareil", "there", "also", "same", "colleg", "equipe", "chez",
    "nous", "ensemb", "idem", "deux", "tous", "toutes", "both", "all", "femme", "mari", "epou",
    "voisin", "ami", "fille", "fils", "copain", "copine", "place", "rempla", "travai", "bosse",
    "comme", "salari", "member", "membre", "club", "asso", "mairie", "commun",
)  # fmt: skip


def shares(
    heard: Heard, who: int, *, other: int, function: int | None, organisation: str
) -> Iterator[str]:
    """What speaks for somebody working in the organisation of another.

    `function`: the number of the fact that is theirs; `organisation`: the other's.
    """
    scene, words = heard.scene, heard.words
    kinds = f"{scene.kind(who)}>{scene.kind(other)}"
    body = " ".join(plain(organisation).split()[:1])
    said = heard.spans[function][1:] if function is not None else None
    stem = words[said[0]][:6] if said else plain(scene.one(who).function)[:6]
    yield kinds
    yield f"{kinds}|q={scene.question}"
    yield f"body={body}|{stem}"
    yield f"body={body}|{kinds}"
    yield f"stem={stem}"
    yield f"other={plain(scene.one(other).function)[:6]}|{stem}"
    starts = [one.start for one in heard.mentions if one.who == who and one.kind is Kind.NAME]
    starts += [said[0]] if said else []
    for start in starts:
        whose = _whose(words, start)
        yield f"{kinds}|whose={whose}"
        yield f"whose={whose}|{stem}"
        yield f"b1={words[start - 1] if start else '^'}|{kinds}"
    if said:
        after = words[said[1] : said[1] + 3]
        yield f"after={' '.join(after)}"
        yield f"after1={' '.join(after[:1])}"
    before = [one.who for one in heard.mentions if starts and one.end <= starts[0]]
    yield f"{kinds}|last={before[-1:] == [other]}|said={other in before}"
    yield f"people={few(len(heard.people))}|asked={who == scene.asked}"
    for cue in _CUES:
        if any(word.startswith(cue) for word in words):
            yield f"t={cue}"
            yield f"t={cue}|{kinds}"


def _whose(words: Sequence[str], start: int) -> str:
    """Whose they are said to be, in the three words before."""
    found = [WHOSE[word] for word in words[max(0, start - 3) : start] if word in WHOSE]
    return found[-1] if found else ""
