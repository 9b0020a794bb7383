"""Asking step after step: answers in words and presses, doubt, back, aside, correcting.

What to ask next is never stored: it is the first step without an answer. So a correction, a
step back, a restart or three days of silence need no case of their own. What the answers are
for (a registration, a change, joining a party) is a `Purpose`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from bot.conversation.buttons import Action
from bot.conversation.messages import Button
from bot.conversation.steps import next_step, step_before, step_named
from bot.conversation.steps.contact import SHARE, WITHOUT, Phone
from bot.conversation.steps.recap import Recap
from bot.conversation.steps.step import Choice, Kept, Refused, Step
from bot.conversation.topics import answers, menu, partners
from bot.conversation.turn import Turn
from bot.domain.seats import NoRoom
from bot.understanding import confirmations, questions, words
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Reading, Unclear, Understood

Row = tuple[Button, ...]


class Purpose(ABC):
    """What a draft's answers are for."""

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Keep holding the seats that the draft needs; how it stands when they are gone."""
        return None

    async def lose_seats(self, asking: "Asking", room: NoRoom, said: Sequence[Markup]) -> None:
        """The seats are gone: say so, and ask what to do."""
        raise NotImplementedError

    async def complete(self, asking: "Asking", said: Sequence[Markup], fix: Choice | None) -> None:
        """Every question has its answer: ask to confirm, unless there is nothing to confirm."""
        await asking.ask(next_step(asking.turn.draft), said, fix)

    async def confirmed(self, asking: "Asking") -> None:
        """The recap was confirmed."""
        raise NotImplementedError

    @abstractmethod
    async def stop(self, turn: Turn) -> None:
        """The person stops answering."""

    async def restart(self, asking: "Asking") -> None:
        """The person wants to begin anew."""
        await self.stop(asking.turn)


async def keep_holding(turn: Turn, seats: int) -> NoRoom | None:
    """Renew the hold of the draft's seats, or take them again; how it stands when they are gone."""
    draft = turn.draft
    held = await turn.desk.keep_holding(draft.id, seats, turn.person.chat_id, draft.held_until)
    if isinstance(held, NoRoom):
        return held
    draft.held_until = held.expires_at
    return None


