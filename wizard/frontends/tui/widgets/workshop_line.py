"""One line of the list of workshops, in columns that fit its width. Draws; knows no store and no key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from wizard.core.tongue import mark, t
from wizard.frontends.dialogue.ages import age
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.ports import Summary

SIGN = "▶ "
_GAP = "  "
_SHARE = 6  # " 42 % "
_AGE = 15  # "115 minutes ago"
_LEAST_NAME = 18
_AT_THE_END = mark("At the end")


Pieces = list[tuple[str, str]]
"""Texts with their styles, as Textual writes styles; '' for that of the line."""


class Columns(NamedTuple):
    """Widths in cells; 0 for a column that there is no room for."""

    name: int
    flow: int
    step: int
    bar: int
    age: int


def columns(width: int, *, flows: bool) -> Columns:
    """What fits beside the name, the most telling first. flows: there is more than one flow."""
    left = width - len(SIGN) - _SHARE - _LEAST_NAME
    found = {"age": 0, "step": 0, "bar": 0, "flow": 0}
    wanted = [("age", _AGE), ("step", 14), ("bar", 6)]
    for column, cells in [*wanted, ("flow", 16)] if flows else wanted:
        if left < cells + len(_GAP):
            break
        found[column] = cells
        left -= cells + len(_GAP)
    more = min(left // 2, 10) if found["step"] else 0
    left -= more
    if found["bar"] and left > 12:
        found["bar"] += 4
        left -= 4
    return Columns(_LEAST_NAME + left, found["flow"], found["step"] + more, found["bar"], found["age"])


def workshop_line(summary: Summary, at: Sequence[int], widths: Columns, now: datetime) -> Pieces:
    """Name, flow, step, how far, when. at: the characters of the name that were searched for."""
    pieces = _name(summary.name, at, widths.name)
    if widths.flow:
        pieces += [(_GAP, ""), (filled(flow_words(summary.flow), widths.flow), "$secondary")]
    if widths.step:
        where, style = (
            (t("✓ finished"), "$success") if summary.finished else (summary.step or t(_AT_THE_END), "$quiet")
        )
        pieces += [(_GAP, ""), (filled(where, widths.step), style)]
    if widths.bar:
        full = round(summary.progress * widths.bar)
        pieces += [(_GAP, ""), ("━" * full, "$accent"), ("─" * (widths.bar - full), "$border-blurred")]
    pieces.append((f"{round(summary.progress * 100):>4} %", ""))
    if widths.age:
        told = cut(age(summary.changed_at, now), widths.age)
        pieces += [(_GAP, ""), (told.rjust(widths.age), "$quiet")]
    return pieces


def _name(name: str, at: Sequence[int], width: int) -> Pieces:
    shown = filled(name, width)
    if not at:
        return [(shown, "bold")]
    kept = len(cut(name, width)) - ("…" in shown)
    found = {place for place in at if place < kept}
    runs = groupby(range(len(shown)), key=found.__contains__)
    return [
        ("".join(shown[n] for n in run), "bold underline $accent" if hit else "bold") for hit, run in runs
    ]


def flow_words(flow: str) -> str:
    """The id of a flow as words: its title stands in a file that home doesn't open."""
    words = flow.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
