"""The words of functions: elected people, staff, organised civil society.

Written in the normal form. The names of organisations alone decide nothing: one can be elected, or
employed, at a « conseil général ».
"""

from typing import Literal

from bot.understanding.lexicon import Lexicon
from bot.understanding.normal import vocabulary

Mark = Literal["elected", "staff", "civil", "vague", "former"]

_ELECTED = (
    "elu|elue|elus|elues (e)",
    "elected (official|representative|member)",
    "deputy|vice mayor",
    "alderman|councilwoman|councilman|mp",
    "maire|mairesse",
    "mayor",
    "councillor|councilor",
    "adjoint|adjointe|adj|adjte|adjt (e)",
    "adjoint|adjointe au|du|a|de (la) maire",
    "conseiller|conseillere municipal|municipale|communautaire|departemental|departementale",
    "conseiller|conseillere regional|regionale|general|generale|metropolitain|metropolitaine",
    "conseiller|conseillere delegue|deleguee|syndical|syndicale|d opposition",
    "depute|deputee|senateur|senatrice|elu|elue (local|locale)",
    "president|presidente|vp|vice _ communaute|agglomeration|agglo|metropole|epci|interco*",
    "president|presidente|vp|vice _ "
    "cc|ccpr|comcom|departement|syndicat|parc|pnr|scot|sivom|petr|pays",
    "president|presidente|vp|vice _ conseil general|regional|departemental|communautaire",
    "vp|vice (president) _ agriculture|culture|tourisme|economie|finances|urbanisme|environnement",
)
_STAFF = (
    "agent|agente|agents (e)",
    "technicien*",
    "technician|technicians",
    "technique*",
    "fonctionnaire",
    "staff|employee|officer|official",
    "civil|public servant",
    "project|policy|development manager|officer|lead|coordinator",
    "town|council|parish clerk",
    "work|works|working for|at|in (the) (local|county|town|city|parish) council|park"
    "|authority|mairie",
    "atsem|policier|policiere|bibliothecaire",
    "salarie|salariee _ mairie|commune|communaute|departement|region|parc|collectivite|syndicat",
    "charge|chargee (de) mission|missions|projet|projets|developpement|communication|cooperation",
    "charge|chargee de com|comme",
    "employe|employee communal|communale|municipal|municipale|territorial|territoriale",
    "charge|chargee d|de etudes|etude|animation|accueil",
    "chef|cheffe (de) projet|service|pole",
    "chef|cheffe du|de|des (la) service|services|pole|departement|unite|bureau|secteur|cabinet",
    "chargee|charge|cm (de) mission",
    "animateur|animatrice",
    "directeur|directrice|dg|dga|dgs|dgst|drh|dac",
    "adjoint|adjointe administratif|administrative|technique|territorial|territoriale",
    "adjoint|adjointe d|de animation|direction",
    "adjoint|adjointe au|du|de (la) directeur|direction|dgs|chef|responsable",
    "responsable",
    "secretaire|sec|secr de|general|generale (mairie)",
    "secretaire",
    "assistant|assistante",
    "attache|attachee|redacteur|redactrice",
    "ingenieur|ingenieure",
    "coordinateur|coordinatrice|coordonnateur|coordonnatrice",
    "developpeur|developpeuse",
    "urbaniste|geomaticien|geomaticienne|instructeur|instructrice",
    "agent|agente de developpement",
    "conseiller|conseillere agricole|technique|en|info*",
    "mediateur|mediatrice",
    "gestionnaire|comptable",
    "garde champetre",
    "fontainier|fontainiere|cantonnier|cantonniere|egoutier",
    "cadre territorial|territoriale",
    "stagiaire|apprenti|apprentie",
    "(je) bosse|travaille|taf|employe|employee _ "
    "mairie|commune|conseil|communaute|departement|region",
    "(je) bosse|travaille|taf|employe|employee _ parc|pnr|agglo|collectivite|syndicat|cc|metropole",
)
_CIVIL = (
    "societe civile (organisee)",
    "civil society",
    "citoyen|citoyenne|habitant|habitante|riverain|riveraine",
    "benevole|militant|militante|volunteer|volunteers|charity|ngo",
    "farmer|shopkeeper|entrepreneur",
    "treasurer|chair|president|secretary _ association|charity|club",
    "associatif|associative",
    "representant|representante|porte d|des|de|du (parole) (des) habitants|usagers"
    "|riverains|parents",
    "association|asso|associations|ong|collectif",
    "membre _ cld|conseil|codev|association|asso|collectif",
    "president|presidente|vp|vice|tresorier|tresoriere|secretaire|directeur|directrice _ "
    "association|asso|assoc|club|collectif|comite|cld|codev|union|amicale|federation",
    "animateur|animatrice|salarie|salariee|coordinateur|coordinatrice _ association|asso|club",
    "tresorier|tresoriere",
    "conseil (local) de developpement",
    "cld|codev",
    "club d|des|de entreprises|entrepreneurs",
    "entrepreneur|entrepreneuse|entrepreneure|chef|cheffe|dirigeant|dirigeante (d) (entreprise)",
    "gerant|gerante|artisan|artisane|commercant|commercante|commercants",
    "maraicher|maraichere|vigneron|vigneronne|apiculteur|apicultrice|boulanger|boulangere|boucher",
    "bouchere|fromager|fromagere|arboriculteur|arboricultrice|horticulteur|cultivateur|cultivatrice",
    "chevrier|chevriere|berger|bergere|aubergiste|hotelier|hoteliere|cafetier|cafetiere|epicier",
    "epiciere",
    "agriculteur|agricultrice|exploitant|exploitante|eleveur|eleveuse|paysan|paysanne|viticulteur",
    "hotelier|hoteliere|restaurateur|restauratrice|consultant|consultante|independant|independante",
    "retraite|retraitee|syndicaliste",
)
# These say nothing sure by themselves.
_VAGUE = (
    "president|presidente|pdt|pdte|vp|vice (president|presidente|pdt|pdte)",
    "president|presidente du|de|d gal|groupe",
    "conseiller|conseillere",
    "membre|delegue|deleguee|administrateur|administratrice|referent|referente",
)
_FORMER = ("ancien|ancienne|ex|honoraire|former|futur|future|candidat|candidate|retraite",)


