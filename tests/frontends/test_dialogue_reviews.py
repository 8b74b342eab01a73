"""Reviews, the coach, going elsewhere, faults of the outside, the end: heard through the plain front end."""

from __future__ import annotations

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import answer, heard, shown
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.core.where import END


def test_the_review_lists_answers_and_a_jump_returns_to_it(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "1", "", "", "1", "Corner", "")

    first, second = said.text.split("Check your answers: The shop.")[1:]
    assert "1: What is it called? Corner Bread" in first
    assert "3: How risky is it? skipped" in first
    assert "1: What is it called? Corner" in second
    assert "Step 2 of 4: What it sells." in second


def test_a_command_that_a_review_cant_do_is_said(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "1", "", "", ":done")

    assert (1, True) == (said.code, "That doesn't work here." in said.text)


def test_the_coach_speaks_after_the_step(shop: Room) -> None:
    said = heard(shop, "Corner Bread", "1", "", "")

    assert "The coach says:\n- Find somebody who steps in." in said.text


def test_a_finding_is_solved_where_it_belongs_or_answered(shop: Room) -> None:
    said = heard(
        shop, "Corner Bread", "1", ":coach 1", "go", "1", ":coach", "1", "fine", "My mother", ":coach"
    )

    assert "Question 2 of 4. How many work there?" in said.text.split(":coach 1")[1]
    assert "The coach has nothing to say." in said.text


def test_steps_and_review_go_there_at_once(shop: Room) -> None:
    said = heard(shop, ":steps 4", ":review", ":steps", "1")

    assert "Check your answers: Demand." in said.text
    assert 2 == said.text.count("Question 1 of 4. What is it called?")


def test_the_facilitators_notes_and_the_teaching_are_read_again(shop: Room) -> None:
    said = heard(shop, ":facilitator", ":teach")

    assert "Let them draw it first." in said.text
    assert 2 == said.text.count("A shop is a place where people come back.\n\n- Think of one street.")


def test_an_answer_that_somebody_gave_meanwhile_isnt_written_over_unsaid(shop: Room) -> None:
    def somebody_else() -> None:
        other = shop.home.open(shop.workshop.id)
        assert not isinstance(other, tuple)
        assert other.send(GiveAnswer(Place("name"), "Theirs")).done

    said = heard(shop, somebody_else, "Mine", "", terminal=True)

    assert "They wrote: “Theirs”." in said.text
    assert "Answer [Mine]: " in said.text
    assert "Mine" == shown(shop, "name")


class Failing:
    """Makes the store of a room fail, until it is told otherwise."""

    def __init__(self, place: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        self._store = place.workshop.outside.store
        self._patch = monkeypatch

    def begin(self) -> None:
        def fail(*_: object) -> None:
            raise OutsideFailed(problem("outside.disk_full", path="workshops.db"))

        for name in ("append", "put_drafts", "events"):
            self._patch.setattr(self._store, name, fail)

    def end(self) -> None:
        self._patch.undo()


def test_a_full_disk_is_said_and_what_was_typed_is_offered_again(
    shop: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Failing(shop, monkeypatch)
    said = heard(shop, disk.begin, "Corner Bread", disk.end, "", terminal=True)

    assert "There is no room left to write workshops.db." in said.text
    assert "Answer [Corner Bread]: " in said.text
    assert "Corner Bread" == shown(shop, "name")


def test_a_full_disk_ends_a_piped_session_with_3(shop: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    said = heard(shop, Failing(shop, monkeypatch).begin, "Corner Bread", "3")

    assert 3 == said.code
    assert 1 == said.text.count("There is no room left")


def test_who_leaves_while_nothing_can_be_saved_is_told_so(
    shop: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = heard(shop, Failing(shop, monkeypatch).begin, "Corner Bread", ":quit", terminal=True)

    assert 3 == said.code
    assert "The last thing that you typed isn't saved. Everything before it is." in said.text


def finished_but_for_the_last_word(place: Room) -> None:
    answer(place, "name", "Corner Bread")
    place.workshop.jump_to_step("grid")


def test_the_end_reviews_everything_and_finishes(shop: Room) -> None:
    finished_but_for_the_last_word(shop)
    said = heard(shop, "", "", "finish")

    assert "That was the last step. Check your answers." in said.text
    assert shop.workshop.state.finished
    assert 0 == said.code


def test_what_stands_in_the_way_of_finishing_is_said(shop: Room) -> None:
    shop.workshop.jump_to_step("grid")
    said = heard(shop, "", "", "finish")

    assert "What is it called? This one is needed: the rest builds on it." in said.text
    assert 1 == said.code
    assert not shop.workshop.state.finished


@pytest.fixture
def model() -> Room:
    """The shipped flow, which writes documents, at its end."""
    place = Room("business-model")
    answer(place, "name", "Corner Bread")
    for question, fields in (
        ("segments", {"name": "Neighbours"}),
        ("propositions", {"name": "Warm at seven"}),
    ):
        assert place.workshop.send(AddCard(question, fields)).done
    place.workshop.jump(END)
    return place


def test_the_folder_that_is_offered_is_named_after_the_venture(model: Room) -> None:
    model.folder = "corner-bread"
    said = heard(model, "finish", "")

    assert "Folder for the documents [corner-bread]: " in said.text
    assert "Written: corner-bread/canvas.md" in said.text


def test_the_folder_from_the_command_line_is_offered(model: Room) -> None:
    said = heard(model, "finish", "", out="out")

    assert "Folder for the documents [out]: " in said.text
    assert ["canvas.md", "numbers.md", "plan.md", "relationships.md"] == sorted(model.written)


@pytest.mark.parametrize(("reply", "written"), [("no", False), ("yes", True)])
def test_documents_that_somebody_edited_are_written_over_only_after_a_yes(
    model: Room, reply: str, written: bool
) -> None:
    model.edited_by_hand = ("canvas.md",)
    said = heard(model, "finish", "out", reply)

    assert "canvas.md was changed by hand since it was written" in said.text
    assert written is bool(model.written)


def test_the_documents_can_be_read_before_the_end(model: Room) -> None:
    assert "# Corner Bread\n" in heard(model, ":doc").text
