"""Typing ahead: keys that come before an answer is carried out wait for it. Knows no screen of ours.

Over a slow line whole lines arrive at once: an answer, enter, the next answer. Textual gives every key to the
widget that has the focus when it comes; the second answer would land in the first box.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

PATIENCE_S = 1.0  # after this, keys go on even if what they waited for never ended


class TypeAheadApp(App[None]):
    """After a key that isn't just typed, the keys behind it are held until it has been carried out.

    It may lead elsewhere; and a letter is taken at once, where an arrow goes all the way up to its binding
    and would come after the letters behind it.

    That it has is known by a mark which takes the way of every message: from the widget with the focus up to
    the app, behind everything that the key has led to.
    """

    ROUNDS: ClassVar[int] = 3  # a message may lead to another one in the same widget before it goes up

    _held: deque[events.Event] | None = None
    _turn = 0

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._held is not None:
            self._held.append(event)
        else:
            start = self.focused or self.screen
            may_lead_elsewhere = isinstance(event, events.Key) and not start.check_consume_key(
                event.key, event.character
            )
            await super().on_event(event)
            if may_lead_elsewhere:
                self._hold(start)

    def _hold(self, start: MessagePump) -> None:
        """Send the mark: once behind the key itself, then behind what its binding has said."""
        self._held = self._held or deque()
        self._turn += 1
        turn = self._turn
        release = Mark(start, self.ROUNDS, lambda: self.call_later(self._release, turn))
        Mark(start, self.ROUNDS, release.rise).rise()
        self.set_timer(PATIENCE_S, lambda: self._release(turn))

    @property
    def keys_wait(self) -> bool:
        """Whether keys are held: what isn't urgent comes after them."""
        return self._held is not None

    def work_next(self, work: Callable[[], object]) -> None:
        """Do this as soon as what is under way has ended; keys wait until it is done."""
        self._held = self._held or deque()
        self._turn += 1
        self.call_later(self._work, work)

    def work_soon(self, work: Callable[[], object]) -> None:
        """Do what takes a while once the screen has shown what was said of it; keys wait until it is done."""
        self._held = self._held or deque()
        self._turn += 1  # the mark that is under way opens nothing
        self.screen.call_after_refresh(self._work, work)

    def _work(self, work: Callable[[], object]) -> None:
        try:
            work()
        finally:
            self._hold(self.focused or self.screen)

    async def _release(self, turn: int) -> None:
        """Let the held keys go, in their order, up to the next one that may lead elsewhere."""
        if turn != self._turn or self._held is None:
            return
        held, self._held = self._held, None
        while held:
            await self.on_event(held.popleft())
            if self._held is not None:
                self._held = held
                return


class Mark:
    """Goes some rounds through a pump, then through the one above it, up to the app; there, `then`.

    Its callback takes no arguments: Textual looks once how many such a method takes, and each time where some
    are given with it, which would hold up what the person sees.
    """

    def __init__(self, start: MessagePump, rounds: int, then: Callable[[], object]) -> None:
        self._at = start
        self._rounds = self._left = rounds
        self._then = then

    def rise(self) -> None:
        while self._left > 0:
            self._left -= 1
            if self._at.post_message(events.Callback(callback=self.rise)):
                return
            self._left = 0
        above = self._at._parent  # what a message bubbles to; Textual has no public name for it in a pump
        if above is None:
            self._then()
        else:
            self._at, self._left = above, self._rounds
            self.rise()
