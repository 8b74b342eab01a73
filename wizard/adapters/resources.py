"""Where the shipped flows and templates are, in a checkout and in a wheel. Doesn't know what is in them."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def flows_folder() -> Path:
    """The folder of the shipped flows, with `lib/`, `canvases/` and `examples/` in it."""
    return shipped_folder("flows")


def templates_folder() -> Path:
    """The folder of the shipped document templates."""
    return shipped_folder("templates")


def shipped_folder(name: str, package: Path = PACKAGE) -> Path:
    """A folder that ships with the program.

    package: the folder of `wizard`. In a wheel its data lies inside, under `_data`; in a checkout, and so in
    an editable install, beside it.
    """
    packaged = package / "_data" / name
    return packaged if packaged.is_dir() else package.parent / name
