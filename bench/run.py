"""Measure everything and print one Markdown table.

Usage: python -m bench.run [screens|grown|headless|engine|flows]...
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import engine, flows, grown, headless, screens
from bench.samples import ROUNDS
from bench.table import Row, Unmeasured, markdown
from bench.terminal import NeverShown

PARTS: dict[str, Callable[[Path], list[Row]]] = {
    "screens": screens.rows,
    "grown": grown.rows,
    "headless": headless.rows,
    "engine": engine.rows,
    "flows": flows.rows,
}


def measured(part: str) -> list[Row] | list[Unmeasured]:
    """The rows of one part; one that can't be measured says so, and leaves the others theirs."""
    print(f"measuring {part} ...", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scratch:
        # What the program keeps for the next time is there in every round but the first, which isn't counted.
        os.environ["CANVAS_WIZARD_CACHE"] = str(Path(scratch) / "cache")
        os.environ["CANVAS_WIZARD_SETTINGS"] = str(Path(scratch) / "settings.json")
        try:
            return PARTS[part](Path(scratch))
        except (NeverShown, NotImplementedError, RuntimeError, OSError) as error:
            print(error, file=sys.stderr)
            return [Unmeasured(part, "couldn't be measured, see above")]


def main(parts: list[str]) -> int:
    """0 when everything was measured, 1 when something wasn't, 2 for a part that doesn't exist."""
    # An installed program has its bytecode at hand; without it we would measure the compiler first.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if unknown := [part for part in parts if part not in PARTS]:
        print(f"No part is called {unknown[0]}. There are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    rows = [row for part in parts or PARTS for row in measured(part)]
    print(
        f"Python {platform.python_version()}, {platform.system()}; medians of {ROUNDS} or more, in turns.\n"
    )
    print(markdown(rows), end="")
    return 1 if any(isinstance(row, Unmeasured) for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
