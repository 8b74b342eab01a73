"""The contract of every store. Faults and several processes are in store_sqlite/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.adapters.stored import EARLIER, LATER, NOW, begin, envelope, envelopes, summary
from wizard.adapters.store_memory import MemoryStore
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed
from wizard.ports import Envelope, PositionTaken, Store

Door = Callable[[], Store]
"""Opens the same store once more, as another process would."""


@pytest.fixture(params=["memory", "sqlite"])
def door(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Door]:
    with ExitStack() as opened:
        memory = MemoryStore()

        def open_once_more() -> Store:
            if request.param == "memory":
                return memory.beside()
            return opened.enter_context(closing(SqliteStore.open(tmp_path / "workshops.db")))

        yield open_once_more


@pytest.fixture
def store(door: Door) -> Store:
    return door()


def code_of(failure: pytest.ExceptionInfo[OutsideFailed]) -> str:
    return failure.value.problem.code


def test_a_new_store_is_empty(store: Store) -> None:
    """Nothing is there, and asking for what isn't there is no error."""
    assert [] == store.summaries()
    assert None is store.summary("w1")
    assert [] == store.events("w1")
    assert None is store.text("d1")
    assert {} == store.drafts("w1", "me")


def test_what_was_created_is_there_for_everybody(door: Door) -> None:
    """Another door to the store gives the very same values, with their types."""
    events = [envelope(1, author="Ann", body=b"\x00\xff", v=3), envelope(2, undoes="a1")]
    shown = summary(2, name="Brötchen & Söhne \N{BREAD}", progress=1 / 3, finished=True)
    door().create(shown, events, {"d1": "flow: a\r\n", "d2": "lib\x00"})
    other = door()
    assert events == other.events("w1")
    assert shown == other.summary("w1")
    assert [shown] == other.summaries()
    assert [True] == [each.finished for each in other.summaries() if isinstance(each.finished, bool)]
    assert ["flow: a\r\n", "lib\x00"] == [other.text("d1"), other.text("d2")]


def test_an_id_is_used_once(store: Store) -> None:
    """Creating a workshop again changes nothing of the first."""
    begin(store)
    with pytest.raises(PositionTaken) as taken:
        store.create(summary(1, name="Other"), envelopes(1, 1), {"d9": "other"})
    assert (0, 2) == (taken.value.expected, taken.value.found)
    assert summary(2) == store.summary("w1")
    assert envelopes(1, 2) == store.events("w1")
    assert None is store.text("d9")


def test_appending_adds_events_texts_and_a_new_summary(store: Store) -> None:
    """All three are there afterwards, and what was there before is too."""
    begin(store)
    shown = summary(4, name="Bread Again", step="Channels", progress=0.5, changed_at=LATER, finished=True)
    store.append(envelopes(3, 4), shown, {"d2": "flow: newer"})
    assert envelopes(1, 4) == store.events("w1")
    assert shown == store.summary("w1")
    assert ["flow: w1", "flow: newer"] == [store.text("d1"), store.text("d2")]


def test_events_are_read_from_a_position_on(store: Store) -> None:
    begin(store, last=5)
    assert envelopes(4, 5) == store.events("w1", after=3)
    assert [] == store.events("w1", after=5)
    assert [] == store.events("w1", after=99)
    assert envelopes(1, 5) == store.events("w1", after=-1)


def test_workshops_are_apart(store: Store) -> None:
    """Each has its own positions, events and summary."""
    begin(store, "w1", last=1)
    begin(store, "w2", last=3)
    store.append([envelope(2, "w1")], summary(2, "w1", name="One"))
    assert envelopes(1, 2, "w1") == store.events("w1")
    assert envelopes(1, 3, "w2") == store.events("w2")
    assert summary(3, "w2") == store.summary("w2")


@pytest.mark.parametrize("position", [1, 2, 4, 9])
def test_a_position_that_is_taken_or_too_far_is_refused(store: Store, position: int) -> None:
    """The one who lost learns what was found, and nothing of theirs is written."""
    begin(store)
    with pytest.raises(PositionTaken) as taken:
        store.append([envelope(position)], summary(position, name="Lost"), {"d9": "lost"})
    assert (position - 1, 2) == (taken.value.expected, taken.value.found)
    assert envelopes(1, 2) == store.events("w1")
    assert summary(2) == store.summary("w1")
    assert None is store.text("d9")


