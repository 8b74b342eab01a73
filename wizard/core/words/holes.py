"""Which holes a table of cards has, in a sentence. Knows neither cards nor tables."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.tongue import t, tn


def holes_said(holes: Sequence[tuple[str, Sequence[str]]]) -> str:
    """holes: the rows that have some, by their labels, each with the labels of the columns that are empty."""
    count = sum(len(columns) for _, columns in holes)
    if not count:
        return t("No holes: every row has something in each column.")
    where = "; ".join(f"{row} – {', '.join(columns)}" for row, columns in holes)
    return tn("{count} hole: {where}", "{count} holes: {where}", count, where=where)
