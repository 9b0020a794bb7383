"""Another group that a message begins with: « Et ensuite l’autre groupe : Luc Roux, maire… »."""

import re
from dataclasses import dataclass

_WISH = (
    r"(?:(?:pouvez|pourriez)[- ]vous|peut[- ]on|puis[- ]je|on peut|je peux)"
    r"(?: aussi| [ée]galement)? inscrire(?: aussi| [ée]galement)?"
)
_LEADS = (
    r"(?:(?:et|pr|puis|ensuite|maintenant|alors|apr[èe]s|bon|donc|ok|merci|pour|voici|voil[àa]"
    r"|aussi|[ée]galement|encore|passons [àa]|on passe [àa]|il (?:y a|reste|nous reste)|reste"
    r"|(?:on|je) fai[st]|faisons|faites|j['’]ai|on a|nous avons"
    r"|(?:je |j['’])?(?:voudrais |veux |souhaite )?inscri(?:s|re|vez))"
    r"\b[\s,:]*)*"
)
_WHICH = (
    r"(?:l['’]autre|(?:(?:le|la|un|une|notre|mon)\s)?"
    r"(?:autre|deuxi[èe]me|seconde?|2e|2[èe]me|prochaine?))"
)
_GROUP = (
    r"(?:groupes?|bin[ôo]mes?|trin[ôo]mes?|duos?|trios?|[ée]quipes?|inscriptions?"
    r"|d[ée]l[ée]gations?)"
)
_NEXT = re.compile(
    rf"(?:^|[.!?;,\n)]\s*|\s(?=et\b|puis\b|ensuite\b))\s*(?:(?P<wish>{_WISH})\s|{_LEADS})"
    rf"(?P<which>{_WHICH})\s{_GROUP}\b(?:[àa ]* inscrire(?: aussi| [ée]galement)?)?",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:annul\w+|modifi\w+|chang\w+|supprim\w+|corrig\w+|remplac\w+|retir\w+|enlev\w+"
    r"|erreurs?|tromp\w+|ne vien\w+|cancel\w*)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:plus tard|demain|un autre jour|on verra|je verrai|peut[- ]?[êe]tre"
    r"|je vous (?:dirai|redis|tiens)|[ée]ventuellement|sans doute|si jamais)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\bm[êe]mes? (?:commune|village|ville|territoire|mairie|coin|endroit|comcom|communaut[ée])\b"
    r"|\bcomme (?:le |pour le |nous|moi)?(?:premier|1er|pr[ée]c[ée]dent)?\b",
    re.IGNORECASE,
)


_NOW = re.compile(
    r"\b(?:maintenant|ensuite|puis|passons|passe|inscri\w+|apr[èe]s)\b", re.IGNORECASE
)
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "two": 2, "three": 3}
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)}|[2-9])\b", re.IGNORECASE)
_FEW = 2
"""So many words after it tell nothing."""


_THE_OTHERS = re.compile(
    r"(?:^|[.!?;,\n]\s*|\s(?=(?:et|puis|ensuite|on|je|nous|passons)\b))\s*"
    r"(?:(?:et|puis|ensuite|maintenant|apr[èe]s|donc|alors|and|then)\b[\s,:]*)*"
    r"(?:(?:(?:on|nous|je|j['’]|we|i)\s?)?"
    r"(?:pass(?:e|ons|ez)|continu(?:e|ons|ez)|encha[îi]n(?:e|ons|ez)|inscri(?:s|vons|vez|re)|fai(?:s|t|sons)"
    r"|attaqu(?:e|ons)|go on|move on)\s(?:l[àa]-dessus\s)?(?:avec|aux?|[àa]|sur|pour|with|to)?\s?)?"
    r"(?:(?:les|aux|nos|the)\s(?:(?:deux|trois|quatre|\d|two|three)\s)?(?:derniers?\s|derni[èe]res?\s)?"
    r"(?:autres|suivante?s|others)|(?:le|au|du)\s(?:reste|suivant)|la\ssuite)(?:\spersonnes)?\b",
    re.IGNORECASE,
)
"""« on passe aux deux autres », of so many that some come in another group."""


def goes_on(text: str) -> "NextParty | None":
    """What leads to the others, where it was said that there are; None: nothing does."""
    found = _THE_OTHERS.search(text)
    if found is None or _OTHERWISE.search(text):
        return None
    rest = text[found.end() :].strip(" :,;.?!")
    return NextParty(
        before=text[: found.start()].strip(),
        told=text[found.start() :].strip(" .,;!\n"),
        rest=rest,
        belongs=True,
        asks="?" in text,
        is_later=_LATER.search(rest) is not None,
    )


def is_of_the_same_place(text: str) -> bool:
    """« même territoire »: whether they come from where those before do."""
    return _SAME.search(text) is not None or _THE_OTHERS.search(text) is not None


@dataclass(frozen=True, slots=True)
class NextParty:
    """What is said before another group is begun, and what is told of it."""

    before: str
    told: str
    """All that is said of it, from what begins it on."""
    rest: str
    """The same, after the word for a group."""
    belongs: bool
    """« l’autre groupe »: they are together with those before, and come from where they do."""
    asks: bool
    """Something is asked besides."""
    is_later: bool
    """« l’autre groupe, je le ferai demain »: it is not to be begun now."""

    @property
    def size(self) -> int | None:
        """How many they are, where it is said: « les deux autres »."""
        said = _NUMBER.search(self.told)
        return None if said is None else _NUMBERS.get(said[0].casefold(), 0) or int(said[0])

    @property
    def is_bare(self) -> bool:
        """« et l’autre groupe maintenant »: nothing is told of it."""
        return len(self.rest.split()) <= _FEW and _NOW.search(self.told) is not None


def read(text: str) -> NextParty | None:
    """What begins another group, where it is to be registered; None: nothing does."""
    found = _NEXT.search(text)
    if found is None or _OTHERWISE.search(text):
        return None
    rest = text[found.end() :].strip(" :,;.?")
    is_new = re.match(r"(?:une?|mon|notre|autre)\b", found["which"], re.IGNORECASE) is not None
    return NextParty(
        before=text[: found.start()].strip(),
        told=text[found.start() :].strip(" .,;!\n"),
        rest=rest,
        belongs=not is_new or _SAME.search(rest) is not None,
        asks=text.count("?") > (found["wish"] is not None),
        is_later=_LATER.search(rest) is not None,
    )
