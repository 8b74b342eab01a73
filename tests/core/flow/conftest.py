"""Counts work instead of measuring time."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest


@pytest.fixture
def counted() -> Callable[[Callable[[], object]], int]:
    """How many calls of functions, C functions too, something takes."""

    def count(work: Callable[[], object]) -> int:
        calls = 0

        def tick(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(tick)
        try:
            work()
        finally:
            sys.setprofile(before)
        return calls

    return count
