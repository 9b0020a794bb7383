"""What is kept about a person: the notice, seeing it, erasing it.

The notice tells what art. 13 GDPR and the CNIL's guidance on information notices ask for: who,
why, what, how long, which rights and how to use them.
"""

from collections.abc import Mapping

from markupsafe import Markup

from bot import usecases
from bot.conversation import acting, checking, phrases, repeating
from bot.conversation.asking import open_question
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.state import Dialogue, Draft, MemberDraft, Wanted
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, mine, partners, registration, reworded
from bot.conversation.turn import Turn
from bot.domain.fields import MEMBER_FIELDS
from bot.domain.party import Member, Party
from bot.i18n import Words
from bot.typography import spoken_phone
from bot.understanding import erasing, fellows, reasons, sentences
from bot.understanding.act import Act
from bot.understanding.changes.kinds import Kind
from bot.understanding.fellows import Fellows
from bot.understanding.intents import Intent
from bot.understanding.reasons import Datum

topic = Topic("privacy")


@topic.command("confidentialite", "privacy", in_menu=True)
@topic.pressed("privacy")
async def show_notice(turn: Turn, _argument: str) -> None:
    """/confidentialite: the whole notice."""
    await acting.end(turn)
    event, words = turn.event, turn.words
    has_parties = event.seats.largest > 1
    asked = "privacy.answers" if event.audience.territory else "privacy.answers_anywhere"
    seen = "privacy.seen" if event.audience.territory else "privacy.seen_anywhere"
    besides = [words.plain("privacy.besides", label=ask.label) for ask in event.ask]
    said = words(
        "privacy.notice",
        keeper=event.privacy.keeper,
        until=words.day(event.erase_at),
        answers=words.plain(asked) + "".join(besides),
        seen=words.plain(seen if has_parties else "privacy.seen_alone"),
    )
    rights = [words("privacy.team")]
    rights += [words("privacy.others")] if has_parties else []
    rights.append(words("privacy.rights", email=event.contact.email))
    turn.show(
        PARAGRAPH.join([said, LINE.join(rights)]),
        (turn.button("privacy.see", show_data), turn.button("privacy.erase", ask_to_erase)),
        (turn.button("button.menu", menu.show),),
    )


@topic.pressed("see_data")
async def show_data(turn: Turn, _argument: str) -> None:
    """Everything that is kept about this chat."""
    turn.show(
        PARAGRAPH.join(await _kept(turn)),
        (turn.button("privacy.erase", ask_to_erase), turn.button("button.menu", menu.show)),
    )


async def _kept(turn: Turn) -> list[Markup]:
    """What is kept about this chat, of all its registrations, and until when."""
    sentences = [turn.words("privacy.chat", number=turn.person.address.id)]
    if turn.dialogue.draft is not None:
        sentences.append(_answers(turn.words, turn.dialogue.draft))
    if turn.dialogue.introduced is not None:
        sentences.append(_introduced(turn.words, turn.dialogue.introduced))
    parties = await turn.parties()
    for party in parties:
        sentences += await _of_party(turn, party)
    if parties:
        sentences.append(turn.words("privacy.history", n=len(parties)))
    asked = await turn.books.questions.asked_by(turn.address)
    if asked:
        quoted = [turn.words("relay.quoted", question=one.question) for one in asked]
        sentences.append(turn.words("privacy.questions", questions=Markup(" ").join(quoted)))
    if len(sentences) == 1:
        return [*sentences, turn.words("privacy.nothing")]
    return [*sentences, turn.words("privacy.until", until=turn.words.day(turn.event.erase_at))]


async def _of_party(turn: Turn, party: Party) -> list[Markup]:
    """What is kept of one registration, as this chat may see it."""
    said = [turn.words("mine.title", code=party.code), mine.recap(turn, party)]
    own = party.member_at(turn.address)
    if own is not None and not mine.is_contact(turn, party):
        said.append(_own(turn.words, own))
    said += await _present(turn, party)
    if await turn.books.notes.of(party.key):
        said.append(turn.words("privacy.notes", email=turn.event.contact.email))
    return said


def _answers(words: Words, draft: Draft) -> Markup:
    said = [draft.territory]
    if draft.size is not None:
        said.append(phrases.size_name(words, draft.size))
    for member in draft.members:
        said += [member.name, member.function, member.organisation]
        if member.category is not None:
            said.append(phrases.category(words, member.category, member.function))
        said += [member.email, member.phone, *_besides(member.answers)]
    if draft.registrar is not None:
        said += [draft.registrar.name, draft.registrar.email, draft.registrar.phone]
    said += draft.answers.values()
    answers = Markup(", ").join(answer for answer in said if answer)
    return words("privacy.draft", answers=answers)


def _introduced(words: Words, told: MemberDraft) -> Markup:
    said = Markup(", ").join(filter(None, [told.function, told.organisation]))
    return words("privacy.draft", answers=said)


def _besides(answers: Mapping[str, str]) -> list[str]:
    """What the event asks besides."""
    known = {field.key for field in MEMBER_FIELDS}
    return [answer for key, answer in answers.items() if key not in known]


async def _present(turn: Turn, party: Party) -> list[Markup]:
    """Who of them was ticked off, and for which half of the day."""
    ticked = await turn.books.presences.all()
    names = [
        f"{one.name} ({turn.words.plain(f'paper.half.{half}').lower()})"
        for one in party.members
        for half in ticked.get(one.key, {})
    ]
    return [turn.words("privacy.present", names=turn.words.listing(names))] if names else []


