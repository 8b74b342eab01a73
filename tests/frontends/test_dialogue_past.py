"""The history, versions, and the coach's dismissals: heard through the plain front end."""

from __future__ import annotations

from tests.frontends.drivers import Room
from tests.frontends.listening import add, answer, heard
from wizard.core.intents import DismissFinding, NameVersion
from wizard.core.problems import Place
from wizard.core.where import END


def test_the_history_tells_the_last_ten_things_and_when(shop: Room) -> None:
    for number in range(11):
        answer(shop, "staff", str(number + 2))
    said = heard(shop, ":undo", ":history").text.split("What was done last, the newest first:\n")[1]

    lines = [line for line in said.split("\n\n")[0].splitlines() if line.startswith("- ")]
    assert 10 == len(lines)
    assert "- took back: changed “How many work there?” from “11” to “12” (just now)" == lines[0]
    assert "- changed “How many work there?” from “11” to “12”, taken back since (just now)" == lines[1]


def test_a_version_gets_its_name_with_the_command_or_is_asked_for_it(shop: Room) -> None:
    said = heard(shop, ":version before the pilot", ":version", "after the pilot")

    assert "From here on, reviews say what has changed since “before the pilot”." in said.text
    assert "What is this version called?" in said.text
    assert ["before the pilot", "after the pilot"] == list(shop.workshop.state.versions)


def test_a_name_that_is_taken_is_refused_in_words(shop: Room) -> None:
    said = heard(shop, ":version First", ":version first", terminal=True)

    assert "There is a version “First” already. Choose another name." in said.text


def test_the_review_says_how_much_is_left_and_what_has_changed(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    assert shop.workshop.send(NameVersion("First")).done
    answer(shop, "staff", "3")
    add(shop, "Rolls")
    shop.workshop.jump(END)
    said = heard(shop, "quit", terminal=True).text

    assert "5 open, 1 card has blanks." in said
    assert "Changed since “First”:" in said
    assert "- New. How many work there? 3" in said
    assert "- New. What does it sell? added Rolls" in said
    assert "1: The shop. What is it called? Corner Bread" in said
    assert "2: How many work there? 3" in said
    assert "7: About Rolls. Why Rolls?" in said


def test_a_review_says_when_nothing_has_changed(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    assert shop.workshop.send(NameVersion("First")).done
    said = heard(shop, ":review").text

    assert "Nothing has changed since “First”." in said


def test_what_was_dismissed_is_told_with_its_reason_and_brought_back(shop: Room) -> None:
    answer(shop, "staff", "1")
    assert shop.workshop.send(DismissFinding("alone", "My mother")).done
    said = heard(shop, ":coach", "1", "again", ":coach").text

    assert "1: Find somebody who steps in. Dismissed: My mother" in said
    assert "The coach says it again." in said
    assert "1: Find somebody who steps in." in said.split("The coach says it again.")[1]
    assert {} == shop.workshop.state.dismissed


def test_from_a_finding_one_returns_to_where_one_was(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    answer(shop, "staff", "1")
    shop.workshop.jump(Place("goods"))
    said = heard(shop, ":coach 1", "go", "4").text

    assert "Question 2 of 4. How many work there?" in said
    assert Place("goods") == shop.workshop.here.place
