"""What cards are called that the wizard names itself."""

from __future__ import annotations

import re

COPY = "{text} (copy)"
COPY_AGAIN = "{text} (copy {number})"
_COPIED = re.compile(r" \(copy(?: \d{1,6})?\)$")


def uncopied(text: str) -> str:
    """A text without what says that it is a copy."""
    return _COPIED.sub("", text)
