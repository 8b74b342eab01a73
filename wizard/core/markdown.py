"""Text that stays text inside Markdown, in paragraphs and on single lines. Must not know answers.

Read back by a CommonMark parser, with or without GitHub's tables and strikethrough, every character is there
again and none of them has become structure. What needs no escape gets none: the raw file is read by people.
"""

from __future__ import annotations

import re
from html.entities import html5

from wizard.core.controls import visible

# What would start something in the middle of a line.
_INLINE = re.compile(
    r"""
      [\\`*\[\]<|~]
    | (?<![^\W_])_ | _(?![^\W_])                    # snake_case is no emphasis
    | &(?=\#[0-9xX]|(?P<entity>[A-Za-z][A-Za-z0-9]*)(?:;|\Z))
    | (?<!\S)\#(?=\#*\Z)                            # would close a heading, and vanish
    """,
    re.VERBOSE,
)
# What would start a block where a line begins: heading, quote, underline, list, rule of a table.
_STARTS = re.compile(
    r"""
      \#(?=\#{0,5}(?:\s|\Z)) | [>=] | [-+](?![^\W_]) | :(?=-)
    | (?P<number>[0-9]{1,9})(?=[.)](?:\s|\Z))
    """,
    re.VERBOSE,
)

_NUMBER = re.compile(r"[0-9]{1,9}")
# A line with code is left alone: a backslash there is its author's.
_NUMBER_AFTER_WORDS = re.compile(r"(?m)^(?P<before>[^`\n]*?[^\W\d_])(?P<after>[^`\n]*[0-9]\\[.)][^`\n]*)$")


def escaped(text: str) -> str:
    """Markdown that says exactly this, wherever it stands in a paragraph or a list item.

    Line breaks inside become hard breaks, also several in a row; those at either end, and white space that a
    parser would drop, become character references.
    """
    return _joined(text, "\\\n")


def escaped_item(text: str, width: int) -> str:
    """The same for an item of a list: below its line breaks the text goes on `width` blanks to the right."""
    return _joined(text, "\\\n" + " " * width)


def escaped_cell(text: str) -> str:
    """Markdown that says exactly this on one line: a cell of a table, a heading.

    Line breaks inside become `<br>`; those at either end are character references, as in `escaped`.
    """
    return _joined(text, "<br>")


def settled(document: str) -> str:
    """A finished document without the backslashes in front of "4." and "4)" that need none.

    Who escapes a text can't know whether a line begins with it; behind a word no list does.
    """
    return _NUMBER_AFTER_WORDS.sub(_unescaped_numbers, document)


def _unescaped_numbers(line: re.Match[str]) -> str:
    return line["before"] + re.sub(r"(?<![\\0-9])([0-9]{1,9})\\(?=[.)])", r"\1", line["after"])


def _joined(text: str, line_break: str) -> str:
    text = visible(text)
    inner = text.strip("\n")
    if not inner:
        return "&#10;" * len(text)
    before = text.index(inner)
    after = len(text) - before - len(inner)
    math = text.count("$") > 1
    # Behind `<br>` no line starts, but there a "1." that became "1\." says the same.
    lines = [_line(line, math) for line in inner.split("\n")]
    if len(lines) > 1 and _NUMBER.fullmatch(lines[-1]):
        # The template may go on with ")" or ".", and the line would be an item of a list.
        lines[-1] = f"&#{ord(lines[-1][0])};{lines[-1][1:]}"
    return "&#10;" * before + line_break.join(lines) + "&#10;" * after


def _line(line: str, math: bool) -> str:
    """One line, escaped. math: whether dollar signs could be taken for a formula."""
    escapes = _INLINE.sub(_escape, line)
    if math:
        escapes = escapes.replace("$", "\\$")
    if found := _STARTS.match(escapes):
        at = found.end("number") if found["number"] else 0
        escapes = f"{escapes[:at]}\\{escapes[at:]}"
    return _with_edges(escapes)


def _escape(found: re.Match[str]) -> str:
    name = found["entity"]
    return found[0] if name and f"{name};" not in html5 else "\\" + found[0]


def _with_edges(line: str) -> str:
    """White space at the ends of a line as character references, so that no parser strips it."""
    if line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    if line[-1:].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return line
