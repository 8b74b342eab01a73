"""What an export says about the workshop itself: notes, "I don't know", dismissed findings."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.answers_file.header import Reading
from wizard.core.controls import visible
from wizard.core.events import AnyEvent, FindingDismissed, NoteWritten, QuestionPassed
from wizard.core.flow.flow import Flow
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.problems import Place

_KEYS = ("name", "notes", "unknown", "dismissed")


def events_about(node: Node, flow: Flow, reading: Reading) -> Iterator[AnyEvent]:
    """The events behind `workshop:`; its name is part of the header."""
    if not isinstance(node, Mapping):
        reading.report("flow.map_wanted", node.mark)
        return
    for key, value in node.pairs:
        if key.text not in _KEYS:
            reading.report("answers.unknown_key", key.mark, text=key.text)
        elif key.text in ("notes", "unknown"):
            yield from _at_places(value, flow, reading, notes=key.text == "notes")
        elif key.text == "dismissed":
            yield from _dismissed(value, reading)


def _at_places(node: Node, flow: Flow, reading: Reading, *, notes: bool) -> Iterator[AnyEvent]:
    for item in node.items if isinstance(node, Sequence) else ():
        place = _place(item, flow, reading)
        if place is None or not isinstance(item, Mapping):
            continue
        if not notes:
            yield QuestionPassed(place, unknown=True)
        elif text := visible(reading.text(item.get("text") or Scalar("", item.mark))):
            yield NoteWritten(place, text)


def _place(node: Node, flow: Flow, reading: Reading) -> Place | None:
    if not isinstance(node, Mapping):
        reading.report("flow.map_wanted", node.mark)
        return None
    parts = {key: reading.text(node.get(key)) or None for key in Place.__struct_fields__}
    question = parts.pop("question") or ""
    if question not in flow.entries and question not in flow.fields:
        reading.report("answers.unknown_question", node.mark, text=question)
        return None
    return Place(question, **parts)


def _dismissed(node: Node, reading: Reading) -> Iterator[AnyEvent]:
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if isinstance(value, Mapping):
            basis, reason = (reading.text(value.get(part)) for part in ("basis", "reason"))
            if basis and reason:
                yield FindingDismissed(key.text, basis, visible(reason))
