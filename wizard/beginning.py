"""How a workshop begins: its first events and its row in the list, empty or from an answers file."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.decide import name_of
from wizard.core.events import AnyEvent, WorkshopStarted
from wizard.core.facts import Facts
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place
from wizard.core.state import Action, State, folded
from wizard.core.stops import first_open
from wizard.history import envelopes_of, summary_of
from wizard.ports import LoadedFlow, Outside
from wizard.workshop import Workshop

UNTITLED = "Untitled"


def started(loaded: LoadedFlow, *, name: str = "", currency: str = "", language: str = "") -> WorkshopStarted:
    """The first event of a workshop."""
    file = loaded.flow.file
    return WorkshopStarted(
        flow=file.flow,
        version=file.version,
        digest=loaded.flow.digest,
        name=name_of(name) or UNTITLED,
        currency=currency or file.currency,
        language=language or file.language,
    )


def begun_empty(
    outside: Outside, loaded: LoadedFlow, viewer: str | None, *, name: str = "", currency: str = ""
) -> Workshop:
    """A new workshop. name: also answers the question that names it, where the flow has one."""
    workshop = begun(outside, loaded, viewer, (started(loaded, name=name, currency=currency),))
    if name and loaded.flow.file.name_from:
        workshop.send(GiveAnswer(Place(loaded.flow.file.name_from), name))
    return workshop


def begun(outside: Outside, loaded: LoadedFlow, viewer: str | None, events: Sequence[AnyEvent]) -> Workshop:
    """A new workshop that these events have made, the first of them WorkshopStarted."""
    id, at = outside.new_id(), outside.now().isoformat()
    action = Action(outside.new_id(), viewer, tuple(events), None)
    facts = Facts(loaded.flow, folded(State(), [action]))
    summary = summary_of(facts, id, first_open(facts), created_at=at, changed_at=at)
    outside.store.create(summary, envelopes_of(id, 0, action, at), {loaded.flow.digest: loaded.text})
    workshop = Workshop.opened(outside, id, viewer)
    assert isinstance(workshop, Workshop), "what was just written can be read"
    return workshop
