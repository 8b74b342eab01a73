"""What a person gave is judged once, for all front ends: it becomes canonical text, or what to do instead."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import flow_of
from wizard.core.answers import MOST_CHARACTERS, Offer, editable, is_empty, parse, value_of
from wizard.core.events import Stored
from wizard.core.flow.model import CardsQuestion, FieldQuestion, MatrixQuestion
from wizard.core.intents import Raw
from wizard.core.problems import Problem
from wizard.core.values import Choice, Money, Percent
from wizard.core.words import sentence

FLOW = flow_of("""
flow: kinds
title: Every kind of question
steps:
  - id: one
    title: One
    ask:
      - {id: text, ask: T}
      - {id: long, type: long, ask: L}
      - {id: yesno, type: yesno, ask: Y}
      - {id: one, type: choice, ask: O, options: {a: Apple, b: Beer, no: Nothing}}
      - {id: some, type: choice, ask: S, pick: 1..2, options: {a: Apple, b: Beer, c: "Cheese, old"}}
      - {id: scale, type: scale, ask: S, range: 1..5}
      - {id: number, type: number, ask: N, min: 0, max: 100}
      - {id: money, type: money, ask: M, min: 0}
      - {id: percent, type: percent, ask: P, min: 0, max: 100}
      - {id: date, type: date, ask: D}
""")
OFFERS = {
    "one": Offer({"a": "Apple", "b": "Beer", "no": "Nothing"}),
    "some": Offer({"a": "Apple", "b": "Beer", "c": "Cheese, old"}),
}
KINDS = sorted(FLOW.entries)


def question(id: str) -> FieldQuestion:
    found = FLOW.entries[id].question
    assert not isinstance(found, CardsQuestion | MatrixQuestion)
    return found


def read(id: str, raw: Raw) -> Stored | Problem:
    return parse(question(id), raw, OFFERS.get(id, Offer({})), "EUR")


@pytest.mark.parametrize(
    ("id", "raw", "stored"),
    [
        ("text", "  Bread Again ", "Bread Again"),
        ("long", "one\r\ntwo", "one\ntwo"),
        ("yesno", "Y", "true"),
        ("yesno", "no", "false"),
        ("one", "a", "a"),
        ("one", "beer", "b"),
        ("one", "no", "no"),
        ("some", "b, a", ("a", "b")),
        ("some", ("Cheese, old", "Apple", "a"), ("a", "c")),
        ("some", "Cheese, old", ("c",)),
        ("scale", "3", "3"),
        ("number", "12.50", "12.5"),
        ("money", "1,200.50", "1200.5"),
        ("money", "12k", "12000"),
        ("money", "9.90 EUR", "9.9"),
        ("percent", "5", "0.05"),
        ("percent", "5%", "0.05"),
        ("percent", "12.5", "0.125"),
        ("date", "31 March 2026", "2026-03-31"),
    ],
)
def test_an_answer_is_stored_as_canonical_text(id: str, raw: Raw, stored: Stored) -> None:
    assert stored == read(id, raw)


@pytest.mark.parametrize(
    ("id", "raw", "said"),
    [
        ("yesno", "maybe", "Answer yes or no."),
        ("one", "cider", "“cider” isn't among the options: Apple, Beer, Nothing."),
        ("one", "Aple", "“Aple” isn't among the options: Apple, Beer, Nothing. Did you mean Apple?"),
        ("one", ("a", "b"), "Choose one."),
        ("some", "a,b,c", "Choose at most 2. You have 3."),
        ("scale", "6", "Give a whole number from 1 to 5."),
        ("scale", "2.5", "Give a whole number from 1 to 5."),
        ("number", "-1", "−1 is below the least that makes sense here, 0."),
        ("percent", "120", "120% is above the most that makes sense here, 100%."),
        ("money", "-2", "−2 EUR is below the least that makes sense here, 0 EUR."),
    ],
)
def test_what_cant_be_taken_is_answered_with_what_to_do(id: str, raw: Raw, said: str) -> None:
    found = read(id, raw)
    assert isinstance(found, Problem)
    assert said == sentence(found)


@pytest.mark.parametrize(
    ("id", "raw", "code"),
    [
        ("money", "9 USD", "number.other_currency"),
        ("date", "1.2.2026", "date.two_readings"),
        ("text", "x" * (MOST_CHARACTERS + 1), "answer.too_long"),
    ],
)
def test_some_mistakes_have_a_code_of_their_own(id: str, raw: Raw, code: str) -> None:
    found = read(id, raw)
    assert isinstance(found, Problem)
    assert code == found.code


def test_too_few_picks_are_too_few() -> None:
    flow = flow_of("""
flow: picks
title: Picks
steps: [{id: one, title: O, ask: [{id: a, type: choice, ask: A, pick: 2.., options: {x: X, y: Y}}]}]
""")
    asked = flow.entries["a"].question
    assert not isinstance(asked, CardsQuestion | MatrixQuestion)
    found = parse(asked, ("x",), Offer({"x": "X", "y": "Y"}), "EUR")
    assert isinstance(found, Problem)
    assert "Choose at least 2. You have 1." == sentence(found)


def test_a_label_that_several_options_have_isnt_guessed() -> None:
    found = parse(question("one"), "Twin", Offer({"a": "Twin", "b": "Twin"}), "EUR")
    assert isinstance(found, Problem)
    assert "answer.several_of_that_name" == found.code


@pytest.mark.parametrize("raw", ["", " \n", (), ("", " ")])
def test_blanks_are_nothing(raw: Raw) -> None:
    assert is_empty(raw)


def test_control_characters_in_a_text_are_made_visible() -> None:
    assert "a␛[31mb" == read("text", "a\x1b[31mb")


@pytest.mark.parametrize(
    ("id", "stored", "value", "kind"),
    [
        ("text", "x", "x", str),
        ("yesno", "true", True, bool),
        ("scale", "3", Decimal(3), Decimal),
        ("money", "9.9", Decimal("9.9"), Money),
        ("percent", "0.05", Decimal("0.05"), Percent),
        ("one", "a", Choice("a", "Apple"), Choice),
    ],
)
def test_a_stored_answer_has_a_value_of_its_kind(id: str, stored: str, value: object, kind: type) -> None:
    found = value_of(question(id), stored, OFFERS["one"].options, "EUR")
    assert (value, kind) == (found, type(found))


@given(raw=st.text() | st.lists(st.text(), max_size=3).map(tuple), id=st.sampled_from(KINDS))
def test_whatever_is_typed_is_an_answer_or_a_problem_with_a_sentence(raw: Raw, id: str) -> None:
    found = read(id, raw)
    if isinstance(found, Problem):
        assert sentence(found)
    elif not is_empty(raw):
        labels = {**OFFERS["one"].options, **OFFERS["some"].options}
        assert value_of(question(id), found, labels, "EUR") is not None


@given(raw=st.text(min_size=1) | st.decimals(-1000, 1000, places=3).map(str), id=st.sampled_from(KINDS))
def test_an_answer_that_is_edited_and_left_alone_stays_the_same(raw: str, id: str) -> None:
    stored = read(id, raw)
    if not isinstance(stored, Problem) and not is_empty(raw):
        assert stored == read(id, editable(question(id), stored))


def test_a_text_is_one_line_however_it_was_pasted() -> None:
    assert "one two three" == read("text", "one\ntwo\r\nthree\n")
