"""The texts of flow files, and where those that a flow names are looked for. Must not know what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from glob import escape
from pathlib import Path

import msgspec

from wizard.adapters.flow_yaml import decode
from wizard.core.languages import canonical_tag
from wizard.core.problems import OutsideFailed, Problem, problem

MOST_FILES = 50
MOST_BYTES = 2 * 1024 * 1024
"""So much is read of a file before it is too large."""
TRANSLATIONS = "i18n/"
"""Where translations lie, beside the flows that they are of: `i18n/de/express.yaml`."""

# A flow says its language before anybody has read the flow.
_LANGUAGE = re.compile(r"""^language:[ \t]*["']?([A-Za-z_-]+)""", re.MULTILINE)


class Found(msgspec.Struct, frozen=True):
    """A file that was looked for. shown: its name in problems."""

    text: str
    shown: str


Find = Callable[[str], Found | Problem | None]


def look(name: str, folders: Sequence[Path], shown: Path) -> Found | Problem | None:
    """Beside the flow, then among the shipped ones; nowhere else."""
    if "\x00" in name:
        return None
    for number, folder in enumerate(folders):
        try:
            path = (folder / name).resolve()
        except (OSError, RuntimeError):  # a link that leads back to itself
            return None
        if not path.is_relative_to(folder):
            return problem("include.outside", text=name)
        if is_file(path):
            text = read_text(path, name)
            where = str(shown / name) if number == 0 and str(shown) != "." else name
            return text if isinstance(text, Problem) else Found(text, where)
    return None


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file system takes
        return False


def read_text(path: Path, shown: str) -> str | Problem:
    """The text of a file; OutsideFailed where it is there and can't be read. shown: its name in problems."""
    try:
        with path.open("rb") as file:
            return decode(file.read(MOST_BYTES), shown)
    except FileNotFoundError:
        return problem("outside.not_found", path=shown)
    except OSError as fault:
        raise OutsideFailed(
            problem("outside.cannot_read", path=shown, reason=fault.strerror or str(fault))
        ) from fault


def languages(path: Path, main: str) -> tuple[str, ...]:
    """The languages in which the flow of a file can be had, its own first. main: the text of the file."""
    said = _LANGUAGE.search(main)
    own = (canonical_tag(said[1]) if said else "") or "en"
    found = {file.parent.name for file in path.parent.glob(f"{TRANSLATIONS}*/{escape(path.name)}")}
    return (own, *sorted(tag for tag in found if canonical_tag(tag) == tag and tag != own))


def translation_in(language: str, name: str) -> tuple[str, str] | None:
    """The language of a translation, and the file that it is in; None for no language.

    name: of the flow's file.
    """
    return (language, f"{TRANSLATIONS}{language}/{name}") if language else None
