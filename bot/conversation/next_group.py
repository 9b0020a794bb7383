"""Another group that is told of while one is read back: it is begun once this one is confirmed."""

from bot.conversation import confirming_all, given, waiting
from bot.conversation.afterwards import member_told
from bot.conversation.asking import Asking
from bot.conversation.showing import newly_noted
from bot.understanding import agreed, next_party


async def heard(asking: Asking, text: str) -> bool:
    """« Confirmez. Et l’autre groupe : Luc Roux, maire… »: whether another group is told of."""
    turn = asking.turn
    said = next_party.read(text) if asking.step.is_final else None
    if said is None and asking.step.is_final and turn.draft.afterwards:
        said = next_party.goes_on(text)
    if said is None or said.asks or waiting.is_each_alone(turn) or turn.draft.purpose != "register":
        return False
    if not confirming_all.says_yes(said.before) or agreed.excepts(said.before):
        return await _kept(asking, said.told)
    sizes = ".".join(map(str, turn.draft.afterwards))
    await asking.purpose.confirmed(asking)
    if turn.dialogue.draft is None and not said.is_later:
        await turn.topics.press(turn, "another", argument=sizes)
    return True


async def _kept(asking: Asking, text: str) -> bool:
    """Those of it come after this group, which is not confirmed yet; whether any are named."""
    turn, draft = asking.turn, asking.turn.draft
    told = [one for one in given.read(turn, text).people if one.name]
    sizes = draft.afterwards or [len(told)]
    if not told or sizes[0] not in turn.event.seats.sizes:
        return False
    before = draft.model_copy(deep=True)
    draft.others, draft.afterwards = [member_told(one) for one in told], sizes
    await asking.repeat(*newly_noted(turn, before))
    return True
