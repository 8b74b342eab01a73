"""One thing that is asked, as a front end may show it."""

from __future__ import annotations

import pytest

from tests.worlds import World, world
from wizard.core.flow.model import Asked
from wizard.core.inputs import KINDS, message
from wizard.core.intents import GiveAnswer, WriteNote
from wizard.core.problems import Place, problem
from wizard.core.screen import Input, OptionView

EVERY_KIND = """
- {id: text, ask: T}
- {id: long, type: long, ask: L}
- {id: yesno, type: yesno, ask: Y}
- {id: one, type: choice, ask: O, options: {a: {label: Apple, help: A fruit}, b: Beer}}
- {id: some, type: choice, ask: S, pick: 1..2, options: {a: Apple, b: Beer}}
- {id: scale, type: scale, ask: S, range: 1..3, low: Not at all, high: Fully}
- {id: number, type: number, ask: N}
- {id: money, type: money, ask: M}
- {id: percent, type: percent, ask: P}
- {id: date, type: date, ask: D}
"""


def shown(run: World, id: str) -> Input:
    return run.at(id).question.input


def test_every_kind_of_question_has_its_kind_of_input() -> None:
    kinds = {kind for kind in KINDS if issubclass(kind, Asked)}
    assert set(Asked.__subclasses__()) == kinds
    assert len(KINDS) == len(set(KINDS.values()))


@pytest.mark.parametrize(
    ("id", "raw", "value", "edited"),
    [
        ("text", "Bread", "Bread", "Bread"),
        ("long", "one\ntwo", "one\ntwo", "one\ntwo"),
        ("yesno", "y", "yes", "yes"),
        ("one", "a", "Apple", "a"),
        ("some", "b,a", "Apple, Beer", "a,b"),
        ("scale", "3", "3", "3"),
        ("number", "12k", "12,000", "12000"),
        ("money", "9.90", "9.90 EUR", "9.9"),
        ("percent", "5", "5%", "5"),
        ("date", "2026-03-31", "31 March 2026", "2026-03-31"),
    ],
)
def test_an_answer_is_shown_as_people_read_it_and_edited_as_they_type_it(
    id: str, raw: str, value: str, edited: str
) -> None:
    run = world(EVERY_KIND)
    run.answer(id, raw)
    found = shown(run, id)
    assert (value, edited, "answered") == (found.value.replace("\xa0", " "), found.raw, found.status)


def test_amounts_and_percentages_tell_their_unit_before_anything_is_typed() -> None:
    run = world(EVERY_KIND)
    units = {id: shown(run, id).unit for id in ("text", "number", "money", "percent")}
    assert {"text": "", "number": "", "money": "EUR", "percent": "%"} == units


def test_options_carry_their_help_and_whether_they_are_chosen() -> None:
    run = world(EVERY_KIND)
    run.answer("one", "b")
    options = (OptionView("a", "Apple", "A fruit"), OptionView("b", "Beer", chosen=True))
    assert options == shown(run, "one").options
    assert (None, (1, 2)) == (shown(run, "one").pick, shown(run, "some").pick)


def test_yes_and_no_and_the_numbers_of_a_scale_are_options_too() -> None:
    run = world(EVERY_KIND)
    run.answer("yesno", "no")
    assert (OptionView("yes", "Yes"), OptionView("no", "No", chosen=True)) == shown(run, "yesno").options
    scale = shown(run, "scale")
    assert ((1, 3), "Not at all", "Fully") == (scale.span, scale.low, scale.high)
    assert ["Not at all", "", "Fully"] == [option.help for option in scale.options]


def test_what_stands_against_an_answer_is_beside_it_but_not_that_it_is_missing() -> None:
    run = world("""
        - {id: a, type: number, ask: A}
        - {id: b, type: number, ask: B, required: true, rules: [{when: this > a, say: Too much.}]}
    """)
    assert () == shown(run, "b").messages
    run.do(GiveAnswer(Place("b"), "5"), GiveAnswer(Place("a"), "1"))
    assert [("Too much.", "error")] == [(one.text, one.severity) for one in shown(run, "b").messages]


def test_asking_helping_and_showing_examples() -> None:
    run = world("""
        - {id: name, ask: N}
        - {id: a, ask: "What does {{ name }} do?", help: "Say {{ name }}.", examples: {good: Well, weak: Ill}}
    """)
    found = shown(run, "a")
    assert ("What does … do?", "Say ….") == (found.ask, found.help)
    run.do(GiveAnswer(Place("name"), "Bread"), WriteNote(Place("a"), "Ask Ann"))
    found = shown(run, "a")
    assert ("What does Bread do?", "Say Bread.") == (found.ask, found.help)
    assert ("Well", "Ill", "Ask Ann") == (found.good, found.weak, found.note)