def _marks() -> dict[str, Mark]:
    """Give every expression with what it marks."""
    tables: tuple[tuple[Mark, tuple[str, ...]], ...] = (
        ("vague", _VAGUE),
        ("elected", _ELECTED),
        ("staff", _STAFF),
        ("civil", _CIVIL),
        ("former", _FORMER),
    )
    return {expression: mark for mark, table in tables for expression in table}


FUNCTIONS = Lexicon[Mark](_marks())
"""Expressions of functions, and the category they mark."""

_FUNCTION_WORDS = FUNCTIONS.vocabulary | {"general", "generale", "service", "services", "m", "mme"}


def is_function(words: list[str]) -> bool:
    """Say whether the words are a function alone, its article and civility aside."""
    kept = [word for word in words if word not in LITTLE]
    return bool(kept) and any(True for _ in FUNCTIONS.find(words)) and set(kept) <= _FUNCTION_WORDS


WORK = vocabulary(
    """
    professeur professeure prof maitresse institutrice instituteur instit enseignante enseignant
    infirmier infirmiere directeur directrice president presidente tresorier tresoriere benevole
    adherent adherente animateur animatrice maire adjoint adjointe conseiller conseillere parent
    parente
    """
)
"""Words that a function begins with and no body does, whatever category they mark."""
LITTLE = frozenset(["le", "la", "l", "les", "un", "une", "mon", "ma", "notre", "m", "mme", "du"])
LITTLE |= {"monsieur", "madame", "de", "des", "d", "au", "a", "the", "vice", "je", "suis"}
