"""What copies are called, in every language: a copy of a copy is one of the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.adapters.catalogue_gettext import catalogue
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.tongue import LANGUAGES, speak, t
from wizard.core.words.cards import COPY, COPY_AGAIN, uncopied


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_found_in_what_its_copies_are_called(language: str, tmp_path: Path) -> None:
    speak(language, catalogue(language, PrivateFolder(tmp_path)))

    for name in ("Bread", "Brot (Käse)", "a (copy) b", "Two\nlines", ""):
        assert [name, name, name] == [
            uncopied(text) for text in (name, t(COPY, text=name), t(COPY_AGAIN, text=name, number=12))
        ]


def test_one_copy_is_taken_off_at_a_time() -> None:
    assert "Bread (copy)" == uncopied("Bread (copy) (copy 2)")
