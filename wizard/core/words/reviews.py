"""How much is left to do, for the head of a review. The keys are the statuses of its lines."""

from __future__ import annotations

COUNTS = {
    "open": "{count} open",
    "unfinished": "{count} unfinished",
    "passed": "{count} skipped",
    "unknown": "{count} not known yet",
    "aside": "{count} kept aside",
}
