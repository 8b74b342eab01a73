"""The file of a store: making, checking, bringing up to date, naming. Must not know what is stored in it."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Literal

from wizard.core.problems import OutsideFailed, problem

APPLICATION_ID = 0x63765731
"""Written into the file's header, so that nobody else's database is taken for a store."""

# Number n brings a store from version n to n + 1; each runs in one transaction. Only ever add to the end.
# Summaries and events have the columns of Summary and Envelope, in their order.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE workshops (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, flow TEXT NOT NULL, flow_digest TEXT NOT NULL,
            step TEXT NOT NULL, progress REAL NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
            position INTEGER NOT NULL, finished INTEGER NOT NULL, deleted_at TEXT
        ) WITHOUT ROWID""",
        """CREATE TABLE events (
            workshop TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, position INTEGER NOT NULL,
            action TEXT NOT NULL, at TEXT NOT NULL, author TEXT, kind TEXT NOT NULL, v INTEGER NOT NULL,
            body BLOB NOT NULL, undoes TEXT, PRIMARY KEY (workshop, position)
        ) WITHOUT ROWID""",
        "CREATE TABLE texts (digest TEXT PRIMARY KEY, text TEXT NOT NULL)",
        """CREATE TABLE workshop_texts (
            workshop TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, digest TEXT NOT NULL,
            PRIMARY KEY (workshop, digest)
        ) WITHOUT ROWID""",
        # A terminal may send half of a character, which no TEXT can hold: hence BLOB.
        """CREATE TABLE drafts (
            workshop TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, viewer TEXT NOT NULL,
            key TEXT NOT NULL, text BLOB NOT NULL, PRIMARY KEY (workshop, viewer, key)
        ) WITHOUT ROWID""",
    ),
)

SETTINGS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",  # macOS tells that data is on the disk when it isn't, unless asked like this
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",  # a store that somebody sent can't run functions through its schema
)


def connection(path: Path, how: str, timeout_s: float) -> sqlite3.Connection:
    """A connection to a file that exists. how: the query of an SQLite URI, such as `mode=ro`."""
    # isolation_level=None: transactions begin where we say so.
    return sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=timeout_s, isolation_level=None)


def new_private_file(path: Path) -> None:
    """An empty file that nobody else may read. Raises FileExistsError, and touches nothing, where one is."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def identity(path: Path) -> tuple[int, int] | None:
    """What stays the same while a path leads to the same file; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def refuse_what_cannot_be_used(path: Path, timeout_s: float) -> None:
    """Find out what can be known about a file without a connection that may write to it."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # What a killed process left in the log is brought into the file by whoever closes next, even if they only
    # looked; a connection that is `ro` leaves both alone. Without a log, looking changes nothing anyway.
    # (SQLite's `immutable` takes no locks, and sees damage where another process is writing.)
    if _size(path.with_name(path.name + "-wal")):
        with closing(connection(path, "mode=ro", timeout_s)) as db, transaction(db, "DEFERRED"):
            _version(db, path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The schema's version, 0 for a new file. Raises OutsideFailed for a newer one and for another's file.

    Call it in a transaction: else another process may finish making the store between two of its looks.
    """
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application == version == tables == 0:
            return 0
        raise OutsideFailed(problem("outside.store_foreign", path=str(path)))
    if version > len(MIGRATIONS):
        raise OutsideFailed(
            problem("outside.store_newer", path=str(path), found=version, known=len(MIGRATIONS))
        )
    return version


def set_up(db: sqlite3.Connection, path: Path, timeout_s: float) -> None:
    """Make a fresh connection as durable as we promise, and its schema as new as we know.

    Raises OutsideFailed, before anything is written, for a newer store and for another's file.
    """
    for setting in SETTINGS:
        db.execute(setting)
    with transaction(db, "DEFERRED"):
        ready = _version(db, path) == len(MIGRATIONS)
    _keep_a_log(db, timeout_s)
    if ready:
        return
    with transaction(db):
        # Another process may have been quicker since.
        for statements in MIGRATIONS[_version(db, path) :]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={len(MIGRATIONS)}")


def _keep_a_log(db: sqlite3.Connection, timeout_s: float) -> None:
    """Turn WAL on. Where a file system can't do it, SQLite keeps a rollback journal: as safe, but slower."""
    deadline = monotonic() + timeout_s
    while True:
        try:
            db.execute("PRAGMA journal_mode=WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            # Two who make a store at once meet here, and this one pragma doesn't wait, whatever the timeout.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(0.01)


@contextmanager
def transaction(
    db: sqlite3.Connection, kind: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE"
) -> Iterator[None]:
    """All of it happens, or nothing. IMMEDIATE holds the write lock from the start, DEFERRED only reads."""
    try:
        db.execute(f"BEGIN {kind}")
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def give_name(partial: Path, target: Path) -> None:
    """Show a finished file under its name, at once, and never in the place of another."""
    try:
        target.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: take the name first.
        new_private_file(target)
        partial.replace(target)
