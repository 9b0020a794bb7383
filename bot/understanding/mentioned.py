"""Who is but mentioned, and does not come: « M. Roux m’a parlé de vous », « à la place de Léa »."""

import re

from bot.understanding.telling.mentions import title_at
from bot.understanding.telling.reading import Telling, Told
from bot.understanding.telling.scene import Kind

_TOLD = (
    r"(?:parl|dit\b(?! (?:oui|on|nous|qu['’](?:il|elle) (?:vi|ser|souhait|veut)))"
    r"|conseill|transmi|donn[ée]|recommand|envoy|signal|inform|indiqu|transf|propos|sugg[ée]r|pr[ée]venu|montr|orient|told"
    r"|encourag|expliqu)"
)
_AFTER = re.compile(
    r"(?:\s(?:de|du|d['’]|des|à|au)\s?[\w'’-]+(?: (?:de |du |la |le )?[\w'’-]+){0,3}?)?"
    r"(?:\s*,[^,.;!?]{2,60},)?\s*(?:qui\s+)?(?:,?\s*(?:lui|elle)\s*,?\s+)?"
    rf"(?:(?:m['’]|me |m |nous |vous )(?:en )?(?:a|avait|ont)\s+(?:\w+ )?{_TOLD}"
    r"|(?:told|advised) (?:me|us)\b"
    r"|(?:qui\s+)?(?:l['’ ]?[ée]tait|[ée]tait|faisait|tenait|s['’ ]?en (?:occupait|chargeait)"
    r"|a (?:d[ée]m[ée]nag|quitt|arr[êe]t|d[ée]missionn|laiss|pass)[ée]\w*"
    r"|est (?:parti|mort|d[ée]c[ée]d)\w*"
    r"|nous a quitt[ée]s?|has (?:left|moved)|used to)\b"
    r"|[^.;!?]{0,90}\bs['’]inscri(?:ra|t) (?:lui|elle)[- ]m[êe]me)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:à la place|au lieu|en remplacement|sur (?:les? )?conseils?) (?:de |du |d['’])"
    r"|\b(?:je|nous|on|qui|lui|elle|i) remplac\w+ |\b(?:instead|on the advice) of "
    r"|\b(?:excus|absent|emp[êe]ch)[ée]*e?s?\s*:\s*"
    r"|\b(?:eu|reçu|pris|trouv[ée]|obtenu)\b[^.;!?]{0,40}\bpar "
    r"|\b(?:depuis (?:que )?|avant (?:que |moi )?c['’ ]?[ée]tait |gr[âa]ce [àa] |chez "
    r"|de la part de |d['’]apr[èe]s |selon )(?:le |la )?"
    r"|\bvotre coll[èe]gue |\b(?:conversation|[ée]change|t[ée]l[ée]phone) (?:avec|de) )"
    r"(?:(?:mon|ma|notre|le|la|l['’]) ?[\w-]+ )?(?:(?:M\.|Mme|Monsieur|Madame|Mr|Mlle) )?$",
    re.IGNORECASE,
)


def is_all(found: Told, one: Telling) -> bool:
    """Whether somebody new is told of but where it is said whom one heard of it from."""
    if one.who >= 0:
        return False
    text, places = found.heard.scene.text, _places(found, one)
    return bool(places) and all(_is_mention(text, start, end=end) for start, end in places)


def _is_mention(text: str, start: int, *, end: int) -> bool:
    return bool(_BEFORE.search(text, 0, start) or _AFTER.match(text, end))


def _places(found: Told, one: Telling) -> list[tuple[int, int]]:
    """Where somebody is named; what they are, where they have no name."""
    heard = found.heard
    named = [
        (heard.at[title_at(heard, mention)][0], heard.at[mention.end - 1][1])
        for mention in heard.mentions
        if mention.who == one.who and mention.kind is Kind.NAME
    ]
    if named or one.name or one.called:
        return named
    return [
        (span.start, span.end)
        for span, start, end in heard.spans
        if span.label == "function" and heard.text(start, end=end) == one.function
    ]
