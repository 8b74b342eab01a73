"""What holds for every test: a store of its own, a quiet terminal, repeatable properties."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual.app
import textual.constants
import textual.pilot
from hypothesis import settings

from tests.quiet import at_rest
from wizard.core.tongue import ENGLISH, speak

# No deadlines: how long an example takes says more about the machine than about the code.
settings.register_profile("local", deadline=None)
# The same examples in every run: a check of a change must not fail over something that the change left alone.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

LANGUAGE_SWITCHES = ("CANVAS_WIZARD_LANGUAGE", "LC_MESSAGES", "LANG", "LANGUAGE")
FRONT_END_SWITCHES = ("ACCESSIBLE", "NO_COLOR", "COLORTERM", "EDITOR", "VISUAL", "COLUMNS", "LINES")


@pytest.fixture(autouse=True)
def away_from_the_persons_own_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the workshops of whoever runs it, or depends on how their terminal is set."""
    monkeypatch.setenv("CANVAS_WIZARD_STORE", str(tmp_path / "own-store" / "workshops.db"))
    monkeypatch.setenv("CANVAS_WIZARD_SETTINGS", str(tmp_path / "own-settings" / "settings.json"))
    monkeypatch.setenv("CANVAS_WIZARD_CACHE", str(tmp_path / "own-cache"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in (*FRONT_END_SWITCHES, *LANGUAGE_SWITCHES):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A test that has the program speak another language leaves nothing of it behind."""
    yield
    speak(ENGLISH, None)


@pytest.fixture(autouse=True)
def as_soon_as_it_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilot goes on when the program has come to rest, and not some hundredths of a second later.

    Nothing glides from here to there: where it arrives is what counts.
    """
    monkeypatch.setattr(textual.constants, "TEXTUAL_ANIMATIONS", "none")
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", at_rest)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The transcripts take longest: they begin first, so that no core waits for them at the end."""
    items.sort(key=lambda item: "test_transcripts.py" not in item.nodeid)
