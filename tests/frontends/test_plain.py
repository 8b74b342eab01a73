"""The front end of plain lines: home, pipes and terminals, leaving. Questions are in test_dialogue_*.py."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.frontends.drivers import Room
from tests.frontends.listening import answer, heard, room, shown
from wizard.frontends.dialogue import phrases

# Home


def test_home_offers_new_the_example_and_what_is_there(shop: Room) -> None:
    said = heard(shop, "quit", home=True)

    assert 0 == said.code
    for line in ("1: Continue Untitled.", "new: New workshop", "example: Finished example"):
        assert line in said.text
    assert "saved" not in said.text


def test_a_workshop_is_continued_by_its_number(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    said = heard(shop, "1", ":quit", home=True)

    assert "Welcome back to Corner Bread." in said.text
    assert "Question 2 of 4. How many work there?" not in said.text.split("Welcome")[0]


def test_a_new_workshop_begins_with_the_teaching_and_the_first_question(shop: Room) -> None:
    said = heard(shop, "new", "1", "Corner Bread", home=True)

    assert "Step 1 of 7: Customer segments. About 15 minutes." in said.text
    assert "Start with people, not with the product. A segment is a group" in said.text
    assert ["Corner Bread", "Untitled"] == sorted(summary.name for summary in shop.home.summaries())


def test_the_finished_example_can_be_looked_at(shop: Room) -> None:
    said = heard(shop, "example", "1", ":canvas", home=True)

    assert "- Small restaurants" in said.text
    assert 0 == said.code


def test_the_finished_example_is_there_once_and_begins_at_its_first_step(shop: Room) -> None:
    heard(shop, "example", "1", ":steps 3", ":quit", home=True)
    said = heard(shop, "example", "1", home=True)

    assert "Question 1 of 4. What is the venture called?" in said.text
    assert ["Bread Again", "Untitled"] == sorted(summary.name for summary in shop.home.summaries())


def test_a_choice_that_home_doesnt_have_stops_a_piped_session(shop: Room) -> None:
    said = heard(shop, "7", home=True)

    assert 1 == said.code
    assert "Stopped at line 1 of the input: Canvas Wizard" in said.text


# Strictness, leaving, words that steer nothing


def test_the_end_of_the_input_saves_and_says_how_to_continue(shop: Room) -> None:
    said = heard(shop, "Corner Bread")

    assert 0 == said.code
    assert "Corner Bread" == shown(shop, "name")
    assert "“Corner Bread” is saved. Continue with: canvas-wizard open 'Corner Bread'" in said.text


def test_where_two_have_the_same_name_the_id_says_which_to_continue(shop: Room) -> None:
    loaded = shop.home.load("business-model")
    assert not isinstance(loaded, tuple)
    shop.home.start(loaded)
    said = heard(shop)

    assert f"canvas-wizard open {shop.workshop.id}" in said.text


@pytest.mark.parametrize(
    ("name", "is_offered"),
    [
        ("Corner-Bread 2", True),
        ("Brötchen", True),
        ("Bread & Butter", False),
        ("It's bread", False),
        ("B" * 30, True),
        ("B" * 31, False),
    ],
)
def test_a_name_that_is_hard_to_type_gives_way_to_the_id(shop: Room, name: str, is_offered: bool) -> None:
    said = heard(shop, name).text

    assert is_offered is (f"canvas-wizard open {shlex.quote(name)}\n" in said)
    assert is_offered is (f"canvas-wizard open {shop.workshop.id}\n" not in said)


def test_an_answer_that_isnt_understood_stops_a_piped_session(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "some", "3")

    assert 1 == said.code
    assert "Stopped at line 2 of the input: How many work there?" in said.text
    assert "" == shown(shop, "staff")


def test_a_required_question_isnt_passed_by_a_piped_session(shop: Room) -> None:
    said = heard(shop, "")

    assert 1 == said.code
    assert "This one is needed: the rest builds on it." in said.text


def test_on_a_terminal_it_is_asked_again_with_what_was_typed_in_brackets(shop: Room) -> None:
    said = heard(shop, "A shop for all of us", "Corner Bread", terminal=True)

    assert "Four words at most.\nAnswer [A shop for all of us]: " in said.text
    assert "Corner Bread" == shown(shop, "name")


def test_what_was_refused_is_back_in_the_next_session(shop: Room) -> None:
    heard(shop, "A shop for all of us", terminal=True)
    opened = shop.home.open(shop.workshop.id)
    assert not isinstance(opened, tuple)
    shop.workshop = opened
    said = heard(shop, terminal=True)

    assert 1 == said.text.count("Your unfinished text is back.")
    assert "Answer [A shop for all of us]: " in said.text


def test_a_command_that_doesnt_exist_names_the_one_that_was_meant(shop: Room) -> None:
    said = heard(shop, ":bakc", terminal=True)

    assert "There is no command “:bakc”. Type :help for all of them. Did you mean :back?" in said.text


def test_help_names_every_command(shop: Room) -> None:
    said = heard(shop, ":help")

    assert [] == [name for name in phrases.COMMANDS if f":{name} - " not in said.text]


def test_two_colons_give_an_answer_that_begins_with_one(shop: Room) -> None:
    heard(shop, "::quit")

    assert ":quit" == shown(shop, "name")


@given(st.lists(st.text(st.characters(exclude_characters="\n\r")), max_size=6), st.booleans())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_at_all_sends_anything_that_steers_a_terminal(
    tmp_path: Path, lines: list[str], terminal: bool
) -> None:
    """Whatever is typed, however the session goes: it ends in words."""
    said = heard(room(tmp_path), "\x1b[2J\u202eCorner", *lines, ":canvas", ":help", terminal=terminal)

    assert [] == [sign for sign in said.text if (ord(sign) < 32 and sign != "\n") or sign in "\x7f\x9b\u202e"]
    assert said.code in (0, 1)


def test_lines_are_wrapped_on_a_terminal_and_not_in_a_pipe(
    shop: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    narrow = heard(shop, ":help", terminal=True).text
    wide = heard(shop, ":help").text

    long = "Enter alone takes what stands in brackets, or goes on."
    assert long in wide
    assert long not in narrow
    assert 29 >= max(len(line) for line in narrow.split("Answer: ")[1].splitlines())
