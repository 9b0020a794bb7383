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
    r"|nums?|coordonnees|phones?|numbers?)",
    "data": r"(?:informations?|donnees|coordonnees|traces?|trucs?|choses?|ce qu\w*|tout|data|noms?"
    r"|e ?mails?|mails?|adresses?|numeros?|telephones?|portables?|details)",
    "message": r"(?:rap+els?|e ?mails?|mails?|messages?|invitations?|liens?|confirmations?"
    r"|informations?|quelque chose|rien|trucs?|sms|courriels?|reminder|something|anything)",
    "own": r"(?:mon|ma|mes|nos|notre|my|our)",
    "their": r"(?:sons?|sa|ses|leurs?|his|her|their)",
    "them": r"(?:lui|leur|les?|la|l)",
    "ones": r"(?:autres?|participant\w*|inscrits|gens|tout le monde|n importe qui|others"
    r"|people|everyone)",
    "know": r"(?:au courant|prevenue?s?|avertie?s?|informee?s?|contactee?s?|sollicitee?s?"
    r"|relancee?s?)",
    "look": r"(?:voit|voient|verra|verront|peut voir|peuvent voir|a acces a|va voir|vont voir"
    r"|sees?)",
    "tell": r"(?:preven\w+|previen\w+|dire|dise|dis|annonc\w+|avert\w+|informer?|transmett\w+"
    r"|transmets|transfer\w+|redi\w+|rap+el\w+|fasse suivre|faire suivre|faire passer|tell)",
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
            r"(?:a|ont|aura|auront|donne)<he> (?:\w+ ){0,2}?(?:un|sons?|leurs?|quoi comme) codes?",
            r"(?:doit|doivent|devra|faut)<he> ... codes?",
            r"(?:r?entr\w+|passe\w*)<some> (?:avec|sans|quel)<some> codes?",
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
            r"(?:noms?|liste) (?:des|de) (?:mes |nos |gens |personnes )*inscri\w+ (?:de|par)"
            r" (?:ma|mes|moi|nous|notre|nos)",
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
            r"<reach> ... pour (?:lui|leur|quoi|en|y|me|nous) (?:\w+ )?quoi",
            r"pourquoi ... (?:demande\w*|voul\w+|veut) ... <their> <reach>",
            r"what (?:is|are|do) ... <reach> ... for",
        ),
    ),
    (
        Concern.NEEDED,
        _compiled(
            r"<their> <reach>(?: \w+){0,6}? (?:besoin|utiles?|necessaires?|voulez|faut)",
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
            r"qui(?: \w+){0,5}? (?:a|ont|aura|auront) (?:acces a )?(?:nos|<their>) <reach>",
            r"<ones> (?:\w+ ){0,2}?(?:les?|la|l) (?:voi\w+|verr\w+)",
            r"<look> (?:<own>|<their>) (?:noms?|<reach>|donnees)",
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
            r"plus (?:rien|aucune? \w+|quoi que ce soit) (?:sur|concernant)",
            r"(?:encore|toujours|still) (?:gardez|avez|conservez|keep|have) ... <data>",
        ),
    ),
    (
        Concern.OPENED,
        _compiled(
            r"(?:a|ont)<he><some> (?:ouvert\w*|clique\w*|accepte\w*|rejoint\w*|utilise\w*)",
            r"(?:a|ont)<he><some> (?:consulte\w*|vue?s?|lue?s?|regarde\w*|repondu\w*)"
            r"<some> <message>",
            r"(?:a|ont)<he><some> fait (?:ce qu|le necessaire|sa part|tout)",
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
            r"(?:l|les) (?:a|ont)<he> (?:\w+ ){0,2}?(?:recue?s?|eue?s?)<some> <message>",
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
            r"c est (?:\w+ )?(?:confirme|sur) (?:pour|que|qu)",
        ),
    ),
    (
        Concern.MUST_DO,
        _compiled(
            r"(?:doi(?:t|vent)|devr(?:a|ont)|besoin qu\w*|faut(?: il)? qu(?:e \w+)?)"
            r"(?: \w+){0,7}? (?:faire|fasse\w*|confirm\w+|(?:re)?inscri\w+|valid\w+|repond\w+"
            r"|rempli\w+|ecri\w+)",
            r"(?:a|ont|aura|auront)<he> (?:\w+ ){0,2}?besoin d\w* (?:\w+ ){0,2}?"
            r"(?:(?:re)?inscri\w+|(?:re)?confirm\w+|valid\w+|faire|repond\w+)",
            r"(?:a|ont|aura|auront)<he> (?:\w+ ){0,5}?(?:demarches?|formalites?)",
            r"(?:a|ont|n a|n ont|ai)<he> (?:\w+ ){0,2}?(?:quelque chose|un truc|rien|autre chose)"
            r"(?: \w+){0,2}? a (?:faire|confirmer|remplir|signer|valider|envoyer|completer)",
            r"(?:a|ont|n a|n ont) plus qu\w*(?: a)?",
            r"(?:do|does|must)<some> (?:have to|need to|must) (?:do|confirm|register|sign)",
        ),
    ),
    (
        Concern.RECEIVES,
        _compiled(
            r"recevr(?:a|ont)|recoi(?:t|vent)|recoive(?:nt)?",
            r"comment<some> (?:fait|font|fera|feront)<some> (?:avoir|recevoir|recuperer|savoir)",
            r"(?:va|vont)<he> (?:\w+ ){0,3}?(?:recevoir|(?:etre|avoir) <know>)",
            r"(?:va|vont)<he> (?:\w+ ){0,2}?avoir<some> <message>",
            r"aur(?:a|ont)<he><some> <message>",
            r"(?:vous|tu) (?:\w+ ){0,2}?(?:me|m|nous) (?:\w+ ){0,2}?r?(?:ecri\w+|en?vo\w+|enver\w+)"
            r" (?:encore )?(?:quelque chose|un truc|autre chose|un rap+el|avant)",
            r"(?:aura|auront)<he><some> (?:au courant)",
            r"(?:vous|tu|on) (?:\w+ ){0,2}?<them> (?:\w+ ){0,2}?(?:ecri\w+|envo\w+|enver\w+"
            r"|preven\w+|previen\w+|avert\w+|contact\w+)",
            r"(?:vous|tu) (?:allez |vas )?(?:preven\w+|previen\w+|avert\w+|contact\w+|inform\w+)"
            r" (?:aussi )?(?!si\b|moi|nous|quand|vous|aussi|les gens|tout)\w+",
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
            r"(?:a|ont)<he> (?:\w+ ){0,2}?ete <know>",
            r"(?:sait|savent|saura|sauront)<he> (?:deja |bien )?(?:qu\w*|ou|si|pour)",
            r"(?:faut|dois|doit|besoin|moi qui|moi de|je|should i|do i) ... <them> <tell>",
            r"(?:faut|dois|besoin|moi qui|moi de)(?: \w+){0,4}? <tell>"
            r" (?!vous|quelqu|l equipe|quoi|mon\b|si\b)",
            r"je <them> <tell>",
            r"(?:should|do) i(?: \w+){0,3}? tell",
            r"(?:has|have|is|are)<some> (?:been )?(?:told|informed|aware)",
        ),
    ),
)
"""The first that finds its words says what is asked."""

