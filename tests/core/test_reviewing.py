"""What a review shows: tasks with their statuses, how much is left, what has changed since a version."""

from __future__ import annotations

from tests.worlds import World
from wizard.core.coach import findings
from wizard.core.facts import Facts
from wizard.core.intents import (
    DismissFinding,
    Finish,
    GiveAnswer,
    NameVersion,
    Pass,
    RemoveCard,
    SayDontKnow,
    Undo,
)
from wizard.core.problems import Place
from wizard.core.where import END, Stop

FLOW = """
flow: small
title: A small flow
steps:
  - id: who
    title: Who
    ask:
      - {id: name, ask: Name?, required: true}
      - {id: open, type: yesno, ask: Open?}
      - {id: rent, type: number, ask: Rent?, when: open}
      - id: segs
        type: cards
        ask: Who?
        fields: [{id: name, ask: N, required: true}, {id: size, type: number, ask: Size?}]
  - id: pains
    each: seg in segs
    title: "Pains of {{ seg.name }}"
    ask: [{id: pain, ask: Pain?}]
coach:
  - {id: noisy, each: seg in segs, when: seg.pain is not defined, about: [pain], say: "Ask {{ seg.name }}."}
  - {id: nameless, when: name is not defined, severity: block, about: [name], say: It needs a name.}
"""
CURES = """{id: pain, ask: Pain?}, \
{id: cures, type: cards, ask: "What helps {{ seg.name }}?", fields: [{id: name, ask: N}]}"""


def reviewed(run: World, stop: Stop = END) -> World:
    assert run.workshop.jump(stop)
    return run


def test_the_head_counts_what_is_left_to_do() -> None:
    run = World(FLOW)
    run.answer("open", "yes")
    run.answer("rent", "3")
    run.answer("open", "no")
    run.do(Pass(Place("segs")))
    assert ("1 open", "1 skipped", "1 kept aside") == reviewed(run, Stop("who")).workshop.screen().counts
    run.answer("name", "Bread")
    card = run.card("segs", name="Bakers")
    run.card("segs", size="3")
    run.do(SayDontKnow(Place("segs", card, "pain")))
    counts = reviewed(run).workshop.screen().counts
    assert ("1 open", "1 unfinished", "1 not known yet", "2 cards have blanks", "1 kept aside") == counts


def test_everything_is_answered_only_when_no_field_is_blank_either() -> None:
    run = World(FLOW)
    run.answer("name", "Bread")
    run.answer("open", "no")
    assert ("", ("1 open",)) == told_at(run, Stop("who"))
    card = run.card("segs", name="Bakers")
    run.card("segs", name="Hotels")
    assert ("Nothing is open.", ("2 cards have blanks",)) == told_at(run, Stop("who"))
    run.do(GiveAnswer(Place("segs", card, "size"), "3"))
    assert ("Nothing is open.", ("1 card has blanks",)) == told_at(run, Stop("who"))
    assert [False] == [line.settled for line in run.workshop.screen().review if line.blanks]
    run.do(RemoveCard("segs", run.facts.state.cards["segs"][1]))
    assert ("Everything is answered.", ()) == told_at(run, Stop("who"))
    run.do(Pass(Place("segs", card, "pain")))
    assert ("Nothing is open.", ("1 skipped",)) == told_at(run, END)


def test_a_field_that_nobody_knows_is_no_blank() -> None:
    run = World(FLOW)
    card = run.card("segs", name="Bakers")
    run.do(SayDontKnow(Place("segs", card, "size")))
    assert [0] == [line.blanks for line in reviewed(run, Stop("who")).workshop.screen().review if line.lines]


def told_at(run: World, stop: Stop) -> tuple[str, tuple[str, ...]]:
    shown = reviewed(run, stop).workshop.screen()
    return shown.summary, shown.counts


def test_nothing_is_counted_while_a_question_is_asked() -> None:
    assert () == World(FLOW).workshop.screen().counts


def test_lines_belong_to_their_step_and_card() -> None:
    run = World(FLOW)
    run.card("segs", name="Bakers")
    run.card("segs", name="Hotels")
    lines = reviewed(run).workshop.screen().review
    assert [
        ("Who", None),
        ("Who", None),
        ("Who", None),
        ("Pains of Bakers", "c3"),
        ("Pains of Hotels", "c5"),
    ] == [(line.title, line.stop.card) for line in lines]


