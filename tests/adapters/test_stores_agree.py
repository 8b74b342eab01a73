"""Every store tells the same story, whatever is done to it and whatever is put into it."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.stored import begin, envelope, summary
from wizard.adapters.store_memory import MemoryStore
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed
from wizard.ports import PositionTaken, Store


@given(st.dictionaries(st.text(max_size=4), st.text(st.characters(), max_size=8), max_size=4))
@settings(max_examples=40)
def test_a_draft_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, typed: dict[str, str]
) -> None:
    """Whatever a terminal sends, half characters and NUL too."""
    path = tmp_path_factory.mktemp("drafts") / "workshops.db"
    for store in (MemoryStore(), SqliteStore.open(path)):
        with closing(store):
            begin(store)
            store.put_drafts("w1", "me", typed | {"half": "\ud83d", "nul": "a\0b"})
            assert typed | {"half": "\ud83d", "nul": "a\0b"} == store.drafts("w1", "me")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["create", "append", "delete", "restore", "purge"]), st.sampled_from("abc")
        ),
        max_size=25,
    )
)
@settings(max_examples=30)
def test_the_stores_agree_after_any_history(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, str]]
) -> None:
    """What one store accepts, refuses and shows, the other does too."""
    path = tmp_path_factory.mktemp("history") / "workshops.db"
    with closing(MemoryStore()) as memory, closing(SqliteStore.open(path)) as sqlite:
        for moment, (deed, workshop) in enumerate(history, start=10):
            assert done(memory, deed, workshop, moment) == done(sqlite, deed, workshop, moment)
            assert memory.summaries() == sqlite.summaries()
        for workshop in "abc":
            assert memory.summary(workshop) == sqlite.summary(workshop)
            assert memory.events(workshop) == sqlite.events(workshop)
            assert memory.text(f"text-{workshop}") == sqlite.text(f"text-{workshop}")


def done(store: Store, deed: str, workshop: str, moment: int) -> object:
    """Do one thing at a moment, and tell how it went."""
    at = f"2026-03-01T10:{moment:02}:00Z"
    last = len(store.events(workshop)) + 1
    try:
        match deed:
            case "create":
                begun = summary(1, workshop, changed_at=at)
                store.create(begun, [envelope(1, workshop)], {f"text-{workshop}": "text"})
            case "append":
                store.append([envelope(last, workshop)], summary(last, workshop, changed_at=at))
            case "delete":
                store.delete(workshop, at)
            case "restore":
                store.restore(workshop)
            case _:
                return store.purge(f"2026-03-01T10:{moment - 3:02}:00Z")
    except PositionTaken as taken:
        return taken.expected, taken.found
    except OutsideFailed as failed:
        return failed.problem
    return "done"
