"""A party in plain words, a line for each thing that may change: what differs can be told."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.domain.event import Event
from bot.domain.party import Member, Party, Registrar
from bot.i18n import Words


def of(words: Words, event: Event, party: Party) -> list[str]:
    """Where they come from, who comes and who waits, how they are reached, what they answered."""
    said = [words("recap.territory", territory=party.territory)] if party.territory else []
    for member in party.everyone:
        said.append(_member(words, member, waits=member in party.waiting))
        said += phrases.asked(words, event.ask, member.answers)
    said += [_registrar(words, one) for one in party.registrars]
    said += phrases.asked(words, event.ask, party.answers)
    return [one.unescape() for one in said]


def _member(words: Words, member: Member, *, waits: bool) -> Markup:
    line = phrases.person(words, member)
    if phrases.reached(member):
        line = Markup("{}, {}").format(line, phrases.reached(member))
    return words("list.member_waiting", member=line) if waits else line


def _registrar(words: Words, registrar: Registrar) -> Markup:
    known = ", ".join(filter(None, [registrar.name, phrases.reached(registrar)]))
    return words("list.registrar", name=known)
