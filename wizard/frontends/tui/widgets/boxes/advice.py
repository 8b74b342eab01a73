"""AdvicePanel: below a list of options, what there is to say of the one at hand. Chooses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from wizard.core.problems import Place
from wizard.core.screen import Input, OptionView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import wrapped

_MOST_LINES = 20  # of one remark: more of it is read on a page of its own
_LEAST = 8  # cells that a remark needs beside its sign


class AdviceWanted(Message):
    """Somebody wants to read all that there is to say of the options. option: id of the one at hand."""

    def __init__(self, place: Place, option: str) -> None:
        super().__init__()
        self.place = place
        self.option = option


class Remark(NamedTuple):
    """One thing that is said of an option. sign: what stands before it, in a column of its own; its style."""

    sign: str
    style: str
    text: str

    @property
    def tone(self) -> str:
        """The style of the text: what speaks neither for nor against keeps in the background."""
        return "" if self.sign else "$quiet"


def weight_style(weight: str) -> str:
    """The colour of a score or a weight; its sign says the same."""
    return "$success" if weight.startswith("+") else "$quiet" if weight == "0" else "$warning"


def remarks(option: OptionView) -> Iterator[Remark]:
    """All that is said of an option, the most telling first."""
    for reason in option.reasons:
        yield Remark(reason.weight, f"bold {weight_style(reason.weight)}", reason.text)
    if option.help:
        yield Remark("", "", option.help)
    if option.for_:
        yield Remark("✓", "bold $success", " · ".join(option.for_))
    if option.against:
        yield Remark("✗", "bold $error", " · ".join(option.against))
    if option.example:
        yield Remark("", "", t("For example: {text}", text=option.example))


def sign_cells(options: Iterable[OptionView]) -> int:
    """How many cells the signs of all remarks take, with a blank behind them."""
    return 1 + max((len(remark.sign) for option in options for remark in remarks(option)), default=0)


def advice_lines(option: OptionView, width: int, rows: int, column: int) -> list[Content]:
    """What is said of an option in so many lines: whole where there is room, else each remark's beginning.

    column: cells of its signs.
    """
    said = list(remarks(option))
    room = max(width - column, _LEAST)
    heights = _heights([len(wrapped(remark.text, room, _MOST_LINES)) for remark in said], rows)
    lines = []
    for remark, height in zip(said, heights, strict=True):
        for number, text in enumerate(wrapped(remark.text, room, height) if height else ()):
            sign = remark.sign if number == 0 else ""
            lines.append(Content.assemble((f"{sign:<{column}}", remark.style), (text, remark.tone)))
    left_off = sum(height == 0 for height in heights)
    if left_off and lines:
        told = t("… {count} more: →", count=left_off + 1)
        lines[-1] = Content.styled(told, "$quiet")
    return lines


def _heights(wanted: Sequence[int], rows: int) -> list[int]:
    """How many lines each remark gets: one each, as far as there are any, then more for the first ones."""
    given = [int(number < rows) for number in range(len(wanted))]
    left = rows - sum(given)
    for number, lines in enumerate(wanted):
        more = min(lines - given[number], left) if given[number] else 0
        given[number] += more
        left -= more
    return given


class AdvicePanel(Widget):
    """As high as the option needs of which most is said: nothing moves while somebody goes through them."""

    def __init__(self) -> None:
        super().__init__(classes="advice")
        self._asked: Input | None = None
        self._option: OptionView | None = None

    def show_asked(self, asked: Input, option: OptionView | None) -> None:
        """Show what is said of an option of what is asked; no room is taken where nothing is."""
        is_other = self._asked is None or self._asked.options != asked.options
        self._asked, self._option = asked, option
        self.display = any(one.advises for one in asked.options)
        self.refresh(layout=is_other)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        options = self._asked.options if self._asked is not None else ()
        column = sign_cells(options)
        return max((len(advice_lines(option, width, _MOST_LINES, column)) for option in options), default=0)

    def render(self) -> Content:
        if self._option is None or self._asked is None:
            return Content("")
        width, height = self.content_size
        column = sign_cells(self._asked.options)
        return Content("\n").join(advice_lines(self._option, width, height, column))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._asked is not None and self._option is not None:
            self.post_message(AdviceWanted(self._asked.place, self._option.id))
