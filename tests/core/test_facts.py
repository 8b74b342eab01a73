"""What follows from the answers: the same whether it was worked out anew or brought up to date."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.rich_flow import RICH, wishes
from tests.worlds import TODAY, World, world
from wizard.core.coach import findings
from wizard.core.events import decoded, encoded, inverse
from wizard.core.facts import Facts
from wizard.core.intents import AddCard, GiveAnswer, Pass, Redo, Undo
from wizard.core.problems import Place
from wizard.core.screen import Screen
from wizard.core.state import State, folded
from wizard.core.stops import stops
from wizard.core.values import Blank
from wizard.core.views import screen
from wizard.core.where import Stop


def everything_shown(facts: Facts) -> tuple[object, ...]:
    """All that any screen of these facts holds, at every stop, and every finding that was silenced."""
    screens = tuple(screen(facts, "w", stop) for stop in stops(facts))
    return (*screens, findings(facts, dismissed=True))


def without_history(shown: Screen) -> Screen:
    """A screen but for what tells how one came there."""
    return msgspec.structs.replace(shown, position=0, undoes="", redoes="")


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def is_quiet(text: str) -> bool:
    """Whether a text can't steer a terminal: no control character but tab and line feed."""
    return all(sign in "\t\n" or (ord(sign) >= 0x20 and not 0x7F <= ord(sign) <= 0x9F) for sign in text)


@settings(max_examples=25)
@given(data=st.data())
def test_facts_brought_up_to_date_are_those_worked_out_anew(data: st.DataObject) -> None:
    run = World(RICH)
    for _ in range(data.draw(st.integers(1, 14))):
        run.workshop.send(data.draw(wishes(run.facts)))
        anew = Facts(run.facts.flow, run.facts.state, TODAY)
        assert everything_shown(anew) == everything_shown(run.facts)


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_is_typed_no_screen_holds_a_control_character(data: st.DataObject) -> None:
    run = World(RICH, name=data.draw(st.text(max_size=5)))
    for _ in range(data.draw(st.integers(1, 8))):
        run.workshop.send(data.draw(wishes(run.facts)))
        shown = run.workshop.screen()
        assert [] == [text for text in texts(shown) if not is_quiet(text)]


@settings(max_examples=25)
@given(data=st.data())
def test_undoing_everything_gives_the_beginning_and_redoing_everything_gives_it_back(
    data: st.DataObject,
) -> None:
    run = World(RICH)
    first = [without_history(screen(run.facts, "w", stop)) for stop in stops(run.facts)]
    for _ in range(data.draw(st.integers(1, 12))):
        run.workshop.send(data.draw(wishes(run.facts)))
    last = [without_history(screen(run.facts, "w", stop)) for stop in stops(run.facts)]
    back = 0
    while run.workshop.send(Undo()).done:
        back += 1
    assert "" == run.workshop.screen().undoes
    assert first == [without_history(screen(run.facts, "w", stop)) for stop in stops(run.facts)]
    for _ in range(back):
        run.do(Redo())
    redoable = run.workshop.screen().redoes
    while run.workshop.send(Redo()).done:  # what had been undone when we began
        pass
    if not redoable:
        assert last == [without_history(screen(run.facts, "w", stop)) for stop in stops(run.facts)]


@settings(max_examples=25)
@given(data=st.data())
def test_events_survive_writing_and_turning_round_and_fold_the_same_in_any_parts(data: st.DataObject) -> None:
    run = World(RICH)
    for _ in range(data.draw(st.integers(1, 10))):
        run.workshop.send(data.draw(wishes(run.facts)))
    actions = run.facts.state.actions
    for event in (event for action in actions for event in action.events):
        assert event == decoded(*encoded(event))
        turned = inverse(event)
        assert turned is None or event == inverse(turned)
    cut = data.draw(st.integers(0, len(actions)))
    whole, parts = folded(State(), actions), folded(folded(State(), actions[:cut]), actions[cut:])
    assert contents(whole) == contents(parts)


def contents(state: State) -> dict[str, object]:
    return {name: getattr(state, name) for name in State.__slots__ if name != "actions"}


# Only what depends on an answer is worked out again