def _own(words: Words, member: Member) -> Markup:
    known = ", ".join(filter(None, [member.name, phrases.reached(member)]))
    return words("privacy.own", known=known)


@topic.pressed("erase")
async def ask_to_erase(turn: Turn, _argument: str) -> None:
    """Ask whether everything is really to be erased."""
    party = await turn.registered()
    ask = turn.words("privacy.ask_erase")
    if party is not None:
        ask += Markup(" ") + _what_goes_too(turn, party)
    turn.confirm(
        ask, turn.button("privacy.erase_yes", erase), turn.button("button.no_keep", show_notice)
    )


def _what_goes_too(turn: Turn, party: Party) -> Markup:
    if not mine.is_contact(turn, party):
        return turn.words("privacy.ask_erase_own")
    if party.members:
        return turn.words("privacy.ask_erase_party", n=party.seats)
    return turn.words("privacy.ask_erase_waiting")


@topic.pressed("erase_yes")
async def erase(turn: Turn, _argument: str) -> None:
    """Erase what is kept about this chat; its seats are free again."""
    await registration.forget_quietly(turn)
    await usecases.change.erase(turn.books, turn.address)
    turn.dialogue = Dialogue(revision=turn.dialogue.revision)
    turn.show(turn.words("privacy.erased"), (turn.button("button.menu", menu.show),))


@topic.heard(Act.ERASES, Act.CHECKS, Act.ASKS)
async def hear(turn: Turn, text: str) -> bool:
    """« Effacez tout ce que vous avez sur moi »: whether it is asked for; it is confirmed first."""
    if erasing.asks_all(text) and not turn.replies:
        await ask_to_erase(turn, "")
        return True
    if erasing.asks_to_see(text):
        at, unknown = len(turn.replies), await checking.unknown(turn, text)
        await show_data(turn, "")
        turn.say_before(at, [turn.words("privacy.none_of", names=unknown)] if unknown else [])
        return True
    return await _hear_reach(turn, text)


@topic.heard_meanwhile(Act.ERASES)
async def hear_meanwhile(turn: Turn, text: str) -> bool:
    """The same while a registration is under way: what was answered goes with the rest."""
    if not erasing.asks_all(text):
        return False
    await registration.forget_quietly(turn)
    if await turn.registered() is None:
        await erase(turn, "")
    else:
        await ask_to_erase(turn, "")
    return True


async def _hear_reach(turn: Turn, text: str) -> bool:
    """« Supprimez mon e-mail »: done once it is confirmed, where there is another way to reach."""
    kind = erasing.asks_reach(text)
    party = await turn.registered() if kind is not None else None
    own = None if party is None else party.spoken_to_at(turn.address)
    if kind is None or party is None or own is None or not mine.is_contact(turn, party):
        return False
    other = own.phone if kind is Kind.EMAIL else own.email
    if not own.answers.get(str(kind)):
        turn.say(turn.words(f"privacy.no_{kind}"), (turn.button("button.mine", mine.show),))
    elif not other:
        reach = phrases.reach(turn.words, turn.event)
        turn.say(turn.words(f"privacy.only_{kind}", contact=reach))
    else:
        turn.party = party
        tag = phrases.tag(own) if isinstance(own, Member) else ""
        shown = spoken_phone(other) if kind is Kind.EMAIL else other
        ask = turn.words(f"privacy.ask_{kind}", other=shown)
        reworded.confirm(turn, ask, Wanted(kind=kind, value="", tag=tag))
    return True


def _notice_button(turn: Turn) -> Button | None:
    """The notice, but to who asks of the others: there is nothing of them in it."""
    of_others = fellows.read(turn.text) is not None
    return None if of_others else turn.button("button.privacy", show_notice)


@topic.asked(Intent.PRIVACY, further=_notice_button)
async def _privacy(turn: Turn) -> Markup:
    if (asked := fellows.read(turn.text)) is not None:
        said = await partners.instead_of_names(turn) if asked is Fellows.NEAR else None
        left = phrases.seats_left(turn.words, await turn.seats())
        return said or turn.words("answer.privacy.others", left=left)
    if reasons.wants_others(turn.text):
        return turn.words("why.not_others")
    if reasons.named(turn.text) is None and reasons.must_be_given(turn.text) is not None:
        return turn.words("must.email")
    if (reason := _reason(turn)) is not None:
        return turn.words(f"why.{reason}")
    keeper, until = turn.event.privacy.keeper, turn.words.day(turn.event.erase_at)
    if erasing.asks_to_see(turn.text):
        return PARAGRAPH.join(await _kept(turn))
    of = erasing.asked(turn.text)
    if of is not None:
        return turn.words(f"answer.privacy.{of}", until=until)
    said = turn.words("answer.privacy", keeper=keeper, until=until)
    if repeating.is_recent(turn, said):
        return turn.words("answer.privacy.again", until=until)
    return said


def _reason(turn: Turn) -> str | None:
    """What it is whose use is asked about: named, or what is asked for just now; None: nothing."""
    named = reasons.named(turn.text) or reasons.must_be_given(turn.text)
    if named is not None:
        return named
    _, asked = sentences.parted(turn.text)
    if turn.dialogue.step is None or not any(map(reasons.asks_why, asked or [turn.text])):
        return None
    topic = open_question(turn).step.topic
    return topic if topic in {*Datum} else "other"
