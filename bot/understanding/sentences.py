"""A message in sentences: what it states, and what it asks."""

import re

_SENTENCE = re.compile(r".*?(?:[.!?…]+(?=\s|$)|\n|$)", re.DOTALL)
_SHORTENED = re.compile(r"\b(?:M|Mme|Mlle|Mr|Mrs|Dr|St|Ste|av|tél|tel|etc|cf|ex)\.$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Cut a message after « . ! ? » and at the ends of lines; « M. » ends none."""
    found: list[str] = []
    goes_on = False
    for match in _SENTENCE.finditer(text):
        said = match.group().strip()
        if not said:
            continue
        if goes_on:
            found[-1] = f"{found[-1]} {said}"
        else:
            found.append(said)
        goes_on = _SHORTENED.search(said) is not None
    return found


_WONDERED = re.compile(
    r"(?:^|[\s,;:])(?:(?:mais|et|sinon|au fait|par contre|juste|simplement|dites?|but|and)[\s,]+)*"
    r"(?P<asked>(?:(?:\w+\s)?[\w'’.-]+\s(?:me\s|nous\s|vous\s|se\s|s['’])?"
    r"(?:(?:aimerait|voudrait|veut|souhaite|souhaiterait|cherche à)\s(?:bien\s)?(?:savoir|demander)"
    r"|demande(?:nt)?\s(?:si|s['’]|ce qu|où|quand|comment|combien|quel|à quelle)"
    r"|wants to know|asks (?:if|whether|how|where|when|what)|is wondering)"
    r"|(?:je|j['’]|nous|on|i)\s*"
    r"(?:(?:voulais|aurais voulu|aurions voulu|voudrais|voulions"
    r"|souhaitais|souhaiterais|aimerais|aimerions|voulait|wanted to"
    r"|would like to|'d like to)\s(?:\w+\s){0,2}(?:demander|savoir|ask|know)"
    r"|(?:vous\s|te\s)?demand(?:e|ais|ions|ons)\s(?:juste\s|seulement\s)?"
    r"(?:si|s['’]|pour|ce qu|où|ou|quand|comment|combien|quel)"
    r"|me demand(?:e|ais)|was wondering|wonder))\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""« …, mais je voulais demander s’il y a des marches »: a question without its mark."""


def parted(text: str) -> tuple[str, list[str]]:
    """Give what a message states, and each of its questions, with its mark."""
    stated, asked = [], []
    for one in sentences(text):
        wondered = _WONDERED.search(one)
        if one.endswith("?") or (wondered is not None and not one[: wondered.start()].strip()):
            asked.append(one if one.endswith("?") else f"{one.rstrip(' .!…')} ?")
        elif wondered is not None:
            stated.append(one[: wondered.start()].strip(" ,;:"))
            asked.append(f"{wondered['asked'].rstrip(' .!…?')} ?")
        else:
            stated.append(one)
    return " ".join(stated), asked
