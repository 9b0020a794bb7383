"""What a clause asks about by the words in it: « le parking », « qui anime »."""

import re
from collections.abc import Sequence, Set

from bot.understanding.intents import Intent
from bot.understanding.normal import READ_AT_MOST, normal

_CUES = (
    (
        Intent.ACCESS,
        r"parkings?|parcking|se gar\w+|gare[rz]|stationne\w*|(?:la|une|de) gare\b(?! de peage)"
        r"|garer|covoitur\w*|itineraires?|plan (?:d acces|pour (?:venir|y aller)|de situation)"
        r"|navettes?|en train|en bus|(?:un|des) cars?|par (?:le )?train"
        r"|parking|car park|park(?: the)? (?:my|our|car)|train station|carpool\w*|car share"
        r"|lift from",
    ),
    (
        Intent.MEAL,
        r"repas|dejeuner|dejeune|mange (?:quoi|ou|sur|ensemble|la)|on mange|a manger"
        r"|casse croute|pique niques?|buffet|cantine|lunch|sandwich\w*",
    ),
    (
        Intent.PRICE,
        r"(?:ca |cela |il |c )?coute\w*|payant\w*|gratuit\w*|tarifs?|le prix|quel prix"
        r"|combien (?:ca (?:fait|coute|vaut)|c est|je vous dois|on doit)"
        r"|(?:faut|doit on|il y a a) payer (?:quelque chose|qqch|un truc)"
        r"|^(?:et |mais )?(?:c est|c|ca fait) combien$"
        r"|how much|free of charge|the (?:price|fee|cost)|(?:does|will) (?:it|this) cost"
        r"|is (?:it|this) free",
    ),
    (
        Intent.DATE,
        r"(?:c est|ca a lieu|ca se passe|ca tombe|a lieu) quand(?! meme| la | le | que)"
        r"|^(?:\w+ ){0,2}?(?:quel jour|quelle date|la date)(?! limite| de cl| d inscr)"
        r"|^(?:and )?when is (?:it|this|the day)(?: please)?$|^(?:what|which) (?:day|date) is it$",
    ),
    (
        Intent.ORGANISER,
        r"qui (?:est|c est|se cache|se trouve|y a t il|il y a)? ?derriere|qui (?:organise"
        r"|est ce qui organise)|(?:c est|est ce) (?:organise par )?qui(?: qui organise)?$"
        r"|who (?:is behind|organi[sz]es|is organi[sz]ing)",
    ),
    (
        Intent.PROGRAMME,
        r"^(?:\w+ ){0,3}?(?:c est quoi|(?:en )?quoi (?:ca )?consiste(?: t elle)?|what is it)"
        r"(?: (?:exactement|au juste|au fait|donc|alors|deja|cette|la|votre|ce|truc|journee"
        r"|rencontre|about|exactly))*$",
    ),
    (
        Intent.SPEAKERS,
        r"qui (?:anime\w*|intervien\w*|parle\w*|presente\w*)|les intervenants?|l animat\w+"
        r"|who (?:runs|leads|speaks|is (?:speaking|leading|running))|the speakers?",
    ),
    (
        Intent.SEATS,
        r"reste (?:t il )?(?:encore )?(?:des|de la|beaucoup de|une|combien de|assez de) places?"
        r"|(?:des|de la) places? (?:libres?|restantes?|dispo\w*)|encore (?:des|de la) places?"
        r"|(?:any|seats?|places?) (?:left|available)",
    ),
    (
        Intent.PROGRAMME,
        r"le programme|quoi au programme"
        r"|(?:le|un) deroule\w*|l ordre du jour|the (?:programme|program|agenda)",
    ),
    (
        Intent.CONTACT,
        r"(?:nom|numero|numeros|telephone|tel|coordonnees|mail) (?:\w+ )?(?:de|du|des|pour)"
        r" (?:la |l |le |les |vous |une? )?(?:dame|monsieur|personne|contact|organis\w+|equipe"
        r"|responsable|joindre|appeler|contacter)"
        r"|(?:phone|number|contact)(?: \w+){0,3} (?:the )?(?:organis\w+|team)"
        r"|(?:dame|personne|monsieur|numero) (?:a|que je dois|qu on peut) (?:appeler|joindre"
        r"|contacter)|anyone (?:i|we) can (?:ask|call|talk)",
    ),
    (
        Intent.PLACE,
        r"(?:l|d) adresse (?:exacte|precise|postale|du lieu|de la (?:salle|journee|reunion))"
        r"|l adresse"
        r"|ladresse|quelle adresse|quelle salle|(?:quel|a quel|en quel|dans quel) (?:lieu|endroit)"
        r"|(?:what|which) place|where (?:exactly )?(?:do|should) we|oou"
        r"|(?:c est|c|ca se passe|a lieu) ou(?: (?:exactement|precisement|deja)|$)"
        r"|ou c$|ou (?:c est|se trouve|se situe|est ce que c est)"
        r"|where is (?:it|the)|which room|the address|le lieu",
    ),
    (
        Intent.HOURS,
        r"(?:a )?quelle heure|l heure|les horaires|quels horaires|(?:ca|cela|on) (?:finit|termine"
        r"|se termine|fini|commence) (?:tot|tard)|(?:c est|ca) ouv\w+(?! aux?\b| pour)"
        r"|ouvr\w+ (?:a|avant|quand)"
        r"|(?:ca|cela|on) (?:commence"
        r"|finit|termine|se termine|fini) (?:a |vers )?(?:quand|quelle)"
        r"|quand (?:est ce que )?(?:ca|cela|on|la journee)"
        r" (?:commence|debute|demarre|finit|termine)"
        r"|(?:what|which) time|when (?:does|do) (?:it|the day|we|things) (?:start|begin|end"
        r"|finish|wrap)|wrap\w* up",
    ),
)
_READ = tuple((intent, re.compile(rf"\b(?:{cues})\b")) for intent, cues in _CUES)
_WHERE = re.compile(r"(?<!cas )\boù\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,.;:!?…\n]+|\b(?:et|é|puis|pis|ou bien|sinon|ainsi que|and|also)\b", re.IGNORECASE
)
_PLACE_OR_HOURS = frozenset({Intent.PLACE, Intent.HOURS})
_OF_THE_MEAL = re.compile(r"\b(?:repas|dejeune\w*|manger|mange|lunch|eat)\b")


