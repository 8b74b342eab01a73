"""What templates see: plain data, in which a blank prints as a dash and a card is one object everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.worlds import World
from wizard.core.document import context, shape
from wizard.core.facts import Facts
from wizard.core.intents import DismissFinding, GiveAnswer, Pass, SayDontKnow, WriteNote
from wizard.core.problems import Place

FLOW = """
flow: small
title: A small flow
canvas: small
options: {stages: {win: Win, keep: Keep}}
steps:
  - id: one
    title: One
    minutes: 5
    ask:
      - {id: name, ask: Name}
      - {id: price, type: money, ask: Price, required: true}
      - {id: share, type: percent, ask: Share}
      - {id: day, type: date, ask: Day}
      - {id: stage, type: choice, ask: Stage, options: stages}
      - id: segs
        type: cards
        ask: Who?
        block: people
        fields: [{id: name, ask: N}, {id: size, type: number, ask: S}]
      - id: chans
        type: cards
        ask: Where?
        fields: [{id: name, ask: N}, {id: to, type: choice, ask: W, options: segs, pick: 1..}]
      - {id: fit, type: matrix, ask: Fit?, rows: segs, columns: {x: X}, cell: {type: scale, range: 0..3}}
compute:
  worth: {each: s in segs, value: s.size * price, as: money}
  all: {value: segs.worth|sum, as: money}
coach:
  - {id: small, each: s in segs, when: s.size < 10, about: [segs], say: "{{ s }}: {{ s.size }} only."}
