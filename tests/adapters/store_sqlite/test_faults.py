"""Writes that fail, with faults that are really injected."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.store_sqlite.workbench import (
    child,
    event,
    filled,
    integrity,
    posix_only,
    refused,
    summary,
    told_by,
)
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed


@posix_only
def test_a_full_disk_is_told_and_everything_before_stays(path: Path) -> None:
    """A limit on file sizes makes real writes fail; once it is lifted, the same store goes on."""
    code = """
        import resource
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = SqliteStore.open(path)
        store.create(summary(1), [event(1)], {})
        limit = os.stat(path + "-wal").st_size + 50_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        last = 1
        try:
            while True:
                store.append([event(last + 1, 9_000)], summary(last + 1))
                last += 1
        except OutsideFailed as failed:
            tell(failed.problem.code, last > 2)
        tell(len(store.events("w1")) == last, store.summary("w1") == summary(last))
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, resource.RLIM_INFINITY))
        try:
            store.backup(path + ".copy")
        except OutsideFailed as failed:
            tell(failed.problem.code, failed.problem.details["path"] == path + ".copy")
        tell(sorted(os.listdir(os.path.dirname(path))))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        store.append([event(last + 1)], summary(last + 1))
        tell(last + 1)
    """
    *said, last = told_by(code, path)
    files = "['workshops.db', 'workshops.db-shm', 'workshops.db-wal']"
    assert ["outside.disk_full True", "True True", "outside.disk_full True", files] == said
    with closing(SqliteStore.open(path)) as store:
        assert int(last) == len(store.events("w1"))
        assert summary(int(last)) == store.summary("w1")
    assert "ok" == integrity(path)


@posix_only
def test_no_room_for_a_new_store_is_told(path: Path) -> None:
    code = """
        import resource
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.RLIM_INFINITY))
        try:
            SqliteStore.open(path)
        except OutsideFailed as failed:
            tell(failed.problem.code)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        SqliteStore.open(path).create(summary(1), [event(1)], {})
    """
    assert ["outside.disk_full"] == told_by(code, path)
    assert "ok" == integrity(path)


def test_a_database_that_may_not_grow_is_full(store: SqliteStore) -> None:
    """SQLite's own word for a full disk; the transaction goes as a whole, its small parts too."""
    store.create(summary(1), [event(1)], {})
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count={pages + 1}")
    with pytest.raises(OutsideFailed) as failure:
        store.append([event(2), event(3, 90_000)], summary(3), {"d2": "small"})
    assert "outside.disk_full" == refused(failure)
    assert ([event(1)], summary(1), None) == (store.events("w1"), store.summary("w1"), store.text("d2"))
    store.append([event(2)], summary(2))
    assert [event(1), event(2)] == store.events("w1")


def test_a_store_that_another_process_locks_is_busy_until_it_lets_go(store: SqliteStore, path: Path) -> None:
    """Reading goes on all the while."""
    store.create(summary(1), [event(1)], {})
    code = """
        store = SqliteStore.open(path)
        store._db.execute("BEGIN IMMEDIATE")
        tell("locked")
        sys.stdin.readline()
        store._db.execute("ROLLBACK")
    """
    with child(code, path) as process:
        assert process.stdout is not None
        assert "locked\n" == process.stdout.readline()
        with pytest.raises(OutsideFailed) as failure:
            store.append([event(2)], summary(2))
        assert "outside.store_busy" == refused(failure)
        assert [event(1)] == store.events("w1")
        with closing(SqliteStore.open(path, timeout_s=0.05)) as other:
            assert [summary(1)] == other.summaries()
        process.communicate("let go\n", timeout=60)
    store.append([event(2)], summary(2))
    assert [event(1), event(2)] == store.events("w1")


@posix_only
@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_store_that_was_taken_away(
    store: SqliteStore, path: Path, replaced: bool
) -> None:
    """SQLite would go on writing to a file that has no name any more."""
    store.create(summary(1), [event(1)], {})
    away = path.with_name("away.db")
    path.rename(away)
    if replaced:
        filled(path)
    with pytest.raises(OutsideFailed) as failure:
        store.append([event(2)], summary(2))
    assert "outside.store_moved" == refused(failure)
    if not replaced:
        away.rename(path)
        store.append([event(2)], summary(2))
        assert [event(1), event(2)] == store.events("w1")


def test_anything_else_is_told_with_its_reason(store: SqliteStore) -> None:
    store._db.execute("DROP TABLE texts")
    with pytest.raises(OutsideFailed) as failure:
        store.text("d1")
    assert "outside.store_failed" == refused(failure)
    assert "no such table: texts" == failure.value.problem.details["reason"]


def test_an_interrupted_write_is_taken_back(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C in the middle of a transaction leaves neither half of it nor a lock behind."""

    def interrupted(*_: object) -> None:
        store._db.execute("INSERT INTO texts VALUES ('d2', 'half')")
        raise KeyboardInterrupt

    store.create(summary(1), [event(1)], {})
    with monkeypatch.context() as patched:
        patched.setattr(store, "_put", interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.append([event(2)], summary(2))
    assert None is store.text("d2")
    store.append([event(2)], summary(2))
    assert [event(1), event(2)] == store.events("w1")
