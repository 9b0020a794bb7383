"""What a message may do, and what may stand open when it is written."""

from enum import StrEnum


class Act(StrEnum):
    """What a message does; the values are the words of the files of examples."""

    TELLS = "informe"
    REGISTERS = "inscrit"
    ASKS = "demande"
    CHECKS = "verifie"
    AGREES = "oui"
    REFUSES = "non"
    LEAVES = "part"
    REPLACES = "remplace"
    ADDS = "ajoute"
    CORRECTS = "corrige"
    IS_LATE = "retard"
    COMES = "present"
    ERASES = "efface"
    RELAYS = "transmet"
    SEARCHES = "cherche"
    IS_POLITE = "poli"
    WAITS = "attend"
    REMARKS = "remarque"


class Situation(StrEnum):
    """What stands open when a message is written; the values are the words of the files."""

    MENU = "menu"
    """Nothing, and nobody is registered."""
    TERRITORY = "territory"
    SIZE = "size"
    NAME = "name"
    FUNCTION = "function"
    ORGANISATION = "organisation"
    EMAIL = "email"
    PHONE = "phone"
    OTHER_STEP = "ask"
    """Another question of the registration."""
    RECAP = "recap"
    """Everything was read back."""
    REGISTERED = "registered"
    """Nothing, and they are registered."""
    REMINDER = "reminder"
    """They are registered, and were just reminded."""
    SURE = "sure"
    """A yes or a no is waited for."""

    @classmethod
    def at_step(cls, topic: str) -> "Situation":
        """Give the situation in which the question of a step is open."""
        return cls(topic) if topic in {one.value for one in cls} else cls.OTHER_STEP

    @property
    def group(self) -> str:
        """Situations in which people write alike."""
        return self.value if self in _OF_THEIR_OWN else "step"


_OF_THEIR_OWN = frozenset({Situation.MENU, Situation.RECAP, Situation.REGISTERED, Situation.SURE})
