"""CardForm: the fields of one card. One of them is open; the others are lines above and below it."""

from __future__ import annotations

from itertools import zip_longest

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import Static

from wizard.core.screen import Input, Message
from wizard.frontends.tui.widgets.boxes.box import Typed
from wizard.frontends.tui.widgets.drawing import filled, wrapped
from wizard.frontends.tui.widgets.editor import Editor
from wizard.frontends.tui.widgets.signs import NO_ANSWER

_UNFINISHED = "unfinished"


class FieldChosen(TextualMessage):
    """Somebody clicked on another field."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class FieldLines(Static):
    """Fields that aren't open, a line or two each."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._first = 0
        self._fields: tuple[Input, ...] = ()
        self._at: list[int] = []  # the field of each line, by its index in the card

    def show_fields(self, fields: tuple[Input, ...], first: int) -> None:
        """first: the index of the first of these fields."""
        self._first, self._fields = first, fields
        self.display = bool(fields)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = max(self.content_size.width, 20)
        drawn = [field_lines(field, width) for field in self._fields]
        self._at = [index for index, lines in enumerate(drawn, self._first) for _ in lines]
        self.update(Content("\n").join([line for lines in drawn for line in lines]))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._at):
            self.post_message(FieldChosen(self._at[offset.y]))


def field_lines(field: Input, width: int) -> list[Content]:
    """A field: its question, on two lines where it is long, and its answer in a column of its own."""
    left = width * 11 // 20
    right = width - left - 3
    ghost = _UNFINISHED if field.typed else f"({field.suggestion})" if field.suggestion else NO_ANSWER
    note = "✎ " if field.note else ""
    unfinished = f"{_UNFINISHED} · " if field.typed and field.value else ""
    sign = _sign(field)
    asks = wrapped(field.ask, left, 2) or [""]
    values = wrapped(note + unfinished + (field.value or ghost), right, len(asks))
    style = "" if field.value else "$quiet"
    return [
        Content.assemble(before, " ", (filled(ask, left), "$quiet"), " ", (value, style))
        for before, ask, value in zip_longest((sign,), asks, values, fillvalue=" ")
    ]


def _sign(field: Input) -> tuple[str, str]:
    if field.typed:
        return "…", "bold $warning"
    if field.status == "unknown":
        return "?", "$accent"
    return ("▲", "$warning") if field.messages else (" ", "")


class CardForm(Vertical):
    """The form of a card. It shows what it is given; which field is open is known by who shows it."""

    def compose(self) -> ComposeResult:
        yield Static(id="form-title", markup=False)
        yield FieldLines(id="fields-before")
        yield Editor(id="field")
        yield FieldLines(id="fields-after")

    @property
    def editor(self) -> Editor:
        return self.query_one("#field", Editor)

    async def show_form(
        self, title: str, fields: tuple[Input, ...], index: int, typed: Typed, messages: tuple[Message, ...]
    ) -> None:
        """Show a card. index: of the field that is open. typed: an unfinished text there, or KEPT."""
        self.query_one("#form-title", Static).update(Content.styled(title, "bold $accent"))
        self.query_one("#fields-before", FieldLines).show_fields(fields[:index], 0)
        self.query_one("#fields-after", FieldLines).show_fields(fields[index + 1 :], index + 1)
        asked = fields[index]
        standing = tuple(message for message in asked.messages if message not in messages)
        await self.editor.show_asked(asked, typed, (*messages, *standing))
        self.call_after_refresh(self.editor.bring_into_view)
