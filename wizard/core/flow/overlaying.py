"""Lays the texts of a translation over maps and lists of a flow, and counts them. Knows no key of either."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from wizard.core.flow.reporting import near
from wizard.core.nodes import Mapping as Map
from wizard.core.nodes import Node, Scalar, Sequence
from wizard.core.problems import Mark, Problem

Change = Callable[[Node, Node | None, str], Node]
"""From what the flow has, what the translation has in its place, and the path of both, to what is used."""
Changes = Mapping[str, Change]

_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


class Overlay:
    """One translation, being laid over one file after the other.

    missing: paths of texts that it lacks. texts: how many the flow has. met: every path that the flow has,
    whether it was translated or not.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.missing: list[str] = []
        self.texts = 0
        self.met: dict[str, None] = {}

    def report(self, code: str, mark: Mark, /, **details: str) -> None:
        """Note what stands in the way of the translation."""
        self.problems.append(Problem(code, {**details}, mark=mark))

    def warn(self, code: str, mark: Mark, /, **details: str) -> None:
        """Note what is odd in the translation and stops nothing."""
        self.problems.append(Problem(code, {**details}, mark=mark, severity="warn"))

    # One text

    def text(self, node: Node, given: Node | None, path: str, *, needed: bool = True) -> Node:
        """A text of the flow, or what the translation has for it. needed: whether it would be missed."""
        if not isinstance(node, Scalar) or not node.text.strip():
            return node
        self.met[path] = None
        self.texts += needed
        if given is not None and not isinstance(given, Scalar):
            self.report("flow.text_wanted", given.mark)
        elif given is not None and given.text.strip():
            for expression in sorted(_expressions(node) - _expressions(given)):
                self.warn("translation.lacks_expression", given.mark, expression=expression)
            return given
        elif needed:
            self.missing.append(path)
        return node

    def perhaps(self, node: Node, given: Node | None, path: str) -> Node:
        """A text that is often the same in every language, such as a source."""
        return self.text(node, given, path, needed=False)

    def lines(self, node: Node, given: Node | None, path: str) -> Node:
        """A list of plain lines, which another language may say in fewer or more."""
        self.met[path] = None
        self.texts += 1
        if given is None:
            self.missing.append(path)
            return node
        return given

    # Maps

    def map_of(self, given: Node | None) -> Map | None:
        """What the translation has in place of a map or of things with ids; it has to be a map."""
        if given is None or isinstance(given, Map):
            return given
        self.report("flow.map_wanted", given.mark)
        return None

    def map(self, node: Node, given: Node | None, path: str, changes: Changes) -> Node:
        """A map in which these keys are changed by what the translation has under the same ones."""
        if not isinstance(node, Map):
            return node
        self.met[path] = None
        given = self.map_of(given)

        def changed(key: str, value: Node) -> Node:
            change = changes.get(key)
            inner = f"{path}.{key}".lstrip(".")
            return value if change is None else change(value, at(given, key), inner)

        return Map(tuple((key, changed(key.text, value)) for key, value in node.pairs), node.mark)

    def every(self, node: Node, given: Node | None, path: str, change: Change) -> Node:
        """A map in which everything is changed in the same way."""
        keys = [key.text for key, _ in node.pairs] if isinstance(node, Map) else []
        return self.map(node, given, path, dict.fromkeys(keys, change))

    # Lists

    def items(self, node: Node, given: Node | None, path: str, id: str, changes: Changes) -> Node:
        """A list of things with ids, translated by a map from these. id: the key they have it under."""
        told = self.map_of(given)
        return each(node, id, lambda item, name: self.map(item, at(told, name), f"{path}.{name}", changes))

    def one_each(self, node: Node, given: Node | None, path: str, key: str) -> Node:
        """A list of things that say one text each, without ids: translated by a list in its order."""
        if not isinstance(node, Sequence):
            return node
        self.met[path] = None
        texts = given.items if isinstance(given, Sequence) else () if given is None else (given,)
        changed: list[Node] = []
        number = 0
        for item in node.items:
            if at(item, key) is None:
                changed.append(item)
                continue
            found = texts[number] if number < len(texts) else None
            number += 1
            changed.append(self._with(item, key, found, f"{path}.{number}"))
        if len(texts) > number:
            self.warn("translation.too_many", texts[number].mark, path=path)
        return Sequence(tuple(changed), node.mark)

    def _with(self, item: Node, key: str, given: Node | None, path: str) -> Node:
        """The item with its one text changed."""
        change: Change = lambda old, _, __: self.text(old, given, path)  # noqa: E731 - one line, used once
        return self.map(item, None, path, {key: change})

    # What the translation has and the flow hasn't

    def check_unused(
        self, node: Map, path: str, known: Iterable[str], names: Mapping[str, Iterable[str]]
    ) -> None:
        """Warn of every key that nothing in the flow has met.

        known: the keys that there may be at its top. names: path -> ids that are meant there, where a path
        can't tell (they may have a dot in them).
        """
        for key, value in node.pairs:
            inner = f"{path}.{key.text}".lstrip(".")
            if path == "" and key.text not in known:
                self._unused(key, inner, known)
            elif self._is_met(inner):
                if isinstance(value, Map):
                    self.check_unused(value, inner, (), names)
            elif path or key.text not in known or not isinstance(value, Scalar):
                self._unused(key, inner, names.get(path) or self._below(path))

    def _is_met(self, path: str) -> bool:
        return path in self.met or any(met.startswith(f"{path}.") for met in self.met)

    def _below(self, path: str) -> set[str]:
        beginning = f"{path}." if path else ""
        return {met[len(beginning) :].split(".")[0] for met in self.met if met.startswith(beginning)}

    def _unused(self, key: Scalar, path: str, known: Iterable[str]) -> None:
        close = near(key.text[:100], tuple(known)[:500])
        self.warn("translation.unknown_key", key.mark, path=path[:200], **({"near": close} if close else {}))


def each(node: Node, id: str, change: Callable[[Map, str], Node]) -> Node:
    """A list in which everything that has an id is changed."""
    if not isinstance(node, Sequence):
        return node
    return Sequence(tuple(_changed(item, id, change) for item in node.items), node.mark)


def _changed(item: Node, id: str, change: Callable[[Map, str], Node]) -> Node:
    name = text_at(item, id)
    return change(item, name) if isinstance(item, Map) and name else item


def at(node: Node | None, key: str) -> Node | None:
    """What a map has under a key; None for what is no map."""
    return node.get(key) if isinstance(node, Map) else None


def text_at(node: Node | None, key: str) -> str:
    """The text that a map has under a key, '' where there is none."""
    found = at(node, key)
    return found.text if isinstance(found, Scalar) else ""


def _expressions(text: Scalar) -> set[str]:
    return {" ".join(found.split()) for found in _EXPRESSION.findall(text.text)}
