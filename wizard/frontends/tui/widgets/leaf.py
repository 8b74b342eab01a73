"""LeafPane: one page to learn from: its text, what speaks for and against, what to try. Knows no gallery."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from wizard.core.tongue import mark, t
from wizard.frontends.tui.widgets.drawing import wrapped

_SIDE_BY_SIDE = 52  # cells: with fewer, what speaks against stands below what speaks for
_SIGN_CELLS = 2
_MOST_LINES = 200


class Leaf(NamedTuple):
    """A page. text: Markdown. good, weak: a line each. kind: what it belongs to."""

    kind: str
    title: str
    subtitle: str = ""
    tags: tuple[str, ...] = ()
    text: str = ""
    good: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    advice: str = ""


class Points(Widget):
    """A heading and a few lines, each behind a sign; what goes on in a second line stands below the first."""

    def __init__(self, heading: str, sign: str, style: str) -> None:
        super().__init__()
        self._heading = heading
        self._sign = sign
        self._style = style
        self._points: tuple[str, ...] = ()

    def show_points(self, points: tuple[str, ...]) -> None:
        self._points = points
        self.display = bool(points)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        return 1 + sum(len(lines) for lines in self._wrapped(width))

    def _wrapped(self, width: int) -> list[list[str]]:
        room = max(width - _SIGN_CELLS, 1)
        return [wrapped(point, room, _MOST_LINES) for point in self._points]

    def render(self) -> Content:
        lines = [Content.styled(t(self._heading), "bold")]
        for point in self._wrapped(self.size.width):
            for number, line in enumerate(point):
                sign = self._sign if number == 0 else ""
                lines.append(Content.assemble((f"{sign:{_SIGN_CELLS}}", f"bold {self._style}"), line))
        return Content("\n").join(lines)


class LeafPane(VerticalScroll):
    """Shows a leaf. It takes the focus so that its text can be scrolled."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._good = Points(mark("For"), "✓", "$success")
        self._weak = Points(mark("Against"), "✗", "$error")

    def compose(self) -> ComposeResult:
        with Container(id="leaf"):
            yield Static(id="leaf-head", markup=False)
            yield Static(id="leaf-text", markup=False)
            with Container(id="leaf-sides"):
                yield self._good
                yield self._weak
            yield Static(id="leaf-advice", markup=False)

    def show_leaf(self, leaf: Leaf) -> None:
        from wizard.frontends.tui.widgets.prose import Prose  # noqa: PLC0415 - only who reads needs it

        head = [Content.assemble((leaf.title, "bold $accent"), (f"   {' · '.join(leaf.tags)}", "$quiet"))]
        head += [Content.styled(leaf.subtitle, "italic")] if leaf.subtitle else []
        self.query_one("#leaf-head", Static).update(Content("\n").join(head))
        text = self.query_one("#leaf-text", Static)
        text.update(Prose(leaf.text))
        text.display = bool(leaf.text.strip())
        self._good.show_points(leaf.good)
        self._weak.show_points(leaf.weak)
        self.query_one("#leaf-sides").display = bool(leaf.good or leaf.weak)
        advice = self.query_one("#leaf-advice", Static)
        advice.update(Content.assemble((t("Try it"), "bold $accent"), "\n", leaf.advice))
        advice.display = bool(leaf.advice)
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        self.set_class(self.size.width < _SIDE_BY_SIDE, "-slender")
