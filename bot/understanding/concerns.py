"""What is asked of the people of a party: does she get the reminder, must he do something?

Whom it is asked of is told by `concerned`; what is so, by `bot.conversation.concerning`.
"""

import re
from collections.abc import Sequence
from enum import StrEnum, auto

from bot.understanding import inviting
from bot.understanding.normal import READ_AT_MOST, normal


class Concern(StrEnum):
    """What is asked of somebody."""

    CODE = auto()
    """Which code they come in with, and whether it is one for all."""
    MEAL = auto()
    """Whether their lunch is reserved."""
    LISTING = auto()
    """Who is registered, of all the registrations here."""
    FOR_WHAT = auto()
    """What their address, or their number, is for."""
    NEEDED = auto()
    """Whether their address is to be given."""
    SEEN = auto()
    """Whether others see their name, or how they are reached."""
    ERASED = auto()
    """Whether anything is still kept of them."""
    OPENED = auto()
    """Whether they have opened their invitation."""
    RECEIVED = auto()
    """Whether something has reached them."""
    CONFIRMED = auto()
    """Whether it is confirmed that they come."""
    MUST_DO = auto()
    """Whether they have anything to do themselves."""
    RECEIVES = auto()
    """Whether they will be written to."""
    TOLD = auto()
    """Whether they know, or have to be told."""


class Thing(StrEnum):
    """What somebody receives."""

    REMINDER = auto()
    INVITATION = auto()
    ANYTHING = auto()


_PARTS = {
    "reach": r"(?:e ?mails?|mails?|courriels?|mels?|adresses?|numeros?|telephones?|portables?"
    r"|coordonnees|phones?|numbers?)",
    "data": r"(?:informations?|donnees|coordonnees|traces?|trucs?|choses?|ce qu\w*|tout|data|noms?"
    r"|e ?mails?|mails?|adresses?|numeros?|telephones?|portables?|details)",
    "message": r"(?:rap+els?|e ?mails?|mails?|messages?|invitations?|liens?|confirmations?"
    r"|informations?|quelque chose|rien|trucs?|sms|courriels?|reminder|something|anything)",
    "own": r"(?:mon|ma|mes|nos|notre|my|our)",
    "their": r"(?:sons?|sa|ses|leurs?|his|her|their)",
    "them": r"(?:lui|leur|les?|la|l)",
    "ones": r"(?:autres?|participant\w*|inscrits|gens|tout le monde|n importe qui|others"
    r"|people|everyone)",
    "know": r"(?:au courant|prevenue?s?|avertie?s?|informee?s?)",
    "tell": r"(?:preven\w+|previen\w+|dire|dise|dis|annonc\w+|avert\w+|informer?|transmett\w+"
    r"|transmets|fasse suivre|faire suivre|faire passer|tell)",
    "i have": r"(?:j ai|ai je|on a|nous avons|avons nous|a t on)",
    "used": r"(?:ser[st]|servent|servir\w*)",
    "some": r"(?: \w+){0,3}?",
    "he": r"(?: t)?(?: (?:il|elle|ils|elles))?",
}
"""What patterns name: how one is reached, what is sent, whoever else comes…"""


def _compiled(*wordings: str) -> re.Pattern[str]:
    """Any of these wordings; `<some>` is one of the parts above, `...` whatever stands between."""
    written = "|".join(wordings).replace(" ... ", r"\b.*\b").replace("...", r".*")
    for name, part in _PARTS.items():
        written = written.replace(f"<{name}>", part)
    return re.compile(rf"\b(?:{written})\b")


