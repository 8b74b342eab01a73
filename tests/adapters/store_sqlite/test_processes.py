"""Processes that are killed, and processes that compete."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

from tests.adapters.store_sqlite.workbench import (
    child,
    event,
    integrity,
    posix_only,
    summary,
    told_by,
)
from wizard.adapters.store_sqlite import SqliteStore


@posix_only
def test_what_was_reported_saved_survives_a_kill_at_any_moment(path: Path) -> None:
    """A process that keeps appending and saving drafts is killed, again and again, over one store."""
    code = """
        store = SqliteStore.open(path)
        last = len(store.events("w1"))
        if not last:
            store.create(summary(1), [event(1)], {"d1": "flow" * 3000})
            last = 1
        while True:
            last += 1
            store.append([event(last, 700)], summary(last))
            store.put_drafts("w1", "me", {"name": str(last)})
            tell(last)
    """
    chance = random.Random(2026)
    for _ in range(8):
        with child(code, path) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
            process.kill()
            lines += process.stdout.readlines()
        reported = int([line for line in lines if line.endswith("\n")][-1])
        with closing(SqliteStore.open(path)) as store:
            positions = [each.position for each in store.events("w1")]
            assert list(range(1, len(positions) + 1)) == positions
            assert reported <= len(positions)
            assert summary(len(positions)) == store.summary("w1")
            assert reported <= int(store.drafts("w1", "me")["name"])
        assert "ok" == integrity(path)


@posix_only
def test_a_kill_at_any_step_of_a_transaction_leaves_all_of_it_or_nothing(path: Path) -> None:
    """From making the store on: at the n-th instruction that SQLite runs, the process dies."""
    code = """
        real = opening.connection

        def work(deadly_step, report):
            steps = 0

            def die_when_due():
                nonlocal steps
                steps += 1
                if steps == deadly_step:
                    os.kill(os.getpid(), signal.SIGKILL)

            def mortal(*arguments):
                db = real(*arguments)
                db.set_progress_handler(die_when_due, 1)
                return db

            from wizard.adapters.store_sqlite import store as module
            module.connection = mortal
            store = SqliteStore.open(place)
            store.create(summary(2), [event(1), event(2)], {"d1": "flow"})
            os.write(report, b"2")
            store.append([event(3), event(4)], summary(4), {"d2": "flow"})
            os.write(report, b"4")
            os._exit(0)

        deadly_step, ended = 1, False
        while not ended:
            place = f"{path}.{deadly_step}"
            read, report = os.pipe()
            pid = os.fork()
            if not pid:
                work(deadly_step, report)
            os.close(report)
            ended = os.waitpid(pid, 0)[1] == 0
            said = os.read(read, 9).decode()
            os.close(read)
            store = SqliteStore.open(place)
            there = len(store.events("w1"))
            assert there in (0, 2, 4) and there >= int(said[-1:] or 0), (deadly_step, said, there)
            assert store.summary("w1") == (summary(there) if there else None)
            texts = {0: (None, None), 2: ("flow", None), 4: ("flow", "flow")}
            assert texts[there] == (store.text("d1"), store.text("d2"))
            assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            store.close()
            deadly_step += 7
        tell(deadly_step > 200, said)
    """
    path.parent.mkdir()
    assert ["True 24"] == told_by(code, path)


def test_each_position_is_won_once_and_the_loser_is_told(path: Path) -> None:
    """Two processes both try every position."""
    with closing(SqliteStore.open(path)) as store:
        store.create(summary(1), [event(1)], {})
    code = """
        store = SqliteStore.open(path)
        tell("ready")
        sys.stdin.readline()
        for position in range(2, 62):
            while True:
                try:
                    store.append([event(position, author=words[0])], summary(position))
                    tell("won", position)
                except PositionTaken as taken:
                    if taken.found < taken.expected:
                        continue
                    tell("lost", position)
                break
    """
    with child(code, path, "Ann") as ann, child(code, path, "Ben") as ben:
        said = {}
        for process in (ann, ben):
            assert process.stdout is not None
            assert "ready\n" == process.stdout.readline()
        for process in (ann, ben):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        for name, process in (("Ann", ann), ("Ben", ben)):
            said[name] = set(process.communicate(timeout=60)[0].splitlines())
    won = {name: {int(line[4:]) for line in lines if line.startswith("won")} for name, lines in said.items()}
    lost = {
        name: {int(line[5:]) for line in lines if line.startswith("lost")} for name, lines in said.items()
    }
    assert set(range(2, 62)) == won["Ann"] | won["Ben"]
    assert (won["Ann"], won["Ben"]) == (lost["Ben"], lost["Ann"])
    with closing(SqliteStore.open(path)) as store:
        authors = {each.position: each.author for each in store.events("w1", after=1)}
    assert {position: name for name, positions in won.items() for position in positions} == authors


def test_several_processes_may_make_the_store_at_once(path: Path) -> None:
    """Four of them, store after store: none takes another's half-made store for damaged, foreign or busy."""
    code = """
        tell("ready")
        sys.stdin.readline()
        for number in range(25):
            store = SqliteStore.open(f"{path}.{number}")
            store.create(summary(1, words[0]), [event(1, workshop=words[0])], {"d1": "flow"})
            store.close()
    """
    names = ["w1", "w2", "w3", "w4"]
    processes = [child(code, path, name) for name in names]
    for process in processes:
        assert process.stdout is not None
        process.stdout.readline()
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
    assert [0, 0, 0, 0] == [process.returncode for process in processes]
    for number in range(25):
        with closing(SqliteStore.open(f"{path}.{number}")) as store:
            assert names == [each.id for each in store.summaries()]


def test_what_another_process_wrote_is_noticed(store: SqliteStore, path: Path) -> None:
    store.create(summary(1), [event(1)], {})
    seen = store.changes()
    assert seen == store.changes()
    told_by("SqliteStore.open(path).append([event(2)], summary(2))", path)
    assert seen != store.changes()
    assert [event(2)] == store.events("w1", after=1)
