"""« Trouvez-moi quelqu’un avec qui venir », « arrêtez, j’ai trouvé »: looking for a partner."""

import re
from enum import StrEnum, auto

from bot.understanding import eligibility, sentences, wishes
from bot.understanding.normal import normal


class Seeking(StrEnum):
    """What is wanted of the search."""

    SEARCH = auto()
    STOP = auto()


_MATE = (
    r"(?:binomes?|partenaires?|coequipi\w+|equipi\w+|comparses?|acolytes?|teammates?|partners?"
    r"|pair|camarades?)"
)
_SOMEBODY = (
    rf"(?:{_MATE}|quelqu un|kelqu un|kelkun|quelques uns|une? autre|d autres|des gens|du monde"
    r"|une? (?:seconde|deuxieme|troisieme|autre)? ?personne|elue?s?|technicien\w*|agente?s?"
    r"|associati\w+|maire|collegue|un \w+ seul|someone|somebody|anyone|anybody|a third)"
)
_LOOKS = (
    r"(?:j?(?:cherch|recherch)\w*|trouv\w*|trouverai\w*|propos\w+|present\w+|degot\w+|denich\w+"
    r"|attribu\w+|associ\w+|connai\w+|auri\w+|aurai[st]|(?:il )?(?:me|nous) (?:manque|faudrait"
    r"|faut)"
    r"|il y a(?: \w+)? (?:pas|t il)?|a t il|look\w*|search\w*|find\w*|pair|match)"
)
_TOGETHER = (
    r"(?:(?:pour|pr) (?:venir|faire (?:equipe|la paire|un binome|binome)|m accompagner"
    r"|nous accompagner|etre (?:deux|trois|2|3)|completer|former)"
    r"|avec (?:moi|nous|qui (?:je |on |nous )?(?:venir|viendr\w+|faire|aller|me mettre|y aller))"
    r"|(?:faire|ferait|fasse) equipe|(?:dans|ds) le meme cas"
    r"|to come with|with (?:me|us)|join (?:me|us)|who also)"
)
_LOOKING = re.compile(
    rf"\b{_LOOKS}\b(?: \w+){{0,3}} {_MATE}\b"
    rf"|\b{_LOOKS}\b(?: \w+){{0,3}} {_SOMEBODY}\b(?: \w+){{0,7}} {_TOGETHER}\b"
    rf"|\b{_SOMEBODY}\b(?: \w+){{0,5}} (?:qui|that|who|is)(?: \w+){{0,2}} (?:cherch\w+|look\w+)"
    rf"(?: \w+){{0,3}} (?:{_SOMEBODY}|aussi|{_TOGETHER}|qui|to)\b"
    r"|\b(?:mettez|mets|mettre|pouvez|peux)(?: \w+){0,3} (?:en (?:relation|contact|rapport)"
    r"|ensemble)"
    rf" avec(?: \w+){{0,2}} (?:{_SOMEBODY}|participant\w*|inscrit\w*|seul\w*)\b"
    r"|\b(?:me|nous|moi) mett\w+ en (?:relation|contact)(?: avec (?:quelqu un|d autres|des gens|une"
    r" autre \w+))?$|\b(?:mettez|mets) (?:moi|nous) en (?:relation|contact)$"
    rf"|\betre mise?s? en (?:relation|contact|rapport) avec(?: \w+){{0,2}} {_SOMEBODY}\b"
    rf"|\b(?:mettez|mets) (?:moi|nous) avec (?:{_SOMEBODY})\b"
    rf"|\b(?:(?:re)?trouve[rz]?|(?:re)?cherche[rz]?|denichez?|proposez?) (?:donc )?(?:moi|nous)"
    rf" (?:\w+ )?{_SOMEBODY}\b(?! (?:qui (?:peut|sait|connait)|pour (?:me|nous) (?!accompagn)))"
    rf"|\b(?:me|nous) (?:trouver|chercher|proposer) {_SOMEBODY}(?: (?:d|de|du|des)\b.*)?$"
    rf"|\b{_LOOKS}\b(?: \w+){{0,2}} {_SOMEBODY} (?:de |d |du |des )(?: ?\w+){{1,4}}? {_TOGETHER}\b"
    rf"|^(?:(?:bonjour|svp|je|j|on) )*(?:chercher?|jcherche|recherche|trouver"
    rf"|former)(?: \w+)? {_MATE}\b"
)
_NOT_ALONE = re.compile(
    r"\b(?:aimerai\w*|prefer\w+|voudrai\w*|veux|veu|souhait\w+|envie|embete\w*|embeterai\w*"
    r"|gene\w*"
    r"|rather|like|prefer|want)\b(?: \w+){0,4} (?:pas|sans|not|don t|de|t)(?: \w+){0,4}"
    r" (?:tout )?(?:seule?|toute seule|alone|on my own|by myself|binome|partenaire)\b"
)
_ENOUGH = (
    r"(?:arret\w*|cess\w+|stop\w*|inutile|annul\w+|interromp\w+|laisse\w* tomber"
    r"|(?:plus|pas) (?:la )?(?:peine|besoin|necessaire|utile)|suspen\w+)"
)
_STOPPING = re.compile(
    rf"\b{_ENOUGH}\b(?: \w+){{0,4}} (?:cherch\w+|recherch\w+|trouv\w+|search\w*|look\w*)\b"
    rf"|\b{_ENOUGH} (?:d un |d une |de |d )?{_MATE}\b"
    r"|\b(?:ne |n )?(?:cherch\w+|recherch\w+) plus\b"
    r"|\bplus (?:a |besoin (?:de|que vous) )(?:\w+ )?cherch\w+\b"
    r"|\b(?:don t|no need to|you can stop) (?:look|search)\w*\b"
)
_FOUND = re.compile(
    r"\b(?:j ai|on a|nous avons|ai|i ve|i have|we ve|we have) (?:(?!pas |rien "
    r"|jamais )\w+ ){0,2}(?:trouve\w*"
    r"|deniche\w*|found)\b"
    r"|\b(?:bon|ok|ca y est) (?:j|g|on a) ?(?:ai )?trouv\w*\b"
)
_REQUESTED = re.compile(
    r"\b(?:(?:cherche|trouve|deniche|degote|propose)(?:z|r)|(?:cherche|trouve|deniche|degote) moi)"
    r"(?: (?:moi|nous|me|donc|alors|vite|plutot|bien|svp))* (?:un |une |des )?"
    rf"(?:autres? |petite? )?{_SOMEBODY}\b"
    r"|\b(?:find|look for)(?: me| us)? (?:somebody|someone|anyone|anybody|a partner)\b"
)
"""« Vous pouvez me chercher quelqu’un du Pilat ? », « trouvez-moi un élu »."""
_GO_ON = re.compile(
    r"^(?:(?:oui|non|ok|ben|bah|bon|alors|mais|donc|du coup|et|allez|svp|yes|please|eh|hop|stp) )*"
    r"(?:(?:re)?cherche[rz]?(?: moi)?|(?:vous pouvez|tu peux|pouvez vous|il faut) chercher"
    r"|lancez (?:la|les|une) recherches?|start looking|go ahead and (?:look|search)|search|look)"
    r"(?: (?:donc|alors|svp|stp|s il vous plait|vite|bien|merci|pour moi|please|for me|maintenant"
    r"|now|oui|quand meme|toujours))*(?: (?:une? ou une? .*|une? elu\w*.*))?$"
)
"""« oui cherchez », « ben alors cherchez »: nothing else here is looked for."""
_ALREADY = re.compile(r"\b(?:avez|as|a|ai|ont) (?:\w+ )?(?:trouve|cherche)\w*\b")
_SOMETHING_ELSE = re.compile(
    r"\b(?:charge\w* d\w*|responsable|mission|directrice|directeur|remplac\w+|renseign\w+"
    r"|joindre|parler|appel\w+|telephon\w+|repond\w+|expliqu\w+"
    r"|chat|chien"
    r"|hotel|chambre|covoitur\w*|voiture|conduire|travail|emploi|stage|adresse|salle|reponse"
    r"|replace\w*|talk|call|explain|job|car|lift)\b"
)
_NEW_ONE = re.compile(r"\bj ai trouve (?:un |une )?(?:faute|erreur|votre|le|la|les|ca|cela)\b")


