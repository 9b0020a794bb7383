"""Who writes: one of those who come, or somebody who registers others."""

import re
from collections.abc import Sequence

from bot.understanding.functions import is_function
from bot.understanding.normal import plain
from bot.understanding.results import Reading, Unclear, Understood

_NOT_COMING = re.compile(
    r"\b(?:je|j|moi je) (?:ne |n )?(?:(?:y )?(?:viens|vais|serai|participe|assiste) pas)\b"
    r"(?! (?:tout |toute )?seule?\b)"
    r"|\bje ne (?:participerai|viendrai|assisterai|serai) pas\b(?! (?:tout |toute )?seule?\b)"
    r"|\bne (?:viens|viendrai) pas moi meme\b"
    r"|\bsans moi\b|\bpas (?:pour )?moi(?! seule?)\b|\bje (?:ne )?fais que (?:les |l )?inscri\w+"
    r"|\bj (?:en )?inscris (?:seulement |juste )?(?:d )?(?:une? )?(?:autres?|mes|le|la|les|l|mon|ma"
    r"|nos|notre|quelqu un|ces|deux|trois|des)\b"
    r"|\bje (?:les|l) inscris\b|\bpour (?:le compte de|d autres|quelqu un d autre)\b"
    r"|\b(?:leur|son|sa|la|le|une?|as) (?:secretaire|assistante?)\b|^(?:secretaire|assistante?)\b"
    r"|\bi (?:am not|m not|won t be|will not be) (?:coming|there|attending)\b|\bnot me\b"
    r"|\bon behalf of\b|\bi (?:am|m) (?:only )?registering (?:others|them|someone|somebody)\b"
)
_NEITHER = re.compile(
    r"^(?:non|no|nope|ni l un|ni l une|aucun|aucune|none|neither|les autres|d autres|others?)\b"
)
_COMING = re.compile(r"\b(?:oui|yes|je viens|moi aussi|j y serai|aussi|i am|i m coming|me too)\b")
_RANKS = (
    re.compile(r"\b(?:1|1ere?|premiere?|first)\b"),
    re.compile(r"\b(?:2|2e|2eme|deuxieme|seconde?|second)\b"),
    re.compile(r"\b(?:3|3e|3eme|troisieme|third)\b"),
)


