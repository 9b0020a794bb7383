"""Words that make a text something said to the bot, and not a name, a place or a function."""

from bot.understanding.normal import normal, vocabulary

_SPOKEN = vocabulary(
    """
    je j tu vous ils on moi ca cela quel quelle quels quelles laquelle lequel quoi pourquoi
    combien comment quand qui svp merci bonjour bonjours bonsoir salut coucou hello lol mdr ok
    okay revoir suis etes sont est ai avez avons ont peux peut pouvez pouvons faut faudrait veux
    veut voudrais aimerais vais viens venons rappelle rappelez rapellez annule annulez annuler
    supprime supprimez inscris inscrivez inscrire donne donnez donner previens prevenez pense
    pensez envoie envoyez recu recevoir laisse laissez trop encore deja toujours mes vos votre
    pas the is are you we what where
    """
)


def is_speech(text: str, but: frozenset[str] = frozenset()) -> bool:
    """Say whether the text speaks to the bot, or is a command; words of ``but`` do not count."""
    return text.startswith("/") or not _SPOKEN.isdisjoint(frozenset(normal(text).split()) - but)