_ASKS: Sequence[tuple[Concern, re.Pattern[str]]] = (
    (
        Concern.CODE,
        _compiled(
            r"(?:un seul|le meme|les memes|meme|seul|deux|same|one) codes?",
            r"codes? (?:a (?:eux|elles?|lui)|different\w*|a part|separe\w*|commun|each)",
            r"chacune? ... codes?",
            r"codes? ... (?:chacune?|le meme pour|pour (?:nous|les) (?:deux|trois|autres))",
            r"(?:quel|c est quoi|donne[rz]? moi|rappele[rz]? moi|redonne[rz]? moi|what is|what s)"
            r" ... codes?",
        ),
    ),
    (
        Concern.MEAL,
        _compiled(
            r"(?:repas|dejeuner|midi|plateau|manger|mange|lunch|meal)"
            r" ... (?:reserv\w+|command\w+|comptee?s?|booked|reserved)",
            r"(?:reserv\w+|command\w+|comptee?s?|booked|reserved)"
            r" ... (?:repas|dejeuner|midi|plateau|manger|lunch|meal)",
        ),
    ),
    (
        Concern.LISTING,
        _compiled(
            r"(?:liste|noms?|recap\w*) (?:de |d |des )?(?:tou\w+ )?"
            r"(?:les |ceux |celles |gens |personnes )*(?:que |qu )?<i have> (?:\w+ )?inscri\w+",
            r"(?:qui|combien)<some> <i have> (?:\w+ )?inscri\w+",
            r"<i have> (?:\w+ )?inscri\w+ (?:qui|combien)",
            r"(?:rap+ele\w*|redi\w+|dites|redonne\w*|montre\w*) (?:moi |nous )?qui (?:est|sont)"
            r"<some> inscri\w+",
            r"(?:list of|who) (?:\w+ )*i (?:have |ve )?registered",
        ),
    ),
    (
        Concern.FOR_WHAT,
        _compiled(
            r"(?:a quoi|pour quoi|quoi|pourquoi|que faites|qu est ce)"
            r" ... (?:<used>|faites|faire|fait|voulez|demandez?|besoin)"
            r" ... (?:<reach>|avoir donnee?s?|donner)",
            r"<reach> ... (?:<used> a quoi|a quoi<some> <used>|pour quoi faire|faites quoi"
            r"|(?:c est|c etait) pour quoi)",
            r"(?:<used>|faites) (?:a )?quoi ... (?:<reach>|avoir donnee?s?|donner)",
            r"what (?:is|are|do) ... <reach> ... for",
        ),
    ),
    (
        Concern.NEEDED,
        _compiled(
            r"(?:voulez|veux|besoin|faut|faudrait|dois|donne|manque|need|want)"
            r"<some> (?:<their> <reach>|<reach> (?:de|du|des|d)(?! (?:contact|l)\b)"
            r"|d autres <reach>)",
        ),
    ),
    (
        Concern.SEEN,
        _compiled(
            r"<ones> ... (?:voi\w+|verr\w+|savoir|sauront|auront|connaitr\w+|acces|see|know)"
            r" ... (?:noms?|<reach>|donnees|names?)",
            r"(?:<own>|<their>) (?:noms?|<reach>) ... <ones> ... (?:voi\w+"
            r"|verr\w+|sauront|auront)",
            r"(?:<own>|<their>) (?:noms?|<reach>|donnees) ... (?:affichee?s?"
            r"|visibles?|publi\w+|diffuse\w*|communique\w*|donnez|donnerez"
            r"|donnee?s? a (?:d autres|qui"
            r"|quelqu un|personne)|apparai\w+|partage\w*|circul\w+|transmi\w+ a (?:d|qui|quelqu))",
            r"<ones> ... (?:<own>|<their>) (?:noms?|<reach>) ... (?:voi\w+|verr\w+)",
            r"(?:donnez|donnerez|communique\w*|diffuse\w*|partage\w*|affiche\w*)"
            r"<some> (?:<own>|<their>) (?:noms?|<reach>|donnees)",
            r"qui ... (?:voi\w+|verr\w+|lira|acces) ... (?:nos|<their>) (?:noms?|<reach>"
            r"|donnees)",
        ),
    ),
    (
        Concern.ERASED,
        _compiled(
            r"<data> ... (?:effacee?s?|supprimee?s?|detruite?s?|erased|deleted)",
            r"(?:effacee?s?|supprimee?s?|detruite?s?|erased|deleted) ... <data>",
            r"(?:gardez|avez|conservez|reste|garde|keep|have)<some> (?:encore|toujours|still)"
            r" ... <data>",
            r"(?:encore|toujours|still) (?:gardez|avez|conservez|keep|have) ... <data>",
        ),
    ),
    (
        Concern.OPENED,
        _compiled(
            r"(?:a|ont)<he><some> (?:ouvert\w*|clique\w*|accepte\w*|rejoint\w*|utilise\w*)",
            r"(?:invitation|lien)<some> (?:est|a ete)<some> (?:ouverte?|acceptee?|utilisee?|vue?)",
            r"s est<some> (?:connecte\w*|inscrite? (?:avec|par) (?:le|son) lien)",
            r"(?:has|have|did)<some> (?:opened|open|clicked|click|accepted)",
        ),
    ),
    (
        Concern.RECEIVED,
        _compiled(
            r"(?:a|ont)<he> (?:\w+ ){0,2}?(?:recue?s?|eue?s?)<some> <message>",
            r"(?:a|ont)<he> (?:\w+ ){0,2}?recue?s?",
            r"<message>(?: \w+){0,4}? (?:l |les )?(?:a|ont)<he> (?:\w+ ){0,2}?(?:recue?s?|eue?s?)",
            r"(?:has|have|did)<some> (?:received|receive|got|get)<some> <message>",
        ),
    ),
    (
        Concern.CONFIRMED,
        _compiled(
            r"(?:venue|presence|participation) ... (?:confirmee?|notee?|enregistree?|validee?"
            r"|prise en compte)",
            r"(?:confirme|note|enregistre|sur)<some> qu\w*(?: \w+){1,3}? (?:vien\w+|sera|seront)",
            r"(?:est|sont)<he><some> confirmee?s?",
        ),
    ),
    (
        Concern.MUST_DO,
        _compiled(
            r"(?:doi(?:t|vent)|devr(?:a|ont)|besoin qu\w*|faut(?: il)? qu(?:e \w+)?)"
            r"(?: \w+){0,7}? (?:faire|fasse\w*|confirm\w+|inscri\w+|valid\w+|repond\w+|rempli\w+"
            r"|ecri\w+)",
            r"(?:a|ont|n a|n ont|ai)<he> (?:\w+ ){0,2}?(?:quelque chose|un truc|rien|autre chose)"
            r"(?: \w+){0,2}? a (?:faire|confirmer|remplir|signer)",
            r"(?:do|does|must)<some> (?:have to|need to|must) (?:do|confirm|register|sign)",
        ),
    ),
    (
        Concern.RECEIVES,
        _compiled(
            r"recevr(?:a|ont)|recoi(?:t|vent)|recoive(?:nt)?",
            r"(?:va|vont)<he> (?:\w+ ){0,3}?(?:recevoir|(?:etre|avoir) <know>)",
            r"(?:va|vont)<he> (?:\w+ ){0,2}?avoir<some> <message>",
            r"aur(?:a|ont)<he><some> <message>",
            r"(?:vous|tu) (?:\w+ ){0,2}?(?:me|m|nous) (?:\w+ ){0,2}?r?(?:ecri\w+|en?vo\w+|enver\w+)"
            r" (?:encore )?(?:quelque chose|un truc|autre chose|un rap+el|avant)",
            r"(?:aura|auront)<he><some> (?:au courant)",
            r"(?:vous|tu) (?:\w+ ){0,2}?<them> (?:\w+ ){0,2}?(?:ecri\w+|envo\w+|enver\w+|preven\w+"
            r"|previen\w+|avert\w+|contact\w+)",
            r"(?:ecrivez|ecris|prevenez|prevenir|avertissez|enverrez|ecrirez|envoyez|ecrire)"
            r"(?: \w+){0,3}? (?:a|aux?) (?!qui\b|moi\b|l equipe)",
            r"(?:will|does|do|is)<some> (?:get|receive|be told|hear from you)",
        ),
    ),
    (
        Concern.TOLD,
        _compiled(
            r"(?:est|sont|sera|seront)<he> (?:\w+ ){0,2}?<know>",
            r"(?:va|vont)(?: (?:le|la))? savoir",
            r"comment<some> (?:saura|sauront)",
            r"(?:sait|savent|saura|sauront)<he> (?:deja |bien )?(?:qu\w*|ou|si|pour)",
            r"(?:faut|dois|doit|moi qui|moi de|je|should i|do i) ... <them> <tell>",
            r"(?:faut|dois|moi qui|moi de)(?: \w+){0,4}? <tell>"
            r" (?!vous|quelqu|l equipe|quoi|mon\b|si\b)",
            r"je <them> <tell>",
            r"(?:has|have|is|are)<some> (?:been )?(?:told|informed|aware)",
        ),
    ),
)
"""The first that finds its words says what is asked."""

