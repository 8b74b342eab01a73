"""The boxes in which answers are given, one for each way of giving them. They judge nothing."""

from __future__ import annotations

from typing import assert_never

from wizard.core.screen import Input
from wizard.frontends.tui.widgets.boxes.box import AnswerBox
from wizard.frontends.tui.widgets.boxes.line import LineBox


def box_class(asked: Input) -> type[AnswerBox] | None:
    """The box for what is asked; None for cards and matrix, which have panes of their own.

    What isn't a line is imported when it is first asked: the first question is on the screen sooner.
    """
    match asked.kind:
        case "text" | "number" | "money" | "percent" | "date":
            return LineBox
        case "long":
            from wizard.frontends.tui.widgets.boxes.long import LongBox  # noqa: PLC0415

            return LongBox
        case "scale":
            from wizard.frontends.tui.widgets.boxes.scale import ScaleBox  # noqa: PLC0415

            return ScaleBox
        case "yesno" | "choice":
            from wizard.frontends.tui.widgets.boxes.options import OptionsBox  # noqa: PLC0415

            return OptionsBox
        case "cards" | "matrix":
            return None
        case _:
            assert_never(asked.kind)
