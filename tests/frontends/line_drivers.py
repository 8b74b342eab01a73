"""Drivers that type, line by line: into the plain front end and the prompts, each in a thread of its own.

Nobody sleeps: a driver goes on when the front end says that it waits for the next answer.
"""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TextIO

import pytest
from prompt_toolkit.application import application, create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.output import DummyOutput
from questionary import Question
from questionary.prompts.common import InquirerControl

from tests.frontends.drivers import FOLDER, Room, reach, the_question
from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.where import END
from wizard.frontends.dialogue import telling
from wizard.frontends.dialogue.session import hold
from wizard.frontends.plain import run as run_plain
from wizard.frontends.prompts import PromptsAsker

PATIENCE_S = 20
_OVER = "over"


class LineDriver:
    """The actions in terms of typing a text, picking words, and giving commands."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.workshop = room.workshop

    # What each way of typing does for itself

    def text(self, text: str) -> None:
        """Type a whole answer."""
        raise NotImplementedError

    def pick(self, word: str) -> None:
        """Pick the entry of a menu that this word stands for."""
        raise NotImplementedError

    def pick_all(self, words: Sequence[str]) -> None:
        """Pick these and no others."""
        raise NotImplementedError

    def command(self, name: str, rest: str = "") -> None:
        raise NotImplementedError

    def say_yes(self) -> None:
        """Say yes if that is what is asked, else nothing."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go on from what is answered, or from a list."""
        raise NotImplementedError

    # The actions

    def _reach(self, is_there: Callable[[Place | None], bool]) -> None:
        reach(self.workshop, is_there, self.go_on)

    def _reach_question(self, question: str) -> None:
        self._reach(lambda here: here is not None and here.question == question)

    def _put(self, view: Input, raw: Raw) -> None:
        """Answer what is asked at the moment."""
        if not raw:
            self.command("skip")
        elif view.kind == "choice" or view.options:
            wanted = (raw,) if isinstance(raw, str) else raw
            entries = list(zip(telling.option_entries(view), view.options, strict=True))
            words = [next(e.word for e, o in entries if item in (o.id, o.label)) for item in wanted]
            if view.pick is None:
                self.pick(*words)
            else:
                self.pick_all(words)
        else:
            assert isinstance(raw, str)
            self.text(raw)

    def answer(self, place: Place, raw: Raw) -> None:
        self._reach(lambda here: here == place)
        self._put(the_question(self.workshop).input, raw)

    def pass_(self, place: Place) -> None:
        self._reach(lambda here: here == place)
        self.command("skip")

    def dont_know(self, place: Place) -> None:
        self._reach(lambda here: here == place)
        self.command("unknown")

    def add_card(self, question: str, values: Mapping[str, Raw]) -> None:
        self._reach_question(question)
        before = len(the_question(self.workshop).cards)
        self.pick("add")
        asked: list[str | None] = []
        left = dict(values)
        while view := self._field_asked(before, asked):
            field = view.place.field or ""
            if not left:
                self.command("done")
                break
            asked.append(field)
            self._put(view, left.pop(field, ""))
        assert {} == left

    def _field_asked(self, before: int, asked: list[str | None]) -> Input | None:
        """The field that is asked next: of the card that is there now, else of the one to come."""
        question = the_question(self.workshop)
        fields = question.cards[-1].fields if len(question.cards) > before else question.blank
        return next((view for view in fields if view.place.field not in asked), None)

    def change_card(self, question: str, index: int, values: Mapping[str, Raw]) -> None:
        self._reach_question(question)
        self.pick(str(index + 1))
        for field, raw in values.items():
            fields = the_question(self.workshop).cards[index].fields
            at, view = next((n, view) for n, view in enumerate(fields, 1) if view.place.field == field)
            self.pick(str(at))
            self._put(view, raw)
        self.pick("")

    def move_card(self, question: str, index: int, to: int) -> None:
        self._reach_question(question)
        self.pick("move")
        self.pick(str(index + 1))
        self.pick(str(to + 1))

    def remove_card(self, question: str, index: int) -> None:
        self._reach_question(question)
        self.pick("remove")
        self.pick(str(index + 1))
        self.say_yes()

    def cell(self, question: str, row: str, column: str, raw: str) -> None:
        self._reach_question(question)
        view = the_question(self.workshop)
        labels = [axis.label for axis in view.rows]
        self.pick(str(labels.index(row) + 1))
        cells = [cell for cell in view.cells if cell.row == view.rows[labels.index(row)].id]
        assert view.cell is not None
        for axis, cell in zip(view.columns, cells, strict=True):
            if axis.label == column:
                self._put(view.cell, raw)
                if axis != view.columns[-1]:
                    self.command("done")
                return
            self._put(view.cell, cell.raw)

    def note(self, place: Place, text: str) -> None:
        self._reach(lambda here: here == place)
        self.command("note", text)

    def back(self) -> None:
        self.command("back")

    def undo(self) -> None:
        self.command("undo")

    def redo(self) -> None:
        self.command("redo")

    def jump(self, place: Place) -> None:
        stop = next(stop for stop in self.workshop.stops() if stop.place == place)
        steps = [step.id for step in self.workshop.screen().steps]
        self.command("steps")
        self.pick(str(steps.index(stop.step) + 1))
        self.command("review")
        review = [line.stop for line in self.workshop.screen().review]
        self.pick(str(review.index(stop) + 1))

    def finish(self) -> None:
        self._reach(lambda here: here is None and self.workshop.here == END)
        self.pick("finish")
        if self.workshop.screen().documents:
            self.text(FOLDER)


