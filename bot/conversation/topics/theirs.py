"""« Et celle de Sylvie ? », just after one’s own registration: hers, or that it is the same."""

import re
from collections.abc import Sequence

from bot.conversation import leaving
from bot.conversation.topic import Topic
from bot.conversation.topics import mine
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import known_people
from bot.understanding.normal import normal, plain

topic = Topic("theirs")

_THEIRS = re.compile(
    r"^(?:(?:et|ok|bon|merci|alors|mais|and) )*(?:(?:celle|l inscription) (?:de|d|du)"
    r"|(?:pour|what about|for)) (?:(?:mme|m|mr|monsieur|madame) )?"
    r"(?P<who>\w+(?: \w+){0,2})(?: \?)?$"
)


_ONE_OF_THEM = re.compile(
    r"^(?:(?:et|ok|bon|merci|alors|mais|pour|montre[rz]?|revoir|voir|affiche[rz]?|and|svp) )*"
    r"(?:celle du |l inscription du |le |la |l |the )?(?P<which>premiere?|1ere?|1er|deuxieme"
    r"|seconde?|2e|2eme|troisieme|3e|3eme|derniere?|autre|first|second|third|last|other)"
    r"(?: (?:groupes?|inscription|binome|trinome|equipe|one|group|svp|stp))*(?: \?)?$"
)
_PLACES = {"p": 0, "1": 0, "f": 0, "d": 1, "s": 1, "2": 1, "t": 2, "3": 2}
"""By the first letter of the word: « première », « deuxième », « third »…"""


@topic.heard()
async def hear_which(turn: Turn, text: str) -> bool:
    """« Et la première ? », « PIL-5BCZ », of several registrations: show that one."""
    parties = await turn.parties()
    if len(parties) <= 1 or turn.dialogue.draft is not None:
        return False
    said = normal(text).replace("?", "").strip()
    by_code = [one for one in parties if plain(one.code) == plain(text)]
    found = _ONE_OF_THEM.match(said)
    was_shown = plain(turn.words.plain("button.change")) in turn.shown
    meant = by_code or (_in_order(turn, parties, found["which"]) if found and was_shown else [])
    if len(meant) != 1:
        return False
    await mine.show(turn, meant[0].code)
    return True


def _in_order(turn: Turn, parties: Sequence[Party], which: str) -> Sequence[Party]:
    """The one that was registered first, second… last; « l’autre » of two."""
    each = sorted(parties, key=lambda party: party.confirmed_at)
    if which in ("autre", "other"):
        return [one for one in each if one.code != turn.dialogue.party]
    if which.startswith(("dern", "last")):
        return each[-1:]
    place = _PLACES[which[0]]
    return each[place : place + 1]


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Show the registration of whoever is named, where one was shown in the answer before."""
    found = _THEIRS.match(normal(text))
    if found is None or plain(turn.words.plain("button.change")) not in turn.shown:
        return False
    for party in await turn.parties():
        people = leaving.people(turn, party)
        who = known_people.named(found["who"], people)
        if who is not None:
            same = turn.words("mine.same_party", name=party.everyone[who].name)
            is_same = party.spoken_to_at(turn.address) in party.members
            await mine.show(turn, party.code, preface=same if is_same else None)
            return True
    return False