def test_two_who_append_at_once_dont_overwrite_each_other(door: Door) -> None:
    """The second is told, decides again on the new state, and then both are there."""
    ann, ben = door(), door()
    begin(ann)
    ann.append([envelope(3, author="Ann")], summary(3))
    with pytest.raises(PositionTaken):
        ben.append([envelope(3, author="Ben")], summary(3))
    ben.append([envelope(4, author="Ben")], summary(4))
    assert [None, None, "Ann", "Ben"] == [each.author for each in ann.events("w1")]


@pytest.mark.parametrize(
    ("events", "position"),
    [
        ([], 2),
        ([envelope(3), envelope(5)], 5),
        ([envelope(4), envelope(3)], 4),
        ([envelope(3), envelope(3)], 4),
        ([envelope(3)], 4),
        ([envelope(3, "w2")], 3),
        ([envelope(0)], 0),
    ],
    ids=["none", "a gap", "backwards", "twice", "another end", "another workshop", "below one"],
)
def test_events_that_are_no_gapless_run_are_a_slip_of_the_program(
    store: Store, events: Sequence[Envelope], position: int
) -> None:
    begin(store)
    with pytest.raises(ValueError, match="gapless"):
        store.append(events, summary(position))
    assert envelopes(1, 2) == store.events("w1")


def test_a_workshop_begins_at_one(store: Store) -> None:
    with pytest.raises(ValueError, match="begin at 1"):
        store.create(summary(3), [envelope(3)], {})
    assert [] == store.summaries()


def test_nothing_is_added_to_a_workshop_that_isnt_there(store: Store) -> None:
    with pytest.raises(OutsideFailed) as gone:
        store.append([envelope(1)], summary(1))
    assert "outside.workshop_gone" == code_of(gone)
    with pytest.raises(OutsideFailed) as gone:
        store.put_drafts("w1", "me", {"name": "Bre"})
    assert "outside.workshop_gone" == code_of(gone)
    assert ([], []) == (store.summaries(), store.events("w1"))


def test_the_last_changed_is_listed_first_and_equals_by_id(store: Store) -> None:
    for workshop, changed_at in (("w3", NOW), ("w1", EARLIER), ("w2", NOW), ("w4", LATER)):
        begin(store, workshop, changed_at=changed_at)
    assert ["w4", "w2", "w3", "w1"] == [each.id for each in store.summaries()]
    store.append([envelope(3, "w1")], summary(3, "w1", changed_at="2026-03-05T10:00:00Z"))
    assert ["w1", "w4", "w2", "w3"] == [each.id for each in store.summaries()]


def test_a_deleted_workshop_is_only_hidden(store: Store) -> None:
    begin(store, "w1")
    begin(store, "w2")
    store.delete("w1", NOW)
    assert ["w2"] == [each.id for each in store.summaries()]
    assert ["w1"] == [each.id for each in store.summaries(deleted=True)]
    assert summary(2) == store.summary("w1")
    assert envelopes(1, 2) == store.events("w1")
    store.restore("w1")
    assert ["w1", "w2"] == [each.id for each in store.summaries()]


def test_work_in_a_deleted_workshop_is_kept_and_it_stays_deleted(store: Store) -> None:
    """Somebody may still be writing there while another deletes it."""
    begin(store)
    store.delete("w1", NOW)
    store.append([envelope(3)], summary(3))
    assert [] == store.summaries()
    store.restore("w1")
    assert envelopes(1, 3) == store.events("w1")
    assert [summary(3)] == store.summaries()


def test_deleting_and_restoring_what_isnt_there_does_nothing(store: Store) -> None:
    store.delete("w1", NOW)
    store.restore("w1")
    assert None is store.summary("w1")
    begin(store)
    assert [summary(2)] == store.summaries()


