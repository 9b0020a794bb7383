"""What a few cue words ask for sure, so that nothing need be learnt of it."""

import re
from collections.abc import Callable, Sequence

from bot.understanding import (
    asides,
    aspects,
    assurances,
    complaints,
    concerns,
    diets,
    eligibility,
    fellows,
    openings,
    partly,
    payment,
    reasons,
    rulings,
    sentences,
    wishes,
)
from bot.understanding.asides import Aside
from bot.understanding.concerns import Concern
from bot.understanding.event_names import EventNames
from bot.understanding.fellows import Fellows
from bot.understanding.intents import Intent
from bot.understanding.normal import normal

_ASIDES = {
    Aside.LANGUAGE: Intent.OTHER_QUESTION,
    Aside.REMAINING: Intent.HELP,
}


_IS_ASKED = re.compile(
    r"\?|\b(?:demand\w+|comment|faut|prenez|acceptez|peut|savoir|how|do you)\b", re.I
)
"""What marks that it is asked how to pay, and not told."""


_LEARNT = re.compile(
    r"\b(?:handicap\w*|malvoyant\w*|aveugles?|malentendant\w*|sourde?s?|fauteuil|beq?uilles?"
    r"|chien guide|pmr|wheelchair|appu\w+|perdue?s?|listes? d attente|waiting list|feu vert"
    r"|(?:en|j en|on en|nous en) (?:retire\w*|tire\w*|gagne\w*|attend\w*))\b"
)
"""What these words are about is learnt, whatever else a sentence asks in so many words."""


_WANTS_PROGRAMME = re.compile(
    r"\b(?:donn\w+|redonn\w+|envoy\w+|montr\w+|revoir|voir|voul\w+|voudrais|veux|veut|avoir"
    r"|recevoir|lire|manque) (?:\w+ ){0,3}?le programme\b(?! leader)"
    r"|^(?:\w+ ){0,3}?(?:et |mais )?le programme(?: (?:aussi|svp|s il (?:vous|te) plait|merci))+$"
)


_TOLD_SO = re.compile(
    r"\b(?:on m a dit|j ai (?:lu|entendu|vu)|il parait|parait que|apparemment|on (?:me"
    r"|nous) (?:dit|parle)|je parle"
    r"|vrai ou faux|they (?:told|said)|i (?:was told|heard|read)|true or false)\b"
)
_COSTS = re.compile(r"\b(?:prix|tarif\w*|euros?|payant\w*|gratuit\w*|cout\w*|price|costs?|free)\b")
_IS_ON = re.compile(r"\b(?:le|c etait le|on the) \d{1,2}\b|\b(?:date|jour)\b")


def _told_so(said: str) -> Intent | None:
    """« On m’a dit que c’était le 25 »: what somebody heard is put right by what is so."""
    if not _TOLD_SO.search(said):
        return None
    if _COSTS.search(said):
        return Intent.PRICE
    return Intent.DATE if _IS_ON.search(said) else None


_OF_COMPANIONS = frozenset({Concern.RECEIVES, Concern.TOLD, Concern.OPENED, Concern.MUST_DO})


_BRINGS = re.compile(
    r"\b(?:what|which things|anything|something|stuff)\b(?: \w+){0,7} bring\b"
    r"|\bbring (?:something|anything|along|with)\b(?! (?:me )?(?:a|my|some|somebody|someone)\b)"
)


def _asks_what_to_bring(text: str) -> bool:
    """“What do I have to bring with me?”: things, and not somebody."""
    said = normal(text)
    return "?" in text and _BRINGS.search(said) is not None and not _A_PERSON.search(said)


_A_PERSON = re.compile(
    r"\b(?:friend|colleague|wife|husband|somebody|someone|child\w*|dog|eat|food"
    r"|lunch|drink\w*|meal)\b"
)


