"""From what goes wrong in a template to a problem with its file and line. Must not know how templates run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from traceback import walk_tb
from typing import Any

from jinja2 import Template, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.runtime import StrictUndefined
from jinja2.utils import missing

from wizard.core.expressions.near import nearest
from wizard.core.problems import Mark, Problem, problem

# What the operations of a template raise on values that don't suit them.
FAILURES = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
    MemoryError,
)


class Mistake(TemplateError):
    """A mistake of a template that is known for what it is. Its mark comes later, where there is none."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Unknown(StrictUndefined):
    """What isn't there: using it says which name was meant."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None
    ) -> None:
        super().__init__(hint, obj, name)
        found = _missing(hint, obj, str(name), refused=exc is SecurityError)
        self._undefined_exception = lambda _message: Mistake(found)  # type: ignore[assignment]


def _missing(hint: str | None, holder: object, name: str, *, refused: bool) -> Problem:
    if refused:
        return problem("document.reaches", name=name[:100])
    if hint is not None:
        return problem("document.failed", reason=hint.rstrip("."))
    if holder is missing:
        return problem("document.unknown_name", name=name[:100])
    on_list = isinstance(holder, list | tuple)
    return problem("document.list_field" if on_list else "document.unknown_field", name=name[:100])


def unknown(code: str, name: str, mark: Mark, among: Iterable[str]) -> Problem:
    """A name that isn't there, with a near one that is. Details: name, near."""
    return Problem(code, {"name": name[:100], **nearest(name, among)}, None, mark)


def syntax_problem(error: TemplateSyntaxError, file: str) -> Problem:
    """What Jinja's parser stumbled over."""
    mark = Mark(file, max(error.lineno, 1), 1)
    return problem("document.template", mark=mark, reason=_reason(error))


def problem_of(error: BaseException, file: str) -> Problem:
    """What stopped a template, at the line of the template that was being carried out."""
    found = _problem(error, file)
    if found.mark is not None:
        return found
    mark = _innermost(error) or Mark(file, 1, 1)
    return Problem(found.code, found.details, None, mark, found.severity)


def _problem(error: BaseException, file: str) -> Problem:
    match error:
        case Mistake():
            return error.problem
        case TemplateNotFound():
            return problem("document.missing", template=str(error.name)[:200])
        case TemplateSyntaxError():
            return syntax_problem(error, error.filename or file)
        case RecursionError():
            return problem("document.endless")
        case SecurityError():
            return problem("document.refused", reason=_reason(error))
        case MemoryError():
            return problem("document.too_much")
        case ZeroDivisionError():
            return problem("document.divides_by_zero")
        case _:
            return problem("document.failed", reason=_reason(error))


def _reason(error: BaseException) -> str:
    """What an error says, in one short line without addresses in memory."""
    said = " ".join(str(error).split()).rstrip(".")
    return re.sub(r" at 0x[0-9a-f]+", "", said)[:300] or type(error).__name__


def _innermost(error: BaseException) -> Mark | None:
    found = None
    for frame, line in walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            found = Mark(str(template.filename), template.get_corresponding_lineno(line), 1)
    return found
