"""Checks `migrate`: what it says of earlier versions fits the flow as it is. Reports; changes nothing."""

from __future__ import annotations

from wizard.core.flow.checks import Checks
from wizard.core.flow.counting import counted
from wizard.core.flow.model import CardsQuestion, FlowFile, MatrixQuestion, Migration
from wizard.core.nodes import Mapping
from wizard.core.problems import Detail, Mark


class MigrationChecks(Checks):
    """The checks of how answers come from earlier versions."""

    def check_migrations(self, file: FlowFile) -> None:
        entries = sorted(file.migrate, key=lambda entry: counted(entry.to))
        seen: set[object] = set()
        for number, entry in enumerate(entries):
            mark = self.reader.mark(entry, "to")
            if counted(entry.to) > counted(file.version):
                self.reader.report("migrate.above", mark, text=entry.to, version=file.version)
            if counted(entry.to) in seen:
                self.reader.report("migrate.twice", mark, text=entry.to)
            seen.add(counted(entry.to))
            self._check_renames(entry, tuple(entries[number + 1 :]))
            for name in entry.drop:
                if self._there(name):
                    self.reader.report("migrate.drops_something", self._mark(entry, "drop", name), text=name)
            for name in entry.retype:
                self._check_retype(entry, name, tuple(entries[number + 1 :]))

    def _check_renames(self, entry: Migration, later: tuple[Migration, ...]) -> None:
        taken: dict[str, str] = {}
        for was, now in entry.rename.items():
            mark = self._mark(entry, "rename", was)
            if now in taken:
                self.reader.report("migrate.two_into_one", mark, text=now, other=taken[now])
            taken[now] = was
            if was == now or self._there(was):
                self.reader.report("migrate.renames_something", mark, text=was)
            elif not self._leads_somewhere(now, later):
                mark = self._now_mark(entry, was)
                self.reader.report("migrate.unknown", mark, text=now, **self._near(now))
            elif not _fits(was, now, entry):
                self.reader.report("migrate.other_place", mark, text=was, now=now)

    def _check_retype(self, entry: Migration, name: str, later: tuple[Migration, ...]) -> None:
        mark = self._mark(entry, "retype", name)
        if not self._leads_somewhere(name, later):
            self.reader.report("migrate.unknown", mark, text=name, **self._near(name))
            return
        found = self.table.entries.get(name)
        if found is not None and isinstance(found.question, CardsQuestion | MatrixQuestion):
            self.reader.report("migrate.not_one_answer", mark, text=name)

    def _there(self, name: str) -> bool:
        """Whether the flow asks for that now: a question, or a field as `cards.field`."""
        question, dot, field = name.partition(".")
        if question in self.table.lost or self.table.has_gaps:
            return False
        return field in self.table.fields.get(question, {}) if dot else question in self.table.entries

    def _leads_somewhere(self, name: str, later: tuple[Migration, ...]) -> bool:
        """Whether the flow asks for that, or a later version says what has become of it."""
        question = name.partition(".")[0]
        if self.table.has_gaps or question in self.table.lost or self._there(name):
            return True
        return any({name, question} & {*entry.rename, *entry.drop} for entry in later)

    def _near(self, name: str) -> dict[str, Detail]:
        fields = (f"{question}.{field}" for question, of in self.table.fields.items() for field in of)
        return self.reader.near(name, (*self.table.entries, *fields))

    def _mark(self, entry: Migration, key: str, name: str) -> Mark:
        return self.reader.key_mark(entry, key, name)

    def _now_mark(self, entry: Migration, was: str) -> Mark:
        """Where it says what something is called now."""
        renames = self.reader.node(entry, "rename")
        now = renames.get(was) if isinstance(renames, Mapping) else None
        return now.mark if now is not None else self._mark(entry, "rename", was)


def _fits(was: str, now: str, entry: Migration) -> bool:
    """Whether an answer can go there: a question becomes a question, a field one of the same cards."""
    if "." not in was or "." not in now:
        return "." not in was and "." not in now
    cards, there = was.partition(".")[0], now.partition(".")[0]
    return entry.rename.get(cards, cards) == there
