"""Facts that people give unasked, or several at once: noted, shown, and not asked again."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import introductions, known_before, naming, phrases, weighing
from bot.conversation.afterwards import whole_name
from bot.conversation.asking import Asking
from bot.conversation.describing import note_shown
from bot.conversation.messages import Say
from bot.conversation.noting import Noted, note
from bot.conversation.phrases import LINE
from bot.conversation.showing import changed, newly_noted
from bot.conversation.state import Draft
from bot.conversation.steps.member import MemberCategory
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.domain.dividing import PARTIES_AT_MOST
from bot.domain.party import Party
from bot.understanding import (
    agreed,
    clauses,
    facts,
    for_team,
    labelled,
    one_by_one,
    partly,
    refusals,
    sentences,
    territories,
    unnamed,
    whose_reach,
)
from bot.understanding import told as told_names
from bot.understanding.act import Act
from bot.understanding.facts import Facts
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.intents import Intent
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.results import Understood


def read(turn: Turn, text: str, *, step: Step | None = None, party: Party | None = None) -> Facts:
    """What a message says of those who come; the day's own people are not among them.

    `step`: the open question, whose draft is known; `party`: who is registered, where none is.
    """
    event, text = turn.event, whose_reach.without_denied(for_team.without(text))
    most = event.seats.largest * PARTIES_AT_MOST
    scene = known_before.scene(turn, text, step, party)
    found = facts.read(scene, most, country=event.country)
    is_instead = one_by_one.is_instead(text) and any(one.leaves for one in found.people)
    parts = clauses.clauses(text) if scene.known and not is_instead else []
    for part in parts if len(parts) > 1 else ():
        found = found.beside(facts.read(replace(scene, text=part), most, country=event.country))
    ours = {plain(event.contact.name)} | {plain(one.name) for one in event.leaders}
    firsts = {one.split()[0] for one in ours} - {plain(turn.person.first_name)}
    told = [
        one
        for one in found.people
        if plain(whole_name(one)) not in ours and plain(one.called) not in firsts
    ]
    told = [weighing.but_reached(one, text) for one in told if _may_tell(turn, one)]
    if not found.is_territory_claimed and _is_a_name(found, found.territory or ""):
        found = replace(found, territory=None)  # « c’est Pitiaud, P I T I A U D »
    size = found.size if found.size and Size().parties(turn, found.size) else None
    told = known_before.without_who_stays_away(turn, text, told) if found.is_for_others else told
    found, people = weighing.but_places(turn, found, told)
    found = whose_reach.settled(
        replace(found, people=people), text, known_before.reach(turn, scene, party)
    )
    people = found.people
    if step is not None and party is None and turn.dialogue.draft is not None:
        draft = turn.dialogue.draft
        people = tuple(known_before.of_who_waits(draft, one) for one in people)
        people = tuple(one for one in people if not known_before.is_registered(draft, one))
    return replace(found, size=size, people=people)


def _may_tell(turn: Turn, one: Person) -> bool:
    """Whether a message may tell of somebody: a mere remark tells of nobody who comes."""
    if one.leaves:
        return turn.may(Act.LEAVES, Act.REPLACES, Act.CORRECTS, Act.REFUSES)
    likely = {*turn.likely_acts()}
    return not likely or not likely <= _TELLS_NOTHING


_TELLS_NOTHING = frozenset({Act.REMARKS, Act.IS_POLITE})


def contradicts(given: Facts, draft: Draft) -> bool:
    """Whether a message says another number or territory than was answered: that is a change."""
    other_size = None not in (given.size, draft.size) and given.size != draft.size
    other_place = (
        given.territory
        and draft.territory
        and (territories.plain_form(given.territory) != territories.plain_form(draft.territory))
    )
    return other_size or bool(other_place)


async def hear(asking: Asking, text: str, asked: Sequence[Intent] = ()) -> bool:
    """Note what a message says beyond the answer to the open question; whether there is any.

    `asked`: what it asks besides, which is answered before the next question.
    Where it agrees to all the rest, that is confirmed.
    """
    turn, step = asking.turn, asking.step
    if not asking.purpose.hears_all or turn.dialogue.doubt is not None:
        return False
    is_short = is_bare(text) and not _is_the_missing_name(asking, text)
    is_short &= not refusals.of_reach(text)
    if is_short or _is_but_an_answer(step, text):
        return False
    told = weighing.but_sought(weighing.but_asked(read(turn, text, step=step), text), text)
    told = weighing.with_number(weighing.elsewhere(told, turn, text), turn, text)
    is_held = agreed.waits(text) or agreed.hinders(text) or agreed.is_request(text)
    is_agreed = step.is_final and told.agrees and not is_held
    named = (
        list(naming.answers(turn, text)) if step.is_final else _named_elsewhere(turn, step, text)
    )
    is_told = any(one.function or one.organisation for one in told.people)
    is_denied = naming.denies_capacity(text)
    if is_told and not is_denied and all(isinstance(one, MemberCategory) for one, _ in named):
        named = []
    if named and not is_denied:  # « ma fonction : potier et président »: what is named is surer
        territory = told.territory if told.is_territory_claimed else None
        told = replace(
            told, people=tuple(one for one in told.people if one.leaves), territory=territory
        )
    is_beside = bool(asked) and bool(sentences.parted(text)[0])
    is_more = weighing.says_more(told, step, turn.draft, is_read=_is_read(asking, text))
    if not (is_agreed or is_beside or named or turn.corrects or is_more):
        return naming.names_body(turn.draft, text) and await _is_so(asking, text, named)
    before = turn.draft.model_copy(deep=True)
    was_answered = step.value(turn.draft) is not None
    noted = await _note(asking, text, told, named)
    turn.dialogue.spoken_of = _put_right(before, turn.draft)
    is_same = turn.draft == before
    if is_same and not is_agreed:
        return await _is_so(asking, text, named) or await _is_noted(asking, text, told)
    is_else = agreed.excepts(text) and not partly.says_half(text)
    if is_same and (is_else or told.is_unowned):  # what changes was not understood
        await asking.repeat(turn.words("unclear.recap.no"))
        return True
    if not was_answered and asking.step.name == step.name and (step.is_final or not named):
        await _answer(asking, text, told, noted)
    besides = [one for one in asked if one not in weighing.done_by(told)]
    said, later = [*_left(turn, noted), *noted.remarks], step.finish_first(turn)
    if is_agreed and asking.next_step.is_final and weighing.is_all_noted(told, turn.draft):
        shown = newly_noted(turn, before)
        await asking.purpose.confirmed(asking)
        turn.say_before(0, [*shown, *said])
        _say_after(turn, await turn.topics.in_passing(turn, besides, later) if besides else ())
        return True
    answers = await turn.topics.in_passing(turn, besides, later) if besides else ()
    if step.is_final and _is_read_alike(before, turn.draft):
        await asking.repeat(*answers, *said)
    else:
        await go_on(asking, [*answers, *said], before)
    return True


def _is_the_missing_name(asking: Asking, text: str) -> bool:
    """« Benoît Astier », of the one companion without a name, whatever else is asked."""
    others = [one for one in asking.turn.draft.members if not (one.name or one.is_writing)]
    reading = told_names.name(text) if asking.step.topic == "territory" else None
    is_name = isinstance(reading, Understood) and plain(reading.value.first) in FIRST_NAMES
    return is_name and len(others) == 1 and bool(others[0].function or others[0].organisation)


def _named_elsewhere(turn: Turn, step: Step, text: str) -> list[naming.Correction]:
    """« la structure, c’est Besset Mécanique pour les deux », where something else is asked."""
    parts = [one for one in clauses.clauses(text) if labelled.names_one(one)]
    found = [one for part in parts for one in naming.answers(turn, part)]
    found = found or [*naming.substituted(turn, text)]
    named = [
        (other, answer)
        for other, answer in found
        if other.name != step.name and other.topic in ("role", "organisation")
    ]
    if step.topic != "organisation" and naming.denies_capacity(
        text
    ):  # « mon mail : …, et je ne suis pas agente, c’est une asso »
        every = naming.answers(turn, text)
        named += [one for one in every if one[0].topic == "category" != step.topic]
    return named


def _is_but_an_answer(step: Step, text: str) -> bool:
    """An address where one is asked; « nom pas encore connu » where a name is."""
    is_address = step.topic == "email" and facts.is_address(text)
    return is_address or (step.topic == "name" and unnamed.is_unknown(text))


def _put_right(before: Draft, now: Draft) -> int:
    """The place of the one member, but who writes, whose answers are others now; 0: nobody's."""
    if len(before.members) != len(now.members):
        return 0
    pairs = enumerate(zip(before.members, now.members, strict=True), 1)
    changed = [place for place, (one, other) in pairs if one.answers != other.answers]
    is_one = len(changed) == 1 and changed[0] != now.writing_place
    return changed[0] if is_one else 0


