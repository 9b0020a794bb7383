"""« Je peux venir seul ? », « un parc est-il concerné ? »: what is asked of who may come."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.domain.party import Category
from bot.understanding import sentences
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import normal


class Word(StrEnum):
    """A word of ours whose meaning is asked."""

    PARTY = auto()
    TERRITORY = auto()
    ORGANISATION = auto()
    CATEGORY = auto()
    FUNCTION = auto()


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What is asked of who may come; nothing of it: who the day is for, as a whole."""

    word: Word | None = None
    """The word that is to be explained."""
    is_alone: bool = False
    """Whether one may come alone."""
    must_be_several: bool = False
    """Whether one has to be several."""
    category: Category | None = None
    """In what capacity those would come who are asked about."""
    is_from_afar: bool = False
    """Whether who has no territory, or another one, may come."""
    is_elsewhere: bool = False
    """Whether those who come together may be of several communes."""
    is_companion: bool = False
    """Whether somebody may be there who only accompanies them."""
    is_condition: bool = False
    """Whether it is asked what else is required: an age, a level."""
    is_yes_or_no: bool = False
    """Whether it is asked if somebody may, and not who may."""

    @property
    def is_of_somebody(self) -> bool:
        """Whether it is told who would come, in what capacity, with whom."""
        return self.category is not None or self.is_alone or self.must_be_several


_ALONE = re.compile(
    r"\b(?:tout seul|toute seule|seule?|(?:y aura|on sera|serai|rien|a)? ?que moi|sans (?:mon "
    r"|ma |aucun |un )?(?:binome|equipe"
    r"|partenaire|collegue"
    r"|personne|accompagn\w+)|pas de binome|alone|on my own|by myself|without a (?:partner"
    r"|colleague))\b"
)
_SEVERAL = re.compile(
    r"\b(?:faut il|il faut|doit on|(?:on|nous|je) (?:doi[st]|devons)"
    r"|devons nous|oblig\w+|absolument|forcement|imperatif|imperativement"
    r"|must|have to|required)\b"
    r"(?: \w+){0,5} (?:plusieurs|deux|trois|2|3|binome|trinome|equipe|pair|several)\b"
    r"(?! (?:km|kilometres?|heures?|h|jours?|journees?|repas|nuits?|fois|euros?|miles?|hours?)\b)"
    r"|\b(?:binome|trinome|a deux|a plusieurs)\b(?: \w+){0,3} (?:oblig\w+|imperati\w+"
    r"|indispensable)\b"
)
_AFAR = re.compile(
    r"\b(?:(?:sans|aucun|pas de|hors|autre|n importe quel) (?:\w+ )?(?:territoire|region"
    r"|departement"
    r"|pays|parc|secteur|perimetre)"
    r"|(?<!naturel )(?<!naturels )(?<!conseil )(?<!conseiller )(?<!conseillere )(?:region(?:al"
    r"|ale|aux|ales|aus)|national\w*|departemental\w*)"
    r"|toute? la (?:region|france)|rattache\w*|hors (?:zone|du territoire|region)"
    r"|hors (?:de )?(?:la |l |le )?(?!sujet|taxe|service|de prix|norme|saison|sol)\w{4,}"
    r"|(?:pas|plus) (?:du tout )?(?:de|du|en|dans) (?:la |le |l |votre |notre )?(?:region|coin"
    r"|departement|secteur|territoire)|(?:autre|loin|outside|other) (?:bout|region|the (?:region"
    r"|area))"
    r"|(?:de|du|d|en) (?:suisse|belgique|bourgogne|auvergne|isere|drome|savoie)"
    r"|without a territory|another (?:region|county|country)|from elsewhere)\b"
)
_COMPANION = re.compile(
    r"\b(?:(?:me|m|nous|le|la) (?:conduit|conduira|depose\w*|emmene\w*|amene\w*|accompagne\w*"
    r"|vehicul\w+|drives?)"
    r"|accompagnat\w+|accompagnant\w*|chauffeur|aidante?|auxiliaire|drives me|driver|carer"
    r"|(?:amener|venir avec|emmener) (?:mon|ma|mes|un|une) (?:mari|femme|conjoint\w*|fils"
    r"|fille|enfant\w*"
    r"|bebe|voisin\w*|ami\w*|copain|copine|stagiaire))\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:pas|plus|toutes?|tous|tou[st]e?s? les \w+) (?:etre )?(?:de |du |dans |d )"
    r"(?:(?:la |le )?memes?|ma|notre|mon) (?:\w+ )?(?:communes?|villages?|villes?|coins?"
    r"|collectivites?|intercommunalites?|mairies?)"
    r"|(?:(?:une?|d|des|autre|deux|plusieurs) )+(?:autres? |differente?s? )?"
    r"(?:communes?|villages?) (?:differente?s?|voisine?s?|d a cote)"
    r"|(?:d une?|une?|d) autres? (?:communes?|villages?|villes?|intercommunalites?)"
    r"|pas (?:ma|notre|sa) (?:commune|ville)"
    r"|(?:not|isn t|aren t) (?:from |in )?(?:the same|my|our) (?:town|village|commune)"
    r"|another (?:town|village|commune)|different (?:towns|villages|communes))\b"
)
"""« est-ce permis si on n’est pas de la même commune ? »."""


