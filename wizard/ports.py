"""What the workshop needs from the outside, as protocols. Adapters implement them; nobody here knows how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

import msgspec

from wizard.core.problems import Problem

if TYPE_CHECKING:  # a list of workshops needs no flow, so these types aren't imported for it
    from wizard.core.flow.flow import Flow
    from wizard.core.flow.gallery import Gallery
    from wizard.core.nodes import Node


class Envelope(msgspec.Struct, frozen=True):
    """One stored event. position: 1.. without gaps in its workshop. at: UTC, ISO 8601. body: JSON.

    All events of one intent share an `action`; `undoes` names the action that this one takes back.
    """

    workshop: str
    position: int
    action: str
    at: str
    author: str | None
    kind: str
    v: int
    body: bytes
    undoes: str | None = None


class Summary(msgspec.Struct, frozen=True):
    """What a list of workshops shows, kept beside the events so that listing folds none.

    flow: id of the flow. flow_digest: the digest of its text. step: title of the step the work stands at.
    progress: 0..1. created_at, changed_at: UTC, ISO 8601. position: of its last event.
    """

    id: str
    name: str
    flow: str
    flow_digest: str
    step: str
    progress: float
    created_at: str
    changed_at: str
    position: int
    finished: bool = False


class PositionTaken(Exception):
    """Somebody appended first: decide again on the new state."""

    def __init__(self, expected: int, found: int) -> None:
        super().__init__(f"expected position {expected}, found {found}")
        self.expected = expected
        self.found = found


def position_before(events: Sequence[Envelope], summary: Summary) -> int:
    """The position that these events follow, 0 for the first ones. Every store asks before it writes.

    ValueError where they aren't one gapless run of the summary's workshop that ends at its position.
    """
    after = summary.position - len(events)
    expected = [(summary.id, position) for position in range(after + 1, summary.position + 1)]
    if not events or after < 0 or expected != [(event.workshop, event.position) for event in events]:
        raise ValueError(f"these events are no gapless run that ends at {summary.position} of {summary.id}")
    return after


class Store(Protocol):
    """Where workshops live. Every write is durable when its call returns; what fails raises OutsideFailed.

    A write happens as a whole or not at all; after one that failed, the store goes on working.
    """

    def create(self, summary: Summary, events: Sequence[Envelope], texts: Mapping[str, str]) -> None:
        """A new workshop with its first events and the texts they name, digest -> text, in one transaction.

        texts: all of them, also those that the store may have already; `purge` removes what nobody named.
        Raises PositionTaken, and writes nothing, where a workshop of that id exists.
        """

    def summaries(self, *, deleted: bool = False) -> list[Summary]:
        """The workshops that aren't deleted, or only those that are; the last changed first, then by id."""

    def summary(self, workshop: str) -> Summary | None:
        """One of them, also when it is deleted; None when there never was one, or no longer is."""

    def append(self, events: Sequence[Envelope], summary: Summary, texts: Mapping[str, str] = {}) -> None:
        """Add events after position `events[0].position - 1`, and rewrite the summary, in one transaction.

        A deleted workshop takes them too, and stays deleted. texts: new ones that the events name.
        Raises PositionTaken, and writes nothing, where another has appended since.
        """

    def events(self, workshop: str, after: int = 0) -> list[Envelope]:
        """The events behind position `after`, in order."""

    def delete(self, workshop: str, at: str) -> None:
        """Mark as deleted; the events stay until `purge`. A mark that is there stays."""

    def restore(self, workshop: str) -> None:
        """Take the mark away."""

    def purge(self, before: str) -> int:
        """Remove for good what was deleted before that time; returns how many workshops.

        Their events and drafts go with them, and the texts that no other workshop brought.
        """

    def text(self, digest: str) -> str | None:
        """A text by its digest (flows and their includes, kept with the workshops that began with them)."""

    def put_drafts(self, workshop: str, viewer: str, drafts: Mapping[str, str | None]) -> None:
        """Keep what is being typed, key -> text, in one transaction; None forgets the key.

        The text may be anything that a terminal sends. Keys that aren't named stay as they are.
        """

    def drafts(self, workshop: str, viewer: str) -> dict[str, str]:
        """All of a viewer's drafts in a workshop."""

    def changes(self) -> int:
        """A number that differs from the last one when another connection or process has written. Cheap.

        What this store wrote itself leaves it as it was.
        """

    def backup(self, path: str) -> None:
        """A consistent copy of everything to a new file; OutsideFailed where the file exists."""

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""


