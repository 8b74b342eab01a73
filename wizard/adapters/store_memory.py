"""The store in memory, for tests and for runs that keep nothing. Knows no disk and no event's meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wizard.core.problems import OutsideFailed, problem
from wizard.ports import Envelope, PositionTaken, Summary, position_before


class Shelves:
    """What all doors to one memory share. Nothing is checked here."""

    def __init__(self) -> None:
        self.summaries: dict[str, Summary] = {}
        self.events: dict[str, list[Envelope]] = {}
        self.deleted: dict[str, str] = {}
        """Workshop -> when it was deleted."""
        self.texts: dict[str, str] = {}
        self.named: dict[str, set[str]] = {}
        """Workshop -> digests of the texts that it brought."""
        self.drafts: dict[str, dict[tuple[str, str], str]] = {}
        """Workshop -> (viewer, key) -> text."""
        self.writes = 0


class MemoryStore:
    """The contract of `Store` in dicts; it lasts as long as the process."""

    def __init__(self, shelves: Shelves | None = None) -> None:
        self._shelves = Shelves() if shelves is None else shelves
        self._own_writes = 0

    def beside(self) -> MemoryStore:
        """Another store over the same workshops, as a second process would have one."""
        return MemoryStore(self._shelves)

    def create(self, summary: Summary, events: Sequence[Envelope], texts: Mapping[str, str]) -> None:
        if position_before(events, summary) != 0:
            raise ValueError(f"the events of a new workshop begin at 1, not at {events[0].position}")
        there = self._shelves.events.get(summary.id)
        if there is not None:
            raise PositionTaken(0, len(there))
        self._shelves.events[summary.id] = []
        self._shelves.named[summary.id] = set()
        self._shelves.drafts[summary.id] = {}
        self._put(summary, events, texts)

    def append(self, events: Sequence[Envelope], summary: Summary, texts: Mapping[str, str] = {}) -> None:
        expected = position_before(events, summary)
        self._demand(summary.id)
        found = len(self._shelves.events[summary.id])
        if found != expected:
            raise PositionTaken(expected, found)
        self._put(summary, events, texts)

    def summaries(self, *, deleted: bool = False) -> list[Summary]:
        shelves = self._shelves
        shown = [each for each in shelves.summaries.values() if (each.id in shelves.deleted) is deleted]
        shown.sort(key=lambda each: each.id)
        shown.sort(key=lambda each: each.changed_at, reverse=True)
        return shown

    def summary(self, workshop: str) -> Summary | None:
        return self._shelves.summaries.get(workshop)

    def events(self, workshop: str, after: int = 0) -> list[Envelope]:
        return self._shelves.events.get(workshop, [])[max(after, 0) :]

    def delete(self, workshop: str, at: str) -> None:
        if workshop in self._shelves.summaries:
            self._shelves.deleted.setdefault(workshop, at)
            self._wrote()

    def restore(self, workshop: str) -> None:
        if self._shelves.deleted.pop(workshop, None) is not None:
            self._wrote()

    def purge(self, before: str) -> int:
        shelves = self._shelves
        gone = [workshop for workshop, at in shelves.deleted.items() if at < before]
        for workshop in gone:
            for shelf in (shelves.summaries, shelves.events, shelves.deleted, shelves.named, shelves.drafts):
                shelf.pop(workshop)
        named = set[str]().union(*shelves.named.values())
        shelves.texts = {digest: text for digest, text in shelves.texts.items() if digest in named}
        self._wrote()
        return len(gone)

    def text(self, digest: str) -> str | None:
        return self._shelves.texts.get(digest)

    def put_drafts(self, workshop: str, viewer: str, drafts: Mapping[str, str | None]) -> None:
        self._demand(workshop)
        kept = self._shelves.drafts[workshop]
        for key, text in drafts.items():
            if text is None:
                kept.pop((viewer, key), None)
            else:
                kept[viewer, key] = text
        self._wrote()

    def drafts(self, workshop: str, viewer: str) -> dict[str, str]:
        kept = self._shelves.drafts.get(workshop, {})
        return {key: text for (whose, key), text in kept.items() if whose == viewer}

    def changes(self) -> int:
        return self._shelves.writes - self._own_writes

    def backup(self, path: str) -> None:
        raise OutsideFailed(problem("outside.nothing_to_copy", path=path))

    def close(self) -> None:
        """Nothing to let go of: other doors may still be open."""

    def _put(self, summary: Summary, events: Sequence[Envelope], texts: Mapping[str, str]) -> None:
        shelves = self._shelves
        shelves.summaries[summary.id] = summary
        shelves.events[summary.id].extend(events)
        shelves.named[summary.id].update(texts)
        for digest, text in texts.items():
            shelves.texts.setdefault(digest, text)
        self._wrote()

    def _demand(self, workshop: str) -> None:
        if workshop not in self._shelves.summaries:
            raise OutsideFailed(problem("outside.workshop_gone", workshop=workshop))

    def _wrote(self) -> None:
        self._shelves.writes += 1
        self._own_writes += 1