def asks_of_elsewhere(text: str) -> bool:
    """Whether it is asked if those who come may be of several communes."""
    stated, asked = sentences.parted(text)
    if any(_ELSEWHERE.search(normal(one)) and _WORRY.search(normal(one)) for one in asked):
        return True
    is_told = _ELSEWHERE.search(normal(stated)) is not None
    return is_told and any(len(one.split()) <= _SEEKS_A_NOD and worries(one) for one in asked)


_SEEKS_A_NOD = 8
"""Words of « ça pose pas de problème, ça ? », of what was told before."""


def worries(text: str) -> bool:
    """Whether words ask if something does harm, or is allowed."""
    return _WORRY.search(normal(text)) is not None


_UNACCOMPANIED = re.compile(
    r"\b(?:trouv\w+ personne|(?:personne|pas quelqu un|aucun\w*(?: \w+)?|pas (?:d|de)(?: \w+)?"
    r"|pas encore (?:d|de)(?: \w+)?"
    r"|sans|nobody|no one|not anyone)(?: \w+){0,3} (?:accompagn\w+|avec (?:moi|qui|nous)"
    r"|to come with"
    r"|with me)|sans accompagn\w+|pas (?:d|de) (?:collegue|binome|partenaire)s?|pas accompagnee?"
    r"|tout seul|toute seule|unaccompanied)\b"
)
"""« J’ai personne pour m’accompagner »: that is to come alone."""
_MEANING = re.compile(
    r"\b(?:c est quoi|c quoi|(?:ca|cela) (?:veut|veu|voulait) dire|ca signifie|signifi\w+"
    r"|qu est ce qu(?:e|il|)\b|kesako|vous (?:voulez|entendez)(?: \w+){0,2} (?:dire|par)"
    r"|vous dites|comprends? (?:pas|rien)|(?:pas|rien) compris|comprend(?:s)? (?:pas|mal)"
    r"|(?:je|on) (?:dois |doit )?(?:mets|met|mettre|marque|marquer|ecris|reponds|indique) quoi"
    r"|(?:sais|connais)"
    r" pas (?:\w+ ){0,3}(?:c est|ce que|mots?)|difference entre|explique\w*|(?:c est "
    r"|ce )mots?|definition"
    r"|what (?:is|does|do you)|meaning|difference between|i don t understand)\b"
)
_WORDS = (
    (Word.PARTY, re.compile(r"\b(?:binomes?|trinomes?|party of (?:two|three))\b")),
    (Word.TERRITORY, re.compile(r"\b(?:territoires?|territory)\b")),
    (
        Word.CATEGORY,
        re.compile(
            r"\b(?:categories?|titres?|qualites?|societe civile|civil society|capacity|category"
            r"|elue? (?:et|ou) (?:un )?agente?|agents?|technicien)\b"
        ),
    ),
    (
        Word.ORGANISATION,
        re.compile(r"\b(?:une|la|par|mot|comme|pour|the|an) (?:structures?|organisation)\b"),
    ),
    (Word.FUNCTION, re.compile(r"\b(?:fonctions?|function)\b")),
)
_EXPLAINED_AT_MOST = 24
"""Words of a sentence that asks what a word means; a longer one tells something."""
_WHAT_AM_I = re.compile(
    r"\b(?:quelle (?:case|categorie)|(?:la|quelle) case d\w+|je (?:suis|serais|compte comme|rentre"
    r"|viendrais)(?: \w+){0,4} (?:quoi|case|categorie)|what am i|which (?:one|box|category))\b"
)
_STAFF = re.compile(
    r"\b(?:pnr|parcs?|syndicats? (?:mixtes?|des? eaux|intercommuna\w+|de riviere)|mairies?"
    r"|communes?|intercommunalites?|comcom|cc"
    r"|communautes? de communes|collectivites?|departement|conseil departemental|petr|epci"
    r"|council|town hall)\b"
)
_CIVIL = re.compile(
    r"\b(?:associati\w+|assos?|benevol\w+|clubs?|gal|cld|conseil\w* de developpement|federation\w*"
    r"|mjc|centre\w* socia\w+|amicale\w*|comites?|collectifs?|cooperative\w*|union des"
    r"|syndicats? d"
    r"|chambres? d|aappma|amap|foyers? rura\w+|ong|tresori\w+|charit\w+|voluntary|volunteers?)\b"
)
# « éleveur » comes for civil society, but is no organisation: that is left open.
_DECIDED = {
    "elected": Category.ELECTED,
    "staff": Category.STAFF,
}
_NOT_ONLY = re.compile(
    r"\b(?:que|qu|seulement|reserve\w*|uniquement|only|pas|suis pas|juste?|surtout)"
    r" (?:pour |a |aux |au |for )?(?:des |les |the )?(?:gens des )?"
    r"(?:elue?s?|maires?|mairies|agents?|techniciens?|elected|staff|mayors)\b"
)
_MUST_BE = re.compile(
    r"\b(?:faut|doit|dois|devons|oblige\w*|absolument|reserve\w*|ni|suis pas|must|have to)"
    r"(?: (?:il|on|je|forcement|absolument|etre|be|a|aux?|d|an?))* (?:un |une )?(?:elue?s?|maires?"
    r"|agents?|techniciens?|elected|staff|mayors?)\b"
)
"""« faut être élu, ou un maraîcher ça marche ? »: that is not of the elected."""
_CONDITION = re.compile(
    r"\b(?:age|prerequis|niveau|diplome\w*|experience|conditions?|projet|competences?"
    r"|prerequisites?"
    r"|level|degree)\b"
)
_OPEN = re.compile(
    r"\b(?:a qui|pour qui|qui (?:peut|est|sont|vient)|quel(?:le|s|les)? (?:public|profil\w*"
    r"|gens)|who)\b"
)


