"""Answers files: read with every mistake in its place, and written so that they read back the same."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import flow_of
from wizard.adapters.answers_yaml import written
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.flow_yaml import decode, read
from wizard.core.answers_export import exported
from wizard.core.answers_file import FileAnswers, read_answers
from wizard.core.events import AnswerGiven, CardAdded, WorkshopStarted
from wizard.core.facts import Facts
from wizard.core.flow.flow import Flow
from wizard.core.problems import Place
from wizard.core.state import Action, State, folded
from wizard.core.words import sentence
from wizard.ports import LoadedFlow

EVERYTHING = flow_of("""
flow: everything
title: Everything
name_from: name
options:
  levels: {low: Low, high: {label: High, when: old}}
steps:
  - id: one
    title: One
    ask:
      - {id: name, ask: Name}
      - {id: story, type: long, ask: Story}
      - {id: old, type: yesno, ask: Old?}
      - {id: level, type: choice, ask: Level, options: levels}
      - {id: many, type: choice, ask: Many, options: {a: Ay, b: Bee, c: Cee}, pick: 1..}
      - {id: feel, type: scale, ask: Feel, range: 1..5}
      - {id: size, type: number, ask: Size}
      - {id: price, type: money, ask: Price}
      - {id: share, type: percent, ask: Share, max: 100}
      - {id: day, type: date, ask: Day}
      - {id: secret, ask: Secret, when: old}
      - id: people
        type: cards
        ask: People
        card: "{{ this.name }}"
        fields: [{id: name, ask: Name}, {id: age, type: number, ask: Age}]
      - id: pets
        type: cards
        ask: Pets
        fields:
          - {id: name, ask: Name}
          - {id: owner, type: choice, ask: Owner, options: people}
          - {id: friends, type: choice, ask: Friends, options: people, pick: 0..}
      - id: fit
        type: matrix
        ask: Fit
        rows: people
        columns: levels
        cell: {type: scale, range: 0..3}
  - id: two
    title: Two
    each: person in people
    ask:
      - {id: wish, ask: "What does {{ person.name }} wish?"}
      - id: gifts
        type: cards
        ask: Gifts
        fields: [{id: name, ask: Name}]
""")

THREE = flow_of("""
flow: three
title: Three
steps:
  - id: one
    title: One
    ask: [{id: name, ask: N}, {id: story, type: long, ask: S}, {id: other, ask: X}]
