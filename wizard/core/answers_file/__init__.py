"""An answers file: a whole workshop in one YAML file. Every mistake in it comes at once, in its place."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from wizard.core.answers_file.filling import Filler
from wizard.core.answers_file.header import Header, Reading, header_of
from wizard.core.events import AnyEvent
from wizard.core.flow.flow import Flow
from wizard.core.nodes import Mapping, Node
from wizard.core.problems import Mark, Place, Problem


class FileAnswers(msgspec.Struct, frozen=True):
    """What a file gives. marks: place -> where its answer stands, for what is found out later."""

    header: Header
    events: tuple[AnyEvent, ...]
    problems: tuple[Problem, ...]
    marks: dict[Place, Mark]


def read_answers(
    flow: Flow, node: Node | None, new_id: Callable[[], str], *, currency: str = ""
) -> FileAnswers:
    """The events that an answers file makes happen, and everything that is wrong with it.

    currency: wins over the file's. Answers to hidden questions are kept: they are parked, not problems.
    """
    reading = Reading()
    header = reading.header(node)
    if not isinstance(node, Mapping):
        return FileAnswers(header, (), tuple(reading.problems), {})
    if header.flow and header.flow != flow.id:
        key = node.get("flow")
        assert key is not None
        reading.report("answers.other_flow", key.mark, text=header.flow, flow=flow.id)
    filler = Filler(flow, reading, new_id, currency or header.currency or flow.file.currency)
    filler.fill(node)
    return FileAnswers(header, tuple(filler.events), tuple(reading.problems), filler.marks)


__all__ = ["FileAnswers", "Header", "header_of", "read_answers"]
