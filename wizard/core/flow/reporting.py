"""Collects the problems of one flow, with the names that were meant. Knows nothing of what is read."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from wizard.core.problems import Detail, Mark, Problem

MOST_PROBLEMS = 200
"""Who has more of them solves these first; looking for more would take long in a file made to be slow."""
_MOST_KNOWN = 500
_MOST_LISTED = 40
_LONGEST = 200


class Unreadable:
    """Stands where a value could not be read; its problem has been reported."""


UNREADABLE: Final = Unreadable()


class Reporting:
    """problems: what was found so far. is_full: there are more than are kept; none is looked for then."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.is_full = False

    def add(self, problems: Iterable[Problem]) -> None:
        """Note problems, as far as there is room."""
        for problem in problems:
            if len(self.problems) < MOST_PROBLEMS:
                self.problems.append(problem)
            elif not self.is_full:
                self.is_full = True
                self.problems.append(Problem("flow.too_many_problems", {"most": MOST_PROBLEMS}))

    def report(self, code: str, mark: Mark, /, **details: Detail) -> Unreadable:
        """Note a problem; gives UNREADABLE, so that a reading can end with it."""
        self.add((Problem(code, {name: _shortened(given) for name, given in details.items()}, mark=mark),))
        return UNREADABLE

    def report_taken(self, id: str, mark: Mark, first: Mark) -> None:
        """Note that two things are called the same. first: where the other one stands."""
        self.report("flow.duplicate_id", mark, id=id, first=f"{first.file}:{first.line}")

    def near(self, text: str, known: tuple[str, ...]) -> dict[str, Detail]:
        """The detail `near` with the known name that looks most like the text; empty when none does."""
        close = near(text[:100], known) if len(known) <= _MOST_KNOWN and not self.is_full else ""
        return {"near": close} if close else {}


def near(text: str, known: tuple[str, ...]) -> str:
    """The known name that looks most like the text; '' when none does."""
    close = get_close_matches(text, known, 1, 0.6)
    return close[0] if close else ""


def _shortened(detail: Detail) -> Detail:
    """A detail of a length that can be read: what files say may be as long as the file."""
    if isinstance(detail, tuple) and len(detail) > _MOST_LISTED:
        return (*detail[:_MOST_LISTED], "…")
    if isinstance(detail, str) and len(detail) > _LONGEST:
        return detail[:_LONGEST] + "…"
    return detail
