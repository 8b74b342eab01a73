"""Where a character of a scalar's text stands in its file. Knows no expression."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wizard.core.expressions.tree import Locate
from wizard.core.nodes import Scalar
from wizard.core.problems import Mark

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_INK = re.compile(r"\S")
_ESCAPED = {"x": 4, "u": 6, "U": 10}


def locator(scalar: Scalar, lines: Sequence[str]) -> Locate:
    """From an offset in the scalar's text to its position in the file.

    lines: of the file, without their ends. Follows the text through the file as YAML folds, indents and
    escapes it; where the two don't fit together the answer is the scalar's own mark.
    """
    return _Walk(scalar, lines).mark


class _Walk:
    """Goes through a scalar's text and its lines side by side, and keeps how far it came.

    line, column: from 0. passed: the positions of the text's characters so far. lost: text and file differ.
    """

    def __init__(self, scalar: Scalar, lines: Sequence[str]) -> None:
        self.scalar = scalar
        self.lines = lines
        self.line = scalar.mark.line - 1
        self.column = scalar.mark.column - 1
        self.passed: list[tuple[int, int]] = []
        self.lost = not self._at_text()
        self.on_one_line = (
            not self.lost
            and scalar.style != "block"
            and lines[self.line].startswith(scalar.text, self.column)
        )

    def mark(self, offset: int) -> Mark:
        """The position of a character, or of the end of the text."""
        text = self.scalar.text
        offset = min(offset, len(text))
        if self.on_one_line:
            return Mark(self.scalar.mark.file, self.line + 1, self.column + offset + 1)
        while len(self.passed) <= offset and len(self.passed) < len(text) and not self.lost:
            self._pass(text[len(self.passed)])
        if offset < len(self.passed):
            line, column = self.passed[offset]
        elif self.lost:
            return self.scalar.mark
        else:
            line, column = self.line, self.column
        return Mark(self.scalar.mark.file, line + 1, column + 1)

    def _at_text(self) -> bool:
        """Go to where the text begins: behind an anchor, a quote, the header of a block."""
        if self.scalar.style == "block":
            self.line += 1
            self.column = 0
            return 0 < self.line < len(self.lines)
        if not 0 <= self.line < len(self.lines):
            return False
        if self.lines[self.line].startswith(("&", "!"), self.column):
            properties = _PROPERTIES.match(self.lines[self.line], self.column)
            self.column = properties.end() if properties else self.column
        self.column += self.scalar.style in ("single", "double")
        return True

    def _pass(self, character: str) -> None:
        """Find where this character of the text is written, and go behind it."""
        while self.line < len(self.lines):
            line = self.lines[self.line]
            written = line[self.column : self.column + 1]
            ink = _INK.search(line, self.column)
            if written == "\\" and self.scalar.style == "double":
                if self.column + 1 < len(line):
                    return self._passed(_ESCAPED.get(line[self.column + 1], 2))
                self._next_line()
            elif written == character:
                return self._passed(2 if character == "'" and self.scalar.style == "single" else 1)
            elif ink is None:
                if character.isspace():
                    self._passed(0)
                    return self._next_line()
                self._next_line()
            elif written.isspace():
                self.column = ink.start()
            else:
                break
        self.lost = True
        return None

    def _passed(self, width: int) -> None:
        self.passed.append((self.line, self.column))
        self.column += width

    def _next_line(self) -> None:
        """Go on below; a block's indentation is passed when its next character is looked for."""
        self.line += 1
        self.column = 0
        if self.scalar.style != "block" and self.line < len(self.lines):
            line = self.lines[self.line]
            self.column = len(line) - len(line.lstrip())
