"""A program in a pseudo-terminal, and the moment at which something is on its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from types import TracebackType
from typing import NoReturn, Self

import pyte

from bench.commands import CHECKOUT, Command

Size = tuple[int, int]

COLUMNS, LINES = 120, 36
PATIENCE_S = 20.0
CHUNK = 1 << 16


class NeverShown(Exception):
    """What was waited for didn't come; says what was on the screen instead."""


class Terminal:
    """A program on a screen of 120x36, or of another size: columns and lines.

    Emulating a terminal takes longer than many a paint, so nothing is emulated while the clock runs: what
    arrives is kept with its time, and afterwards replayed to find the piece that brought the text.
    """

    def __init__(
        self, command: Command, environment: Mapping[str, str] | None = None, size: Size = (COLUMNS, LINES)
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
        settings.setdefault("CANVAS_WIZARD_SETTINGS", os.devnull)  # nobody's own theme is measured
        self._started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            become(command, os.environ | settings, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def ms_until(self, text: str, *, quiet_s: float = 0.2) -> float:
        """Milliseconds from the start, or from the last key, until `text` was on the screen.

        quiet_s: silence for this long means that the program has painted what it had to paint.
        """
        end = time.perf_counter() + PATIENCE_S
        while time.perf_counter() < end:
            shown_at = self._replay(self._pieces(quiet_s, end), text)
            if shown_at is not None:
                return (shown_at - self._started) * 1000
        raise NeverShown(f"{text!r} never came. The screen:\n" + "\n".join(self.screen.display))

    def press(self, keys: str) -> None:
        """Type, and start the clock."""
        self._started = time.perf_counter()
        os.write(self._fd, keys.encode())

    def shows(self, text: str) -> bool:
        return any(text in line for line in self.screen.display)

    def end(self) -> None:
        """End the program, and wait for it; whoever weighs it writes a note before it goes."""
        try:
            os.killpg(self._pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        else:
            self._drain()
        os.close(self._fd)
        os.waitpid(self._pid, 0)

    def _pieces(self, quiet_s: float, end: float) -> list[tuple[float, bytes]]:
        """What comes until the program is quiet, each piece with the time at which it came."""
        pieces: list[tuple[float, bytes]] = []
        while select.select([self._fd], [], [], quiet_s if pieces else end - time.perf_counter())[0]:
            at = time.perf_counter()
            if not (piece := self._read()):
                break
            pieces.append((at, piece))
        return pieces

    def _replay(self, pieces: list[tuple[float, bytes]], text: str) -> float | None:
        """Bring the screen up to date; the time of the piece after which `text` was first on it."""
        shown_at = None
        for at, piece in pieces:
            self._stream.feed(piece)
            if shown_at is None and self.shows(text):
                shown_at = at
        return shown_at

    def _drain(self) -> None:
        """Read to the end: a program whose terminal is full can't go."""
        end = time.perf_counter() + PATIENCE_S
        while select.select([self._fd], [], [], max(0.0, end - time.perf_counter()))[0]:
            if not self._read():
                return
        os.killpg(self._pid, signal.SIGKILL)

    def _read(self) -> bytes:
        """What is there; nothing once the program is gone."""
        try:
            return os.read(self._fd, CHUNK)
        except OSError:  # Linux says EIO where others say end of file
            return b""


def become(command: Command, environment: Mapping[str, str], size: Size) -> NoReturn:
    """Turn this freshly forked process into the command; never come back into the harness."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.chdir(CHECKOUT)
        os.execvpe(command[0], list(command), environment)
    finally:
        os._exit(127)
