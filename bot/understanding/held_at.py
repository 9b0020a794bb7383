"""Where an office of an association is held, by the name after it: « trésorier de X en Fête »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.normal import plain
from bot.understanding.person import Person

_OFFICE = (
    r"(?:co-?|vice-?)?(?:pr[ée]sidente?|tr[ée]sori(?:er|[eè]re))(?:[- ](?:adjointe?|honoraire))?"
    r"|membre|b[ée]n[ée]vole|adh[ée]rente?|salari[ée]e?|administrat(?:eur|rice)"
)
_NAMED = re.compile(
    rf"\b(?P<office>{_OFFICE})\s+(?:de\s|du\s|des\s|d['’])\s*"
    r"(?P<body>(?!Saint|La\b|Le\b|Les\b|L['’])[A-ZÀ-Ý][\w'’-]*\s(?:en|pour|sans|autour|qui)\s"
    r"(?:(?:de|du|la|le|les|l['’]|d['’])\s?)*[A-ZÀ-Ý][\w'’-]*)",
)
"""A place and what it is in, as associations are called; nothing that a commune is called."""


def told(text: str, people: Sequence[Person]) -> list[Person]:
    """Give those who hold such an office where they hold it, where that is not told otherwise."""
    found = list(_NAMED.finditer(text))
    return [_at(one, found) for one in people]


def _at(person: Person, found: Sequence[re.Match[str]]) -> Person:
    said = plain(person.function or "")
    mine = [one for one in found if said in (plain(one["office"]), plain(one.group()))]
    if not said or len(mine) != 1 or plain(person.organisation or "") == plain(mine[0]["body"]):
        return person
    return replace(person, function=mine[0]["office"], organisation=mine[0]["body"], is_ours=False)