class Typist(io.TextIOBase, TextIO):
    """Standard input that somebody types into, in step with who reads it."""

    def __init__(self, terminal: bool = False) -> None:
        super().__init__()
        self.typed: queue.Queue[str] = queue.Queue()
        self.asked: queue.Queue[str] = queue.Queue()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as every text stream
        del size
        self.asked.put("a line")
        return self.typed.get(timeout=PATIENCE_S)


class PlainDriver(LineDriver):
    """Types lines as a piped session would: the first one that isn't understood ends it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.stdin, self.stdout = Typist(), io.StringIO()

    def run(self) -> None:
        run_plain(self.room.home, workshop=self.workshop, stdin=self.stdin, stdout=self.stdout)
        self.stdin.asked.put(_OVER)

    def ready(self) -> None:
        self.stdin.asked.get(timeout=PATIENCE_S)

    def leave(self) -> None:
        self.stdin.typed.put("")

    def _line(self, line: str) -> None:
        self.stdin.typed.put(f"{line}\n")
        self.ready()
        assert "Stopped at line" not in self.stdout.getvalue(), self.stdout.getvalue()[-1500:]

    def text(self, text: str) -> None:
        if "\n" in text:
            for line in (":lines", *text.split("\n"), "."):
                self._line(line)
        else:
            self._line(f":{text}" if text.startswith(":") else text)

    def pick(self, word: str) -> None:
        self._line(word)

    def pick_all(self, words: Sequence[str]) -> None:
        self._line(", ".join(words))

    def command(self, name: str, rest: str = "") -> None:
        self._line(f":{name} {rest}".strip())

    def say_yes(self) -> None:
        if self.stdout.getvalue().endswith("Yes or no [No]: "):
            self._line("yes")

    def go_on(self) -> None:
        self._line("")


class SeenPrompts(PromptsAsker):
    """The prompts, and word of each one before it is answered."""

    def __init__(self) -> None:
        self.asked: queue.Queue[Question | str] = queue.Queue()

    def say(self, text: str = "", *, wrap: bool = True) -> None:
        """Nobody needs to read along."""

    def _asked(self, question: Question) -> Any:
        self.asked.put(question)
        return super()._asked(question)


class PromptsDriver(LineDriver):
    """Presses keys: arrows, space, enter, escape."""

    def __init__(self, room: Room, keys: PipeInput) -> None:
        super().__init__(room)
        self.asker, self.keys = SeenPrompts(), keys
        self.question: Question | str = _OVER

    def run(self) -> None:
        with create_app_session(input=self.keys, output=DummyOutput()):
            hold(self.room.home, self.asker, workshop=self.workshop)
        self.asker.asked.put(_OVER)

    def ready(self) -> None:
        self.question = self.asker.asked.get(timeout=PATIENCE_S)

    def leave(self) -> None:
        self.keys.send_text("\x03")

    def _press(self, keys: str) -> None:
        self.keys.send_text(keys)
        self.ready()

    def _menu(self) -> InquirerControl | None:
        """The list that is asked at the moment, if it is one."""
        assert isinstance(self.question, Question)
        controls = self.question.application.layout.find_all_controls()
        return next((control for control in controls if isinstance(control, InquirerControl)), None)

    def text(self, text: str) -> None:
        if "\n" in text:
            self._press("\x15:lines\r")
            self._press(text.replace("\n", "\r") + "\x1b\r")
        else:
            self._press("\x15" + (f":{text}" if text.startswith(":") else text) + "\r")

    def pick(self, word: str) -> None:
        menu = self._menu()
        assert menu is not None, word
        words = [choice.value for choice in menu.choices]
        assert menu.pointed_at is not None
        down = words.index(word) - menu.pointed_at
        self._press(("\x1b[B" * down if down > 0 else "\x1b[A" * -down) + "\r")

    def pick_all(self, words: Sequence[str]) -> None:
        menu = self._menu()
        assert menu is not None, words
        turned = [
            "\x1b[B" * (n > 0) + self._turn(menu, str(c.value), words) for n, c in enumerate(menu.choices)
        ]
        self._press("".join(turned) + "\r")

    def _turn(self, menu: InquirerControl, word: str, words: Sequence[str]) -> str:
        return " " if (word in words) != (word in menu.selected_options) else ""

    def command(self, name: str, rest: str = "") -> None:
        if self._menu() is None:
            self._press(f"\x15:{name} {rest}".rstrip() + "\r")
            return
        self._press("\x1b")
        self.pick(f":{name}")
        if rest:
            self.text(rest)

    def say_yes(self) -> None:
        if self._menu() is None:
            self._press("y")

    def go_on(self) -> None:
        question = self.workshop.screen().question
        if question is None or question.input.kind in ("cards", "matrix"):
            self.pick("")
        else:
            self._press("\r")


def _in_a_thread(driver: PlainDriver | PromptsDriver) -> Iterator[None]:
    thread = threading.Thread(target=driver.run, daemon=True)
    thread.start()
    driver.ready()
    try:
        yield
    finally:
        driver.leave()
        thread.join(PATIENCE_S)


@contextmanager
def plain_driver(room: Room) -> Iterator[PlainDriver]:
    driver = PlainDriver(room)
    with contextmanager(_in_a_thread)(driver):
        yield driver


@contextmanager
def prompts_driver(room: Room) -> Iterator[PromptsDriver]:
    with create_pipe_input() as keys, pytest.MonkeyPatch.context() as patch:
        # Every prompt makes all of Emacs and vi anew, three times over. Once is enough for a test.
        patch.setattr(application, "load_key_bindings", cache(load_key_bindings))
        driver = PromptsDriver(room, keys)
        with contextmanager(_in_a_thread)(driver):
            yield driver
