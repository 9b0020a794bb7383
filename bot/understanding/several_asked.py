"""Several questions in one sentence, of which the last alone may have its mark."""

import re

from bot.understanding import subjects

_OPENS = re.compile(
    r"(?:^|[:,;]\s*|^(?:(?:merci|alors|euh|ok|okay|bon|super|bonjour|bonsoir|salut|et|mais|so"
    r"|hello|hi|thanks)\b[\s,]*)+)(?=(?:c['’ ]?\s?(?:est|sera) (?:[àa] quel|dans quel|en quel|o[uù]"
    r"|quand|combien|payant|gratuit)|o[uù]\b|quand\b|comment\b|combien\b|quel(?:le)?s?\b"
    r"|[àa] quel|(?:[cç]a|cela|on) (?:commence|finit|d[ée]marre|termine)\b|est[- ]ce qu"
    r"|y['’\s-]?a[- ]t[- ]il|(?:il )?y['’\s]?a (?:un|une|des|du|quoi)\b|on mange\b"
    r"|il (?:reste combien|faut (?:arriver|venir) [àa])"
    r"|where\b|when\b|what\b|how\b|is (?:it|there|lunch)\b))",
    re.IGNORECASE,
)
"""Where the first of two questions begins, of which the second alone has the mark."""


def asked_before(told: str) -> tuple[str, list[str]]:
    """« c’est à quel endroit, » before « et c’est gratuit ? »: asked too, and not told."""
    for begins in _OPENS.finditer(told):
        lead, asked = told[: begins.end()].strip(), told[begins.end() :]
        if subjects.asked(asked) and not re.search(r"[.!]\s", asked):
            return ("" if _LEADS_ONLY.fullmatch(lead) else lead), each(f"{asked.rstrip(' ,;')} ?")
    return told, []


_LEADS_ONLY = re.compile(
    r"(?:(?:merci|alors|euh|ok|okay|bon|super|bonjour|bonsoir|salut|et|mais|so|hello|hi|thanks)"
    r"\b\W*)*|.*\bquestions?\b.*:",
    re.IGNORECASE,
)
"""Nothing is told by « alors euh », nor by « j’aurais quelques questions : »."""

_EACH = re.compile(
    r"\s+(?:et\s+)?(?=est[- ]ce qu)|\s+and\s+(?=(?:is|are|do|does|can|what|where|when|how|who)\b)"
    r"|\s*,\s*(?:et\s+|and\s+)?(?=(?:c['’ ]?\s?est (?:o[uù]|quand|combien|[àa] quel)|combien\b"
    r"|où\b|quand\b|[àa] quelle\b|where\b|when\b|how\b)\b)"
    r"|\s+et\s+(?=(?:s['’]ils?\s|si (?:on|nous|je|l)|est[- ]ce|(?:il )?y['’\s]?a\b|o[uù] |quand"
    r"|comment|combien|[àa] quelle|quels? |quelles? "
    r"|c['’ ]?\s?(?:est )?(?:o[uù]|quand|combien|quoi|koi|[àa] quel|gratuit|payant)"
    r"|peut[- ]on|on (?:mange|finit|se gare|peut|parle)|faut[- ])\b)"
    r"|\s+et\s+(?:de\s+)?(?=savoir\s(?:si|s['’]|o[uù]|quand|comment|combien|quel)\b)"
    r"|\s*,?\s+et\s+(?:de\s+)?(?=(?:m['’]|nous\s|me\s)(?:indiquer|dire|pr[ée]ciser|confirmer|informer)\b)",
    re.IGNORECASE,
)
_LEAST = 3
"""Words of each of two questions that stand in a sentence."""


ASKS_ALREADY = re.compile(
    r"(?:\b(?:o[uù]|quand|comment|pourquoi|combien|qui|que|quoi|quels?|quelles?|where|when|how"
    r"|what|who)"
    r"|\bquel\w*\s\w+)\W*$",
    re.IGNORECASE,
)
"""« où est-ce qu’on se gare »: the question has begun before « est-ce que »."""


def each(question: str) -> list[str]:
    """« à quelle heure, et y a-t-il un parking ? »: both questions, where it asks two."""
    parts, begins = list[str](), 0
    for cut in _EACH.finditer(question):
        part = question[begins : cut.start()].strip(" ,")
        if _IT_IS_ASKED.match(question[cut.end() :]) and ASKS_ALREADY.search(part):
            continue  # « quand est-ce que… » asks one thing
        if "," in cut.group() and not subjects.asked(part):
            continue  # « J’ai trouvé des clés, où les déposer ? »
        parts.append(part)
        begins = cut.end()
    parts.append(question[begins:])
    if len(parts) < 2 or not all(map(_asks_a_thing, parts)):
        return [question]
    return [one if one.endswith("?") else f"{one} ?" for one in parts]


_IT_IS_ASKED = re.compile(r"est[- ]ce\b", re.IGNORECASE)


def _asks_a_thing(part: str) -> bool:
    return len(part.split()) >= _LEAST or bool(subjects.asked(part))


_LEAD = re.compile(
    r"(?:(?:et|mais|sinon|and)\s+)?(?:pour|concernant|about|for)\s[^?,]{2,30}\?", re.IGNORECASE
)


_ONLY_LISTS = re.compile(
    r"(?:(?:un|une|le|la|mon|ma|deux|trois|moi|a|an|the|my)(?: [\w-]+){0,2}(?:\s*,\s*"
    r"|\s+(?:et|and)\s+)){1,5}"
    r"(?:un|une|le|la|mon|ma|deux|trois|moi|a|an|the|my)(?: [\w-]+){0,2}\s*\?",
    re.IGNORECASE,
)
"""« à trois ça va ? une élue, un agent et un habitant ? »: the second only says who."""


_KNOWN_WHEN = re.compile(
    r"(?:et\s)?quand (?:(?:est[- ]ce )?qu(?:e\s|['’])(?:vous|on|nous)\s)?(?:le|la"
    r"|l['’])\s?(?:saur|conna[iî]|dir|donner"
    r"|communiquer)\w*",
    re.IGNORECASE,
)
"""« quelle salle ? quand le saurez-vous ? »: the second is of what the first asks."""


def with_leads(asked: list[str]) -> list[str]:
    """« Et pour l’élu ? Il en faut un ? » asks one thing: the first only says of whom."""
    found: list[str] = []
    for one in asked:
        if found and _KNOWN_WHEN.match(one.strip()):
            found[-1] = f"{found[-1].rstrip(' ?')}, {one}"
            continue
        if found and _ONLY_LISTS.fullmatch(one.strip()):
            found[-1] = f"{found[-1].rstrip(' ?')}, {one}"
            continue
        is_led = found and _LEAD.fullmatch(found[-1]) and not subjects.asked(found[-1])
        if is_led:
            found[-1] = f"{found[-1]} {one}"
        else:
            found.append(one)
    return found
