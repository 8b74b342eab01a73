"""Reading and writing workshops, one transaction a call. Must not know what any event means."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import starmap
from pathlib import Path
from typing import Any

from msgspec.structs import astuple

from wizard.adapters.store_sqlite.faults import told
from wizard.adapters.store_sqlite.opening import (
    connection,
    give_name,
    identity,
    new_private_file,
    refuse_what_cannot_be_used,
    set_up,
    transaction,
)
from wizard.core.problems import OutsideFailed, problem
from wizard.ports import Envelope, PositionTaken, Summary, position_before

_SUMMARY = (
    "id, name, flow, flow_digest, step, progress, created_at, changed_at, position, finished FROM workshops"
)


class SqliteStore:
    """The contract of `Store` in one file that several processes may have open. One thread only."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._path = path
        self._file = identity(path)

    @classmethod
    def open(cls, path: str | Path, *, timeout_s: float = 5.0) -> SqliteStore:
        """Open the store, or make a new one, private to this person.

        timeout_s: how long each call waits for a lock. Raises OutsideFailed `outside.*`; a file that can't be
        used (newer, damaged, another program's) is left byte for byte as it was.
        """
        # SQLite keeps its side files beside the real file, not beside a link to it.
        place = Path(os.path.realpath(path))
        with told(place):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):
                new_private_file(place)
            refuse_what_cannot_be_used(place, timeout_s)
            db = connection(place, "mode=rw", timeout_s)
            try:
                set_up(db, place, timeout_s)
                return cls(db, place)
            except BaseException:
                db.close()
                raise

    def create(self, summary: Summary, events: Sequence[Envelope], texts: Mapping[str, str]) -> None:
        if position_before(events, summary) != 0:
            raise ValueError(f"the events of a new workshop begin at 1, not at {events[0].position}")
        with self._writing() as db:
            found = self._last_position(summary.id)
            if found is not None:
                raise PositionTaken(0, found)
            db.execute("INSERT INTO workshops VALUES (?,?,?,?,?,?,?,?,?,?,NULL)", astuple(summary))
            self._put(summary.id, events, texts)

    def append(self, events: Sequence[Envelope], summary: Summary, texts: Mapping[str, str] = {}) -> None:
        expected = position_before(events, summary)
        with self._writing() as db:
            found = self._last_position(summary.id)
            if found is None:
                raise OutsideFailed(problem("outside.workshop_gone", workshop=summary.id))
            if found != expected:
                raise PositionTaken(expected, found)
            self._put(summary.id, events, texts)
            db.execute(
                "UPDATE workshops SET id=?, name=?, flow=?, flow_digest=?, step=?, progress=?, created_at=?,"
                " changed_at=?, position=?, finished=? WHERE id=?",
                (*astuple(summary), summary.id),
            )

    def summaries(self, *, deleted: bool = False) -> list[Summary]:
        which = "NOT NULL" if deleted else "NULL"
        query = f"SELECT {_SUMMARY} WHERE deleted_at IS {which} ORDER BY changed_at DESC, id"
        return [_summary(row) for row in self._rows(query)]

    def summary(self, workshop: str) -> Summary | None:
        rows = self._rows(f"SELECT {_SUMMARY} WHERE id=?", workshop)
        return _summary(rows[0]) if rows else None

    def events(self, workshop: str, after: int = 0) -> list[Envelope]:
        query = (
            "SELECT workshop, position, action, at, author, kind, v, body, undoes FROM events"
            " WHERE workshop=? AND position>? ORDER BY position"
        )
        return list(starmap(Envelope, self._rows(query, workshop, after)))

    def delete(self, workshop: str, at: str) -> None:
        with self._writing() as db:
            db.execute("UPDATE workshops SET deleted_at=? WHERE id=? AND deleted_at IS NULL", (at, workshop))

    def restore(self, workshop: str) -> None:
        with self._writing() as db:
            db.execute("UPDATE workshops SET deleted_at=NULL WHERE id=?", (workshop,))

    def purge(self, before: str) -> int:
        with self._writing() as db:
            gone = db.execute("DELETE FROM workshops WHERE deleted_at<?", (before,)).rowcount
            db.execute("DELETE FROM texts WHERE digest NOT IN (SELECT digest FROM workshop_texts)")
        return gone

    def text(self, digest: str) -> str | None:
        rows = self._rows("SELECT text FROM texts WHERE digest=?", digest)
        return str(rows[0][0]) if rows else None

    def put_drafts(self, workshop: str, viewer: str, drafts: Mapping[str, str | None]) -> None:
        kept = [
            (workshop, viewer, key, text.encode("utf-8", "surrogatepass"))
            for key, text in drafts.items()
            if text is not None
        ]
        forgotten = [(workshop, viewer, key) for key, text in drafts.items() if text is None]
        with self._writing() as db:
            if self._last_position(workshop) is None:
                raise OutsideFailed(problem("outside.workshop_gone", workshop=workshop))
            db.executemany("DELETE FROM drafts WHERE workshop=? AND viewer=? AND key=?", forgotten)
            db.executemany("INSERT OR REPLACE INTO drafts VALUES (?,?,?,?)", kept)

    def drafts(self, workshop: str, viewer: str) -> dict[str, str]:
        rows = self._rows("SELECT key, text FROM drafts WHERE workshop=? AND viewer=?", workshop, viewer)
        with told(self._path):
            return {key: text.decode("utf-8", "surrogatepass") for key, text in rows}

    def changes(self) -> int:
        return int(self._rows("PRAGMA data_version")[0][0])

    def backup(self, path: str) -> None:
        target = Path(path).absolute()
        try:
            if target.exists() or target.is_symlink():
                raise FileExistsError
            partial = target.with_name(f".{os.urandom(6).hex()}.partial")
            new_private_file(partial)
            try:
                with told(target):
                    self._copy_into(partial)
                give_name(partial, target)
            finally:
                partial.unlink(missing_ok=True)
        except FileExistsError as error:
            raise OutsideFailed(problem("outside.file_exists", path=str(target))) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutsideFailed(problem("outside.cannot_write", path=str(target), reason=reason)) from error

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with told(self._path):
            # Where the file was removed or replaced, writes would seem to succeed and be lost.
            if identity(self._path) != self._file:
                raise OutsideFailed(problem("outside.store_moved", path=str(self._path)))
            with transaction(self._db):
                yield self._db

    def _put(self, workshop: str, events: Sequence[Envelope], texts: Mapping[str, str]) -> None:
        self._db.executemany("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)", map(astuple, events))
        self._db.executemany("INSERT OR IGNORE INTO texts VALUES (?,?)", texts.items())
        self._db.executemany(
            "INSERT OR IGNORE INTO workshop_texts VALUES (?,?)", [(workshop, digest) for digest in texts]
        )

    def _last_position(self, workshop: str) -> int | None:
        rows = self._rows("SELECT position FROM workshops WHERE id=?", workshop)
        return int(rows[0][0]) if rows else None

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        with told(self._path):
            return self._db.execute(query, values).fetchall()

    def _copy_into(self, path: Path) -> None:
        with closing(connection(path, "mode=rw", timeout_s=0)) as copy:
            self._db.backup(copy)
            # One file without side files, which can be carried about.
            copy.execute("PRAGMA journal_mode=DELETE")


def _summary(row: tuple[Any, ...]) -> Summary:
    return Summary(*(*row[:-1], bool(row[-1])))
