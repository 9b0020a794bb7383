"""What the words around a name say nothing of."""

from bot.understanding.normal import vocabulary

NOISE = vocabulary(
    """
    finalement en fait c est ce sera que qu mais alors euh donc non attendez bonjour oui ah eh bah
    ben bon dites pardon desolee desole et plutot car puis ne plus pas qui svp merci
    maintenant desormais en realite reellement se prenomme nomme appelle
    """
)


def kernel(text: str, *, start: int, end: int) -> tuple[int, int]:
    """Where the last words stand that are no noise: « finalement c’est » before a name."""
    words = text[start:end].split()
    last = max((at for at, word in enumerate(words) if word in NOISE), default=-1)
    kept = words[last + 1 :]
    return end - len(" ".join(kept)), end
