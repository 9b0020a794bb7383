"""What people ask of the registration itself, and of the bot: whom it writes to, what it keeps…

Learnt from the sentences of `examples/procedure`; what is said to each depends on where the party
stands, and is in `conversation/procedures.py`.
"""

from enum import StrEnum

from bot.understanding.kinds import SHORT, Kinds
from bot.understanding.model import PROCEDURE


class Procedure(StrEnum):
    """What is asked; the values are the names of the files of examples."""

    RECEIVES = "qui_recoit_quoi"
    """Who gets which message, who has to be told."""
    THEIR_REACH = "contacts_des_autres"
    """Whether the others' addresses and numbers are needed, and what for."""
    MUST_DO = "compagnon_a_faire"
    """Whether somebody else of the party has anything to do."""
    INVITATION = "invitation"
    """What an invitation is, and how it leaves."""
    OPENED = "invitation_ouverte"
    """Whether somebody has opened theirs."""
    GONE = "personne_enlevee"
    """What becomes of who was taken out or replaced."""
    PERMISSION = "permission"
    """Whether others have to agree before they are named."""
    DONE = "est_ce_fait"
    """Whether the registration is made."""
    IN_WRITING = "preuve"
    """A proof of it."""
    COMING = "venue_notee"
    """Whether it is noted that they come."""
    LATENESS = "retard_note"
    """Whether somebody's lateness is noted."""
    DETAIL = "detail_note"
    """Whether something is noted rightly."""
    MEAL = "mon_repas_note"
    """Whether a meal is noted, or that none is taken."""
    NEXT = "autre_groupe"
    """When the other person or group is registered."""
    REMAINING = "que_faut_il_encore"
    """What is still to be answered."""
    TERRITORY = "quel_territoire"
    """Which territory to tell."""
    TITLE = "quel_titre"
    """Which title fits."""
    FUNCTION = "quelle_fonction"
    """What to tell as function or organisation."""
    WHOSE_REACH = "coordonnees_de_qui"
    """Whose address or number is asked for."""
    WHY = "pourquoi_ce_renseignement"
    """What an answer is for."""
    HERE = "bon_endroit"
    """Whether this is the place to register."""
    MAY_ADD = "ajouter_possible"
    """Whether somebody may come too, or instead."""
    CHANGE_LATER = "changer_apres"
    """Whether answers may change later."""
    CANCEL_LATER = "pourrai_je_annuler"
    """Whether one may cancel later."""
    ALONE = "venir_seul"
    """Whether one may come alone."""
    SIZES = "a_combien"
    """How many may or must come together."""
    WHO_TOGETHER = "composition_du_groupe"
    """Who may be in a group."""
    FELLOWS = "qui_d_autre_vient"
    """Who else comes."""
    TEAM_ANSWER = "reponse_de_l_equipe"
    """Whether the team has received or answered something."""
    NEWS = "prevenir_si_nouveau"
    """Whether they hear of what changes."""
    KEPT = "que_gardez_vous"
    """What is kept of them, and until when."""
    MESSAGES = "mes_messages"
    """Whether what they write here is kept or read."""
    SEEN = "qui_voit"
    """Who sees what is known of them."""
    ERASED = "apres_effacement"
    """What is left after erasing."""
    ERASING = "comment_effacer"
    """How to have it erased."""
    STORED = "telegram_stockage"
    """Where it is kept, and whether the messenger reads it."""
    JOIN_LATE = "rejoindre_en_retard"
    """Where late comers find the others."""
    EARLY = "en_avance"
    """Whether one may come early."""
    TOGETHER = "arriver_ensemble"
    """Whether a party has to arrive together."""
    ELSEWHERE = "autre_demarche"
    """Whether anything is to be done elsewhere."""
    CODE = "code_entree"
    """What the code is for."""
    OWN_WAY = "inscription_a_part"
    """How somebody else registers by themselves."""
    NAME_LATER = "nom_plus_tard"
    """Whether a seat is kept for somebody whose name is not known yet."""
    SEAT_SAFE = "place_acquise"
    """Whether a seat may be lost or refused, to who comes alone say."""
    MATE = "binome_propose"
    """Whom the bot would find to come with, and how."""
    BY_ANOTHER = "inscrit_par_un_autre"
    """Whether somebody else has registered who asks."""
    ORGANISER = "nature_de_l_organisateur"
    """What kind of body organises the day."""
    PRESS = "faut_il_appuyer"
    """Whether buttons have to be pressed."""
    NONE = "autre"
    """None of these."""


SURE_AGAINST_THE_DAY = 0.85
"""The same where it may be about the day."""
CERTAIN = 0.8
"""From this likelihood on one of `OF_NOTHING_ELSE` is answered, whatever its words."""
OF_NOTHING_ELSE = frozenset(
    {
        Procedure.OWN_WAY,
        Procedure.NAME_LATER,
        Procedure.SEAT_SAFE,
        Procedure.MATE,
        Procedure.BY_ANOTHER,
        Procedure.ORGANISER,
    }
)
"""What words of the day name, and ask nothing of it: « l’autre personne, un technicien ? »."""
SURELY_NONE = 0.9
"""From this likelihood on a question is none of these, whatever its words."""
KINDS = Kinds(PROCEDURE, Procedure.NONE, sure=0.5)


def read(text: str) -> Procedure | None:
    """Give what a question asks of the procedure, where that is sure enough."""
    return KINDS.read(text)


def sure(text: str) -> float:
    """Give how sure it is, 0 to 1, that it is what `read` says; 0 where it says nothing."""
    kind = read(text)
    return 0.0 if kind is None else KINDS.likely(text)[kind]


def is_certain(text: str) -> bool:
    """Whether a text surely asks one of `OF_NOTHING_ELSE`."""
    return read(text) in OF_NOTHING_ELSE and sure(text) >= CERTAIN


def is_none(text: str) -> bool:
    """Whether a question is surely none of these."""
    is_long = len(text.split()) >= SHORT
    return is_long and KINDS.likely(text)[Procedure.NONE] >= SURELY_NONE
