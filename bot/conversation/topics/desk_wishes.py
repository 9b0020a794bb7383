"""What organisers ask for in their words: « imprime la feuille d’émargement »…

Whom they name may be changed in words from then on, as their party's contact person could:
« Marie Dupont ne vient plus ».
"""

from bot.conversation import acting, leaving
from bot.conversation.topic import Topic
from bot.conversation.topics import party_file, party_list
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import desk_people, desk_words, replies
from bot.understanding.replies import Reply

topic = Topic("desk_wishes")


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Do it as its command would; whoever organises nothing is not heard here."""
    if not turn.is_organiser or _is_refused(turn, text):
        return False
    command = desk_words.read(text, turn.names)
    return command is not None and await turn.topics.obey(turn, command)


def _is_refused(turn: Turn, text: str) -> bool:
    """« Non, ne préviens personne » answers what was asked."""
    asked = turn.awaited
    return asked is not None and bool(asked.no) and replies.read(text) is Reply.NO


@topic.heard_meanwhile()
async def hear_meanwhile(turn: Turn, text: str) -> bool:
    """The same while somebody is registered by telephone, which waits."""
    if not turn.is_organiser or turn.acting_for:
        return False
    command = desk_words.read(text, turn.names, near=desk_words.SURE)
    return command is not None and await turn.topics.obey(turn, command)


async def follow(turn: Turn, text: str) -> bool:
    """Act for the party of whom an organiser names; whether all they want is to see who it is."""
    if not turn.is_organiser:
        return False
    everybody = await turn.books.parties.everybody()
    others = [one for one in everybody if not one.is_owned_by(turn.address)]
    named = [one for one in others if _is_named(turn, one, text)]
    if len(named) == 1:
        if desk_people.is_looking(text, leaving.people(turn, named[0])):
            await party_file.show(turn, named[0].code)
            return True
        if named[0].code != turn.acting_for:
            await acting.begin(turn, named[0])
        return False
    words = desk_people.looked_for(text)
    if words is None:
        return False
    is_found = bool(named) or any(party_list.is_meant(turn, one, words) for one in everybody)
    if not (is_found or desk_people.is_whether(text)):
        return False  # « qui vient de bonne heure ? »
    await acting.end(turn)
    await party_list.show_list(turn, words)
    return True


def _is_named(turn: Turn, party: Party, text: str) -> bool:
    return any(desk_people.is_named(text, one) for one in leaving.people(turn, party))
