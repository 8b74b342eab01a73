"""Small questions of the program itself: a line or a text, yes or no, one of a list. Knows no workshop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.tongue import mark, t
from wizard.frontends.tui.keys import GOING, Act, bindings
from wizard.frontends.tui.widgets.boxes.box import DRAFT_AFTER_S, AnswerEntered, AnswerTyped
from wizard.frontends.tui.widgets.boxes.line import LineBox
from wizard.frontends.tui.widgets.boxes.long import LongBox
from wizard.frontends.tui.widgets.ending import EndingList
from wizard.frontends.tui.widgets.signs import severity_sign

_NUMBERED = re.compile(r"\W*(?P<number>\d*)\W*(?P<words>.*)", re.DOTALL)

LEAVE = Act("dismiss_none", "escape", "esc", "leave it", "Leave it", "Nothing is changed", GOING)


class TextScreen(ModalScreen[str | None]):
    """Asks for a text; None when the person thinks better of it. left: what was in the box then.

    keep: gets the text soon after it was typed, so that no end of the program can lose it. judge: does what
    is to be done with the text, and says what stands in the way; then the text stays where it is. wrong: said
    from the beginning. does: what enter does with the text.
    """

    CSS_PATH = "asking.tcss"
    ACTS = (LEAVE,)
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)

    def __init__(
        self,
        title: str,
        help: str,
        text: str = "",
        *,
        long: bool = False,
        keep: Callable[[str], None] | None = None,
        judge: Callable[[str], str] | None = None,
        wrong: str = "",
        does: str = mark("save"),
    ) -> None:
        super().__init__()
        self._words = (title, help)
        self._keep = keep
        self._judge = judge
        self._refused = Static(classes="refused", markup=False)
        self._wrong = wrong
        self._does = does
        self._typed = False
        self._text = text
        self.left = text
        self._box: LineBox | LongBox = LongBox() if long else LineBox()

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(self._words[0], "bold"), markup=False)
            yield Static(Content.styled(self._words[1], "$quiet"), markup=False)
            yield self._box
            yield self._refused
            yield Static(keys_told(*self._keys()), markup=False)

    def _keys(self) -> Iterator[tuple[str, str]]:
        """Those of the box, but that enter goes nowhere from here."""
        for key, does in self._box.KEYS[:2]:
            yield key, self._does if key == "enter" else does
        yield "esc", mark("leave it")

    def on_mount(self) -> None:
        self._box.show_asked(Input(place=Place(""), kind="text", ask=""), self._text)
        self._box.focus()
        self._refuse(self._wrong)

    def _refuse(self, why: str) -> None:
        """Say what stands in the way; '' for nothing."""
        sign, style = severity_sign("error")
        self._refused.update(Content.assemble((f"{sign} {why}", style)))
        self._refused.display = bool(why)

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
        text = event.raw if isinstance(event.raw, str) else ""
        why = self._judge(text) if self._judge is not None else ""
        if why:
            self._refuse(why)
        else:
            self.dismiss(text)

    def action_dismiss_none(self) -> None:
        self.left = self._box.raw
        self.dismiss(None)

    def action_editor(self) -> None:
        """There is no need for an editor here; the key does nothing."""


class ChoiceScreen(ModalScreen[int | None]):
    """Asks to choose one of several; its number, None when the person thinks better of it.

    Where the lines bear numbers, a figure chooses one; a letter goes to the next line that begins with it.
    """

    CSS_PATH = "asking.tcss"
    ACTS: ClassVar[tuple[Act, ...]] = (LEAVE,)
    BINDINGS: ClassVar[list[BindingType]] = bindings((LEAVE,))

    def __init__(self, title: str, choices: Sequence[Content | str], at: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = [Content(choice) if isinstance(choice, str) else choice for choice in choices]
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(self._title, "bold"), markup=False)
            yield EndingList(*(Option(choice) for choice in self._choices), markup=False)
            yield Static(keys_told(("enter", mark("choose")), ("esc", mark("leave it"))), markup=False)

    def on_mount(self) -> None:
        choices = self.query_one(OptionList)
        choices.highlighted = self._at
        choices.focus()

    def on_key(self, event: events.Key) -> None:
        typed = (event.character or "").casefold()
        if not typed.isalnum():
            return
        event.stop()
        choices = self.query_one(OptionList)
        at = choices.highlighted or 0
        around = [*range(at + 1, len(self._choices)), *range(at + 1)]
        found = [n for n in around if self._begins(n, typed)]
        if found:
            choices.highlighted = found[0]
        if len(found) == 1 and typed.isdecimal():
            self.dismiss(found[0])

    def _begins(self, n: int, typed: str) -> bool:
        """Whether a line begins with that, its number or, without sign and number, its words."""
        line = _NUMBERED.fullmatch(self._choices[n].plain)
        begins = line["number" if typed.isdecimal() else "words"] if line is not None else ""
        return begins.casefold().startswith(typed)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)

    def action_dismiss_none(self) -> None:
        self.dismiss(None)


class ConfirmScreen(ChoiceScreen):
    """Asks yes or no: 0 is yes, everything else is no. No is what enter alone says. It has no palette."""

    ACTS: ClassVar[tuple[Act, ...]] = ()

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__(question, (yes, no), at=1)


def keys_told(*keys: tuple[str, str]) -> Content:
    """Keys with what they do, on one line; what they do in English."""
    parts: list[str | tuple[str, str]] = []
    for key, does in keys:
        parts += [(key, "bold $primary"), (f" {t(does)}   ", "$quiet")]
    return Content.assemble(*parts)
