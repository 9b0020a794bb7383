"""What organisers ask for in their words: « imprime la feuille d’émargement »…"""

from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.understanding import desk_words

topic = Topic("desk_wishes")


@topic.heard
async def hear(turn: Turn, text: str) -> bool:
    """Do it as its command would; whoever organises nothing is not heard here."""
    if not turn.is_organiser:
        return False
    command = desk_words.read(text, turn.names)
    return command is not None and await turn.topics.obey(turn, command)
