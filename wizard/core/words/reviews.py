"""How much is left to do, for the head of a review. The keys are the statuses of its lines."""

from __future__ import annotations

ALL_ANSWERED = "Everything is answered."
NOTHING_OPEN = "Nothing is open."

COUNTS = {
    "open": "{count} open",
    "unfinished": "{count} unfinished",
    "passed": "{count} skipped",
    "unknown": "{count} not known yet",
    "blanks": "{count} cards have blanks",
    "aside": "{count} kept aside",
}
_ONE = {"blanks": "1 card has blanks"}


def counted(status: str, count: int) -> str:
    """So many of that status, as a key of COUNTS."""
    return (_ONE.get(status) if count == 1 else None) or COUNTS[status].format(count=count)
