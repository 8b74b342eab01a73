"""Canvas layouts: their own mistakes, and blocks that they lack."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, flow_text, places, said, unmarked

LAYOUT = """\
canvas: two
title: Two
grid: {{columns: 2, rows: 1}}
blocks:
  - {{id: left, title: Left, hint: Left, column: 1, row: 1}}
  - {more}
"""


@pytest.mark.parametrize(
    ("code", "block"),
    [
        ("flow.block_off_grid", "¦{id: right, title: R, hint: R, column: 2, row: 1, width: 2}"),
        ("flow.block_off_grid", "¦{id: right, title: R, hint: R, column: 0, row: 1}"),
        ("flow.block_off_grid", "¦{id: right, title: R, hint: R, column: 2, row: 1, width: 0}"),
        ("flow.blocks_overlap", "¦{id: right, title: R, hint: R, column: 1, row: 1, width: 2}"),
        ("flow.duplicate_id", "{id: ¦left, title: R, hint: R, column: 2, row: 1}"),
        ("flow.missing_key", "¦{id: right, title: R, column: 2, row: 1}"),
    ],
)
def test_a_mistake_in_a_canvas_is_told_with_its_file(code: str, block: str) -> None:
    layout, (mark,) = unmarked(LAYOUT.format(more=block), "canvas.yaml")
    found = built(flow_text(top="canvas: two"), layout=layout).problems

    assert [(code, "canvas.yaml", mark.line, mark.column)] == places(found), said(found)


def test_a_block_that_the_canvas_lacks_is_told_with_a_near_one() -> None:
    layout = LAYOUT.format(more="{id: right, title: R, hint: R, column: 2, row: 1}")
    text, (mark,) = unmarked(flow_text("- {id: q, ask: A?, block: ¦rigth}", top="canvas: two"))
    (problem,) = built(text, layout=layout).problems

    assert ("flow.unknown_block", mark, "right") == (problem.code, problem.mark, problem.details["near"])


def test_a_block_to_colour_by_that_there_isnt_is_told_with_a_near_one() -> None:
    more = "{id: right, title: R, hint: R, column: 2, row: 1}\ncolour_by: ¦rigth"
    layout, (mark,) = unmarked(LAYOUT.format(more=more), "canvas.yaml")
    (problem,) = built(flow_text(top="canvas: two"), layout=layout).problems

    assert ("flow.unknown_block", mark, "right") == (problem.code, problem.mark, problem.details["near"])
