"""What the coach says about the whole model, when it speaks, and when it is silenced."""

from __future__ import annotations

from datetime import date

import pytest

from tests.worlds import World, world
from wizard.core.coach import findings
from wizard.core.facts import Facts
from wizard.core.intents import (
    DismissFinding,
    Finish,
    GiveAnswer,
    Intent,
    Pass,
    RemoveCard,
    Rename,
    SayDontKnow,
    WriteNote,
)
from wizard.core.problems import Place
from wizard.core.where import Stop

SEGS = """
- {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}, {id: size, type: number, ask: S}]}
- {id: stage, type: choice, ask: Stage, options: {idea: Idea, open: Open}}
"""
UNSIZED = """
coach:
  - id: unsized
    each: seg in segs
    when: seg.size is not defined
    severity: warn
    about: [segs]
    say: "How many are {{ seg.name }}?"
"""


def said(run: World) -> list[str]:
    return [found.say for found in findings(run.facts)]


def ids(run: World) -> list[str]:
    return [found.id for found in findings(run.facts)]


# When it speaks


@pytest.mark.parametrize("wish", [GiveAnswer(Place("b"), "x"), Pass(Place("b")), SayDontKnow(Place("b"))])
def test_a_rule_speaks_once_all_it_is_about_was_answered_or_passed(
    wish: Intent,
) -> None:
    run = world(
        "- {id: a, ask: A}\n- {id: b, ask: B}",
        after="coach:\n  - {id: r, when: a is defined, about: [a, b], say: Mind that.}\n",
    )
    run.answer("a", "x")
    assert [] == said(run)
    run.do(wish)
    assert ["Mind that."] == said(run)


def test_a_rule_doesnt_wait_for_what_is_hidden() -> None:
    run = world(
        "- {id: a, type: yesno, ask: A}\n- {id: b, ask: B, when: a}",
        after="coach:\n  - {id: r, when: not a, about: [a, b], say: Mind that.}\n",
    )
    run.answer("a", "no")
    assert ["Mind that."] == said(run)


def test_a_rule_waits_for_every_card_of_an_each_step_but_not_for_hidden_ones() -> None:
    run = World("""
flow: small
title: A small flow
steps:
  - id: who
    title: Who
    ask: [{id: segs, type: cards, ask: W, fields: [{id: name, ask: N}, {id: firm, type: yesno, ask: F}]}]
  - id: pains
    title: Pains
    each: seg in segs
    ask: [{id: pain, ask: P, when: seg.firm}]
coach:
  - {id: r, when: segs|length == 2, about: [pain], say: Compare them.}
""")
    firm = run.card("segs", name="Firm", firm="yes")
    run.card("segs", name="Person", firm="no")
    assert [] == said(run)
    run.do(GiveAnswer(Place("segs", firm, "pain"), "Waste"))
    assert ["Compare them."] == said(run)


def test_a_run_without_a_terminal_waits_for_nothing() -> None:
    rule = "coach:\n  - {id: r, when: a is not defined, about: [a], say: Empty.}\n"
    run = world("- {id: a, ask: A}", after=rule)
    assert [] == said(run)
    complete = Facts(run.facts.flow, run.facts.state, complete=True)
    assert ["Empty."] == [found.say for found in findings(complete)]


def test_a_rule_whose_condition_waits_is_quiet() -> None:
    run = world(
        "- {id: a, type: number, ask: A}", after="coach:\n  - {id: r, when: a < 1, about: [a], say: Small.}\n"
    )
    run.do(Pass(Place("a")))
    assert [] == said(run)


def test_the_gravest_comes_first() -> None:
    rules = [
        f"  - {{id: {s}, when: a == 'x', severity: {s}, about: [a], say: {s}.}}"
        for s in ("tip", "block", "warn")
    ]
    run = world("- {id: a, ask: A}", after="coach:\n" + "\n".join(rules))
    run.answer("a", "x")
    assert ["block.", "warn.", "tip."] == said(run)


# Loops


def test_a_rule_goes_through_every_card_and_is_known_by_rule_and_card() -> None:
    run = world(SEGS, after=UNSIZED)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    assert ["How many are Hotels?", "How many are Cafes?"] == said(run)
    assert [f"unsized:{hotels}", f"unsized:{cafes}"] == ids(run)
    run.do(GiveAnswer(Place("segs", hotels, "size"), "5"))
    assert ["How many are Cafes?"] == said(run)


def test_a_rule_may_hold_several_loops_over_cards_and_option_sets() -> None:
    run = world(
        "- {id: first, type: yesno, ask: F}\n" + SEGS,
        before="options:\n  phases: {win: Win, keep: {label: Keep, when: first}}",
        after="""
            coach:
              - id: gap
                each: [seg in segs, p in phases]
                when: seg.size is not defined
                about: [segs]
                say: "{{ seg.name }}: {{ p }}"
        """,
    )
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    assert ["Hotels: Win", "Cafes: Win"] == said(run)
    run.answer("first", "yes")
    assert [f"gap:{hotels}:win", f"gap:{hotels}:keep", f"gap:{cafes}:win", f"gap:{cafes}:keep"] == ids(run)


def test_a_finding_leads_to_the_question_where_it_is_solved() -> None:
    run = world(SEGS, after=UNSIZED)
    run.card("segs", name="Hotels")
    assert [Stop("one", Place("segs"))] == [found.stop for found in run.workshop.screen().findings]


# Dismissing