def asked(text: str) -> Sequence[Intent]:
    """What the clauses of a text ask about, in the order in which they are said."""
    found: list[Intent] = []
    for clause in _CLAUSE.split(_WHERE.sub("oou", text[:READ_AT_MOST])):
        said = normal(clause)
        cued = [intent for intent, cues in _READ if cues.search(said)]
        if len(cued) > 1:
            cued = [one for one in cued if one not in _PLACE_OR_HOURS]  # « où se garer »
        found += cued[:1]
    return tuple(dict.fromkeys(found))


def beside(found: Sequence[Intent], text: str, *, is_sure: bool) -> tuple[Intent, ...]:
    """What was found, or only likeliest, with what clauses name besides; empty: nothing more."""
    cued, parks = [*asked(text)], _PARKS.search(normal(text)) is not None
    if _IS_PARKING_FREE.search(normal(text)) and {*found, *cued} <= {Intent.ACCESS, Intent.PRICE}:
        return (Intent.ACCESS,)
    if not is_sure:
        is_likely = {*cued} & {*found} and ({*cued} != {Intent.ACCESS} or parks)
        return tuple(cued) if is_likely or len(cued) > 1 else ()
    if cued == [Intent.CONTACT] and not any(is_plausible(text, one) for one in found):
        return tuple(cued)
    is_beside = len(cued) > 1 or _is_in_another(text, {*cued} - {Intent.PLACE})
    if not cued or not is_beside or not found or not {*found} <= OF_THE_DAY:
        return ()
    if {*found} <= {*cued}:
        return tuple(cued)  # in the order asked
    return tuple(dict.fromkeys([*found, *cued]))


def _is_in_another(text: str, cued: Set[Intent]) -> bool:
    """Whether another clause asks than the one whose words tell: « combien de places ? et … »."""
    clauses = [one for one in _CLAUSE.split(text[:READ_AT_MOST]) if len(one.split()) > 2]
    return (
        bool(cued)
        and len(clauses) > 1
        and any(not {*asked(one)} & cued for one in clauses[:_CLAUSES])
    )


