"""Commands: lines that begin with a colon. Must not know who asks, nor what a command does."""

from __future__ import annotations

from collections.abc import Container, Iterator
from difflib import get_close_matches

import msgspec

from wizard.core.screen import Screen
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Entry

LOCAL = frozenset(("back", "skip", "clear", "unknown", "done", "edit", "lines", "why"))
"""What only the place at hand can do; everything else works everywhere."""

AGAIN = "again"
_ALMOST = 0.75  # of a word's letters, so that one slip of the finger is still it


class Command(msgspec.Struct, frozen=True):
    """name: one of those in `phrases.COMMANDS`. rest: what was typed behind it."""

    name: str
    rest: str = ""


class Strange(msgspec.Struct, frozen=True):
    """A line that looks like a command and is none. near: the one that was meant, perhaps."""

    word: str
    near: str = ""


def read(text: str) -> Command | Strange | str:
    """What a line is: a command, or the text itself. `::` stands for a colon at its beginning."""
    if text.startswith("::"):
        return text[1:]
    if not text.startswith(":"):
        return text
    word, _, rest = text[1:].partition(" ")
    name = word.strip().lower()
    if name in phrases.COMMANDS:
        return Command(name, rest.strip())
    near = get_close_matches(name, phrases.COMMANDS, 1, 0.6)
    return Strange(f":{word}", f":{near[0]}" if near else "")


def meant(text: str) -> str:
    """The command that a word without a colon may have been meant for; '' where it is none."""
    near = get_close_matches(text.strip().lower(), phrases.COMMANDS, 1, _ALMOST)
    return f":{near[0]}" if near else ""


def on_offer(screen: Screen, local: Container[str]) -> Iterator[Entry]:
    """The commands that do something here. local: those of LOCAL that the place at hand can do."""
    absent = {
        "undo": not screen.undoes,
        "redo": not screen.redoes,
        "teach": not screen.teach,
        "learn": not screen.gallery,
        "facilitator": not screen.facilitator,
        "canvas": not screen.canvas,
        "coach": not screen.findings and not screen.dismissed,
        "numbers": not screen.numbers,
        "doc": not screen.documents,
        "review": screen.step is None,
        "note": screen.question is None,
    }
    what = {"undo": screen.undoes, "redo": screen.redoes}
    for name, label in phrases.LABELS.items():
        if absent.get(name) or (name in LOCAL and name not in local):
            continue
        yield Entry(f":{name}", t(label, what=what.get(name, "")))
