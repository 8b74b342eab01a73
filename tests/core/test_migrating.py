"""A workshop in a newer version of its flow: what moves, what is read anew, what nobody asks for any more."""

from __future__ import annotations

import pytest

from tests.worlds import World, flow_of
from wizard.core.events import FlowUpgraded
from wizard.core.facts import Facts
from wizard.core.flow.counting import counted
from wizard.core.intents import GiveAnswer, Pass, SayDontKnow, WriteNote
from wizard.core.migrating import Migrated, migrated
from wizard.core.problems import Place, Problem
from wizard.core.state import Action, folded


def text(questions: str, version: str = "1", *, steps: str = "", rest: str = "", id: str = "small") -> str:
    """A version of a flow."""
    inside = "\n".join(f"      {line}" for line in questions.splitlines())
    head = f"flow: {id}\ntitle: A flow\nversion: '{version}'\n{rest}"
    return f"{head}\nsteps:\n  - id: one\n    title: One\n    ask:\n{inside}\n{steps}"


def moved(run: World, newer: str) -> tuple[Migrated, Facts]:
    """What becomes of it, and what is true then."""
    flow = flow_of(newer)
    found = migrated(run.facts, flow)
    assert isinstance(found, Migrated), found
    return found, Facts(flow, folded(run.facts.state, [Action("a", None, found.events, None)]))


def told(found: Migrated) -> list[str]:
    return [line.text for section in found.sections for line in section.lines]


def refused(run: World, newer: str) -> str:
    found = migrated(run.facts, flow_of(newer))
    assert isinstance(found, Problem)
    return found.code


def test_versions_are_compared_as_people_count() -> None:
    rising = ["0.9", "1", "1.2", "1.10", "2-beta", "2", "2.0.1", "10", "9" * 5000]
    assert rising == sorted(set(rising), key=counted)
    assert counted("1") == counted("1.0") == counted("01")


CARDS = "- {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: Name}, {id: pain, ask: Pain}]}\n"


def test_what_has_the_same_id_and_kind_simply_stays() -> None:
    run = World(text(CARDS + "- {id: pitch, ask: Pitch}"))
    run.card("segs", name="Hotels", pain="Waste")
    run.answer("pitch", "Bread")
    found, there = moved(run, text("- {id: pitch, type: long, ask: Pitch}\n" + CARDS, "2"))
    assert run.facts.state.answers == there.state.answers
    assert (FlowUpgraded,) == tuple(map(type, found.events))
    assert [] == told(found)


def test_a_renamed_question_takes_its_answer_note_and_mark_along() -> None:
    run = World(text("- {id: a, ask: A}\n- {id: b, ask: B}\n- {id: c, ask: C}"))
    run.answer("a", "Words")
    run.do(WriteNote(Place("a"), "Why"), Pass(Place("b")), SayDontKnow(Place("c")))
    found, there = moved(
        run,
        text(
            "- {id: x, ask: X}\n- {id: y, ask: Y}\n- {id: z, ask: Z}",
            "2",
            rest="migrate: [{to: 2, rename: {a: x, b: y, c: z}}]",
        ),
    )
    assert {Place("x"): "Words"} == there.state.answers
    assert {Place("x"): "Why"} == there.state.notes
    assert {Place("y"): False, Place("z"): True} == there.state.passed
    assert ["A: now stands at “X”."] == told(found)


def test_renamed_cards_keep_their_order_their_fields_and_what_points_at_them() -> None:
    links = "- {id: best, type: choice, ask: Best, options: %s}\n"
    grid = "- {id: fit, type: matrix, ask: Fit, rows: %s, columns: {a: A}, cell: {type: scale, range: 0..3}}"
    run = World(text(CARDS + links % "segs" + grid % "segs"))
    one, two = run.card("segs", name="Hotels"), run.card("segs", name="Bars", pain="Noise")
    run.answer("best", two)
    run.do(GiveAnswer(Place("fit", row=one, column="a"), "2"))
    people = "- {id: people, type: cards, ask: Who?, fields: [{id: name, ask: N}, {id: problem, ask: P}]}\n"
    rest = "migrate: [{to: 2, rename: {segs: people, segs.pain: people.problem}}]"
    found, there = moved(run, text(people + links % "people" + grid % "people", "2", rest=rest))
    assert {"segs": (), "people": (one, two)} == there.state.cards
    assert "Noise" == there.state.answers[Place("people", two, "problem")]
    assert "Bars" == there.shown(there.value(Place("best")))
    assert "2" == there.shown(there.value(Place("fit", row=one, column="a")))
    assert ["Pain: now stands at “P”."] == told(found)  # what is asked in the same words simply stays


