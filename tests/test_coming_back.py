"""Back out of a review: to where one was before one asked for it."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.tui.stage import room
from wizard.core.problems import Place
from wizard.core.where import END, Stop
from wizard.workshop import Workshop


def at_question(folder: Path, question: str) -> Workshop:
    workshop = room(folder).workshop
    assert workshop.jump(Place(question))
    return workshop


def test_back_from_a_review_leads_to_the_question_one_came_from(tmp_path: Path) -> None:
    workshop = at_question(tmp_path, "story")
    workshop.jump(Stop("begin"))
    workshop.go_back()

    assert Place("story") == workshop.here.place
    workshop.go_back()
    assert Place("name") == workshop.here.place


def test_also_by_way_of_the_review_of_a_step_from_that_of_everything(tmp_path: Path) -> None:
    workshop = at_question(tmp_path, "story")
    workshop.jump(Stop("begin"))
    workshop.jump(END)
    workshop.go_back()

    assert Place("story") == workshop.here.place


def test_and_after_a_look_at_an_answer_from_the_review(tmp_path: Path) -> None:
    workshop = at_question(tmp_path, "story")
    workshop.jump(Stop("begin"))
    workshop.jump(Place("rent"))
    workshop.go_back()
    assert Stop("begin") == workshop.here
    workshop.go_back()

    assert Place("story") == workshop.here.place


def test_on_from_a_review_goes_on_behind_it(tmp_path: Path) -> None:
    workshop = at_question(tmp_path, "story")
    workshop.jump(Stop("begin"))
    workshop.go_on()
    assert Place("goods") == workshop.here.place
    workshop.go_back()

    assert Stop("begin") == workshop.here
    workshop.go_back()
    assert Place("mood") == workshop.here.place


def test_who_was_away_for_a_moment_still_comes_back_from_there(tmp_path: Path) -> None:
    workshop = at_question(tmp_path, "goods")
    workshop.jump(Place("story"), returning=True)
    workshop.jump(Stop("begin"))
    workshop.go_back()
    assert Place("story") == workshop.here.place
    workshop.go_back()

    assert Place("goods") == workshop.here.place