def _is_read_alike(before: Draft, now: Draft) -> bool:
    """Whether all that is read back is as before: only who comes next is another."""
    next_ones = {"others": now.others, "afterwards": now.afterwards}
    return before.model_copy(update=next_ones) == now


def _is_read(asking: Asking, text: str) -> bool:
    """Whether the open question alone reads an answer in the whole message."""
    return isinstance(asking.step.read(asking.turn, text), Understood)


async def _note(
    asking: Asking, text: str, told: Facts, named: Sequence[naming.Correction]
) -> Noted:
    """Note what is named by what it is, what is told of people, or of whom the line was shown."""
    turn = asking.turn
    is_reached = any(one.name or one.phone or one.email for one in told.people)
    is_of_shown = turn.corrects and not named and not is_reached
    if is_of_shown and await note_shown(turn, text):
        return Noted()
    titles = [one for one in named if isinstance(one[0], MemberCategory)]
    for step, answer in named:
        await step.keep(turn, answer)
    noted = await note(turn, told, asking.step)
    for step, answer in titles:  # a function that is told beside it tells another one
        await step.keep(turn, answer)
        turn.draft.members[step.place - 1].is_titled = True
    return noted


async def _is_so(asking: Asking, text: str, named: Sequence[naming.Correction]) -> bool:
    """Whether it is noted so already, at the recap, or denied: then it is asked anew."""
    if not asking.step.is_final:
        return False
    wrong = naming.wrong_capacity(asking.turn.draft, text)
    if wrong:
        await asking.ask(MemberCategory(wrong))
    elif named or naming.is_so(asking.turn, text):
        await asking.repeat(asking.turn.words("change.so"))
    else:
        return False
    return True


