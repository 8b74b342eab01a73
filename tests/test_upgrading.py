"""A workshop that goes on in a newer version of its flow: whole, at once, and noticed by everybody."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.core.rich_flow import RICH, wishes
from tests.worlds import Kept, World, counting, outside
from wizard.adapters.store_memory import MemoryStore
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.answers_export import exported
from wizard.core.intents import GiveAnswer, NameVersion, Redo, Undo
from wizard.core.migrating import Migrated
from wizard.core.problems import OutsideFailed, Place, Problem
from wizard.home import Home
from wizard.imports import exported_events, workshop_from_events
from wizard.ports import Envelope, LoadedFlow, Outside, Store, Summary
from wizard.upgrading import news_of_version
from wizard.workshop import Workshop

FIRST = """
flow: small
title: A flow
version: 1
steps:
  - id: one
    title: One
    ask:
      - {id: a, ask: First?}
      - {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: Name}]}
      - {id: last, ask: Last?}
"""
SECOND = (
    FIRST.replace("version: 1", "version: 2\nmigrate: [{to: 2, rename: {a: b, segs: people}}]")
    .replace("id: a,", "id: b,")
    .replace("id: segs", "id: people")
)


def loaded(run: World, text: str = SECOND) -> LoadedFlow:
    found = run.home.load(text)
    assert isinstance(found, LoadedFlow)
    return found


def upgraded(run: World, text: str = SECOND) -> None:
    assert isinstance(run.workshop.upgrade(loaded(run, text)), Migrated)


def begun() -> World:
    run = World(FIRST, name="Bread")
    run.answer("a", "Words")
    run.card("segs", name="Hotels")
    return run


def test_it_is_asked_in_the_new_version_and_so_it_is_opened_again() -> None:
    run = begun()
    upgraded(run)
    again = run.reopened()
    for workshop in (run.workshop, again):
        assert "2" == workshop.facts.flow.file.version
        assert "Words" == workshop.facts.value(Place("b"))
        assert ["b", "people", "last"] == [stop.place.question for stop in workshop.stops() if stop.place]
    assert run.workshop.state.answers == again.state.answers
    summary = run.store.summary(run.workshop.id)
    assert summary is not None
    assert again.facts.flow.digest == summary.flow_digest


def test_work_goes_on_and_can_be_undone_down_to_the_move_and_no_further() -> None:
    run = begun()
    upgraded(run)
    run.answer("b", "Other words")
    run.do(Undo())
    assert "Words" == run.facts.value(Place("b"))
    assert ("undo.upgraded",) == run.refused(Undo())
    run.do(Redo())
    assert "Other words" == run.facts.value(Place("b"))


def test_what_was_undone_before_the_move_isnt_done_again_behind_it() -> None:
    run = begun()
    run.answer("last", "Bye")
    run.do(Undo())
    upgraded(run)
    assert ("undo.nothing_again",) == run.refused(Redo())


def test_the_history_tells_of_the_move_and_what_is_fixed_by_it() -> None:
    run = begun()
    upgraded(run)
    run.answer("last", "Bye")
    lines = run.workshop.history()
    assert "moved to version 2 of the flow" == lines[1].said
    assert [False, True, True, True, True] == [line.fixed for line in lines]
    assert all(line.said for line in lines)


def test_another_terminal_goes_on_in_the_new_version_too() -> None:
    run = begun()
    other = run.reopened()
    other.drafts.keep(Place("last"), "half a wo")
    upgraded(run)
    assert other.catch_up()
    assert "2" == other.facts.flow.file.version
    assert "half a wo" == other.drafts.at(Place("last"))
    assert other.send(GiveAnswer(Place("last"), "half a word")).done
    run.workshop.refresh()
    assert "half a word" == run.facts.value(Place("last"))


def test_who_answers_what_isnt_asked_any_more_is_told_and_loses_nothing() -> None:
    run = begun()
    other = run.reopened()
    upgraded(run)
    reply = other.send(GiveAnswer(Place("a"), "New words"))
    assert not reply.done
    assert "Words" == other.facts.value(Place("b"))


def test_who_was_first_wins_and_the_move_takes_their_answer_along() -> None:
    run = begun()
    other = run.reopened()
    assert other.send(GiveAnswer(Place("a"), "Theirs")).done
    upgraded(run)
    assert "Theirs" == run.facts.value(Place("b"))


def test_what_was_being_typed_follows_its_question() -> None:
    run = begun()
    run.workshop.drafts.keep(Place("a"), "Wor", 3)
    run.workshop.drafts.keep_note(Place("a"), "because")
    upgraded(run)
    drafts = run.reopened().drafts
    assert ("Wor", "because") == (drafts.at(Place("b")), drafts.note_at(Place("b")))
    assert (None, None) == (drafts.at(Place("a")), drafts.note_at(Place("a")))


def test_one_stands_at_the_same_question_whatever_it_is_called_now() -> None:
    run = begun()
    run.at("last").at("a")
    other = run.reopened()
    upgraded(run)
    other.catch_up()
    for workshop in (run.workshop, other, run.reopened()):
        assert Place("b") == workshop.screen().stop.place


def test_what_changed_since_a_version_is_told_across_the_move() -> None:
    run = begun()
    run.do(NameVersion("Before"))
    upgraded(run)
    assert () == run.workshop.changes_since()
    run.answer("b", "Other words")
    (change,) = run.workshop.changes_since()
    assert (Place("b"), "changed", ("Words",)) == (change.place, change.kind, change.was)


def test_an_upgraded_workshop_is_exported_whole_and_copied_whole() -> None:
    run = begun()
    upgraded(run)
    run.answer("last", "Bye")
    back = workshop_from_events(run.home, exported_events(run.workshop), "x.jsonl")
    assert isinstance(back, Workshop)
    assert exported(run.facts) == exported(back.facts)
    twin = run.home.duplicate(run.workshop.id)
    assert isinstance(twin, Summary)
    copied = run.home.open(twin.id)
    assert isinstance(copied, Workshop)
    assert run.facts.state.answers == copied.state.answers
    for workshop in (back, copied):
        assert {run.flow, SECOND} == {
            run.store.text(digest)
            for digest in (workshop.state.started.digest, workshop.state.flow_digest)  # type: ignore[union-attr]
        }
    assert exported_events(run.workshop).count("small") == exported_events(back).count("small")


def test_a_text_that_this_program_cant_read_is_told_and_nothing_is_lost() -> None:
    run = begun()

    class Older(Kept):
        def restored(self, text: str) -> LoadedFlow | tuple[Problem, ...]:
            return super().restored(text) if text == FIRST else (Problem("flow.not_a_flow"),)

    beside = replace(run.outside, store=run.store.beside(), flows=Older())
    other = Workshop.opened(beside, run.workshop.id)
    assert isinstance(other, Workshop)
    upgraded(run)
    with pytest.raises(OutsideFailed) as failure:
        other.catch_up()
    assert "upgrade.elsewhere" == failure.value.problem.code
    assert "Words" == other.facts.value(Place("a"))


def test_somebody_who_writes_meanwhile_is_waited_for() -> None:
    run = begun()
    other = run.reopened()

    class Busy(MemoryStore):
        def append(self, events: Sequence[Envelope], summary: Summary, texts: Mapping[str, str] = {}) -> None:
            if texts and "Words" == other.facts.value(Place("a")):
                assert other.send(GiveAnswer(Place("a"), "Meanwhile")).done
            super().append(events, summary, texts)

    run.workshop.outside = replace(run.outside, store=Busy(run.store._shelves))
    upgraded(run)
    assert "Meanwhile" == run.facts.value(Place("b"))


def on_disk(store: Store) -> Outside:
    return replace(outside(), store=store, new_id=counting())


def test_where_the_store_fails_nothing_of_the_move_has_happened(tmp_path: Path) -> None:
    """A lock that stays: the events, the text and the row in the list come all together, or none does."""
    path = tmp_path / "x.db"
    with closing(SqliteStore.open(path, timeout_s=0.05)) as store:
        home = Home(on_disk(store))
        first, second = home.load(FIRST), home.load(SECOND)
        assert isinstance(first, LoadedFlow)
        assert isinstance(second, LoadedFlow)
        workshop = home.start(first, name="Bread")
        workshop.send(GiveAnswer(Place("a"), "Words"))
        before = store.events(workshop.id), store.summary(workshop.id)
        with closing(sqlite3.connect(path, isolation_level=None)) as lock:
            lock.execute("BEGIN IMMEDIATE")
            with pytest.raises(OutsideFailed):
                workshop.upgrade(second)
        assert before == (store.events(workshop.id), store.summary(workshop.id))
        assert None is store.text(second.flow.digest)
        assert ("1", "Words") == (workshop.facts.flow.file.version, workshop.facts.value(Place("a")))
        assert isinstance(workshop.upgrade(second), Migrated)
        again = home.open(workshop.id)
        assert isinstance(again, Workshop)
        assert "Words" == again.facts.value(Place("b"))


RICHER = (
    RICH.replace("segs", "people")
    .replace("id: price\n        type: money", "id: price\n        type: number")
    .replace("- {id: limit, type: number, ask: Limit}\n", "- {id: limit, type: yesno, ask: Limit}\n")
    .replace('        rules: [{when: this > limit, say: "Above {{ limit }}."}]\n', "")
    .replace("- {id: best, type: choice, ask: Best, options: people}", "- {id: other, ask: Other}")
    .replace(
        "flow: rich",
        "flow: rich\nversion: 2\nmigrate:\n"
        "- {to: 2, rename: {segs: people, chans.segs: chans.people}, drop: [best], retype: [price]}",
    )
)


def words(workshop: Workshop) -> set[str]:
    """All texts that somebody typed into one line or several."""
    state = workshop.state
    given = [text for text in state.answers.values() if isinstance(text, str)]
    return {line for text in (*given, *state.notes.values()) for line in text.split("\n") if line}


@settings(max_examples=40)
@given(st.data())
def test_whatever_was_said_nothing_is_lost_and_everything_can_be_looked_at(data: st.DataObject) -> None:
    run = World(RICH)
    for _ in range(data.draw(st.integers(1, 12))):
        run.workshop.send(data.draw(wishes(run.facts)))
    run.do(NameVersion("Before"))
    before, cards = words(run.workshop), set(run.facts.state.owner)
    upgraded(run, RICHER)
    yes_or_no = {"true": "yes", "false": "no"}
    after = words(run.workshop)
    assert {text for text in before if text not in after and yes_or_no.get(text) not in after} == set()
    assert cards == set(run.facts.state.owner)
    assert all(line.said for line in run.workshop.history())
    assert all(change.place for change in run.workshop.changes_since())
    for stop in run.workshop.stops():
        run.workshop.jump(stop)
        assert run.workshop.screen().stop == stop
    assert run.facts.state.answers == run.reopened().facts.state.answers
    exported(run.facts)


def test_a_newer_version_is_told_once() -> None:
    run = begun()

    class Shipping(Kept):
        def version(self, flow: str) -> str | None:
            return {"small": newest}.get(flow)

    newest = "1.10"
    run.workshop.outside = replace(run.outside, flows=Shipping())
    assert ["1.10", ""] == [news_of_version(run.workshop) for _ in range(2)]
    newest = "2"
    assert "2" == news_of_version(run.workshop)
    newest = "1"
    assert "" == news_of_version(run.workshop)