def meaning(text: str) -> Word | None:
    """Which word of ours is to be explained: « un binôme, c’est quoi ? »."""
    sentence = normal(text).replace("?", " ")
    if len(sentence.split()) > _EXPLAINED_AT_MOST or not _MEANING.search(sentence):
        return None
    if _OF_OUR_QUESTION.search(sentence):
        return None
    return next((word for word, named in _WORDS if named.search(sentence)), None)


_OF_OUR_QUESTION = re.compile(
    r"\b(?:comprends?|compris) (?:pas|rien|mal) (?:a )?(?:votre|ta|la|cette|pourquoi) (?:question"
    r"|demande|vous)\b"
)
"""« Je ne comprends pas votre question : le territoire est… »."""


def only_asks_a_word(text: str) -> bool:
    """Whether nothing but the meaning of a word is asked: its words are no answer."""
    return meaning(text) is not None and not re.search(r"[@\d]", text)


def read(text: str) -> Eligibility:
    """What a question of who may come asks."""
    sentence = normal(text).replace("?", " ")
    category, word = _category(sentence), meaning(text)
    if word is None and category is None and _WHAT_AM_I.search(sentence):
        word = Word.CATEGORY
    is_unaccompanied = _UNACCOMPANIED.search(sentence) is not None
    must_be_several = _SEVERAL.search(sentence) is not None
    return Eligibility(
        word=word,
        is_alone=_ALONE.search(sentence) is not None or is_unaccompanied,
        must_be_several=must_be_several,
        category=None if must_be_several else category,
        is_from_afar=_AFAR.search(sentence) is not None,
        is_elsewhere=_ELSEWHERE.search(sentence) is not None,
        is_condition=_CONDITION.search(sentence) is not None,
        is_companion=_COMPANION.search(sentence) is not None and not is_unaccompanied,
        is_yes_or_no=_OPEN.search(sentence) is None and not _is_of_must(sentence),
    )


def _is_of_must(sentence: str) -> bool:
    """« Il faut être élu ? », and no word more of who would come."""
    rest = _MUST_BE.sub(" ", sentence).split()
    return _MUST_BE.search(sentence) is not None and len(rest) <= _SHORT_REST


_SHORT_REST = 3
_FARMERS = re.compile(
    r"\b(?:paysan\w*|agricult\w*|eleveu\w*|elevage|chevri\w*|chevres?|maraich\w*|vigneron\w*"
    r"|vaches?"
    r"|brebis|apicult\w*|exploitant\w*|gaec|fermes?|fermier\w*|farmers?|farms?|goats?|sheep)\b"
)
_LONG_ENOUGH = 6
"""Letters of a word that tells who somebody is; as many of it are compared."""


