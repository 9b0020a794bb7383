"""What is registered is put right in words: « ma fonction : directrice », « c’est le Pilat »."""

import re

from bot import usecases
from bot.conversation import correcting, given, naming, noting
from bot.conversation.state import Draft
from bot.conversation.steps.member import MemberCategory
from bot.conversation.topics import changes, mine
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding.normal import normal, plain

_CORRECTS = re.compile(
    r"\b(?:territoires?|fonctions?|structures?|organisations?|prenoms?|noms?|titres?|corrig\w*"
    r"|chang\w*|modif\w*|rectif\w*|met(?:s|tez|tre)|ecri\w*|orthograph\w*|plutot|erreurs?|tromp\w*"
    r"|c est \w+(?: \w+){0,4} (?:et )?(?:pas|non)|pas \w+(?: \w+){0,3} mais|territory|job|title"
    r"|should be|change|wrong|asso\w*|qualite|categorie|societe civile|civil society|elected"
    r"|(?:suis|est|es|am|s|m) (?:pas |not )?(?:une? )?(?:elue?|agente?|technicien\w*|staff))\b"
)


async def put_right(turn: Turn, party: Party, text: str) -> bool:
    """Put right what a message says is otherwise than it is registered; whether there is any."""
    may = mine.is_contact(turn, party) and turn.may_change and turn.dialogue.draft is None
    is_told = (
        bool(turn.corrects)
        or bool(_CORRECTS.search(normal(text)))
        or _tells_of_one(turn, party, text)
    )
    if not may or "?" in text or not is_told:
        return False
    turn.party = party
    turn.dialogue.draft = wanted = changes.CORRECT.draft(turn, 0)
    for step, answer in list(correcting.corrections(turn, text)):
        await step.keep(turn, answer)
    is_so, wrong = naming.is_so(turn, text), naming.wrong_capacity(wanted, text)
    turn.dialogue.draft = None
    turn.party = changed = await _written(turn, party, wanted)
    if wrong:
        await changes.show(turn, f"{MemberCategory.topic}.{wrong}")
    elif changed is not party or is_so:
        done = turn.words("change.so" if changed is party else "change.done")
        await mine.show(turn, "", preface=done)
    return changed is not party or is_so or bool(wrong)


def _tells_of_one(turn: Turn, party: Party, text: str) -> bool:
    """« Luc Bonnet est conseiller, pas adjoint », of one of theirs."""
    known = {word for one in party.everyone for word in plain(one.name).split()}
    told = given.read(turn, text, asked="recap").people
    return any(
        one.function and {*plain(noting.whole_name(one) or one.called).split()} & known
        for one in told
    )


async def _written(turn: Turn, party: Party, wanted: Draft) -> Party:
    """Write what is otherwise than it is registered; the same party where nothing is."""
    for member, told in zip(party.everyone, wanted.members, strict=True):
        answers = {key: said for key, said in told.answers.items() if said}
        answers = {k: said for k, said in answers.items() if said != member.answers.get(k)}
        if answers:
            party = await usecases.change.correct(turn.books, party, member, answers)
    if wanted.territory and wanted.territory != party.territory:
        party = await usecases.change.move(turn.books, party, wanted.territory)
    return party
