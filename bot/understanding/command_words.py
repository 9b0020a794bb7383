"""Words that are a command: « retour », « stop », typed at any step."""

import re
from typing import Literal

from bot.understanding.normal import normal

Command = Literal["back", "stop", "skip", "repeat", "restart", "menu"]

# The whole message must be one of these, politeness aside: « Bruno Retour » is a name.
_COMMANDS: dict[Command, str] = {
    "back": r"retour|reviens|revenir|back|go back|previous|precedent|(question |etape )?precedente?"
    r"|(revenir|reviens|revenez|revenons|retourner|retour|aller) (en )?arriere|en arriere",
    "stop": r"stop|arret|arreter?|arretez|arretons|on arrete|j arrete|annuler?|annulez|abandon"
    r"|abandonner|j abandonne|(laisse|laissez|laissons) tomber|on laisse tomber|quit|exit|cancel"
    r"|(cancel|stop|give up) (my|the|this|our) registration"
    r"|annule[rz]? (mon|l|notre|cette|la) inscription"
    r"|arreter? (la|tout|tout ca|l inscription)|je ne veux plus m inscrire",
    "skip": r"passer?|passez|je passe|on passe|sauter?|skip|suivante?|next|sans telephone"
    r"|(passer?|passez|question|etape) (la |cette |a la )?(question|etape|suite|suivante?)",
    "repeat": r"repete[rz]?|repetez|repeat|tu peux repeter|(vous )?pouvez (vous )?repeter"
    r"|(c est|c etait) quoi (deja )?la question( deja)?|quelle (est|etait) la question( deja)?"
    r"|(la )?question|what was the question|j ai pas compris( la question)?|pardon|hein|quoi"
    r"|je n ai pas compris( la question)?|vous disiez|tu disais|redites|redis|reposez la question",
    "restart": r"recommence[rz]?|on recommence|je recommence|restart|start over|(re)?partir de zero"
    r"|(on |je )?(tout )?recommence[rz]?( tout| a zero| du debut| depuis le debut)?"
    r"|on (re)?part de zero|reprendre (du|au|depuis le) debut|on (reprend|repart) (du|au) debut",
    "menu": r"menu|accueil|sommaire|home|main menu|menu principal"
    r"|(revenir|retour|retourner) (au|a l) (menu|accueil|debut)",
}
_POLITE = re.compile(
    r"\b(svp|s il (vous|te) plait|please|merci|euh|heu|bon|ben|bah|allez|je (veux|voudrais)"
    r"|je souhaite|j aimerais|je peux|on peut|peut on|il faut|non|oui|finalement|bonjour)\b|\?"
)
_WHOLE = {name: re.compile(pattern) for name, pattern in _COMMANDS.items()}


_KEEPING = re.compile(
    r"^(?:oui |non |mais |bon |ben |ok |alors )*(?:"
    r"(?:laisse[rz]?|garde[rz]?|conserve[rz]?|reprenez|on garde|on laisse|mettez|keep|leave)"
    r" (?:bien |donc |moi )?(?:le|la|les|l|celui|celle|celui la|tout|ca|mon|ma|the|my|it)"
    r"(?: (?:mien\w*|meme|memes|ancien\w*|actuel\w*|tel quel\w*|comme|same|old|one|mail|adresse"
    r"|numero|telephone|as it is)\b.*)?"
    r"|(?:c est )?(?:toujours )?(?:le|la|l) meme(?: adresse| mail| numero)?"
    r"(?: (?:que|qu) (?:tout a l heure|avant|precedemment|la derniere fois|ci dessus|deja))?"
    r"|(?:ne )?(?:change[rz]?|touche[rz]?) (?:rien|pas|a rien)|the same(?: as before)?|same)$"
)


def is_keeping(text: str) -> bool:
    """Whether an answer that there is stays: « laissez le mien », « le même qu’avant »."""
    words = " ".join(re.sub(r"\b(?:svp|merci|please)\b", " ", normal(text)).split())
    return _KEEPING.match(words) is not None


def read(text: str) -> Command | None:
    """The command that the whole text is, or None.

    At rest (no registration under way) ask ``inquiries.recognise`` first: there, « annuler » is
    about the registration that exists.
    """
    if len(text) > 80:
        return None
    words = " ".join(_POLITE.sub(" ", normal(text)).split())
    for name, pattern in _WHOLE.items():
        if pattern.fullmatch(words):
            return name
    return None
