"""What holds for every test: a store of its own, a quiet terminal, repeatable properties."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No deadlines: how long an example takes says more about the machine than about the code.
settings.register_profile("local", deadline=None)
# The same examples in every run: a check of a change must not fail over something that the change left alone.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

FRONT_END_SWITCHES = ("ACCESSIBLE", "NO_COLOR", "COLORTERM", "EDITOR", "VISUAL", "COLUMNS", "LINES")


@pytest.fixture(autouse=True)
def away_from_the_persons_own_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the workshops of whoever runs it, or depends on how their terminal is set."""
    monkeypatch.setenv("CANVAS_WIZARD_STORE", str(tmp_path / "own-store" / "workshops.db"))
    monkeypatch.setenv("CANVAS_WIZARD_SETTINGS", str(tmp_path / "own-settings" / "settings.json"))
    monkeypatch.setenv("CANVAS_WIZARD_CACHE", str(tmp_path / "own-cache"))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in FRONT_END_SWITCHES:
        monkeypatch.delenv(name, raising=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The transcripts take longest: they begin first, so that no core waits for them at the end."""
    items.sort(key=lambda item: "test_transcripts.py" not in item.nodeid)
