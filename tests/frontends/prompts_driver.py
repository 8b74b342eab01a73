"""A driver that presses keys in the prompts: arrows, space, enter, escape."""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from prompt_toolkit.application import application, create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.output import DummyOutput
from questionary import Question
from questionary.prompts.common import InquirerControl

from tests.frontends.drivers import Room
from tests.frontends.line_drivers import OVER, PATIENCE_S, LineDriver, running
from wizard.frontends.dialogue.session import hold
from wizard.frontends.prompts import PromptsAsker


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
        self.question: Question | str = OVER

    def run(self) -> None:
        with create_app_session(input=self.keys, output=DummyOutput()):
            hold(self.room.home, self.asker, workshop=self.workshop)
        self.asker.asked.put(OVER)

    def ready(self) -> None:
        self.question = self.asker.asked.get(timeout=PATIENCE_S)

    def leave(self) -> None:
        self.keys.send_text("\x03")

    def press(self, keys: str) -> None:
        self.keys.send_text(keys)
        self.ready()

    def _menu(self) -> InquirerControl | None:
        """The list that is asked at the moment, if it is one."""
        assert isinstance(self.question, Question)
        controls = self.question.application.layout.find_all_controls()
        return next((control for control in controls if isinstance(control, InquirerControl)), None)

    def text(self, text: str) -> None:
        if "\n" in text:
            self.press("\x15:lines\r")
            self.press(text.replace("\n", "\r") + "\x1b\r")
        else:
            self.press("\x15" + (f":{text}" if text.startswith(":") else text) + "\r")

    def pick(self, word: str) -> None:
        menu = self._menu()
        assert menu is not None, word
        words = [choice.value for choice in menu.choices]
        assert menu.pointed_at is not None
        down = words.index(word) - menu.pointed_at
        self.press(("\x1b[B" * down if down > 0 else "\x1b[A" * -down) + "\r")

    def pick_all(self, words: Sequence[str]) -> None:
        menu = self._menu()
        assert menu is not None, words
        turned = [
            "\x1b[B" * (n > 0) + self._turn(menu, str(c.value), words) for n, c in enumerate(menu.choices)
        ]
        self.press("".join(turned) + "\r")

    def _turn(self, menu: InquirerControl, word: str, words: Sequence[str]) -> str:
        return " " if (word in words) != (word in menu.selected_options) else ""

    def skip(self) -> None:
        menu = self._menu()
        if menu is not None and any(choice.value == "" for choice in menu.choices):
            self.pick("")
        else:
            self.command("skip")

    def command(self, name: str, rest: str = "") -> None:
        if self._menu() is None:
            self.press(f"\x15:{name} {rest}".rstrip() + "\r")
            return
        self.press("\x1b")
        self.pick(f":{name}")
        if rest:
            self.text(rest)

    def say_yes(self) -> None:
        if self._menu() is None:
            self.press("y")

    def go_on(self) -> None:
        question = self.workshop.screen().question
        if question is None or question.input.kind in ("cards", "matrix"):
            self.pick("")
        else:
            self.press("\r")


@contextmanager
def prompts_driver(room: Room) -> Iterator[PromptsDriver]:
    with create_pipe_input() as keys, pytest.MonkeyPatch.context() as patch:
        # Every prompt makes all of Emacs and vi anew, three times over. Once is enough for a test.
        patch.setattr(application, "load_key_bindings", cache(load_key_bindings))
        driver = PromptsDriver(room, keys)
        with running(driver):
            yield driver
