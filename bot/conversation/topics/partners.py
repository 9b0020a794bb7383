"""« Je cherche un binôme »: the bot brings together people who look for somebody.

Nobody's name is told before both have said yes.
"""

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import changes, menu, mine, registration
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.party import Category, Party
from bot.i18n import Words
from bot.store.deliveries import MATCHED, PROPOSAL, PROPOSAL_OVER, Delivery
from bot.understanding import proposals, replies, seeking
from bot.understanding.intents import Intent
from bot.understanding.replies import Reply
from bot.understanding.seeking import Seeking

topic = Topic("partners", offered=lambda event: event.seats.largest > 1)


def _is_looking(_turn: Turn, text: str) -> bool:
    """« Je cherche un binôme »."""
    return seeking.read(text) is Seeking.SEARCH


def _is_enough(_turn: Turn, text: str) -> bool:
    """« Arrêtez de chercher »."""
    return seeking.read(text) is Seeking.STOP


def _first(turn: Turn) -> Markup:
    """What is said while something else is asked."""
    alone = turn.event.seats.largest == 1
    return turn.words("partner.nobody" if alone else "partner.register_first")


def _later(turn: Turn) -> Markup:
    """That the search begins with the registration that is being made: it is kept in mind."""
    draft = turn.dialogue.draft
    if draft is None or draft.purpose != registration.REGISTER.name:
        return _first(turn)
    if draft.registrar is not None or (draft.size or 1) > 1:
        return _first(turn)
    draft.seeks = True
    return PARAGRAPH.join([turn.words("partner.searches_then"), *_of_any_kind(turn)])


@topic.said(_is_looking, meanwhile=_later)
@topic.command("binome", in_menu=True)
@topic.pressed("search")
async def search(turn: Turn, _argument: str) -> None:
    """Look for somebody from now on; only for a party that may still grow."""
    party = await turn.registered()
    if turn.event.seats.largest == 1:
        await mine.show(turn, preface=turn.words("partner.nobody"))
    elif party is None:
        turn.show(
            turn.words("partner.register_first"),
            await registration.register_row(turn),
            (turn.button("button.menu", menu.show),),
        )
    elif not turn.books.is_open:
        await mine.show(turn)
    elif not mine.is_contact(turn, party):
        await mine.show_contact_only(turn, party)
    elif party.waiting:
        await mine.show(turn, preface=turn.words("partner.first_a_seat"))
    elif not usecases.partners.may_search(turn.books, party):
        await mine.show(turn, preface=turn.words("partner.complete"))
    elif await turn.books.searches.is_open(party.key):
        how = [turn.words("procedure.mate")] if seeking.asks_how(turn.text) else []
        said = [turn.words("partner.searching_already"), *(how or _of_any_kind(turn))]
        turn.show(PARAGRAPH.join(said), *_rows(turn))
    else:
        await search_for(turn, party)


async def search_for(turn: Turn, party: Party) -> None:
    """Look for somebody to come with this party, which may grow."""
    await usecases.partners.search(turn.books, party)
    key = "partner.searching" if party.territory else "partner.searching_anywhere"
    turn.show(PARAGRAPH.join([turn.words(key), *_of_any_kind(turn)]), *_rows(turn))


def _of_any_kind(turn: Turn) -> list[Markup]:
    """« Plutôt un élu »: that nobody is chosen by what they are."""
    return [turn.words("partner.of_any_kind")] if seeking.names_category(turn.text) else []


def _will_tell(_turn: Turn, text: str) -> bool:
    """« Si c’est moi qui trouve quelqu’un, je vous préviens ici ? »."""
    return seeking.asks_to_tell(text)


