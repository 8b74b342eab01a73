"""What the tests of the SQLite store work with: events, filled stores, child processes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

import wizard
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed
from wizard.core.words.outside import SENTENCES
from wizard.ports import Envelope, Summary

AT = "2026-03-03T10:00:00Z"

posix_only = pytest.mark.skipif(os.name == "nt", reason="signals, limits and file modes are POSIX")

# What every child process begins with: its arguments, and ways to make events.
CHILD = """
import os, signal, sys
from wizard.adapters.store_sqlite import SqliteStore, opening
from wizard.core.problems import OutsideFailed
from wizard.ports import Envelope, PositionTaken, Summary

AT = "2026-03-03T10:00:00Z"
path, *words = sys.argv[1:]

def tell(*things):
    print(*things, flush=True)

def event(position, size=10, workshop="w1", author=None):
    return Envelope(workshop, position, f"a{position}", AT, author, "AnswerGiven", 1, b"x" * size)

def summary(position, workshop="w1"):
    return Summary(workshop, "Bread", "business-model", "d1", "Segments", 0.25, AT, AT, position)
"""


def event(position: int, size: int = 10) -> Envelope:
    return Envelope("w1", position, f"a{position}", AT, None, "AnswerGiven", 1, b"x" * size)


def summary(position: int) -> Summary:
    return Summary("w1", "Bread", "business-model", "d1", "Segments", 0.25, AT, AT, position)


def filled(path: Path, last: int = 40) -> None:
    """A store with one workshop, closed again, large enough to have a page of its own for each table."""
    with closing(SqliteStore.open(path)) as store:
        store.create(summary(last), [event(each, 400) for each in range(1, last + 1)], {"d1": "flow" * 4000})
        store.put_drafts("w1", "me", {"name": "Bre"})


def child(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    root = str(Path(wizard.__file__).parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((root, os.environ.get("PYTHONPATH", "")))}
    return subprocess.Popen(
        [sys.executable, "-c", CHILD + dedent(code), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def told_by(code: str, *arguments: str | Path) -> list[str]:
    """The lines that a child process prints; it must end well."""
    with child(code, *arguments) as process:
        said, _ = process.communicate(timeout=60)
    assert 0 == process.returncode
    return said.splitlines()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def refused(failure: pytest.ExceptionInfo[OutsideFailed]) -> str:
    """The code of what was refused; it must have a sentence for people, with nothing left unfilled."""
    found = failure.value.problem
    sentence = SENTENCES[found.code]
    assert "{" not in (sentence.say + sentence.hint).format(**found.details)
    return found.code


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        return str(db.execute("PRAGMA integrity_check").fetchone()[0])