async def _is_noted(asking: Asking, text: str, told: Facts) -> bool:
    """« Je suis trésorière », where that is noted and something else was asked: it is said so."""
    tells = any(one.function or one.organisation for one in told.people)
    is_else = asking.step.topic in ("email", "phone", "size") and not _is_read(asking, text)
    if not (tells and is_else and weighing.is_all_noted(told, asking.turn.draft)):
        return False
    await asking.repeat(asking.turn.words("change.so"))
    return True


def _say_after(turn: Turn, answers: Sequence[Markup]) -> None:
    if answers:
        turn.replies.append(Say(phrases.PARAGRAPH.join(answers)))


async def _answer(asking: Asking, text: str, told: Facts, noted: Noted) -> None:
    """Let the open question have its answer too, where the rest of the message is one."""
    step = asking.step
    is_open = step.value(asking.turn.draft) is None
    if not is_open or step.topic not in ("size", "territory", "email", "phone", "category"):
        return
    if step.topic == "territory" and whose_reach.names_reach(told.rest):
        return  # « le mail de Mme Roux, c’est … »
    reading = step.read(asking.turn, told.rest or text)
    bodies = {
        one.organisation for one in told.people if territories.is_body(one.organisation or "")
    }
    if step.topic == "territory" and len(bodies) == 1:
        reading = Understood(bodies.pop())
    if not isinstance(reading, Understood) or _names_somebody(told, reading.value):
        return
    if step.topic == "territory" and _is_somebodys_work(told, str(reading.value)):
        return
    kept = await step.keep(asking.turn, reading.value)
    if isinstance(kept, Kept) and kept.remark and step.topic == "size":
        noted.held = kept.remark


