"""What is said of how well options fit."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.tongue import mark, t

BEST = mark("fits best")
_FIT_BEST = mark("Fits best: {options}")
_ONE = "{label} ({score})"
_MOST = 3


def fit_line(scored: Sequence[tuple[str, str]]) -> str:
    """The options that fit, in one sentence without its full stop; '' where none does.

    scored: label and score of each, the best first.
    """
    told = ", ".join(_ONE.format(label=label, score=score) for label, score in scored[:_MOST])
    return t(_FIT_BEST, options=told) if told else ""
