"""What can be the rows and the columns of a table of cards, and what is said of what can't."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, flow_text, unmarked

TIES = """
- id: ties
  type: cards
  ask: Which?
  grid: {grid}
  fields:
    - {{id: seg, type: choice, ask: Whom?, options: segments}}
    - {{id: stage_of, type: choice, ask: A?, options: {{win: A, keep: {{label: B, when: stage == 'open'}}}}}}
    - {{id: own, type: choice, ask: How?, options: {{a: A, b: {{label: B, when: card.stage_of == 'keep'}}}}}}
    - {{id: near, type: choice, ask: Who is near?, options: "segments|where('size', card.seg.size)"}}
    - {{id: some, type: choice, ask: Some?, options: segments, pick: 1..}}
    - {{id: late, type: choice, ask: Late?, options: segments, when: card.stage_of == 'keep'}}
    - {{id: what, ask: What?}}
"""


def ties(grid: str) -> str:
    return flow_text(TIES.format(grid=grid))


@pytest.mark.parametrize(
    "grid",
    ["{rows: seg, columns: stage_of}", "{rows: stage_of, columns: seg}", "{columns: seg, rows: stage_of}"],
)
def test_two_choices_of_one_make_a_table(grid: str) -> None:
    assert () == built(ties(grid)).problems


@pytest.mark.parametrize(
    ("code", "grid"),
    [
        ("flow.grid_no_field", "{rows: ¦segs, columns: stage_of}"),
        ("flow.grid_no_field", "{rows: seg, columns: ¦stage}"),
        ("flow.grid_no_choice", "{rows: ¦what, columns: stage_of}"),
        ("flow.grid_no_choice", "{rows: seg, columns: ¦some}"),
        ("flow.grid_on_card", "{rows: seg, columns: ¦own}"),
        ("flow.grid_on_card", "{rows: ¦near, columns: stage_of}"),
        ("flow.grid_on_card", "{rows: ¦late, columns: stage_of}"),
        ("flow.grid_twice", "{rows: seg, columns: ¦seg}"),
        ("flow.missing_key", "¦{rows: seg}"),
        ("flow.unknown_key", "{rows: seg, columns: stage_of, ¦cells: what}"),
    ],
)
def test_anything_else_is_told_at_its_place(code: str, grid: str) -> None:
    text, marks = unmarked(ties(grid))
    found = built(text).problems

    assert [code] == [problem.code for problem in found]
    assert marks == [problem.mark for problem in found]


def test_a_name_that_is_nearly_right_is_told() -> None:
    (found,) = built(unmarked(ties("{rows: sge, columns: stage_of}"))[0]).problems

    assert "seg" == found.details["near"]


def test_nothing_is_said_of_a_field_that_couldnt_be_read() -> None:
    text = flow_text(
        """
        - id: ties
          type: cards
          ask: Which?
          grid: {rows: seg, columns: when_}
          fields:
            - {id: seg, type: choice, ask: Whom?, options: segments}
            - {id: when_, type: chioce, ask: When?}
        """
    )

    assert ["flow.unknown_type"] == [problem.code for problem in built(text).problems]
