"""Versions as people count them: 1 comes before 1.2, that before 1.10, and that before 2. Knows no flow."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
_END = (1, 0, "")

Counted = tuple[tuple[int, int, str], ...]


def counted(version: str) -> Counted:
    """What versions are sorted by. Zeros at the end say nothing: 1.0 is 1; with letters it isn't done yet."""
    parts = [_part(text) for text in _PARTS.findall(version.casefold())]
    while parts and parts[-1] == _part("0"):
        parts.pop()
    return (*parts, _END)


def _part(text: str) -> tuple[int, int, str]:
    """Letters come first, then the end, then numbers, by how long they are and what they say."""
    if not text.isdecimal():
        return 0, 0, text
    figures = text.lstrip("0")
    return 2, len(figures), figures
