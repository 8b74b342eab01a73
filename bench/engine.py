"""What grows with a workshop: opening one with a long history, answering in a flow with many questions."""

from __future__ import annotations

from pathlib import Path

from bench.table import Row

EVENTS = 10_000
QUESTIONS = 1_000
QUESTIONS_PER_STEP = 20


def flow_text(questions: int) -> str:
    """A flow of that many questions, every tenth with a condition on an earlier one, as YAML."""
    lines = ["flow: bench", "version: 1", "title: Many questions", "steps:"]
    for n in range(questions):
        if n % QUESTIONS_PER_STEP == 0:
            lines += [f"  - id: step_{n}", f"    title: Step {n}", "    ask:"]
        condition = f", when: \"question_{n - 1} == 'yes'\"" if n % 10 == 9 else ""
        lines.append(f'      - {{id: question_{n}, ask: "What about {n}?"{condition}}}')
    lines += ["documents:", "  - {file: canvas.md, template: canvas.md.j2}"]
    return "\n".join(lines) + "\n"


def opening_ms(events: int, scratch: Path) -> float:
    """Milliseconds to open a workshop that has that many events and to have its screen."""
    raise NotImplementedError("needs wizard.workshop")


def answering_ms(questions: int, scratch: Path) -> float:
    """Milliseconds from an answer to the next screen, in a flow of that many questions."""
    raise NotImplementedError("needs wizard.workshop")


def rows(scratch: Path) -> list[Row]:
    raise NotImplementedError("needs wizard.workshop")
