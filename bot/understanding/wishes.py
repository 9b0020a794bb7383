"""Whether words ask for something to be done, ask about it, or take it back.

« Et si j’annule ? » wants to know; « j’annule » wants it done; « mais non, je viens » takes
it back.
"""

import re

from bot.understanding.intents import Intent
from bot.understanding.normal import normal, vocabulary

_ASKED_OF_US = re.compile(
    r"\b(?:(?:vous|tu) (?:pouvez|peux|pourriez|pourrais|voulez|veux)"
    r"|(?:pouvez|pourriez|voulez|voudriez) vous"
    r"|(?:peux|pourrais|veux) tu|(?:can|could|would|will) you)\b"
)
_ABOUT = re.compile(
    r"\b(?:si (?:jamais |jms )?(?:je|j|on|nous|il|elle|ils|elles|l un|quelqu|un|une|mon|ma|notre"
    r"|personne|finalement|par hasard|c est|[a-z]+ (?:est|ne|n|tombe|vient|peut|pouvait))\b"
    r"|en cas d|au cas ou|(?:c est|est ce|sera|est|reste\w*) (?:encore |toujours )?(?:modifi"
    r"|annul)able"
    r"|est ce (?:que|qu|modifiable|annulable|possible|definitif)|puis je|peut on|pourrait on"
    r"|pourra t on|a t on|doit on|faut il"
    r"|(?:je|on|nous|j) (?:peux|peut|pouvons|pourrai|pourra|pourrons|pourrais|pourrait|pourrions"
    r")\b(?! (?:\w+ )?(?:pas|plus|pu)\b)"
    r"|comment|jusqu a quand|jusqu ou|jusqu a quel\w*|jusqua quand|avant quand|possible|possibilite"
    r"|qu est ce qu\w*|qu arrive|que se passe|que faut|y a t il|il y a (?:une?|des)|quel\w*|combien"
    r"|can (?:i|we|one)|may (?:i|we)|could (?:i|we)|how|what|until when|is (?:it|there)"
    r"|if (?:i|we|somebody|someone|one))\b"
)
_CLAUSE = re.compile(r"[,.;:!\n]+|\bmais\b|\bbut\b")
_STATED = re.compile(
    r"\b(?:je|j|on|nous|il|elle|i|we) (?:(?:ne|n) )?(?:(?:viens|vient|venons|viendrai|viendra"
    r"|viendrons|peux|peut|pouvons|pourrai|pourra|pourrons|suis|est|serai|sera) (?:plus|pas)"
    r"|annule|annulons|me desiste|renonce|veux annuler|voudrais annuler|souhaite annuler"
    r"|(?:can t|cannot|won t) (?:come|make)|want to cancel)\b"
)
_DENIED = re.compile(
    r"\b(?:annul\w+|desist\w+|desinscri\w+|retir\w+|renonc\w+|chang\w+|modifi\w+)"
    r" (?:pas|rien|personne)\b"
    r"|\b(?:pas|rien) (?:dit |demande )?(?:de |d |que je |que j |a )?(?:l |me |nous |m )?(?:annul"
    r"|desist|desinscri|retir|chang|modifi|supprim)\w*"
    r"|\b(?:arret\w+|cess\w+|stop) (?:donc )?(?:de |d )?(?:vouloir |toujours )?(?:annul|cancel)\w*"
    r"|\b(?:juste|simplement|seulement|que|only|just) (?:pour |de |a )?(?:savoir|une (?:simple )?"
    r"question|me renseigner|nous renseigner|demand\w+|une? (?:info\w*|renseignement)|asking"
    r"|wondering|a question)\b"
    r"|\b(?:c est|c etait) (?:une (?:simple )?question|pour savoir)\b"
    r"|\b(?:don t|do not|didn t|not) (?:want to )?(?:cancel|chang)\w*"
)
_STAYING = re.compile(
    r"\b(?:(?:vien[st]?|venons|viennent|viendr\w+|serai|sera|serons|seront|reste|restons"
    r"|restent|participe\w*|coming|comes?|stays?|staying)(?! (?:\w+ )?(?:pas|plus|pu|seule?s?)\b)"
    r"|garde\w*|(?:suis|est|sommes) (?:toujours |bien )?(?:la|present\w*|partant\w*|inscrit\w*))\b"
    r"|^(?:mais |ah |oh |en fait |ben |bah |euh |finalement |pardon |non )*si\b"
    r"(?! (?:je|on|nous|j)\b)"
)
_STILL_SO_MANY = re.compile(
    r"\b(?:on|nous|we) (?:est|sera|sommes|serons|are|will be) (?:\w+ )?(?:toujours|encore"
    r"|bien|still) (?:tou[st]e?s? )?(?:les )?(?:deux|trois|quatre|[2-9]|two|three)\b"
    r"(?! (?:pas|plus|de moins))"
)
_JUST_SAID = re.compile(r"\b(?:viens|vient|venons) (?:juste )?de\b")
_AGREED = re.compile(r"^(?:oui|ouais|yes|ok|d accord|exact\w*|tout a fait)\b")

