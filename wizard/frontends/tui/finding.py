"""Finding a name by a few of its letters. Linear in its length, whatever is typed; knows no widget.

Textual has such a search too, but it tries every way to place the letters, and takes seconds for some names.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_NAMES = 8192


class Fit(NamedTuple):
    """How well letters fit a name: the higher, the better; and where in the name they stand."""

    score: int
    at: tuple[int, ...]


def fit(letters: str, name: str) -> Fit | None:
    """How the letters stand in the name, in their order; None where they don't.

    The whole name fits best, then its beginning, the beginning of a word, a part, the beginnings of words,
    several words wherever they are, and letters here and there. Capitals and accents make no difference, and
    blanks at the ends none.
    """
    wanted, there = _folded(letters.strip()), _folded(name)
    if not wanted:
        return Fit(0, ())
    if (start := _part(wanted, there)) is not None:
        begins_word = start == 0 or not there[start - 1].isalnum()
        score = 60 if wanted == there else 50 if start == 0 else 40 if begins_word else 30
        return Fit(score, tuple(range(start, start + len(wanted))))
    if " " in wanted and (at := _words(wanted.split(), there)) is not None:
        return Fit(15, at)
    anywhere = _in_order(wanted.replace(" ", ""), there)
    if anywhere is None:
        return None
    at = _firsts(wanted, there)
    return Fit(10, anywhere) if at is None else Fit(20, at)


@lru_cache(_NAMES)
def _folded(text: str) -> str:
    """A text as it is compared: sign by sign, so that a place in one is the same place in the other."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", sign)[0].lower()[0] for sign in text)


def _part(wanted: str, there: str) -> int | None:
    """Where the letters stand next to one another: at the beginning of a word, where they do."""
    first = there.find(wanted)
    at = first
    while at > 0 and there[at - 1].isalnum():
        at = there.find(wanted, at + 1)
    return None if first < 0 else first if at < 0 else at


def _words(words: list[str], there: str) -> tuple[int, ...] | None:
    """Where all of these words stand, in whatever order."""
    found: set[int] = set()
    for word in words:
        start = _part(word, there)
        if start is None:
            return None
        found.update(range(start, start + len(word)))
    return tuple(sorted(found))


def _in_order(wanted: str, there: str) -> tuple[int, ...] | None:
    """The first places where the letters stand one after the other."""
    found: list[int] = []
    at = -1
    for letter in wanted:
        at = there.find(letter, at + 1)
        if at < 0:
            return None
        found.append(at)
    return tuple(found)


def _firsts(wanted: str, there: str) -> tuple[int, ...] | None:
    """The same, where each of them begins a word."""
    found: list[int] = []
    at = -1
    for letter in wanted:
        at = there.find(letter, at + 1)
        while at > 0 and there[at - 1].isalnum():
            at = there.find(letter, at + 1)
        if at < 0 or not letter.isalnum():
            return None
        found.append(at)
    return tuple(found)
