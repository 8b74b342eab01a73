"""The end of the program in a real terminal: signals, early quits, stops, crashes, what is left behind."""

from __future__ import annotations

import random
import re
import select
import signal
from pathlib import Path

import pytest

from tests.frontends.tui.running import CLEAN, QUESTION, RAW, Running, running


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_a_clean_terminal_the_text_and_a_true_exit_code(number: signal.Signals) -> None:
    with running() as program:
        program.type(b"Bread")
        program.until_said(b"Bread")
        program.kill(number)

        assert 128 + number == program.exit_code()
        assert CLEAN == program.modes
        assert program.is_cooked
        assert b"kept: Bread" in program.said


def test_a_quit_right_behind_the_last_letters_keeps_them() -> None:
    """They come in one piece, and the key is heard by the program before the box has heard the letters."""
    with running() as program:
        program.type(b"Bread\x11")

        assert 0 == program.exit_code()
        assert b"kept: Bread" in program.said


def test_a_terminal_that_is_closed_ends_the_program() -> None:
    with running() as program:
        program.hang_up()

        assert 128 + signal.SIGHUP == program.exit_code()


def test_a_terminal_that_goes_without_a_word_ends_the_program() -> None:
    """Nothing can be read from it, for ever: no reason to go on asking."""
    gone = """
import os, signal
signal.signal(signal.SIGUSR1, lambda *_: os.dup2(os.open(os.devnull, os.O_RDWR), 0))
"""
    with running(gone) as program:
        program.kill(signal.SIGUSR1)

        assert 128 + signal.SIGHUP == program.exit_code()


def test_a_quit_while_everything_is_starting_ends_the_program() -> None:
    """The key comes with the first bytes on the screen, before anything is laid out."""
    program = Running()
    program.until(lambda: RAW in program.said)
    program.type(b"\x11")

    assert 0 == program.exit_code()
    assert CLEAN == program.modes


def test_a_storm_of_sizes_while_everything_is_starting_does_no_harm() -> None:
    """Textual can spin for ever when it is ended soon after a change of size; we wait until it is up."""
    sizes = random.Random(1)
    program = Running()
    for _ in range(80):
        program.resize(sizes.randint(1, 200), sizes.randint(1, 60))
        before = len(program.said)
        if select.select([program.fd], [], [], 0.01)[0]:
            program.until(lambda before=before: len(program.said) > before)  # type: ignore[misc]
    program.until(lambda: RAW in program.said)
    program.resize(90, 30)
    program.kill(signal.SIGINT)

    assert 128 + signal.SIGINT == program.exit_code()
    assert CLEAN == program.modes


def test_sizes_may_change_while_one_types_and_while_one_is_asked() -> None:
    with running() as program:
        for keys, size in ((b"Br", (40, 12)), (b"ea", (200, 60)), (b"d", (5, 3)), (b"\x1b[20~", (80, 24))):
            program.type(keys)
            program.resize(*size)
        program.until_said(b"Where to?")
        program.type(b"\x11")

        assert 0 == program.exit_code()
        assert b"kept: Bread" in program.said
        assert b"Untitled is saved. Go on with: canvas-wizard open Untitled" in program.said


def test_stopped_and_continued_it_gives_the_terminal_back_and_takes_it_again() -> None:
    with running() as program:
        program.type(b"Bre")
        program.until_said(b"Bre")
        program.kill(signal.SIGTSTP)
        program.until_stopped()
        assert CLEAN == program.modes
        assert program.is_cooked
        program.kill(signal.SIGCONT)
        program.until_said(QUESTION)
        program.type(b"ad")
        program.until_said(b"Bread")
        program.type(b"\x11")

        assert 0 == program.exit_code()
        assert CLEAN == program.modes
        assert program.is_cooked
        assert b"kept: Bread" in program.said


def test_stopped_by_force_it_is_as_it_was_afterwards() -> None:
    """It couldn't give the terminal back, so there is nothing to take again; but everything is painted."""
    with running() as program:
        program.kill(signal.SIGSTOP)
        program.until_stopped()
        program.kill(signal.SIGCONT)
        program.until_said(QUESTION)
        program.type(b"Bread")
        program.until_said(b"Bread")
        program.type(b"\x11")

        assert 0 == program.exit_code()
        assert program.is_cooked


def test_a_crash_is_told_in_a_sentence_and_keeps_what_was_typed(tmp_path: Path) -> None:
    broken = """
from wizard.frontends.tui.screens.workshop import WorkshopScreen
def crash(self): raise KeyError("broken")
WorkshopScreen.action_note = crash
"""
    with running(broken, TMPDIR=str(tmp_path)) as program:
        program.type(b"Bread")
        program.until_said(b"Bread")
        program.type(b"\x1b[15~")

        assert 70 == program.exit_code()
        assert CLEAN == program.modes
        assert program.is_cooked
        assert (
            b"Canvas Wizard has made a mistake and had to stop. What you had typed is kept." in program.said
        )
        assert b"Traceback" not in program.said
        assert b"kept: Bread" in program.said
    (details,) = tmp_path.iterdir()
    assert str(details).encode() in program.said
    assert 0o600 == details.stat().st_mode & 0o777
    assert "KeyError: 'broken'" in details.read_text("utf-8")
    assert "Bread" not in details.read_text("utf-8")


def test_no_colour_at_all_where_none_is_wanted() -> None:
    """Neither while somebody types, nor in lists, above the screen, in the palette and in the help."""
    with running(NO_COLOR="1") as program:
        for keys, shown in (
            (b"Bread", b"Bread"),
            (b"\x1b[20~", b"Where to?"),
            (b"\x1b", QUESTION),
            (b"\x1b[21~", b"Where the cursor is"),
            (b"\x1b", QUESTION),
            (b"\x10", b"What would you like to do?"),
        ):
            program.type(keys)
            program.until_said(shown)
        program.type(b"\x11")
        assert 0 == program.exit_code()

    told = {
        code for sequence in re.findall(rb"\x1b\[([0-9;:]*)m", program.said) for code in sequence.split(b";")
    }
    assert told <= {b"", b"0", b"1", b"2", b"3", b"4", b"7"}
    assert {b"1", b"7"} <= told
