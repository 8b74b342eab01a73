"""What of a workshop another one begins with: what comes along, what stays behind, and why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.rich_flow import RICH, wishes
from tests.worlds import World, flow_of, world
from wizard.core.answers_export import exported
from wizard.core.carrying import Carried, carried
from wizard.core.events import AnyEvent, CardAdded, WorkshopStarted
from wizard.core.facts import Facts
from wizard.core.intents import DismissFinding, GiveAnswer, MoveCard, Pass, RemoveCard, SayDontKnow, WriteNote
from wizard.core.problems import Place
from wizard.core.state import Action, State, folded
from wizard.core.tally import Line

HEAD = "flow: other\ntitle: Another flow\n"
PEOPLE = """
- id: segs
  type: cards
  ask: Who?
  fields:
    - {id: name, ask: Name}
    - {id: size, type: number, ask: Size}
    - {id: price, type: money, ask: Price}
"""


def other(questions: str, *, steps: str = "", rest: str = "") -> str:
    """Another flow that asks these questions."""
    inside = "\n".join(f"      {line}" for line in questions.splitlines())
    return f"{HEAD}{rest}\nsteps:\n  - id: one\n    title: One\n    ask:\n{inside}\n{steps}"


def into(run: World, target: str, currency: str = "EUR") -> tuple[Carried, Facts]:
    """What comes along into a flow, and what is true there then."""
    flow = flow_of(target)
    found = carried(run.facts, flow, currency)
    began = WorkshopStarted(flow.id, "1", flow.digest, "", currency)
    events: Sequence[AnyEvent] = (began, *found.events)
    return found, Facts(flow, folded(State(), [Action("a", None, tuple(events), None)]))


def told(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def test_answers_cards_and_notes_come_along_where_ids_and_kinds_agree() -> None:
    run = world(PEOPLE + "- {id: pitch, ask: What is it?}")
    card = run.card("segs", name="Hotels", size="12k")
    run.answer("pitch", "Bread")
    run.do(WriteNote(Place("segs", card), "Met three"), WriteNote(Place("pitch"), "From Ann"))
    found, there = into(run, other(PEOPLE + "- {id: pitch, type: long, ask: In a sentence?}"))
    assert run.facts.state.answers == there.state.answers
    assert run.facts.state.cards == there.state.cards
    assert run.facts.state.notes == there.state.notes
    assert ["Who? 1 card", "What is it? “Bread”"] == told(found.carried)
    assert () == found.left == found.unasked


def test_what_the_other_flow_doesnt_ask_for_stays_behind_and_is_counted() -> None:
    run = world(
        PEOPLE + "- {id: pitch, ask: Pitch}\n- {id: jobs, type: cards, ask: Jobs, fields: [{id: a, ask: A}]}"
    )
    run.card("segs", name="Hotels", size="1", price="3")
    run.card("segs", name="Bars", size="2")
    run.card("jobs", a="Sleep")
    run.answer("pitch", "Bread")
    found, there = into(run, other("- {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: Name}]}"))
    assert ["Who? 2 cards"] == told(found.carried)
    assert [
        "Jobs of “Sleep”",
        "Size of 2 cards",
        "Price of “Hotels”",
        "Pitch",
    ] == told(found.unasked)
    assert () == found.left
    assert ["Hotels", "Bars"] == list(there.state.answers.values())


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("{id: q, ask: Q}", "{id: q, type: number, ask: Q}"),
        ("{id: q, type: number, ask: Q}", "{id: q, type: money, ask: Q}"),
        ("{id: q, type: number, ask: Q}", "{id: q, type: percent, ask: Q}"),
        ("{id: q, ask: Q}", "{id: q, type: cards, ask: Q, fields: [{id: a, ask: A}]}"),
    ],
)
def test_the_same_id_of_another_kind_is_no_answer(was: str, now: str) -> None:
    run = world(f"- {was}")
    run.answer("q", "5")
    found, there = into(run, other(f"- {now}"))
    assert {} == there.state.answers
    assert ["Q: this flow asks for it in another way."] == told(found.left)


def test_what_the_other_question_refuses_is_told_in_its_words() -> None:
    run = world("- {id: q, type: scale, ask: Q, range: 1..10}\n- {id: n, type: number, ask: N}")
    run.answer("q", "9")
    run.answer("n", "-3")
    found, there = into(
        run, other("- {id: q, type: scale, ask: Q, range: 1..5}\n- {id: n, type: number, ask: N, min: 0}")
    )
    assert {} == there.state.answers
    assert [
        "Q: Give a whole number from 1 to 5.",
        "N: −3 is below the least that makes sense here, 0.",
    ] == told(found.left)


def test_of_a_choice_the_options_that_are_known_there_come_along() -> None:
    run = world("- {id: q, type: choice, ask: Q, pick: 1.., options: {a: Ann, b: Bob, c: Cy}}")
    run.answer("q", ("a", "b", "c"))
    found, there = into(run, other("- {id: q, type: choice, ask: Q, pick: 1.., options: {c: Carol, a: Ann}}"))
    assert ("a", "c") == there.state.answers[Place("q")]
    assert ["Q: “Bob” isn't among the options here."] == told(found.left)


def test_an_option_is_the_same_by_its_id_and_never_by_its_label() -> None:
    run = world("- {id: q, type: choice, ask: Q, options: {a: Ann}}")
    run.answer("q", "a")
    found, there = into(run, other("- {id: q, type: choice, ask: Q, options: {x: a}}"))
    assert {} == there.state.answers
    assert ["Q: “Ann” isn't among the options here."] == told(found.left)


def test_one_of_several_becomes_one_and_two_dont() -> None:
    run = world(
        "- {id: p, type: choice, ask: P, pick: 1.., options: {a: A, b: B}}\n"
        "- {id: q, type: choice, ask: Q, pick: 1.., options: {a: A, b: B}}"
    )
    run.answer("p", ("a",))
    run.answer("q", ("a", "b"))
    single = "- {id: p, type: choice, ask: P, options: {a: A, b: B}}\n"
    found, there = into(run, other(single + single.replace("p", "q", 1).replace("P", "Q")))
    assert {Place("p"): "a"} == there.state.answers
    assert ["Q: Choose one."] == told(found.left)


CHANNELS = """
- id: chans
  type: cards
  ask: Where?
  fields: [{id: name, ask: Name}, {id: whom, type: choice, ask: Whom, options: segs, pick: 1..}]
