"""What tells this very program from an older or a newer one. Must not know who wants to know."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from wizard import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


def this_program(folders: Iterable[str]) -> Iterator[str]:
    """Its version, and in a checkout its changed files. folders: of the package, those that matter."""
    yield __version__
    for folder in folders:
        try:
            with os.scandir(_PACKAGE / folder) as files:
                python = [file for file in files if file.name.endswith(".py")]
                for file in sorted(python, key=lambda file: file.name):
                    found = file.stat()
                    yield f"{folder}/{file.name} {found.st_size} {found.st_mtime_ns}"
        except OSError:  # the program is packed into one file
            continue
