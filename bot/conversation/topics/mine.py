"""« Mon inscription »: what is registered, and the way to all that can be done with it."""

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import (
    assuring,
    changed,
    checking,
    concern_answers,
    phrases,
    several_parties,
    showing,
    waiting,
)
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import (
    cancelling,
    changes,
    entry_code,
    further,
    menu,
    partners,
    party_file,
    practical,
    registration,
    reminder,
    team,
    waiting_list,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.keys import PartyCode
from bot.domain.party import Party
from bot.understanding import assurances, erasing, openings, sentences, subjects
from bot.understanding.act import Act
from bot.understanding.assurances import Assurance
from bot.understanding.intents import Intent
from bot.understanding.normal import normal, plain

topic = Topic("mine")


def _said_label(turn: Turn, text: str) -> bool:
    is_label = plain(text) == plain(turn.words.plain("button.mine"))
    is_other = subjects.asked(text) or erasing.asked(text) or checking.is_asked(turn, text)
    is_label |= openings.ends_with_own(text)
    is_own = openings.is_mine(text) and not is_other
    return is_label or (is_own and Act.REGISTERS not in turn.likely_acts())


@topic.asked(Intent.MINE)
async def tell(turn: Turn) -> Markup:
    """Whether they are registered, in a sentence; or what was asked if it is noted."""
    party = await turn.registered()
    checked = await checking.answer(turn, turn.text)
    known = checked or concern_answers.of_anybody(turn, turn.text)
    if said := known or await assuring.assured(turn, party):
        return said
    if turn.dialogue.draft is not None and not assuring.asks_of_registration(turn.text):
        return showing.noted(turn) or turn.words("mine.not_yet")
    if party is None:
        return turn.words("mine.none" if turn.dialogue.draft is None else "mine.not_yet")
    names = turn.words.listing(member.name for member in party.everyone)
    key = "mine.is" if party.members else "mine.waits"
    return turn.words(key, code=party.code, names=names)


@topic.said(_said_label, meanwhile=assuring.so_far)
@topic.requested(Intent.MINE)
@topic.pressed("mine")
async def show(turn: Turn, code: str, *, preface: Markup | None = None) -> None:
    """The party of this chat; or that there is none, and the way to one.

    Of several, the one whose code is the argument; without one, it is asked which.
    """
    if turn.acting_for:
        await party_file.show(turn, turn.acting_for, preface=preface)
        return
    parties = await turn.books.parties.of(turn.address)
    if code:
        turn.dialogue.party = PartyCode(code)
        if _resume(turn):
            return
    if len(parties) > 1 and not code and _OF_ALL.search(normal(turn.text)):
        await show_all(turn, "")
        return
    if needs_choice(turn, parties):
        show_choice(turn, parties, preface)
        return
    party = await turn.registered()
    if preface is None and (assured := await assuring.assured(turn, party)) is not None:
        if party is None or assurances.read(turn.text) is not Assurance.UNDONE:
            await _say_assured(turn, party, assured)
            return
        preface = assured
    if party is None:
        await _show_none(turn, preface)
        return
    if preface is None and assuring.wants_a_yes(turn.text):
        preface = _yes(turn, party)
    said = [*([preface] if preface else []), *turn.about()]
    said += [turn.words("mine.title", code=party.code), recap(turn, party)]
    said += await _sent(turn, party)
    if party.waiting:
        said.append(await waiting_list.describe(turn, party))
    vacancy = await usecases.change.vacancy(turn.books, party) if is_contact(turn, party) else None
    if vacancy is not None:
        until = phrases.until(turn.words, vacancy.expires_at)
        said.append(turn.words("withdraw.still_kept", until=until))
    said += further.waiting_rest(turn)
    turn.show(PARAGRAPH.join(said), *await _rows(turn, party))


async def show_changed(
    turn: Turn, before: Party, after: Party, said: Sequence[Markup] = (), *, goes_on: bool = False
) -> None:
    """What is otherwise now; with all that is registered, where who comes is another.

    `goes_on`: with the buttons that lead to other changes.
    """
    told = changed.said(turn, before, after)
    if told is None or turn.acting_for:
        done = told or turn.words("change.done")
        await show(turn, after.code, preface=PARAGRAPH.join([*said, done]))
        return
    mine_, menu_ = turn.button("button.mine", show), turn.button("button.menu", menu.show)
    rows = [(mine_,), *await _rows(turn, after)] if goes_on else [(mine_, menu_)]
    turn.show(PARAGRAPH.join([*said, told]), *rows)


async def _say_assured(turn: Turn, party: Party | None, assured: Markup) -> None:
    own = () if party is None else (turn.button("button.mine", show),)
    menu_ = turn.button("button.menu", menu.show)
    turn.say(assured, await registration.register_row(turn), (*own, menu_))


def _yes(turn: Turn, party: Party) -> Markup:
    """« Oui, vous êtes bien inscrit·e·s. », or that they wait."""
    n = len(party.everyone)
    if n == 1 and waiting.is_each_alone(turn) and _OF_TWO.search(normal(turn.text)):
        return turn.words("mine.only_one", name=party.everyone[0].name)
    return turn.words("mine.yes" if party.members else "mine.yes_waiting", n=n)


_OF_ALL = re.compile(
    r"\bqui (?:est|sont|ai je|a t on|j ai) (?:\w+ )?(?:inscri|not|enregistr)\w*|\b(?:mes|nos|vos"
    r"|toutes les) inscriptions\b"
    r"|\b(?:mes|nos|vos|les) (?:deux|trois|quatre|\d) inscriptions\b"
    r"|\binscription et celles? d\w*\b"
    r"|\bwho is (?:registered|booked)\b|\b(?:my|our)(?: two| three)? registrations\b"
)


def needs_choice(turn: Turn, parties: Sequence[Party]) -> bool:
    """Whether they have several, and did not say which they talk about."""
    return len(parties) > 1 and turn.dialogue.party not in {one.code for one in parties}


def _resume(turn: Turn) -> bool:
    """Take up what was asked for before it was asked of which registration; whether it was."""
    awaited = turn.awaited
    if awaited is None or not awaited.request or openings.is_mine(awaited.request):
        return False
    turn.resumed, awaited.request = awaited.request, ""
    return True


def show_choice(turn: Turn, parties: Sequence[Party], preface: Markup | None = None) -> None:
    """Which of several registrations? What was asked for is done once that is said."""
    ask = turn.words("mine.which", n=len(parties))
    buttons = {one.code: turn.labelled(_names(turn, one), show, one.code) for one in parties}
    turn.choose(
        PARAGRAPH.join([*([preface] if preface else []), *turn.about(), ask]),
        *((button,) for button in buttons.values()),
        (turn.button("button.menu", menu.show),),
        named=_only_in_one(turn, parties, buttons),
    )
    if turn.dialogue.awaited is not None:
        turn.dialogue.awaited.request = turn.text


def _only_in_one(
    turn: Turn, parties: Sequence[Party], buttons: Mapping[PartyCode, Button]
) -> dict[str, Button]:
    """The codes and the names that are in one party only; and « les deux », which shows all."""
    all_of_them = turn.button("mine.others", show_all)
    found = dict.fromkeys(turn.words.plain("mine.all_of_them").split("|"), all_of_them)
    for party in parties:
        others = {
            word for one in parties if one is not party for word in several_parties.said_of(one)
        }
        found |= dict.fromkeys(several_parties.said_of(party) - others, buttons[party.code])
    return found


@topic.pressed("mine_all")
async def show_all(turn: Turn, _argument: str) -> None:
    """Every registration of this chat, one message after the other."""
    turn.resumed = ""
    parties = await turn.books.parties.of(turn.address)
    for party in parties:
        title = turn.words("mine.title", code=party.code)
        open_it = turn.labelled(_names(turn, party), show, party.code)
        turn.say(PARAGRAPH.join([title, recap(turn, party)]), (open_it,))


_OTHER = re.compile(
    r"^(?:et |mais |bon |ok |alors |montrez moi |montre moi |voir |je veux voir )*"
    r"(?:l autre|l autre (?:inscription|groupe|binome|trinome)|the other(?: one)?|celle d avant)"
    r"(?: svp| s il vous plait| aussi| please)*(?: (?:celui|celle|the one) (?:de|du|d|of)\b.*)?$"
)


_EVERY = re.compile(
    r"\b(?:mes|les|nos|toutes (?:les|mes|nos)|tous (?:les|mes|nos)|my|both|all)"
    r" (?:(?:deux|2|trois|3|the|my|of|our) )*(?:inscriptions|groupes|binomes|trinomes|registrations"
    r"|parties|groups)\b"
)
_BOTH_OF_THEM = re.compile(
    r"\b(?:les|nos) (?:deux|2|trois|3) fiches\b|\bmon inscription et celle (?:de|d)\b"
    r"|\b(?:ma fiche|la mienne) et celle (?:de|d)\b|\btoutes les fiches\b"
)
_SHOWS = re.compile(
    r"\b(?:montre\w*|remontre\w*|voir|revoir|affiche\w*|recapitul\w*|recap|resume\w*|redonne\w*"
    r"|rappele\w*|relire|relis\w*|liste\w*|show|see|list)\b"
)


@topic.heard()
async def hear_every(turn: Turn, text: str) -> bool:
    """« Récapitulez les deux groupes », « on est bien inscrits tous les deux ? »: every one."""
    said, is_sure = normal(text), _asks_of_all(text)
    wants_all = _EVERY.search(said) and (_SHOWS.search(said) or _BARE.match(said))
    wants_all = wants_all or _BOTH_OF_THEM.search(said)
    if turn.acting_for or turn.dialogue.draft is not None or not (wants_all or is_sure):
        return False
    parties = await turn.books.parties.of(turn.address)
    if len(parties) < 2:
        return False
    if is_sure and all(party.members for party in parties):
        turn.say(turn.words("mine.yes_all", n=len(parties)))
    await show_all(turn, "")
    return True


_BARE = re.compile(
    r"^(?:(?:et|ok|bon|alors|voir|bonjour|merci) )*(?:toutes )?(?:mes|nos|my|our|les)"
)
"""« mes inscriptions », without a verb."""


def _asks_of_all(text: str) -> bool:
    """Whether it is asked if several people are registered, or several registrations hold."""
    said = normal(text)
    if "?" in text and _EVERY.search(said) and _HOLDS.search(said):
        return True
    each = sentences.parted(text)[1] or [text]
    return any(assuring.wants_a_yes(one) and _SEVERAL.search(normal(one)) for one in each)


_HOLDS = re.compile(
    r"\b(?:maintenue?s?|valables?|valides?|confirmee?s?|enregistree?s?|en compte|tiennent|faites"
    r"|confirmed|booked|valid)\b"
)
_NUMBER = r"(?:deux|trois|quatre|[2-4]|both|two|three)"
_ME_AND_YOU = r"(?:moi|me|\w+) (?:et|and) (?:moi|me|i)\b|\b(?:moi|me) (?:et|and) \w+"
_OF_TWO = re.compile(rf"\b(?:{_NUMBER}\b|{_ME_AND_YOU})")
_SEVERAL = re.compile(
    rf"\b(?:tou[st]\b|toutes\b|all\b|{_NUMBER}\b|{_ME_AND_YOU}"
    r"|(?:on|nous|ns|we) (?:est|sommes|soit|is|are)\b|(?:sommes|est|are) (?:nous|on|we)\b"
    r"|(?:inscrit|enregistre|note)e?s\b|ils\b|elles\b|they\b)"
)


@topic.heard()
async def hear_other(turn: Turn, text: str) -> bool:
    """« Et l’autre ? », of two registrations one of which was shown."""
    if not _OTHER.match(normal(text).replace("?", "").strip()):
        return False
    parties = await turn.books.parties.of(turn.address)
    others = [one for one in parties if one.code != turn.dialogue.party]
    if turn.acting_for or len(others) != 1 or len(parties) == 1:
        return False
    await show(turn, others[0].code)
    return True


def _names(turn: Turn, party: Party) -> str:
    """« PIL-7F3K : Marie Dupont et Paul Martin »."""
    names = turn.words.listing(member.name for member in party.everyone)
    return turn.words.plain("mine.one", code=party.code, names=names)


async def _show_none(turn: Turn, preface: Markup | None) -> None:
    has_begun = turn.dialogue.draft is not None
    forget = (turn.button("button.forget", registration.forget),) if has_begun else ()
    none = turn.words("mine.begun") if has_begun else _none(turn)
    if has_begun and not any(one.is_writing for one in turn.draft.members):
        names = turn.words.listing(one.name for one in turn.draft.members if one.name)
        none = turn.words("mine.none_but_begun", names=names) if names else none
    turn.show(
        PARAGRAPH.join([preface, none] if preface else [none]),
        await registration.register_row(turn),
        (*forget, turn.button("button.menu", menu.show)),
    )


def _none(turn: Turn) -> Markup:
    """That nothing is registered here; and of another's doing, where that was asked."""
    said = normal(turn.text)
    is_asked = "?" in turn.text and re.search(r"\b(?:inscri|enregistr|regist|liste|fait)\w*", said)
    if not is_asked or _OF_ANOTHER.search(said) is None:
        return turn.words("mine.none")
    reach = phrases.reach(turn.words, turn.event)
    return turn.words("procedure.by_another", contact=reach)


_OF_ANOTHER = re.compile(
    r"\b(?:il|elle|quelqu un|on m a|m a|m ont|nous a|(?:le|la|mon|ma|notre|un|une) (?:autre )?"
    r"(?:maire|mairie|collegue|secretaire|secretariat|direct\w+|president\w*|adjointe?|chef\w*|commune)"
    r"|somebody|someone|my (?:boss|colleague)|the mayor)\b"
)


async def _rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    if party.members:
        calendar = turn.button("button.ics", practical.send_calendar)
        rows.append((calendar, turn.button("button.infos", practical.show)))
        rows.append((entry_code.button(turn, party.code),))
    if turn.books.is_open and is_contact(turn, party):
        rows += await waiting_list.rows(turn, party)
        rows += await _contact_rows(turn, party)
    elif is_contact(turn, party) and turn.books.hears_absences and party.members:
        rows.append((_absence_button(turn, party),))
    elif turn.books.is_open:
        own = next(one for one in party.everyone if one.address == turn.address)
        tag = phrases.tag(own)
        rows.append((turn.button("button.withdraw_me", withdrawing.ask, tag),))
    has_others = len(await turn.books.parties.of(turn.address)) > 1
    others = [turn.button("mine.others", show_others)] if has_others else []
    another = further.row(turn) if is_contact(turn, party) else ()
    return [*rows, another, (*others, turn.button("button.menu", menu.show))]


def _absence_button(turn: Turn, party: Party) -> Button:
    """Who cannot come after all: who reads, or those whom they registered without coming."""
    if party.spoken_to_at(turn.address) in party.members or turn.acting_for:
        return turn.button("button.withdraw_me", cancelling.give_up, party.code)
    leads_to = cancelling.give_up if party.seats == 1 else reminder.ask_who_leaves
    first = party.members[0].first_name
    return turn.button("reminder.cancel_others", leads_to, party.code, n=party.seats, name=first)


@topic.pressed("mine_others")
async def show_others(turn: Turn, _argument: str) -> None:
    """Which of several registrations, once more."""
    turn.dialogue.party = PartyCode("")
    await show(turn, "")
    if turn.dialogue.awaited is not None:
        turn.dialogue.awaited.request = ""


async def _contact_rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    change = [turn.button("button.change", changes.show)]
    if party.uninvited:
        change.append(team.invite_button(turn, party))
    rows: list[tuple[Button, ...]] = [tuple(change)]
    if usecases.partners.may_search(turn.books, party):
        is_searching = await turn.books.searches.is_open(party.key)
        stop = turn.button("partner.stop", partners.stop)
        rows.append((stop if is_searching else partners.search_button(turn, party),))
    if await usecases.change.vacancy(turn.books, party) is not None:
        rows.append((turn.button("withdraw.stay", withdrawing.stay),))
    if party.members:  # those who only wait leave the list
        rows.append((turn.button("button.cancel", cancelling.give_up, party.code),))
    return rows


def recap(turn: Turn, party: Party) -> Markup:
    """What a party has registered, a line each; how the contact person is reached is theirs."""
    words, contact = turn.words, party.contact
    if is_contact(turn, party):
        people, answers = party.everyone, party.answers
        is_own = not turn.acting_for and party.spoken_to_at(turn.address) == contact
        reader = phrases.Reader.CONTACT if is_own else phrases.Reader.ANOTHER
        recap = phrases.recap(words, turn.event, party.territory, people, answers, contact, reader)
    else:
        recap = phrases.team(words, turn.event, party.territory, party.everyone)
        recap += LINE + words("mine.contact", name=contact.name)
    if party.members and party.waiting:
        names = words.listing(member.name for member in party.waiting)
        recap += LINE + words("recap.waiting", names=names)
    return LINE.join([recap, *_on_the_day(turn, party)])


async def _sent(turn: Turn, party: Party) -> list[Markup]:
    """What they sent to the team and was not answered yet."""
    if turn.acting_for or not is_contact(turn, party):
        return []
    asked = await turn.books.questions.asked_by(turn.address)
    waiting = [one.question for one in asked if one.answer is None]
    quoted = phrases.quoted(turn.words, waiting)
    return [turn.words("for_team.has", said=quoted)] if waiting else []


def _on_the_day(turn: Turn, party: Party) -> list[Markup]:
    """Who said that they come, and who comes late."""
    words, members = turn.words, party.members
    coming = [one.name for one in members if one.coming_at and one.late_minutes is None]
    late = [
        words("mine.late", name=one.name, late=phrases.arrival(words, turn.event, minutes))
        for one in members
        if (minutes := one.late_minutes) is not None
    ]
    listed = words.listing(coming)
    return [*([words("mine.coming", n=len(coming), names=listed)] if coming else []), *late]


# ---- whose it is


def is_contact(turn: Turn, party: Party) -> bool:
    """Whether the party is this chat's, to change and to cancel: its own, or acted for."""
    return party.is_owned_by(turn.address) or party.code == turn.acting_for


async def own_party(turn: Turn, code: str) -> Party | None:
    """The party of this code, if it is this chat's."""
    parties = await turn.parties()
    own = (one for one in parties if one.code == code and is_contact(turn, one))
    party = next(own, None)
    if party is not None:
        turn.dialogue.party = party.code if len(parties) > 1 else PartyCode("")
    return party


@topic.checked(Who.CONTACT_PERSON)
async def is_contact_person(turn: Turn) -> bool:
    """Whether this chat may change its party now; `turn.party` is that party then."""
    parties = await turn.parties()
    party = await turn.registered()
    if party is None or needs_choice(turn, parties):
        await show(turn)
    elif not is_contact(turn, party):
        await show_contact_only(turn, party)
    elif not turn.may_change:
        registration.say_closed(turn)
    else:
        turn.party = party
        return True
    return False


async def show_gone(turn: Turn) -> None:
    """That a button is of before; to an organiser, what somebody else made of the party."""
    if turn.acting_for:
        await show(turn, preface=turn.words("change.gone"))
    else:
        turn.toast("toast.old")


async def show_contact_only(turn: Turn, party: Party) -> None:
    """That the contact person, not this teammate, changes the registration."""
    await show(turn, preface=turn.words("change.contact_only", name=party.contact.name))
