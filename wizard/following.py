"""Following: a workshop as the store has it, and what follows from that. Knows no intent and no draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from wizard.core.decision import Decision
from wizard.core.events import AnyEvent
from wizard.core.facts import Facts
from wizard.core.problems import OutsideFailed, problem
from wizard.core.screen import PastLine
from wizard.core.state import Action, State, folded, touched
from wizard.core.versions import Change, Version
from wizard.core.where import END, Stop
from wizard.history import actions_of, envelopes_of, summary_of
from wizard.past import Past
from wizard.ports import LoadedFlow, Outside, PositionTaken, Summary


class Following:
    """What was done in a workshop, by anybody, up to a position. viewer: who acts here.

    loaded: the text of the flow that is asked now. here: where the person stands, for the list of workshops.
    """

    def __init__(self, outside: Outside, id: str, loaded: LoadedFlow, viewer: str | None) -> None:
        self.outside = outside
        self.id = id
        self.viewer = viewer
        self.loaded = loaded
        self.here: Stop = END
        self._state = State()
        self._facts = Facts(loaded.flow, self._state)
        self._own: set[str] = set()
        self._created_at = ""
        self._past = Past()
        self._changes: int | None = None

    @property
    def state(self) -> State:
        return self._state

    @property
    def facts(self) -> Facts:
        return self._facts

    def refresh(self) -> bool:
        """Take in what others have written since; whether there was anything."""
        found = self.outside.store.events(self.id, self._state.position)
        if not found:
            return False
        self._past.heard(found)
        actions = actions_of(found)
        state = folded(self._state, actions)
        loaded = self._asked_in(state)
        if loaded is self.loaded:
            self._state, self._facts = state, self._facts_of(state, actions)
        else:
            self._go_on_in(loaded, state)
        return True

    def _asked_in(self, state: State) -> LoadedFlow:
        """The flow of a state: a newer text of it, where somebody has moved the workshop there meanwhile."""
        if state.upgraded is None or state.flow_digest == self.loaded.flow.digest:
            return self.loaded
        text = self.outside.store.text(state.flow_digest)
        loaded = self.outside.flows.restored(text) if text is not None else ()
        if not isinstance(loaded, LoadedFlow):
            raise OutsideFailed(problem("upgrade.elsewhere", text=state.name))
        return loaded

    def _go_on_in(self, loaded: LoadedFlow, state: State) -> None:
        """Ask another text of the flow from here on. Nothing that was worked out before holds any more."""
        self.loaded = loaded
        self._state, self._facts = state, Facts(loaded.flow, state, self._today)
        self._past.forget()

    def catch_up(self) -> bool:
        """`refresh`, at almost no cost where no other process has written: made to be asked often."""
        changes = self.outside.store.changes()
        if changes == self._changes:
            return False
        found = self.refresh()
        self._changes = changes
        return found

    def _facts_of(self, state: State, actions: Iterable[Action]) -> Facts:
        """What is true after these actions, today."""
        if self._state.position == 0:
            return Facts(self.loaded.flow, state, self._today)
        changed = (place for action in actions for event in action.events for place in touched(event))
        return self._facts.after(state, changed, self._today)

    @property
    def _today(self) -> date:
        return self.outside.now().astimezone().date()

    def history(self, limit: int = 200, before: int | None = None) -> tuple[PastLine, ...]:
        """What was done, the newest first, at most `limit` actions. before: only what was done earlier."""
        return self._past.lines(self._facts, limit, before)

    def changes_since(self, version: Version | None = None) -> tuple[Change, ...]:
        """What has changed since a version, the last one where none is named."""
        return self._past.changes(self._facts, version)

    def _by_others_since(self, seen: int) -> Iterator[AnyEvent]:
        """What came after that position and wasn't done here."""
        position = self._state.position
        for action in reversed(self._state.actions):
            if position <= seen:
                return
            if action.id not in self._own:
                yield from action.events
            position -= len(action.events)

    def _append(self, decision: Decision, moved_to: LoadedFlow | None = None) -> bool:
        """Write the events; False where somebody else wrote first. moved_to: the text that is asked then."""
        action = Action(self.outside.new_id(), self.viewer, decision.events, decision.undoes)
        state = folded(self._state, [action])
        if moved_to is None:
            facts, texts = self._facts_of(state, [action]), {}
        else:
            facts = Facts(moved_to.flow, state, self._today)
            texts = {moved_to.flow.digest: moved_to.text}
        at = self.outside.now().isoformat()
        envelopes = envelopes_of(self.id, self._state.position, action, at)
        try:
            self.outside.store.append(envelopes, self._summary(facts, at), texts)
        except PositionTaken:
            return False
        self._past.heard(envelopes)
        self._own.add(action.id)
        if moved_to is not None:
            self._go_on_in(moved_to, state)
        else:
            self._state, self._facts = state, facts
        return True

    def _summary(self, facts: Facts, at: str) -> Summary:
        return summary_of(facts, self.id, self.here, created_at=self._created_at or at, changed_at=at)
