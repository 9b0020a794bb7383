"""Asking step after step: answers and presses, doubt, back, correcting.

What to ask next is never stored: it is the first step without an answer. So a correction, a
step back, a restart or three days of silence need no case of their own. What the answers are
for (a registration, a change, joining a party) is a `Purpose`. What is written meanwhile is heard
by `bot.conversation.listening`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.conversation import amending, introductions, missing, phrases
from bot.conversation.live_buttons import BACK, CHOOSE, EDIT, NO, SAME, STOP, YES, LiveButton
from bot.conversation.messages import Button, PutKeyboardAway
from bot.conversation.purpose import Purpose
from bot.conversation.steps.step import Choice, Corrections, Kept, Refused, Step
from bot.conversation.turn import Turn
from bot.understanding.results import Doubtful, Reading, Unclear, Understood

Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """The open question of one turn, and what the answers are for."""

    turn: Turn
    purpose: Purpose

    @property
    def step(self) -> Step:
        """The open question; the next one when the draft has it no more."""
        named = self.purpose.step_named(
            self.turn.draft, self.turn.event, self.turn.dialogue.step or ""
        )
        return named or self.next_step

    @property
    def next_step(self) -> Step:
        """The first question without an answer; the final one when there is none."""
        return self.purpose.next_step(self.turn.draft, self.turn.event)

    @property
    def final_step(self) -> Step:
        """The last one, from which every answer can be corrected."""
        return self.purpose.steps(self.turn.draft, self.turn.event)[-1]

    def step_before(self, step: Step) -> Step | None:
        """The question before this one that has an answer to go back to."""
        return self.purpose.step_before(self.turn.draft, self.turn.event, step)

    async def repeat(self, *preface: Markup, is_whole: bool = False) -> None:
        """Ask the open question once more, after what had to be said first.

        After something in passing a long question comes in short, unless it must be whole.
        """
        turn, step, doubt = self.turn, self.step, self.turn.dialogue.doubt
        if doubt is not None:
            self._ask_doubt(step, doubt, key="doubt", said=preface)
        elif turn.dialogue.change is not None and turn.dialogue.change.asked:
            amending.ask_again(self, turn.dialogue.change, preface)
        elif preface and not is_whole:
            await self.ask(step, preface, question=await step.again(turn))
        else:
            await self.ask(step, preface)

    # ---- an answer in words, or shared

    async def take(self, step: Step, reading: Reading[Any], said: Sequence[Markup] = ()) -> None:
        """What was read: an answer, one to be sure of, or none; after what had to be said."""
        turn = self.turn
        match reading:
            case Understood(value):
                await self._keep(step, value)
            case Doubtful(value, why):
                key = turn.words.first(f"doubt.{step.topic}.{why}", "doubt")
                self._ask_doubt(step, step.doubtful(value), key=key, said=said)
            case Unclear(why):
                await self._missed(step, why, said)

    async def _missed(self, step: Step, why: str, before: Sequence[Markup]) -> None:
        """Say what is missing; if that does not help, ask in other words, then say whom to call."""
        turn, words = self.turn, self.turn.words
        if turn.dialogue.change is not None and turn.dialogue.change.asked:
            await self.repeat(*before, words("heard.again"))
            return
        key = words.first(f"unclear.{step.topic}.{why}", f"unclear.{step.topic}")
        match missing.way(turn, key):
            case missing.Way.FIRST:
                said = [*before, words(key, **step.facts(turn))]
                await self.ask(step, said, question=await step.again(turn))
            case missing.Way.ANOTHER:
                await self.ask(step, before, question=words(f"another.{step.topic}"))
            case missing.Way.PERSON:
                # A reason that was not given yet still helps.
                said = [words(key, **step.facts(turn))] if key not in turn.missed else []
                lost = words("lost.step", contact=phrases.reach(words, turn.event))
                await self.ask(step, [*before, *said, lost], question=await step.again(turn))

    def _ask_doubt(self, step: Step, doubt: str, *, key: str, said: Sequence[Markup] = ()) -> None:
        turn = self.turn
        self._open(step)
        turn.dialogue.doubt = doubt
        shown = doubt.replace("|", " ").strip()
        yes = turn.live_button(turn.words.plain("button.yes"), YES)
        no = turn.live_button(turn.words.plain("button.no"), NO)
        turn.ask([*said, turn.words(key, value=shown)], (yes, no))

    async def share_contact(self, phone: str, *, own: bool) -> None:
        """A contact card, shared with Telegram's own button or sent; `own`: the sender's."""
        turn, step = self.turn, self.step
        reading = step.read_contact(turn, phone, own=own)
        if isinstance(reading, Refused):
            turn.replies.append(PutKeyboardAway(reading.reason))
            await self.repeat()
        else:
            turn.put_keyboard_away("phone.received")
            await self.take(step, reading)

    # ---- a press on a button of the open question

    async def choose(self, value: str) -> None:
        """An answer that was offered."""
        step = self.step
        if not step.helps(self.turn, value):
            await self.settle(step, value)

    async def settle_doubt(self) -> None:
        """Yes: what was read is what was meant."""
        doubt = self.turn.dialogue.doubt
        if doubt is None:
            self.turn.toast("toast.old")
        else:
            await self.settle(self.step, doubt)

    async def settle(self, step: Step, chosen: str) -> None:
        """The answer that a button, or the yes to a doubt, stands for."""
        value = step.chosen(self.turn, chosen)
        if value is None:
            await self.ask(step)
        else:
            await self._keep(step, value)

    async def back(self) -> None:
        """To the answer before; a correction that is not made after all leads on."""
        step = self.step
        if self._is_correction(step):
            await self.go_on()
        else:
            await self.ask(self.step_before(step) or step)

    def _is_correction(self, step: Step) -> bool:
        """Whether all is answered and this question is asked once more."""
        return not step.is_final and self.next_step.is_final

    async def correct(self, name: str) -> None:
        """Ask for an earlier answer anew, or first for which of several."""
        turn, step = self.turn, self.step
        several = step.corrections_of(turn, name) or self._corrections_of(name)
        if several is None:
            named = self.purpose.step_named(turn.draft, turn.event, name)
            await self.ask(named or self.next_step)
        else:
            self._open(step)
            turn.dialogue.corrects = int(name.partition(".")[2] or 0)
            turn.ask([several.question], *self._rows(EDIT, several.rows))

    async def amend(self) -> None:
        """Yes: the change that was said in words is what was meant."""
        wanted = self.turn.dialogue.change
        if wanted is None:
            self.turn.toast("toast.old")
        else:
            await amending.amend(self, wanted)

    def _corrections_of(self, name: str) -> Corrections | None:
        """All that can be corrected so far, or a member's line, before the recap is reached."""
        turn, final = self.turn, self.final_step
        if self.next_step.is_final:
            return None
        if name != final.name:
            return final.corrections_of(turn, name)
        back = Choice(turn.words.plain("button.back"), self.next_step.name)
        return Corrections(turn.words("noted.which"), [*final.corrections(turn), [back]])

    # ---- keeping an answer, and what comes next

    async def _keep(self, step: Step, value: Any) -> None:
        if step.is_final:
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
        said = [*said, *introductions.take_up(self.turn)]
        room = await self.purpose.keep_seats(self.turn)
        step = self.next_step
        if room is not None:
            await self.purpose.lose_seats(self, room, said)
        elif step.is_final:
            await self.purpose.complete(self, said, fix)
        else:
            await self.ask(step, said, fix)

    async def ask(
        self,
        step: Step,
        said: Sequence[Markup] = (),
        fix: Choice | None = None,
        question: Markup | None = None,
    ) -> None:
        """Ask a question; `fix` offers to put right what was just understood.

        `question`: other words for it.
        """
        turn = self.turn
        self._open(step)
        question = question or await step.question(turn)
        choices = self._rows(CHOOSE, await step.choices(turn))
        corrections = self._rows(EDIT, step.corrections(turn))
        if step.is_final:
            turn.ask([*said, question], *corrections, *choices, self._way_back(step))
        else:
            rather = self._rows(EDIT, [[one] for one in (fix, self._noted(fix)) if one])
            turn.ask([*said, question], *choices, *rather, *corrections, self._way_back(step))

    def _noted(self, fix: Choice | None) -> Choice | None:
        """« Corriger », from when something was noted that was told unasked; but once."""
        final, draft = self.final_step.name, self.turn.draft
        if fix is not None and fix.value == final:
            draft.is_told = True
            return None
        if not draft.is_told or self.next_step.is_final:
            return None
        return Choice(self.turn.words.plain("noted.fix"), final)

    def _open(self, step: Step) -> None:
        """From now on this is the open question: buttons of earlier ones are old."""
        dialogue = self.turn.dialogue
        dialogue.revision += 1
        dialogue.step = step.name
        dialogue.doubt = None
        dialogue.change = None

    def _rows(self, to: LiveButton, rows: list[list[Choice]]) -> list[Row]:
        return [
            tuple(self.turn.live_button(one.label, to, one.value) for one in row) for row in rows
        ]

    def _way_back(self, step: Step) -> Row:
        turn, buttons = self.turn, []
        goes_on = step.is_final or self._is_correction(step)  # « Ne rien changer » does
        if not goes_on and self.step_before(step) is not None:
            buttons.append(turn.live_button(turn.words.plain("button.back"), BACK))
        if step.value(turn.draft) is not None:
            buttons.append(turn.live_button(turn.words.plain("button.same"), SAME))
        if not turn.acting_for:  # « Retour à la fiche » stops
            buttons.append(turn.live_button(turn.words.plain("button.stop"), STOP))
        return tuple(buttons)


def open_question(turn: Turn) -> Asking:
    """The question that is open in a dialogue, or would be when it is resumed."""
    return Asking(turn, turn.topics.purpose(turn.draft))
