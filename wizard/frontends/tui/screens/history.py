"""HistoryScreen: what was done, the newest first; to go there, and to take it back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.problems import Place
from wizard.core.screen import PastLine
from wizard.core.tongue import mark, t
from wizard.frontends.dialogue.ages import age
from wizard.frontends.tui.keys import ANSWERING, GOING, Act, bindings
from wizard.frontends.tui.retracing import undo_several, undoes_to
from wizard.frontends.tui.screens.asking import ConfirmScreen, keys_told
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.drawing import filled
from wizard.frontends.tui.widgets.ending import EndingList
from wizard.frontends.tui.widgets.hanging import Hanging
from wizard.frontends.tui.widgets.signs import said

PAGE = 200
_TITLE = mark("What was done, the newest first")
_AGE_CELLS = 17
_TOLD = 4  # so many keys have room on a line of 80 cells
_EARLIER = mark("Show what was done before that")
_NOWHERE = mark("This is about no place that one could go to.")


# What one can do here, for the keys, the palette and the help screen.
ACTS: tuple[Act, ...] = (
    Act("go", "", "enter", "go there", "Go there", "To where this was done, and back", GOING),
    Act("undo_to", "u", "u", "take back to here", "Take back to here", "This, and all since", ANSWERING),
    Act("undo", "ctrl+z", "ctrl+z", "undo", "Undo", "Take back the last thing that you did", ANSWERING),
    Act("close", "escape,q", "esc", "close", "Close the history", "Back to where you were", GOING),
    Act("redo", "ctrl+y", "ctrl+y", "redo", "Redo", "Do again what was taken back", ANSWERING),
)


class HistoryScreen(ModalScreen[Place | None]):
    """Two hundred actions at a time. Ends with the place that the person wants to see."""

    CSS_PATH = "history.tcss"
    ACTS = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk
        self._lines: list[PastLine] = []
        self._has_more = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="book"):
            yield Static(Content.styled(t(_TITLE), "bold"), id="past-title", markup=False)
            yield EndingList(id="past-list", markup=False)
            yield Static(id="past-said", markup=False)
            yield Static(
                keys_told(*((act.shown, act.word) for act in ACTS[:_TOLD])), classes="keys", markup=False
            )

    def on_mount(self) -> None:
        self._walk.notice = None
        self._draw()
        self._list.focus()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#past-list", OptionList)

    def _draw(self) -> None:
        """Show everything from the newest on, as far down as it was shown before."""
        list_ = self._list
        at = list_.highlighted or 0
        wanted = max(len(self._lines), PAGE)
        list_.clear_options()
        self._lines = []
        self._show(self._walk.history(wanted), wanted)
        list_.highlighted = min(at, len(self._lines) - 1) if self._lines else None
        told = self.query_one("#past-said", Static)
        told.update(said(self._walk.messages))
        told.display = bool(self._walk.messages)

    def _show(self, found: tuple[PastLine, ...], wanted: int) -> None:
        """Put these at the end of the list, and a way to what came before them."""
        list_ = self._list
        now = self._walk.now
        self._lines += found
        self._has_more = len(found) == wanted
        ages = [age(line.at, now) for line in found]
        shown = ["" if n and ages[n - 1] == when else when for n, when in enumerate(ages)]
        list_.add_options(Option(past_line(*line)) for line in zip(found, shown, strict=True))
        if self._has_more:
            list_.add_option(Option(Content.styled(f"{' ' * _AGE_CELLS}↓ {t(_EARLIER)}", "$primary")))

    def _show_earlier(self) -> None:
        list_ = self._list
        at = len(self._lines)
        list_.remove_option_at_index(at)
        last = self._lines[-1].position
        self._show(self._walk.history(PAGE, last), PAGE)
        list_.highlighted = min(at, list_.option_count - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index >= len(self._lines):
            self._show_earlier()
        elif (place := self._lines[event.option_index].place) is not None:
            self.dismiss(place)
        else:
            self._walk.news(t(_NOWHERE))
            self._draw()

    def action_go(self) -> None:
        """What the enter key does."""
        self._list.action_select()

    def action_undo(self) -> None:
        self._walk.undo()
        self._draw()

    def action_redo(self) -> None:
        self._walk.redo()
        self._draw()

    def action_undo_to(self) -> None:
        """Take back everything that one did since, and this."""
        at = self._list.highlighted
        if at is None or at >= len(self._lines):
            return
        count = undoes_to(self._walk, self._lines[: at + 1])
        if count < 2:
            self._undone(count)
            return
        doubt = t(
            "Take back the last {count} things that you did? ctrl+y does them again, one by one.", count=count
        )
        self.app.push_screen(
            ConfirmScreen(doubt, t("Yes, take them back"), t("No")),
            lambda answer: self._undone(count) if answer == 0 else None,
        )

    def _undone(self, count: int) -> None:
        undo_several(self._walk, count)
        self._draw()

    def action_close(self) -> None:
        self.dismiss(None)


def past_line(line: PastLine, when: str) -> Hanging:
    """What was done, by whom where that is known, beside how long ago it was."""
    who = f"{line.author}: " if line.author else ""
    text = t("{said} (taken back)", said=line.said) if line.taken else line.said
    style = "$quiet" if line.taken or line.turn else "$foreground"
    return Hanging(
        Content.styled(filled(when, _AGE_CELLS), "$quiet italic"),
        Content.assemble((who, "$secondary"), (text, style)),
    )
