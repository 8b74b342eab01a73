"""A text beside a sign: its further lines begin below its first word."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tests.frontends.tui.stage import shown
from wizard.frontends.tui.widgets.hanging import Hanging


class Listed(App[None]):
    def __init__(self, *items: Hanging) -> None:
        super().__init__()
        self._items = items

    def compose(self) -> ComposeResult:
        options = OptionList(*(Option(item) for item in self._items), markup=False)
        options.styles.border = ("none", "black")
        options.styles.padding = 0
        yield options


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, ["▲ No channel reaches hotels.", "  Why?", "+ next"]),
        (16, ["▲ No channel", "  reaches", "  hotels.", "  Why?", "+ next"]),
        (9, ["▲ No", "  channel", "  reaches", "  hotels.", "  Why?", "+ next"]),
    ],
)
async def test_lines_below_the_first_are_indented(width: int, expected: list[str]) -> None:
    first = Hanging(Content("▲ "), Content("No channel reaches hotels.\nWhy?"))
    app = Listed(first, Hanging(Content("+ "), Content("next")))
    async with app.run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        assert expected == [line for line in shown(app).split("\n") if line]


async def test_wide_characters_stay_in_their_place() -> None:
    app = Listed(Hanging(Content("● "), Content("日本語の長い文章です")))
    async with app.run_test(size=(14, 6)) as pilot:
        await pilot.pause()
        lines = [line.rstrip() for line in shown(app).split("\n") if line.strip()]
        assert all(line.startswith(("● ", "  ")) for line in lines)
        assert "日本語の長い文章です" == "".join(line.strip(" ●") for line in lines)