documents: [{file: plan.md, template: plan.md.j2}]
"""


@pytest.fixture
def run() -> World:
    run = World(FLOW, name="Bread")
    run.answer("price", "2.50")
    run.answer("share", "5")
    run.answer("day", "2026-03-31")
    run.answer("stage", "keep")
    hotels = run.card("segs", name="Hotels", size="3")
    run.card("chans", name="Shop", to=(hotels,))
    run.do(GiveAnswer(Place("fit", row=hotels, column="x"), "2"))
    return run


def seen(run: World) -> Any:
    return context(Facts(run.facts.flow, run.facts.state, complete=True))


def test_answers_print_as_people_write_them(run: World) -> None:
    found = seen(run)
    printed = [str(found[id]).replace("\xa0", " ") for id in ("price", "share", "day", "stage", "all")]
    assert ["2.50 EUR", "5%", "31 March 2026", "Keep", "7.50 EUR"] == printed
    assert (True, True) == (found["price"] > 2, found["share"] < 1)


def test_a_blank_prints_a_dash_and_is_false_and_so_is_all_in_it(run: World) -> None:
    found = seen(run)
    assert "—" == str(found["name"])
    assert not found["name"]
    assert "—" == str(found["name"].anything.at_all + 1)
    assert [] == list(found["name"])


def test_a_card_is_one_object_with_its_fields_face_links_and_note(run: World) -> None:
    hotels = run.facts.state.cards["segs"][0]
    run.do(WriteNote(Place("segs", hotels), "A guess"))
    found = seen(run)
    (card,) = found["segs"]
    assert ("Hotels", hotels, "Hotels", "A guess") == (str(card), card.id, card.name, str(card.note))
    assert "7.50 EUR" == str(card.worth).replace("\xa0", " ")
    assert card is found["chans"][0].to[0] is found["chans"][0].links[0]
    with pytest.raises(AttributeError):
        _ = card.colour


def test_every_note_is_told_with_what_it_belongs_to(run: World) -> None:
    (hotels,) = run.facts.state.cards["segs"]
    for place, text in (
        (Place("segs", hotels, "size"), "Counted in May"),
        (Place("segs", hotels), "A guess"),
        (Place("segs"), "Ask Ann"),
        (Place("price"), "As theirs"),
    ):
        run.do(WriteNote(place, text))
    told = [
        tuple(str(note[key]) for key in ("ask", "card", "step", "text"))
        for note in seen(run)["workshop"]["notes"]
    ]
    assert [
        ("Price", "—", "One", "As theirs"),
        ("Who?", "—", "One", "Ask Ann"),
        ("—", "Hotels", "One", "A guess"),
        ("S", "Hotels", "One", "Counted in May"),
    ] == told


def test_a_note_at_a_question_that_is_asked_for_each_card_tells_the_card() -> None:
    asked = "[{id: why, ask: Why?}, {id: more, type: cards, ask: More?, fields: [{id: name, ask: N}]}]"
    run = World(
        FLOW.replace("compute:", f"  - {{id: two, title: Two, each: s in segs, ask: {asked}}}\ncompute:")
    )
    hotels = run.card("segs", name="Hotels")
    run.do(
        WriteNote(Place("segs", hotels, "why"), "Ann said so"), WriteNote(Place("more", row=hotels), "Later")
    )
    told = [(note["ask"], note["card"], note["text"]) for note in seen(run)["workshop"]["notes"]]
    assert [("Why?", "Hotels", "Ann said so"), ("More?", "Hotels", "Later")] == told


def test_a_matrix_is_rows_columns_and_cells(run: World) -> None:
    grid = seen(run)["fit"]
    (row,), (column,) = grid["rows"], grid["columns"]
    assert ("Hotels", "X", 2) == (str(row), str(column), grid["cells"][row.id][column.id])


def test_the_canvas_is_blocks_with_their_cards(run: World) -> None:
    canvas = seen(run)["canvas"]
    assert ("A small canvas", "Ours") == (canvas["title"], canvas["attribution"])
    assert {"people": ["Hotels"], "offer": []} == {
        block["id"]: [str(card) for card in block["cards"]] for block in canvas["blocks"]
    }
    assert canvas["blocks"][0] is canvas["by_id"]["people"]


def test_findings_are_told_and_those_that_were_dismissed_with_their_reason(run: World) -> None:
    hotels = run.facts.state.cards["segs"][0]
    assert ["Hotels: 3 only."] == [found["say"] for found in seen(run)["findings"]]
    run.do(DismissFinding(f"small:{hotels}", "A pilot"))
    assert [] == seen(run)["findings"]
    assert [("small", "A pilot")] == [(one["rule"], one["reason"]) for one in seen(run)["dismissed"]]


def test_open_questions_are_those_without_an_answer_and_what_nobody_knew() -> None:
    run = World(FLOW)
    run.do(SayDontKnow(Place("share")), Pass(Place("day")))
    found = [(one["ask"], one["why"], one["required"]) for one in seen(run)["open_questions"]]
    assert ("Price", "open", True) == found[1]
    assert ("Share", "unknown", False) in found
    assert ("Day", "open", False) in found


def test_the_steps_carry_their_questions_in_order(run: World) -> None:
    (step,) = seen(run)["flow"]["steps"]
    asked = [(one["id"], one["status"], one["lines"]) for one in step["questions"]]
    assert ("name", "open", []) == asked[0]
    assert ("segs", "answered", ["Hotels"]) == asked[5]
    assert ("fit", "answered", ["Hotels: X: 2"]) == asked[7]


def test_the_workshop_and_the_options_are_there(run: World) -> None:
    found = seen(run)
    assert ("Bread", "EUR") == (found["workshop"]["name"], found["workshop"]["currency"])
    assert {"win": "Win", "keep": "Keep"} == found["labels"]["stages"]
    assert ["Win", "Keep"] == [str(option) for option in found["options"]["stages"]]


def test_the_shape_names_all_that_the_context_has(run: World) -> None:
    names = shape(run.facts.flow)
    assert set(names) == set(seen(run))
    assert {"name", "size", "worth", "id", "face", "note", "links", "rankings"} == names["segs"]


def test_a_field_that_nobody_knew_is_an_open_question_of_its_card() -> None:
    run = World(FLOW)
    hotels = run.card("segs", name="Hotels")
    run.do(SayDontKnow(Place("segs", hotels, "size")))
    (found,) = (q for q in context(run.facts)["open_questions"] if q["card"])  # type: ignore[attr-defined]
    assert {"ask": "S", "card": "Hotels", "step": "One", "why": "unknown", "required": False} == found
    run.do(GiveAnswer(Place("segs", hotels, "size"), "3"))
    assert not [q for q in context(run.facts)["open_questions"] if q["card"]]  # type: ignore[attr-defined]