def read(text: str) -> Seeking | None:
    """What words want of the search for a partner; None: nothing."""
    sentence = normal(text).replace("?", " ")
    if _STOPPING.search(sentence):
        return Seeking.STOP
    if any(map(_goes_on, sentences.sentences(text))):
        return Seeking.SEARCH
    if eligibility.asks_of_oneself(text) or wishes.asks_to_add_later(text):
        return None  # « j’ai trouvé personne, c’est gênant ? »
    if _FOUND.search(sentence):
        return None
    is_looking = any(map(_is_looking, sentences.sentences(text)))
    return Seeking.SEARCH if is_looking else None


def _is_looking(one: str) -> bool:
    sentence = normal(one).replace("?", " ")
    if _goes_on(one):
        return True
    if _SOMETHING_ELSE.search(_TO_DO_SO.sub("", sentence)):
        return False
    is_other = _ALREADY.search(sentence) or asks_how(one) or asks_to_tell(one)
    is_wished = _REQUESTED.search(sentence) and not is_other
    return bool(_LOOKING.search(sentence) or _NOT_ALONE.search(sentence) or is_wished)


def _goes_on(one: str) -> bool:
    return any(_GO_ON.match(normal(part)) for part in re.split(r"[,.;:!?]", one) if part.strip())


_TO_DO_SO = re.compile(r"\bavec (?:qui|lequel|laquelle) .*$")
"""« …, avec qui on pourrait parler vergers »: what they would do together."""
_CATEGORY = re.compile(
    r"\b(?:elue?s?|agente?s?|technicien\w*|associati\w+|maires?|adjointe?s?|conseiller\w*"
    r"|presidente?s?|societe civile|benevoles?|agricult\w+|councillor|officer)\b"
)