_ASKED = re.compile(
    r"\?|\b(?:est ce qu|ou pas|ou non|oui ou non|hein|d accord|savoir si|dites moi|rappelez moi"
    r"|redites moi|redonne\w*|or not)\b"
    r"|\b(?:a|ont|est|sont|va|vont|doit|sera|aura|recevra|sait|recoit) t? ?(?:il|elle)s?\b"
    r"|\b(?:ou|or) (?:bien )?(?:(?:c est|est ce|ce sera) (?:a )?moi|(?:moi )?je (?:dois|leur|lui)"
    r"|dois je|faut (?:il )?que je|c est bon|do i|i have to|should i)\b"
    r"|\b(?:a|pour) quoi (?:ca |vous )?(?:sert|servent)|\bsert a quoi\b"
)
_NOT_OF_THEM = {
    Concern.OPENED: re.compile(
        r"\b(?:qui|on|salle|inscriptions?|accueil|portes?) (?:\w+ )?(?:a|ont)\b"
    ),
    Concern.RECEIVED: re.compile(
        r"\b(?:qui|on|equipe|j|nous|vous|n ai) (?:\w+ )?(?:a|ont|ai|avez)\b"
    ),
    Concern.RECEIVES: re.compile(
        r"\b(?:on|je|i|we|(?<!moi )(?<!elle )(?<!elles )(?<!lui )(?<!eux )qui) (?:\w+ )?"
        r"(?:recevra|recoit|va|aura|will|do)\b"
    ),
    Concern.TOLD: re.compile(
        r"\b(?:on|qui|si|quelqu un|personne) (?:est|sera|sait|saura)\b|\b(?:previ|prev|av)\w+ si\b"
        r"|\b(?:(?:dire|dis) (?:quoi|mon nom))\b"
    ),
    Concern.MUST_DO: re.compile(
        r"\b(?:on|nous|il) (?:doit|devra|devons)\b|\bfaut (?:il )?qu(?:e|on)? (?:on|je|nous|vous)\b"
        r"|\b(?:faire (?:la|le|a|du|de la|combien)|accept\w+|avant quand|jusqu)\b"
    ),
    Concern.CONFIRMED: re.compile(
        r"\b(?:date|salle|horaires?|journee|programme|inscription|reservation)\b"
    ),
    Concern.NEEDED: re.compile(r"@|\b(?:changer|corriger|modifier|mettre|retard|place)\b"),
    Concern.CODE: re.compile(
        r"\b(?:mon|my|wifi|postal|porte|promo|route)\b(?!.*\b(?:sons?|leurs?)\b)"
    ),
    Concern.ERASED: re.compile(
        r"\b(?:place|erreur|quand|comment|combien|when|how)\b|\b(?:mes|mon|ma|my) (?!\w+ (?:et|,))"
        r"(?:donnees|informations?|coordonnees|numero|mail|nom|telephone|adresse|inscription|data)\b"
    ),
    Concern.FOR_WHAT: re.compile(r"\b(?:la salle|du lieu|de la journee|votre adresse)\b"),
    Concern.SEEN: re.compile(r"\b(?:liste d attente|photos?)\b"),
}
"""What is asked of somebody else, or of something else, in the same words."""


