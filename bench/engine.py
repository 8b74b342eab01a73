"""What grows with a workshop: opening one with a long history, answering in a flow with many questions."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bench.samples import medians
from bench.table import Row
from wizard.adapters.documents import write
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place
from wizard.home import Home
from wizard.ports import LoadedFlow, Outside
from wizard.workshop import Workshop

EVENTS = 10_000
QUESTIONS = 1_000
FEW = 100
QUESTIONS_PER_STEP = 20
ANSWERS_A_SAMPLE = 20


def flow_text(questions: int) -> str:
    """A flow of that many questions, every tenth with a condition on an earlier one, as YAML."""
    lines = ["flow: bench", "version: 1", "title: Many questions", "steps:"]
    for n in range(questions):
        if n % QUESTIONS_PER_STEP == 0:
            lines += [f"  - id: step_{n}", f"    title: Step {n}", "    ask:"]
        condition = f", when: \"question_{n - 1} == 'yes'\"" if n % 10 == 9 else ""
        lines.append(f'      - {{id: question_{n}, ask: "What about {n}?"{condition}}}')
    return "\n".join(lines) + "\n"


def home_in(scratch: Path) -> Home:
    """Home over a new store on disk."""
    flows, number = FlowFiles(), count()
    store = SqliteStore.open(scratch / "bench.db")
    outside = Outside(
        store, flows, flows.renderer, write, lambda: datetime.now(UTC), lambda: f"id{next(number)}"
    )
    return Home(outside)


def workshop_of(scratch: Path, questions: int) -> tuple[Home, Workshop]:
    """A new workshop of a flow with that many questions."""
    path = scratch / "many.yaml"
    path.write_text(flow_text(questions), encoding="utf-8")
    home = home_in(scratch)
    loaded = home.load(str(path))
    assert isinstance(loaded, LoadedFlow), loaded
    return home, home.start(loaded)


def opening_ms(home: Home, id: str) -> float:
    """Milliseconds to open a workshop and to have its screen."""
    begun = time.perf_counter()
    workshop = home.open(id)
    assert isinstance(workshop, Workshop)
    workshop.screen()
    return (time.perf_counter() - begun) * 1000


def answering_ms(workshop: Workshop, questions: int, number: count[int]) -> float:
    """Milliseconds from an answer to the next screen, the write to disk included; the mean of a few."""
    begun = time.perf_counter()
    for _ in range(ANSWERS_A_SAMPLE):
        n = next(number)
        visible = n % 9 + 10 * (n % (questions // 10))  # every tenth hangs on the one before
        reply = workshop.send(GiveAnswer(Place(f"question_{visible}"), f"answer {n}"))
        assert reply.done, reply
        workshop.screen()
    return (time.perf_counter() - begun) * 1000 / ANSWERS_A_SAMPLE


def rows(scratch: Path) -> list[Row]:
    (scratch / "history").mkdir()
    home, workshop = workshop_of(scratch / "history", 20)
    empty = home.start(workshop.loaded)
    for n in range(EVENTS):
        workshop.send(GiveAnswer(Place(f"question_{n % 9}"), f"answer {n}"))
    (scratch / "many").mkdir()
    _, many = workshop_of(scratch / "many", QUESTIONS)
    (scratch / "few").mkdir()
    _, few = workshop_of(scratch / "few", FEW)
    in_many, in_few = count(), count()
    found = medians(
        {
            "long": lambda: opening_ms(home, workshop.id),
            "empty": lambda: opening_ms(home, empty.id),
            "many": lambda: answering_ms(many, QUESTIONS, in_many),
            "few": lambda: answering_ms(few, FEW, in_few),
        }
    )
    opening = f"open a workshop of {EVENTS:,} events"
    answering = f"one answer in {QUESTIONS:,} questions"
    return [
        Row(opening, found["long"], "an empty one", found["empty"], "ms", "≤ 150 ms more"),
        Row(answering, found["many"], f"in {FEW} questions", found["few"], "ms", "≤ 15 ms"),
    ]
