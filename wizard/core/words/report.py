"""A problem of a file as it is printed: where, what, and the line with a caret. Opens no file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from wizard.core.controls import visible
from wizard.core.problems import Place, Problem
from wizard.core.tongue import t
from wizard.core.words import sentence

_BEFORE = 70
_AFTER = 30
"""Characters of a long line that are shown before and behind the caret."""


def report(problem: Problem, lines: Sequence[str] | None) -> str:
    """`path:line:column: code: message`, then the source line, then a caret under the place.

    lines: of the file, without their ends; None where they can't be had. Without a mark there are only the
    code, the question where it is about one, and the message.
    """
    message = visible(sentence(problem)).replace("\n", "␊")
    if problem.severity != "error":
        message = t("(stops nothing) {message}", message=message)
    mark = problem.mark
    if mark is None:
        where = f"{_where(problem.place)}: " if problem.place is not None else ""
        return f"{problem.code}: {where}{message}"
    path = visible(mark.file).replace("\n", "␊")
    head = f"{path}:{mark.line}:{mark.column}: {problem.code}: {message}"
    if lines is None or not 0 < mark.line <= len(lines):
        return head
    return "\n".join((head, *_pointed(lines[mark.line - 1], mark.column)))


def _where(place: Place) -> str:
    """A place by its ids, as an answers file has them: what has no line can still be found."""
    parts = (place.question, place.card, place.field, place.row, place.column)
    return visible(".".join(part for part in parts if part is not None))


def _pointed(line: str, column: int) -> tuple[str, str]:
    """The part of a line around a column, which counts from 1, and a caret that stands under it."""
    at = min(column - 1, len(line))
    start = at - _BEFORE if at > _BEFORE + 1 else 0
    end = at + _AFTER if len(line) > at + _AFTER + 1 else len(line)
    before, behind = "…" if start else "", "…" if end < len(line) else ""
    left = before + "".join(_shown(character) for character in line[start:at])
    right = "".join(_shown(character) for character in line[at:end]) + behind
    return left + right, "".join(_gap(character) for character in left) + "^"


def _shown(character: str) -> str:
    return visible(character).replace("\n", "␊")


def _gap(character: str) -> str:
    """What is as wide as a character in a terminal: a tab stays one, so that it ends at the same place."""
    if character == "\t":
        return "\t"
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    return "  " if unicodedata.east_asian_width(character) in "WF" else " "
