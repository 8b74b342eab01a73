"""The shape of a sentence for people."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """say: what is the matter and what to do. hint: a second sentence, or ''. `{name}` takes a detail."""

    say: str
    hint: str = ""
