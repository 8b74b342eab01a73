"""Home: the workshops that there are, and the beginning of new ones."""

from __future__ import annotations

from wizard.core.events import WorkshopStarted
from wizard.core.facts import Facts
from wizard.core.flow.flow import Flow
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place, Problem, problem
from wizard.core.state import Action, State, folded
from wizard.core.stops import first_open
from wizard.ports import LoadedFlow, Outside, Summary
from wizard.workshop import Workshop, envelopes_of, summary_of

UNTITLED = "Untitled"


class Home:
    """All workshops of one store."""

    def __init__(self, outside: Outside, viewer: str | None = None) -> None:
        self.outside = outside
        self.viewer = viewer

    def summaries(self) -> list[Summary]:
        """The workshops, the last changed first."""
        return self.outside.store.summaries()

    def found(self, text: str) -> Summary | Problem:
        """A workshop by its id or by a name that only one has; the beginning of either will do."""
        everything = self.summaries()
        wanted = text.casefold()
        for named in (
            [s for s in everything if s.id == text],
            [s for s in everything if s.name.casefold() == wanted],
            [s for s in everything if s.id.startswith(text) or s.name.casefold().startswith(wanted)],
        ):
            if len(named) == 1:
                return named[0]
            if named:
                names = tuple(f"{s.name} ({s.id})" for s in named)
                return problem("workshop.several", text=text, names=names)
        return problem("outside.no_workshop", text=text)

    def load(self, reference: str) -> LoadedFlow | tuple[Problem, ...]:
        """A flow by its id or path."""
        return self.outside.flows.load(reference)

    def flows(self) -> list[Flow]:
        """The shipped flows."""
        loaded = (self.outside.flows.load(id) for id in self.outside.flows.shipped())
        return [found.flow for found in loaded if isinstance(found, LoadedFlow)]

    def start(
        self, loaded: LoadedFlow, *, name: str = "", currency: str = "", language: str = "en"
    ) -> Workshop:
        """A new workshop. name: answers the question that names it, where the flow has one."""
        flow, at = loaded.flow, self.outside.now().isoformat()
        started = WorkshopStarted(
            flow=flow.id,
            version=flow.file.version,
            digest=flow.digest,
            name=" ".join(name.split()) or UNTITLED,
            currency=currency or flow.file.currency,
            language=language,
        )
        id = self.outside.new_id()
        action = Action(self.outside.new_id(), self.viewer, (started,), None)
        facts = Facts(flow, folded(State(), [action]))
        summary = summary_of(facts, id, first_open(facts), created_at=at, changed_at=at)
        self.outside.store.create(summary, envelopes_of(id, 0, action, at), {flow.digest: loaded.text})
        workshop = Workshop.opened(self.outside, id, self.viewer)
        assert isinstance(workshop, Workshop), "what was just written can be read"
        if name and flow.file.name_from:
            workshop.send(GiveAnswer(Place(flow.file.name_from), name))
        return workshop

    def open(self, id: str) -> Workshop | tuple[Problem, ...]:
        return Workshop.opened(self.outside, id, self.viewer)

    def delete(self, id: str) -> None:
        """Put a workshop away; `restore` brings it back."""
        self.outside.store.delete(id, self.outside.now().isoformat())

    def restore(self, id: str) -> None:
        self.outside.store.restore(id)
