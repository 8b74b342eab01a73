"""A text that is longer than its box: signs say at which end there is more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.tui.stage import room, shown, stage
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place

_LONG = "The corner of green things and all the rest of them, all year round"


def in_the_box(text: str) -> str:
    """The line of the screen in which the box has its text, between its borders."""
    lines = text.splitlines()
    top = next(n for n, line in enumerate(lines) if "╭" in line)
    return lines[top + 1].split("│")[2]


async def test_a_long_answer_has_a_sign_at_each_end_where_it_goes_on(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), _LONG))
    async with stage(at, at="name") as person:
        assert in_the_box(shown(person.app)).startswith("…")
        assert in_the_box(shown(person.app)).endswith("year round  ")
        await person.press("home")
        assert in_the_box(shown(person.app)).startswith(" The corner")
        assert in_the_box(shown(person.app)).endswith("…")
        await person.press(*["right"] * 52)

        line = in_the_box(shown(person.app))
        assert ("…", "…") == (line[0], line[-1])


@pytest.mark.parametrize("answer", ["green", _LONG[:46]])
async def test_an_answer_that_fits_has_no_sign(tmp_path: Path, answer: str) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), answer))
    async with stage(at, at="name") as person:
        assert "…" not in in_the_box(shown(person.app))
