"""What copies are called, of cards and of workshops."""

from __future__ import annotations

import re

from wizard.core.tongue import mark, t

COPY = mark("{text} (copy)")
COPY_AGAIN = mark("{text} (copy {number})")
IN_FLOW = mark("{text} ({flow})")


def uncopied(text: str) -> str:
    """A text without what says that it is a copy, in the language that is spoken."""
    for written in (COPY_AGAIN, COPY):
        before, behind = re.escape(t(written, text="\0", number="\1")).split(re.escape("\0"), 1)
        ending = behind.replace(re.escape("\1"), r"\d{1,6}")
        if found := re.fullmatch(f"{before}(.*){ending}", text, re.DOTALL):
            return found[1]
    return text
