"""How a command ends: whatever ends it, what it has open is closed first. Must not know what that is."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NoReturn

import click

_ENDINGS = (signal.SIGTERM, signal.SIGHUP)


def at_the_end(close: Callable[[], None]) -> None:
    """Call this when the command at hand ends, also when it fails or somebody ends it."""
    ctx = click.get_current_context(silent=True)
    if ctx is not None:
        ctx.call_on_close(close)


def end_like_others() -> None:
    """Let a signal that ends programs end this one step by step, so that everything is closed on the way."""
    with suppress(ValueError):  # only the main thread hears signals
        for number in _ENDINGS:
            if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has said that one isn't to be heard
                signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    for other in _ENDINGS:  # a terminal that closes tells it more than once; closing is done in peace
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