_ASKED = re.compile(
    r"\?|\b(?:est ce qu|ou pas|ou non|oui ou non|hein|d accord|savoir (?:si|s)|dites moi"
    r"|rappelez moi"
    r"|redites moi|redonne\w*|or not)\b"
    r"|\b(?:a|ont|est|sont|va|vont|doit|sera|aura|recevra|sait|recoit) t? ?(?:il|elle)s?\b"
    r"|\b(?:ou|or) (?:bien )?(?:(?:c est|est ce|ce sera) (?:a )?moi|(?:moi )?je (?:dois|leur|lui)"
    r"|dois je|faut (?:il )?que je|c est bon|chacune?|do i|i have to|should i"
    r"|vous (?:vous|le|lui|leur))\b"
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
        r"\b(?:je|on|nous|comment|pour|de|quand) vous"
        r" (?:preven|previen|avert|ecri|contact|inform)\w+|"
        r"\b(?:on|je|i|we|(?<!moi )(?<!elle )(?<!elles )(?<!lui )(?<!eux )qui) (?:\w+ )?"
        r"(?:recevra|recoit|va|aura|will|do)\b"
    ),
    Concern.TOLD: re.compile(
        r"\b(?:on|(?<!par )qui|si|quelqu un|personne) (?:est|sera|sait|saura)\b"
        r"|\b(?:previens|prevenir|previenne|prevenez|avertir|avertisse) si\b"
        r"|\b(?:(?:dire|dis) (?:quoi|mon nom))\b"
    ),
    Concern.MUST_DO: re.compile(
        r"\b(?:on|nous|il) (?:doit|devra|devons)\b|\bfaut (?:il )?qu(?:e|on)? (?:on|je|nous|vous)\b"
        r"|\b(?:faire (?:la|le|a|du|de la|combien)|accept\w+|avant quand|jusqu)\b"
    ),
    Concern.CONFIRMED: re.compile(
        r"\b(?:date|salle|horaires?|journee|programme|inscription|reservation)\b"
    ),
    Concern.NEEDED: re.compile(
        r"@|^comment\b|\b(?:ai (?:\w+ )?(?:donnee?|mise?|notee?)|changer"
        r"|corriger|modifier|mettre|retard|place)\b"
    ),
    Concern.CODE: re.compile(
        r"\b(?:wifi|postal|porte|promo|route)\b"
        r"|\bcomment\b.*\b(?:aura|auront|avoir|recev\w+|recup\w+|transmet\w*|donne\w*)\b"
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
    said = _IN_THE_PAST.sub(lambda past: _NOW[past[0]], normal(text[:READ_AT_MOST]))
    if not _ASKED.search(said):
        return None
    if _WITHOUT_OPENING.search(said):
        return Concern.MUST_DO
    found = next((one for one, wording in _ASKS if wording.search(said)), None)
    if found is None or ((other := _NOT_OF_THEM.get(found)) and other.search(said)):
        return None
    if found is Concern.OPENED and _EVEN_SO.search(said):
        return Concern.MUST_DO
    return None if found in _OF_SENDING and inviting.asks(text) else found


def is_seat_kept_so(text: str) -> bool:
    """« s’il n’ouvre pas le lien, sa place est gardée quand même ? »."""
    said = normal(text)
    return bool(_EVEN_SO.search(said) or _WITHOUT_OPENING.search(said))


_WITHOUT_OPENING = re.compile(
    r"\b(?:si|s ils?)\b(?=.{0,60}\b(?:ouvr\w+|cliqu\w+|accept\w+)\b)"
    r"(?=.{0,60}\b(?:pas|jamais)\b)(?=.{0,80}\b(?:liens?|invitations?|trucs?|cliqu\w+)\b)"
    r".*\b(?:place|inscri\w+|compte\w*|annul\w+)\b"
)


_EVEN_SO = re.compile(
    r"\b(?:si|s|if) (?:elle|il|elles|ils|on|she|he)\b.*\b(?:place|inscri\w+|compte\w*|vien\w+|venir"
    r"|quand meme|valable|seat|anyway)\b"
)


_NOW = {"avait": "a", "avaient": "ont", "etait": "est", "etaient": "sont"}
_IN_THE_PAST = re.compile(rf"\b(?:{'|'.join(_NOW)})\b(?= (?:\w+ ){{0,2}}\w+(?:u|e|es|us)\b)")
"""« je voulais savoir s’il avait reçu le rappel »: asked as of now."""
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
    r"\b(?:faut|dois|doit|besoin|moi qui|moi de|je (?:lui|leur|les?|la|l)|should i|do i|have to)\b"
)


def asks_whether_to_tell(text: str) -> bool:
    """« faut que je lui dise ? », and not « est-elle au courant ? »."""
    said = normal(text)
    return _TO_TELL.search(said) is not None and not _IS_TOLD.search(said)


_IS_TOLD = re.compile(r"(?<!\bc )\b(?:est|sont|sera|seront|va|vont|sait|savent)\b")


_ADDRESS = re.compile(r"\b(?:e ?mails?|mails?|courriels?|adresses?|mels?)\b")


def names_an_address(text: str) -> bool:
    """Whether an e-mail is spoken of."""
    return _ADDRESS.search(normal(text)) is not None
