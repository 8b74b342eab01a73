"""The language that the program speaks: its own words, by the catalogue in force. Knows no catalogue's file.

English stands where it is said, and is what a catalogue is asked for. The words of flows and of people don't
come through here: those are theirs. A language is chosen once, before anything is said: texts are kept by
whoever made them (`Facts.known`), and nobody would make them anew.
"""

from __future__ import annotations

from typing import Protocol

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}
"""What the program speaks, by code, as each calls itself. All but English have a catalogue."""


class Catalogue(Protocol):
    """English sentences in another language; one that it doesn't have comes back as it is."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...


class _InForce:
    """What `speak` has chosen. catalogue: None for English, which needs none."""

    language: str = ENGLISH
    catalogue: Catalogue | None = None


def speak(language: str, catalogue: Catalogue | None) -> None:
    """Say everything in this language from now on. language: its code, such as `de`."""
    _InForce.language = language
    _InForce.catalogue = catalogue


def language() -> str:
    """The code of the language that is spoken."""
    return _InForce.language


def t(text: str, /, **parts: object) -> str:
    """A text in the language that is spoken. parts: what stands for each `{name}` in it.

    Without any, braces are left as they are.
    """
    if text and _InForce.catalogue is not None:
        text = _InForce.catalogue.gettext(text)
    return text.format_map(parts) if parts else text


def tn(one: str, many: str, count: int, /, **parts: object) -> str:
    """The text that fits a count, which stands for `{count}` in it."""
    if _InForce.catalogue is not None:
        text = _InForce.catalogue.ngettext(one, many, count)
    else:
        text = one if count == 1 else many
    return text.format_map({"count": count, **parts})


def mark(text: str, /) -> str:
    """The same text. It says that these words belong in the catalogues; `t` is asked where they are shown."""
    return text
