"""The end of the program in a real terminal: signals, early quits, what is left behind."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable

import pytest

PROGRAM = """
import sys
from tests.frontends.drivers import Room
from wizard.frontends.tui import run
at = Room("business-model")
sys.exit(run(at.home, workshop=at.workshop))
"""
LEFT = b"\x1b[?1049l"  # the terminal gets its own screen back
PATIENCE_S = 20.0


class Running:
    """The program in a pseudo-terminal."""

    def __init__(self) -> None:
        self.said = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execv(sys.executable, [sys.executable, "-c", PROGRAM])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, is_so: Callable[[], bool]) -> None:
        """Read what it says until something is so."""
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, self.said[-500:]
            if select.select([self._fd], [], [], 0.05)[0]:
                try:
                    self.said += os.read(self._fd, 1 << 16)
                except OSError:  # it has closed its side
                    return

    def type(self, keys: bytes) -> None:
        os.write(self._fd, keys)

    def exit_code(self) -> int:
        """Wait for the end, reading on meanwhile; whoever doesn't end is ended, and the test fails."""
        status: list[int] = []

        def is_over() -> bool:
            found, code = os.waitpid(self.pid, os.WNOHANG)
            status.extend([code] if found else [])
            return bool(found)

        try:
            self.until(is_over)
            if not status:
                status.append(os.waitpid(self.pid, 0)[1])
        except AssertionError:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            raise
        return os.waitstatus_to_exitcode(status[0])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_a_clean_terminal_and_a_true_exit_code(number: signal.Signals) -> None:
    program = Running()
    program.until(lambda: b"What is the venture called?" in program.said)
    os.kill(program.pid, number)

    assert 128 + number == program.exit_code()
    assert LEFT in program.said


def test_a_quit_while_everything_is_starting_ends_the_program() -> None:
    """The key comes with the first bytes on the screen, before anything is laid out."""
    program = Running()
    program.until(lambda: b"1049h" in program.said)
    program.type(b"\x11")

    assert 0 == program.exit_code()
    assert LEFT in program.said


def test_afterwards_it_is_said_where_everything_is() -> None:
    program = Running()
    program.until(lambda: b"What is the venture called?" in program.said)
    program.type(b"\x11")

    assert 0 == program.exit_code()
    assert b"Untitled is saved. Go on with: canvas-wizard open Untitled" in program.said
