"""Small questions of the program itself: a line or a text, yes or no, one of a list. Knows no workshop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.frontends.tui.widgets.boxes.box import DRAFT_AFTER_S, AnswerEntered, AnswerTyped
from wizard.frontends.tui.widgets.boxes.line import LineBox
from wizard.frontends.tui.widgets.boxes.long import LongBox


class TextScreen(ModalScreen[str | None]):
    """Asks for a text; None when the person thinks better of it. left: what was in the box then.

    keep: gets the text soon after it was typed, so that no end of the program can lose it.
    """

    CSS_PATH = "asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_none", show=False)]

    def __init__(
        self,
        title: str,
        help: str,
        text: str = "",
        *,
        long: bool = False,
        keep: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._words = (title, help)
        self._keep = keep
        self._typed = False
        self._text = text
        self.left = text
        self._box: LineBox | LongBox = LongBox() if long else LineBox()

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(self._words[0], "bold"), markup=False)
            yield Static(Content.styled(self._words[1], "$quiet"), markup=False)
            yield self._box
            yield Static(keys_told(*self._box.KEYS[:2], ("esc", "leave it")), markup=False)

    def on_mount(self) -> None:
        self._box.show_asked(Input(place=Place(""), kind="text", ask=""), self._text)
        self._box.focus()

    @on(AnswerTyped)
    def _noticed(self, event: AnswerTyped) -> None:
        event.stop()
        if not self._typed and self._keep is not None:
            self._typed = True
            self.set_timer(DRAFT_AFTER_S, self.keep_everything)

    def keep_everything(self) -> None:
        """Keep what is in the box: half a second after it was typed, or when the program ends."""
        if self._typed and self._keep is not None:
            self._typed = False
            self._keep(self._box.raw)

    @on(AnswerEntered)
    def _entered(self, event: AnswerEntered) -> None:
        event.stop()
        self.dismiss(event.raw if isinstance(event.raw, str) else None)

    def action_dismiss_none(self) -> None:
        self.left = self._box.raw
        self.dismiss(None)

    def action_editor(self) -> None:
        """There is no need for an editor here; the key does nothing."""


class ChoiceScreen(ModalScreen[int | None]):
    """Asks to choose one of several; its number, None when the person thinks better of it."""

    CSS_PATH = "asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_none", show=False)]

    def __init__(self, title: str, choices: Sequence[Content | str], at: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = [Content(choice) if isinstance(choice, str) else choice for choice in choices]
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(self._title, "bold"), markup=False)
            yield OptionList(*(Option(choice) for choice in self._choices), markup=False)
            yield Static(keys_told(("enter", "choose"), ("esc", "leave it")), markup=False)

    def on_mount(self) -> None:
        choices = self.query_one(OptionList)
        choices.highlighted = self._at
        choices.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)

    def action_dismiss_none(self) -> None:
        self.dismiss(None)


class ConfirmScreen(ChoiceScreen):
    """Asks yes or no: 0 is yes, everything else is no. No is what enter alone says."""

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__(question, (yes, no), at=1)


def keys_told(*keys: tuple[str, str]) -> Content:
    """Keys with what they do, on one line."""
    parts: list[str | tuple[str, str]] = []
    for key, does in keys:
        parts += [(key, "bold $primary"), (f" {does}   ", "$quiet")]
    return Content.assemble(*parts)