EACH = "  - {id: two, title: Two, each: seg in segs, ask: [{id: %s, ask: 'What of {{ seg.name }}?'}]}\n"


def test_a_question_that_is_asked_for_each_card_is_renamed_by_its_id() -> None:
    run = World(text(CARDS, steps=EACH % "gain"))
    card = run.card("segs", name="Hotels")
    run.do(GiveAnswer(Place("segs", card, "gain"), "Time"))
    rest = "migrate: [{to: 2, rename: {gain: gains}}]"
    _, there = moved(run, text(CARDS, "2", steps=EACH % "gains", rest=rest))
    assert "Time" == there.shown(there.value(Place("segs", card, "gains")))
    assert Place("segs", card, "gain") not in there.state.answers


def test_several_versions_are_gone_through_one_after_the_other() -> None:
    rest = "migrate: [{to: '1.10', rename: {b: c}, retype: [c]}, {to: '1.2', rename: {a: b}}]"
    newest = text("- {id: c, type: number, ask: C}", "1.10", rest=rest)
    first = World(text("- {id: a, ask: A}"))
    first.answer("a", "12k")
    second = World(text("- {id: b, ask: B}", "1.2"))
    second.answer("b", "5")
    assert [{Place("c"): "12000"}, {Place("c"): "5"}] == [
        moved(run, newest)[1].state.answers for run in (first, second)
    ]


@pytest.mark.parametrize(
    ("was", "raw", "now", "stored"),
    [
        ("{id: q, ask: Q}", "12k", "{id: q, type: number, ask: Q}", "12000"),
        ("{id: q, ask: Q}", "yes", "{id: q, type: yesno, ask: Q}", "true"),
        ("{id: q, ask: Q}", "ann", "{id: q, type: choice, ask: Q, options: {a: Ann}}", "a"),
        ("{id: q, type: number, ask: Q}", "5", "{id: q, type: percent, ask: Q}", "0.05"),
        ("{id: q, type: choice, ask: Q, options: {a: Ann}}", "a", "{id: q, ask: Q}", "Ann"),
        ("{id: q, type: date, ask: Q}", "2026-02-01", "{id: q, ask: Q}", "2026-02-01"),
    ],
)
def test_what_is_retyped_is_read_as_what_it_is_now(was: str, raw: str, now: str, stored: str) -> None:
    run = World(text(f"- {was}"))
    run.answer("q", raw)
    _, there = moved(run, text(f"- {now}", "2", rest="migrate: [{to: 2, retype: [q]}]"))
    assert {Place("q"): stored} == there.state.answers


def test_how_an_answer_was_read_anew_is_told() -> None:
    run = World(text("- {id: q, ask: How many?}"))
    run.answer("q", "12k")
    number = "- {id: q, type: number, ask: How many?}"
    found, _ = moved(run, text(number, "2", rest="migrate: [{to: 2, retype: [q]}]"))
    (section,) = found.sections
    assert "This is read in another way now:" == section.title
    assert ["How many? “12k” is 12,000 now."] == told(found)


@pytest.mark.parametrize(
    ("pick", "chosen", "kept", "note"),
    [
        ("", "b", None, "Ben"),
        (", pick: 1..", ("a", "b"), ("a",), "Ben"),
        (", pick: 1..", ("b",), None, "Ben"),
        (", pick: 2..", ("a", "b"), None, "Ann, Ben"),
    ],
)
def test_a_choice_that_isnt_on_offer_any_more_becomes_a_note_and_is_told(
    pick: str, chosen: str | tuple[str, ...], kept: tuple[str, ...] | None, note: str
) -> None:
    asked = f"- {{id: q, type: choice, ask: Q{pick}, options: {{a: Ann, %s: %s}}}}"
    run = World(text(asked % ("b", "Ben")))
    run.answer("q", chosen)
    found, there = moved(run, text(asked % ("c", "Cleo"), "2"))
    assert kept == there.state.answers.get(Place("q"))
    assert note == there.state.notes[Place("q")]
    (line,) = told(found)
    assert "is a note now." in line


