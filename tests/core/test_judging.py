"""What stands against the answers: rules, counts, what is required; and how far a question is."""

from __future__ import annotations

import pytest

from tests.worlds import World, world
from wizard.core.intents import AddCard, ChangeCard, Finish, GiveAnswer, Pass, RemoveCard, SayDontKnow
from wizard.core.judging import issues, pointing_at, status
from wizard.core.problems import Place

COUNTED = """
- id: segs
  type: cards
  ask: Who?
  count: 2..3
  fields: [{id: name, ask: N, required: true}, {id: size, type: number, ask: S}]
"""
RULED = """
- id: price
  type: number
  ask: P
  rules:
    - {when: this > 100, say: "At most 100, not {{ this }}."}
    - {when: this > 50, severity: warn, say: That is a lot.}
    - {when: this > 10, severity: tip, say: That is fair.}
"""


def codes(run: World, place: str) -> list[tuple[str, str]]:
    return [(found.code, found.severity) for found in issues(run.facts, Place(place))]


# Rules


def test_a_rule_refuses_the_answer_and_says_why() -> None:
    run = world(RULED)
    reply = run.workshop.send(GiveAnswer(Place("price"), "120"))
    assert not reply.done
    assert ["At most 100, not 120."] == [message.text for message in reply.messages]
    assert {} == run.facts.state.answers


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("60", [("warn", "That is a lot."), ("tip", "That is fair.")]),
        ("20", [("tip", "That is fair.")]),
        ("5", []),
    ],
)
def test_a_rule_of_severity_warn_or_tip_only_tells(raw: str, told: list[tuple[str, str]]) -> None:
    run = world(RULED)
    reply = run.workshop.send(GiveAnswer(Place("price"), raw))
    assert reply.done
    assert told == [(message.severity, message.text) for message in reply.messages]


def test_a_rule_that_waits_passes() -> None:
    run = world("""
        - {id: limit, type: number, ask: L}
        - {id: price, type: number, ask: P, rules: [{when: this > limit, say: Too much.}]}
    """)
    assert run.answer("price", "120").done


def test_a_rule_broken_later_by_another_answer_is_listed_in_the_review() -> None:
    run = world("""
        - {id: limit, type: number, ask: L}
        - {id: price, type: number, ask: P, rules: [{when: this > limit, say: "Above {{ limit }}."}]}
    """)
    run.answer("limit", "100")
    run.answer("price", "50")
    run.answer("limit", "10")
    run.workshop.here = run.workshop.stops()[-2]
    lines = {line.ask: [message.text for message in line.messages] for line in run.workshop.screen().review}
    assert {"L": [], "P": ["Above 10."]} == lines
    assert ("answer.rule",) == run.refused(Finish())


def test_a_rule_of_a_field_is_judged_with_its_card() -> None:
    run = world("""
        - id: streams
          type: cards
          ask: S
          fields:
            - {id: cost, type: number, ask: C}
            - {id: price, type: number, ask: P, rules: [{when: this < card.cost, say: Below cost.}]}
    """)
    assert ("answer.rule",) == run.refused(AddCard("streams", {"cost": "5", "price": "4"}))
    assert {} == run.facts.state.cards
    assert run.do(AddCard("streams", {"cost": "5", "price": "6"})).done


def test_a_rule_of_a_matrix_is_said_when_going_on() -> None:
    run = world(
        """
        - id: fit
          type: matrix
          ask: F
          rows: {a: A}
          columns: {x: X}
          cell: {type: scale, range: 0..3}
          rules: [{when: name == 'stop', say: Not like this.}]
    """.replace("- id: fit", "- {id: name, ask: N}\n        - id: fit", 1)
    )
    run.answer("name", "stop")
    run.do(GiveAnswer(Place("fit", row="a", column="x"), "1"))
    assert [("answer.rule", "error")] == codes(run, "fit")


# Counts and what is required


def test_count_never_refuses_a_card() -> None:
    run = world(COUNTED)
    for name in "abcd":
        run.card("segs", name=name)
    assert [("answer.cards_too_many", "error")] == codes(run, "segs")


def test_a_card_may_be_saved_half_filled() -> None:
    run = world(COUNTED)
    card = run.card("segs", size="5")
    shown = run.question.cards[0]
    assert (card, False) == (shown.id, shown.complete)
    run.do(ChangeCard("segs", card, {"name": "Hotels"}))
    assert run.question.cards[0].complete


@pytest.mark.parametrize("cards", [[], [{"name": "a"}], [{"name": "a"}] * 4, [{"name": "a"}, {"size": "1"}]])
def test_count_and_required_fields_stop_next_and_finish(cards: list[dict[str, str]]) -> None:
    run = world(COUNTED)
    for values in cards:
        run.card("segs", **values)
    here = run.workshop.here
    assert not run.workshop.go_on().done
    assert here == run.workshop.here
    assert not run.workshop.send(Finish()).done


def test_two_full_cards_satisfy_a_count_of_two() -> None:
    run = world(COUNTED)
    run.card("segs", name="a")
    assert "unfinished" == status(run.facts, Place("segs"))
    run.card("segs", name="b")
    assert "answered" == status(run.facts, Place("segs"))
    assert run.workshop.go_on().done
    assert run.do(Finish()).done


def test_required_stops_next_and_finish_but_not_the_rest() -> None:
    run = world("- {id: a, ask: A, required: true}\n- {id: b, ask: B}")
    reply = run.workshop.go_on()
    assert ["answer.required"] == [message.code for message in reply.messages]
    assert ("answer.required",) == run.refused(Finish())
    assert ("answer.required",) == run.refused(SayDontKnow(Place("a")))
    assert run.answer("b", "x").done


