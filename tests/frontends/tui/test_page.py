"""A page of any length: where it stands after keys, changes and new widths."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from tests.frontends.tui.stage import shown, until
from wizard.frontends.tui.themes import DARK, LIGHT
from wizard.frontends.tui.widgets import typeset
from wizard.frontends.tui.widgets.page import PageView, moved

LONG = "\n\n".join(f"## Part {n}\n\n{'word ' * 30}\n\nend of {n}" for n in range(1, 60))


class Reading(App[None]):
    def __init__(self, text: str, *, source: bool = False) -> None:
        super().__init__()
        self.text = text
        self.source = source
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield PageView()

    def on_mount(self) -> None:
        self.page.focus()
        self.show(fresh=True)

    @property
    def page(self) -> PageView:
        return self.query_one(PageView)

    def show(self, *, fresh: bool = False) -> None:
        self.page.show_text(self.text, source=self.source, fresh=fresh)


async def ready(app: Reading, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: app.page.is_set)
    await pilot.pause()


def top(app: Reading) -> str:
    return shown(app).split("\n")[0].strip(" ▁▂▃▄▅▆▇█")


async def test_keys_go_through_it_page_by_page_and_line_by_line() -> None:
    app = Reading("\n\n".join(f"line {n}" for n in range(100)))
    async with app.run_test(size=(40, 12)) as pilot:
        await ready(app, pilot)
        seen = [top(app)]
        for key in ("pagedown", "space", "pageup", "down", "down", "up", "end", "home"):
            await pilot.press(key)
            seen.append(top(app))

    pages = ["line 0", "line 5", "line 10", "line 5", "", "line 6", "", "line 94", "line 0"]
    assert pages == seen


async def test_the_wheel_goes_through_it_too() -> None:
    app = Reading("\n\n".join(f"line {n}" for n in range(100)))
    async with app.run_test(size=(40, 12)) as pilot:
        await ready(app, pilot)
        await pilot._post_mouse_events([MouseScrollDown], app.page)  # Textual has no public wheel for tests
        await until(pilot, lambda: top(app) != "line 0")


async def test_going_through_it_sets_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0
    honest = typeset.markdown_lines

    def counted(text: str, job: typeset.Job) -> typeset.Lines:
        nonlocal count
        count += 1
        return honest(text, job)

    monkeypatch.setattr(typeset, "markdown_lines", counted)
    app = Reading(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(app, pilot)
        once = count
        await pilot.press("pagedown", "pagedown", "end", "home")
        assert once == count
        app.text = LONG.replace("Part 7", "Part seven")
        app.show()
        await ready(app, pilot)

        assert once + 1 == count


async def test_source_and_meaning_stand_at_the_same_place() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(app, pilot)
        app.page.find("Part 30")
        app.page.find("")
        await pilot.press(*["down"] * 6)
        assert "Part 30" == top(app)
        app.source = True
        app.show()
        await ready(app, pilot)

        assert "## Part 30" == top(app)


async def test_another_width_leaves_it_where_it_was() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(100, 20)) as pilot:
        await ready(app, pilot)
        app.page.find("end of 30")
        await pilot.press(*["down"] * 6)
        assert "end of 30" == top(app)
        await pilot.resize_terminal(40, 20)
        await ready(app, pilot)

        assert "end of 30" == top(app)
        assert {40} == {len(line) for line in raw(app)}


def raw(app: Reading) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips(app.size)]


async def test_what_is_written_above_leaves_it_where_it_was() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(app, pilot)
        app.page.find("Part 30")
        await pilot.press(*["down"] * 6)
        app.text = LONG.replace("end of 7\n", "end of 7\n\nand then\n\nsome more\n")
        app.show()
        await ready(app, pilot)

        assert "Part 30" == top(app)


async def test_the_same_text_as_another_one_is_there_too() -> None:
    app = Reading("# Title")
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(app, pilot)
        app.show(fresh=True)
        await ready(app, pilot)

        assert "Title" == top(app)


async def test_another_theme_has_its_colours() -> None:
    app = Reading("# Title")
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(app, pilot)
        before = app.theme_variables["accent"].lower()
        assert before in colours(app)
        app.theme = LIGHT.name
        await until(pilot, lambda: before not in colours(app))
        await ready(app, pilot)

        assert app.theme_variables["accent"].lower() in colours(app)


def colours(app: Reading) -> set[str]:
    segments = (segment for strip in app.screen._compositor.render_strips(app.size) for segment in strip)
    found = (segment.style.color for segment in segments if segment.style is not None)
    return {colour.name.lower() for colour in found if colour is not None}


async def test_words_are_found_round_and_round() -> None:
    app = Reading("\n\n".join(f"line {n} of all" for n in range(40)))
    async with app.run_test(size=(40, 12)) as pilot:
        await ready(app, pilot)
        app.page.find("LINE 3")
        places = [app.page.place]
        for by in (1, -1, -1, 1):
            app.page.find_next(by)
            places.append(app.page.place)

    assert [(1, 11), (2, 11), (1, 11), (11, 11), (1, 11)] == places


async def test_words_that_were_found_stand_out_also_without_colours() -> None:
    app = Reading("a 面包 Word and a word")
    async with app.run_test(size=(40, 12)) as pilot:
        await ready(app, pilot)
        app.page.find("word")
        await pilot.pause()
        strip = app.screen._compositor.render_strips(app.size)[0]
        marks = {
            segment.text: (bool(segment.style.reverse), bool(segment.style.underline))
            for segment in strip
            if segment.style is not None and segment.text.strip()
        }

    assert (False, True) == marks["word"]
    assert (False, False) == marks["a 面包 "]


@pytest.mark.parametrize(
    ("row", "after", "expected"),
    [
        (1, "a\nb\nc\nd", 1),
        (2, "a\nx\ny\nb\nc\nd", 4),
        (3, "a\nd", 1),
        (1, "a\nx\nd", 1),
        (3, "", 0),
        (0, "x\na\nb\nc\nd", 1),
    ],
)
def test_a_row_moves_with_what_is_above_it(row: int, after: str, expected: int) -> None:
    assert expected == moved(row, "a\nb\nc\nd", after)
