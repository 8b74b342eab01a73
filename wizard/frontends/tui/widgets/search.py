"""Where words stand in lines that are set. Knows no widget."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a line, in characters. hit: the number of the place that it belongs to."""

    start: int
    end: int
    hit: int


class Hits(NamedTuple):
    """Places where words stand. lines: the line that each begins at. spans: by line, from left to right."""

    lines: list[int]
    spans: dict[int, list[Span]]


NONE = Hits([], {})


def found(texts: Sequence[str], words: str) -> Hits:
    """Every place of the words, small letters or capitals. A line may end between two of them."""
    wanted = words.split()
    if not wanted:
        return NONE
    whole = "\n".join(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    hits = Hits([], {})
    for place in re.finditer(r"\s+".join(map(re.escape, wanted)), whole, re.IGNORECASE):
        first = bisect_right(starts, place.start()) - 1
        last = bisect_right(starts, place.end() - 1) - 1
        for line in range(first, last + 1):
            text = texts[line]
            start = max(place.start() - starts[line], len(text) - len(text.lstrip()))
            end = min(place.end() - starts[line], len(text.rstrip()))
            if start < end:
                hits.spans.setdefault(line, []).append(Span(start, end, len(hits.lines)))
        hits.lines.append(first)
    return hits
