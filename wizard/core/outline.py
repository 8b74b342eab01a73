"""What a flow will ask, how long it takes, what comes of it: before anybody has begun. Knows no answers."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from wizard.core.controls import visible
from wizard.core.facts import Facts
from wizard.core.flow.flow import Flow
from wizard.core.flow.model import Step
from wizard.core.state import State
from wizard.core.titles import step_title


class StepOutline(NamedTuple):
    """One step. minutes: of one round, 0 where the flow says nothing. questions: likewise.

    repeated: asked once for each card of a list. sometimes: not everybody is asked.
    """

    title: str
    minutes: int
    questions: int
    repeated: bool = False
    sometimes: bool = False


class DocumentOutline(NamedTuple):
    """A document that comes out at the end. title: '' where it has none."""

    file: str
    title: str


class Outline(msgspec.Struct, frozen=True):
    """A flow in a few lines. minutes: of all steps together, each counted once. questions: likewise."""

    title: str
    description: str
    steps: tuple[StepOutline, ...]
    documents: tuple[DocumentOutline, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def takes_more(self) -> bool:
        """Whether a step takes its minutes for each card of a list, so that more than the sum may pass."""
        return any(step.repeated and step.minutes for step in self.steps)

    @property
    def questions(self) -> int:
        return sum(step.questions for step in self.steps)


def outline(flow: Flow) -> Outline:
    """The plan of a flow; what only answers can tell is an ellipsis in it."""
    nothing = Facts(flow, State())
    return Outline(
        title=visible(flow.file.title),
        description=" ".join(visible(flow.file.description).split()),
        steps=tuple(_step(nothing, step) for step in flow.steps),
        documents=tuple(DocumentOutline(visible(one.file), visible(one.title)) for one in flow.documents),
    )


def _step(nothing: Facts, step: Step) -> StepOutline:
    return StepOutline(
        title=step_title(nothing, step) or step.id,
        minutes=step.minutes or 0,
        questions=sum(1 for _ in nothing.flow.of_step(step.id)),
        repeated=step.each is not None,
        sometimes=step.when is not None,
    )