def test_a_cell_whose_row_is_gone_is_noted_at_its_matrix() -> None:
    grid = (
        "- {id: fit, type: matrix, ask: Fit, rows: {%s}, columns: {c: Col}, cell: {type: scale, range: 0..3}}"
    )
    run = World(text(grid % "r: Row, s: Side"))
    for row in "rs":
        run.do(GiveAnswer(Place("fit", row=row, column="c"), "2"))
    found, there = moved(run, text(grid % "r: Row", "2"))
    assert {Place("fit", row="r", column="c"): "2"} == there.state.answers
    assert "Side, Col: 2" == there.state.notes[Place("fit")]
    assert 1 == len(told(found))


def test_what_cant_be_read_anew_becomes_a_note_and_is_told() -> None:
    run = World(text("- {id: q, ask: Q}"))
    run.answer("q", "quite a few")
    run.do(WriteNote(Place("q"), "Asked Ann"))
    number = "- {id: q, type: number, ask: Q}"
    found, there = moved(run, text(number, "2", rest="migrate: [{to: 2, retype: [q]}]"))
    assert {} == there.state.answers
    assert "Asked Ann\nquite a few" == there.state.notes[Place("q")]
    (line,) = told(found)
    assert "What was said is a note now." in line


def test_another_kind_that_nobody_retyped_is_never_misread() -> None:
    run = World(text("- {id: q, ask: Q}"))
    run.answer("q", "Maybe")
    _, there = moved(run, text("- {id: q, type: yesno, ask: Q}", "2"))
    assert "" == there.shown(there.value(Place("q")))
    assert "Maybe" == there.state.notes[Place("q")]


def test_cells_that_are_asked_in_another_way_are_noted_at_their_matrix() -> None:
    grid = "- {id: fit, type: matrix, ask: Fit, rows: {r: Row}, columns: {c: Col, d: Day}, cell: %s}"
    run = World(text(grid % "{type: scale, range: 0..3}"))
    for column in ("c", "d"):
        run.do(GiveAnswer(Place("fit", row="r", column=column), "2"))
    found, there = moved(run, text(grid % "{type: choice, options: {x: X}}", "2"))
    assert "Row, Col: 2\nRow, Day: 2" == there.state.notes[Place("fit")]
    assert ["Fit (2 cells): this version asks for it in another way. What was said is a note now."] == told(
        found
    )


def test_one_choice_becomes_several_and_back() -> None:
    one, several = (
        f"- {{id: q, type: choice, ask: Q, options: {{a: A, b: B}}{pick}}}" for pick in ("", ", pick: 1..")
    )
    run = World(text(one))
    run.answer("q", "b")
    assert {Place("q"): ("b",)} == moved(run, text(several, "2"))[1].state.answers
    run = World(text(several))
    run.answer("q", ("b",))
    assert {Place("q"): "b"} == moved(run, text(one, "2"))[1].state.answers
    run.answer("q", ("a", "b"))
    assert {Place("q"): "A, B"} == moved(run, text(one, "2"))[1].state.notes


def test_what_isnt_asked_any_more_is_kept_and_told() -> None:
    run = World(text(CARDS + "- {id: old, ask: Old}\n- {id: new, ask: New}"))
    card = run.card("segs", name="Hotels")
    run.answer("old", "Words")
    found, there = moved(
        run, text("- {id: new, ask: New}", "2", rest="migrate: [{to: 2, drop: [old, segs]}]")
    )
    assert "Words" == there.state.answers[Place("old")]
    assert (card,) == there.state.cards["segs"]
    kept = "this version doesn't ask for it. It is kept, and nothing shows it."
    assert [f"Old: {kept}", f"Who? of “Hotels”: {kept}"] == sorted(told(found))


def test_a_newer_text_of_the_same_version_is_moved_to_as_well() -> None:
    run = World(text("- {id: q, ask: Q}"))
    run.answer("q", "Words")
    found, there = moved(run, text("- {id: q, ask: What is it?}"))
    assert ("Words", 1) == (there.state.answers[Place("q")], len(found.events))


def test_the_same_text_an_older_version_and_another_flow_are_refused() -> None:
    now = text("- {id: q, ask: Q}", "1.10")
    run = World(now)
    assert "upgrade.nothing" == refused(run, now)
    assert "upgrade.older" == refused(run, text("- {id: q, ask: Q}", "1.9"))
    assert "upgrade.other_flow" == refused(run, text("- {id: q, ask: Q}", "2", id="other"))
