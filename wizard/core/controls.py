"""Text made harmless: control characters can be seen, steer no terminal and no page; lines become one."""

from __future__ import annotations

import re

# C0 but for tab and line feed, delete, C1, line and paragraph separators, what turns the direction of text,
# halves of surrogate pairs, which no encoding can write, byte order marks and what is no character at all.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """The text with line ends as LF and every control character as something that can be seen."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub(_picture, text)


def one_line(text: str) -> str:
    """A text on one line: blanks between its words, a stroke between its lines."""
    return " / ".join(words for line in text.splitlines() if (words := " ".join(line.split())))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"‹U+{code:04X}›"
