"""The catalogues of the program's own words: .po files, made ready for gettext. Knows no word of them.

A .po file is what translators work on; gettext reads .mo, which is made from it at the first start and kept.
"""

from __future__ import annotations

import hashlib
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from wizard.adapters.private_folder import PrivateFolder
from wizard.adapters.resources import PACKAGE

FOLDER = PACKAGE / "locale"
FILE = "canvas-wizard.po"


def catalogue(language: str, kept: PrivateFolder, folder: Path = FOLDER) -> GNUTranslations | None:
    """The words in a language, such as `de`; None where none can be read. kept: where .mo lies."""
    try:
        written = (folder / language / FILE).read_bytes()
        name = f"words-{language}-{hashlib.sha256(written).hexdigest()[:32]}.mo"
        made = kept.get(name)
        if made is None:
            made = _made(written)
            kept.put(name, made)
        return GNUTranslations(BytesIO(made))
    except (OSError, ValueError):
        return None


def _made(written: bytes) -> bytes:
    """A .po file as .mo. Raises OSError or ValueError for one that can't be read."""
    import polib  # noqa: PLC0415 - once for each new text, and never for English

    return polib.pofile(written.decode("utf-8")).to_binary()
