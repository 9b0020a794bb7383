"""What words tell whatever is asked of them: how far, how many, who comes or not."""

from collections.abc import Iterator, Sequence

from bot.understanding.normal import vocabulary

ENDS = frozenset([".", "!", "?", ";", "\n"])
"""Where a sentence ends."""
TELLING = vocabulary(
    """
    et avec c est qui comme de du des d mon ma son sa le la l un une lui elle il moi pas mais ainsi
    que plus aussi je j suis on and with is am the my our for pour = : ( ) , - ; . as not sera vient
    ou dont meme deux tous toutes les nous they them he she his her par notre au a en place
    """
)
"""Small words that tell how what stands beside them is meant."""

WHOSE = {
    **dict.fromkeys(("mon", "ma", "mes", "notre", "nos", "my", "our"), "mine"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "his", "her", "their"), "theirs"),
    **dict.fromkeys(("le", "la", "l", "les", "the"), "the"),
    **dict.fromkeys(("un", "une", "des", "a", "an", "deux", "d"), "a"),
}
"""Whose somebody is said to be, by the word before: « mon adjoint », « son adjoint »."""


def near(number: int) -> str:
    """How many words lie between, about."""
    for most, name in ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (15, "15")):
        if number <= most:
            return name
    return "far"


def few(number: int) -> str:
    """A number up to three, which stands for more."""
    return str(number) if number < 3 else "3"


def stops(words: Sequence[str], *, start: int, end: int) -> int:
    """How many sentences end between two words."""
    return sum(word in ENDS for word in words[start:end])


def clause(words: Sequence[str], *, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around some words begins and ends."""
    first = next((at + 1 for at in range(start - 1, -1, -1) if words[at] in ENDS), 0)
    last = next((at for at in range(end, len(words)) if words[at] in ENDS), len(words))
    return first, last


_GONE = tuple(
    vocabulary(
        """
    malad souff empec gripp covid hospi absen indis desis decom annul renon retir enlev suppr raye
    demis deced quitt lach plant faux impos retenu bloqu conge arret forfa sans ni cance unabl
    sick ill cant cannot won drop withd efface mort accid bless opere creve oublie
    """
    )
)
_COMES = tuple(
    vocabulary(
        """
    vien vena veni viend sera seri parti assis pourr peu peux pu part rejoi joi come comin make
    dispo libre figur fait
    """
    )
)
_NOT = frozenset(
    ["pas", "plus", "pa", "pu", "not", "t", "ni", "aucun", "jamais", "rien", "never", "longer"]
)
_TOO = ("aussi", "egale", "ajout", "rajou", "accom", "avec", "plus", "with", "also", "too", "add")
_INSTEAD = ("place", "rempl", "inste", "lieu", "plutot", "substi", "suppl", "succe", "represe")


_TO_WHAT = vocabulary(
    """
    le la les l a au aux en avec tout toute pour que seul seule encore avant apres manger comme dans
    par de du jusqu the in by with until only as to before all venir come make
    """
)


def _after_not(words: Sequence[str], at: int) -> str:
    """What follows « ne vient pas »: nothing, or « le matin », « en voiture »."""
    after = next((to for to in range(at + 1, min(at + 4, len(words))) if words[to] in _NOT), at)
    word = words[after + 1] if after + 1 < len(words) else "$"
    if word in ("venir", "come", "make"):
        word = words[after + 2] if after + 2 < len(words) else "$"
    return word if word in _TO_WHAT else "$" if word in ENDS or word in ("$", ",") else "x"


def cues(words: Sequence[str]) -> Iterator[str]:
    """Words that tell of coming or not, as kinds."""
    for at, word in enumerate(words):
        if word.startswith(_GONE) and len(word) > 1:
            yield "gone"
        if word.startswith(_COMES):
            is_not = bool(_NOT & {*words[at + 1 : at + 4]}) or words[at - 1 : at] == ["t"]
            yield "comes not" if is_not else "comes"
            if is_not:
                yield f"comes not {_after_not(words, at)}"
            if "que" in words[at + 1 : at + 4]:
                yield "comes only"
        if word in _NOT:
            yield "not"
        if word.startswith(_INSTEAD):
            yield "instead"
            yield f"instead {words[at + 1] if at + 1 < len(words) else '$'}"
        if word.startswith(_TOO) and word not in _NOT:
            yield "too"
        if word.startswith(("inscr", "enreg", "regis", "note", "notez", "metti", "mettez")):
            yield "registers"
