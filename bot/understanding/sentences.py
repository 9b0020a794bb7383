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


def parted(text: str) -> tuple[str, list[str]]:
    """Give what a message states, and each of its questions."""
    every = sentences(text)
    asked = [one for one in every if one.endswith("?")]
    return " ".join(one for one in every if one not in asked), asked