"""


def test_links_hold_because_cards_keep_their_ids() -> None:
    run = world(PEOPLE + CHANNELS)
    one, two = run.card("segs", name="Hotels"), run.card("segs", name="Bars")
    shop = run.card("chans", name="Shop", whom=(one, two))
    run.do(MoveCard("segs", one, 1))
    _, there = into(run, other(PEOPLE + CHANNELS))
    assert (one, two) == there.state.answers[Place("chans", shop, "whom")]
    assert (two, one) == there.state.cards["segs"]


def test_a_link_to_a_card_that_stays_behind_is_told() -> None:
    run = world(PEOPLE + CHANNELS)
    gone, here = run.card("segs", name="Hotels"), run.card("segs", name="Bars")
    shop = run.card("chans", name="Shop", whom=(gone, here))
    run.do(RemoveCard("segs", gone, sure=True))
    found, there = into(run, other(PEOPLE + CHANNELS))
    assert (here,) == there.state.answers[Place("chans", shop, "whom")]
    assert ["Whom of “Shop”: it points at a card that isn't here."] == told(found.left)


EACH = """
  - id: two
    title: Two
    each: seg in segs
    ask:
      - {id: pain, ask: "What annoys {{ seg.name }}?"}
      - {id: cures, type: cards, ask: "Cures for {{ seg.name }}", fields: [{id: what, ask: What}]}
