"""Workshops from answers files, and answers files without a workshop: what scripts use."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from wizard.beginning import begun, begun_with, started, texts_of
from wizard.core.answers_file import header_of, read_answers
from wizard.core.coach import Finding, findings
from wizard.core.events import AnyEvent, UnknownEvent, decoded
from wizard.core.facts import Facts
from wizard.core.judging import issues
from wizard.core.nodes import Node
from wizard.core.problems import Mark, Place, Problem, problem
from wizard.core.state import Action, State, folded
from wizard.core.stops import stops
from wizard.history import actions_of
from wizard.home import Home
from wizard.ports import Envelope, LoadedFlow
from wizard.rendering import documents_of
from wizard.workshop import Workshop


class Answered(msgspec.Struct, frozen=True):
    """What an answers file amounts to, without any store.

    standing: what is missing or broken, each at its place in the file where it has one; it stops nothing.
    """

    loaded: LoadedFlow
    facts: Facts
    events: tuple[AnyEvent, ...]
    standing: tuple[Problem, ...]
    findings: tuple[Finding, ...]


def loaded_for(
    home: Home, node: Node | None, flow: str | None, language: str = ""
) -> LoadedFlow | tuple[Problem, ...]:
    """The flow that a file is for: the one that is asked for, else the one that the file names.

    language: wins over the file's; where neither says one, the flow comes in the one that is wanted here. One
    that the flow can't be had in is a warning.
    """
    header, problems = header_of(node)
    if flow or header.flow:
        return _loaded_in(home, flow or header.flow, language or header.language)
    return problems or (problem("answers.flow_missing", mark=node.mark if node else None),)


def _loaded_in(home: Home, flow: str, language: str) -> LoadedFlow | tuple[Problem, ...]:
    """A flow in a language, or in its own with a warning that it isn't there in that one."""
    found = home.load(flow, language or None)
    if isinstance(found, LoadedFlow) or any(one.code != "translation.no_language" for one in found):
        return found
    own = home.load(flow, "")
    told = tuple(replace(one, severity="warn") for one in found)
    return replace(own, warnings=(*own.warnings, *told)) if isinstance(own, LoadedFlow) else own


def answered(
    home: Home, loaded: LoadedFlow, node: Node | None, *, currency: str = "", today: date | None = None
) -> Answered | tuple[Problem, ...]:
    """Everything that follows from an answers file; its problems, all of them, where it can't be read."""
    found = read_answers(loaded.flow, node, home.outside.new_id, currency=currency)
    if found.problems:
        return found.problems
    header = found.header
    name = header.name or _name(loaded.flow.file.name_from, found.events)
    currency = currency or header.currency
    first = started(loaded, name=name, currency=currency)
    events = (first, *found.events)
    state = folded(State(), [Action("", None, events, None)])
    day = today or header.today or home.outside.now().astimezone().date()
    facts = Facts(loaded.flow, state, day, complete=True)
    standing = tuple(_marked(missing, found.marks) for missing in missing_in(facts))
    return Answered(loaded, facts, events, standing, findings(facts))


def missing_in(facts: Facts) -> tuple[Problem, ...]:
    """Everything that stands against the answers, question by question."""
    return tuple(
        found for stop in stops(facts) if stop.place is not None for found in issues(facts, stop.place)
    )


def _name(name_from: str | None, events: tuple[AnyEvent, ...]) -> str:
    for event in events:
        place = getattr(event, "place", None)
        if name_from is not None and place == Place(name_from):
            return str(getattr(event, "value", ""))
    return ""


def _marked(found: Problem, marks: dict[Place, Mark]) -> Problem:
    """The problem with where its answer stands in the file; of a card, where the card begins."""
    place = found.place
    if place is None:
        return found
    mark = marks.get(place)
    if mark is None and place.card is not None:
        mark = marks.get(Place(place.question, place.card))
    return replace(found, mark=mark) if mark else found


def documents(home: Home, found: Answered) -> dict[str, str] | tuple[Problem, ...]:
    """The documents of an answers file."""
    return documents_of(home.outside, found.loaded, found.facts)


def workshop_from_answers(
    home: Home, path: str, flow: str | None = None, *, currency: str = "", language: str = ""
) -> Workshop | tuple[Problem, ...]:
    """A new workshop that holds what an answers file says. currency, language: win over the file's."""
    found = _answered_in(home, path, flow, currency, language)
    return _begun(home, found) if isinstance(found, Answered) else found