def _is_somebodys_work(told: Facts, value: str) -> bool:
    """« de l’association les Amis du Crêt »: where somebody is told to be, and no territory."""
    bodies = [one.organisation for one in told.people if one.organisation]
    works = [one.function for one in told.people if one.function]
    is_at = any(plain(value) in plain(one) and not territories.is_body(one) for one in bodies)
    return is_at or any(plain(one) in plain(value) for one in works)


def _names_somebody(told: Facts, value: object) -> bool:
    """Whether what was read has the name of somebody who is told of: no territory has."""
    words = {*plain(value).split()} if isinstance(value, str) else set()
    named = any({*plain(" ".join(one.name)).split()} <= words for one in told.people if one.name)
    return named or (isinstance(value, str) and _is_a_name(told, value))


def _is_a_name(told: Facts, value: str) -> bool:
    words = {*plain(value).split()}
    return bool(words) and any(
        words <= {*plain(" ".join(one.name)).split()} for one in told.people if one.name
    )


def _left(turn: Turn, noted: Noted) -> list[Markup]:
    if not noted.left:
        return []
    names = turn.words.listing(noted.left)
    return [turn.words("noted.left", names=names, n=len(noted.left))]


def tells(turn: Turn, text: str, step: Step) -> bool:
    """Whether a message tells any fact: a name, a function, where one is reached, how many."""
    told = read(turn, text, step=step)
    facts_told = (told.territory, told.size, told.email, told.phone)
    people = (
        one.name or one.function or one.organisation or (one.called and not one.place)
        for one in told.people
    )
    return any(facts_told) or any(people)


def is_bare(text: str) -> bool:
    """A word or two without figures or an address: they can be but one answer."""
    return len(text.split()) < 3 and not any(sign.isdigit() or sign == "@" for sign in text)


async def note_besides(asking: Asking, text: str) -> list[Markup]:
    """Note what a change of who comes tells besides: « nous ne serons que deux, du Pilat »."""
    turn, draft = asking.turn, asking.turn.draft
    told, before = read(turn, text, step=asking.step), draft.model_copy(deep=True)
    known, theirs = draft.contact, {one.email for one in told.people if not one.is_writing}
    told = Facts(
        territory=None if draft.territory else told.territory,
        email=None if known.email or told.email in theirs else told.email,
        phone=None if known.phone else told.phone,
    )
    await note(turn, told, asking.step)
    return newly_noted(turn, before)


async def go_on(
    asking: Asking, said: Sequence[Markup], before: Draft, first: Sequence[Markup] = ()
) -> None:
    """Ask for the rest, and show what is noted that was not before.

    Where the recap comes next, it shows all but who is registered after this party.
    """
    was_complete = asking.turn.dialogue.step == asking.final_step.name
    is_complete = asking.next_step.is_final
    shown = newly_noted(asking.turn, before, is_of_others=is_complete)
    fix = None if is_complete else _fix(asking)
    is_again = is_complete and was_complete
    if is_again and (lines := changed(asking.turn, before)) and not shown:
        told = asking.turn.words("change.done_so", lines=LINE.join(lines))
        await asking.repeat(*first, told, *said)
        return
    done = [asking.turn.words("change.done")] if is_again else []
    await asking.go_on([*done, *first, *shown, *said], fix)


async def start(asking: Asking, given: Facts, *said: Markup) -> None:
    """Begin with what the first message says: note it, and ask for the rest."""
    before = asking.turn.draft.model_copy(deep=True)
    noted = await note(asking.turn, given)
    introductions.take_up(asking.turn)  # shown with the rest
    await go_on(asking, noted.remarks, before, said)


def _fix(asking: Asking) -> Choice:
    label = asking.turn.words.plain("noted.fix")
    return Choice(label, asking.final_step.name)