_RATHER = re.compile(
    r"\b(?:plutot|si possible|(?:de|par) preference|idealement|j aimerais|je voudrais|rather)\b"
)
_LOOKS_FOR = re.compile(rf"^.*?\b{_LOOKS}\b")


def names_category(text: str) -> bool:
    """Whether somebody of a certain kind is looked for: « plutôt un élu ou un agent »."""
    each = sentences.sentences(text)
    sought = [_LOOKS_FOR.sub("", normal(one)) for one in each if _is_looking(one)]
    sought += [normal(one) for one in each if _RATHER.search(normal(one))]
    return any(map(_CATEGORY.search, sought))


def prefers(text: str) -> bool:
    """« un élu de préférence »: whether it is said who would be liked best."""
    return _PREFERS.search(normal(text)) is not None


_PREFERS = re.compile(r"\b(?:(?:de|par) preference|si possible|idealement|preferably|ideally)\b")


def has_found(text: str) -> bool:
    """Whether words say that the search is over: « c’est bon, j’ai trouvé »."""
    sentence = normal(text).replace("?", " ")
    return _FOUND.search(sentence) is not None and _NEW_ONE.search(sentence) is None


_HOW = re.compile(
    r"\b(?:vous|tu|on) (?:re)?cherche\w* (?:donc )?comment\b|\bcomment (?:est ce que )?"
    r"(?:vous |tu )?(?:re)?cherche\w*(?! (?:l|le|la|les|votre|cette|ce"
    r"|une? (?:salle|place|hotel|train)))\b"
    r"|\b(?:c est|est ce|ce sera) (?:bien )?vous qui (?:re)?(?:cherche\w*|trouve\w*|proposez)\b"
    r"|\bvous (?:me |nous )?(?:trouvez|cherchez|proposez) (?:quelqu un|une personne|la personne"
    r"|mon binome|un binome)\b(?! qui)"
    r"|\bhow (?:do|will) you (?:search|look|find)\b(?! (?:the|a (?:place|room)))"
)
_IF_I_FIND = re.compile(
    r"\b(?:si|quand|if|when)\b.*\b(?:trouv\w+|deniche\w*|find|found)\b(?: \w+){0,4} (?:quelqu un"
    r"|une? \w+|somebody|someone|anyone|personne)\b.*\b(?:preven\w*|previen\w*|dis|dire|ecri\w+"
    r"|avert\w*|signal\w*|inform\w*|tell|let you know|write)\b"
)


def asks_how(text: str) -> bool:
    """Whether it is asked how the search is made: « vous cherchez comment ? »."""
    return "?" in text and _HOW.search(normal(text)) is not None


def asks_to_tell(text: str) -> bool:
    """« Si c’est moi qui trouve quelqu’un, je vous préviens ici ? »."""
    return "?" in text and _IF_I_FIND.search(normal(text)) is not None
