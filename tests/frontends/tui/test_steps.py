"""The list of steps: signs and counts, a click that jumps, a sign where there is no room for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.frontends.tui.stage import SMALL, WIDE, room, shown, stage
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place
from wizard.core.screen import StepView
from wizard.frontends.tui.widgets.steps import StepList, shown_rows, step_row

MANY = "flow: long\ntitle: Long\nsteps:\n" + "".join(
    f"  - {{id: s{n}, title: Step {n}, ask: [{{id: q{n}, ask: Question {n}?}}]}}\n" for n in range(1, 41)
)


def steps(count: int, here: int) -> tuple[StepView, ...]:
    return tuple(
        StepView(str(n), n, f"Step {n}", "here" if n == here else "untouched", 0, 1, None)
        for n in range(1, count + 1)
    )


def told(count: int, here: int, room_: int) -> list[str | int]:
    return [row if isinstance(row, int) else row.id for row in shown_rows(steps(count, here), room_)]


@pytest.mark.parametrize(
    ("here", "rows"),
    [
        (1, ["1", "2", "3", "4", 6]),
        (5, [3, "4", "5", "6", 4]),
        (10, [6, "7", "8", "9", "10"]),
    ],
)
def test_what_has_no_room_is_counted(here: int, rows: list[str | int]) -> None:
    assert rows == told(10, here, 5)
    assert 10 == sum(row if isinstance(row, int) else 1 for row in rows)


def test_where_there_is_room_everything_is_there() -> None:
    assert ["1", "2", "3"] == told(3, 2, 3)


async def test_signs_and_counts_say_how_far_each_step_is(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    async with stage(at, WIDE, at="goods") as person:
        lines = [line.split("│")[0].split() for line in shown(person.app).splitlines()[1:4]]

        assert [["Steps"], ["●", "1", "The", "beginning", "1/6"], ["▶", "2", "The", "goods", "0/3"]] == lines


@pytest.mark.parametrize(
    ("done", "row"),
    [(4, "✓ 5 Customer relationships"), (3, "● 5 Customer relation… 3/4")],
)
def test_a_long_title_takes_the_room_of_a_count_that_says_nothing_new(done: int, row: str) -> None:
    step = StepView("e", 5, "Customer relationships", "done" if done == 4 else "started", done, 4)

    assert row == step_row(step, 26).plain.rstrip()


async def test_a_click_jumps_to_the_step(tmp_path: Path) -> None:
    async with stage(room(tmp_path), SMALL) as person:
        await person.pilot.click(StepList, offset=(4, 2))
        await person.pilot.pause()

        assert Place("goods") == person.workshop.here.place


async def test_in_a_long_flow_a_click_meets_the_step_that_it_points_at(tmp_path: Path) -> None:
    async with stage(room(tmp_path, MANY), SMALL, at="q20") as person:
        lines = shown(person.app).splitlines()
        assert "more" in lines[2]
        row = next(n for n, line in enumerate(lines) if "24 Step 24" in line)
        await person.pilot.click(StepList, offset=(4, row - 1))
        await person.pilot.pause()

        assert Place("q24") == person.workshop.here.place


async def test_where_there_is_no_room_for_the_list_a_key_brings_it(tmp_path: Path) -> None:
    async with stage(room(tmp_path), (60, 18)) as person:
        assert "2 The goods" not in shown(person.app)
        await person.press("f9")

        assert "▶ 1 The beginning  0/6" in shown(person.app)
        assert "○ 2 The goods  0/3" in shown(person.app)


async def test_at_a_hundred_columns_titles_are_whole_and_counted(tmp_path: Path) -> None:
    flow = MANY.replace("title: Step 5,", "title: Customer relationships,")
    async with stage(room(tmp_path, flow), (100, 30)) as person:
        assert "○ 5 Customer relationships 0/1" in shown(person.app)


def test_a_step_in_which_all_was_skipped_has_no_tick() -> None:
    done = StepView("e", 5, "Costs", "done", 4, 4)

    assert "✓ 5 Costs" in step_row(done, 20).plain
    assert "· 5 Costs" in step_row(replace(done, bare=True), 20).plain