_COME = (
    r"(?:y )?(?:viens|viendrai|vais|irai|serai|participe|participerai|assiste|assisterai"
    r"|compte venir"
    r"|souhaite venir|figure)"
)
_STAYS_AWAY = re.compile(
    rf"\bje (?:ne |n )?{_COME} (?:pas|a aucun titre)\b"
    r"(?! (?:tout |toute )?(?:seule?|pour(?! l instant| le moment| ma part)|les"
    r"|que|sans|avant|a (?:pied|velo))\b)"
    r"|\bsans moi\b|\bpas moi meme\b|\bon behalf of\b|\bpour le compte de\b"
    r"|\bi (?:am not|m not|won t be|will not be) (?:coming|there|attending)\b"
    r"|\bje suis\b.{0,60}\b(?:et|mais) (?:je )?ne? ?(?:y )?(?:participerai|viendrai|serai"
    r"|assisterai|irai|viens|participe) pas\b"
    # « je n’en fais pas partie », « je ne suis pas du nombre »
    r"|\b(?:je |j )?n ?(?:en )?fais pas partie\b|\bje ne suis pas (?:du nombre|des leurs"
    r"|participante?"
    r"|parmi|dans la liste|inscrite?|concernee?)\b"
    r"|\bmoi meme n (?:etant|y) pas\b|\bmoi,? (?:je )?(?:ne )?viens pas\b|\bni moi\b"
    # « je n’effectue cette démarche que pour… », « je ne suis que le contact »
    r"|\bje n effectue\b.{0,40}\bque\b|\bje ne (?:fais|suis|sers)\b.{0,30}\bque (?:pour|le|la"
    r"|les|l|au nom"
    r"|cette|son|sa|leur|de)\b|\bsimples? (?:contact|intermediaire|secretaire)\b"
    r"|\bjuste (?:le |la )?(?:contact|secretaire|secretariat|intermediaire)\b"
    r"|\bjamais eu l intention de (?:venir|participer)\b|\bnot (?:one of them|taking part)\b"
    # « retirez-moi de la liste », « mon nom ne doit pas figurer »
    r"|\b(?:retir\w+|enlev\w+|supprim\w+|ot\w+|efface\w*|sort\w+)[ -](?:donc )?(?:moi|mon nom)\b"
    r"(?: de| d |.{0,20}(?:liste|participants|la$))|\bmon nom (?:ne doit|n a) pas?\b"
    r"|\bmon nom\b.{0,30}\b(?:en trop|pas parmi|n y|retire|enleve)\w*|\bremove (?:me"
    r"|my name) from\b"
    r"|\bje (?:ne )?fais que (?:les |l |le |la |leur )?(?:inscri\w+|ecrire|transmettre|relayer"
    r"|intermediaire|secretariat|administratif|paperasse|papiers)"
)
_REGISTERS_OTHERS = re.compile(
    r"\b(?:inscri(?:re|s|vez|rai|rais)|enregistre[rz]?)"
    r" (?:(?:seulement|juste|uniquement|donc|aussi) )*"
    r"(?P<whom>(?:notre|votre|nos|mon|ma|mes|le|la|les|l|un|une|deux|trois|\d|m|mr|mme|mlle"
    r"|monsieur|madame|mon sieur) (?:le |la )?(?P<work>\w+))"
    r"|\b(?:souhaite|souhaiterait|voudrait|aimerait|desire|veut) (?:y )?(?:participer|venir"
    r"|assister"
    r"|s inscrire)\b.{0,80}\b(?:l|le|la|les) inscri\w+"
    r"|\bc est pas (?:pour )?moi\b.{0,40}\binscri\w+"
    r"|\b(?:il )?(?:n )?y a (?:que|qu) (?:lui|elle|eux|elles) qui (?:vien\w+|particip\w+)"
)
_WISH = (
    r"(?:souhait(?:e|ent|erait|eraient)|voudrai(?:t|ent)|veut|veulent|aimerai(?:t|ent)|desire(?:nt)?"
    r"|desirerai(?:t|ent)|comptent?|tienne?nt|tient)"
)
_THEY_WISH = re.compile(
    rf"\b(?!(?:je|j|on|nous|tu|vous|i|we|qui) )\w+ {_WISH} (?:(?:y|bien|beaucoup|aussi|a) )*"
    r"(?:venir|participer|assister|s (?:y )?inscrire|etre (?:presente?s?|inscrite?s?|la|parmi))\b"
    r"|\b(?:m|mr|monsieur|madame|mme|le|la) (?:(?:le|la) )?\w+ (?:viendra|participera"
    r"|assistera|sera (?:present\w*|la)) (?:avec|accompagnee?|en compagnie)\b"
    r"|\b(?!(?:ca|cela|on) )\w+ (?:est|sont|serai(?:t|ent)) (?:tres |bien |vivement )?interess\w+"
    r" (?:par|a)\b"
)
_OF_ALL_OF_US = re.compile(
    r"\b(?:nous (?:venions|deux|trois|y|serons|sommes|participerons|participions)|on sera(?:it)?"
    r"|tous les (?:deux|trois)|toutes les (?:deux|trois)|notre venue|ensemble)\b"
)
_THEIR_REGISTRATION = re.compile(
    r"\b(?:l |une? |les |pour )?(?:pre)?inscriptions? (?:suivantes? |de |d |pour )+"
    r"(?P<whom>(?:mme|m|mr|mlle|monsieur|madame|notre|nos|mon|ma|mes) (?:le |la )?(?P<work>\w+))"
)
"""« procéder à l’inscription de M. Verdier, maire »: a registration that is another’s."""
_WITH_ME = re.compile(r"\b(?:et|avec|ainsi que) (?:moi|nous)\b|\bmoi (?:et|meme|avec)\b")
_TOO = re.compile(r"\b(?:aussi|egalement|ensuite|apres|puis|en plus|too|also|as well|then)\b")
_CIVILITIES = frozenset(["m", "mr", "mme", "mlle", "monsieur", "madame"])


