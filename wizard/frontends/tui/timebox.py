"""TimeBox: how long a person has worked on each step, and what is said of it. Nobody is ever made to go."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from wizard.core.tongue import t

GAP_S = 5.0  # who doesn't tick for longer was asleep: stopped, suspended, or a lid was closed
SOON = 0.2  # the part of the time at the end of which one is told


class TimeTold(NamedTuple):
    """What the top line says of the time. long, short: where there is much or little room."""

    long: str
    short: str
    mood: Literal["fine", "soon", "over", "paused"]


class TimeBox:
    """Seconds that were spent at each step. clock: seconds that only ever grow.

    Time counts for the step at hand, from one tick to the next, while nobody has paused it.
    """

    def __init__(self, clock: Callable[[], float], spent_s: Mapping[str, float] | None = None) -> None:
        self._clock = clock
        self._spent_s = dict(spent_s or {})
        self._step = ""
        self._at = clock()
        self.paused = False

    @property
    def spent_s(self) -> dict[str, int]:
        """Whole seconds at each step, as they are kept for the next time."""
        return {step: int(spent) for step, spent in self._spent_s.items() if spent >= 1}

    def stand(self, step: str) -> None:
        """Be at a step from now on, '' for none: what was spent there before goes on counting."""
        if step != self._step:
            self.tick()
            self._step = step

    def tick(self, *, most_s: float = GAP_S) -> None:
        """Count the time since the last tick. most_s: a longer time isn't believed and counts for nothing."""
        now = self._clock()
        passed, self._at = now - self._at, now
        if self._step and not self.paused and 0 < passed <= most_s:
            self._spent_s[self._step] = self._spent_s.get(self._step, 0.0) + passed

    def pause(self) -> None:
        """Stop counting, or go on."""
        self.tick()
        self.paused = not self.paused

    def told(self, minutes: int | None) -> TimeTold | None:
        """What is said at the step at hand, which should take so many minutes; None where nothing is."""
        if not minutes or not self._step:
            return None
        return time_told(self._spent_s.get(self._step, 0.0), minutes, paused=self.paused)


def time_told(spent_s: float, minutes: int, *, paused: bool = False) -> TimeTold:
    """The words for a time. From a fifth of it on before the end they say what is left, then what is over."""
    spent, whole = int(spent_s), minutes * 60
    told = t("{spent} of {minutes} min", spent=clock_time(spent), minutes=minutes)
    if paused:
        return TimeTold(t("paused at {time}", time=told), t("paused {time}", time=told), "paused")
    if spent >= whole:
        over = (spent - whole) // 60
        said = t("{minutes} min over", minutes=over) if over else t("time is up")
        return TimeTold(f"{told} · {said}", said, "over")
    if whole - spent <= whole * SOON:
        said = t("{minutes} min left", minutes=math.ceil((whole - spent) / 60))
        return TimeTold(f"{told} · {said}", said, "soon")
    return TimeTold(told, told, "fine")


def clock_time(seconds: int) -> str:
    """Minutes and seconds; hours where there are any."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