def test_a_dismissal_wants_a_reason_and_silences_one_finding() -> None:
    run = world(SEGS, after=UNSIZED)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    assert ("finding.reason_wanted",) == run.refused(DismissFinding(f"unsized:{hotels}", "  "))
    run.do(DismissFinding(f"unsized:{hotels}", "We know them all"))
    assert [f"unsized:{cafes}"] == ids(run)
    silenced = findings(run.facts, dismissed=True)
    assert [(f"unsized:{hotels}", "We know them all")] == [(found.id, found.reason) for found in silenced]


def test_a_dismissal_ends_when_what_it_judged_changes_and_only_then() -> None:
    run = world(SEGS, after=UNSIZED)
    hotels = run.card("segs", name="Hotels")
    run.do(DismissFinding(f"unsized:{hotels}", "fine"))
    run.card("segs", name="Cafes", size="5")
    run.answer("stage", "idea")
    run.do(WriteNote(Place("segs", hotels), "why"), Rename("Bread"))
    assert [] == ids(run)
    run.do(GiveAnswer(Place("segs", hotels, "name"), "Small hotels"))  # the finding names it
    assert [f"unsized:{hotels}"] == ids(run)


def test_a_dismissal_that_ended_holds_again_when_the_basis_is_as_it_was() -> None:
    run = world(SEGS, after=UNSIZED)
    hotels = run.card("segs", name="Hotels")
    run.do(DismissFinding(f"unsized:{hotels}", "fine"))
    run.do(GiveAnswer(Place("segs", hotels, "size"), "5"), GiveAnswer(Place("segs", hotels, "size"), ""))
    assert [] == ids(run)


@pytest.mark.parametrize(
    ("questions", "when", "change"),
    [
        ("- {id: a, ask: A}", "workshop.name == 'Bread' or a == 'x'", Rename("Bread")),
        (
            "- {id: a, ask: A}\n- {id: f, type: matrix, ask: F, rows: {r: R}, columns: {c: C}, "
            "cell: {type: scale, range: 0..3}}",
            "a == 'x' and f is defined",
            GiveAnswer(Place("f", row="r", column="c"), "2"),
        ),
    ],
)
def test_a_name_and_a_matrix_are_part_of_the_basis(questions: str, when: str, change: Intent) -> None:
    run = world(questions, after=f"coach:\n  - {{id: r, when: {when}, about: [a], say: Mind.}}\n")
    run.answer("a", "x")
    run.do(DismissFinding("r", "fine"))
    assert [] == ids(run)
    run.do(change)
    assert ["r"] == ids(run)


def test_the_basis_is_the_same_in_every_process() -> None:
    run = world(SEGS, after=UNSIZED)
    hotels = run.card("segs", name="Hotels")
    run.do(DismissFinding(f"unsized:{hotels}", "fine"))
    assert () == findings(run.reopened().facts)


def test_the_note_on_a_card_is_part_of_the_basis_where_a_rule_reads_it() -> None:
    run = world(
        SEGS,
        after="""
        coach:
          - id: unsourced
            each: s in segs
            when: s.note is not defined or s.note == 'a guess'
            about: [segs]
            say: Where from?
    """,
    )
    hotels = run.card("segs", name="Hotels")
    run.do(DismissFinding(f"unsourced:{hotels}", "fine"))
    assert [] == ids(run)
    run.do(WriteNote(Place("segs", hotels), "a guess"))
    assert [f"unsourced:{hotels}"] == ids(run)


def test_a_finding_that_is_solved_cant_be_dismissed_nor_one_that_blocks() -> None:
    run = world(
        "- {id: a, ask: A}",
        after="coach:\n  - {id: r, when: a == 'x', severity: block, about: [a], say: Stop.}\n",
    )
    assert ("finding.gone",) == run.refused(DismissFinding("r", "fine"))
    run.answer("a", "x")
    assert ("finding.must_be_solved",) == run.refused(DismissFinding("r", "fine"))


def test_a_finding_that_blocks_stops_finish_but_never_next_or_back() -> None:
    run = world(
        "- {id: a, ask: A}\n- {id: b, ask: B}",
        after="coach:\n  - {id: r, when: a == 'x', severity: block, about: [a], say: Stop here.}\n",
    )
    run.answer("a", "x")
    assert run.workshop.go_on().done
    run.workshop.go_back()
    assert Place("a") == run.workshop.here.place
    reply = run.workshop.send(Finish())
    assert [("finding.blocks", "Stop here.")] == [(found.code, found.text) for found in reply.messages]
    run.answer("a", "y")
    assert run.do(Finish()).done


def test_only_the_coach_sees_today() -> None:
    run = world(
        "- {id: by, type: date, ask: B}",
        after='coach:\n  - {id: late, when: by < today, about: [by], say: "Late since {{ by }}."}\n',
    )
    run.answer("by", "2026-03-02")
    assert ["late"] == ids(run)
    run.do(DismissFinding("late", "On the way"))
    tomorrow = run.facts.after(run.facts.state, (), date(2026, 3, 4))
    assert () == findings(tomorrow)  # or every dismissal would end at midnight
    earlier = run.facts.after(run.facts.state, (), date(2026, 3, 1))
    assert ((), ()) == (findings(earlier), findings(earlier, dismissed=True))


def test_a_finding_ends_with_its_card() -> None:
    run = world(SEGS, after=UNSIZED)
    run.do(RemoveCard("segs", run.card("segs", name="Hotels")))
    assert [] == ids(run)