def example_workshop(home: Home, path: str) -> Workshop | tuple[Problem, ...]:
    """The workshop of an example's answers file, at its first step: the one that is here, else a new one."""
    found = _answered_in(home, path)
    if not isinstance(found, Answered):
        return found
    wanted = (found.loaded.flow.id, found.facts.state.name)
    here = next((row for row in home.summaries() if (row.flow, row.name) == wanted), None)
    workshop = _begun(home, found) if here is None else home.open(here.id)
    if isinstance(workshop, Workshop):
        workshop.jump_to_step(workshop.stops()[0].step)
    return workshop


def _answered_in(
    home: Home, path: str, flow: str | None = None, currency: str = "", language: str = ""
) -> Answered | tuple[Problem, ...]:
    """Everything that follows from an answers file on the disk."""
    node, problems = home.outside.flows.answers(path)
    if problems:
        return problems
    loaded = loaded_for(home, node, flow, language)
    return answered(home, loaded, node, currency=currency) if isinstance(loaded, LoadedFlow) else loaded


def _begun(home: Home, found: Answered) -> Workshop:
    return begun(home.outside, found.loaded, home.viewer, found.events)


# A workshop with all its events: one line that says what it is and holds the flow, then one line an event.


class EventFile(msgspec.Struct, frozen=True):
    """The first line. texts: digest -> text of the flow; of each that was asked, where it was upgraded."""

    canvas_wizard_events: int
    texts: dict[str, str]


class EventLine(msgspec.Struct, frozen=True):
    """One event. body: as it is stored."""

    position: int
    action: str
    at: str
    author: str | None
    kind: str
    v: int
    body: msgspec.Raw
    undoes: str | None = None


def exported_events(workshop: Workshop) -> str:
    """A workshop whole: `workshop_from_events` brings it back as it was."""
    texts = texts_of(workshop.outside.store, workshop.state)
    head = EventFile(1, {**texts, workshop.loaded.flow.digest: workshop.loaded.text})
    lines = [msgspec.json.encode(head)]
    for e in workshop.outside.store.events(workshop.id):
        body = msgspec.Raw(e.body)
        line = EventLine(e.position, e.action, e.at, e.author, e.kind, e.v, body, e.undoes)
        lines.append(msgspec.json.encode(line))
    return b"\n".join(lines).decode() + "\n"


def is_event_file(text: str) -> bool:
    return text.startswith('{"canvas_wizard_events":')


def workshop_from_events(home: Home, text: str, file: str) -> Workshop | tuple[Problem, ...]:
    """A new workshop with the events of an exported one."""
    head_line, *lines = text.rstrip("\n").split("\n")
    number = 1
    try:
        head = msgspec.json.decode(head_line, type=EventFile)
        envelopes = []
        for number, line in enumerate(lines, 2):
            e = msgspec.json.decode(line, type=EventLine)
            if e.position != number - 1:
                return (problem("import.gap", mark=Mark(file, number, 1), position=number - 1),)
            decoded(e.kind, e.v, bytes(e.body))
            envelopes.append(
                Envelope("", e.position, e.action, e.at, e.author, e.kind, e.v, bytes(e.body), e.undoes)
            )
    except (msgspec.MsgspecError, UnknownEvent) as fault:
        return (problem("import.event_unreadable", mark=Mark(file, number, 1), reason=str(fault)),)
    return _created_from(home, head, envelopes, file)


def _created_from(
    home: Home, head: EventFile, envelopes: list[Envelope], file: str
) -> Workshop | tuple[Problem, ...]:
    actions = actions_of(envelopes)
    state = folded(State(), actions)
    if state.started is None or state.flow_digest not in head.texts:
        return (problem("import.no_flow", mark=Mark(file, 1, 1)),)
    loaded = home.outside.flows.restored(head.texts[state.flow_digest])
    if not isinstance(loaded, LoadedFlow):
        return loaded
    if loaded.flow.digest != state.flow_digest:
        return (problem("import.no_flow", mark=Mark(file, 1, 1)),)
    return home.open(begun_with(home.outside, loaded, envelopes, head.texts).id)