@dataclass(frozen=True, slots=True)
class Asking:
    """The open question of one turn, and what the answers are for."""

    turn: Turn
    purpose: Purpose

    @property
    def step(self) -> Step:
        """The open question; the next one when the draft has it no more."""
        draft = self.turn.draft
        return step_named(draft, self.turn.dialogue.step or "") or next_step(draft)

    async def repeat(self, *preface: Markup) -> None:
        """Ask the open question once more, after what had to be said first."""
        doubt = self.turn.dialogue.doubt
        if doubt is not None:
            self._ask_doubt(self.step, doubt, "doubt", preface)
        else:
            await self.ask(self.step, preface)

    # ---- an answer in words

    async def answer(self, text: str) -> None:
        """What was written while a question is open: an answer, a command word, a question."""
        turn, step = self.turn, self.step
        if turn.dialogue.doubt is not None and await self._settled_doubt(step, text):
            return
        if await self._said_a_label(step, text):
            return
        command = words.command(text)
        if command is not None:
            await self._obey(step, command)
            return
        if plain(text) == plain(turn.words.plain("button.mine")):
            await self.repeat(turn.words("answer.finish_first"))
            return
        if partners.is_asked(text):
            await self.repeat(turn.words("partner.register_first"))
            return
        asked = questions.digression(text, step.topic, turn.names)
        if asked:
            back_to = () if isinstance(step, Recap) else (turn.words("register.back_to"),)
            await self.repeat(*await answers.in_passing(turn, asked), *back_to)
            return
        reading = step.read(turn, text)
        aside = self._aside(text, reading)
        if aside:
            await self.repeat(*await answers.in_passing(turn, aside))
        else:
            await self._take(step, reading)

    def _aside(self, text: str, reading: Reading[Any]) -> list[questions.Intent]:
        """A greeting, thanks, a call for help: when it can be no answer."""
        if not isinstance(reading, Unclear) or reading == Unclear("no"):
            return []
        return list(questions.courtesy(text, self.turn.names))

    async def _said_a_label(self, step: Step, text: str) -> bool:
        """Whether the label of a button was written, not pressed; then it is obeyed."""
        chosen = _labelled(text, await step.choices(self.turn))
        if chosen is not None:
            await self._choose(step, chosen)
            return True
        corrected = _labelled(text, step.corrections(self.turn))
        if corrected is not None:
            await self._correct(corrected)
        return corrected is not None

    async def _settled_doubt(self, step: Step, text: str) -> bool:
        match confirmations.read(text):
            case True:
                await self._settle(step, self.turn.dialogue.doubt or "")
            case False:
                await self.ask(step)
            case None:
                return False  # they did not say yes or no: perhaps they answered anew
        return True

    async def _obey(self, step: Step, command: str) -> None:
        turn = self.turn
        match command:
            case "back" if turn.dialogue.doubt is not None:
                await self.ask(step)
            case "back":
                await self._back(step)
            case "stop":
                await self.purpose.stop(turn)
            case "skip" if isinstance(step, Phone):
                await self._settle(step, WITHOUT)
            case "skip" if isinstance(step, Recap):
                await self.repeat(turn.words("unclear.recap"))
            case "skip" if step.value(turn.draft) is not None:
                await self.go_on()
            case "skip":
                await self.repeat(turn.words("register.no_skip"))
            case "restart":
                await self.purpose.restart(self)
            case "menu":
                await menu.show(turn)
            case _:
                await self.repeat()

    async def _take(self, step: Step, reading: Reading[Any]) -> None:
        words_ = self.turn.words
        match reading:
            case Understood(value):
                await self._keep(step, value)
            case Doubtful(value, why):
                key = words_.first(f"doubt.{step.topic}.{why}", "doubt")
                self._ask_doubt(step, step.doubtful(value), key)
            case Unclear(why):
                key = words_.first(f"unclear.{step.topic}.{why}", f"unclear.{step.topic}")
                await self.ask(step, [words_(key)])

    def _ask_doubt(self, step: Step, doubt: str, key: str, said: Sequence[Markup] = ()) -> None:
        turn = self.turn
        turn.dialogue.revision += 1
        turn.dialogue.step = step.name
        turn.dialogue.doubt = doubt
        shown = doubt.replace("|", " ").strip()
        yes = turn.live_button(turn.words.plain("button.yes"), "yes")
        no = turn.live_button(turn.words.plain("button.no"), "no")
        turn.ask([*said, turn.words(key, value=shown)], (yes, no))

    async def share_phone(self, phone: str) -> None:
        """A telephone number shared with Telegram's own button."""
        turn, step = self.turn, self.step
        turn.put_keyboard_away("phone.received")
        await self._take(step, step.read(turn, phone))

    async def extend(self) -> None:
        """« Gardez-les encore »: renew the hold; where it was over, take the seats again."""
        turn = self.turn
        room = await self.purpose.keep_seats(turn)
        held = await turn.desk.held(turn.draft.id)
        if room is not None:
            await self.purpose.lose_seats(self, room, [])
        elif held is None:
            turn.toast("hold.gone")
            await self.repeat()
        else:
            renewed = held.expires_at >= turn.now + timedelta(minutes=turn.event.seats.hold_minutes)
            until = turn.words.hour(held.expires_at)
            seats = held.seats
            turn.show(
                turn.words("hold.extended" if renewed else "hold.longest", n=seats, until=until)
            )

    # ---- a press

    async def press(self, action: Action) -> None:
        """A press on a button of the open question; its draft and revision were checked."""
        turn, step = self.turn, self.step
        match action.verb:
            case "choose":
                await self._choose(step, action.argument)
            case "yes" if turn.dialogue.doubt is not None:
                await self._settle(step, turn.dialogue.doubt)
            case "no":
                await self.ask(step)
            case "same":
                await self.go_on()
            case "back":
                await self._back(step)
            case "stop":
                await self.purpose.stop(turn)
            case "edit":
                await self._correct(action.argument)
            case _:
                turn.toast("toast.old")

    async def _choose(self, step: Step, value: str) -> None:
        turn = self.turn
        if isinstance(step, Phone) and value == SHARE:
            turn.lay_keyboard("phone.how", "phone.share")
        else:
            await self._settle(step, value)

    async def _settle(self, step: Step, chosen: str) -> None:
        value = step.chosen(self.turn, chosen)
        if value is None:
            await self.ask(step)
        else:
            await self._keep(step, value)

    async def _back(self, step: Step) -> None:
        if self._is_correction(step):
            await self.go_on()
        else:
            await self.ask(step_before(self.turn.draft, step) or step)

    def _is_correction(self, step: Step) -> bool:
        """Whether all is answered and this question is asked once more."""
        return next_step(self.turn.draft).name == "recap" != step.name

    async def _correct(self, name: str) -> None:
        kind, _, place = name.partition(".")
        if kind == "member":
            await self._ask_what_to_correct(place)
            return
        step = step_named(self.turn.draft, name)
        await self.ask(step or next_step(self.turn.draft))

    async def _ask_what_to_correct(self, place: str) -> None:
        turn = self.turn
        step = step_named(turn.draft, f"name.{place}")
        if step is None:
            await self.repeat()
            return
        turn.dialogue.revision += 1
        buttons = [
            turn.live_button(turn.words.plain(f"recap.fix.{topic}"), "edit", f"{topic}.{place}")
            for topic in ("name", "role", "organisation", "category")
        ]
        back = turn.live_button(turn.words.plain("button.back"), "edit", "recap")
        question = turn.words("recap.fix", name=step.value(turn.draft))
        turn.ask([question], tuple(buttons[:2]), tuple(buttons[2:]), (back,))

    # ---- keeping an answer, and what comes next

    async def _keep(self, step: Step, value: Any) -> None:
        if isinstance(step, Recap):
            await self.purpose.confirmed(self)
            return
        self.turn.dialogue.doubt = None
        match await step.keep(self.turn, value):
            case Refused(reason):
                await self.ask(step, [reason])
            case Kept(remark, fix):
                await self.go_on([remark] if remark else [], fix)

    async def go_on(self, said: Sequence[Markup] = (), fix: Choice | None = None) -> None:
        """Ask the next question; what was understood is said before it."""
        room = await self.purpose.keep_seats(self.turn)
        step = next_step(self.turn.draft)
        if room is not None:
            await self.purpose.lose_seats(self, room, said)
        elif isinstance(step, Recap):
            await self.purpose.complete(self, said, fix)
        else:
            await self.ask(step, said, fix)

    async def ask(self, step: Step, said: Sequence[Markup] = (), fix: Choice | None = None) -> None:
        """Ask a question; `fix` offers to put right what was just understood."""
        turn = self.turn
        turn.dialogue.revision += 1
        turn.dialogue.step = step.name
        turn.dialogue.doubt = None
        question = await step.question(turn)
        choices = self._rows("choose", await step.choices(turn))
        corrections = self._rows("edit", step.corrections(turn))
        if isinstance(step, Recap):
            turn.ask([*said, question], *corrections, *choices, self._way_back(step))
        else:
            rather = self._rows("edit", [[fix]] if fix else [])
            turn.ask([*said, question], *choices, *rather, *corrections, self._way_back(step))

    def _rows(self, verb: str, rows: list[list[Choice]]) -> list[Row]:
        return [
            tuple(self.turn.live_button(one.label, verb, one.value) for one in row) for row in rows
        ]

    def _way_back(self, step: Step) -> Row:
        turn, buttons = self.turn, []
        goes_on = isinstance(step, Recap) or self._is_correction(step)  # « Ne rien changer » does
        if step_before(turn.draft, step) is not None and not goes_on:
            buttons.append(turn.live_button(turn.words.plain("button.back"), "back"))
        if step.value(turn.draft) is not None:
            buttons.append(turn.live_button(turn.words.plain("button.same"), "same"))
        return (*buttons, turn.live_button(turn.words.plain("button.stop"), "stop"))


def _labelled(text: str, rows: list[list[Choice]]) -> str | None:
    said = re.sub(r"^(le|la|l) ", "", plain(text))
    choices = (choice for row in rows for choice in row)
    return next((choice.value for choice in choices if said and plain(choice.label) == said), None)
