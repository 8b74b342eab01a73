"""The door to YAML: bytes to text to nodes with marks. Knows nothing of what a flow or an answers file means.

Built from PyYAML's event stream in one pass without recursion, so that each value keeps its place, duplicate
keys are seen, and neither depth nor aliases can hurt. Source: docs/flow-language.md, "Files". PyYAML is
imported by the first text that is read.
"""

from __future__ import annotations

from wizard.adapters.flow_yaml.limits import MAX_BYTES, MAX_DEPTH, MAX_VALUES
from wizard.adapters.flow_yaml.text import decode
from wizard.core.nodes import Node
from wizard.core.problems import Problem

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_VALUES", "decode", "read"]


def read(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """What a file says, and everything that is wrong with how it says it.

    Each problem has a mark. The node is None where the text couldn't be read to its end; otherwise it is
    complete but for what was refused: of a key that is there twice the first stays, a tag is left out, and
    unquoted braces or an unknown alias become the text that they would be in quotes. Never raises.
    """
    from wizard.adapters.flow_yaml import reading  # noqa: PLC0415 - a flow that is known already needs no PyYAML

    return reading.read(text, file)