def long_flow(questions: int) -> str:
    """A flow in which each question hangs on the one before."""
    lines = ["flow: long", "title: Long", "steps:", "  - id: only", "    title: Only", "    ask:"]
    for n in range(questions):
        when = f', when: "q{n - 1} is defined"' if n else ""
        lines.append(f"      - {{id: q{n}, ask: What?{when}}}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def evaluations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The source of every expression that is evaluated from now on."""
    sources: list[str] = []
    real = Facts.outcome

    def noticed(facts: Facts, expression: object, local: object) -> object:
        sources.append(expression.source)  # type: ignore[attr-defined]
        return real(facts, expression, local)  # type: ignore[arg-type]

    monkeypatch.setattr(Facts, "outcome", noticed)
    return sources


def test_only_what_depends_on_an_answer_is_evaluated_again(evaluations: list[str]) -> None:
    run = world("""
        - {id: a, ask: A}
        - {id: b, ask: B}
        - {id: after_a, ask: After A, when: a == 'x'}
        - {id: after_b, ask: After B, when: b == 'x'}
    """)
    run.workshop.screen()
    evaluations.clear()
    run.answer("a", "x")
    run.workshop.screen()
    assert ["a == 'x'"] == evaluations


def test_what_comes_out_the_same_makes_nothing_else_be_evaluated_again(evaluations: list[str]) -> None:
    run = World(long_flow(1000))
    for n in range(5):
        run.answer(f"q{n}", "x")
    run.workshop.screen()
    evaluations.clear()
    run.answer("q2", "y")
    run.workshop.screen()
    assert ["q2 is defined"] == evaluations


def test_a_chain_of_a_thousand_conditions_doesnt_exhaust_the_stack() -> None:
    run = World(long_flow(1000))
    last = Place("q999")
    state = run.facts.state.copied()
    state.answers.update({Place(f"q{n}"): "x" for n in range(1000)})
    assert "x" == Facts(run.facts.flow, state).value(last)
    state.answers.pop(Place("q0"))
    assert isinstance(Facts(run.facts.flow, state).value(last), Blank)


# Hidden questions count for nothing


def test_a_hidden_question_counts_for_nothing() -> None:
    run = world("""
        - {id: a, type: yesno, ask: A}
        - {id: b, ask: B, when: a}
        - {id: c, ask: "B is {{ b }}", when: b == 'x'}
    """)
    run.do(GiveAnswer(Place("a"), "yes"), GiveAnswer(Place("b"), "x"), GiveAnswer(Place("a"), "no"))
    assert isinstance(run.facts.value(Place("b")), Blank)
    assert [Stop("one", Place("a")), Stop("one"), Stop("")] == list(stops(run.facts))
    assert 1.0 == run.workshop.screen().progress


def test_an_answer_to_a_hidden_question_is_refused() -> None:
    run = world("""
        - {id: a, type: yesno, ask: A}
        - {id: b, ask: B, when: a}
    """)
    assert ("answer.not_asked",) == run.refused(GiveAnswer(Place("b"), "x"))
    assert ("answer.not_asked",) == run.refused(Pass(Place("b")))


def test_a_field_may_be_visible_in_one_card_and_hidden_in_another() -> None:
    run = world("""
        - id: segs
          type: cards
          ask: Who?
          fields: [{id: name, ask: N}, {id: vat, ask: VAT, when: card.name == 'Firm'}]
    """)
    firm, other = run.card("segs", name="Firm", vat="1"), run.card("segs", name="Other", vat="2")
    assert "1" == run.facts.value(Place("segs", firm, "vat"))
    assert isinstance(run.facts.value(Place("segs", other, "vat")), Blank)
    run.do(GiveAnswer(Place("segs", other, "name"), "Firm"))
    assert "2" == run.facts.value(Place("segs", other, "vat"))


# `each` steps

EACH = """
flow: small
title: A small flow
steps:
  - id: who
    title: Who
    ask:
      - {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}, {id: firm, type: yesno, ask: F}]}
  - id: pains
    each: seg in segs
    title: "{{ seg.name }}: pains"
    ask:
      - {id: pain, ask: "What annoys {{ seg.name }}?"}
      - {id: vat, ask: VAT, when: seg.firm}
      - id: cures
        type: cards
        ask: "What helps {{ seg.name }}?"
        card: "{{ this.what }} for {{ this.seg.name }}"
        fields: [{id: what, ask: "What helps {{ seg.name }}?"}]
"""


def test_the_answers_of_an_each_step_become_fields_of_the_card() -> None:
    run = World(EACH)
    hotels = run.card("segs", name="Hotels")
    run.do(GiveAnswer(Place("segs", hotels, "pain"), "Waste"))
    assert "Waste" == run.facts.value(Place("segs", hotels, "pain"))
    run.at(Place("segs", hotels, "pain"))
    assert "What annoys Hotels?" == run.question.input.ask
    assert "Hotels" == run.workshop.screen().card
    assert ["Who", "Hotels: pains"] == [step.title for step in run.workshop.screen().steps]


def test_a_question_of_an_each_step_is_visible_per_card() -> None:
    run = World(EACH)
    firm, person = run.card("segs", name="Firm", firm="yes"), run.card("segs", name="Person", firm="no")
    asked = [stop.place for stop in stops(run.facts)]
    assert Place("segs", firm, "vat") in asked
    assert Place("segs", person, "vat") not in asked


def test_a_card_in_an_each_step_gets_the_loop_card_as_its_link() -> None:
    run = World(EACH)
    hotels = run.card("segs", name="Hotels")
    cure = run.card("cures", row=hotels, what="Crumbs")
    assert hotels == getattr(run.facts.value(Place("cures", cure, "seg")), "id", None)
    run.at(Place("cures", row=hotels))
    assert ["Crumbs for Hotels"] == [card.face for card in run.question.cards]
    assert ["What helps Hotels?"] == [field.ask for field in run.question.blank]


def test_a_card_in_an_each_step_wants_a_loop_card_that_is_there() -> None:
    run = World(EACH)
    assert ("answers.loop_missing",) == run.refused(AddCard("cures", {"what": "x"}))
    assert ("answer.not_asked",) == run.refused(AddCard("cures", {"what": "x"}, row="nobody"))
    hotels = run.card("segs", name="Hotels")
    assert ("answer.not_asked",) == run.refused(AddCard("segs", {"name": "x"}, row=hotels))


# Computed values


def test_a_computed_value_waits_for_what_it_needs() -> None:
    run = world(
        "- {id: price, type: number, ask: P}\n- {id: sold, type: number, ask: S}",
        after="compute:\n  income: {value: price * sold, as: money}\n",
    )
    run.answer("price", "2")
    waiting = run.facts.computed("income")
    assert isinstance(waiting, Blank)
    assert (Place("sold"),) == waiting.places
    run.answer("sold", "3")
    assert "6 EUR" == run.facts.shown(run.facts.computed("income")).replace("\xa0", " ")


def test_a_computed_value_per_card_is_a_field_of_the_card() -> None:
    run = world(
        """
        - {id: price, type: number, ask: P}
        - {id: segs, type: cards, ask: W, fields: [{id: size, type: number, ask: S}]}
        """,
        after="compute:\n  worth: {each: s in segs, value: s.size * price}\n  all: {value: segs.worth|sum}\n",
    )
    run.answer("price", "2")
    run.card("segs", size="3")
    run.card("segs", size="4")
    assert 14 == run.facts.computed("all")


# Suggestions are ghosts


def test_nothing_sees_a_suggestion_until_the_person_goes_on() -> None:
    run = world("""
        - {id: b2b, type: yesno, ask: B}
        - {id: price, type: number, ask: P, suggest: 49 if b2b else 9}
        - {id: dear, ask: "At {{ price }}", when: price > 10}
    """)
    run.answer("b2b", "yes")
    run.at("price")
    asked = run.question.input
    assert ("49", "49", "", "open") == (asked.suggestion, asked.suggestion_raw, asked.value, asked.status)
    assert isinstance(run.facts.value(Place("price")), Blank)
    assert not run.facts.visible(Place("dear"))


def test_a_suggestion_follows_the_answers_until_it_is_one() -> None:
    run = world("""
        - {id: b2b, type: yesno, ask: B}
        - {id: price, type: number, ask: P, suggest: 49 if b2b else 9}
    """)
    run.answer("b2b", "yes")
    run.answer("b2b", "no")
    run.at("price")
    assert "9" == run.question.input.suggestion_raw
    run.answer("price", run.question.input.suggestion_raw)
    run.answer("b2b", "yes")
    assert 9 == run.facts.value(Place("price"))


def test_a_suggestion_that_waits_is_none() -> None:
    run = world("- {id: a, type: number, ask: A}\n- {id: b, type: number, ask: B, suggest: a * 2}")
    run.at("b")
    assert "" == run.question.input.suggestion_raw


def test_adding_a_card_takes_no_suggestion() -> None:
    run = world("""
        - id: segs
          type: cards
          ask: W
          fields: [{id: name, ask: N}, {id: rate, type: percent, ask: R, suggest: 5}]
    """)
    card = run.card("segs", name="Hotels")
    assert isinstance(run.facts.value(Place("segs", card, "rate")), Blank)


def test_suggestions_are_prose_for_text_and_an_option_by_its_bare_id_elsewhere() -> None:
    run = world("""
        - {id: name, ask: N}
        - {id: slug, ask: S, suggest: "www.{{ name|lower }}.eu"}
        - {id: kind, type: choice, ask: K, options: {own: Our own, rent: Rented}, suggest: rent}
        - {id: rate, type: percent, ask: R, suggest: 5}
        - {id: twice, type: percent, ask: T, suggest: rate}
    """)
    run.answer("name", "Bread")
    run.answer("rate", "7")
    found = {}
    for id in ("slug", "kind", "twice"):
        asked = run.at(id).question.input
        found[id] = (asked.suggestion, asked.suggestion_raw)
    assert {
        "slug": ("www.bread.eu", "www.bread.eu"),
        "kind": ("Rented", "rent"),
        "twice": ("7%", "7"),
    } == found


def test_options_of_several_kinds_of_cards_say_which_kind_each_is() -> None:
    run = World("""
flow: small
title: Small
canvas: small
steps:
  - id: one
    title: One
    ask:
      - {id: who, type: cards, ask: Who?, block: people, fields: [{id: name, ask: N}]}
      - {id: what, type: cards, ask: What?, block: offer, fields: [{id: name, ask: N}]}
      - id: doubts
        type: cards
        ask: Doubts?
        fields:
          - {id: name, ask: N}
          - {id: about, type: choice, ask: About?, options: [who, what]}
          - {id: only, type: choice, ask: Only?, options: who}
""")
    run.card("who", name="Ann")
    run.card("what", name="Ann")
    doubt = run.card("doubts", name="?")
    assert [("Ann", "People"), ("Ann", "Offer")] == [
        o[1:] for o in run.facts.offered("doubts", "about", doubt)
    ]
    assert [("Ann", "")] == [o[1:] for o in run.facts.offered("doubts", "only", doubt)]