_IS_PARKING_FREE = re.compile(
    r"\b(?:gratuit|payant)e?s?(?: \w+){0,2} (?:se gar\w+|garer|parkings?|stationn\w+)\b"
    r"|\b(?:se gar\w+|garer|parkings?|stationnement)(?: c)? est (?:il )?(?:gratuit|payant)\b"
)
_PARKS = re.compile(r"\b(?:park\w*|parcking|se gar\w+|garer|stationn\w*)\b")
_CLAUSES = 4
"""Clauses of a text that are looked at."""
OF_THE_DAY = frozenset(
    {
        Intent.HOURS,
        Intent.PLACE,
        Intent.ACCESS,
        Intent.PROGRAMME,
        Intent.AUDIENCE,
        Intent.SPEAKERS,
        Intent.ORGANISER,
        Intent.SEATS,
        Intent.CONTACT,
        Intent.PRICE,
        Intent.MEAL,
        Intent.DATE,
        Intent.DOCUMENTS,
        Intent.OBJECTIVES,
        Intent.LODGING,
        Intent.CERTIFICATE,
        Intent.ACCESSIBILITY,
        Intent.REMOTE,
        Intent.OTHER_SESSION,
        Intent.OTHER_QUESTION,
        Intent.DEADLINE,
    }
)
"""What a second question may stand beside."""


def hour_of_the_meal(text: str) -> bool:
    """Whether it is when one eats that is asked: « à quelle heure on déjeune ? »."""
    clauses = [normal(clause) for clause in _CLAUSE.split(text[:READ_AT_MOST])]
    return any(_HOUR.search(one) and _OF_THE_MEAL.search(one) for one in clauses)


_HOUR = re.compile(r"\b(?:quelle heure|l heure|quand|what time|when)\b")


# ---- words without which a suggestion is not plausible

_NEEDED = {
    Intent.AUDIENCE: r"ven\w+|vien\w*|viendr\w*|particip\w*|assist\w*|droit|ouver\w*|reserv\w*"
    r"|publics?|adress\w*|destin\w*|concern\w*|admis\w*|accept\w*|autoris\w*|permis\w*"
    r"|interdit\w*|inscri\w*|seule?s?|solo|invit\w*|convi\w*|emmen\w*|amen\w*|entr\w*"
    r"|places?|cibl\w*|eligib\w*|bienvenu\w*|qui|pour (?:l|le|la|les|des|un|une|tout\w*|moi"
    r"|nous)|que (?:l|le|la|les|des)|faut|obligat\w*|oblige\w*|doi\w+|binomes? (?:c est|ca)"
    r"|veut dire|signifi\w*|case|titre|condition\w*|profil\w*|age|niveau|prerequis|expliqu\w*"
    r"|come|coming|attend\w*|open|allowed|who\w*|for|join|take part|welcome|alone|bring|part of"
    r"|mean\w*|only|need\w*|must|accompagn\w*|embet\w*|gen(?:e|ant)\w*|ennuy\w*|compte?s?"
    r"|rentre\w*|valable"
    r"|quand meme|possible (?:pour|de|si|que)|besoin|suffi\w*|sans|personne|region\w*"
    r"|je serais?|je serai|je compte|je rentre|suis je|am i",
    Intent.LODGING: r"dor[mst]\w*|hotels?|heberg\w*|log\w+|nuit\w*|chambres?|gites?|camping\w*"
    r"|la veille"
    r"|sleep\w*|stay\w*|overnight|rooms?|b b",
    Intent.CANCEL: r"annul\w*|desist\w*|empech\w*|vien\w* (?:plus|pas)|peu\w* (?:plus|pas)|pourr\w*"
    r" (?:plus|pas)|malades?|renonc\w*|absent\w*|nulle?|retir\w*|enlev\w*|cancel\w*|can t"
    r"|cannot|won t|withdraw\w*|raye\w*|desinscri\w*|ne vien\w*|impossible|forfait|grippe\w*"
    r"|retenue?|conge\w*",
    Intent.OTHER_SESSION: r"autres?|prochaine?\w*|dates?|fois|annee|session\w*|rattrap\w*|report\w*"
    r"|refaire|another|next|again|other|later",
    Intent.HOURS: r"heures?|horaires?|quand|tot|tard|temps|commenc\w*|fini\w*|termin\w*|dur\w*"
    r"|matin"
    r"|soir\w*|midi|\d{1,2} ?h|part\w*|arriv\w*|time|when|early|late|start\w*|end\w*|finish\w*"
    r"|until|wrap|long",
    Intent.ACCESSIBILITY: r"acces\w*|handicap\w*|fauteuil\w*|roulant\w*|pmr|escaliers?|marches?"
    r"|canne"
    r"|bequilles?|mobilite|ascenseur|plain pied|sourd\w*|malvoyant\w*|aveugle|wheelchair|disab\w*"
    r"|access\w*|stairs|steps|elevator|deaf|walk\w*|pousset\w*",
    Intent.REMOTE: r"visio\w*|distance|distanciel|en ligne|zoom|teams|webinaire|retransm\w*"
    r"|filme\w*"
    r"|enregistre\w*|replay|remote\w*|online|video\w*|stream\w*|recorded",
    Intent.MEAL: r"mang\w*|repas|dejeun\w*|midi|viande|vegeta\w*|gluten|cafe|pause|buffet|restau\w*"
    r"|cantine|pique|sandwich\w*|traiteur|faim|lunch|meal|eat\w*|food|coffee|diet\w*|allerg\w*"
    r"|porc|halal|casher|boire|casse|regimes?|aliment\w*",
    Intent.PRICE: r"prix|pay\w*|cout\w*|tarif\w*|gratuit\w*|euros?|argent|cher|frais|factur\w*"
    r"|regl\w*"
    r"|combien|carte|cheque|especes|liquide|price|cost\w*|free|fee\w*|much|money|sous|balles"
    r"|devis|rembours\w*",
    Intent.WAITING_LIST: r"attente|complet\w*|plein\w*|place\w*|liste|waiting|full|seats?",
    Intent.SPEAKERS: r"anim\w*|interv\w*|parle\w*|qui|orat\w*|expert\w*|speak\w*|who|lead\w*"
    r"|talk\w*",
    Intent.ACCESS: r"ven\w*|vien\w*|all\w+|gare\w*|train\w*|bus|cars?|voitures?|park\w*|stationn\w*"
    r"|covoit\w*|route|rout\w*|trajet|navette|chemin|loin|velo|acced\w*|acces|autoroute|garer?"
    r"|come|get|reach|drive|travel|station|transport\w*|plan",
}
_PLAUSIBLE = {intent: re.compile(rf"\b(?:{cues})\b") for intent, cues in _NEEDED.items()}


