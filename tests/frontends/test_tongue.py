"""No word of ours is said in plain lines that was never looked up; and how it sounds in German."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import heard
from tests.frontends.tui.test_tongue import market
from tests.tongues import Accented, strange
from wizard.adapters.catalogue_gettext import catalogue
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.tongue import speak
from wizard.frontends.plain import PlainAsker

TYPED = frozenset(("new", "from", "example", "quit", "add", "move", "remove", "finish", "all", "go", "fine"))
"""Words that stand for a choice: they are typed, and the same in every language."""
ROUND = (
    *("", ":help", ":τίποτα", "Α", ":skip", "αρκετά", "", "παράξενο", "1", "9", "3", "ναι", ""),
    *("add", "Ψ", "5", "Ω", "", "όχι", "1", "all", "", "", "", "move 1 2", "remove 1", ":undo"),
    *(":coach", "1", "fine", "", "Γ", ":coach", "2", "", ":history", ":canvas", ":learn", "", ":learn 9"),
    *(
        ":steps",
        "",
        ":version Δ",
        ":version Δ",
        ":doc",
        ":note Ε",
        ":facilitator",
        ":teach",
        ":back",
        ":redo",
    ),
    *(
        "",
        "",
        "all",
        "1",
        "2",
        ":unknown",
        "7",
        "",
        "",
        ":review",
        "1",
        ":lines",
        "Ζ",
        ".",
        "",
        "",
        "",
        "finish",
    ),
)


def market_with(folder: Path, language: str) -> Room:
    found = catalogue(language, PrivateFolder(folder / "cache")) if language != "xx" else Accented()
    speak(language, found)
    return market(folder)


def test_every_word_of_plain_lines_is_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    said = heard(market_with(tmp_path, "xx"), *ROUND, terminal=True)
    spoken = re.sub(r"(?m):\w+|canvas-wizard \S+( \S+)?|^\w+: ", "", said.text)

    assert set() == strange(spoken) - TYPED


def test_home_is_looked_up_too(tmp_path: Path) -> None:
    said = heard(market_with(tmp_path, "xx"), "quit", home=True)

    assert set() == strange(said.text) - TYPED


def test_german_is_spoken(tmp_path: Path) -> None:
    said = heard(market_with(tmp_path, "de"), "Α", "", "", "", "", "", "Ψ", "5", ":undo", ":quit")

    assert "Frage 1 von 5. Πώς λέγεται;\nDiese Angabe ist nötig.\n" in said.text
    assert "Hinzugefügt: Ψ.\n" in said.text
    assert "Rückgängig: „Τι κοστίζει;“ von „Ψ“ beantwortet: „5 EUR“\n" in said.text


def test_yes_and_no_are_understood_in_german_and_in_english(tmp_path: Path) -> None:
    market_with(tmp_path, "de")
    asker = PlainAsker(io.StringIO("ja\ny\nnein\nno\n\nmal sehen\n"), io.StringIO())

    assert [True, True, False, False, False, None] == [asker.sure("Sicher?") for _ in range(6)]