def test_purging_removes_only_what_was_deleted_before(store: Store) -> None:
    for workshop in ("w1", "w2", "w3"):
        begin(store, workshop)
    store.delete("w1", EARLIER)
    store.delete("w2", NOW)
    assert 1 == store.purge(NOW)
    assert [None, summary(2, "w2"), summary(2, "w3")] == [store.summary(each) for each in ("w1", "w2", "w3")]
    assert [] == store.events("w1")
    assert 0 == store.purge(NOW)


def test_deleting_twice_keeps_the_first_time(store: Store) -> None:
    begin(store)
    store.delete("w1", EARLIER)
    store.delete("w1", LATER)
    assert 1 == store.purge(NOW)


def test_what_was_purged_leaves_nothing_behind(store: Store) -> None:
    """Its id is free again, with no drafts; texts go with the last workshop that brought them."""
    store.create(summary(1), [envelope(1)], {"shared": "library", "own": "flow"})
    store.create(summary(1, "w2"), [envelope(1, "w2")], {"shared": "library"})
    store.append([envelope(2)], summary(2), {"later": "upgraded"})
    store.put_drafts("w1", "me", {"name": "Bre"})
    store.delete("w1", EARLIER)
    store.purge(NOW)
    assert ["library", None, None] == [store.text(digest) for digest in ("shared", "own", "later")]
    begin(store)
    assert {} == store.drafts("w1", "me")


def test_a_text_is_kept_as_it_came_first(store: Store) -> None:
    """Texts are known by digest: the same digest means the same text."""
    begin(store, "w1")
    begin(store, "w2")
    assert "flow: w1" == store.text("d1")


def test_drafts_are_kept_changed_and_forgotten_key_by_key(store: Store) -> None:
    begin(store)
    store.put_drafts("w1", "me", {"name": "Bre", "pitch": "We", "size": "1"})
    store.put_drafts("w1", "me", {"name": "Bread", "pitch": None, "unknown": None})
    assert {"name": "Bread", "size": "1"} == store.drafts("w1", "me")
    store.put_drafts("w1", "me", {})
    assert {"name": "Bread", "size": "1"} == store.drafts("w1", "me")


def test_drafts_belong_to_one_viewer_and_one_workshop(door: Door) -> None:
    store = door()
    begin(store, "w1")
    begin(store, "w2")
    store.put_drafts("w1", "ann", {"name": "A"})
    store.put_drafts("w1", "ben", {"name": "B"})
    store.put_drafts("w2", "ann", {"name": "C"})
    store.put_drafts("w1", "ben", {"name": None})
    other = door()
    assert {"name": "A"} == other.drafts("w1", "ann")
    assert {} == other.drafts("w1", "ben")
    assert {"name": "C"} == other.drafts("w2", "ann")


def test_changes_tell_of_others_writes_only(door: Door) -> None:
    mine, theirs = door(), door()
    begin(mine)
    seen = mine.changes()
    mine.append([envelope(3)], summary(3))
    mine.put_drafts("w1", "me", {"name": "Bre"})
    mine.delete("w1", NOW)
    mine.restore("w1")
    assert seen == mine.changes()
    theirs.append([envelope(4)], summary(4))
    after_one = mine.changes()
    assert seen != after_one
    assert after_one == mine.changes()
    theirs.put_drafts("w1", "me", {"name": "Bread"})
    assert after_one != mine.changes()


def test_closing_twice_does_nothing(store: Store) -> None:
    store.close()
    store.close()


def test_a_text_that_came_with_later_events_stays_as_long_as_its_workshop(store: Store) -> None:
    """A workshop that moves to another text of its flow keeps both."""
    begin(store)
    begin(store, "w2")
    store.append([envelope(3)], summary(3, flow_digest="d2"), {"d2": "newer"})
    store.delete("w2", EARLIER)
    store.purge(LATER)
    assert ("flow: w1", "newer") == (store.text("d1"), store.text("d2"))
    moved = store.summary("w1")
    assert moved is not None
    assert "d2" == moved.flow_digest
    store.delete("w1", NOW)
    store.purge(LATER)
    assert (None, None) == (store.text("d1"), store.text("d2"))