""")


def answers(flow: Flow, text: str, currency: str = "") -> FileAnswers:
    node, problems = read(text, "a.yaml")
    assert not problems, problems
    number = count()
    return read_answers(flow, node, lambda: f"n{next(number)}", currency=currency)


def facts_of(flow: Flow, found: FileAnswers, name: str = "") -> Facts:
    currency = found.header.currency or flow.file.currency
    started = WorkshopStarted(flow.id, flow.file.version, flow.digest, name, currency)
    return Facts(flow, folded(State(), [Action("", None, (started, *found.events), None)]))


def mistakes(flow: Flow, text: str) -> list[tuple[int, int, str]]:
    found = answers(flow, text)
    assert all(sentence(problem) for problem in found.problems)
    return [(p.mark.line, p.mark.column, p.code) for p in found.problems if p.mark]


def test_every_type_of_answer_is_read_as_people_write_it() -> None:
    found = answers(
        EVERYTHING,
        "name: X\nold: yes\nlevel: High\nmany: [Bee, a]\nfeel: 4\nsize: 12k\nprice: 9.90 EUR\nshare: 5%\n"
        "day: 1 Feb 2026\n",
    )
    assert () == found.problems
    given = {e.place.question: e.value for e in found.events if isinstance(e, AnswerGiven)}
    assert {
        "name": "X",
        "old": "true",
        "level": "high",
        "many": ("a", "b"),
        "feel": "4",
        "size": "12000",
        "price": "9.9",
        "share": "0.05",
        "day": "2026-02-01",
    } == given


def test_links_are_found_by_face_and_by_id() -> None:
    found = answers(
        EVERYTHING,
        "people: [{name: Ann}, {id: bob-1, name: Bob}]\n"
        "pets: [{name: Rex, owner: Ann, friends: [bob-1, ann]}, {name: Tom, owner: bob-1}]\n",
    )
    assert () == found.problems
    facts = facts_of(EVERYTHING, found)
    rex, tom = facts.state.cards["pets"]
    assert "Ann" == facts.shown(facts.value(Place("pets", rex, "owner")))
    assert "Bob" == facts.shown(facts.value(Place("pets", tom, "owner")))
    assert "Ann, Bob" == facts.shown(facts.value(Place("pets", rex, "friends")))


def test_twin_faces_need_an_id() -> None:
    text = "people: [{name: Ann}, {name: Ann}]\npets: [{name: Rex, owner: Ann}]\n"
    assert [(2, 27, "answer.several_of_that_name")] == mistakes(EVERYTHING, text)


def test_a_given_id_becomes_the_cards_id() -> None:
    found = answers(EVERYTHING, "people: [{id: ann, name: Ann}]\n")
    assert ["ann"] == [e.card for e in found.events if isinstance(e, CardAdded)]


def test_cards_of_an_each_step_name_their_loop_card() -> None:
    found = answers(EVERYTHING, "people: [{name: Ann, wish: Rest}]\ngifts: [{name: Tea, person: Ann}]\n")
    assert () == found.problems
    facts = facts_of(EVERYTHING, found)
    (ann,) = facts.state.cards["people"]
    (tea,) = facts.state.cards["gifts"]
    assert ann == facts.state.rows[tea]
    assert "Rest" == facts.value(Place("people", ann, "wish"))
    assert [(2, 9, "answers.loop_missing")] == mistakes(
        EVERYTHING, "people: [{name: Ann}]\ngifts: [{name: Tea}]\n"
    )


def test_a_matrix_is_row_then_column_then_value() -> None:
    found = answers(EVERYTHING, "people: [{name: Ann}]\nfit: {Ann: {low: 2, High: 3}}\n")
    assert () == found.problems
    facts = facts_of(EVERYTHING, found)
    (ann,) = facts.state.cards["people"]
    assert "2" == facts.state.answers[Place("fit", row=ann, column="low")]


def test_an_answer_to_a_hidden_question_is_kept_and_no_problem() -> None:
    found = answers(EVERYTHING, "old: no\nsecret: I was there\nlevel: high\n")
    assert () == found.problems
    facts = facts_of(EVERYTHING, found)
    assert "I was there" == facts.state.answers[Place("secret")]
    assert not facts.visible(Place("secret"))


def test_nothing_written_is_nothing_given() -> None:
    assert () == answers(EVERYTHING, "name:\nstory: ~\nsize: null\nmany: []\npeople:\n").events


def test_a_quoted_null_is_the_word() -> None:
    (event,) = answers(EVERYTHING, 'name: "null"\n').events
    assert isinstance(event, AnswerGiven)
    assert "null" == event.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nmae: X\n", [(1, 1, "answers.unknown_question")]),
        ("wish: X\n", [(1, 1, "answers.unknown_question")]),
        ("name: [X]\n", [(1, 7, "answers.text_wanted")]),
        ("size: many\n", [(1, 7, "number.not_a_number")]),
        ("level: middling\n", [(1, 8, "answer.no_such_option")]),
        ("many: [a, X, b]\n", [(1, 11, "answer.no_such_option")]),
        ("many:\n  - Ay\n  - ' Why '\n", [(3, 5, "answer.no_such_option")]),
        ("feel: 9\n", [(1, 7, "answer.scale")]),
        ("day: 1.2.2026\n", [(1, 6, "date.two_readings")]),
        ("people: Ann\n", [(1, 9, "answers.list_wanted")]),
        ("people: [Ann]\n", [(1, 10, "answers.card_wanted")]),
        ("people: [{nam: Ann}]\n", [(1, 11, "answers.unknown_field")]),
        ("people: [{id: a b, name: Ann}]\n", [(1, 15, "answers.id_wanted")]),
        ("people: [{id: a}, {id: a}]\n", [(1, 24, "answers.duplicate_card_id")]),
        ("fit: 3\n", [(1, 6, "answers.grid_wanted")]),
        ("fit: {Zoe: {low: 1}}\n", [(1, 7, "answers.unknown_row")]),
        ("people: [{name: Ann}]\nfit: {Ann: {middle: 1}}\n", [(2, 13, "answers.unknown_column")]),
        ("people: [{name: Ann}]\nfit: {Ann: 1}\n", [(2, 12, "answers.grid_wanted")]),
        ("flow: other\n", [(1, 7, "answers.other_flow")]),
        ("currency: euros\n", [(1, 11, "answers.currency")]),
        ("today: soon\n", [(1, 8, "answers.date")]),
        ("workshop: {colour: red}\n", [(1, 12, "answers.unknown_key")]),
        ("- name\n", [(1, 1, "answers.map_wanted")]),
    ],
)
def test_each_mistake_has_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert expected == mistakes(EVERYTHING, text)


def test_all_mistakes_come_at_once() -> None:
    text = "nmae: X\nsize: many\nprice: 5 USD\npeople: [{name: Ann, age: old}]\n"
    assert [1, 2, 3, 4] == sorted(line for line, _, _ in mistakes(EVERYTHING, text))


def test_a_near_name_is_offered() -> None:
    (problem,) = answers(EVERYTHING, "nmae: X\n").problems
    assert "Did you mean name?" in sentence(problem)


@given(st.binary(max_size=400))
def test_any_bytes_give_problems_and_never_a_traceback(data: bytes) -> None:
    text = decode(data, "a.yaml")
    if isinstance(text, str):
        node, _ = read(text, "a.yaml")
        for problem in read_answers(EVERYTHING, node, iter_ids()).problems:
            assert sentence(problem)


def iter_ids() -> Callable[[], str]:
    number = count()
    return lambda: f"n{next(number)}"


scalars = st.one_of(
    st.sampled_from(["name", "X", "yes", "low", "[a, b]", "{low: 1}", "- a", "5%", "12k", "Ann", "''", "~"]),
    st.text(alphabet="ab:{}[]-#'\"\n ,&*!", max_size=8),
)
lines = st.builds("{}: {}".format, st.sampled_from([*EVERYTHING.entries, "workshop", "today"]), scalars)


@given(st.lists(lines, max_size=6))
def test_answers_of_the_wrong_shape_give_problems_and_never_a_traceback(found: list[str]) -> None:
    node, _ = read("\n".join(found), "a.yaml")
    for problem in read_answers(EVERYTHING, node, iter_ids()).problems:
        assert sentence(problem)


texts = st.text(max_size=40).filter(lambda text: text.strip() != "")


@given(name=texts, story=texts, note=texts, reason=texts)
def test_an_export_reads_back_to_the_same_answers(name: str, story: str, note: str, reason: str) -> None:
    flow = THREE
    from wizard.core.answers import Offer, parse  # noqa: PLC0415
    from wizard.core.controls import visible  # noqa: PLC0415
    from wizard.core.events import FindingDismissed, NoteWritten, QuestionPassed  # noqa: PLC0415

    events: list[AnswerGiven | NoteWritten | QuestionPassed | FindingDismissed] = []
    for id, text in (("name", name), ("story", story)):
        stored = parse(flow.entries[id].question, text, Offer({}), "EUR")  # type: ignore[arg-type]
        assert isinstance(stored, str)
        if stored:
            events.append(AnswerGiven(Place(id), stored))
    if visible(note).strip():
        events.append(NoteWritten(Place("name"), visible(note).strip()))
    if visible(reason).strip():
        events.append(FindingDismissed("rule:a", "f00", visible(reason).strip()))
    events.append(QuestionPassed(Place("other"), unknown=True))
    started = WorkshopStarted(flow.id, "1", flow.digest, visible(name), "EUR")
    before = Facts(flow, folded(State(), [Action("", None, (started, *events), None)]))
    after = facts_of(flow, answers(flow, written(exported(before))))
    assert before.state.answers == after.state.answers
    assert before.state.notes == after.state.notes
    assert before.state.passed == after.state.passed
    assert before.state.dismissed == after.state.dismissed


def test_the_shipped_example_reads_without_a_mistake_and_goes_round() -> None:
    files = FlowFiles()
    loaded = files.load("business-model")
    assert isinstance(loaded, LoadedFlow)
    path = files.example("business-model")
    assert path is not None
    found = answers(loaded.flow, Path(path).read_text("utf-8"))
    assert () == found.problems
    first = written(exported(facts_of(loaded.flow, found)))
    again = written(exported(facts_of(loaded.flow, answers(loaded.flow, first))))
    assert first == again
