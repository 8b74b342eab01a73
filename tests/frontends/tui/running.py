"""The program in a real terminal: a pseudo-terminal to type into, to hang up, and to look at afterwards."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

PROGRAM = """
import contextlib, sys
from tests.frontends.drivers import Room
from wizard.core.problems import Place
from wizard.frontends.tui import leaving, run
leaving._WATCH_S = 0.05
{before}
at = Room("business-model")
code = run(at.home, workshop=at.workshop)
with contextlib.suppress(OSError):  # there may be no terminal any more
    print("kept:", at.workshop.drafts.at(Place("name")), file=sys.stderr, flush=True)
sys.exit(code)
"""
QUESTION = b"What is the venture called?"
RAW = b"?25l"  # said once the terminal keeps no key to itself any more
CLEAN = {
    1049: False,
    1000: False,
    1003: False,
    1006: False,
    1015: False,
    25: True,
    1004: False,
    2004: False,
    7: True,
}
PATIENCE_S = 20.0
MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")


class Running:
    """The program in a pseudo-terminal. before: what it does first. env: what else it finds there."""

    def __init__(self, before: str = "", **env: str) -> None:
        self.said = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            program = PROGRAM.format(before=before)
            os.execve(sys.executable, [sys.executable, "-c", program], {**os.environ, **env})
        self.resize(80, 24)

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def until(self, is_so: Callable[[], bool]) -> None:
        """Read what it says until something is so."""
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, self.said[-500:]
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    self.said += os.read(self.fd, 1 << 16)
                except OSError:  # it has closed its side
                    return

    def until_said(self, text: bytes) -> None:
        """Read until it says this, after what was read before."""
        before = len(self.said)
        self.until(lambda: text in self.said[before:])

    def type(self, keys: bytes) -> None:
        os.write(self.fd, keys)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def until_stopped(self) -> None:
        self.until(lambda: os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)[0] == self.pid)
        self._read_the_rest()

    def hang_up(self) -> None:
        os.close(self.fd)
        self.fd, other = os.pipe()  # there is nothing more to be read
        os.close(other)

    @property
    def modes(self) -> dict[int, bool]:
        """What the terminal has last been told to be."""
        said = {int(number): how == b"h" for number, how in MODE.findall(self.said)}
        return {number: said[number] for number in CLEAN}

    @property
    def is_cooked(self) -> bool:
        """Whether the terminal gives lines, and shows what one types."""
        wanted = termios.ICANON | termios.ECHO
        local: int = termios.tcgetattr(self.fd)[3]
        return local & wanted == wanted

    def exit_code(self) -> int:
        """Wait for the end, reading on meanwhile; whoever doesn't end is ended, and the test fails."""
        status: list[int] = []

        def is_over() -> bool:
            found, code = os.waitpid(self.pid, os.WNOHANG)
            status.extend([code] if found else [])
            return bool(found)

        end = time.monotonic() + PATIENCE_S
        try:
            while not status:
                self.until(is_over)
                assert time.monotonic() < end
        finally:
            if not status:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        self._read_the_rest()
        return os.waitstatus_to_exitcode(status[0])

    def _read_the_rest(self) -> None:
        with suppress(OSError):
            while select.select([self.fd], [], [], 0)[0] and (more := os.read(self.fd, 1 << 16)):
                self.said += more


@contextmanager
def running(before: str = "", **env: str) -> Iterator[Running]:
    """The program, with its first question on the screen."""
    program = Running(before, **env)
    try:
        program.until(lambda: QUESTION in program.said)
        yield program
    finally:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(program.pid, signal.SIGKILL)
            os.waitpid(program.pid, 0)
        with suppress(OSError):
            os.close(program.fd)
