"""Bytes to clean text, and where in it a position stands. Knows no YAML but its directives."""

from __future__ import annotations

import re
from itertools import islice

from wizard.adapters.flow_yaml.limits import MAX_BYTES
from wizard.core.problems import Mark, Problem, problem

MAX_CHARACTERS_SHOWN = 10

_REPLACEMENT = "\ufffd"

# Control characters, line ends that editors don't show as such, marks that reorder what is seen, lone
# surrogates and non-characters. In double quotes all of them but the last two can be written as an escape.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# A flow needs none, and libyaml compares each %TAG with all before it.
_DIRECTIVE = re.compile(r"^%(?:TAG|YAML)\b", re.MULTILINE)


def decode(data: bytes, file: str) -> str | Problem:
    """The text of a UTF-8 file, with or without a byte order mark; yaml.too_large and yaml.not_utf8 else."""
    if len(data) > MAX_BYTES:
        return _too_large(file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        mark = mark_at(_one_line_end(before), len(_one_line_end(before)), file)
        return problem("yaml.not_utf8", mark=mark, byte=f"{error.object[error.start]:02X}")


def clean(text: str, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text with one kind of line end and nothing that YAML can't hold, and what was refused in it.

    A refused character is replaced, so that the rest of the file can still be read. None: it can't.
    """
    if len(text) > MAX_BYTES:
        return None, (_too_large(file),)
    lines = _one_line_end(text.removeprefix("\ufeff"))
    problems = [
        problem(
            "yaml.control_character",
            mark=mark_at(lines, found.start(), file),
            character=f"U+{ord(found[0]):04X}",
            escape=f"\\u{ord(found[0]):04x}",
        )
        for found in islice(_REFUSED.finditer(lines), MAX_CHARACTERS_SHOWN)
    ]
    directive = _DIRECTIVE.search(lines)
    if directive:
        mark = mark_at(lines, directive.start(), file)
        return None, (*problems, problem("yaml.directive", mark=mark, directive=directive[0]))
    return _REFUSED.sub(_REPLACEMENT, lines), tuple(problems)


def mark_at(text: str, index: int, file: str) -> Mark:
    """The mark of the character at that index of a clean text."""
    return Mark(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def line_at(text: str, index: int) -> tuple[str, int]:
    """The line that the index stands in, and the index of its first character."""
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return text[start : end if end >= 0 else len(text)], start


def shortened(text: str, width: int = 40) -> str:
    """The text on one line, cut where it is too long to show."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_large(file: str) -> Problem:
    return problem("yaml.too_large", mark=Mark(file, 1, 1), limit="1 MiB")
