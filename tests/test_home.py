"""Home: the list of workshops, and how one begins."""

from __future__ import annotations

import pytest

from tests.worlds import World, world
from wizard.core.problems import Place, Problem
from wizard.ports import LoadedFlow, Summary

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
    assert {f"Bread ({run.workshop.id})", f"bread ({other})"} == set(found.details["names"])  # type: ignore[arg-type]


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


def test_opening_what_is_there_gives_it_and_else_a_problem() -> None:
    run = world("- {id: a, ask: A}")
    run.answer("a", "x")
    opened = run.home.open(run.workshop.id)
    assert not isinstance(opened, tuple)
    assert {Place("a"): "x"} == opened.state.answers
    missing = run.home.open("nobody")
    assert isinstance(missing, tuple)
    assert ["outside.no_workshop"] == [found.code for found in missing]
