"""Markdown as plain text: marks of emphasis go, lists stay; text that is safe to print. Knows no workshop."""

from __future__ import annotations

import re
import textwrap

from wizard.core.controls import visible

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)")
_HEADING = re.compile(r"#{1,6} +")
_EMPHASIS = (
    re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"),
    re.compile(r"`([^`\n]+)`"),
)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")


def readable(markdown: str) -> str:
    """Markdown as plain text, one line for each paragraph and each item of a list."""
    joined: list[str] = []
    open_paragraph = False
    for raw in markdown.splitlines():
        line = _HEADING.sub("", raw.rstrip(), count=1) if _HEADING.match(raw) else raw.rstrip()
        line = re.sub(r"^ *> ?", "", line)
        if not line:
            joined.append("")
            open_paragraph = False
        elif open_paragraph and not _ITEM.match(line) and not _HEADING.match(raw):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line if _ITEM.match(line) else line.strip())
            open_paragraph = not _HEADING.match(raw)
    return "\n".join(_unmarked(line) for line in joined).strip("\n")


def _unmarked(line: str) -> str:
    for pattern in _EMPHASIS:
        line = pattern.sub(r"\1", line)
    return _LINK.sub(r"\1 (\2)", line)


def printed(text: str, width: int | None) -> str:
    """Text for a terminal: nothing in it can steer one. width: columns to wrap at, None for no wrapping."""
    lines = visible(text).expandtabs(4).split("\n")
    return "\n".join(_wrapped(line, width) if width else line for line in lines)


def one_line(text: str) -> str:
    """Text that stays on its line, for prompts and lists."""
    return " ".join(visible(text).split())


def _wrapped(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    item = _ITEM.match(line)
    indent = " " * (len(item[0]) if item else len(line) - len(line.lstrip(" ")))
    return textwrap.fill(
        line,
        max(width, 20),
        subsequent_indent=indent[: width // 2],
        break_long_words=False,
        break_on_hyphens=False,
    )
