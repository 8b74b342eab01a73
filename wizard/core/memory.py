"""Remembers what was worked out, and from what. Knows no workshop: who inherits says what the grounds are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, NamedTuple, Self, TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# How deep one thing may ask for another before the deeper one is worked out first, on a stack of its own.
DEEPEST = 20


class Known(NamedTuple):
    """A value, and what it was worked out from: key -> the value that it had then."""

    value: object
    reads: dict[Hashable, object]


class TooDeep(Exception):
    """What is asked for has to be worked out first. Never leaves this module."""

    def __init__(self, key: Hashable) -> None:
        super().__init__(key)
        self.key = key


class Memory:
    """Works out each value once, and after a change only those whose reads have other values now.

    A key is a function with its arguments, or a ground: something given, which isn't worked out.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, Known] = {}
        # Known before something changed that they hang on, perhaps by a long way: to be looked at again.
        self._doubted: dict[Hashable, Known] = {}
        # Key -> the keys that ever read it. Shared by all that inherit; one too many only costs a look.
        self._readers: dict[Hashable, set[Hashable]] = {}
        self._reading: list[dict[Hashable, object]] = []
        self._depth = 0

    def inherit(self, before: Self, changed: Iterable[Hashable]) -> None:
        """Take over what another memory knows. changed: the grounds that are different here."""
        self._readers = before._readers
        self._known = before._known.copy()
        self._doubted = before._doubted.copy()
        seen: set[Hashable] = set()
        queue = list(changed)
        while queue:
            for reader in self._readers.get(queue.pop(), ()):
                if reader not in seen:
                    seen.add(reader)
                    queue.append(reader)
                    if (known := self._known.pop(reader, None)) is not None:
                        self._doubted[reader] = known

    def ground(self, key: Hashable) -> Any:
        """What is given under a key that isn't worked out."""
        raise NotImplementedError

    def read(self, key: Hashable) -> Any:
        """A ground, noticed by whoever is being worked out."""
        value = self.ground(key)
        if self._reading:
            self._reading[-1][key] = value
        return value

    def known(self, work_out: Callable[[Self, *Ts], T], *args: *Ts) -> T:
        """What the function gives for these arguments, worked out once; what it reads is kept with it."""
        key = (work_out, *args)
        found = self._known.get(key) or self._settled(key)
        if self._reading:
            self._reading[-1][key] = found.value
        return found.value  # type: ignore[return-value]  # what this very function gave

    def reads(self, work_out: Callable[[Self, *Ts], T], *args: *Ts) -> dict[Hashable, object]:
        """What the value was worked out from, directly: key -> value. Who asks has read all of it, too."""
        self.known(work_out, *args)
        reads = self._known[(work_out, *args)].reads
        if self._reading:
            self._reading[-1].update(reads)
        return reads

    def hangs_on(self, work_out: Callable[[Self, *Ts], T], *args: *Ts) -> frozenset[Hashable]:
        """Every ground that the value was worked out from, directly or through other values."""
        self.known(work_out, *args)
        seen: set[Hashable] = set()
        queue: list[Hashable] = [(work_out, *args)]
        while queue:
            key = queue.pop()
            if key not in seen:
                seen.add(key)
                queue.extend(self._known[key].reads if isinstance(key, tuple) else ())
        return frozenset(key for key in seen if not isinstance(key, tuple))

    def _settled(self, key: Hashable) -> Known:
        """The value behind a key; a long chain is taken in pieces, so that the stack stays short."""
        if self._depth:
            return self._found(key)
        waiting = [key]
        while True:
            try:
                found = self._found(waiting[-1])
            except TooDeep as deeper:
                if deeper.key in waiting:
                    raise RecursionError("a value hangs on itself") from deeper
                waiting.append(deeper.key)
                continue
            waiting.pop()
            if not waiting:
                return found

    def _found(self, key: Hashable) -> Known:
        if self._depth >= DEEPEST:
            raise TooDeep(key)
        self._depth += 1
        try:
            doubted = self._doubted.get(key)
            found = doubted if doubted is not None and self._holds(doubted) else self._worked_out(key)
        finally:
            self._depth -= 1
        self._known[key] = found
        self._doubted.pop(key, None)
        return found

    def _holds(self, doubted: Known) -> bool:
        """Whether everything that it was worked out from is as it was."""
        for key, value in doubted.reads.items():
            if isinstance(key, tuple):
                now = (self._known.get(key) or self._settled(key)).value
            else:
                now = self.ground(key)
            if now is not value and not _same(now, value):
                return False
        return True

    def _worked_out(self, key: Hashable) -> Known:
        assert isinstance(key, tuple)
        reads: dict[Hashable, object] = {}
        self._reading.append(reads)
        try:
            value = key[0](self, *key[1:])
        finally:
            self._reading.pop()
        for read in reads:
            self._readers.setdefault(read, set()).add(key)
        return Known(value, reads)


def _same(one: object, other: object) -> bool:
    """Equal, and of the same kind all the way down: True is no 1, and 5 EUR is no 5."""
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other
