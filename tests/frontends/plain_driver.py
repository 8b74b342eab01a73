"""A driver that types lines into the plain front end."""

from __future__ import annotations

import io
import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from tests.frontends.drivers import Room
from tests.frontends.line_drivers import OVER, PATIENCE_S, LineDriver, running
from wizard.frontends.plain import run as run_plain


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
        self.stdin.asked.put(OVER)

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


@contextmanager
def plain_driver(room: Room) -> Iterator[PlainDriver]:
    driver = PlainDriver(room)
    with running(driver):
        yield driver
