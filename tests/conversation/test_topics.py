"""What topics declare: nothing twice, nothing that is not said, nothing that is not written."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from bot import conversation, event_file, i18n
from bot.conversation import engine
from bot.conversation.collection import (
    DeclaredTwiceError,
    Topics,
    UncheckedError,
    UnknownMessageError,
)
from bot.conversation.live_buttons import LIVE_BUTTONS
from bot.conversation.purpose import Purpose
from bot.conversation.state import Draft
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.conversation.topic import Topic, Who
from bot.conversation.turn import DueMessage, Turn
from bot.domain.event import Event
from bot.domain.keys import AddressKey, DeliveryKey, DraftId, EventKey, PartyKey, Subject
from bot.domain.roles import Role
from bot.store import deliveries
from bot.store.books import Books
from bot.store.deliveries import Delivery
from bot.understanding.intents import Intent

PARIS = ZoneInfo("Europe/Paris")
EVENT = event_file.load(i18n.data_folder("events") / "pelussin-2015.toml")
TOPICS = Path(conversation.__file__).parent / "topics"


async def handler(turn: Turn, argument: str) -> None:
    """Answers nothing."""


async def tell(turn: Turn) -> Markup:
    return Markup()


async def write(due: DueMessage) -> None:
    """Says nothing."""


class Survey(Purpose):
    def steps(self, draft: Draft, event: Event) -> list[Step]:
        return [Territory()]

    async def stop(self, turn: Turn) -> None:
        """Leaves everything as it is."""


SENT = """
    menu programme page register resume forget seats infos map ics contact faq mine cancel
    cancel_yes coming change replace add withdraw withdraw_yes stay team accept leave leave_yes
    queue extend search search_stop partner_yes partner_no language privacy see_data erase
    erase_yes headcount list export
"""
"""The verbs of buttons that people have in their chats."""

DECLARATIONS: dict[str, Callable[[Topic], object]] = {
    "command": lambda topic: topic.command("parking", "parc")(handler),
    "other name of a command": lambda topic: topic.command(topic.name, "parc")(handler),
    "button": lambda topic: topic.pressed("park")(handler),
    "link": lambda topic: topic.opened("park_")(handler),
    "request": lambda topic: topic.requested(Intent.CHANGE)(handler),
    "answer": lambda topic: topic.asked(Intent.ACCESS)(tell),
    "message": lambda topic: topic.message("parked")(write),
    "purpose": lambda topic: topic.purpose(Survey("survey")),
}


def checking() -> Topic:
    """What any collection needs."""
    topic = Topic("checking")

    @topic.checked(Who.CONTACT_PERSON)
    async def is_contact_person(turn: Turn) -> bool:
        return False

    return topic


@pytest.mark.parametrize("declare", DECLARATIONS.values(), ids=DECLARATIONS.keys())
def test_two_topics_declare_nothing_alike(declare: Callable[[Topic], object]) -> None:
    one, other = Topic("one"), Topic("other")
    declare(one)
    Topics([checking(), one, other])
    declare(other)
    with pytest.raises(DeclaredTwiceError, match="one and other"):
        Topics([checking(), one, other])


def test_who_may_be_checked() -> None:
    with pytest.raises(UncheckedError):
        Topics([Topic("one")])


@pytest.mark.parametrize("verb", ["", "Park", "park:2", "a_verb_that_is_too_long"])
def test_a_verb_fits_into_a_button(verb: str) -> None:
    with pytest.raises(ValueError, match="verb"):
        Topic("one").pressed(verb)(handler)


def test_buttons_and_drafts_of_before_are_still_understood() -> None:
    verbs = {verb for topic in engine.TOPICS.all for verb, _ in topic.buttons}
    assert set(SENT.split()) <= verbs
    assert {"choose", "yes", "no", "same", "back", "stop", "edit"} <= set(LIVE_BUTTONS)
    stored = ["register", "correct", "replace", "add", "join"]
    drafts = [Draft(id=DraftId("k3f9x2ab"), purpose=purpose) for purpose in stored]
    assert [engine.TOPICS.purpose(draft).name for draft in drafts] == stored


@pytest.mark.parametrize("language", i18n.languages())
def test_every_command_of_the_menu_has_its_sentence(language: str) -> None:
    words = i18n.words(language, PARIS)
    declared = {
        one.names[0] for topic in engine.TOPICS.all for one in topic.commands if one.in_menu
    }
    menu = engine.TOPICS.menu(words, [EVENT], Role.ORGANISER)
    assert {name for name, _ in menu} == declared
    assert all(words.has(f"command.{name}") for name in declared)


def test_organisers_have_their_commands_first() -> None:
    words = i18n.words("fr", PARIS)
    theirs = [name for name, _ in engine.TOPICS.menu(words, [EVENT], Role.ORGANISER)]
    everybodys = [name for name, _ in engine.TOPICS.menu(words, [EVENT], None)]
    assert theirs == [
        "organiser",
        "pointage",
        "effectif",
        "inscrits",
        "fiche",
        "inscrire",
        "export",
        "historique",
        "papiers",
        "annonce",
        "rappels",
        "questions",
        "alertes",
        "inviter",
        "journal",
        "journee",
        "capacite",
        "ouvrir",
        "fermer",
        *everybodys,
    ]


def test_every_message_that_can_be_owed_has_its_writer() -> None:
    kinds = {kind for name, kind in vars(deliveries).items() if name.isupper()}
    assert kinds == {kind for topic in engine.TOPICS.all for kind, _ in topic.writers}


async def test_a_message_of_an_unknown_kind_is_an_error() -> None:
    delivery = Delivery(
        DeliveryKey(1),
        EventKey(1),
        "of_tomorrow",
        Subject.party(PartyKey(1)),
        AddressKey(1),
        EVENT.starts_at,
    )
    due = DueMessage(books=cast(Books, None), words=i18n.words("fr", PARIS), delivery=delivery)
    with pytest.raises(UnknownMessageError, match="of_tomorrow"):
        await engine.write(due)


def test_every_question_of_the_faq_has_its_label() -> None:
    assert engine.TOPICS.faq
    for language in i18n.languages():
        words = i18n.words(language, PARIS)
        assert all(words.has(f"faq.{intent}") for intent in engine.TOPICS.faq)


# ---- topics lead to each other in circles


@pytest.mark.parametrize("path", sorted(TOPICS.glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_topics_use_each_other_inside_functions_only(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    others = set()
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom) and "bot.conversation.topics" in str(
            statement.module
        ):
            assert statement.module == "bot.conversation.topics", "import the topic as a module"
            others |= {alias.asname or alias.name for alias in statement.names}
    used_at_once = {node.id for node in run_at_import(tree) if isinstance(node, ast.Name)}
    assert not others & used_at_once


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in child.decorator_list:
                yield from [decorator, *run_at_import(decorator)]
            yield from run_at_import(child.args)
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from run_at_import(child)


def test_every_topic_is_collected() -> None:
    names = {path.stem for path in TOPICS.glob("[a-z]*.py")}
    assert {topic.name for topic in engine.TOPICS.all} == names
