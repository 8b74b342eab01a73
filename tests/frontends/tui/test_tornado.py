"""How bars are drawn: to the side that a number goes, as long as it goes far, told apart by their sign."""

from __future__ import annotations

from msgspec.structs import replace
from rich.cells import cell_len

from wizard.core.problems import Place
from wizard.core.sensitivity import Influence, SensitivityView
from wizard.frontends.tui.widgets.tornado import Measures, bar_line, head, measured, short_label, sides


def influence(down: float, up: float, **told: str) -> Influence:
    """What moves a number so far, as shares. told: what isn't as usual."""
    made = Influence("Price", Place("price"), "10", "9", "11", "90", "110", low_share=down, high_share=up)
    return replace(made, **told)


def drawn(row: Influence, width: int = 10) -> tuple[str, str]:
    left, right = sides(row, width)
    return "".join(text for text, _ in left), "".join(text for text, _ in right)


def line(row: Influence) -> str:
    return "".join(text for text, _ in bar_line(row, Measures(10, 5, 4)))


def test_what_more_does_goes_to_the_right_where_it_is_more() -> None:
    assert ("     ░░░░░", "██████████") == drawn(influence(-0.5, 1))


def test_what_more_takes_away_goes_to_the_left() -> None:
    assert ("██████████", "░░░░░░░░  ") == drawn(influence(0.8, -1))


def test_what_is_there_at_all_is_seen() -> None:
    assert ("         ░", "█         ") == drawn(influence(-0.001, 0.001))
    assert ("          ", "          ") == drawn(influence(0, 0))


def test_two_bars_on_one_side_lie_one_before_the_other() -> None:
    assert ("          ", "░░░██     ") == drawn(influence(0.3, 0.5))
    assert ("   ░░░░███", "          ") == drawn(influence(-0.7, -0.3))


def test_the_number_stands_at_the_end_to_which_its_bar_points() -> None:
    assert "   90 ░░░░│████ 110" == line(influence(-1, 1)).rstrip()
    assert "  110 ████│░░░░ 90" == line(influence(1, -1)).rstrip()


def test_where_there_is_no_number_at_an_end_a_sign_stands() -> None:
    assert "   — " in line(influence(0, 1, low=""))


def test_a_label_keeps_something_of_card_and_question() -> None:
    assert "Price" == short_label(influence(0, 1), 20)
    assert "Chess · Price" == short_label(influence(0, 1, card="Chess"), 20)
    assert "The chess… · Price" == short_label(influence(0, 1, card="The chess club of the town"), 19)
    long = influence(0, 1, card="The chess club of the town", label="How many of them leave?")
    assert "The ches… · How many…" == short_label(long, 22)


def test_lines_fit_and_the_number_as_it_is_stands_above_the_middle() -> None:
    rows = tuple(influence(-1, 1, card=f"Card {n}", low="1,234.50 EUR", high="2 EUR") for n in range(3))
    view = SensitivityView("What moves it", "x", "Worth", "1,500 EUR", "10%", rows=rows)
    for width in (40, 80, 120, 200):
        measures = measured(view, width)
        above = head(view, measures, "↓").plain
        below = "x" * measures.label + "".join(text for text, _ in bar_line(rows[0], measures))
        middle = below.index("│")

        assert cell_len(below) <= width
        assert cell_len(above) <= width
        assert abs(above.index("1,500 EUR") + 4 - middle) <= 1 or width == 40
