"""How the whole program ends, in a process of its own: everything that was kept is in the one file."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from wizard.adapters.store_sqlite import SqliteStore

PATIENCE_S = 10.0
QUESTION = b"What is the venture called?"
NEXT = b"What does Bread do"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    return folder / "x.db"


def program(store: Path, *args: str) -> list[str]:
    return [sys.executable, "-m", "wizard", *args, "--store", str(store)]


def names_in(store: Path, elsewhere: Path) -> list[str]:
    """The workshops in a copy of the one file, made as people do it."""
    elsewhere.mkdir()
    shutil.copy(store, elsewhere / "copy.db")
    copy = SqliteStore.open(elsewhere / "copy.db")
    try:
        return [summary.name for summary in copy.summaries()]
    finally:
        copy.close()


def files(store: Path) -> list[str]:
    return sorted(path.name for path in store.parent.iterdir())


@contextmanager
def in_a_terminal(args: list[str], folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A process with a terminal of its own, and the other end of that."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "CANVAS_WIZARD_SETTINGS": str(folder / "settings")}
    # Whoever runs the tests may have told them to ignore that their terminal has gone, as `nohup` does.
    was = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    process = subprocess.Popen(args, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    signal.signal(signal.SIGHUP, was)
    os.close(theirs)
    try:
        yield process, ours
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def read_until(terminal: int, text: bytes) -> None:
    said = b""
    end = time.monotonic() + PATIENCE_S
    while text not in said:
        assert time.monotonic() < end, said[-500:]
        if select.select([terminal], [], [], 0.1)[0]:
            said += os.read(terminal, 1 << 16)


def ended(process: subprocess.Popen[bytes], terminal: int) -> int:
    """Read on until it has ended; its exit code."""
    end = time.monotonic() + PATIENCE_S
    with suppress(OSError):
        while process.poll() is None:
            assert time.monotonic() < end, "it never ended"
            if select.select([terminal], [], [], 0.1)[0]:
                os.read(terminal, 1 << 16)
    return process.wait(PATIENCE_S)


def test_after_a_command_there_is_only_the_one_file(store: Path, tmp_path: Path) -> None:
    answers = Path(__file__).parents[2] / "flows" / "examples" / "bread-again.yaml"
    subprocess.run(program(store, "import", str(answers)), check=True, capture_output=True)

    assert ["x.db"] == files(store)
    assert ["Bread Again"] == names_in(store, tmp_path / "elsewhere")


@pytest.mark.parametrize("way", [(), ("--prompts",), ("--plain",)])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_after_a_signal_there_is_only_the_one_file(
    way: tuple[str, ...], number: signal.Signals, store: Path, tmp_path: Path
) -> None:
    with in_a_terminal(program(store, "new", "--name", "Bread", *way), tmp_path) as (process, terminal):
        read_until(terminal, QUESTION)
        process.send_signal(number)

        assert 128 + number == ended(process, terminal)
    assert ["x.db"] == files(store)
    assert ["Bread"] == names_in(store, tmp_path / "elsewhere")


def test_after_quitting_there_is_only_the_one_file(store: Path, tmp_path: Path) -> None:
    with in_a_terminal(program(store, "new"), tmp_path) as (process, terminal):
        read_until(terminal, QUESTION)
        os.write(terminal, b"Bread\r")
        read_until(terminal, NEXT)
        os.write(terminal, b"\x11")

        assert 0 == ended(process, terminal)
    assert ["x.db"] == files(store)
    assert ["Bread"] == names_in(store, tmp_path / "elsewhere")


def test_whoever_ends_while_another_has_it_open_disturbs_nobody(store: Path) -> None:
    other = SqliteStore.open(store)
    subprocess.run(program(store, "new", "--plain", "--name", "Bread"), check=True, input=b"")
    assert ["Bread"] == [summary.name for summary in other.summaries()]
    subprocess.run(program(store, "rename", "Bread", "Bread Again"), check=True, capture_output=True)
    assert ["Bread Again"] == [summary.name for summary in other.summaries()]
    other.delete(other.summaries()[0].id, "2026-01-01T00:00:00+00:00")
    other.close()

    assert ["x.db"] == files(store)
