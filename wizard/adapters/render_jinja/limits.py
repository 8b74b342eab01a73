"""Operations that could take for ever or fill the memory, with a limit each. Must not know documents."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from wizard.adapters.render_jinja.mistakes import Mistake
from wizard.core.problems import problem

MOST_CHARACTERS = 5 * 1024 * 1024
MOST_ITEMS = 100_000
MOST_BITS = 1_000
WIDEST = 100

OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
    "%": operator.mod,
}
# "%(name)-5.2f": what comes before the conversion may be long, and a star takes its width from a value.
_CONVERSION = re.compile(
    r"%(?:\([^()]*\))?[#0\- +]*(?P<width>\*|\d*)(?:\.(?P<precision>\*|\d*))?[hlL]?(?P<kind>.?)"
)


def capped(sign: str, left: Any, right: Any) -> Any:
    """left sign right, where the result has a size that a document may need; a Mistake otherwise."""
    match sign:
        case "%" if isinstance(left, str):
            return formatted(left, right)
        case "+" if isinstance(left, str | list | tuple) and isinstance(right, str | list | tuple):
            _fits(left, len(left) + len(right))
        case "*" if isinstance(left, str | list | tuple):
            _fits(left, len(left) * _times(right))
        case "*" if isinstance(right, str | list | tuple):
            _fits(right, len(right) * _times(left))
        case "*" | "**" if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * abs(right) if sign == "**" else left.bit_length() + right.bit_length()
            if bits > MOST_BITS:
                raise too_much()
    # Numbers are decimal here: 10 / 4 has to go with a price.
    if isinstance(left, int) and isinstance(right, int) and (sign == "/" or (sign == "**" and right < 0)):
        left = Decimal(left)
    return OPERATIONS[sign](left, right)


def formatted(template: str, values: Any) -> str:
    """template % values, without widths that fill the memory and without Python's own names of things."""
    for found in _CONVERSION.finditer(template):
        widths = [width for width in (found["width"], found["precision"]) if width]
        if any(width == "*" or len(width) > 3 or int(width) > WIDEST for width in widths):
            raise too_much()
        if found["kind"] in ("r", "a"):
            raise Mistake(problem("document.not_printable"))
    filled: str = template % values
    return filled


def ranged(*bounds: Any) -> range:
    """Jinja's `range`, no longer than a list may be."""
    found = range(*(int(bound) for bound in bounds))
    try:
        _fits((), len(found))
    except OverflowError:
        raise too_much() from None
    return found


def replaced(text: str, old: str, new: str, count: int) -> str:
    """text with old replaced by new; all of them where count is negative."""
    found = text.count(old)
    times = found if count < 0 else min(found, count)
    _fits(text, len(text) + times * len(new))
    return text.replace(old, new, times)


def within(number: Any, least: int, most: int) -> int:
    """A whole number from a template, in its bounds."""
    found = int(number)
    if not least <= found <= most:
        raise too_much()
    return found


def too_much() -> Mistake:
    return Mistake(problem("document.too_much"))


def _times(count: Any) -> int:
    return count if isinstance(count, int) else 0


def _fits(holder: Any, size: int) -> None:
    if size > (MOST_CHARACTERS if isinstance(holder, str) else MOST_ITEMS):
        raise too_much()
