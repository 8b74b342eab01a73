"""Events to nodes, with what is wrong on the way. Knows nothing of syntax errors: those end the events."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NamedTuple

import yaml

from wizard.adapters.flow_yaml.limits import MAX_DEPTH, MAX_VALUES
from wizard.adapters.flow_yaml.mistakes import TAG, braces_problem
from wizard.adapters.flow_yaml.text import shortened
from wizard.core.nodes import Mapping, Node, Scalar, Sequence, Style
from wizard.core.problems import Detail, Mark, Problem

# Looking for near names is quadratic: only for as many as a person would write.
_MAX_COMPARED = 50

_STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "block", ">": "block"}


class _Anchored(NamedTuple):
    """A node that aliases may stand for. weight: values in it and itself. depth: its levels, 0 for text."""

    node: Node
    weight: int
    depth: int


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end hasn't come yet. A mapping's `lines` says where each key stands."""

    mark: Mark
    anchor: str | None
    before: int
    is_mapping: bool
    depth: int = 0
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None
    at_value: bool = False


class Builder:
    """Takes events one by one; then has the `root`, the `problems`, and says whether it `stopped` early.

    in_braces: the events ended inside unquoted braces, which explains whatever ended them.
    last_quoted: (start, end) of the quoted text that the last event was, if it was one.
    """

    def __init__(self, text: str, file: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stopped = False
        self.last_quoted: tuple[int, int] | None = None
        self._text = text
        self._file = file
        self._open: list[_Open] = []
        self._anchored: dict[str, _Anchored] = {}
        self._values = 0
        self._documents = 0
        self._braces_at: int | None = None
        self._braces_level = 0

    @property
    def in_braces(self) -> bool:
        return self._braces_at is not None

    def take(self, event: yaml.Event) -> None:
        """Build on. Does nothing more once it has stopped."""
        self.last_quoted = None
        if self.stopped:
            return
        if self._braces_at is not None:
            self._pass_over(event, self._braces_at)
            return
        take = _TAKE.get(type(event))
        if take is not None:
            take(self, event)

    def _take_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("yaml.several_documents", self._mark(event))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self._mark(event)
        style = _STYLES.get(event.style or "", "plain")
        if style in {"single", "double"}:
            self.last_quoted = _span(event)
        text = event.value
        if style == "double" and re.search("[\ud800-\udfff]", text):
            # Only the Python parser lets these through.
            self._report("yaml.escape", mark, escape="\\u")
            text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        if event.tag is not None:
            self._check_tag(event)
        if self._count(1, "yaml.too_many_values", mark):
            if not self._open and style == "plain" and not text:
                return
            self._put(Scalar(text, mark, style), event.anchor, 1, 0)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        (index, _), mark = _span(event), self._mark(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if is_mapping and event.flow_style and self._text.startswith("{{", index):
            self.problems.append(braces_problem(self._text, index, mark))
            self._braces_at, self._braces_level = index, 1
            return
        self._check_tag(event)
        if len(self._open) == MAX_DEPTH:
            self._stop("yaml.too_deep", mark, limit=MAX_DEPTH)
        elif self._count(1, "yaml.too_many_values", mark):
            self._open.append(_Open(mark, event.anchor, self._values - 1, is_mapping))

    def _end(self, _: yaml.CollectionEndEvent) -> None:
        done = self._open.pop()
        node: Node
        if done.is_mapping:
            node = Mapping(tuple(done.pairs), done.mark)
        else:
            node = Sequence(tuple(done.items), done.mark)
        self._put(node, done.anchor, self._values - done.before, done.depth + 1)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        """Put the node that the alias stands for: shared, but counted as if it were written out."""
        mark = self._mark(event)
        name = event.anchor or ""
        target = self._anchored.get(name)
        if any(opened.anchor == name for opened in self._open):
            self._stop("yaml.alias_of_itself", mark, name=shortened(name))
        elif target is None:
            self._report("yaml.unknown_alias", mark, name=shortened(name), **self._near(name))
            if self._count(1, "yaml.too_many_values", mark):
                self._put(Scalar(f"*{name}", mark, "double"), None, 1, 0)
        elif len(self._open) + target.depth > MAX_DEPTH:
            self._stop("yaml.too_deep", mark, limit=MAX_DEPTH)
        elif self._count(target.weight, "yaml.alias_bomb", mark):
            self._put(target.node, None, target.weight, target.depth, mark)

    def _put(self, node: Node, anchor: str | None, weight: int, depth: int, at: Mark | None = None) -> None:
        """Place a finished node where it belongs. at: of the alias that stands for it."""
        if anchor is not None:
            self._anchored[anchor] = _Anchored(node, weight, depth)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.depth = max(parent.depth, depth)
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.at_value:
            if parent.key is not None:
                parent.pairs.append((parent.key, node))
            parent.at_value = False
        else:
            parent.key = self._key(parent, node, at)
            parent.at_value = True

    def _key(self, parent: _Open, node: Node, at: Mark | None) -> Scalar | None:
        """The node as a key of that mapping; None, with a problem, where it can't be one."""
        if not isinstance(node, Scalar) or at is not None or (node.style == "plain" and not node.text):
            self._report("yaml.key_not_text", at or node.mark)
            return None
        if node.style == "plain" and node.text == "<<":
            self._report("yaml.merge_key", node.mark)
            return None
        first = parent.lines.get(node.text)
        if first is not None:
            self._report("yaml.duplicate_key", node.mark, key=shortened(node.text), line=first)
            return None
        parent.lines[node.text] = node.mark.line
        return node

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            found = TAG.search(self._text, _span(event)[0])
            self._report("yaml.tag", self._mark(event), tag=shortened(found[0] if found else event.tag))

    def _pass_over(self, event: yaml.Event, start: int) -> None:
        """Read to the end of unquoted braces, and put them as the text that they were meant to be."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._braces_level += 1
            if len(self._open) + self._braces_level > MAX_DEPTH:
                self._stop("yaml.too_deep", self._mark(event), limit=MAX_DEPTH)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._braces_level -= 1
            if self._braces_level == 0:
                self._braces_at = None
                mark = self.problems[-1].mark
                assert mark is not None, "braces are reported with their mark when they begin"
                if self._count(1, "yaml.too_many_values", mark):
                    self._put(Scalar(self._text[start : _span(event)[1]], mark, "double"), None, 1, 0)

    def _count(self, weight: int, code: str, mark: Mark) -> bool:
        """Add so many values; False, and an end to it all, where they are too many."""
        self._values += weight
        if self._values > MAX_VALUES:
            self._stop(code, mark, limit=f"{MAX_VALUES:,}")
        return not self.stopped

    def _near(self, name: str) -> dict[str, Detail]:
        if (
            len(self._anchored) > _MAX_COMPARED
            or len(self.problems) > _MAX_COMPARED
            or len(name) > _MAX_COMPARED
        ):
            return {}
        near = get_close_matches(name, [known for known in self._anchored if len(known) <= _MAX_COMPARED], 1)
        return {"near": near[0]} if near else {}

    def _mark(self, event: yaml.Event) -> Mark:
        assert event.start_mark is not None, "both parsers mark every event"
        return Mark(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(self, code: str, mark: Mark, **details: Detail) -> None:
        self.problems.append(Problem(code, details, mark=mark))

    def _stop(self, code: str, mark: Mark, **details: Detail) -> None:
        self._report(code, mark, **details)
        self.stopped = True


_TAKE: Table[type[yaml.Event], Callable[[Builder, Any], None]] = {
    yaml.ScalarEvent: Builder._take_scalar,
    yaml.MappingStartEvent: Builder._begin,
    yaml.SequenceStartEvent: Builder._begin,
    yaml.MappingEndEvent: Builder._end,
    yaml.SequenceEndEvent: Builder._end,
    yaml.AliasEvent: Builder._take_alias,
    yaml.DocumentStartEvent: Builder._take_document,
}
"""What is done with each kind of event; the others say nothing."""


def _span(event: yaml.Event) -> tuple[int, int]:
    """Where the event starts and ends in the text."""
    assert event.start_mark is not None, "both parsers mark every event"
    assert event.end_mark is not None, "both parsers mark every event"
    return event.start_mark.index, event.end_mark.index
