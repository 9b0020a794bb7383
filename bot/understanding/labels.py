"""Which of some buttons words mean: by nearly their label, or by their place.

« oui l’accessibilité », « ben on remplace », « la première, évidemment ».
"""

import re
from collections.abc import Sequence

from bot.understanding.normal import plain, vocabulary

_FILLERS = vocabulary(
    """
    oui ui ben bah bon alors euh ok d accord c est ca ce cela le la les l un une de du des svp stp s
    il vous te plait merci allez donc voila juste celle celui evidemment plutot je on j veux
    voudrais prefere the one please yes just it to ah oh va vais
    voir montrez montre montrer afficher ouvrir appuyer clique touche
    """
)
_NEGATIONS = vocabulary("ne n pas plus non sans jamais rien not no without don")
_STEM = 5
_LAST = -1
_ORDINALS = {
    **dict.fromkeys(("premier", "premiere", "1er", "1ere", "1re", "first"), 0),
    **dict.fromkeys(("deuxieme", "second", "seconde", "2e", "2eme", "2nd"), 1),
    **dict.fromkeys(("troisieme", "3e", "3eme", "third"), 2),
    **dict.fromkeys(("dernier", "derniere", "last"), _LAST),
}
_CLAUSE = re.compile(r"[,.;:!\n]+")


def near(text: str, labels: Sequence[str]) -> int | None:
    """The place of the one label that words come near to; None: of none, or of several."""
    if "?" in text:
        return None
    said = _stems(text)
    close = [at for at, label in enumerate(labels) if said and said == _stems(label)]
    return close[0] if len(close) == 1 else None


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that count."""
    words = {*plain(text).split()} - _FILLERS
    return frozenset(one if one in _NEGATIONS else one[:_STEM] for one in words)


def by_place(text: str, among: int) -> int | None:
    """The place, of so many, that words name: « la première », « le dernier »."""
    if "?" in text:
        return None
    for clause in _CLAUSE.split(text):
        words = [one for one in plain(clause).split() if one not in _FILLERS]
        if not words:
            continue
        place = _ORDINALS.get(words[0]) if len(words) == 1 else None
        if place is None:
            return None
        return among - 1 if place == _LAST else place if place < among else None
    return None
