"""Computed values: in which order they can be worked out, what they give, and where they go in a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping

import msgspec

from wizard.core.expressions import types as t
from wizard.core.expressions.check import check
from wizard.core.flow.model import Computed
from wizard.core.flow.names import Here
from wizard.core.flow.reading import Reader
from wizard.core.flow.table import Table
from wizard.core.problems import Mark

MOST_DEEP = 100
"""So many computed values may need each other, one behind the other."""


class Written(msgspec.Struct, frozen=True):
    """A computed value as its file has it. mark: of its id."""

    computed: Computed
    mark: Mark


class Computing:
    """The computed values of one flow. Each gets its type as soon as all that it needs has one.

    values: those for the whole model, each after those it needs. fields: (cards question, id) -> one for each
    card. in_circles: ids of values that need themselves.
    """

    def __init__(self, written: Mapping[str, Written], reader: Reader, table: Table) -> None:
        self.written = written
        self.values: dict[str, Computed] = {}
        self.fields: dict[tuple[str, str], Computed] = {}
        self.in_circles: set[str] = set()
        self._reader = reader
        self._table = table
        self._needs: dict[str, set[str]] = {}
        self._waiting: dict[str, list[str]] = {}
        self._depth: dict[str, int] = {}
        table.pending.update(self.key(name) for name in written)

    @property
    def names(self) -> Collection[str]:
        return self.written.keys()

    def key(self, name: str) -> str:
        """How expressions name it: fields with a dot before them."""
        return f".{name}" if self.written[name].computed.each is not None else name

    def titled(self) -> tuple[tuple[str, str], ...]:
        """Those that have a title, as (cards question or '', id), in the order of the files."""
        cards = {name: question for question, name in self.fields}
        named = (name for name, written in self.written.items() if written.computed.title)
        return tuple((cards.get(name, ""), name) for name in named if name in cards or name in self.values)

    def wake(self, keys: Iterable[str]) -> None:
        """Go on with the values that waited for these."""
        self.settle(self._woken(keys))

    def settle(self, names: Iterable[str]) -> None:
        """Give these a type, and all that can have one then."""
        queue = deque(names)
        while queue:
            name = queue.popleft()
            waits = self._typed(name)
            if waits:
                self._needs[name] = waits
                for key in waits:
                    self._waiting.setdefault(key, []).append(name)
            else:
                self._table.pending.discard(self.key(name))
                queue.extend(self._woken([self.key(name)]))

    def end(self) -> None:
        """What waits now waits for ever: it goes in a circle, or needs something that does."""
        while circles := self._circles():
            self._report(circles)

    def _report(self, circles: Iterable[tuple[str, ...]]) -> None:
        for circle in circles:
            for name in circle:
                self._needs.pop(name, None)
            mark = self.written[circle[0]].mark
            self._reader.report("flow.compute_circle", mark, circle=" → ".join((*circle, circle[0])))
            self.in_circles.update(circle)
            self._table.lost.update(circle)
            self._table.pending.difference_update(self.key(name) for name in circle)
            self.wake([self.key(name) for name in circle])

    def _woken(self, keys: Iterable[str]) -> list[str]:
        woken = []
        for key in keys:
            for name in self._waiting.pop(key, ()):
                needs = self._needs.get(name, set())
                needs.discard(key)
                if not needs and self._needs.pop(name, None) is not None:
                    woken.append(name)
        return woken

    def _typed(self, name: str) -> set[str]:
        """Find the type of a value, quietly; what it still waits for, if it does."""
        computed = self.written[name].computed
        here = Here(self._table)
        cards: str | None = None
        if computed.each is not None:
            source, _ = check(computed.each.source, here)
            item = source.item if isinstance(source, t.Many) else t.Anything()
            cards = item.questions[0] if isinstance(item, t.CardOf) and len(item.questions) == 1 else None
            inside = here.with_local({computed.each.name: item})
        else:
            inside = here
        found, _ = check(computed.value, inside)
        for unless in computed.unless:
            check(unless.when, inside)
        waits = here.waits | inside.waits
        if not waits:
            kind = _as_type(computed, found)
            self._keep(name, cards, kind, max(here.latest, inside.latest))
            self._measure(name, here.computed | inside.computed)
        return waits

    def _keep(self, name: str, cards: str | None, kind: t.Type, order: int) -> None:
        computed = _in_unit(self.written[name].computed, kind)
        if computed.each is None:
            self._table.computed_types[name] = kind
            self._table.marks.setdefault(name, self.written[name].mark)
            self._table.computed_order[name] = order
            self.values[name] = computed
        elif cards is not None:
            self._table.computed_fields[cards, name] = kind
            self._table.computed_field_order[cards, name] = order
            self.fields[cards, name] = computed
        else:
            self._table.lost.add(name)

    def _measure(self, name: str, needed: Iterable[str]) -> None:
        """How deep it hangs; said once where it is too deep, and not of all that hang on it."""
        depth = 1 + max((self._depth.get(key, 0) for key in needed), default=0)
        if depth > MOST_DEEP:
            self._reader.report("flow.compute_too_deep", self.written[name].mark, most=MOST_DEEP)
            depth = 0
        self._depth[self.key(name)] = depth

    def _circles(self) -> list[tuple[str, ...]]:
        """Follow what each value waits for until a name comes again. Each circle is there once."""
        circles: list[tuple[str, ...]] = []
        seen: set[str] = set()
        by_key = {self.key(name): name for name in self._needs}
        for first in self._needs:
            path: dict[str, None] = {}
            name: str | None = first
            while name is not None and name not in seen:
                seen.add(name)
                path[name] = None
                name = next((by_key[key] for key in sorted(self._needs[name]) if key in by_key), None)
            if name is not None and name in path:
                names = list(path)
                circles.append(tuple(names[names.index(name) :]))
        return circles


def _as_type(computed: Computed, kind: t.Type) -> t.Type:
    match computed.as_:
        case "money":
            return t.MoneyType()
        case "percent":
            return t.PercentType()
        case "number" | "months":
            return t.Number()
        case None:
            return kind


def _in_unit(computed: Computed, kind: t.Type) -> Computed:
    """The value in the unit that its type says: a price times a number of uses is money again."""
    match kind:
        case t.MoneyType():
            return msgspec.structs.replace(computed, as_="money")
        case t.PercentType():
            return msgspec.structs.replace(computed, as_="percent")
        case _:
            return computed
