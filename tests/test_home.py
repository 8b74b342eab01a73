"""Home: the list of workshops, how one begins, and what is done to it there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.worlds import World, world
from wizard.beginning import copy_name
from wizard.core.decide import MOST_NAME
from wizard.core.intents import GiveAnswer, Undo
from wizard.core.problems import Place, Problem
from wizard.home import Home
from wizard.ports import LoadedFlow, Summary
from wizard.workshop import Workshop

NAMED = """
flow: small
title: A small flow
name_from: name
steps: [{id: one, title: One, ask: [{id: name, ask: N}]}]
"""


def started(run: World, *names: str) -> list[str]:
    """More workshops of these names; their ids."""
    loaded = run.home.load(run.flow)
    assert isinstance(loaded, LoadedFlow)
    return [run.home.start(loaded, name=name).id for name in names]


def test_a_workshop_without_a_name_is_untitled() -> None:
    assert ["Untitled"] == [row.name for row in World(NAMED).home.summaries()]


def test_the_name_answers_the_question_that_names_the_workshop() -> None:
    run = World(NAMED, name="Bread Again")
    assert "Bread Again" == run.facts.value(Place("name"))
    assert ["Bread Again"] == [row.name for row in run.home.summaries()]


def test_the_currency_is_the_flows_unless_one_is_wanted() -> None:
    run = World(NAMED)
    loaded = run.home.load(NAMED)
    assert isinstance(loaded, LoadedFlow)
    assert ("EUR", "GBP") == (run.facts.currency, run.home.start(loaded, currency="GBP").facts.currency)


@pytest.mark.parametrize("text", ["Bread Again", "bread again", "bread", "{id}"])
def test_a_workshop_is_found_by_its_id_or_its_name_or_the_beginning_of_either(text: str) -> None:
    run = World(NAMED, name="Bread Again")
    started(run, "Soup")
    found = run.home.found(text.format(id=run.workshop.id))
    assert isinstance(found, Summary)
    assert run.workshop.id == found.id


def test_a_name_that_several_have_is_told_with_their_ids() -> None:
    run = World(NAMED, name="Bread")
    other = started(run, "bread")[0]
    found = run.home.found("BREAD")
    assert isinstance(found, Problem)
    assert "workshop.several" == found.code
    assert {f"Bread ({run.workshop.id}, small)", f"bread ({other}, small)"} == set(found.details["names"])  # type: ignore[arg-type]


def test_a_whole_name_counts_more_than_the_beginning_of_another() -> None:
    run = World(NAMED, name="Bread")
    started(run, "Bread Again")
    found = run.home.found("bread")
    assert isinstance(found, Summary)
    assert "Bread" == found.name


def test_what_nobody_began_isnt_found() -> None:
    found = World(NAMED).home.found("Soup")
    assert isinstance(found, Problem)
    assert "outside.no_workshop" == found.code


def test_a_deleted_workshop_leaves_the_list_and_can_be_restored() -> None:
    run = World(NAMED)
    run.home.delete(run.workshop.id)
    assert [] == run.home.summaries()
    run.home.restore(run.workshop.id)
    assert [run.workshop.id] == [row.id for row in run.home.summaries()]


def test_a_new_name_is_an_event_that_undo_takes_back() -> None:
    run = World(NAMED, name="Bread")
    renamed = run.home.rename(run.workshop.id, "  Bread   Again ")
    assert isinstance(renamed, Summary)
    assert "Bread Again" == renamed.name
    opened = run.home.open(run.workshop.id)
    assert isinstance(opened, Workshop)
    assert "Bread Again" == opened.state.name
    assert opened.send(Undo()).done
    assert ["Bread"] == [row.name for row in run.home.summaries()]


def test_renaming_leaves_the_person_where_they_were() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B}")
    run.at("b")
    run.home.rename(run.workshop.id, "Other")
    opened = run.home.open(run.workshop.id)
    assert isinstance(opened, Workshop)
    assert Place("b") == opened.here.place


def test_a_workshop_has_to_have_a_name() -> None:
    run = World(NAMED, name="Bread")
    refused = run.home.rename(run.workshop.id, "   ")
    assert isinstance(refused, tuple)
    assert ["workshop.name_wanted"] == [found.code for found in refused]
    assert ["Bread"] == [row.name for row in run.home.summaries()]


def test_a_duplicate_has_the_same_history_under_a_name_of_its_own() -> None:
    run = World(NAMED, name="Bread")
    run.answer("name", "Bread Again")
    copy = run.home.duplicate(run.workshop.id)
    assert isinstance(copy, Summary)
    assert "Bread Again (copy)" == copy.name
    ours, theirs = run.store.events(run.workshop.id), run.store.events(copy.id)
    assert [copy.id] * (len(ours) + 1) == [event.workshop for event in theirs]
    assert [replace(event, workshop=copy.id) for event in ours] == theirs[:-1]
    assert "WorkshopRenamed" == theirs[-1].kind


def test_a_duplicate_goes_its_own_way() -> None:
    run = World(NAMED, name="Bread")
    copy = run.home.duplicate(run.workshop.id)
    assert isinstance(copy, Summary)
    opened = run.home.open(copy.id)
    assert isinstance(opened, Workshop)
    opened.send(GiveAnswer(Place("name"), "Soup"))
    run.workshop.refresh()
    assert ("Bread", "Soup") == (run.facts.value(Place("name")), opened.facts.value(Place("name")))
    assert {"Bread", "Soup"} == {row.name for row in run.home.summaries()}


def test_what_is_being_typed_stays_in_the_original() -> None:
    run = World(NAMED)
    run.workshop.drafts.keep(Place("name"), "Bre")
    copy = run.home.duplicate(run.workshop.id)
    assert isinstance(copy, Summary)
    opened = run.home.open(copy.id)
    assert isinstance(opened, Workshop)
    assert (None, "Bre") == (opened.drafts.at(Place("name")), run.workshop.drafts.at(Place("name")))


def test_undo_in_a_duplicate_reaches_what_was_done_in_the_original() -> None:
    run = World(NAMED)
    run.answer("name", "Bread")
    copy = run.home.duplicate(run.workshop.id)
    assert isinstance(copy, Summary)
    opened = run.home.open(copy.id)
    assert isinstance(opened, Workshop)
    assert opened.send(Undo()).done
    assert opened.send(Undo()).done
    assert {} == dict(opened.state.answers)
    assert {Place("name"): "Bread"} == dict(run.workshop.state.answers)


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Bread", set(), "Bread (copy)"),
        ("Bread", {"Bread (copy)"}, "Bread (copy 2)"),
        ("Bread", {"Bread (copy)", "Bread (copy 2)"}, "Bread (copy 3)"),
        ("Bread (copy)", set(), "Bread (copy 2)"),
        ("Bread (copy 2)", {"Bread (copy)"}, "Bread (copy 3)"),
        ("x" * MOST_NAME, set(), "x" * (MOST_NAME - 7) + " (copy)"),
    ],
)
def test_a_copy_is_called_like_no_other(name: str, taken: set[str], expected: str) -> None:
    assert expected == copy_name(name, taken)


@pytest.mark.parametrize("act", [Home.duplicate, lambda home, id: home.rename(id, "Soup")])
def test_what_isnt_there_is_said(act: Callable[[Home, str], object]) -> None:
    found = act(World(NAMED).home, "nobody")
    assert isinstance(found, tuple)
    assert ["outside.no_workshop"] == [wrong.code for wrong in found]


def test_opening_what_is_there_gives_it_and_else_a_problem() -> None:
    run = world("- {id: a, ask: A}")
    run.answer("a", "x")
    opened = run.home.open(run.workshop.id)
    assert not isinstance(opened, tuple)
    assert {Place("a"): "x"} == opened.state.answers
    missing = run.home.open("nobody")
    assert isinstance(missing, tuple)
    assert ["outside.no_workshop"] == [found.code for found in missing]
