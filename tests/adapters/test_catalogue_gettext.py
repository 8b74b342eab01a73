"""Catalogues from .po files: read once, kept as .mo, and none where none can be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from wizard.adapters.catalogue_gettext import FILE, catalogue
from wizard.adapters.private_folder import PrivateFolder

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Go on"
msgstr "Weiter"

msgid "{count} card"
msgid_plural "{count} cards"
msgstr[0] "{count} Karte"
msgstr[1] "{count} Karten"

#, fuzzy
msgid "Stay"
msgstr "Nicht so gemeint"
"""


def written(folder: Path, text: str = PO) -> Path:
    file = folder / "locale" / "de" / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder / "locale"


def test_words_and_their_plurals_are_found(tmp_path: Path) -> None:
    found = catalogue("de", PrivateFolder(tmp_path / "cache"), written(tmp_path))

    assert found is not None
    assert ("Weiter", "Back") == (found.gettext("Go on"), found.gettext("Back"))
    assert ["{count} Karte", "{count} Karten"] == [
        found.ngettext("{count} card", "{count} cards", count) for count in (1, 2)
    ]


def test_what_is_not_sure_yet_is_not_said(tmp_path: Path) -> None:
    found = catalogue("de", PrivateFolder(tmp_path / "cache"), written(tmp_path))

    assert found is not None
    assert "Stay" == found.gettext("Stay")


def test_the_second_start_needs_no_library_for_po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = PrivateFolder(tmp_path / "cache")
    catalogue("de", kept, written(tmp_path))
    monkeypatch.setitem(sys.modules, "polib", None)
    found = catalogue("de", kept, written(tmp_path))

    assert found is not None
    assert "Weiter" == found.gettext("Go on")


def test_a_new_text_is_read_anew(tmp_path: Path) -> None:
    kept = PrivateFolder(tmp_path / "cache")
    catalogue("de", kept, written(tmp_path))
    found = catalogue("de", kept, written(tmp_path, PO.replace("Weiter", "Voran")))

    assert found is not None
    assert "Voran" == found.gettext("Go on")


@pytest.mark.parametrize("text", ["msgid", "\x00", "nothing of the kind"])
def test_what_cannot_be_read_is_no_catalogue(tmp_path: Path, text: str) -> None:
    assert catalogue("de", PrivateFolder(tmp_path / "cache"), written(tmp_path, text)) is None


def test_a_language_without_a_file_has_no_catalogue(tmp_path: Path) -> None:
    assert catalogue("fr", PrivateFolder(tmp_path / "cache"), written(tmp_path)) is None