_REFUSED = re.compile(r"^(?:mais |ah |oh )*(?:non|nan|no)\b")
_GIVING_UP = re.compile(
    r"\b(?:annul\w*|desist\w*|desinscri\w*|empech\w*|renonc\w*|malades?|cancel\w*|withdraw\w*"
    r"|bow\w* out|dropp?\w* out|pull\w* out|ill\b|sick\b|unwell"
    r"|souffrant\w*|absente?s?|indisponibles?|grippe\w*|lache\w*|faux bond|forfait"
    r"|(?:peux|peut|pouvons|pourrai|pourra|pourrons|viens|vient|venons|viendrai|viendra|viennent"
    r"|viendront|sera|seront)(?: (?:donc|vraiment|finalement|vraiment|helas|bien))*"
    r" (?:plus|pas)\b(?! (?:seule?s?|tard|que|rester)\b)|(?:can t|cannot|isn t|is not|won t|not)"
    r" (?:come|coming|make))\b"
)
_CHANGING = re.compile(
    r"\b(?:chang\w+|modif\w+|remplac\w+|corrig\w+|replace\w*)\b.*\b(?:noms?|prenoms?|binomes?"
    r"|trinomes?|personnes?|inscriptions?|quelqu un|places?|nombre|participant\w*|collegues?|names?"
    r"|registration|d avis|apres|plus tard|ensuite|later)\b"
    r"|\b(?:noms?|binome|nombre|inscription|names?)\b.*\b(?:chang\w+|modifi\w+|corrig\w+)\b"
    r"|\b(?:on|nous|we) (?:etait|etions|serait|serions|est|sera|passait|passe|were)(?: \w+){0,2}"
    r" (?:deux|trois|quatre|two|three|plus nombreux|une? de plus)\b"
    r"|\b(?:r?ajout\w+|add)\b(?: \w+){0,4} (?:apres|plus tard|ensuite|later|d ici la)\b"
    r"|\bsi\b.*\b(?:le|la|l|les|quelqu un) r?ajouter\b|\bmodifiables?\b"
)


_NEEDED = re.compile(
    r"\b(?:oblig\w+|facultati\w+|necessaire|indispensable|optionnel\w*|mandatory|required"
    r"|compulsory|optional|needed)\b"
)
_OF_THE_QUESTION = vocabulary(
    """
    est ce c que qu il faut l la le les un une de d vraiment ca cela adresse mail e email mel
    courriel telephone tel numero portable fonction structure nom prenom territoire pour moi on je
    suis dois
    doit donner mettre dire indiquer renseigner repondre et mais ou non pas si absolument cette
    question reponse information is it the this a an my to give phone number address really
    """
)


def asks_whether_needed(text: str) -> bool:
    """Whether words ask if the open question must be answered: « c’est obligatoire ? »."""
    sentence = normal(text)
    if "?" not in sentence and not re.match(r"(?:et )?(?:est ce|c est|is)\b", sentence):
        return False
    rest = {*_NEEDED.sub(" ", sentence).replace("?", " ").split()} - _OF_THE_QUESTION
    return _NEEDED.search(sentence) is not None and not rest