"""


def test_cards_of_a_loop_keep_the_card_they_were_made_for() -> None:
    run = World(other(PEOPLE, steps=EACH))
    hotels = run.card("segs", name="Hotels")
    cure = run.card("cures", hotels, what="Delivery")
    run.do(GiveAnswer(Place("segs", hotels, "pain"), "Waste"))
    found, there = into(run, other(PEOPLE, steps=EACH))
    assert {cure: hotels} == there.state.rows
    assert "Waste" == there.state.answers[Place("segs", hotels, "pain")]
    assert ["Who? 1 card", "Cures for …: 1 card"] == told(found.carried)


LOOSE = """
- id: cures
  type: cards
  ask: Cures
  fields: [{id: what, ask: What}, {id: seg, type: choice, ask: For whom?, options: segs}]
"""


def test_a_link_to_a_card_becomes_the_loop_card_and_the_other_way_round() -> None:
    loose = World(other(PEOPLE + LOOSE))
    hotels = loose.card("segs", name="Hotels")
    cure = loose.card("cures", what="Delivery", seg=hotels)
    lost = loose.card("cures", what="Nobody's")
    found, there = into(loose, other(PEOPLE, steps=EACH))
    assert {cure: hotels} == there.state.rows
    assert ["Cures of “Nobody's”: here each belongs to one of “Who?”, and these don't say to which."] == told(
        found.left
    )
    assert lost not in there.state.owner
    looped = World(other(PEOPLE, steps=EACH))
    bars = looped.card("segs", name="Bars")
    cure = looped.card("cures", bars, what="Music")
    _, there = into(looped, other(PEOPLE + LOOSE))
    assert bars == there.state.answers[Place("cures", cure, "seg")]


def test_which_card_others_were_made_for_is_told_where_nobody_asks_for_it() -> None:
    run = World(other(PEOPLE, steps=EACH))
    run.card("cures", run.card("segs", name="Hotels"), what="Delivery")
    plain = "- {id: cures, type: cards, ask: Cures, fields: [{id: what, ask: What}]}"
    found, there = into(run, other(PEOPLE + plain))
    assert 1 == len(there.state.cards["cures"])
    assert ["Cures for … of “Delivery”: here it isn't asked which of “Who?” each belongs to."] == told(
        found.left
    )


def test_a_matrix_comes_along_cell_by_cell() -> None:
    grid = (
        "\n- {id: fit, type: matrix, ask: Fit, rows: segs, columns: {%s}, cell: {type: scale, range: 0..3}}"
    )
    run = world(PEOPLE + grid % "a: A, b: B")
    card = run.card("segs", name="Hotels")
    for column, value in (("a", "1"), ("b", "2")):
        run.do(GiveAnswer(Place("fit", row=card, column=column), value))
    found, there = into(run, other(PEOPLE + grid % "b: B, c: C"))
    assert "2" == there.state.answers[Place("fit", row=card, column="b")]
    assert "Fit: 1 cell" in told(found.carried)
    assert ["Fit (1 cell): its row or column isn't here."] == told(found.left)


def test_amounts_stay_behind_where_the_currency_is_another() -> None:
    run = world(PEOPLE)
    run.card("segs", name="Hotels", price="5")
    found, there = into(run, other(PEOPLE), "GBP")
    assert ["Price of “Hotels”: the amounts are in EUR, and here they are in GBP."] == told(found.left)
    assert ["Hotels"] == list(there.state.answers.values())


def test_not_knowing_comes_along_and_skipping_doesnt() -> None:
    questions = "- {id: a, ask: A}\n- {id: b, ask: B}"
    run = world(questions)
    run.do(SayDontKnow(Place("a")), Pass(Place("b")))
    _, there = into(run, other(questions))
    assert {Place("a"): True} == there.state.passed


def test_parked_answers_come_along_and_are_parked_there() -> None:
    questions = "- {id: a, type: yesno, ask: A}\n- {id: b, ask: B, when: a}"
    run = world(questions)
    run.answer("a", "yes")
    run.answer("b", "Words")
    run.answer("a", "no")
    _, there = into(run, other(questions))
    assert "Words" == there.state.answers[Place("b")]
    assert not there.visible(Place("b"))


def test_a_note_beside_something_that_isnt_asked_there_is_told() -> None:
    run = world("- {id: a, ask: A}")
    run.do(WriteNote(Place("a"), "Somebody's words"))
    found, _ = into(run, other("- {id: b, ask: B}"))
    assert ["the note at “A”: “Somebody's words”: what it stood beside isn't asked here."] == told(found.left)


def test_what_breaks_a_rule_there_comes_along_and_is_told() -> None:
    run = world("- {id: a, ask: A}")
    run.answer("a", "One two three")
    found, there = into(
        run, other("- {id: a, ask: A, rules: [{when: this|wordcount > 2, say: Two words at most.}]}")
    )
    assert "One two three" == there.state.answers[Place("a")]
    assert ["“A”: Two words at most."] == told(found.doubted)


def test_a_finding_stays_dismissed() -> None:
    rest = "coach: [{id: small, each: seg in segs, when: seg.size < 5, about: [segs], say: Few.}]\n"
    run = World(other(PEOPLE, rest=rest))
    card = run.card("segs", name="Hotels", size="2")
    run.do(DismissFinding(f"small:{card}", "Enough for us"))
    _, there = into(run, other(PEOPLE, rest=rest))
    assert run.facts.state.dismissed == there.state.dismissed


def test_what_is_asked_anew_stays_behind_and_is_told() -> None:
    asked = (
        PEOPLE + "- {id: pitch, ask: Pitch}\n- {id: todo, type: cards, ask: Next?, fields: [{id: a, ask: A}]}"
    )
    run = world(asked)
    run.card("segs", name="Hotels", size="1")
    run.card("todo", a="Call Ann")
    run.answer("pitch", "Bread")
    run.do(WriteNote(Place("pitch"), "Why"))
    anew = asked.replace("Pitch}", "Pitch, carry: false}").replace("Next?,", "Next?, carry: false,")
    found, there = into(run, other(anew.replace("ask: Size}", "ask: Size, carry: false}")))
    assert ["Hotels"] == list(there.state.answers.values())
    assert {} == there.state.notes
    assert [
        "Next? of “Call Ann”: it is asked anew here.",
        "Size of “Hotels”: it is asked anew here.",
        "Pitch: it is asked anew here.",
        "the note at “Pitch”: “Why”: what it stood beside isn't asked here.",
    ] == told(found.left)


def test_notes_beside_questions_and_beside_cards_come_along_together() -> None:
    run = world(PEOPLE + "- {id: pitch, ask: Pitch}")
    card = run.card("segs", name="Hotels")
    run.do(WriteNote(Place("segs"), "All"), WriteNote(Place("segs", card), "One"))
    run.do(SayDontKnow(Place("segs", card, "size")), SayDontKnow(Place("pitch")))
    _, there = into(run, other(PEOPLE + "- {id: pitch, ask: Pitch}"))
    assert run.facts.state.notes == there.state.notes
    assert run.facts.state.passed == there.state.passed


def test_nothing_of_an_empty_workshop_comes_along() -> None:
    found, _ = into(world(PEOPLE), other(PEOPLE))
    assert Carried(()) == found
    assert ["None of its answers is asked for here."] == [section.title for section in found.sections]


@settings(max_examples=60)
@given(st.data())
def test_the_same_flow_gives_the_same_answers_back(data: st.DataObject) -> None:
    run = World(RICH)
    for _ in range(data.draw(st.integers(1, 14))):
        run.workshop.send(data.draw(wishes(run.facts)))
    found, there = into(run, RICH)
    was, now = exported(run.facts), exported(there)
    for data_ in (was, now):
        about = data_.get("workshop")
        if isinstance(about, dict):
            about.pop("name", None)
        if not about:
            data_.pop("workshop", None)
    assert was == now
    assert len({event.card for event in found.events if isinstance(event, CardAdded)}) == sum(
        map(len, run.facts.state.cards.values())
    )