# Cards


CARDS = """
- {id: firm, type: yesno, ask: F}
- id: segs
  type: cards
  ask: S
  fields: [{id: name, ask: N, required: true}, {id: vat, ask: VAT, when: firm}]
- id: chans
  type: cards
  ask: C
  card: "{{ this.name }} to {{ this.to }}"
  fields:
    - {id: name, ask: N}
    - {id: to, type: choice, ask: W, options: segs}
    - {id: price, type: number, ask: P, suggest: 9}
    - {id: often, ask: O, when: card.price > 5}
"""


def test_a_card_shows_its_face_its_visible_fields_its_links_and_its_note() -> None:
    run = world(CARDS)
    hotels = run.card("segs", name="Hotels")
    shop = run.card("chans", name="Shop", to=hotels, price="9")
    run.do(WriteNote(Place("chans", shop), "Since May"))
    (card,) = run.at("chans").question.cards
    assert ("Shop to Hotels", ("Hotels",), "Since May", True) == (
        card.face,
        card.links,
        card.note,
        card.complete,
    )
    assert ["name", "to", "price", "often"] == [field.place.field for field in card.fields]
    run.do(GiveAnswer(Place("chans", shop, "price"), "1"))
    assert ["name", "to", "price"] == [field.place.field for field in run.question.cards[0].fields]


def test_a_new_card_asks_for_what_hangs_on_nothing_yet() -> None:
    run = world(CARDS)
    hotels = run.card("segs", name="Hotels")
    blank = run.at("chans").question.blank
    assert [Place("chans", field=field) for field in ("name", "to", "price")] == [one.place for one in blank]
    assert ["", "", "9"] == [one.suggestion_raw for one in blank]
    assert [hotels] == [option.id for option in blank[1].options]
    assert {"open"} == {one.status for one in blank}
    run.answer("firm", "yes")
    assert ["name", "vat"] == [one.place.field for one in run.at("segs").question.blank]


def test_the_options_of_a_new_card_follow_the_loop_card_it_is_written_for() -> None:
    run = World("""
flow: small
title: A small flow
steps:
  - id: one
    title: One
    ask:
      - {id: segs, type: cards, ask: S, fields: [{id: name, ask: N}]}
      - id: chans
        type: cards
        ask: C
        fields: [{id: name, ask: N}, {id: to, type: choice, ask: W, options: segs}]
  - id: each
    title: Each
    each: seg in segs
    ask:
      - id: cures
        type: cards
        ask: Cures?
        fields: [{id: over, type: choice, ask: "How for {{ seg }}?", options: chans|linking(seg)}]
""")
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    run.card("chans", name="Shop", to=hotels)
    fair = run.card("chans", name="Fair", to=cafes)
    (field,) = run.at(Place("cures", row=cafes)).question.blank
    assert ("How for Cafes?", [(fair, "Fair")]) == (field.ask, [(one.id, one.label) for one in field.options])


# A matrix


def test_a_matrix_shows_its_rows_columns_and_cells_and_what_each_cell_asks() -> None:
    run = world("""
        - {id: segs, type: cards, ask: S, fields: [{id: name, ask: N}]}
        - {id: fit, type: matrix, ask: F, rows: segs, columns: {x: X, y: Y}, cell: {type: scale, range: 0..3}}
    """)
    hotels = run.card("segs", name="Hotels")
    run.do(GiveAnswer(Place("fit", row=hotels, column="y"), "2"))
    question = run.at("fit").question
    assert [(hotels, "Hotels")] == [(row.id, row.label) for row in question.rows]
    assert ["X", "Y"] == [column.label for column in question.columns]
    cells = [(cell.row, cell.column, cell.value, cell.raw) for cell in question.cells]
    assert [(hotels, "x", "", ""), (hotels, "y", "2", "2")] == cells
    assert question.cell is not None
    assert ("scale", ["0", "1", "2", "3"]) == (
        question.cell.kind,
        [option.id for option in question.cell.options],
    )


def test_control_characters_in_a_message_are_made_visible() -> None:
    found = message(problem("answer.several_of_that_name", text="a\x1b[2J"))
    assert "Several are called “a␛[2J”. Give an id to tell them apart." == found.text


def test_control_characters_of_a_flow_are_made_visible() -> None:
    run = world(r"""
        - id: a
          type: choice
          ask: "a\e[2J"
          options: {x: "c\e[2J", y: {label: "d\x9b2J"}}
          examples: {good: "e\e[2J"}
    """)
    found = run.question.input
    assert "a␛[2J" == found.ask
    assert ["c␛[2J", "d‹U+009B›2J"] == [option.label for option in found.options]
    assert "e␛[2J" == found.good
