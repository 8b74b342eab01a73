"""The coach on the full screen: the pane at the right, and the list that one answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import WIDE, elsewhere, room, shown, stage, until
from wizard.core.intents import AddCard, DismissFinding, GiveAnswer, Pass
from wizard.core.problems import Place
from wizard.core.screen import FindingView
from wizard.core.where import END
from wizard.frontends.tui.screens.coach import CoachScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.frontends.tui.widgets.coach import CoachPane, coach_drawn

TIP = """  - {id: busy, when: level == 'high', severity: tip, about: [level], say: Get help.}
"""


TIPS = "".join(TIP.replace("busy", f"busy{n}") for n in range(30))


def stall(folder: Path, *names: str, rules: str = TIP) -> Room:
    """A stall with goods that have no price yet."""
    from tests.frontends.tui.stage import FLOW  # noqa: PLC0415 - only here is it changed

    at = room(folder, FLOW + rules)
    for name in names:
        at.workshop.send(AddCard("goods", {"name": name}))
    return at


def listed(person: TuiDriver) -> OptionList:
    assert isinstance(person.app.screen, CoachScreen), person.app.screen
    return person.app.screen.query_one(OptionList)


async def test_findings_stand_by_severity_and_what_was_dismissed_below_them(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples", "Pears")
    at.workshop.send(GiveAnswer(Place("level"), "high"))
    pears = at.workshop.screen().findings[1]
    at.workshop.send(DismissFinding(pears.id, "by weight"))
    async with stage(at, at="level") as person:
        await person.press("f4")
        text = shown(person.app)
        found = [
            text.index(part)
            for part in (
                "2 points · 1 dismissed",
                "Worth a look",
                "▲ What does Apples cost?",
                "Tips",
                "● Get help.",
                "Dismissed",
                "✕ What does Pears cost?",
                "because: by weight",
            )
        ]
        assert sorted(found) == found


async def test_enter_leads_to_the_question_and_going_on_back(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples")
    async with stage(at, at="mood") as person:
        await person.press("f4", "enter")
        assert Place("goods") == at.workshop.here.place
        assert "Going on, or back, leads to where you were." in shown(person.app)
        await person.press("escape")
        assert Place("mood") == at.workshop.here.place


async def test_a_finding_is_dismissed_and_brought_back_with_the_same_key(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples", "Pears")
    async with stage(at, at="goods") as person:
        await person.press("f4", "down", "d", *"heavy", "enter")
        assert ["heavy"] == [found.reason for found in at.workshop.screen().dismissed]
        assert "because: heavy" in shown(person.app)
        assert "Dismissed, until what it judged changes." in shown(person.app)
        await person.press("end", "d")
        assert () == at.workshop.screen().dismissed
        assert "The coach says it again." in shown(person.app)
        await person.press("escape")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_a_reason_is_needed_and_one_that_is_left_comes_back(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples")
    async with stage(at, at="goods") as person:
        await person.press("f4", "d", "enter")
        assert "Say in a few words why this is fine." in shown(person.app)
        await person.press(*"ha", "escape", "d", *"lf", "enter")
        assert ["half"] == [found.reason for found in at.workshop.screen().dismissed]


async def test_a_reason_that_is_being_written_outlives_the_program(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples")
    finding = at.workshop.screen().findings[0].id
    async with stage(at, at="goods") as person:
        await person.press("f4", "d", *"half")
        await until(person.pilot, lambda: at.workshop.drafts.reason_for(finding) == "half")
    assert "half" == elsewhere(at).drafts.reason_for(finding)
    async with stage(at, at="goods") as person:
        await person.press("f4", "d", "enter")
        assert ["half"] == [found.reason for found in at.workshop.screen().dismissed]
        assert at.workshop.drafts.reason_for(finding) is None


async def test_a_dismissed_finding_comes_back_when_what_it_judged_changes(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples")
    async with stage(at, WIDE, at="goods") as person:
        await person.press("f4", "d", *"free", "enter", "escape")
        assert "Nothing to say so far." in shown(person.app)
        apples = at.workshop.state.cards["goods"][0]
        assert person.screen.walk.give(Place("goods", apples, "name"), "Sour apples")
        await person.screen.desk.draw()
        await person.press("f4")
        assert "▲ What does Sour apples cost?" in shown(person.app)
        assert "because" not in shown(person.app)


async def test_nothing_to_say_is_said(tmp_path: Path) -> None:
    async with stage(stall(tmp_path)) as person:
        await person.press("f4", "enter", "d")
        assert "Nothing to say so far. Answer a few questions more." in shown(person.app)
        await person.press("q")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_where_nothing_is_open_nothing_more_is_asked_for(tmp_path: Path) -> None:
    at = stall(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    for stop in at.workshop.stops():
        if stop.place not in (None, Place("name")):
            at.workshop.send(Pass(stop.place))
    async with stage(at, WIDE) as person:
        assert "Nothing to say so far." not in shown(person.app)
        await person.press("f4")
        assert "Nothing to complain about." in shown(person.app)
        assert "Answer a few questions more" not in shown(person.app)


async def test_all_is_counted_alike_at_the_end(tmp_path: Path) -> None:
    """What a rule says about a question that nobody came to is counted by pane and list."""
    at = stall(tmp_path, "Apples")
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    at.workshop.jump(END)
    async with stage(at, WIDE) as person:
        count = len(at.workshop.screen().findings)
        assert f"Coach · {count}" in shown(person.app)
        await person.press("f4")
        assert f"{count} point" in shown(person.app)


# The pane


def test_the_pane_shows_whole_sentences_and_how_many_more_there_are() -> None:
    found = tuple(
        FindingView(id=str(n), severity="warn", text=f"This is sentence {n}, and a long one.")
        for n in range(5)
    )
    lines, at = coach_drawn(found, 20, 8)
    assert [
        "Coach · 5",
        "▲ This is sentence",
        "  0, and a long one.",
        "▲ This is sentence",
        "  1, and a long one.",
        "▲ This is sentence",
        "  2, and a long one.",
        "+ 2 more · f4",
    ] == [line.plain for line in lines]
    assert ["", "0", "0", "1", "1", "2", "2", ""] == [one.id if one else "" for one in at]


def test_the_pane_says_once_what_a_rule_says_of_several_cards() -> None:
    found = tuple(
        FindingView(id=f"{rule}:{n}", rule=rule, severity="warn", text=f"{rule} {n}.")
        for rule, count in (("dear", 3), ("cheap", 1), ("late", 2))
        for n in range(count)
    )
    assert [
        "Coach · 6",
        "▲ dear 0. (and 2 more like it)",
        "▲ cheap 0.",
        "▲ late 0. (and 1 more like it)",
    ] == [line.plain for line in coach_drawn(found, 40, 4)[0]]
    lines, at = coach_drawn(found, 40, 3)
    assert ["Coach · 6", "▲ dear 0. (and 2 more like it)", "+ 3 more · f4"] == [line.plain for line in lines]
    assert ["", "dear:0", ""] == [one.id if one else "" for one in at]


async def test_the_list_has_what_one_rule_says_together(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples", "Pears")
    at.workshop.send(GiveAnswer(Place("level"), "high"))
    rules = [found.rule for found in at.workshop.screen().findings]
    assert ["unpriced", "unpriced", "busy"] == rules


@pytest.mark.parametrize(("height", "last"), [(1, "Coach · 1"), (2, "▲ This is a very…"), (4, "  indeed.")])
def test_a_sentence_that_doesnt_fit_is_cut_with_a_sign(height: int, last: str) -> None:
    found = (FindingView(id="a", severity="warn", text="This is a very long sentence indeed."),)
    lines, _ = coach_drawn(found, 18, height)
    assert last == lines[-1].plain or height == 1
    assert len(lines) <= max(height, 2)


async def test_a_click_on_a_finding_leads_to_where_it_is_solved(tmp_path: Path) -> None:
    at = stall(tmp_path, "Apples", "Pears")
    async with stage(at, WIDE, at="mood") as person:
        await person.pilot.click(CoachPane, offset=(3, 1))
        await person.pilot.pause()
        assert Place("goods") == at.workshop.here.place
        await person.press("escape")
        assert Place("mood") == at.workshop.here.place


async def test_a_click_on_how_many_more_opens_the_list(tmp_path: Path) -> None:
    at = stall(tmp_path, *(f"Apples of kind {n}, rather dear" for n in range(20)), rules=TIPS)
    at.workshop.send(GiveAnswer(Place("level"), "high"))
    async with stage(at, WIDE, at="mood") as person:
        pane = person.screen.query_one(CoachPane)
        text = pane.render().plain.split("\n")
        assert "(and 19 more like it)" in " ".join(text)
        assert text[-1].startswith("+ ")
        await person.pilot.click(CoachPane, offset=(3, len(text) - 1))
        await person.pilot.pause(0.1)
        assert listed(person).option_count > 20


async def test_the_list_fits_small_terminals(tmp_path: Path) -> None:
    at = stall(tmp_path, *(f"Apples of kind {n}" for n in range(9)))
    async with stage(at, (60, 18), at="mood") as person:
        await person.press("f4", "end")
        assert "▲ What does Apples of kind 8 cost?" in shown(person.app)
        assert "esc close" in shown(person.app)
