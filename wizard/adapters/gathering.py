"""Gathers the files that a flow names, one after the other, and has them built. Opens none itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from wizard.adapters.flow_texts import MOST_FILES, Find, Found
from wizard.adapters.flow_yaml import read
from wizard.core.flow.build import Built, Source, Sources, build, in_order
from wizard.core.flow.reading import lines_of
from wizard.core.flow.translating import Translated, translated
from wizard.core.nodes import Mapping, Node, Scalar
from wizard.core.nodes import Sequence as Items
from wizard.core.problems import Mark, Problem, problem

_MOST_NAMED = 40


class Gathering:
    """Follows `use:`, `canvas:` and `learn:` from file to file. texts: name -> text of all that was found.

    translation: its language and the name of its file, None for the flow's own language. translated: what
    came of it. galleries: name in problems -> text of those that `learn:` names; what they say is nobody's
    business yet.
    """

    def __init__(
        self, name: str, main: Found, find: Find, translation: tuple[str, str] | None = None
    ) -> None:
        self.texts: dict[str, str] = {name: main.text}
        self.galleries: dict[str, str] = {}
        self.translated: Translated | None = None
        self._translation = translation
        self._name = name
        self._main = main
        self._find = find
        self._libraries: dict[str, Source] = {}
        self._problems: list[Problem] = []

    def sources(self) -> tuple[Sources, tuple[Problem, ...]]:
        source = self._source(self._main)
        self._follow(source, (self._name,))
        layout = self._layout(source)
        for item in _named(source.node, "learn"):
            if (found := self._text(item.text, item.mark)) is not None:
                self.galleries[found.shown] = found.text
        libraries = tuple(self._libraries.values())
        return self._in_language(Sources(source, libraries, layout, "")), tuple(self._problems)

    def _in_language(self, sources: Sources) -> Sources:
        """The same with the texts of the translation, which comes last: it says nothing about other files."""
        if self._translation is None:
            return sources
        language, name = self._translation
        found = self._found(name, Mark(self._main.shown, 1, 1))
        self.translated = translated(sources, found, language)
        return self.translated.sources

    def _source(self, found: Found) -> Source:
        node, problems = read(found.text, found.shown)
        self._problems.extend(problems)
        return Source(found.shown, lines_of(found.text), node)

    def _follow(self, source: Source, path: tuple[str, ...]) -> None:
        for item in _named(source.node, "use"):
            if item.text in path:
                circle = " → ".join((*path[path.index(item.text) :], item.text))
                self._problems.append(problem("include.circle", mark=item.mark, circle=circle))
            elif item.text not in self._libraries:
                library = self._found(item.text, item.mark)
                self._follow(library, (*path, item.text))
                self._libraries[item.text] = library

    def _found(self, name: str, mark: Mark) -> Source:
        """The file of that name; one that holds nothing where it can't be had."""
        found = self._text(name, mark)
        return Source(name, (), None) if found is None else self._source(found)

    def _text(self, name: str, mark: Mark) -> Found | None:
        """The text of a file. mark: where it is named, for the problem where it can't be had."""
        if len(self.texts) >= MOST_FILES:
            self._problems.append(problem("include.too_many", mark=mark, most=MOST_FILES))
            return None
        found = self._find(name)
        if found is None:
            found = problem("include.not_found", text=name)
        if isinstance(found, Problem):
            self._problems.append(found if found.mark else msgspec.structs.replace(found, mark=mark))
            return None
        self.texts[name] = found.text
        return found

    def _layout(self, source: Source) -> Source | None:
        canvas = source.node.get("canvas") if isinstance(source.node, Mapping) else None
        if not isinstance(canvas, Scalar) or not canvas.text:
            return None
        return self._found(f"canvases/{canvas.text}.yaml", canvas.mark)


def outcome(gathered: Gathering) -> tuple[Built, tuple[Problem, ...]]:
    """What was built, and all problems. Of a line that YAML can't read rightly nothing else is told."""
    with _nothing_to_collect():
        sources, problems = gathered.sources()
        found = build(sources)
    of_translation = gathered.translated.problems if gathered.translated is not None else ()
    lines = {(mark.file, mark.line) for problem in problems if (mark := problem.mark)}
    new = (
        problem
        for problem in found.problems
        if problem.mark is None or (problem.mark.file, problem.mark.line) not in lines
    )
    return found, in_order((*problems, *of_translation, *new))


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Without looking for garbage: building makes some ten thousand small things and throws few away."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def lacking(gathered: Gathering, language: str) -> Problem | None:
    """That a translation lacks texts, with the first of them; None where it is whole."""
    gathered.sources()
    found = gathered.translated
    if found is None or not found.missing:
        return None
    paths = found.missing if len(found.missing) <= _MOST_NAMED else (*found.missing[:_MOST_NAMED], "…")
    return problem(
        "translation.texts_missing",
        severity="tip",
        language=language,
        missing=len(found.missing),
        all=found.texts,
        paths=paths,
    )


def _named(node: Node | None, key: str) -> Sequence[Scalar]:
    """The files that a key names, one or several."""
    named = node.get(key) if isinstance(node, Mapping) else None
    items = named.items if isinstance(named, Items) else (named,)
    return [item for item in items if isinstance(item, Scalar) and item.text]
