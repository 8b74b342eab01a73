"""A list of cards as a table: its rows and columns, its holes, and a card that begins in one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import World, world
from wizard.core.grids import GridView
from wizard.core.intents import AddCard, GiveAnswer, LinkNewCard, RemoveCard, Undo
from wizard.core.problems import Place
from wizard.core.screen import Input

TIES = """
- {id: grown, type: yesno, ask: Are you grown?}
- id: segs
  type: cards
  ask: Who?
  fields: [{id: name, ask: N}]
- id: places
  type: cards
  ask: Where?
  fields: [{id: name, ask: N}]
- id: ties
  type: cards
  ask: Which ties?
  card: "{{ this.what }}"
  grid: {rows: seg, columns: stage}
  fields:
    - {id: seg, type: choice, ask: With whom?, options: segs}
    - {id: stage, type: choice, ask: When?, options: stages, required: true}
    - {id: where, type: choice, ask: Where?, options: places}
    - {id: what, ask: What?, suggest: "Write to {{ card.seg.name }}"}
    - {id: how, type: choice, ask: How?, options: {ask: Ask, gift: {label: Gift, when: card.stage == 'keep'}}}
    - {id: why, ask: Why do they stay?, when: card.stage == 'keep'}
"""
STAGES = "options: {stages: {win: Win, keep: Keep, grow: {label: Grow, when: grown}}}\n"


def ties(*segs: str) -> tuple[World, list[str]]:
    """Somebody who stands at the list of ties; the ids of the segments."""
    run = world(TIES, before=STAGES)
    return run, [run.card("segs", name=seg) for seg in segs]


def table(run: World) -> GridView:
    found = run.at("ties").question.grid
    assert found is not None
    return found


def names(found: GridView) -> list[tuple[str, str]]:
    return [found.named(cell) for cell in found.holes]


def field(fields: tuple[Input, ...], name: str) -> Input:
    return next(field for field in fields if field.place.field == name)


def test_every_cell_holds_its_cards_and_one_without_is_a_hole() -> None:
    run, (bars, inns) = ties("Bars", "Inns")
    one, other = (run.card("ties", seg=bars, stage="win", what=what) for what in ("Visit", "Call"))

    found = table(run)

    assert ["Bars", "Inns"] == [row.label for row in found.rows]
    assert ["Win", "Keep"] == [column.label for column in found.columns]
    assert [(bars, "win", (one, other)), (bars, "keep", ()), (inns, "win", ()), (inns, "keep", ())] == [
        (cell.row, cell.column, cell.cards) for cell in found.cells
    ]
    assert [("Bars", "Keep"), ("Inns", "Win"), ("Inns", "Keep")] == names(found)
    assert "3 holes: Bars – Keep; Inns – Win, Keep" == found.said


def test_a_card_without_a_row_or_a_column_is_told_apart() -> None:
    run, (bars,) = ties("Bars")
    rowless = run.card("ties", stage="win", what="Somebody")
    columnless = run.card("ties", seg=bars, what="Some time")

    assert (rowless, columnless) == table(run).unplaced


def test_a_card_whose_row_is_gone_isnt_lost() -> None:
    run, (bars, _) = ties("Bars", "Inns")
    tie = run.card("ties", seg=bars, stage="win", what="Visit")
    run.do(RemoveCard("segs", bars, sure=True))

    found = table(run)

    assert ["Inns"] == [row.label for row in found.rows]
    assert (tie,) == found.unplaced


def test_a_column_comes_and_goes_with_what_was_answered_before() -> None:
    run, (bars,) = ties("Bars")
    run.answer("grown", "yes")
    tie = run.card("ties", seg=bars, stage="grow", what="More")
    assert ["Win", "Keep", "Grow"] == [column.label for column in table(run).columns]
    assert () == table(run).unplaced
    run.answer("grown", "no")

    assert ["Win", "Keep"] == [column.label for column in table(run).columns]
    assert (tie,) == table(run).unplaced


def test_where_every_cell_has_a_card_that_is_said() -> None:
    run, (bars,) = ties("Bars")
    for stage in ("win", "keep"):
        run.card("ties", seg=bars, stage=stage)

    assert "No holes: every row has something in each column." == table(run).said


def test_one_hole_is_said_as_one() -> None:
    run, (bars,) = ties("Bars")
    run.card("ties", seg=bars, stage="win")

    assert "1 hole: Bars – Keep" == table(run).said


def test_without_rows_there_is_no_table() -> None:
    run, _ = ties()

    assert run.at("ties").question.grid is None


def test_a_list_that_names_no_table_has_none() -> None:
    run, _ = ties("Bars")

    assert run.at("segs").question.grid is None


def test_a_card_to_come_begins_in_a_hole_and_everything_follows_that() -> None:
    run, (bars,) = ties("Bars")
    before = run.facts.state

    begun = run.workshop.begun(Place("ties"), {"seg": bars, "stage": "keep"})

    assert ["seg", "stage", "where", "what", "how", "why"] == [found.place.field for found in begun]
    assert {None} == {found.place.card for found in begun}
    assert ("Bars", "answered") == (field(begun, "seg").value, field(begun, "seg").status)
    assert "Write to Bars" == field(begun, "what").suggestion
    assert ["Ask", "Gift"] == [option.label for option in field(begun, "how").options]
    assert before == run.facts.state


def test_in_another_hole_other_things_are_asked() -> None:
    run, (bars,) = ties("Bars")

    begun = run.workshop.begun(Place("ties"), {"seg": bars, "stage": "win"})

    assert ["seg", "stage", "where", "what", "how"] == [found.place.field for found in begun]
    assert ["Ask"] == [option.label for option in field(begun, "how").options]


def test_a_card_that_cant_begin_so_begins_with_nothing() -> None:
    run, (bars,) = ties("Bars")

    begun = run.workshop.begun(Place("ties"), {"seg": bars, "stage": "grow"})

    assert run.at("ties").question.blank == begun
    assert "" == field(begun, "seg").value


def test_a_card_from_a_hole_is_one_action() -> None:
    run, (bars,) = ties("Bars")
    values = table(run).values(table(run).holes[1])
    tie = run.card("ties", **values, what="A letter")
    assert (bars, "keep", "A letter") == tuple(
        run.facts.state.answers[Place("ties", tie, name)] for name in ("seg", "stage", "what")
    )
    run.do(Undo())

    assert () == run.facts.state.cards["ties"]


def test_a_card_that_is_made_for_one_from_a_hole_leaves_it_in_its_hole() -> None:
    run, (bars,) = ties("Bars")
    place = Place("ties", field="where")
    values = {"seg": bars, "stage": "keep"}
    tie = run.do(LinkNewCard(place, "places", "The market", values=values)).card
    assert tie is not None
    market = run.facts.state.cards["places"][0]
    assert (bars, "keep", market) == tuple(
        run.facts.state.answers[Place("ties", tie, name)] for name in ("seg", "stage", "where")
    )
    run.do(Undo())

    assert ((), ()) == (run.facts.state.cards["ties"], run.facts.state.cards["places"])


def test_a_card_moves_to_another_cell_with_its_answer() -> None:
    run, (bars,) = ties("Bars")
    tie = run.card("ties", seg=bars, stage="win")
    assert [("Bars", "Keep")] == names(table(run))
    run.do(GiveAnswer(Place("ties", tie, "stage"), "keep"))

    assert [("Bars", "Win")] == names(table(run))


EACH = """
flow: small
title: A small flow
steps:
  - {id: who, title: Who, ask: [{id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}]}
  - id: each
    title: For each
    each: seg in segs
    ask:
      - id: ties
        type: cards
        ask: Which ties?
        grid: {rows: kind, columns: stage}
        fields:
          - {id: kind, type: choice, ask: Which?, options: {a: A, b: "B"}}
          - {id: stage, type: choice, ask: When?, options: {win: Win}}
