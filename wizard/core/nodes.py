"""What a YAML file says, before anybody knows what it means: text with line and column."""

from __future__ import annotations

from typing import Literal

import msgspec

from wizard.core.problems import Mark

Style = Literal["plain", "single", "double", "block"]


class Scalar(msgspec.Struct, frozen=True):
    """A piece of text. `style` tells how it was written: a plain `null` and a quoted one differ."""

    text: str
    mark: Mark
    style: Style = "plain"


class Sequence(msgspec.Struct, frozen=True):
    items: tuple[Node, ...]
    mark: Mark


class Mapping(msgspec.Struct, frozen=True):
    """Keys in the order of the file; each key once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    mark: Mark

    def get(self, key: str) -> Node | None:
        for name, node in self.pairs:
            if name.text == key:
                return node
        return None

    def key(self, key: str) -> Scalar | None:
        for name, _ in self.pairs:
            if name.text == key:
                return name
        return None


Node = Scalar | Sequence | Mapping