def is_among(text: str, *, categories: str) -> bool:
    """Whether those whom a question names are among those whom the day is for."""
    listed, sentence = normal(categories), normal(text).replace("?", " ")
    if "agricult" in listed and _FARMERS.search(sentence):
        return True
    stems = {one[:_LONG_ENOUGH] for one in listed.split() if len(one) >= _LONG_ENOUGH}
    rest = _MUST_BE.sub(" ", _NOT_ONLY.sub(" ", sentence)).split()
    return any(one[:_LONG_ENOUGH] in stems for one in rest if len(one) >= _LONG_ENOUGH)


def asks_of_a_companion(text: str) -> bool:
    """« Mon voisin me conduit, il peut entrer ? »: of somebody who is not registered."""
    sentence = normal(text)
    may = re.search(
        r"\b(?:peut|peux|pourra\w*|possible|droit|may|can|could|entrer|rester)\b", sentence
    )
    is_unaccompanied = _UNACCOMPANIED.search(sentence) is not None
    return may is not None and _COMPANION.search(sentence) is not None and not is_unaccompanied


def asks_of_oneself(text: str) -> bool:
    """« C’est laquelle, la case des paysans ? », « si je viens seule, ça pose problème ? »."""
    return any(_asks_of_oneself(one) for one in sentences.sentences(text))


def _asks_of_oneself(text: str) -> bool:
    sentence = normal(text)
    if _WHAT_AM_I.search(sentence) or _SEVERAL.search(sentence):
        return "?" in sentence or not _SEVERAL.search(sentence)
    if "?" not in sentence:
        return False
    if _WORRY.search(sentence) and _ALONE.search(sentence):
        return True
    if _MAY_ALL_THE_SAME.search(sentence):
        return True
    return _ARE_TAKEN.search(sentence) is not None and _category(sentence) is not None


_WORRY = re.compile(
    r"\b(?:risqu\w+|refus\w+|grave|gen(?:e|ant|erait)|embet\w+|derange\w*|problemes?|problem"
    r"|souci|welcome|okay|fine"
    r"|quand meme|autorise\w*|permis|possible|ok|(?:may|can|could) (?:i|we)|puis je"
    r"|(?:je|on) peu[xt]|ca (?:va|passe|marche)|c est bon|allowed|all right|accept\w+)\b"
)
_ARE_TAKEN = re.compile(
    r"\b(?:(?:may|can|could) (?!i |we |he |she |they )(?:\w+ ){1,4}(?:come|attend|join|take part)"
    r"|(?:est|sont)(?: \w+)? (?:concerne\w*|admis\w*|accepte\w*|bienvenu\w*)"
    r"|ca compte|je compte|(?:ai|aurai\w*) (?:\w+ ){0,3}ma place|(?:c est )?bon pour moi"
    r"|ca rentre|je rentre"
    r"|are (?:\w+ ){1,3}(?:welcome|accepted|concerned))\b"
)


_MAY_ALL_THE_SAME = re.compile(
    r"\b(?:(?:je|on|nous|i|we) (?:peu[xt]|pouvons|pourr\w+|can|may|could)|(?:peut|pourrait) on"
    r"|puis je"
    r"|(?:can|may|could) (?:i|we)|(?:ai|a|avons) (?:\w+ )?le droit de)(?: \w+){0,2} (?:venir"
    r"|participer"
    r"|assister|m inscrire|nous inscrire|come|attend|join|take part)(?: \w+){0,3}"
    r" (?:quand meme|malgre tout|malgre ca|tout de meme|all the same|anyway|though)\b"
    r"|\b(?:accept\w+|admis\w*|bienvenu\w*|welcome)(?: \w+)? (?:quand meme|malgre|tout de meme"
    r"|anyway)\b"
)
"""« Moi j’ai des chèvres, je peux venir quand même ? »."""


def _category(sentence: str) -> Category | None:
    """In what capacity they come who are asked about, where words tell it."""
    rest = _MUST_BE.sub(" ", _NOT_ONLY.sub(" ", sentence))
    marks = [found.value for found in FUNCTIONS.find(rest.split())]
    told = list(dict.fromkeys(_DECIDED[one] for one in marks if one in _DECIDED))
    if _CIVIL.search(rest):
        return Category.CIVIL
    if len(told) == 1:
        return told[0]
    return Category.STAFF if _STAFF.search(rest) and not told else None