def test_a_line_is_settled_when_there_is_nothing_left_to_do() -> None:
    run = World(FLOW)
    run.answer("name", "Bread")
    run.do(Pass(Place("open")))
    run.card("segs", size="3")
    lines = {line.ask: line.settled for line in reviewed(run, Stop("who")).workshop.screen().review}
    assert {"Name?": True, "Open?": False, "Who?": False} == lines


# Since a version


def told(run: World, stop: Stop = END) -> list[tuple[str, str, str]]:
    return [(one.sign, one.ask, one.said) for one in reviewed(run, stop).workshop.screen().changes]


def test_a_review_tells_what_has_changed_since_the_last_version() -> None:
    run = World(FLOW)
    run.answer("name", "Bread")
    assert ("", []) == (run.workshop.screen().version, told(run))
    run.do(NameVersion("First"))
    assert ("First", []) == (run.workshop.screen().version, told(run))
    run.answer("name", "Bread Again")
    card = run.card("segs", name="Bakers")
    run.do(GiveAnswer(Place("segs", card, "pain"), "Waste"))
    assert [
        ("~", "Name?", "Bread Again, before: Bread"),
        ("+", "Who?", "added Bakers"),
        ("+", "Pain?", "Bakers: Waste"),
    ] == told(run)
    assert [("+", "Pain?", "Bakers: Waste")] == told(run, Stop("pains"))
    run.do(NameVersion("Second"))
    assert ("Second", []) == (run.workshop.screen().version, told(run))
    run.do(Undo())
    assert ("First", 3) == (run.workshop.screen().version, len(told(run)))


def test_a_change_leads_to_where_it_is_asked() -> None:
    run = World(FLOW)
    run.do(NameVersion("First"))
    card = run.card("segs", name="Bakers")
    run.do(GiveAnswer(Place("segs", card, "pain"), "Waste"))
    stops = [one.stop.place for one in reviewed(run).workshop.screen().changes if one.stop is not None]
    assert [Place("segs"), Place("segs", card, "pain")] == stops


def test_a_card_of_an_each_step_is_told_with_the_question_that_it_answers() -> None:
    run = World(FLOW.replace("{id: pain, ask: Pain?}", CURES))
    run.card("segs", name="Hotels")
    card = run.card("segs", name="Bakers")
    run.do(NameVersion("First"))
    cure = run.card("cures", card, name="Prices")
    (change,) = reviewed(run).workshop.screen().changes
    assert ("What helps Bakers?", "added Prices") == (change.ask, change.said)
    assert change.stop is not None
    assert card == change.stop.card
    (line,) = run.workshop.history(1)
    assert ("added “Prices” to “What helps Bakers?”", Place("cures", cure)) == (line.said, line.place)
    assert run.workshop.jump(Place("cures", cure))
    assert card == run.workshop.here.card


def test_nothing_is_compared_while_a_question_is_asked() -> None:
    run = World(FLOW)
    run.do(NameVersion("First"))
    run.answer("name", "Bread")
    assert () == run.at("name").workshop.screen().changes


# The coach at the end


def test_the_end_counts_all_that_documents_and_check_count() -> None:
    """There nobody is asked any more: a rule about a question that was never come to speaks too."""
    run = World(FLOW)
    run.answer("name", "Bread")
    run.card("segs", name="Bakers")
    assert () == run.at("name").workshop.screen().findings
    complete = Facts(run.facts.flow, run.facts.state, complete=True)
    shown = reviewed(run).workshop.screen()
    assert [found.id for found in findings(complete)] == [found.id for found in shown.findings]
    assert ["Ask Bakers."] == [found.text for found in shown.findings]


def test_what_only_the_end_says_can_be_dismissed_there() -> None:
    run = World(FLOW)
    run.answer("name", "Bread")
    run.card("segs", name="Bakers")
    shown = reviewed(run).workshop.screen()
    run.do(DismissFinding(shown.findings[0].id, "later"))
    shown = run.workshop.screen()
    assert ((), [("Ask Bakers.", "later")]) == (
        shown.findings,
        [(found.text, found.reason) for found in shown.dismissed],
    )


def test_a_block_about_an_open_question_stops_the_finish_too() -> None:
    run = World(FLOW.replace(", required: true}\n      - {id: open", "}\n      - {id: open"))
    assert not reviewed(run).workshop.screen().ready
    assert ("finding.blocks",) == run.refused(Finish())
    run.answer("name", "Bread")
    assert reviewed(run).workshop.screen().ready
    run.do(Finish())