def test_a_required_list_of_cards_wants_one() -> None:
    run = world("- {id: a, type: cards, ask: A, required: true, fields: [{id: n, ask: N}]}")
    assert ("answer.cards_missing",) == run.refused(Pass(Place("a")))
    run.card("a", n="x")
    assert run.workshop.go_on().done


def test_a_required_matrix_wants_every_cell() -> None:
    run = world("""
        - id: fit
          type: matrix
          ask: F
          required: true
          rows: {a: A, b: B}
          columns: {x: X}
          cell: {type: scale, range: 0..3}
    """)
    run.do(GiveAnswer(Place("fit", row="a", column="x"), "1"))
    assert "unfinished" == status(run.facts, Place("fit"))
    reply = run.workshop.go_on()
    assert ["1 cells are still empty."] == [message.text for message in reply.messages]
    run.do(GiveAnswer(Place("fit", row="b", column="x"), "0"))
    assert "answered" == status(run.facts, Place("fit"))
    assert run.workshop.go_on().done


def test_a_matrix_may_be_left_with_empty_cells() -> None:
    run = world("""
        - id: fit
          type: matrix
          ask: F
          rows: {a: A, b: B}
          columns: {x: X}
          cell: {type: scale, range: 0..3}
    """)
    run.do(GiveAnswer(Place("fit", row="a", column="x"), "1"))
    assert run.workshop.go_on().done
    assert "passed" == status(run.facts, Place("fit"))


# Passed and "I don't know"


def test_going_on_with_nothing_passes_and_dont_know_says_so() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B}")
    assert run.workshop.go_on().done
    run.do(SayDontKnow(Place("b")))
    assert ["passed", "unknown"] == [status(run.facts, Place(id)) for id in "ab"]
    assert 1.0 == run.workshop.screen().progress


def test_an_answer_counts_more_than_that_it_was_passed_before() -> None:
    run = world("- {id: a, ask: A}")
    run.do(SayDontKnow(Place("a")), GiveAnswer(Place("a"), "x"))
    assert "answered" == status(run.facts, Place("a"))


def test_passing_takes_the_answer_away() -> None:
    run = world("- {id: a, ask: A}")
    run.do(GiveAnswer(Place("a"), "x"), GiveAnswer(Place("a"), "  "))
    assert {} == run.facts.state.answers
    assert "passed" == status(run.facts, Place("a"))


def test_nobody_says_dont_know_of_a_list_that_has_cards() -> None:
    run = world("- {id: a, type: cards, ask: A, fields: [{id: n, ask: N}]}")
    run.card("a", n="x")
    assert ("answer.cards_there",) == run.refused(SayDontKnow(Place("a")))


# Choices that aren't on offer any more


NARROWING = """
- {id: small, type: yesno, ask: S}
- id: kinds
  type: choice
  ask: K
  pick: 1..
  options: {a: A thing, b: {label: B thing, when: not small}, c: C thing}
"""


def test_a_choice_no_longer_offered_stays_and_is_seen_and_is_a_warning() -> None:
    run = world(NARROWING)
    run.answer("small", "no")
    run.answer("kinds", ("a", "b"))
    run.answer("small", "yes")
    assert ["a", "b"] == [getattr(item, "id", "") for item in run.facts.value(Place("kinds"))]  # type: ignore[union-attr]
    assert [("answer.not_offered", "warn")] == codes(run, "kinds")
    options = {
        option.id: (option.chosen, option.offered) for option in run.at("kinds").question.input.options
    }
    assert {"a": (True, True), "c": (False, True), "b": (True, False)} == options
    assert run.workshop.go_on().done


def test_a_choice_no_longer_offered_may_stay_when_others_change() -> None:
    run = world(NARROWING)
    run.answer("small", "no")
    run.answer("kinds", ("a", "b"))
    run.answer("small", "yes")
    run.answer("kinds", ("b", "c"))
    assert ("c", "b") == run.facts.state.answers[Place("kinds")]
    run.answer("kinds", ("c",))
    assert ("answer.no_such_option",) == run.refused(GiveAnswer(Place("kinds"), ("b", "c")))


# Removing what others point at


def test_removing_a_card_names_what_points_at_it_and_waits_until_one_is_sure() -> None:
    run = world("""
        - {id: segs, type: cards, ask: S, fields: [{id: name, ask: N}]}
        - {id: best, type: choice, ask: The best one?, options: segs}
        - id: chans
          type: cards
          ask: C
          fields: [{id: name, ask: N}, {id: segs, type: choice, ask: S, options: segs, pick: 1..}]
        - {id: fit, type: matrix, ask: Fit?, rows: segs, columns: {x: X}, cell: {type: scale, range: 0..3}}
    """)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    run.card("chans", name="Shop", segs=(hotels, cafes))
    run.card("chans", name="Shop", segs=(hotels,))
    run.answer("best", hotels)
    run.do(GiveAnswer(Place("fit", row=hotels, column="x"), "2"))
    assert ("The best one?", "Shop", "Shop", "Fit?") == pointing_at(run.facts, hotels)
    reply = run.workshop.send(RemoveCard("segs", hotels))
    assert not reply.done
    assert ["card.pointed_at"] == [message.code for message in reply.messages]
    assert "The best one?, Shop, Shop, Fit?" in reply.messages[0].text
    assert run.do(RemoveCard("segs", hotels, sure=True)).done
    assert ("Shop",) == pointing_at(run.facts, cafes)


def test_removing_a_card_that_nothing_points_at_asks_nothing() -> None:
    run = world("- {id: segs, type: cards, ask: S, fields: [{id: name, ask: N}]}")
    assert run.do(RemoveCard("segs", run.card("segs", name="Hotels"))).done
