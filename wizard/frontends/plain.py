"""The front end of plain lines: print and read, no escape sequences. Must not know any rule of the method.

For screen readers, simple terminals and pipes. A piped session is strict: it stops at the first line that
isn't understood, so that nothing is answered by accident.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence
from typing import TextIO

from wizard.core.tongue import mark, t
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Entry, Left, Typing
from wizard.frontends.dialogue.prose import one_line, printed
from wizard.frontends.dialogue.session import hold
from wizard.home import Home
from wizard.workshop import Workshop

_YES, _NO = mark("yes, y"), mark("no, n")
"""What may be typed for either, besides what English has."""
_MOST_SHOWN = 40
END_OF_LINES = "."


def run(
    home: Home,
    *,
    workshop: Workshop | None = None,
    out: str | None = None,
    stdin: TextIO = sys.stdin,
    stdout: TextIO = sys.stdout,
) -> int:
    """Run until the person leaves; the exit code. Without a workshop it begins at home."""
    for stream in (stdin, stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    return hold(home, PlainAsker(stdin, stdout), workshop=workshop, out=out)


class PlainAsker:
    """Prints lines and reads lines. What comes through a pipe is shown again beside its question."""

    hint = phrases.HINT_COLON

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._is_terminal = stdin.isatty()
        self._read = 0

    @property
    def heard(self) -> int | None:
        return None if self._is_terminal else self._read

    def say(self, text: str = "", *, wrap: bool = True) -> None:
        width = shutil.get_terminal_size().columns - 1 if wrap and self._stdout.isatty() else None
        self._write(printed(text, width) + "\n")

    def line(
        self,
        prompt: str,
        *,
        start: str = "",
        ghost: str = "",
        also: Sequence[Entry] = (),
        typing: Typing | None = None,
    ) -> str:
        del also, typing  # a line is seen only when it is complete
        return self._heard(prompt, start or ghost) or start

    def menu(
        self, prompt: str, entries: Sequence[Entry], *, start: str = "", also: Sequence[Entry] = ()
    ) -> str:
        del also
        self._list(entries)
        there = next((entry.label or entry.word for entry in entries if entry.word == start), "")
        if not start:
            there = next((entry.label for entry in entries if not entry.word), "")
        return self._heard(prompt, there) or start

    def several(
        self,
        prompt: str,
        entries: Sequence[Entry],
        *,
        start: Sequence[str] = (),
        also: Sequence[Entry] = (),
    ) -> str:
        del also
        self._list(entries)
        there = ", ".join(start)
        return self._heard(t(phrases.WITH_COMMAS, prompt=prompt), there) or ",".join(start)

    def lines(self, prompt: str, start: str = "") -> str:
        self.say(prompt)
        found: list[str] = []
        try:
            while (line := self._read_line()) != END_OF_LINES:
                found.append(line)
        except Left:
            if not found:
                raise
        return "\n".join(found) or start

    def sure(self, prompt: str) -> bool | None:
        word = self._heard(f"{prompt} {t('Yes or no')}", t("No")).strip().lower()
        if word in (*_YES.split(", "), *t(_YES).split(", ")):
            return True
        return False if word in ("", *_NO.split(", "), *t(_NO).split(", ")) else None

    def _list(self, entries: Sequence[Entry]) -> None:
        """What may be chosen. A label that only repeats its word needs no line of its own."""
        for entry in entries:
            if not entry.word or not entry.label or entry.label.lower() == entry.word.lower():
                continue
            said = f"{entry.label.rstrip('.')}. {entry.help}" if entry.help else entry.label
            self.say(f"{entry.word}: {said}")

    def _heard(self, prompt: str, there: str) -> str:
        """One line. there: what enter alone gives."""
        shown = one_line(there)
        if len(shown) > _MOST_SHOWN:
            shown = shown[:_MOST_SHOWN].rstrip() + "…"
        self._write(one_line(prompt) + (f" [{shown}]" if shown else "") + ": ")
        return self._read_line()

    def _read_line(self) -> str:
        try:
            line = self._stdin.readline()
        except KeyboardInterrupt:
            raise Left from None
        if not line:
            self._write("\n")
            raise Left
        self._read += 1
        line = line.rstrip("\r\n")
        if not self._is_terminal:
            self._write(printed(line, None) + "\n")
        return line

    def _write(self, text: str) -> None:
        self._stdout.write(text)
        self._stdout.flush()
