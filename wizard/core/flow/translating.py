"""A flow in another language: the texts of a translation file laid over its nodes, before anything is built.

A translation is keyed by ids and holds texts only, so that rules stay in one place. What it lacks stays in
the flow's own language. Knows where texts stand, nothing of what they mean: who builds the flow checks them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import msgspec

from wizard.core.flow.build import Source, Sources
from wizard.core.flow.overlaying import Change, Changes, Overlay, at, each, text_at
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.problems import Mark, Problem

_KEYS = (
    *("translation", "language", "title", "description", "steps", "questions", "options", "compute"),
    *("sensitivity", "coach", "documents", "words", "blocks", "canvas"),
)
_WRITTEN = ("text", "long")


class Translated(msgspec.Struct, frozen=True):
    """sources: with the texts of the translation. missing: where it has none, such as `questions.name.ask`.

    texts: how many there are in all that the flow uses.
    """

    sources: Sources
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    texts: int


def translated(sources: Sources, translation: Source, language: str) -> Translated:
    """A flow's sources in the language of a translation, and everything that is wrong with the translation.

    language: the one that its folder is named after. What can't be used is reported, and stays as it was.
    """
    root = translation.node
    if not isinstance(root, Mapping):
        problem = Problem("translation.not_one", mark=Mark(translation.file, 1, 1))
        return Translated(sources, () if root is None else (problem,), (), 0)
    laid = _Translating(root)
    laid.check_head(sources.flow, language)
    used = frozenset(_used(sources.flow.node))
    changed = Sources(
        flow=_with(sources.flow, laid.flow(sources.flow.node)),
        libraries=tuple(_with(library, laid.library(library.node, used)) for library in sources.libraries),
        layout=None if sources.layout is None else _with(sources.layout, laid.layout(sources.layout.node)),
        digest=sources.digest,
        translation=translation,
    )
    if sources.flow.node is not None:
        laid.check_unused(root, "", _KEYS, {"questions": laid.questions})
    return Translated(changed, tuple(laid.problems), tuple(laid.missing), laid.texts)


def _with(source: Source, node: Node | None) -> Source:
    return msgspec.structs.replace(source, node=node)


def _used(flow: Node | None) -> Iterable[str]:
    """What a flow takes from libraries: `library.step`, `library.rule`, or all rules of a library."""
    for key in ("steps", "coach"):
        entries = at(flow, key)
        for entry in entries.items if isinstance(entries, Sequence) else ():
            if name := text_at(entry, "use"):
                yield name


class _Translating(Overlay):
    """Where flows, libraries and layouts have their texts. questions: all ids, a field's as `cards.field`."""

    def __init__(self, root: Mapping) -> None:
        super().__init__()
        self.root = root
        self.questions: dict[str, None] = {}

    def check_head(self, flow: Source, language: str) -> None:
        """Whether it says what it is, and is what its name says."""
        for key, wanted in (("translation", text_at(flow.node, "flow")), ("language", language)):
            found = self.root.get(key)
            if not isinstance(found, Scalar):
                self.report("flow.missing_key", self.root.mark, key=key)
            elif wanted and found.text != wanted:
                code = "translation.other_flow" if key == "translation" else "translation.other_language"
                self.report(code, found.mark, text=found.text, wanted=wanted)

    # Files

    def flow(self, node: Node | None) -> Node | None:
        if not isinstance(node, Mapping):
            return node
        changes: dict[str, Change] = {
            "title": self.text,
            "description": self.text,
            "steps": self._steps,
            "options": self._option_sets,
            "compute": self._computed,
            "sensitivity": partial(self.one_each, key="title"),
            "coach": self._rules,
            "documents": partial(self.items, id="file", changes={"title": self.text}),
            "words": partial(self.every, change=self.text),
        }
        changed = self.map(node, self.root, "", changes)
        language = self.root.get("language")
        if language is None or not isinstance(changed, Mapping):
            return changed
        pairs = tuple(pair for pair in changed.pairs if pair[0].text != "language")
        return Mapping((*pairs, (Scalar("language", language.mark), language)), node.mark)

    def library(self, node: Node | None, used: frozenset[str]) -> Node | None:
        """used: see `_used`; what else the library has isn't asked for."""
        if node is None:
            return None
        name = text_at(node, "lib")
        steps: Change = partial(self._steps, used=used, library=name)
        rules: Change = partial(self._rules, used=used, library=name)
        changes: Changes = {"options": self._option_sets, "compute": self._computed}
        return self.map(node, self.root, "", {**changes, "steps": steps, "coach": rules})

    def layout(self, node: Node | None) -> Node | None:
        if node is None:
            return None
        own: Changes = {"title": self.text, "attribution": self.perhaps}
        blocks: Change = partial(self.items, id="id", changes={"title": self.text, "hint": self.text})
        changed = self.map(node, self.root.get("canvas"), "canvas", own)
        return self.map(changed, self.root, "", {"blocks": blocks})

    # Steps and questions

    def _steps(
        self, node: Node, given: Node | None, path: str, used: frozenset[str] = frozenset(), library: str = ""
    ) -> Node:
        texts: Changes = {"title": self.text, "teach": self.text, "facilitator": self.text}
        asked: Changes = {"ask": lambda questions, _, __: self._questions(questions, "")}
        told = self.map_of(given)

        def step(item: Mapping, id: str) -> Node:
            if library and f"{library}.{id}" not in used:
                return item
            return self.map(self.map(item, at(told, id), f"{path}.{id}", texts), None, "", asked)

        return each(node, "id", step)

    def _questions(self, node: Node, of: str) -> Node:
        """The questions of a step, or the fields of cards. of: their `cards` question, with a dot behind."""
        given = self.map_of(self.root.get("questions"))
        return each(node, "id", lambda item, id: self._question(item, at(given, f"{of}{id}"), f"{of}{id}"))

    def _question(self, node: Mapping, given: Node | None, id: str) -> Node:
        self.questions[id] = None
        path = f"questions.{id}"
        texts: dict[str, Change] = dict.fromkeys(("ask", "short", "help", "low", "high", "card"), self.text)
        if (text_at(node, "type") or "text") in _WRITTEN:
            texts["suggest"] = self.text
        texts |= dict.fromkeys(("options", "rows", "columns"), self._options)
        texts["rules"] = partial(self.one_each, key="say")
        # What a question has inside stands beside the rest in a translation: nobody translates a structure.
        examples: Changes = {"good": self.text, "weak": self.text}
        cell: Changes = {"low": self.text, "high": self.text, "options": self._options}
        inner: Changes = {
            "examples": lambda found, _, __: self.map(found, given, path, examples),
            "cell": lambda found, _, __: self.map(found, given, path, cell),
            "fields": lambda found, _, __: self._questions(found, f"{id}."),
        }
        return self.map(self.map(node, given, path, texts), None, path, inner)

    # Options, numbers, the coach

    def _option_sets(self, node: Node, given: Node | None, path: str) -> Node:
        return self.every(node, given, path, self._options)

    def _options(self, node: Node, given: Node | None, path: str) -> Node:
        return self.every(node, given, path, self._option) if isinstance(node, Mapping) else node

    def _option(self, node: Node, given: Node | None, path: str) -> Node:
        """An option, which in both files may be its label alone."""
        label = given if isinstance(given, Scalar) else None
        if isinstance(node, Scalar):
            return self.text(node, label or at(given, "label"), f"{path}.label")
        if label is not None:
            given = Mapping(((Scalar("label", label.mark), label),), label.mark)
        texts: Changes = dict.fromkeys(("label", "help", "example"), self.text)
        lists: Changes = {"for": self.lines, "against": self.lines}
        fits: Change = partial(self.one_each, key="because")
        return self.map(node, given, path, {**texts, **lists, "fits": fits})

    def _computed(self, node: Node, given: Node | None, path: str) -> Node:
        unless: Change = partial(self.one_each, key="say")
        texts: Changes = {"title": self.text, "how": self.text, "source": self.perhaps, "unless": unless}
        return self.every(node, given, path, partial(self.map, changes=texts))

    def _rules(
        self, node: Node, given: Node | None, path: str, used: frozenset[str] = frozenset(), library: str = ""
    ) -> Node:
        texts: Changes = {"say": self.text, "source": self.perhaps}
        told = self.map_of(given)

        def rule(item: Mapping, id: str) -> Node:
            if library and not used & {library, f"{library}.{id}"}:
                return item
            return self.map(item, at(told, id), f"{path}.{id}", texts)

        return each(node, "id", rule)
