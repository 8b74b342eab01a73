"""Commands without a terminal: how long they take and how much memory they hold."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

Command = Sequence[str]

CHECKOUT = Path(__file__).resolve().parent.parent
EXAMPLE = CHECKOUT / "flows" / "examples" / "bread-again.yaml"
WEIGH = CHECKOUT / "bench" / "weigh.py"


def module(name: str, *arguments: str) -> list[str]:
    """The command that runs a module with this very Python."""
    return [sys.executable, "-m", name, *arguments]


def wall_ms(command: Command) -> float:
    """Milliseconds from start to end."""
    started = time.perf_counter()
    succeed(command)
    return (time.perf_counter() - started) * 1000


def peak_mib(command: Command) -> float:
    """The most memory it held at once, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "peak"
        succeed(weighed(command, note))
        return noted_mib(note)


def weighed(command: Command, note: Path) -> list[str]:
    """The same command, which leaves its peak memory in `note` when it ends."""
    return [sys.executable, "-S", str(WEIGH), str(note), *command]


def noted_mib(note: Path) -> float:
    return int(note.read_text(encoding="ascii")) / 1024


def succeed(command: Command) -> None:
    """Run it to its end; a contender that fails would otherwise look fast."""
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
