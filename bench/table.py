"""The result of a run as one Markdown table. Knows nothing of how anything was measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Unit = Literal["ms", "MiB"]


class Row(NamedTuple):
    """One comparison. ours, peers: medians in `unit`. aim: what is wanted, in words, or ''."""

    what: str
    ours: float
    peer: str
    peers: float
    unit: Unit
    aim: str = ""


class Unmeasured(NamedTuple):
    """A row that couldn't be measured, and why."""

    what: str
    why: str


HEAD = "| what | ours | peer | theirs | ratio | aim |\n| --- | ---: | --- | ---: | ---: | --- |\n"


def markdown(rows: Iterable[Row | Unmeasured]) -> str:
    """The table, with a line break at its end."""
    return HEAD + "".join(map(line, rows))


def line(row: Row | Unmeasured) -> str:
    if isinstance(row, Unmeasured):
        return f"| {row.what} | — | {row.why} | — | — | |\n"
    ours, theirs = amount(row.ours, row.unit), amount(row.peers, row.unit)
    return f"| {row.what} | {ours} | {row.peer} | {theirs} | {row.ours / row.peers:.2f} | {row.aim} |\n"


def amount(value: float, unit: Unit) -> str:
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"
