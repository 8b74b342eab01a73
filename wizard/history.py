"""A workshop as it is stored: its actions as envelopes, and its row in the list. Both ways."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from wizard.core.events import UnknownEvent, decoded, encoded
from wizard.core.facts import Facts
from wizard.core.problems import OutsideFailed, problem
from wizard.core.state import Action
from wizard.core.stops import progress
from wizard.core.titles import step_title
from wizard.core.where import Stop
from wizard.ports import Envelope, Summary


def summary_of(facts: Facts, id: str, here: Stop, *, created_at: str, changed_at: str) -> Summary:
    """The row that a list of workshops shows."""
    state = facts.state
    title = next((step_title(facts, step) for step in facts.flow.steps if step.id == here.step), "")
    return Summary(
        id=id,
        name=state.name,
        flow=facts.flow.id,
        flow_digest=facts.flow.digest,
        step=title,
        progress=progress(facts).share,
        created_at=created_at,
        changed_at=changed_at,
        position=state.position,
        finished=state.finished,
    )


def envelopes_of(workshop: str, position: int, action: Action, at: str) -> list[Envelope]:
    """An action as it is stored."""
    return [
        Envelope(workshop, position + number, action.id, at, action.author, *encoded(event), action.undoes)
        for number, event in enumerate(action.events, 1)
    ]


def actions_of(envelopes: Sequence[Envelope]) -> list[Action]:
    """The actions that stored events belong to. Raises OutsideFailed for events from a newer program."""
    actions: list[Action] = []
    try:
        for id, of_action in groupby(envelopes, attrgetter("action")):
            first = next(of_action)
            events = (decoded(one.kind, one.v, one.body) for one in (first, *of_action))
            actions.append(Action(id, first.author, tuple(events), first.undoes))
    except UnknownEvent as fault:
        raise OutsideFailed(problem("outside.event_unknown", text=str(fault))) from fault
    return actions
