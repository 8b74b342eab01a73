"""Titles of pages on one line."""

from __future__ import annotations

from wizard.frontends.tui.widgets.tabs import tabs_in_view

TITLES = ["canvas.md", "plan.md", "summary.md", "budget.md"]


def test_where_there_is_room_all_are_there() -> None:
    assert (0, 4) == tabs_in_view(TITLES, 2, 60)


def test_where_there_is_little_the_open_one_and_its_neighbours() -> None:
    assert [(0, 2), (1, 3), (2, 4), (2, 4)] == [tabs_in_view(TITLES, at, 27) for at in range(4)]


def test_the_open_one_is_there_in_no_room_at_all() -> None:
    assert (3, 4) == tabs_in_view(TITLES, 3, 0)
    assert (0, 0) == tabs_in_view([], 0, 10)
