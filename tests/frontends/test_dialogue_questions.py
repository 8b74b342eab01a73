"""Questions as the line-by-line front ends ask them, heard through the plain one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import answer, heard, room, shown
from wizard.core.problems import Place


def test_a_question_is_asked_with_help_and_examples(shop: Room) -> None:
    said = heard(shop)

    expected = [
        "Question 1 of 4. What is it called?",
        "This one is needed.",
        "A working title will do.",
        "A good example: Corner Bread",
        "A weak example: The best shop in town",
        "Answer: ",
    ]
    assert "\n".join(expected) in said.text


def test_a_suggestion_stands_in_brackets_and_enter_takes_it(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "")

    assert "Number [2]: " in said.text
    assert "2" == shown(shop, "staff")


def test_a_number_is_said_as_it_was_understood(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "1.2k")

    assert "Taken as 1,200." in said.text


def test_options_are_numbered_and_taken_by_number_or_name(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "", "2", "autumn, 1")

    assert "1: Low\n2: Medium. Not much either way\n3: High\n" in said.text
    assert ("Medium", "Spring, Autumn") == (shown(shop, "risk"), shown(shop, "busy"))


def test_a_number_that_no_option_has_is_no_answer(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "", "4")

    assert 1 == said.code
    assert "“4” isn't among the options: Low, Medium, High." in said.text


def test_options_that_are_numbers_themselves_arent_numbered(tmp_path: Path) -> None:
    flow = """
flow: sizes
title: Sizes
steps:
  - {id: one, title: One, ask: [{id: size, type: choice, ask: Which?, options: {a10: "10", a1: "1"}}]}
"""
    place = room(tmp_path, flow)
    said = heard(place, "1")

    assert "a10: 10\na1: 1\n" in said.text
    assert "1" == shown(place, "size")


def test_enter_keeps_the_answer_that_is_there(shop: Room) -> None:
    for question, raw in (("name", "Corner Bread"), ("staff", "3"), ("risk", "high")):
        answer(shop, question, raw)
    shop.workshop.jump(Place("name"))
    before = shop.workshop.state.position
    said = heard(shop, "", "", "")

    assert before == shop.workshop.state.position
    assert "Choose one [High]: " in said.text


def test_skip_leaves_an_answer_as_it_is(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    answer(shop, "staff", "3")
    shop.workshop.jump(Place("staff"))
    said = heard(shop, ":skip")

    assert "Left as it is." in said.text
    assert ("3", Place("risk")) == (shown(shop, "staff"), shop.workshop.here.place)


def test_skip_goes_on_without_an_answer(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    shop.workshop.jump(Place("staff"))
    said = heard(shop, ":skip")

    assert "Left as it is." not in said.text
    assert ("", Place("risk")) == (shown(shop, "staff"), shop.workshop.here.place)


def test_clear_takes_an_answer_away(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    answer(shop, "staff", "3")
    shop.workshop.jump(Place("staff"))
    heard(shop, ":clear")

    assert ("", Place("risk")) == (shown(shop, "staff"), shop.workshop.here.place)


def test_clear_doesnt_work_where_nothing_is(shop: Room) -> None:
    assert "That doesn't work here." in heard(shop, ":clear").text


def test_dont_know_is_said_where_one_comes_back(shop: Room) -> None:
    said = heard(shop, "Corner Bread", ":unknown", ":back")

    assert "So far you don't know." in said.text


def test_undo_and_redo_say_what_they_were_about(shop: Room) -> None:
    said = heard(shop, "Corner Bread", ":undo", ":redo")

    assert "Undone: answered “What is it called?”: “Corner Bread”" in said.text
    assert "Done again: answered “What is it called?”: “Corner Bread”" in said.text
    assert "Corner Bread" == shown(shop, "name")


def test_undo_goes_to_the_question_that_it_was_about(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "3", ":undo", "4")

    assert "Question 2 of 4. How many work there?" in said.text.split("Undone:")[1]
    assert ("4", Place("risk")) == (shown(shop, "staff"), shop.workshop.here.place)


def test_undo_in_a_review_leads_back_there(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "3", "1", "spring", ":undo", "autumn")

    assert "Autumn" == shown(shop, "busy")
    assert "Check your answers: The shop." in said.text.split("Undone:")[1]


def test_undo_with_nothing_to_undo_is_said_in_the_workshops_words(shop: Room) -> None:
    assert "There is nothing to undo." in heard(shop, ":undo").text


def test_a_note_is_written_behind_the_command_or_asked_for(shop: Room) -> None:
    heard(shop, ":note from the register", "Corner Bread", ":note", "a guess")

    assert ["from the register", "a guess"] == list(shop.workshop.state.notes.values())


def test_many_lines_end_with_a_dot(tmp_path: Path) -> None:
    flow = """
flow: story
title: Story
steps:
  - {id: one, title: One, ask: [{id: story, type: long, ask: And then?}]}
"""
    place = room(tmp_path, flow)
    heard(place, ":lines", "First.", "", "Then.", ".")

    assert "First.\n\nThen." == shown(place, "story")


def test_a_long_answer_is_written_in_the_persons_editor(
    shop: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "Edited" >> "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    heard(shop, ":edit", terminal=True)

    assert "Edited" == shown(shop, "name")


def test_an_editor_that_doesnt_start_is_said(shop: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/at-all 'half")
    said = heard(shop, ":edit", terminal=True)

    assert "The editor didn't start." in said.text


def test_i_dont_know_says_that_it_takes_an_answer_away(shop: Room) -> None:
    answer(shop, "staff", "3")
    shop.workshop.jump(Place("staff"))
    said = heard(shop, ":unknown", ":back", ":unknown")

    assert 1 == said.text.count("Your answer was taken away. :undo brings it back.")
