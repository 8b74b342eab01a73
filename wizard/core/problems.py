"""Expected mistakes as values: a code, its details, a place. Knows no sentence: those are in `words`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

Detail = str | int | Decimal | tuple[str, ...]
Severity = Literal["error", "warn", "tip"]


class Place(msgspec.Struct, frozen=True, omit_defaults=True, order=True, gc=False):
    """Where something is: what events, drafts, problems, findings and jumps all point with.

    question: id of a question; alone it means the question itself.
    card, field: one card of a `cards` question, one of its fields.
    row, column: one cell of a matrix (option ids or card ids). For a `cards` question that is asked
    inside an `each` step, `row` alone is the id of the loop card.
    """

    question: str
    card: str | None = None
    field: str | None = None
    row: str | None = None
    column: str | None = None


class Mark(msgspec.Struct, frozen=True, order=True):
    """A position in a text file: line and column count from 1, columns in characters."""

    file: str
    line: int
    column: int


class Problem(msgspec.Struct, frozen=True):
    """Something expected that stands in the way.

    code: `area.what`, a key of `words`. details: the words that its sentence needs; `near` (a close name
    that exists) is turned into "Did you mean ...?". severity: only `error` stops anything.
    """

    code: str
    details: dict[str, Detail] = {}
    place: Place | None = None
    mark: Mark | None = None
    severity: Severity = "error"


def problem(
    code: str,
    /,
    *,
    place: Place | None = None,
    mark: Mark | None = None,
    severity: Severity = "error",
    **details: Detail,
) -> Problem:
    """A Problem, with its details written as keywords."""
    return Problem(code, details, place, mark, severity)


class OutsideFailed(Exception):
    """The world outside failed (disk full, unreadable store). Carries a Problem; the program ends with 3."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem
