"""What the filters over texts, numbers and matrices do. Each gets what its signature says."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from wizard.core.expressions.operations import CONTEXT, MAX_CHARACTERS, number, text
from wizard.core.expressions.run import MAX_ELEMENTS, Run
from wizard.core.problems import Place
from wizard.core.values import Blank, Card, Choice, Grid, Money, Value

_SPACE, _INSIDE = " ", "'’-"
_CHARACTERS_A_STEP = 10


def count(_: Run, value: tuple[Value | Blank, ...] | str | Choice) -> Value:
    return Decimal(len(value if isinstance(value, tuple) else str(value)))


def joined(run: Run, items: tuple[Value | Blank, ...], separator: str | Choice = "") -> Value:
    """The elements in one text, passing over blanks; stops where a text is full."""
    parts: list[str] = []
    length = 0
    for item in items:
        if not isinstance(item, Blank) and length < MAX_CHARACTERS:
            parts.append(f"{separator if parts else ''}{run.text(item)}")
            length += len(parts[-1])
    return text("".join(parts))


def lower(_: Run, value: str | Choice) -> Value:
    return text(str(value).lower())


def upper(_: Run, value: str | Choice) -> Value:
    return text(str(value).upper())


def trimmed(_: Run, value: str | Choice) -> Value:
    return text(str(value).strip())


def word_count(_: Run, value: str | Choice) -> Value:
    return Decimal(len(str(value).split()))


def words(run: Run, value: str | Choice) -> Value:
    """Its words in small letters, without the signs around and between them: "Best, of-all!" has two."""
    run.spend(len(str(value)) // _CHARACTERS_A_STEP)
    letters = (_SPACE if _is_sign(character) else character for character in str(value).lower())
    stripped = (word.strip(_INSIDE) for word in "".join(letters).split())
    return tuple(word for word in stripped if word)[:MAX_ELEMENTS]


def _is_sign(character: str) -> bool:
    """Whether it is punctuation or a symbol, but for those that stand inside words."""
    return character not in _INSIDE and unicodedata.category(character)[0] in "PS"


def replaced(_: Run, value: str | Choice, old: str | Choice, new: str | Choice) -> Value:
    """Every `old` with `new` instead; nothing is built that would be cut off again."""
    if not str(old):
        return text(str(value))
    enough = MAX_CHARACTERS // max(len(str(new)), 1) + 1
    return text(str(value)[: MAX_CHARACTERS * 10].replace(str(old), str(new), enough if str(new) else -1))


def absolute(_: Run, value: Decimal) -> Value | Blank:
    """Money stays money in its currency, for it is the same amount; see `_in_unit_of`."""
    return _in_unit_of(value, number(CONTEXT.abs(value)))


def _in_unit_of(value: Decimal, result: Decimal | Blank) -> Decimal | Blank:
    """The result as money, where the value was money: prose prints it with its currency."""
    if isinstance(value, Money) and not isinstance(result, Blank):
        return Money.of(result, value.currency, worked_out=value.worked_out)
    return result


def rounded(_: Run, value: Decimal, digits: Decimal = Decimal(0)) -> Value | Blank:
    """Half away from zero, as people round. digits: -30..30."""
    if abs(digits) > 30 or digits != digits.to_integral_value():
        return Blank()
    step = Decimal((0, (1,), -int(digits)))
    return _in_unit_of(value, number(CONTEXT.plus(value.quantize(step, ROUND_HALF_UP, CONTEXT))))


def cells(run: Run, grid: Grid) -> Value:
    """Every cell, row by row; one that isn't filled is blank."""
    run.spend(len(grid.rows) * len(grid.columns))
    return tuple(_cell(grid, row.id, column.id) for row in grid.rows for column in grid.columns)


def row(run: Run, grid: Grid, of: Card | Choice | str) -> Value | Blank:
    name = _id(of)
    run.spend(len(grid.columns))
    if not any(one.id == name for one in grid.rows):
        return Blank()
    return tuple(_cell(grid, name, column.id) for column in grid.columns)


def column(run: Run, grid: Grid, of: Card | Choice | str) -> Value | Blank:
    name = _id(of)
    run.spend(len(grid.rows))
    if not any(one.id == name for one in grid.columns):
        return Blank()
    return tuple(_cell(grid, row.id, name) for row in grid.rows)


def _id(of: Card | Choice | str) -> str:
    return of if isinstance(of, str) else of.id


def _cell(grid: Grid, row: str, column: str) -> Value | Blank:
    blank = Blank((Place(grid.question, row=row, column=column),))
    return grid.cells.get((row, column), blank)