class Renderer(Protocol):
    """Turns a context of plain data into the text of a document."""

    def render(self, template: str, context: Mapping[str, object]) -> str | Problem:
        """The document, or what is wrong with its template, with file and line. template: name or path."""

    def check(self, template: str, names: Mapping[str, object]) -> list[Problem]:
        """Everything about a template that can be known without answers. names: see core.document.shape."""


class LoadedFlow(msgspec.Struct, frozen=True):
    """A flow with all that a workshop keeps of it.

    text: everything that it was built from, as one JSON text; its digest is `flow.digest`. templates: name ->
    text of the templates that lie beside the flow. folder: where the flow's file is, '' for a kept one.
    warnings: problems that stop nothing. galleries: name in problems -> text of each. languages: all in which
    the flow can be had, its own first; none where it is known from what a workshop kept.
    """

    flow: Flow
    text: str
    templates: Mapping[str, str] = {}
    folder: str = ""
    warnings: tuple[Problem, ...] = ()
    galleries: Mapping[str, str] = {}
    languages: tuple[str, ...] = ()


class Flows(Protocol):
    """Where flows come from."""

    def load(self, reference: str, language: str = "") -> LoadedFlow | tuple[Problem, ...]:
        """A shipped flow by its id, or any flow by its path. language: such as `de`; '' for its own."""

    def languages(self, reference: str) -> tuple[str, ...]:
        """The languages in which a flow can be had, its own first; none where there is no such flow."""

    def restored(self, text: str) -> LoadedFlow | tuple[Problem, ...]:
        """A flow from the text that a workshop kept."""

    def shipped(self) -> tuple[str, ...]:
        """Ids of the flows that come with the program."""

    def version(self, flow: str) -> str | None:
        """The version of a shipped flow, without reading all of it; None where none of that id is shipped."""

    def example(self, flow: str, language: str = "") -> str | None:
        """Path of a finished example of a shipped flow, in that language where there is one."""

    def gallery(self, loaded: LoadedFlow) -> tuple[Gallery, tuple[Problem, ...]]:
        """What a flow has to learn from, read now; what can't be found is left out, what is wrong is told."""

    def answers(self, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        """What an answers file says."""


class Writer(Protocol):
    """Puts documents into a folder."""

    def __call__(
        self, folder: str, texts: Mapping[str, str], *, force: bool
    ) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """The paths that were written, or why nothing was: files that somebody edited by hand."""


class Preferences(msgspec.Struct, frozen=True):
    """How a person likes the full screen. theme: name of one of ours, '' for the usual one.

    currency: what they last chose for a new workshop, '' for what the flow says. language: of the program's
    own words, '' for that of the system.
    """

    theme: str = ""
    currency: str = ""
    time_box: bool = True
    language: str = ""


class PreferencesFile(Protocol):
    """Where a person's preferences are kept from one time to the next."""

    def read(self) -> Preferences:
        """What was kept; the usual ones where nothing was, or nothing that can be read. Never raises."""

    def keep(self, preferences: Preferences) -> None:
        """Keep them in place of what was there, as a whole or not at all. Raises OutsideFailed."""


class Outside(msgspec.Struct, frozen=True):
    """Everything outside that a workshop talks to. now: UTC. new_id: a short id that nobody else has."""

    store: Store
    flows: Flows
    renderer: Callable[[LoadedFlow], Renderer]
    write: Writer
    now: Callable[[], datetime]
    new_id: Callable[[], str]