def registers_others(text: str) -> bool:
    """« je voudrais inscrire notre président »: who writes tells but of others who come."""
    said = _PERHAPS.sub(" ", plain(text))
    found = _REGISTERS_OTHERS.search(said) or _THEIR_REGISTRATION.search(said)
    if found is None or _TOO.search(said) or _WITH_ME.search(said) or comes(text):
        return False
    work = found["work"]
    titled = work is not None and found["whom"].split()[0] in _CIVILITIES
    return work is None or titled or is_function([work]) or is_function([work.removesuffix("s")])


def others_wish(text: str) -> bool:
    """« Le maire souhaite venir avec son adjoint »: of who writes nothing is said."""
    said = _PERHAPS.sub(" ", plain(text))
    if _THEY_WISH.search(said) is None:
        return False
    is_of_us = any(one.search(said) for one in (_WITH_ME, _OF_ALL_OF_US, _WE_COME, _TOO))
    return not is_of_us


_LEAVES = re.compile(
    r"\b(?:plus|ne (?:peux|pourrai) (?:plus|pas (?:venir|etre|y|assister|participer))|empechee?"
    r"|finalement|annul\w+|malade)\b"
)


_INSTEAD = re.compile(
    r"\b(?:(?:a|en) (?:ma|mon|notre) (?:place|lieu)|rempla\w+|suppl\w+|plutot|instead|replac\w+"
    r"|sub(?:stitu\w+)?)\b"
)


def may_stay_away(text: str) -> bool:
    """Whether there is a word at all from which who writes does not come, or comes no more."""
    said = plain(text)
    is_said = does_not_come(text) or only_registers(text)
    return is_said or _LEAVES.search(said) is not None or _INSTEAD.search(said) is not None


_WE_COME = re.compile(
    r"\b(?:on|nous) (?:viendra\w*|viendr\w+|vient|venons|s inscrit|sera la|serons la)\b(?! pas)"
)
_COMES = re.compile(
    r"\b(?:je|j|jy|jvi\w*) ?(?:y )?(?:serai|viens|viendrai|viendrais|participe\w*|assistera\w*"
    r"|prendrai part"
    r"|m inscris|amene|ramene|emmene)\b(?! (?:pas|a aucun|de|du|d)\b)|\b(?:m inscrire|nous inscrire"
    r"|ns inscrire)\b"
    r"|\binscri(?:s|vez|re)? moi\b|\bma (?:venue|participation|presence)\b|\bmon (?:inscription"
    r"|souhait"
    r"|intention)\b|\bm accompagn\w+\b|\ben compagnie d\w*\b"
    r"|\bj aur\w+ (?:grand |le )*(?:plaisir|honneur) (?:a|de) (?:participer|assister|venir)\b"
    r"|\bavec moi\b|\ben ma compagnie\b|\bje me joins\b"
    r"|\bje? (?:voudrai\w*|souhait\w*|aimerai\w*|veux|desire\w*) (?:bien |y )?(?:venir"
    r"|participer|assister)\b"
    r"|\bi (?:d |would )?(?:like|love|want) to (?:come|join|attend|take part|register|sign up)\b"
    r"|\bi (?:ll|will)"
    r" (?:come|be there|join)\b|\b(?:i m|i am) coming\b|\baccompagnee? (?:de|par|d)\b"
)