@topic.said(_will_tell, meanwhile=lambda turn: turn.words("partner.tell_me"))
async def say_tell_me(turn: Turn, _argument: str) -> None:
    """Whoever is found is told of here, and registered at once."""
    turn.show(
        turn.words("partner.tell_me"),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


def _asks_how(_turn: Turn, text: str) -> bool:
    """« Vous cherchez comment ? »."""
    return seeking.asks_how(text)


@topic.asked(Intent.PARTNER)
async def tell(turn: Turn) -> Markup:
    """Whether somebody is looked for, to who is asking in the middle of something else."""
    party, draft = await turn.registered(), turn.dialogue.draft
    if party is None and draft is not None and draft.seeks:
        return turn.words("partner.searches_then")
    if party is None or turn.event.seats.largest == 1:
        return _first(turn)
    if await turn.books.searches.is_open(party.key):
        return turn.words("partner.searching_already")
    return _not_searching(turn, party)


def _how(turn: Turn) -> Markup:
    """How it is done, to who is registering."""
    return _first(turn) if turn.event.seats.largest == 1 else turn.words("procedure.mate")


@topic.said(_asks_how, meanwhile=_how)
@topic.requested(Intent.PARTNER)
async def offer(turn: Turn, _argument: str) -> None:
    """Ask whether somebody is to be looked for, where words may have meant it."""
    party = await turn.registered()
    may_ask = (
        party is not None
        and turn.books.is_open
        and mine.is_contact(turn, party)
        and usecases.partners.may_search(turn.books, party)
        and not await turn.books.searches.is_open(party.key)
    )
    if not may_ask:
        await search(turn)
        return
    turn.confirm(
        turn.words("partner.offer"),
        turn.button("partner.offer_yes", search),
        turn.button("partner.offer_no", mine.show),
    )


async def instead_of_names(turn: Turn) -> Markup | None:
    """What can be done for who asks if others of their territory come; None: nothing."""
    if not turn.event.audience.territory or not turn.books.is_open:
        return None
    party, draft = await turn.registered(), turn.dialogue.draft
    if party is None or draft is not None:
        is_full = draft is not None and (draft.size or 0) >= turn.event.seats.largest
        return None if is_full else turn.words("answer.fellows.once")
    if not mine.is_contact(turn, party) or not usecases.partners.may_search(turn.books, party):
        return None
    is_open = await turn.books.searches.is_open(party.key)
    return turn.words("answer.fellows.searching" if is_open else "answer.fellows.may_search")


async def told_of_proposed(turn: Turn) -> Markup | None:
    """What is told of somebody who was found, before both have said yes; None: nobody is."""
    party = await turn.registered()
    proposed = await usecases.partners.proposed(turn.books, party) if party is not None else None
    return None if proposed is None else told_of(turn, proposed.other)


def told_of(turn: Turn, other: Party) -> Markup:
    """The capacity in which they come, and from where."""
    key = "partner.who" if other.territory else "partner.who_anywhere"
    return turn.words(key, who=kinds(turn.words, other), territory=other.territory)


def search_button(voice: Voice, party: Party) -> Button:
    """« Chercher un binôme », or somebody more."""
    return voice.button(voice.words.of_size("partner.search", party.seats), search)


def _rows(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    return (
        (turn.button("partner.stop", stop),),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


@topic.pressed("search_stop")
async def stop(turn: Turn, _argument: str) -> None:
    """Look for nobody any more."""
    party = await turn.registered()
    if party is not None and not mine.is_contact(turn, party):
        await mine.show_contact_only(turn, party)
        return
    if party is not None:
        await usecases.partners.stop(turn.books, party)
    _say_stopped(turn, "partner.stopped")


def _not_now(turn: Turn) -> Markup:
    """That nobody is looked for, while who comes along is being registered or nobody is."""
    draft = turn.dialogue.draft
    is_found = draft is not None and draft.purpose == "add"
    return turn.words("partner.no_longer" if is_found else "partner.not_searching")


@topic.said(_is_enough, meanwhile=_not_now)
async def stop_saying(turn: Turn, _argument: str) -> None:
    """« Arrête de chercher, j’ai Sylvie »: whoever was found can be registered at once."""
    party = await turn.registered()
    if party is None or not await turn.books.searches.is_open(party.key):
        _say_not_searching(turn, party)
    elif not mine.is_contact(turn, party):
        await mine.show_contact_only(turn, party)
    else:
        await usecases.partners.stop(turn.books, party)
        grows = turn.may_change and changes.may_grow(turn, party)
        add = (turn.button("change.add", changes.add),) if grows else ()
        _say_stopped(turn, "partner.stopped_found" if grows else "partner.stopped", add)


def _say_not_searching(turn: Turn, party: Party | None) -> None:
    """That nobody is looked for: since somebody comes along, where that is so."""
    turn.show(
        _not_searching(turn, party),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


def _not_searching(turn: Turn, party: Party | None) -> Markup:
    reader = party.spoken_to_at(turn.address) if party is not None else None
    others = [one.name for one in party.everyone if one is not reader] if party is not None else []
    if not others:
        return turn.words("partner.not_searching")
    return turn.words("partner.found_already", names=turn.words.listing(others), n=len(others))


def _say_stopped(turn: Turn, key: str, *rows: tuple[Button, ...]) -> None:
    turn.show(
        turn.words(key),
        *rows,
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


@topic.pressed("partner_yes")
async def accept(turn: Turn, code: str) -> None:
    """Yes to the proposal; `code` is the party's own."""
    party = await mine.own_party(turn, code)
    proposed = await usecases.partners.proposed(turn.books, party) if party is not None else None
    if party is None or proposed is None:
        turn.toast("partner.over_toast")
        return
    if proposed.answered:
        turn.toast("partner.answered")
        return
    merged = await usecases.partners.accept(turn.books, party)
    if merged is None:
        turn.show(turn.words("partner.waiting"), *_rows(turn))
    else:
        turn.show(turn.words("partner.both"), (turn.button("button.mine", mine.show),))


@topic.pressed("partner_no")
async def decline(turn: Turn, code: str) -> None:
    """No to the proposal; the search goes on."""
    party = await mine.own_party(turn, code)
    if party is None or await usecases.partners.proposed(turn.books, party) is None:
        turn.toast("partner.over_toast")
        return
    await usecases.partners.decline(turn.books, party)
    turn.show(turn.words("partner.declined"), *_rows(turn))


# ---- messages owed


@topic.message(PROPOSAL)
async def tell_proposal(due: DueMessage) -> None:
    """Somebody was found: would they come together?"""
    party = await due.party()
    proposed = await usecases.partners.proposed(due.books, party) if party is not None else None
    if party is None or proposed is None or proposed.answered:
        return
    due.say(
        _proposal(due.words, party, proposed.other),
        (due.button("partner.yes", accept, party.code),),
        (due.button("partner.no", decline, party.code),),
    )


@topic.replied(PROPOSAL)
async def hear_proposal(turn: Turn, message: Delivery, text: str) -> Button | None:
    """« Oui, pourquoi pas », « non merci »."""
    party = await turn.books.parties.of_key(message.subject.party_key)
    if party is None or not mine.is_contact(turn, party) or proposals.is_of_own(text):
        return None
    proposed = await usecases.partners.proposed(turn.books, party)
    if proposed is None or proposed.answered:
        return None
    match replies.read(text):
        case Reply.YES:
            return turn.button("reply.proposal.yes", accept, party.code)
        case Reply.NO:
            return turn.button("reply.proposal.no", decline, party.code)
        case _:
            return None


def _proposal(words: Words, own: Party, other: Party) -> Markup:
    """What is told of the other before both have said yes: where from, and in what capacity."""
    key = "partner.proposal" if other.territory else "partner.proposal_anywhere"
    told = words(key, n=other.seats, who=kinds(words, other), territory=other.territory)
    together = own.seats + other.seats
    ask = words(words.of_size("partner.proposal_ask", together), size=together)
    return PARAGRAPH.join([told, ask])


def kinds(words: Words, party: Party) -> str:
    """In what capacity each of a party comes: « élu·e »."""
    return words.listing(words.plain(f"category.{one}.any") for one in _categories(party))


def _categories(party: Party) -> list[Category]:
    return [member.category for member in party.members]


@topic.message(PROPOSAL_OVER)
async def tell_over(due: DueMessage) -> None:
    """What was proposed comes to nothing; the search goes on."""
    party = await due.party()
    if party is not None and await due.books.searches.is_open(party.key):
        due.say(due.words("partner.over"), (due.button("partner.stop", stop),))


@topic.message(MATCHED)
async def tell_matched(due: DueMessage) -> None:
    """Both have said yes."""
    party = await due.party()
    if party is not None:
        due.say(_matched(due, party), (due.button("button.mine", mine.show),))


def _matched(due: DueMessage, party: Party) -> Markup:
    """Both have said yes: who they are, how to reach each other, and who is the contact person."""
    words = due.words
    people: list[phrases.Contact] = [*party.members, *party.registrars]
    reached = [
        words("partner.reach", name=one.name, reached=phrases.reached(one))
        for one in people
        if phrases.reached(one)
    ]
    whole = phrases.party_of(words, party.seats)
    return PARAGRAPH.join(
        [
            words("partner.matched", party=whole, code=party.code),
            phrases.team(words, due.event, party.territory, party.members),
            LINE.join(reached),
            words("partner.contact_own")
            if party.spoken_to_at(due.delivery.address) == party.contact
            else words("partner.contact", name=party.contact.name),
        ]
    )
