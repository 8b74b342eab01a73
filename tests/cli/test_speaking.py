"""Which language is spoken, and that English costs nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Wizard
from wizard.adapters.preferences_json import JsonPreferences
from wizard.cli.speaking import spoken
from wizard.ports import Preferences

NO_WORKSHOP = {"de": "Noch kein Workshop.", "en": "No workshop yet."}


def language_of(wizard: Wizard, *args: str) -> str:
    said = wizard("list", *args).err
    return next(language for language, text in NO_WORKSHOP.items() if text in said)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (("de",), "de"),
        (("de_AT.UTF-8",), "de"),
        (("DE-ch@euro",), "de"),
        (("", "de"), "de"),
        (("es", "de"), "de"),
        (("en_GB", "de"), "en"),
        (("C", ""), "en"),
        (("C.UTF-8",), "en"),
        (("deutsch",), "en"),
        ((), "en"),
    ],
)
def test_the_first_language_that_is_known_is_spoken(wanted: tuple[str, ...], expected: str) -> None:
    assert expected == spoken(wanted)


def test_the_language_of_the_system_is_spoken(wizard: Wizard, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "en" == language_of(wizard)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "en" == language_of(wizard)  # what holds for everything wins over what holds for the rest
    monkeypatch.delenv("LC_ALL")

    assert "de" == language_of(wizard)


def test_what_the_person_likes_wins_over_the_system(
    wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    JsonPreferences(tmp_path / "settings.json").keep(Preferences(language="en"))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")

    assert "en" == language_of(wizard, "--settings", str(tmp_path / "settings.json"))


def test_what_is_asked_for_wins_over_everything(
    wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = ("--settings", str(tmp_path / "settings.json"))
    JsonPreferences(tmp_path / "settings.json").keep(Preferences(language="en"))
    monkeypatch.setenv("CANVAS_WIZARD_LANGUAGE", "de")

    assert "de" == language_of(wizard, *settings)
    assert "en" == language_of(wizard, *settings, "--language", "en")


def test_a_language_that_nobody_translated_to_is_english(wizard: Wizard) -> None:
    assert "en" == language_of(wizard, "--language", "fi")


def test_wrong_usage_is_told_in_the_language_too(wizard: Wizard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")

    assert "Es gibt keinen Befehl „lisst“. Meintest du list?" in wizard("lisst").err
    assert "Hier sind weder Antworten noch ein Terminal" in wizard("run", "business-model").err


def test_english_imports_no_catalogue() -> None:
    report = """
import json, sys
from wizard.cli import main
try:
    main(["list"])
finally:
    print(json.dumps([*sys.modules]))
"""
    ended = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=False)

    assert set() == {"polib", "wizard.adapters.catalogue_gettext"} & set(json.loads(ended.stdout))


def test_the_help_is_in_the_language_and_afterwards_in_english_again(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANVAS_WIZARD_LANGUAGE", "de")
    assert "Ein geführter Workshop im Terminal" in wizard("--help").out
    assert "Zeigt die Schritte und Fragen eines Ablaufs." in wizard("flow", "--help").out
    assert "Dokumente überschreiben, die von Hand geändert wurden." in wizard("run", "--help").out
    assert "Macht die Dokumente von FLOW" in wizard("run", "--help").out
    monkeypatch.delenv("CANVAS_WIZARD_LANGUAGE")

    assert "Write over documents that were changed by hand." in wizard("run", "--help").out
    assert "List the steps and questions of a flow." in wizard("flow", "--help").out


def test_help_behind_a_language_is_in_that_language(wizard: Wizard) -> None:
    assert "Begin a workshop and open it." in wizard("new", "--help").out
    assert "Beginnt einen Workshop und öffnet ihn." in wizard("--language", "de", "new", "--help").out
