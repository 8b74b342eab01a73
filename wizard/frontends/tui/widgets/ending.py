"""EndingList: a list of options with a first and a last one, where Textual's goes round and round."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import OptionList
from textual.widgets.option_list import Option


class EndingList(OptionList):
    """The arrows stop at its ends."""

    def action_cursor_up(self) -> None:
        if self.highlighted is None or _can_be_chosen(self.options[: self.highlighted]):
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        if self.highlighted is None or _can_be_chosen(self.options[self.highlighted + 1 :]):
            super().action_cursor_down()


def _can_be_chosen(options: Sequence[Option]) -> bool:
    return any(not option.disabled for option in options)
