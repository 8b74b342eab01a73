"""How much is left to do, for the head of a review. Statuses are those of its lines."""

from __future__ import annotations

from wizard.core.tongue import mark, t, tn

ALL_ANSWERED = mark("Everything is answered.")
NOTHING_OPEN = mark("Nothing is open.")

COUNTS = ("open", "unfinished", "passed", "unknown", "blanks", "aside")
"""What is counted, in the order in which it is told."""

_SAID = {
    "open": mark("{count} open"),
    "unfinished": mark("{count} unfinished"),
    "passed": mark("{count} skipped"),
    "unknown": mark("{count} not known yet"),
    "aside": mark("{count} kept aside"),
}


def counted(status: str, count: int) -> str:
    """So many of that status, one of COUNTS."""
    if status == "blanks":
        return tn("{count} card has blanks", "{count} cards have blanks", count)
    return t(_SAID[status], count=count)