def only_asks(text: str) -> bool:
    """Whether words ask about something instead of for it: « comment annuler ? »."""
    sentence = normal(text).replace("?", " ")
    if _ASKED_OF_US.search(sentence) or not _ABOUT.search(sentence):
        return False
    clauses = [normal(clause) for clause in _CLAUSE.split(text)]
    return not any(_STATED.search(one) and not _ABOUT.search(one) for one in clauses)


def asked_about(text: str) -> Intent | None:
    """Whether words ask what giving up or changing would mean; None: they do not."""
    if asks_how_to_tell(text):
        return Intent.CANCEL
    if asks_to_add_later(text):
        return Intent.CHANGE
    if not only_asks(text):
        return None
    sentence = normal(text)
    if _GIVING_UP.search(sentence):
        return Intent.CANCEL
    return Intent.CHANGE if _CHANGING.search(sentence) else None


_WORRIED = re.compile(
    r"^(?:(?:et|mais|alors|enfin|ou|c est que|j espere que|is|would|will|that|does|it|this) )*"
    r"(?:est ce |a )?(?:(?:est ce que )?(?:c est|ca|cela|ce n est|ce serait|c)(?: vous)?"
    r"(?: (?:pas|trop|si|tres|un|du|en))* )?(?:grave|tard|genant|embetant|ennuyeux|derange\w*"
    r"|pose\w*(?: \w+){0,2} (?:probleme|souci|difficulte)s?|problemes?|soucis?|problem|matter"
    r"|bother)\b"
    r"(?: (?:pour|si|que|for|if) .*)?$"
    r"|^(?:(?:and|but|so) )*(?:is|would|will) (?:it|this|that) (?:be )?(?:ok|okay|fine|bad|alright"
    r"|all right|possible)(?: (?:for|with) \w+)?$"
)


def worries(text: str) -> bool:
    """Whether it is only asked if what was told does harm: « c’est gênant ? »."""
    return _WORRIED.search(normal(text).replace("?", " ").strip()) is not None


_TELLING = re.compile(
    r"\b(?:preven\w+|previen\w+|avert\w+|signal\w+|appel\w+|contact\w+|join\w+|dire|dis|telephon\w+"
    r"|tell|let (?:you|them|somebody) know|call|ring|reach|warn)\b"
)
_WHOM_OR_HOW = re.compile(
    r"\b(?:comment|ou|qui|quel numero|que faire|quoi faire|how|whom?|where|which number)\b"
)
_IF_NOT = re.compile(
    r"\b(?:si (?:jamais |d aventure |par malheur )?(?:je|j|on|nous|il|elle|ils|l un|quelqu un|un"
    r"|une|ca"
    r"|mon|ma|notre|(?:\w+ ){1,2}(?:a|est|soit|tombe|peut|va|vient|ne))\b|en cas (?:d|de)"
    r"|au cas ou|imprevu\w*|empechement\w*|contretemps|if (?:i|we|something"
    r"|anything|one)|in case)\b"
)


def asks_how_to_tell(text: str) -> bool:
    """Whether it is asked whom to tell, or how, where something comes up: « j’appelle où ? »."""
    sentence = normal(text).replace("?", " ")
    said = (_TELLING, _WHOM_OR_HOW, _IF_NOT)
    return all(one.search(sentence) for one in said) and not _PLANNED.search(sentence)


_PLANNED = re.compile(r"\b(?:retard|late|perdu\w*|lost|trouve\w* pas|rappel\w*|remind\w*)\b")
_ADDING = re.compile(
    r"\b(?:r?ajout\w+|inscri\w+|venir avec|vienne avec|se joindre|me rejoin\w+|nous rejoin\w+"
    r"|amener"
    r"|add|bring|sign up|join (?:me|us))\b"
)
_LATER = re.compile(
    r"\b(?:plus tard|apres|ensuite|d ici|encore|toujours|en cours de route|au dernier moment"
    r"|si (?:d ici la |jamais |entre temps |finalement )*(?:je|j|on|nous) (?:\w+ )?(?:trouv\w+"
    r"|deniche\w*"
    r"|convain\w+|persuad\w+)|later|afterwards|still|until|if (?:i|we) find)\b"
)
_MAY_ADD = re.compile(r"\b(?:pourr\w+|peux|peut|pouvons|puis|possible|can|could|may|will)\b")
_SOMEBODY_MORE = re.compile(
    r"\b(?:l|le|la|les|lui|quelqu un|une? (?:autre|collegue|personne)|un binome|une deuxieme|mon|ma"
    r"|somebody|someone|them|him|her|anyone)\b"
)