_SAID: Sequence[tuple[Callable[[str], bool], Intent]] = (
    (openings.asks_number, Intent.SEATS),
    (eligibility.asks_of_a_companion, Intent.AUDIENCE),
    (diets.is_diet, Intent.MEAL),
    (lambda text: payment.is_asked(text) and bool(_IS_ASKED.search(text)), Intent.PRICE),
    (lambda text: "?" in text and partly.comes_early(text), Intent.HOURS),
    (_asks_what_to_bring, Intent.DOCUMENTS),
    (wishes.asks_how_to_tell, Intent.CANCEL),
    (wishes.asks_to_add_later, Intent.CHANGE),
    (lambda text: concerns.read(text) in _OF_COMPANIONS, Intent.MINE),
    (lambda text: assurances.read(text) is not None, Intent.MINE),
    (eligibility.asks_of_oneself, Intent.AUDIENCE),
)
"""What is asked where one of these finds its words, the first that does."""


_HAVE_THE_ADDRESS = re.compile(
    r"\b(?:avez vous|vous avez|tu as|as tu|connaissez vous|vous connaissez|savez vous|have you got"
    r"|do you have|on a|a t on) (?:(?:enfin|bien|maintenant|deja|donc|du coup|now) )*(?:l|the)"
    r" (?:adresse|address)\b(?! (?:e?mails?|e mails?|electronique|courriel|mel|de (?!la (?:salle"
    r"|journee|rencontre)|l accueil)|d(?!u)|du (?!lieu|foyer)))"
)
"""« avez-vous l’adresse maintenant ? »: the day’s."""


def _asks_for_the_address(text: str) -> bool:
    return _HAVE_THE_ADDRESS.search(normal(text)) is not None


_FIRST: Sequence[tuple[Callable[[str], bool], Intent]] = (
    (lambda text: rulings.read(text) is not None, Intent.AUDIENCE),
    (reasons.asks_of_ours, Intent.PRIVACY),
    (aspects.books_a_meal, Intent.MEAL),
    (aspects.asks_if_parking_costs, Intent.ACCESS),
    (aspects.brings_a_meal, Intent.MEAL),
    (aspects.joins, Intent.PLACE),
    (_asks_for_the_address, Intent.PLACE),
    (aspects.asks_when_it_is_told, Intent.PLACE),
    (aspects.asks_when_known, Intent.OTHER_QUESTION),
    (aspects.is_of_a_part, Intent.HOURS),
    (openings.asks_number, Intent.SEATS),
    (asides.asks_only_if_here, Intent.DATE),
)
"""What is asked where one of these finds its words, whatever was learnt of them."""


_LONGEST = 600
"""Characters of a text that are looked at: what is asked plainly is asked in fewer."""


_OF_FELLOWS = {
    Fellows.NUMBER: Intent.SEATS,
    Fellows.NEAR: Intent.PRIVACY,
    Fellows.WHO: Intent.PRIVACY,
}


def first(text: str, *, organiser: bool = False) -> Intent | None:
    """What words ask that the learnt model is not asked about; None: they do not."""
    text = text[:_LONGEST]
    if not organiser and (asked := fellows.read(text)) is not None:
        return _OF_FELLOWS[asked]
    return next((intent for is_said, intent in _FIRST if is_said(text)), None)


def read(text: str, names: EventNames, *, organiser: bool) -> Intent | None:
    """What a few cue words ask for sure, so that nothing need be learnt; None: they do not."""
    if eligibility.asks_of_elsewhere(text):
        return Intent.AUDIENCE
    text = " ".join(sentences.parted(text)[1]) or text
    without_names = names.stand_in(normal(text))
    if _LEARNT.search(without_names):
        return None
    if _WANTS_PROGRAMME.search(without_names):
        return Intent.PROGRAMME
    if (told_so := _told_so(without_names)) is not None:
        return told_so
    if eligibility.meaning(without_names) is not None:
        return Intent.AUDIENCE
    for is_said, intent in _SAID:
        if is_said(text):
            return intent
    aside = asides.read(text)
    if aside in _ASIDES:
        return _ASIDES[aside]
    return Intent.HUMAN if complaints.is_all(text, names) else None


def without_blame(text: str) -> str:
    """What is asked, without what is said of the bot: « Vous répondez pas. Il peut venir ? »."""
    every = sentences.sentences(text)
    rest = [one for one in every if not complaints.is_blaming(one)]
    is_asked = any(one.endswith("?") for one in rest)
    return " ".join(rest) if is_asked and len(rest) < len(every) else text
