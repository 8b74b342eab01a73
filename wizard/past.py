"""What was done in a workshop, when, and what has changed since a version. Writes nothing, asks no store."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from wizard.core.deeds import past
from wizard.core.facts import Facts
from wizard.core.renaming import Renaming, moved
from wizard.core.screen import PastLine
from wizard.core.state import Action, State, folded
from wizard.core.versions import Change, Version, changes, points
from wizard.ports import Envelope


class Past:
    """The times of actions, and the facts of the version that was compared with last."""

    def __init__(self) -> None:
        self._at: dict[str, str] = {}
        self._then: tuple[int, Facts] | None = None
        self._changes: tuple[tuple[int, int], tuple[Change, ...]] | None = None

    def heard(self, envelopes: Iterable[Envelope]) -> None:
        """Remember when these were written."""
        self._at.update((one.action, one.at) for one in envelopes)

    def forget(self) -> None:
        """What was compared isn't the same any more: another text of the flow is asked."""
        self._then = self._changes = None

    def lines(self, facts: Facts, limit: int, before: int | None) -> tuple[PastLine, ...]:
        """The history, the newest first. See `past` of the core."""
        found = past(facts, limit, before)
        return tuple(replace(line, at=self._at.get(line.action, "")) for line in found)

    def changes(self, facts: Facts, version: Version | None) -> tuple[Change, ...]:
        """What has changed since a version, the last one where none is named; nothing where there is none."""
        if version is None:
            version = next(reversed(points(facts.state)), None)
        if version is None:
            return ()
        key = version.position, facts.state.position
        if self._changes is None or self._changes[0] != key:
            self._changes = key, changes(self._facts_at(facts, version.position), facts)
        return self._changes[1]

    def _facts_at(self, facts: Facts, position: int) -> Facts:
        """What was true after the event at a position."""
        if self._then is None or self._then[0] != position:
            then = _as_named_now(folded(State(), _until(facts.state, position)), facts)
            self._then = position, Facts(facts.flow, then, facts.today)
        return self._then[1]


def _as_named_now(then: State, facts: Facts) -> State:
    """An earlier state in the places of the flow as it is: what was renamed since is still the same."""
    if then.flow_digest == facts.state.flow_digest:
        return then
    events = moved(then, Renaming(facts.flow, then.flow_version))
    return folded(then, [Action("", None, events, None)])


def _until(state: State, position: int) -> list[Action]:
    """The actions whose events are all at or before a position."""
    found, reached = [], 0
    for action in state.actions:
        reached += len(action.events)
        if reached > position:
            break
        found.append(action)
    return found