def read(text: str) -> Concern | None:
    """What a sentence asks of the people of a party; None: nothing of these."""
    said = normal(text[:READ_AT_MOST])
    if not _ASKED.search(said):
        return None
    found = next((one for one, wording in _ASKS if wording.search(said)), None)
    if found is None or ((other := _NOT_OF_THEM.get(found)) and other.search(said)):
        return None
    return None if found in _OF_SENDING and inviting.asks(text) else found


_OF_SENDING = frozenset({Concern.RECEIVES, Concern.TOLD})
_REMINDER = re.compile(r"\b(?:rap+els?|reminder)\b")
_INVITATION = re.compile(r"\b(?:invitations?|liens?|links?)\b")


def thing(text: str) -> Thing:
    """What it is asked about somebody receiving."""
    said = normal(text)
    if _REMINDER.search(said):
        return Thing.REMINDER
    return Thing.INVITATION if _INVITATION.search(said) else Thing.ANYTHING


_TO_TELL = re.compile(
    r"\b(?:faut|dois|doit|moi qui|moi de|je (?:lui|leur|les?|la|l)|should i|do i|have to)\b"
)


def asks_whether_to_tell(text: str) -> bool:
    """« faut que je lui dise ? », and not « est-elle au courant ? »."""
    said = normal(text)
    return _TO_TELL.search(said) is not None and not _IS_TOLD.search(said)


_IS_TOLD = re.compile(r"\b(?:est|sont|sera|seront|va|vont|sait|savent)\b")


_ADDRESS = re.compile(r"\b(?:e ?mails?|mails?|courriels?|adresses?|mels?)\b")


def names_an_address(text: str) -> bool:
    """Whether an e-mail is spoken of."""
    return _ADDRESS.search(normal(text)) is not None
