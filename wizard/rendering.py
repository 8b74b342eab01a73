"""Documents of a workshop, or of answers that no store knows: facts in, texts out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from threading import Lock

from wizard.core.document import context
from wizard.core.facts import Facts
from wizard.core.problems import Place, Problem
from wizard.core.state import State, touched
from wizard.ports import LoadedFlow, Outside, Renderer

Made = dict[str, str] | tuple[Problem, ...]


class Rendering:
    """Makes the documents of one workshop, again and again while somebody works on it.

    What was worked out for the last ones is kept; after a change only what hangs on it is worked out anew.
    Several threads may ask: one waits for the other.
    """

    def __init__(self, outside: Outside, loaded: LoadedFlow) -> None:
        self._outside = outside
        self._loaded = loaded
        self._facts: Facts | None = None
        self._renderer: Renderer | None = None
        self._one_at_a_time = Lock()

    def documents(self, state: State, template: str | None = None) -> Made:
        """Every document of a state of this workshop; with `template`, that one alone."""
        with self._one_at_a_time:
            facts = self._facts = self._facts_of(state)
            if template is not None:  # a file of somebody's own, which may say something else the next time
                return documents_of(self._outside, self._loaded, facts, template)
            if self._renderer is None:
                self._renderer = self._outside.renderer(self._loaded)
            return _texts(self._renderer, facts, _named(self._loaded))

    def _facts_of(self, state: State) -> Facts:
        today = self._outside.now().astimezone().date()
        kept = self._facts
        if kept is None or not 0 < kept.state.position <= state.position:
            return Facts(self._loaded.flow, state, today, complete=True)
        return kept.after(state, _changed_since(kept.state.position, state), today)


def documents_of(outside: Outside, loaded: LoadedFlow, facts: Facts, template: str | None = None) -> Made:
    """Every document of the flow, or with `template` that one alone. facts: `complete`."""
    wanted = _named(loaded) if template is None else _only(template)
    return _texts(outside.renderer(loaded), facts, wanted)


def _texts(renderer: Renderer, facts: Facts, wanted: Mapping[str, str]) -> Made:
    """wanted: file -> template."""
    names = context(facts)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file, source in wanted.items():
        text = renderer.render(source, names)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            texts[file] = text
    return tuple(problems) if problems else texts


def _changed_since(position: int, state: State) -> Iterator[Place]:
    """The places that anything has changed since the workshop was at that position."""
    at = state.position
    for action in reversed(state.actions):
        if at <= position:
            return
        for event in action.events:
            yield from touched(event)
        at -= len(action.events)


def _named(loaded: LoadedFlow) -> dict[str, str]:
    return {document.file: document.template for document in loaded.flow.documents}


def _only(template: str) -> dict[str, str]:
    """The file that a template writes: its own name without `.j2`."""
    name = template.replace("\\", "/").rsplit("/", 1)[-1]
    return {name.removesuffix(".j2") or "document.md": template}
