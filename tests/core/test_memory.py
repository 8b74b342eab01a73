"""A memory works everything out once, and after a change only what reads something else now."""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal

import pytest

from wizard.core.memory import DEEPEST, Memory


class Sheet(Memory):
    """A few cells that are given, and functions of them. worked: what was worked out, in order."""

    def __init__(self, cells: dict[str, object]) -> None:
        super().__init__()
        self.cells = cells
        self.worked: list[str] = []

    def ground(self, key: Hashable) -> object:
        return self.cells[str(key)]

    def changed(self, **cells: object) -> Sheet:
        later = Sheet({**self.cells, **cells})
        later.inherit(self, cells)
        return later


def sign(sheet: Sheet, cell: str) -> str:
    sheet.worked.append(f"sign {cell}")
    return "-" if int(str(sheet.read(cell))) < 0 else "+"


def both(sheet: Sheet) -> str:
    sheet.worked.append("both")
    return sheet.known(sign, "a") + sheet.known(sign, "b")


def given(sheet: Sheet, cell: str) -> object:
    return sheet.read(cell)


def kind(sheet: Sheet, cell: str) -> str:
    value = sheet.known(given, cell)
    return type(value[0] if isinstance(value, tuple) else value).__name__


def chain(sheet: Sheet, length: int) -> int:
    return int(str(sheet.read("a"))) if length == 0 else sheet.known(chain, length - 1) + 1


def circle(sheet: Sheet, number: int) -> int:
    return sheet.known(circle, (number + 1) % (DEEPEST * 3))


def test_a_value_is_worked_out_once() -> None:
    sheet = Sheet({"a": 1, "b": -1})
    assert ["+-", "+-"] == [sheet.known(both), sheet.known(both)]
    assert ["both", "sign a", "sign b"] == sheet.worked


def test_after_a_change_only_what_reads_it_is_worked_out_again() -> None:
    sheet = Sheet({"a": 1, "b": -1})
    sheet.known(both)
    later = sheet.changed(b=1)
    assert "++" == later.known(both)
    assert ["sign b", "both"] == later.worked


def test_what_comes_out_as_before_changes_nothing_above_it() -> None:
    sheet = Sheet({"a": 1, "b": -1})
    sheet.known(both)
    later = sheet.changed(b=-2)
    assert "+-" == later.known(both)
    assert ["sign b"] == later.worked


def test_what_nobody_asked_for_in_between_is_still_brought_up_to_date() -> None:
    sheet = Sheet({"a": 1, "b": -1})
    sheet.known(both)
    assert "-+" == sheet.changed(a=-1).changed(b=1).known(both)


def test_the_memory_before_stays_as_it_was() -> None:
    sheet = Sheet({"a": 1, "b": -1})
    sheet.known(both)
    sheet.changed(a=-1).known(both)
    assert "+-" == sheet.known(both)


@pytest.mark.parametrize(
    ("one", "other"), [(True, Decimal(1)), (Decimal(1), True), ((True,), (Decimal(1),)), ((1,), (1, 2))]
)
def test_what_is_equal_but_of_another_kind_is_a_change(one: object, other: object) -> None:
    sheet = Sheet({"a": one})
    sheet.known(kind, "a")
    fresh = Sheet({"a": other})
    assert fresh.known(kind, "a") == sheet.changed(a=other).known(kind, "a")


def test_a_long_chain_doesnt_exhaust_the_stack_at_first_nor_after_a_change() -> None:
    sheet = Sheet({"a": 0})
    assert 5000 == sheet.known(chain, 5000)
    assert 5001 == sheet.changed(a=1).known(chain, 5000)


def test_a_circle_is_found_and_not_followed_for_ever() -> None:
    with pytest.raises(RecursionError):
        Sheet({}).known(circle, 0)


def test_who_asks_for_the_reads_of_a_value_has_read_them() -> None:
    def told(sheet: Sheet) -> list[str]:
        return sorted(str(value) for value in sheet.reads(sign, "a").values())

    sheet = Sheet({"a": 1})
    assert ["1"] == sheet.known(told)
    assert ["2"] == sheet.changed(a=2).known(told)


def test_a_value_hangs_on_every_ground_below_it() -> None:
    sheet = Sheet({"a": 1, "b": -1, "c": 3})
    assert {"a", "b"} == sheet.hangs_on(both)
    assert {"a"} == sheet.hangs_on(chain, DEEPEST * 3)
    assert {"a", "b"} == sheet.changed(a=2).hangs_on(both)
    assert {"a"} == sheet.changed(a=-2).hangs_on(sign, "a")
