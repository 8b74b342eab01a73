"""The time box: what counts, what is said, and that it is only said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import FOLDER, Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import FLOW, SMALL, WIDE, elsewhere, room, shown, until
from wizard.core.intents import AddCard
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.timebox import TimeBox, TimeTold, time_told
from wizard.frontends.tui.widgets.lines import TopLine
from wizard.ports import Preferences

BOXED = FLOW.replace("    title: The beginning\n", "    title: The beginning\n    minutes: 10\n")


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def go(self, box: TimeBox, seconds: int) -> None:
        """Let time pass, with a tick every second."""
        for _ in range(seconds):
            self.now += 1
            box.tick()


class Memory:
    """Preferences that last as long as the test."""

    def __init__(self) -> None:
        self.kept = Preferences()

    def read(self) -> Preferences:
        return self.kept

    def keep(self, preferences: Preferences) -> None:
        self.kept = preferences


def test_time_counts_for_the_step_at_hand_and_goes_on_where_one_returns() -> None:
    clock = Clock()
    box = TimeBox(clock)
    for step, seconds in (("a", 60), ("b", 30), ("a", 5), ("", 99)):
        box.stand(step)
        clock.go(box, seconds)

    assert {"a": 65, "b": 30} == box.spent_s


def test_what_was_spent_in_an_earlier_sitting_counts() -> None:
    clock = Clock()
    box = TimeBox(clock, {"a": 60})
    box.stand("a")
    clock.go(box, 3)

    assert {"a": 63} == box.spent_s


def test_a_pause_and_a_sleep_do_not_count() -> None:
    clock = Clock()
    box = TimeBox(clock)
    box.stand("a")
    clock.go(box, 10)
    box.pause()
    clock.go(box, 100)
    assert box.told(10) == TimeTold("paused at 0:10 of 10 min", "paused 0:10 of 10 min", "paused")
    box.pause()
    clock.go(box, 1)
    clock.now += 3600  # the program was stopped, or a lid was closed
    box.tick()

    assert {"a": 11} == box.spent_s


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    clock = Clock()
    box = TimeBox(clock)
    box.stand("a")
    clock.go(box, 10)
    clock.now -= 500
    box.tick()

    assert {"a": 10} == box.spent_s


def test_who_writes_in_an_editor_is_at_work() -> None:
    clock = Clock()
    box = TimeBox(clock)
    box.stand("a")
    clock.now += 300
    box.tick(most_s=float("inf"))

    assert {"a": 300} == box.spent_s


@pytest.mark.parametrize("minutes", [None, 0])
def test_nothing_is_said_where_no_time_is_set(minutes: int | None) -> None:
    box = TimeBox(Clock())
    box.stand("a")

    assert box.told(minutes) is None


@pytest.mark.parametrize(
    ("spent_s", "told"),
    [
        (0, TimeTold("0:00 of 10 min", "0:00 of 10 min", "fine")),
        (372, TimeTold("6:12 of 10 min", "6:12 of 10 min", "fine")),
        (479, TimeTold("7:59 of 10 min", "7:59 of 10 min", "fine")),
        (480, TimeTold("8:00 of 10 min · 2 min left", "2 min left", "soon")),
        (599, TimeTold("9:59 of 10 min · 1 min left", "1 min left", "soon")),
        (600, TimeTold("10:00 of 10 min · time is up", "time is up", "over")),
        (659, TimeTold("10:59 of 10 min · time is up", "time is up", "over")),
        (780, TimeTold("13:00 of 10 min · 3 min over", "3 min over", "over")),
        (4210, TimeTold("1:10:10 of 10 min · 60 min over", "60 min over", "over")),
    ],
)
def test_words_say_what_the_colours_say(spent_s: int, told: TimeTold) -> None:
    assert told == time_told(spent_s, 10)


# On the screen


def app_of(at: Room, clock: Clock, kept: Memory | None = None) -> WizardApp:
    return WizardApp(at.home, workshop=at.workshop, out=FOLDER, clock=clock, kept=kept)


def top(app: WizardApp) -> str:
    return shown(app).splitlines()[0]


@pytest.mark.parametrize(
    ("size", "words"), [(WIDE, "0:00 of 10 min"), (SMALL, "0:00 of 10 min"), ((60, 18), "0:00 of 10 min")]
)
async def test_the_time_stands_in_the_top_line(tmp_path: Path, size: tuple[int, int], words: str) -> None:
    app = app_of(room(tmp_path, BOXED), Clock())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        assert top(app).endswith(words)
        assert size[0] >= len(top(app))


async def test_a_step_without_a_time_shows_none(tmp_path: Path) -> None:
    at = room(tmp_path, BOXED)
    app = app_of(at, Clock())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f9", "down", "enter")
        await pilot.pause()

        assert top(app).endswith("%")


async def test_the_time_goes_on_and_nobody_is_moved_when_it_is_over(tmp_path: Path) -> None:
    at = room(tmp_path, BOXED)
    clock = Clock()
    app = app_of(at, clock)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"Gre")
        person = TuiDriver(at, app, pilot)
        person.screen._time._spent_s["begin"] = 779.0
        clock.now += 1
        await until(pilot, lambda: top(app).endswith("3 min over"))
        await pilot.press(*"en")

        assert "Green" == person.screen.desk.pane.editor.raw


async def test_it_is_paused_by_a_key_and_by_a_click(tmp_path: Path) -> None:
    app = app_of(room(tmp_path, BOXED), Clock())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+o")
        assert top(app).endswith("paused 0:00 of 10 min")
        await pilot.click(TopLine, offset=(77, 0))

        assert top(app).endswith("0:00 of 10 min")


async def test_it_is_switched_off_and_that_is_remembered(tmp_path: Path) -> None:
    at, kept = room(tmp_path, BOXED), Memory()
    app = app_of(at, Clock(), kept)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.screen.run_action("screen.time")
        assert top(app).endswith("%")
    again = app_of(at, Clock(), kept)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()

        assert top(again).endswith("%")


async def test_time_outlives_the_program(tmp_path: Path) -> None:
    at = room(tmp_path, BOXED)
    clock = Clock()
    app = app_of(at, clock)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        person = TuiDriver(at, app, pilot)
        clock.go(person.screen._time, 61)
        app.leave()

    assert {"begin": 61} == elsewhere(at).drafts.time_s


def test_kept_time_is_no_draft_of_a_card(tmp_path: Path) -> None:
    """What is being typed for a new card is forgotten when the card is there; the time stays."""
    at = room(tmp_path, BOXED)
    at.workshop.drafts.keep_time({"begin": 61})
    at.workshop.send(AddCard("goods", {"name": "Apples"}))

    assert {"begin": 61} == elsewhere(at).drafts.time_s


async def test_a_tick_paints_the_top_line_alone(tmp_path: Path) -> None:
    at = room(tmp_path, BOXED)
    clock = Clock()
    app = app_of(at, clock)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        person = TuiDriver(at, app, pilot)
        painted: list[object] = []
        for widget in person.screen.query("*"):
            widget.render_line = _noting(widget, painted)  # type: ignore[method-assign]
        clock.now += 1
        person.screen._tick()
        await pilot.pause()

        assert {"TopLine"} == set(painted)


def _noting(widget: object, painted: list[object]):  # type: ignore[no-untyped-def]
    plain = widget.render_line  # type: ignore[attr-defined]

    def render_line(y: int) -> object:
        painted.append(type(widget).__name__)
        return plain(y)

    return render_line
