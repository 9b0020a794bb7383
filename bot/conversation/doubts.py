"""A value that was read with doubt, and what is said to it: yes, no, or another answer."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from bot.conversation.asking import Asking
from bot.conversation.steps.step import Refused
from bot.understanding import confirmations, yes_or_no
from bot.understanding.replies import Reply
from bot.understanding.results import Reading, Understood

Listen = Callable[[Asking, str], Awaitable[None]]


async def settled(asking: Asking, text: str, listen: Listen) -> bool:
    """Whether words say yes or no to what was read with doubt, or answer anew.

    `listen`: takes what is said beside a yes.
    """
    agrees = confirmations.read(text, about=asking.turn.dialogue.doubt or "")
    if agrees is None and (answer := yes_or_no.read(text)) is not None and not answer.rest:
        agrees = answer.reply is Reply.YES
    match agrees:
        case True:
            await asking.settle_doubt()
        case False:
            if (anew := _read_anew(asking, text)) is not None:
                await asking.take(asking.step, anew)
            else:
                await asking.ask(asking.step)
        case None:  # they did not say yes or no: perhaps they answered anew
            return await _agreed_and_went_on(asking, text, listen)
    return True


_REFUSAL = re.compile(
    r"^\W*(?:(?:ah|oh|mais|ben|euh)\W+)*(?:non|nan|no|nope)\b[\s,.!:;]*"
    r"(?:pas du tout\W+|not at all\W+)?",
    re.IGNORECASE,
)


_ABOUT_ADDRESS = re.compile(
    r"\b(?:mienne|sienne|mien|sien|celle|celui|adresse|mail|num[ée]ro|mine|hers|his|that one|bien"
    r"|exact\w*|correct\w*|juste?)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:mais|sauf|plut[ôo]t|pas|non|but|except|not)\b", re.IGNORECASE)


async def _agreed_and_went_on(asking: Asking, text: str, listen: Listen) -> bool:
    """« oui c’est ça, et le téléphone zéro six… »: the yes, and what else it says; whether so."""
    answer = yes_or_no.read(text)
    is_yes = answer is not None and answer.reply is Reply.YES
    if answer is None or not is_yes or "@" in answer.rest or _BUT.search(answer.rest):
        return False
    turn, step, doubt = asking.turn, asking.step, asking.turn.dialogue.doubt
    value = step.chosen(turn, doubt or "")
    if value is None or step.is_final:
        return False
    rest = re.sub(r"^\W*(?:et|and)\b\W*", "", answer.rest, flags=re.IGNORECASE)
    goes_on = len(rest.split()) > 1 and not _ABOUT_ADDRESS.search(rest)
    if not goes_on:
        await asking.settle_doubt()
        return True
    turn.dialogue.doubt = None
    kept = await step.keep(turn, value)
    turn.dialogue.step = asking.next_step.name
    if isinstance(kept, Refused) or asking.step.is_final:
        await asking.go_on([kept.reason] if isinstance(kept, Refused) else [])
    else:
        await listen(asking, rest)
    return True


def _read_anew(asking: Asking, text: str) -> Reading[Any] | None:
    """The right answer beside a no: « non il manque le j, c’est j point durand… »."""
    said = _REFUSAL.sub("", text)
    tails = [said, *(said[found.end() :] for found in _IT_IS.finditer(said))]
    readings = [asking.step.read(asking.turn, one) for one in tails]
    return next((one for one in readings if isinstance(one, Understood)), None)


_IT_IS = re.compile(r"\b(?:c['’ ]?est|it['’ ]?s|it is|mais|but|plut[ôo]t|:)\s+", re.IGNORECASE)