_OF_SOMEBODY = re.compile(
    r"\b(?:est|sont|suis) passee?s?\b|\b(?:ma|sa|la|les) fonctions?\b|^(?!.*\b(?:ou|adresse|lieu"
    r"|salle|endroit|where)\b).*\b(?:chez (?:moi|nous)|adjointe?s?|conseill\w+|presidente?s?)\b"
)
"""« il est passé où ? », « chez moi, c’est adjoint aux bâtiments »: no question about the place."""


def is_plausible(text: str, intent: Intent) -> bool:
    """Whether a text may be about this at all: « où dormir » is not proposed of anything."""
    if intent is Intent.PLACE and _OF_SOMEBODY.search(normal(text)):
        return False
    needed = _PLAUSIBLE.get(intent)
    return needed is None or needed.search(normal(text)) is not None


_NAMED = {
    Intent.HELP: r"aid\w+|help|savez|sais|sait|faites|fais|peux|pouvez|pourriez|sert|menu|comment"
    r"|capable|perdue?|comprends?",
    Intent.ORGANISER: r"organis\w*|qui|derriere|associations?|structures?|who|asso|equipe|vous",
    Intent.OBJECTIVES: r"pourquoi|but|objectif\w*|sert|interet\w*|theme\w*|sujet\w*|quoi|apport\w*"
    r"|why|goal\w*|parl\w*|questions?|attend\w*|journee|what|about|gagn\w*|retir\w*|que|contenu",
}
_NEAR = {intent: re.compile(rf"\b(?:{cues})\b") for intent, cues in _NAMED.items()}


def is_worth_proposing(text: str, intent: Intent) -> bool:
    """Whether something in a text that was not understood points to this: not « qui organise »."""
    near = _NEAR.get(intent)
    return is_plausible(text, intent) and (near is None or near.search(normal(text)) is not None)
