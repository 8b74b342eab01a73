"""What is told of the number at hand: what it means, how it is worked out, from what. Knows no keys."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from wizard.core.figures import FigureView, Reading
from wizard.core.sensitivity import Influence, SensitivityView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.hanging import Hanging
from wizard.frontends.tui.widgets.signs import NO_ANSWER
from wizard.frontends.tui.widgets.tornado import DOWN, DOWN_STYLE, UP, UP_STYLE

_MOST_VALUE, _MOST_CARD = 18, 40
Row = tuple[Content | Hanging, Reading | None]


def figure_rows(one: FigureView) -> Iterator[Row]:
    """The number and all that is known of it; what it was worked out from is what one can go to."""
    card = (f" · {one.card}" if one.card else "", "$quiet")
    value = (one.value or NO_ANSWER, "bold $accent")
    yield Content.assemble(value, "  ", (one.title, "bold"), card), None
    if one.why:
        yield Hanging(Content.styled("▲ ", "$warning"), Content.styled(_sentence(one.why), "$warning")), None
    if one.how:
        yield Content.styled(one.how, "$foreground"), None
    if one.readings:
        yield Content.styled(t("From"), "bold $primary"), None
    width = min(max((cell_len(read.value or NO_ANSWER) for read in one.readings), default=0), _MOST_VALUE)
    for read in one.readings:
        yield reading_drawn(read, width, one.card), read
    if one.source:
        yield Content.styled(one.source, "italic $quiet"), None
    if one.formula and not one.how:  # words are for everybody
        yield Hanging(Content.styled("= ", "$quiet"), Content.styled(one.formula, "$quiet")), None


def reading_drawn(read: Reading, width: int, card: str) -> Hanging:
    """One thing that went in, behind its value. card: whose number this is, which needn't be said again."""
    value = cut(read.value or NO_ANSWER, width)
    sign, style = ("=", "$primary") if read.figure else ("→", "$success")
    lead = Content.assemble(
        " " * (width - cell_len(value)), (value, "bold" if read.value else "$warning"), (f" {sign} ", style)
    )
    of_card = f" · {cut(read.card, _MOST_CARD)}" if read.card and read.card != card else ""
    return Hanging(lead, Content.assemble(read.label, (of_card, "$quiet")))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def moved_title(view: SensitivityView, at: int, total: int) -> Content:
    """What is asked, of which number, and which of how many this is."""
    of = f"{view.of} · {view.card}" if view.card else view.of
    turn = t("{number} of {total}", number=at + 1, total=total)
    several = total > 1
    return Content.assemble(
        (view.title, "bold"),
        "\n",
        ("‹ " if several else "", "$accent"),
        (of, "$primary"),
        (f" ›  {turn}" if several else "", "$accent"),
    )


def influence_told(view: SensitivityView, row: Influence | None) -> Content:
    """The line at hand in whole words; where there is no number at all, why."""
    if row is None:
        text = _sentence(view.why) if view.why else t("Nothing that you said moves it.")
        return Content.styled(f"▲ {text}", "$warning")
    card = (f" · {row.card}" if row.card else "", "$quiet")
    lines = [
        Content.assemble((row.label, "bold"), card, "  ", (row.value, "bold $accent")),
        Content.assemble(
            (f"{DOWN} ", DOWN_STYLE),
            f"{row.down}: {row.low or NO_ANSWER}   ",
            (f"{UP} ", UP_STYLE),
            f"{row.up}: {row.high or NO_ANSWER}",
            (f"   {t('{amount} apart', amount=row.effect)}" if row.effect else "", "$quiet"),
        ),
    ]
    lines += [Content.styled(f"▲ {_sentence(end)}", "$warning") for end in row.ends]
    lines += [Content.styled(_sentence(row.point), "$foreground")] if row.point else []
    return Content("\n").join(lines)
