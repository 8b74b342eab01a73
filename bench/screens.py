"""What a person waits for at the terminal: the home screen, the first question, the sign of a key."""

from __future__ import annotations

import itertools
import string
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.commands import EXAMPLE, Command, module, noted_mib, weighed
from bench.engine import home_in
from bench.peers import bare_app, bare_input
from bench.samples import medians
from bench.table import Row
from bench.terminal import COLUMNS, LINES, Size, Terminal
from wizard.core.problems import Place
from wizard.imports import example_workshop
from wizard.workshop import Workshop

HOME_TEXT = "Begin your business model"
FIRST_QUESTION_TEXT = "What is the venture called?"
SIZES: tuple[Size, ...] = ((120, 36), (160, 48))
KEY_AIM = "≤ 3 × and < 16 ms"
KEYS = 60
KEY_QUIET_S = 0.05
SEED = "zq"  # what is typed first, so that what follows can't be mistaken for something else on the screen


class Shown(NamedTuple):
    """A command, and the text by which one sees that it is ready for its person. size: of the terminal."""

    command: Command
    text: str
    size: Size = (COLUMNS, LINES)


def bare_app_shown() -> Shown:
    return Shown(module("bench.peers.bare_app"), bare_app.TEXT)


def bare_input_shown(size: Size) -> Shown:
    return Shown(module("bench.peers.bare_input"), bare_input.TEXT, size)


def home_shown(store: Path) -> Shown:
    """The home screen, on a store that is empty."""
    return Shown(module("wizard", "--store", str(store)), HOME_TEXT)


def first_question_shown(store: Path) -> Shown:
    """A new workshop of the shipped flow, at its first question."""
    arguments = ("--store", str(store), "new", "--flow", "business-model", "--name", "Bench")
    return Shown(module("wizard", *arguments), FIRST_QUESTION_TEXT)


def full_panes_shown(scratch: Path, size: Size) -> Shown:
    """The finished example at its first question: every pane is open and has something in it."""
    folder = scratch / "x".join(map(str, size))
    folder.mkdir()
    home = home_in(folder)
    workshop = example_workshop(home, str(EXAMPLE))
    assert isinstance(workshop, Workshop), workshop
    workshop.jump(Place("name"))
    command = module("wizard", "--store", str(folder / "bench.db"), "open", workshop.id)
    return Shown(command, FIRST_QUESTION_TEXT, size)


def painted_ms(shown: Shown, environment: Mapping[str, str] | None = None) -> float:
    """Milliseconds from starting the process to its text on the screen."""
    with Terminal(shown.command, environment, shown.size) as terminal:
        return terminal.ms_until(shown.text)


def painted_for_the_first_time_ms(shown: Shown) -> float:
    """The same for somebody who has never started it: nothing is kept from the last time."""
    with tempfile.TemporaryDirectory() as folder:
        return painted_ms(shown, {"CANVAS_WIZARD_CACHE": folder})


def painted_mib(shown: Shown) -> float:
    """The most memory held at once up to its text on the screen, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "peak"
        with Terminal(weighed(shown.command, note)) as terminal:
            terminal.ms_until(shown.text)
        return noted_mib(note)


def key_to_paint_ms(ours: Shown, theirs: Shown, keys: int = KEYS) -> tuple[float, float]:
    """Medians, ours and theirs, from a key to its letter on the screen; both are typed into in turns."""
    with (
        Terminal(ours.command, size=ours.size) as our_terminal,
        Terminal(theirs.command, size=theirs.size) as their_terminal,
    ):
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
    home, app = home_shown(scratch / "empty.db"), bare_app_shown()
    question = first_question_shown(scratch / "workshops.db")
    contenders = {"home": home, "question": question, "app": app}
    times = medians(
        {
            **{name: partial(painted_ms, shown) for name, shown in contenders.items()},
            "ever": partial(painted_for_the_first_time_ms, question),
        }
    )
    peaks = medians({name: partial(painted_mib, shown) for name, shown in contenders.items()})
    keys = [
        (size, *key_to_paint_ms(full_panes_shown(scratch, size), bare_input_shown(size))) for size in SIZES
    ]
    bare = "bare Textual app"
    return [
        Row("home screen painted", times["home"], bare, times["app"], "ms", "≤ 1.6 ×"),
        Row("first question painted", times["question"], bare, times["app"], "ms", "≤ 2 ×"),
        Row("first question painted, first start ever", times["ever"], bare, times["app"], "ms"),
        *(
            Row(f"key to paint, {columns}x{lines}, all panes", ours, "bare Input", theirs, "ms", KEY_AIM)
            for (columns, lines), ours, theirs in keys
        ),
        Row("memory, home screen", peaks["home"], bare, peaks["app"], "MiB"),
        Row("memory, first question", peaks["question"], bare, peaks["app"], "MiB"),
    ]
