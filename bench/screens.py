"""What a person waits for at the terminal: the home screen, the first question, the sign of a key."""

from __future__ import annotations

import itertools
import string
import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.commands import Command, module, noted_mib, weighed
from bench.peers import bare_app, bare_input
from bench.samples import medians
from bench.table import Row
from bench.terminal import Terminal

HOME_TEXT = "New workshop"
FIRST_QUESTION_TEXT = "What is the venture called?"
KEYS = 60
KEY_QUIET_S = 0.05
SEED = "zq"  # what is typed first, so that what follows can't be mistaken for something else on the screen


class Shown(NamedTuple):
    """A command, and the text by which one sees that it is ready for its person."""

    command: Command
    text: str


def bare_app_shown() -> Shown:
    return Shown(module("bench.peers.bare_app"), bare_app.TEXT)


def bare_input_shown() -> Shown:
    return Shown(module("bench.peers.bare_input"), bare_input.TEXT)


def home_shown(store: Path) -> Shown:
    """The home screen, on a store that is empty."""
    return Shown(module("wizard", "--store", str(store)), HOME_TEXT)


def first_question_shown(store: Path) -> Shown:
    """A new workshop of the shipped flow, at its first question."""
    arguments = ("--store", str(store), "new", "--flow", "business-model", "--name", "Bench")
    return Shown(module("wizard", *arguments), FIRST_QUESTION_TEXT)


def painted_ms(shown: Shown) -> float:
    """Milliseconds from starting the process to its text on the screen."""
    with Terminal(shown.command) as terminal:
        return terminal.ms_until(shown.text)


def painted_mib(shown: Shown) -> float:
    """The most memory held at once up to its text on the screen, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "peak"
        with Terminal(weighed(shown.command, note)) as terminal:
            terminal.ms_until(shown.text)
        return noted_mib(note)


def key_to_paint_ms(ours: Shown, theirs: Shown, keys: int = KEYS) -> tuple[float, float]:
    """Medians, ours and theirs, from a key to its letter on the screen; both are typed into in turns."""
    with Terminal(ours.command) as our_terminal, Terminal(theirs.command) as their_terminal:
        found: tuple[list[float], list[float]] = ([], [])
        our_terminal.ms_until(ours.text)
        their_terminal.ms_until(theirs.text)
        for terminal in (our_terminal, their_terminal):
            terminal.press(SEED)
            terminal.ms_until(SEED)
        typed = SEED
        for letter in itertools.islice(itertools.cycle(string.ascii_lowercase), keys):
            typed += letter
            for terminal, times in zip((our_terminal, their_terminal), found, strict=True):
                terminal.press(letter)
                times.append(terminal.ms_until(typed[-20:], quiet_s=KEY_QUIET_S))
    return median(found[0]), median(found[1])


def rows(scratch: Path) -> list[Row]:
    store = scratch / "workshops.db"
    home, question, app = home_shown(store), first_question_shown(store), bare_app_shown()
    contenders = {"home": home, "question": question, "app": app}
    times = medians({name: partial(painted_ms, shown) for name, shown in contenders.items()})
    peaks = medians({name: partial(painted_mib, shown) for name, shown in contenders.items()})
    key, their_key = key_to_paint_ms(question, bare_input_shown())
    bare = "bare Textual app"
    return [
        Row("home screen painted", times["home"], bare, times["app"], "ms", "≤ 1.6 ×"),
        Row("first question painted", times["question"], bare, times["app"], "ms", "≤ 2 ×"),
        Row("key to paint, first question", key, "bare Input", their_key, "ms", "≤ 3 × and < 16 ms"),
        Row("memory, home screen", peaks["home"], bare, peaks["app"], "MiB"),
        Row("memory, first question", peaks["question"], bare, peaks["app"], "MiB"),
    ]
