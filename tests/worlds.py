"""Small worlds for tests of the engine: flows from a few lines of YAML, a home in memory, a stopped clock."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from textwrap import dedent, indent

import msgspec

from wizard.adapters.flow_yaml import read
from wizard.adapters.store_memory import MemoryStore
from wizard.core.facts import Facts
from wizard.core.flow.build import Source, Sources, build
from wizard.core.flow.flow import Flow
from wizard.core.flow.gallery import NOTHING, Gallery
from wizard.core.flow.reading import lines_of
from wizard.core.intents import AddCard, GiveAnswer, Intent, Raw
from wizard.core.nodes import Node
from wizard.core.problems import Place, Problem
from wizard.core.screen import QuestionView
from wizard.core.stops import stop_at
from wizard.home import Home
from wizard.ports import LoadedFlow, Outside, Renderer
from wizard.workshop import Reply, Workshop

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
TODAY = date(2026, 3, 3)
CANVAS = """
canvas: small
title: A small canvas
grid: {columns: 2, rows: 1}
attribution: Ours
blocks:
  - {id: people, title: People, hint: Who, column: 1, row: 1}
  - {id: offer, title: Offer, hint: What, column: 2, row: 1}
"""
LETTERED = CANVAS.replace("attribution", "colour_by: people\nattribution")
"""The same canvas, whose cards are told apart by the people they are for."""


@cache
def flow_of(text: str, canvas: str = CANVAS) -> Flow:
    """The flow that a YAML text describes, and its canvas, where it names one."""
    node, problems = read(text, "flow.yaml")
    layout = None
    if "\ncanvas:" in f"\n{text}":
        layout = Source("canvas.yaml", lines_of(canvas), read(canvas, "canvas.yaml")[0])
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    built = build(Sources(Source("flow.yaml", lines_of(text), node), (), layout, digest))
    found = [p for p in (*problems, *built.problems) if p.severity == "error"]
    assert built.flow is not None, found
    assert [] == found
    return built.flow


class Kept:
    """Flows by their text: what a workshop keeps is the YAML itself. Nothing is on a disk."""

    def __init__(self, canvas: str = CANVAS) -> None:
        self.texts: dict[str, str] = {}
        self.canvas = canvas

    def load(self, reference: str, language: str = "") -> LoadedFlow | tuple[Problem, ...]:
        del language
        return LoadedFlow(flow_of(reference, self.canvas), reference)

    def languages(self, reference: str) -> tuple[str, ...]:
        del reference
        return ("en",)

    def restored(self, text: str) -> LoadedFlow | tuple[Problem, ...]:
        return self.load(text)

    def shipped(self) -> tuple[str, ...]:
        return ()

    def version(self, flow: str) -> str | None:
        del flow
        return None

    def example(self, flow: str, language: str = "") -> str | None:
        del flow, language
        return None

    def gallery(self, loaded: LoadedFlow) -> tuple[Gallery, tuple[Problem, ...]]:
        del loaded
        return NOTHING, ()

    def answers(self, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        return read(path, "answers.yaml")


def no_renderer(loaded: LoadedFlow) -> Renderer:
    raise AssertionError(f"nothing is rendered here, not even {loaded.flow.id}")


def no_writer(
    folder: str, texts: Mapping[str, str], *, force: bool
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    raise AssertionError(f"nothing is written here: {folder}, {sorted(texts)}, {force}")


def counting() -> Callable[[], str]:
    """Ids that count: c1, c2, ..."""
    numbers = count(1)
    return lambda: f"c{next(numbers)}"


def outside(store: MemoryStore | None = None, canvas: str = CANVAS) -> Outside:
    return Outside(
        store=MemoryStore() if store is None else store,
        flows=Kept(canvas),
        renderer=no_renderer,
        write=no_writer,
        now=lambda: NOON,
        new_id=counting(),
    )


class World:
    """A workshop of a flow, its home, and short ways to say what a person does."""

    def __init__(self, flow: str, *, viewer: str | None = None, name: str = "", canvas: str = CANVAS) -> None:
        self.flow = flow
        self.outside = outside(canvas=canvas)
        self.home = Home(self.outside, viewer)
        loaded = self.home.load(flow)
        assert isinstance(loaded, LoadedFlow)
        self.workshop = self.home.start(loaded, name=name)

    @property
    def facts(self) -> Facts:
        return self.workshop.facts

    def reopened(self, viewer: str | None = None) -> Workshop:
        """The same workshop opened once more, as another process would."""
        beside = msgspec.structs.replace(self.outside, store=self.store.beside())
        opened = Workshop.opened(beside, self.workshop.id, viewer)
        assert isinstance(opened, Workshop)
        return opened

    @property
    def store(self) -> MemoryStore:
        assert isinstance(self.outside.store, MemoryStore)
        return self.outside.store

    def do(self, *intents: Intent) -> Reply:
        """Each of them must be done; the last reply."""
        for intent in intents:
            reply = self.workshop.send(intent)
            assert reply.done, (intent, reply)
        return reply

    def refused(self, intent: Intent) -> tuple[str, ...]:
        """The codes with which it is refused."""
        reply = self.workshop.send(intent)
        assert not reply.done, reply
        return tuple(message.code for message in reply.messages)

    def answer(self, question: str, raw: Raw) -> Reply:
        return self.do(GiveAnswer(Place(question), raw))

    def card(self, question: str, row: str | None = None, **values: Raw) -> str:
        """A new card; its id."""
        reply = self.do(AddCard(question, values, row))
        assert reply.card is not None
        return reply.card

    @property
    def question(self) -> QuestionView:
        """The question that the person stands at."""
        question = self.workshop.screen().question
        assert question is not None
        return question

    def at(self, place: Place | str) -> World:
        """Stand at the stop of a place."""
        place = Place(place) if isinstance(place, str) else place
        stop = stop_at(self.facts, place)
        assert stop is not None, place
        assert self.workshop.jump(stop)
        return self


def world(questions: str, *, before: str = "", after: str = "", name: str = "") -> World:
    """A World of a flow with one step that asks these questions."""
    head = "flow: small\ntitle: A small flow\n" + dedent(before)
    step = "\nsteps:\n  - id: one\n    title: One\n    ask:\n"
    return World(head + step + indent(dedent(questions), "      ") + "\n" + dedent(after), name=name)