_NOT_AS = re.compile(
    r"\b(?:(?:je|j['’]|on|nous|il|elle)\s)?(?:ne\s|n['’])?"
    r"(?:(?:viens|vient|venons|repr[ée]sente\w*) pas"
    r" (?:pour (?!raison|cause|des raisons|motif)|au (?:titre|nom) d|en tant qu|comme )"
    r"|(?:suis|est|sommes) pas (?:des? |du |d['’]|une? ))",
    re.IGNORECASE,
)


def without_capacity(text: str) -> str:
    """Take out « je ne viens pas pour la mercerie », « on n’est pas des élus »: they do come."""
    return _NOT_AS.sub(" ", text)


def only_registers(text: str) -> bool:
    """Whether who writes says that they are none of those who come, and never were to be.

    « Je ne viens plus » is another thing: they leave.
    """
    said = plain(without_capacity(text))
    is_said = bool(_STAYS_AWAY.search(said)) or registers_others(text)
    return is_said and not _LEAVES.search(said)


def is_who_stays_away(text: str, *, name: str) -> bool:
    """« je suis l’assistante, Claire Roux, je ne viens pas »: whether it is she who writes."""
    said, words = plain(without_capacity(text)), re.escape(plain(name))
    is_own = re.search(rf"\bje suis (?:\w+ ){{0,8}}{words}\b", said) is not None
    return is_own and stays_away(text)


def stays_away(text: str) -> bool:
    """Whether who writes says in so many words that they do not come."""
    return _STAYS_AWAY.search(plain(without_capacity(text))) is not None


def is_their_secretary(function: str | None, name: object) -> bool:
    """« c’est la secrétaire, j’inscris le maire »: who writes, and does not come."""
    return name is None and _SECRETARY.match(plain(function or "")) is not None


_SECRETARY = re.compile(r"(?:secretaire(?! general)|assistante?|secretariat)\b")


def comes(text: str) -> bool:
    """Whether who writes says that they come: « je serai accompagné de », « ma participation »."""
    said = _PERHAPS.sub(" ", plain(text))
    return bool(_COMES.search(said)) and not _STAYS_AWAY.search(said)


_PERHAPS = re.compile(
    r"\b(?:je|j|i) (?:\w+ ){0,2}?(?:viendrai|serai|viens|participerai|come|might)(?: \w+){0,2}?"
    r" (?:peut etre|eventuellement|sans doute|maybe|perhaps)\b(?: \w+)?"
    r"|\b(?:peut etre|eventuellement|maybe|perhaps) que je (?:viendrai|serai|viens)\b"
)
"""« je viendrai peut-être aussi »: not yet."""


def we_come(text: str) -> bool:
    """Whether who writes says that they come, with others perhaps: « on viendrait »."""
    return comes(text) or _WE_COME.search(plain(text)) is not None


def does_not_come(text: str) -> bool:
    """Whether somebody says that they register others and do not come: « j’inscris deux élus »."""
    return _NOT_COMING.search(plain(without_capacity(text))) is not None


def read(text: str, people: Sequence[str]) -> Reading[int]:
    """Read which of the people, by their whole names, writes: their place from 1 on; 0: none.

    Unclear: « which » (they come, but which of them are they?), « no_answer ».
    """
    said = plain(text)
    if does_not_come(text):
        return Understood(0)
    found = _named(said, people)
    if len(found) == 1:
        return Understood(found[0])
    if _NEITHER.search(said):
        return Understood(0)
    if _COMING.search(said):
        return Understood(1) if len(people) == 1 else Unclear("which")
    return Unclear("no_answer")


def _named(said: str, people: Sequence[str]) -> list[int]:
    """The places of those who are named, or whose rank is said."""
    words = set(said.split())
    named = [set(plain(name).split()) for name in people]
    whole = [place for place, name in enumerate(named, 1) if name and name <= words]
    ranks = [place for place, rank in enumerate(_RANKS[: len(people)], 1) if rank.search(said)]
    return whole or [place for place, name in enumerate(named, 1) if name & words] or ranks
