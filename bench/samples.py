"""Measuring several contenders fairly: in turns, in one run, told by their medians."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

ROUNDS = 9

Measure = Callable[[], float]


def medians(contenders: Mapping[str, Measure], rounds: int = ROUNDS) -> dict[str, float]:
    """The median of each contender, in the unit that it measures in.

    One round that isn't counted warms the caches. The order turns from round to round, so that what the
    machine does beside us (and what one contender leaves behind) hits all of them alike.
    """
    for measure in contenders.values():
        measure()
    names = list(contenders)
    found: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            found[name].append(contenders[name]())
    return {name: median(values) for name, values in found.items()}
