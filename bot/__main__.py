"""The command line: `binome run`, `demo`, `check`, `ask`… (`binome --help` has them all)."""

import asyncio
import io
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from bot import app, catalogues, demo, event_file, logs, settings
from bot.domain.event import Event
from bot.event_file import EventError
from bot.exports import papers
from bot.exports.errors import BadPictureError
from bot.heartbeat import ALIVE, Heartbeat
from bot.i18n import data_folder
from bot.settings import SettingsError
from bot.store.database import StoreError
from bot.understanding import answers, questions
from bot.understanding.event_names import EventNames

S = TypeVar("S")

WRONG_SETUP = 2
"""Exit status when the setup is wrong: a setting, the event file, the database."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Binôme prend les inscriptions d’une journée professionnelle, en discutant."""


def _finish(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except (SettingsError, EventError, StoreError) as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_SETUP)


def _settings() -> settings.Settings:
    return _or_exit(settings.load)


def _webhook_settings() -> settings.WebhookSettings:
    return _or_exit(settings.load_webhook)


def _or_exit(load: Callable[[], S]) -> S:
    try:
        return load()
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_SETUP)


@main.command()
@click.option(
    "--log-level",
    type=click.Choice(["DEBUG", "INFO", "WARNING", "ERROR"], case_sensitive=False),
    default="INFO",
    show_default=True,
    help="À partir de quel niveau écrire dans le journal.",
)
@click.option(
    "--webhook",
    is_flag=True,
    help="Reçoit les messages par HTTP (BINOME_WEBHOOK_URL, BINOME_WEBHOOK_SECRET, BINOME_LISTEN)"
    " au lieu d’aller les chercher ; plusieurs processus peuvent le faire ensemble.",
)
def run(log_level: str, webhook: bool) -> None:
    """Lance le bot, réglé par les variables d’environnement BINOME_…"""
    chosen = _settings()
    work = app.run_webhook(chosen, _webhook_settings()) if webhook else app.run(chosen)
    logs.set_up(chosen.token.get_secret_value(), level=log_level.upper())
    _finish(work)


@main.command()
def migrate() -> None:
    """Crée les tables de la base, ou les met à la version de ce programme."""
    _finish(_migrate(_settings()))


async def _migrate(chosen: settings.Settings) -> None:
    upgrade = await app.upgrade(chosen)
    if upgrade.before == upgrade.after:
        click.echo(f"Le schéma est déjà à la version {upgrade.after}.")
    elif upgrade.before == 0:
        click.echo(f"Le schéma est créé, à la version {upgrade.after}.")
    else:
        click.echo(f"Le schéma passe de la version {upgrade.before} à la version {upgrade.after}.")


@main.command(name="demo")
@click.option("--port", type=click.IntRange(0, 65535), default=8081, show_default=True)
@click.option(
    "--event",
    "file",
    type=click.Path(path_type=Path),
    help="Le fichier de la journée, ou un dossier.",
)
def demo_(port: int, file: Path | None) -> None:
    """Lance le bot et un Telegram de démonstration, sur cette machine seulement."""
    _finish(demo.run(port, file or settings.BUNDLED_EVENT))


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8081, show_default=True)
def sandbox(port: int) -> None:
    """Lance le Telegram de démonstration seul, sans le bot."""
    _finish(demo.run_sandbox(port))


@main.command()
@click.option(
    "--event",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Un fichier de journée ; sans cette option, tous ceux du dossier events.",
)
def check(files: tuple[Path, ...]) -> None:
    """Vérifie les fichiers de journées et les catalogues de phrases."""
    mistakes = catalogues.mistakes()
    events: dict[Path, Event] = {}
    for path in files or sorted(data_folder("events").glob("*.toml")):
        try:
            events[path] = event_file.load(path)
        except EventError as error:
            mistakes += str(error).splitlines()
    mistakes += event_file.clashes(events)
    mistakes += [line for path, event in events.items() for line in _unreadable_logos(path, event)]
    for mistake in mistakes:
        click.echo(mistake, err=True)
    if mistakes:
        sys.exit(1)
    click.echo("Tout est en ordre.")


def _unreadable_logos(path: Path, event: Event) -> Iterator[str]:
    for file in event.papers.logos:
        try:
            papers.tidy_picture(event_file.picture(file) or b"")
        except BadPictureError:
            name = Path(file).name
            yield f"{path} : papers.logos : {name} n’est pas une image PNG ou JPEG lisible"


@main.command(name="read")
@click.argument("step", type=click.Choice(list(answers.TOPICS)))
def read_answers(step: str) -> None:
    """Lit des réponses à une étape, une par ligne, et dit ce qui en serait gardé (JSON)."""
    event = event_file.load(settings.BUNDLED_EVENT)
    for line in sys.stdin:
        text = line.rstrip("\n")
        read = answers.read(text, step=step, largest=event.seats.largest, country=event.country)
        said = {"text": text, "value": read.value, "doubt": read.doubt}
        click.echo(json.dumps(said, ensure_ascii=False))


@main.command()
def health() -> None:
    """Dit si le bot lancé avec ces réglages va bien et entend Telegram (pour Docker)."""
    if Heartbeat(_settings()).age() > ALIVE:
        click.echo(
            "Le bot ne va pas bien : il est arrêté, ou Telegram ne lui répond plus. Son journal dit"
            " pourquoi.",
            err=True,
        )
        sys.exit(1)


@main.command()
@click.option(
    "--event",
    "file",
    type=click.Path(path_type=Path),
    default=settings.BUNDLED_EVENT,
    help="Le fichier de la journée dont on parle.",
)
def ask(file: Path) -> None:
    """Dit de chaque ligne de l’entrée ce qu’elle demande, en JSON."""
    try:
        names = EventNames.of(event_file.load(file))
    except EventError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_SETUP)
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"):
        text = line.rstrip("\r\n")
        click.echo(json.dumps(questions.described(text, names), ensure_ascii=False))


@main.command()
def teach() -> None:
    """Apprend les phrases de examples/ et dit ce que cela vaut (pour qui développe)."""
    try:
        # Not in a bot that runs.
        from bot.teaching import acts, facts, for_team, procedure, telling  # noqa: PLC0415
        from bot.teaching.teach import teach as learn_all  # noqa: PLC0415
    except ImportError as error:
        click.echo(f"Il manque un outil de développement : {error}", err=True)
        sys.exit(WRONG_SETUP)
    learn_all(click.echo)
    facts.teach(click.echo)
    telling.teach(click.echo)
    acts.teach(click.echo)
    for lesson in (procedure.LESSON, for_team.LESSON):
        lesson.teach(click.echo)


if __name__ == "__main__":
    main()