"""


def test_in_a_step_for_each_card_the_table_holds_those_of_the_loop_card() -> None:
    run = World(EACH)
    bars, inns = run.card("segs", name="Bars"), run.card("segs", name="Inns")
    run.do(AddCard("ties", {"kind": "a", "stage": "win"}, row=bars))

    run.at(Place("ties", row=inns))
    found = run.question.grid

    assert found is not None
    assert [("A", "Win"), ("B", "Win")] == names(found)


AT = st.tuples(st.sampled_from(["", "Bars", "Inns"]), st.sampled_from(["", "win", "keep"]))


@settings(max_examples=20, deadline=None)
@given(made=st.lists(AT, max_size=8), gone=st.booleans())
def test_every_card_stands_in_one_cell_or_is_told_apart(made: list[tuple[str, str]], gone: bool) -> None:
    run, (bars, inns) = ties("Bars", "Inns")
    ids = {"Bars": bars, "Inns": inns, "": ""}
    cards = [run.card("ties", seg=ids[seg], stage=stage) for seg, stage in made]
    if gone:
        run.do(RemoveCard("segs", inns, sure=True))

    found = table(run)

    placed = [card for cell in found.cells for card in cell.cards]
    assert sorted(cards) == sorted([*placed, *found.unplaced])
    assert len(found.rows) * len(found.columns) == len(found.cells)
    for cell in found.cells:
        for card in cell.cards:
            assert (ids[found.named(cell)[0]], cell.column) == (
                run.facts.state.answers[Place("ties", card, "seg")],
                run.facts.state.answers[Place("ties", card, "stage")],
            )
