"""What the walk needs of somebody who asks: a few ways to speak and to listen. Must not know workshops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from wizard.core.intents import Raw

Typing = Callable[[str], None]
"""Told what stands in the input while somebody types."""


class Entry(msgspec.Struct, frozen=True):
    """One thing to choose. word: what stands for it and may be typed; '' is what enter alone means.

    The first one is where a person begins who can only point.
    """

    word: str
    label: str
    help: str = ""


def index_of(text: str, count: int) -> int | None:
    """The 0-based index that a typed number stands for in a list of `count`; None for anything else."""
    text = text.strip()
    if not text.isdecimal() or len(text) > 8 or not 1 <= int(text) <= count:
        return None
    return int(text) - 1


class Given(msgspec.Struct, frozen=True):
    """Something was given; '' or () takes away what was there. written: as text, not picked from a list."""

    raw: Raw
    written: bool = True


class Nothing(msgspec.Struct, frozen=True):
    """Enter alone: what is there stays, also where that is nothing."""


class Left(Exception):
    """The person is gone: end of input, ctrl+c, or they said so."""


class Asker(Protocol):
    """Speaks and listens. Every answer is one text; one that begins with a colon is a command.

    start: what enter alone gives (prefilled where the input can be edited). also: commands on offer, for
    those that show them. Raises Left where nobody answers any more.
    """

    hint: str
    """How to get at everything else, in a sentence."""

    @property
    def heard(self) -> int | None:
        """Number of the last line of a piped session; None where somebody can be asked again."""

    def say(self, text: str = "", *, wrap: bool = True) -> None:
        """A paragraph, or several."""

    def line(
        self,
        prompt: str,
        *,
        start: str = "",
        ghost: str = "",
        also: Sequence[Entry] = (),
        typing: Typing | None = None,
    ) -> str:
        """One line. ghost: a suggestion that enter alone accepts; the answer is '' then."""

    def menu(
        self, prompt: str, entries: Sequence[Entry], *, start: str = "", also: Sequence[Entry] = ()
    ) -> str:
        """The word of one entry, or whatever was typed instead."""

    def several(
        self,
        prompt: str,
        entries: Sequence[Entry],
        *,
        start: Sequence[str] = (),
        also: Sequence[Entry] = (),
    ) -> str:
        """Words of some entries with commas between, or whatever was typed instead."""

    def lines(self, prompt: str, start: str = "") -> str:
        """Many lines."""

    def sure(self, prompt: str) -> bool | None:
        """Yes or no; None for something else."""
