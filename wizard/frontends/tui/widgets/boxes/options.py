"""OptionsBox: one option, or several, out of a list with help."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input, OptionView
from wizard.frontends.tui.widgets.boxes.box import AnswerBox, AnswerEntered, AnswerPicked, FieldLeft

_NOTHING = "Nothing to choose from yet: enter goes on."
_NOWHERE = Input(place=Place(""), kind="choice", ask="")


class OptionsBox(OptionList, AnswerBox):
    """A list of options. One of them: enter takes it. Several: space marks, enter goes on with the marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("backspace,delete", "empty", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._asked = _NOWHERE
        self._marked: set[str] = set()

    @property
    def _several(self) -> bool:
        return self._asked.pick is not None

    def show_asked(self, asked: Input, typed: str | None) -> None:
        del typed  # nothing is typed here
        same = asked.place == self._asked.place and asked.options == self._asked.options
        at = self.highlighted
        self._asked = asked
        self._marked = {option.id for option in asked.options if option.chosen}
        self.clear_options()
        self.add_options([Option(self._line(option)) for option in asked.options])
        if not asked.options:
            self.add_option(Option(Content.styled(_NOTHING, "$quiet italic"), disabled=True))
        if asked.options:
            self.highlighted = at if same and at is not None else self._first_highlight()

    def _first_highlight(self) -> int:
        wanted = self._marked or set(self._asked.suggestion_raw.split(","))
        return next((n for n, option in enumerate(self._asked.options) if option.id in wanted), 0)

    def _line(self, option: OptionView) -> Content:
        marked = option.id in self._marked
        signs = ("■", "□") if self._several else ("●", "○")
        parts: list[str | tuple[str, str]] = [
            (f"{signs[0] if marked else signs[1]} ", "$accent" if marked else "$quiet"),
            (option.label, "bold" if marked else ""),
        ]
        if option.id in self._asked.suggestion_raw.split(",") and self._asked.suggestion_raw:
            parts.append(("  suggested", "$accent italic"))
        if option.help:
            parts.append((f"  {option.help}", "$quiet"))
        return Content.assemble(*parts)

    @property
    def raw(self) -> Raw:
        ids = tuple(option.id for option in self._asked.options if option.id in self._marked)
        return ids if self._several else (ids[0] if ids else "")

    @property
    def asked_place(self) -> Place:
        return self._asked.place

    @property
    def is_touched(self) -> bool:
        return self._marked != {option.id for option in self._asked.options if option.chosen}

    @property
    def _at(self) -> OptionView | None:
        return None if self.highlighted is None else self._asked.options[self.highlighted]

    def action_mark(self) -> None:
        """Mark or unmark the option at hand; where one is wanted, it is answered and the person stays."""
        option = self._at
        if option is None:
            return
        if self._several:
            self._marked ^= {option.id}
            assert self.highlighted is not None
            self.replace_option_prompt_at_index(self.highlighted, self._line(option))
        else:
            self.post_message(AnswerPicked(self._asked.place, option.id))

    def action_empty(self) -> None:
        """Take back what was chosen, and stay."""
        if self._several:
            self._marked.clear()
            for index, option in enumerate(self._asked.options):
                self.replace_option_prompt_at_index(index, self._line(option))
        self.post_message(AnswerPicked(self._asked.place, () if self._several else ""))

    def action_select(self) -> None:
        option = self._at
        if option is not None and not self._several:
            self.post_message(AnswerEntered(self._asked.place, option.id))
        else:
            self.post_message(AnswerEntered(self._asked.place, self.raw))

    def action_cursor_up(self) -> None:
        if self.highlighted in (0, None):
            self.post_message(FieldLeft(-1))
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        if self.highlighted in (self.option_count - 1, None):
            self.post_message(FieldLeft(1))
        else:
            super().action_cursor_down()

    def on_key(self, event: events.Key) -> None:
        """A digit takes the option of that number; a letter goes to the next one that begins with it."""
        letter = (event.character or "").casefold()
        if not event.is_printable or not letter.strip():
            return
        labels = [option.label.casefold() for option in self._asked.options]
        start = (self.highlighted or 0) + 1
        order = [*range(start, len(labels)), *range(min(start, len(labels)))]
        if letter.isdecimal() and 0 < int(letter) <= len(labels):
            self.highlighted = int(letter) - 1
        elif (found := next((n for n in order if labels[n].startswith(letter)), None)) is not None:
            self.highlighted = found

    async def _on_click(self, event: events.Click) -> None:
        """A click marks; enter, or a second click, goes on."""
        clicked = event.style.meta.get("option")
        if clicked is not None:
            event.prevent_default()
            self.highlighted = clicked
            self.action_mark()

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # type: ignore[override]  # noqa: N802 - it depends on what is asked
        return (("space", "mark"), ("enter", "next")) if self._several else (("↑↓ enter", "choose"),)
