"""A pasted text as the first words of cards, one a line. Knows no flow and no question."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARK = re.compile(
    r"""
    \s*
    (?: [-*+•‣◦·–—]            # a dash or a dot
      | \(?\d{1,3}[.)]          # a number: 1.  1)  (1)
      | \[[ xX✓]?\]             # a box to tick
      | [☐☑☒]
    )
    (?: \s+ | $ )
    """,
    re.VERBOSE,
)


def card_texts(lines: Iterable[str]) -> tuple[str, ...]:
    """The first words of cards out of lines of a list: without their marks, and without empty lines."""
    texts = (_unmarked(part) for line in lines for part in line.splitlines())
    return tuple(text for text in texts if text)


def _unmarked(line: str) -> str:
    """A line without the marks that lists put before it, such as `- `, `1. ` or `[ ] `."""
    while mark := _MARK.match(line):
        line = line[mark.end() :]
    return line.strip()
