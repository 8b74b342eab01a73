"""`:numbers` and `:sensitivity` where there are only lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.clubs import CHESS, CHOIR, PLAIN, clubs
from tests.frontends.listening import heard
from wizard.core.problems import Place
from wizard.frontends.dialogue import commands
from wizard.frontends.dialogue.numbers import meant


def test_all_numbers_are_read_as_lines(tmp_path: Path) -> None:
    text = heard(clubs(tmp_path, CHESS, CHOIR), ":numbers", "").text

    assert (
        "1: Left over: −30 EUR.\n"
        "2: Chess, Stays: 20 months.\n"
        "3: Choir, Stays: 10 months.\n"
        "4: Chess, Worth of one: 800 EUR.\n"
        "5: Choir, Worth of one: 300 EUR.\n"
        "A number or a name to hear what went into it [Stay here]: \n"
    ) in text


@pytest.mark.parametrize("wanted", ["4", "worth chess", "Worth of one CHESS"])
def test_one_is_read_with_what_went_in(tmp_path: Path, wanted: str) -> None:
    text = heard(clubs(tmp_path, CHESS, CHOIR), f":numbers {wanted}", "").text

    assert (
        "Chess, Worth of one: 800 EUR.\n"
        "How: What they pay times how long they stay\n"
        "Where the formula comes from: LTV = fee ÷ churn\n"
    ) in text
    assert "In the flow:" not in text  # words are for everybody
    assert "How many leave? 5%\n" in text
    assert "Stays: 20 months\n" in text
    assert "moves: What moves it\n" in text
    assert "Choir" not in text.partition("How:")[2].partition("What went in")[0]


def test_a_name_that_several_have_asks_which(tmp_path: Path) -> None:
    text = heard(clubs(tmp_path, CHESS, CHOIR), ":numbers worth of one", "5", "").text

    asked, _, told = text.partition("A number or a name to hear what went into it")
    assert "4: Chess, Worth of one: 800 EUR.\n5: Choir, Worth of one: 300 EUR.\n" in asked
    assert "Left over" not in asked
    assert "Choir, Worth of one: 300 EUR.\nHow:" in told


def test_a_command_is_done_in_place_of_a_choice(tmp_path: Path) -> None:
    text = heard(clubs(tmp_path, CHESS, CHOIR), ":numbers", ":sensitivity chess", "").text

    assert "is called “:" not in text
    assert "What moves the worth.\n" in text


def test_words_stand_where_there_is_no_number(tmp_path: Path) -> None:
    text = heard(clubs(tmp_path, ("Chess", "40", "0"), ("Choir", "", "10")), ":numbers", "").text

    assert "Chess, Worth of one: none yet, nobody leaves.\n" in text
    assert "Choir, Worth of one: none yet, waiting for: “What do they pay?”.\n" in text


def test_another_number_that_went_in_is_looked_at_in_turn(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    readings = at.workshop.figures().tables[0].rows[1].figures[0].readings
    stays = next(n for n, read in enumerate(readings, 1) if read.figure)
    text = heard(at, ":numbers worth", str(stays), "").text

    assert "Chess, Stays: 20 months.\nIn the flow: 1 / club.churn\n" in text


def test_an_answer_that_went_in_leads_to_its_question_and_back(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    at.workshop.jump(Place("name"))
    rent = next(
        n for n, read in enumerate(at.workshop.figures().whole[0].readings, 1) if read.place == Place("rent")
    )
    text = heard(at, ":numbers left over", str(rent), "90", ":quit").text

    assert "Question 2 of 2. What is the rent?" in text
    assert "−50 EUR" in at.workshop.figures().whole[0].value
    assert Place("name") == at.workshop.here.place


@pytest.mark.parametrize("command", [":numbers tea", ":numbers 6", ":sensitivity stays"])
def test_what_there_isnt_stops_a_piped_session(tmp_path: Path, command: str) -> None:
    ended = heard(clubs(tmp_path, CHESS, CHOIR), command)

    named = command.partition(" ")[2]
    assert 1 == ended.code
    assert f"Nothing that is worked out is called “{named}”. :numbers tells what there is.\n" in ended.text


def test_what_moves_a_number_is_read_the_strongest_first(tmp_path: Path) -> None:
    text = heard(clubs(tmp_path, CHESS, CHOIR), ":sensitivity chess", "").text

    assert (
        "What moves the worth.\n"
        "Chess, Worth of one: 800 EUR.\n"
        "Each answer 10% lower, then 10% higher, the strongest first.\n"
        "One point of “How many leave? (Chess)” is worth 200 EUR to you: "
        "at 4% in place of 5%, “Worth of one” is 1,000 EUR.\n"
        "1: Chess, How many leave? Now 5%: 888.89 EUR with 4.5%, 727.27 EUR with 5.5%.\n"
        "2: Chess, What do they pay? Now 40 EUR: 720 EUR with 36 EUR, 880 EUR with 44 EUR.\n"
        "A number to go there [Stay here]: \n"
    ) in text


def test_what_moves_it_is_heard_from_the_number_too(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    text = heard(at, ":numbers left over", "moves", "1").text

    assert "What moves the rest.\nLeft over: −60 EUR.\nEach answer 20% lower" in text
    assert "1: What is the rent? Now 100 EUR: −40 EUR with 80 EUR, −80 EUR with 120 EUR.\n" in text
    assert "Question 2 of 2. What is the rent?" in text


def test_there_is_nothing_to_move_where_there_is_no_number(tmp_path: Path) -> None:
    text = heard(clubs(tmp_path, ("Chess", "40", "0")), ":sensitivity worth").text

    assert "What moves the worth.\nChess, Worth of one: none yet, nobody leaves.\n" in text
    assert "Each answer" not in text


def test_only_a_flow_with_numbers_offers_them(tmp_path: Path) -> None:
    there = clubs(tmp_path).workshop.screen()
    none = clubs(tmp_path, flow=PLAIN)

    assert ":numbers" in {entry.word for entry in commands.on_offer(there, ())}
    assert ":numbers" not in {entry.word for entry in commands.on_offer(none.workshop.screen(), ())}
    assert "There is nothing to work out here yet.\n" in heard(none, ":numbers").text


def test_a_whole_title_is_meant_before_parts_of_others(tmp_path: Path) -> None:
    figures = tuple(clubs(tmp_path, CHESS, CHOIR).workshop.figures())

    assert ["Stays", "Stays"] == [one.title for one in meant(figures, " stays ")]
    assert ["left"] == [one.id for one in meant(figures, "over")]
    assert len(figures) == len(meant(figures, ""))
