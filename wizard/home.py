"""Home: the workshops that there are, and the beginning of new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.core.languages import ENGLISH, base, offered
from wizard.core.problems import Problem, problem
from wizard.ports import LoadedFlow, Outside, Summary

if TYPE_CHECKING:
    from wizard.core.flow.flow import Flow
    from wizard.workshop import Workshop

# The list of workshops is the first thing on the screen: the engine is imported when one is opened.
# ruff: noqa: PLC0415


class Home:
    """All workshops of one store. option: what a command needs to find that store again, '' for nothing.

    language: the one that flows are wanted in, where they can be had in it; '' for their own.
    """

    def __init__(
        self, outside: Outside, viewer: str | None = None, *, option: str = "", language: str = ""
    ) -> None:
        self.language = language
        self.outside = outside
        self.option = option
        self.viewer = viewer

    def summaries(self) -> list[Summary]:
        """The workshops, the last changed first."""
        return self.outside.store.summaries()

    def found(self, text: str, *, deleted: bool = False) -> Summary | Problem:
        """A workshop by its id or by a name that only one has; the beginning of either will do.

        deleted: look among those that were put away instead.
        """
        everything = self.outside.store.summaries(deleted=deleted)
        wanted = text.casefold()
        for named in (
            [s for s in everything if s.id == text],
            [s for s in everything if s.name.casefold() == wanted],
            [s for s in everything if s.id.startswith(text) or s.name.casefold().startswith(wanted)],
        ):
            if len(named) == 1:
                return named[0]
            if named:
                names = tuple(f"{s.name} ({s.id}, {s.flow})" for s in named)
                return problem("workshop.several", text=text, names=names)
        return problem("outside.no_workshop", text=text)

    def load(self, reference: str, language: str | None = None) -> LoadedFlow | tuple[Problem, ...]:
        """A flow by its id or path.

        language: None for the one that is wanted here, as far as the flow has it; '' for the flow's own.
        """
        if language is None:
            language = self.language_for(reference)
        return self.outside.flows.load(reference, language)

    def language_for(self, reference: str) -> str:
        """The language in which a flow is best begun here; '' for its own."""
        return offered(self.language, self.outside.flows.languages(reference)) if self.language else ""

    def shipped(self) -> tuple[str, ...]:
        """The ids of the shipped flows: those that can be had in the language that is wanted here first."""
        found = self.outside.flows.shipped()
        if not self.language or base(self.language) == ENGLISH.code:
            return found
        return tuple(sorted(found, key=lambda id: not self.language_for(id)))

    def flows(self) -> list[Flow]:
        """The shipped flows, in that order."""
        loaded = (self.load(id) for id in self.shipped())
        return [found.flow for found in loaded if isinstance(found, LoadedFlow)]

    def start(self, loaded: LoadedFlow, *, name: str = "", currency: str = "") -> Workshop:
        """A new workshop. name: answers the question that names it, where the flow has one."""
        from wizard.beginning import begun_empty

        return begun_empty(self.outside, loaded, self.viewer, name=name, currency=currency)

    def start_from(
        self, id: str, loaded: LoadedFlow | None = None, *, name: str = "", currency: str = ""
    ) -> Workshop | tuple[Problem, ...]:
        """A new workshop with the answers of another one; its `carried` tells which came along.

        loaded: another flow, None for the newest text of its own.
        """
        from wizard.beginning import begun_from

        source = self.open(id)
        if isinstance(source, tuple):
            return source
        found = loaded or self.newest(source)
        if not isinstance(found, LoadedFlow):
            return found
        names = {summary.name for summary in self.summaries()}
        return begun_from(source, found, name=name, currency=currency, names=names)

    def newest(self, workshop: Workshop, reference: str = "") -> LoadedFlow | tuple[Problem, ...]:
        """The flow of a workshop as it is shipped now, or as the file says that is named."""
        flow = workshop.loaded.flow.id
        if not reference and flow not in self.outside.flows.shipped():
            return (problem("upgrade.not_shipped", flow=flow),)
        return self.load(reference or flow, workshop.loaded.flow.file.language)

    def open(self, id: str) -> Workshop | tuple[Problem, ...]:
        from wizard.workshop import Workshop

        return Workshop.opened(self.outside, id, self.viewer)

    def rename(self, id: str, name: str) -> Summary | tuple[Problem, ...]:
        """Give a workshop another name: an event like any other, which undo takes back."""
        from wizard.core.intents import Rename

        workshop = self.open(id)
        if isinstance(workshop, tuple):
            return workshop
        reply = workshop.send(Rename(name))
        return self._summary(id) if reply.done else reply.problems

    def duplicate(self, id: str) -> Summary | tuple[Problem, ...]:
        """A new workshop with everything that happened in this one, called "Bread (copy)"."""
        from wizard.beginning import copied

        workshop = self.open(id)
        if isinstance(workshop, tuple):
            return workshop
        return copied(workshop, {summary.name for summary in self.summaries()})

    def _summary(self, id: str) -> Summary | tuple[Problem, ...]:
        found = self.outside.store.summary(id)
        return found if found is not None else (problem("outside.no_workshop", text=id),)

    def delete(self, id: str) -> None:
        """Put a workshop away; `restore` brings it back."""
        self.outside.store.delete(id, self.outside.now().isoformat())

    def restore(self, id: str) -> None:
        self.outside.store.restore(id)