def asks_to_add_later(text: str) -> bool:
    """Whether it is asked if somebody may be added later: « si je trouve quelqu’un… »."""
    sentence = normal(text)
    said = (_ADDING, _LATER, _MAY_ADD, _SOMEBODY_MORE)
    return "?" in sentence and all(one.search(sentence) for one in said)


_STOPS = re.compile(
    r"\b(?:laisse[rz]? tomber|(?:on |j )?(?:annule|arrete|abandonne)\w*|stop|oubliez? (?:tout|ca)"
    r"|forget it|never mind"
    r"|(?:veu[xt]|voul\w+|souhaite) (?:plus|pas) (?:m |nous |s )?inscri\w+)\b"
)
_NOT_ME = re.compile(
    r"\b(?:je|j|jpeux|jpeu|jviens|jvien|i) (?:ne |n |y |en )*(?:peux|peu|pourrai|viens|vien"
    r"|viendrai|serai|can|will)?"
    r" ?(?:pas|plus|pu|not|t)\b(?: (?:venir|viendre|etre|y aller|participer|la|come|make it))?"
    r"|\bjpeu?x? pas venir\b"
)


def stops(text: str) -> bool:
    """Whether who is registering gives it up: « laisse tomber, je ne peux pas venir »."""
    said = normal(text)
    if "?" in text or len(said.split()) > _STOPPING_AT_MOST:
        return False
    return _STOPS.search(said) is not None and _NOT_ME.search(said) is not None


_STOPPING_AT_MOST = 14


def takes_back(text: str) -> bool:
    """Whether words say that nothing is to be done: « je n’annule pas, je voulais savoir »."""
    return any(_DENIED.search(normal(one)) for one in re.split(r"[,.;!]+\s", text))


def stays(text: str) -> bool:
    """Whether words say, of somebody who was taken not to come, that they do: « mais si ! »."""
    sentence = _JUST_SAID.sub(" ", normal(text))
    if _STILL_SO_MANY.search(sentence):
        return True  # « ok, on est toujours deux »
    if _AGREED.search(sentence):
        return False
    return _STAYING.search(sentence) is not None or takes_back(text)


def contradicts(text: str) -> bool:
    """Whether a yes goes on with « elle vient », where it was asked whether she does not."""
    return _COMES_INDEED.search(_JUST_SAID.sub(" ", normal(text))) is not None


_COMES_INDEED = re.compile(
    r"^(?:mais |si |bien sur |evidemment )*(?:elle|il|ils|elles|on|nous|je|he|she|they|we|i)"
    r" (?:y )?(?:vien\w*|venons|viendr\w+|sera|serai|serons|comes?|is coming|will come)\b"
    r"(?! (?:vraiment |finalement |donc |bien )*(?:plus|pas|pu|seule?s?|tout|toute)\b)"
)


def gives_up(text: str) -> bool:
    """Whether words say that somebody does not come: « elle ne vient vraiment plus »."""
    return _GIVING_UP.search(normal(text)) is not None and not takes_back(text)


_COMES_MYSELF = re.compile(
    r"\b(?:je|j|moi je|i) (?:\w+ )?(?:vien[st]?|viendrai|serai|come|am coming|will come)\b"
    r"(?! (?:\w+ )?(?:pas|plus|pu|de|d)\b)"
)


def comes_oneself(text: str) -> bool:
    """Whether who writes comes, whoever does not: « ma femme vient pas, je viens seul »."""
    return _COMES_MYSELF.search(_JUST_SAID.sub(" ", normal(text))) is not None


def leaves(text: str) -> bool:
    """Whether words agree that somebody does not come: « oui annulez », « on ne vient plus »."""
    sentence = normal(text)
    if "?" in sentence or _REFUSED.search(sentence) or takes_back(text):
        return False
    return _AGREED.search(sentence) is not None or _GIVING_UP.search(sentence) is not None
