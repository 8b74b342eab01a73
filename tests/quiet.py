"""When a program under test has come to rest: asked of its event loop, not of the processor's load.

Textual's Pilot sleeps 20 ms and more around every key to see whether the process still works. The loop knows
at once: nothing is ready to run, and no timer is about to ring.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

SOON = 0.03
"""Seconds: a timer that rings within this is waited for, such as the one that paints what has changed."""
CALM = 2
"""So often in a row there must be nothing to do."""


async def at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the loop has nothing to do, or max_sleep seconds are over; at least min_sleep seconds."""
    loop: Any = asyncio.get_running_loop()
    until = loop.time() + max_sleep
    if min_sleep:
        await asyncio.sleep(min_sleep)
    calm = 0
    while calm < CALM and loop.time() < until:
        await asyncio.sleep(0)
        if loop._ready:  # asyncio has no public way to it
            calm = 0
            continue
        soon = _next(loop._scheduled, loop.time())
        if soon is None:
            calm += 1
        else:
            calm = 0
            await asyncio.sleep(max(0, soon))


def _next(scheduled: Iterable[Any], now: float) -> float | None:
    """Seconds until the next timer rings, None where that is not soon."""
    due = [timer.when() - now for timer in scheduled if not timer.cancelled()]
    first = min(due, default=SOON)
    return first if first < SOON else None
