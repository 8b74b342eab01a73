"""The plan of a flow, and what is wrong with one, for the sheet before a workshop begins. Knows no widget."""

from __future__ import annotations

from textual.content import Content

from wizard.core.controls import visible
from wizard.core.outline import Outline, StepOutline
from wizard.core.problems import Problem
from wizard.core.tongue import t, tn
from wizard.core.words import sentence
from wizard.frontends.tui.widgets.drawing import filled

_LEAST_TITLE = 12
_NUMBERS = 4  # cells of "12 "
_MOST_PROBLEMS = 8


def planned(plan: Outline, width: int) -> Content:
    """Title, description, the steps with what they take, and the documents."""
    counted = [tn("{count} step", "{count} steps", len(plan.steps)), _questions(plan.questions)]
    if plan.minutes:
        about = t("{minutes} minutes and more") if plan.takes_more else t("about {minutes} minutes")
        counted.append(about.format(minutes=plan.minutes))
    parts = [Content.styled(plan.title, "bold $accent")]
    if plan.description:
        parts.append(Content(plan.description))
    parts += [Content(""), Content.styled(" · ".join(counted), "bold"), Content("")]
    parts += [_step(number, step, width) for number, step in enumerate(plan.steps, 1)]
    if plan.documents:
        named = ", ".join(f"{one.title} ({one.file})" if one.title else one.file for one in plan.documents)
        parts += [Content(""), Content.assemble((f"{t('You get')}  ", "$quiet"), named)]
    return Content("\n").join(parts)


def _step(number: int, step: StepOutline, width: int) -> Content:
    """A step on one line: what it is called, and at the right what it takes."""
    asked = _questions(step.questions)
    asked = t("{questions} for each", questions=asked) if step.repeated else asked
    asked = t("if need be, {questions}", questions=asked) if step.sometimes else asked
    minutes = t("{minutes} min", minutes=f"{step.minutes:>4}") if step.minutes else " " * 8
    room = width - _NUMBERS - len(asked) - len(minutes) - 1
    if room < _LEAST_TITLE:
        asked, room = "", width - _NUMBERS - len(minutes) - 1
    title = filled(step.title, room)
    return Content.assemble((f"{number:>2}  ", "$quiet"), title, " ", (asked, "$quiet"), (minutes, "$quiet"))


def _questions(count: int) -> str:
    return tn("{count} question", "{count} questions", count)


# What is wrong with a flow


def troubled(problems: tuple[Problem, ...]) -> Content:
    """What stands in the way of a flow that can't be used."""
    lead = Content.styled(t("This flow can't be used as it is."), "bold")
    return Content("\n\n").join([lead, told_of(problems, "■", "$error")])


def told_of(problems: tuple[Problem, ...], sign: str, style: str) -> Content:
    """The first problems, each with its place in the file."""
    lines = [
        Content.assemble((f"{sign} ", style), (_located(found), "bold"), sentence(found))
        for found in problems[:_MOST_PROBLEMS]
    ]
    if len(problems) > _MOST_PROBLEMS:
        left = len(problems) - _MOST_PROBLEMS
        more = t("… and {count} more: canvas-wizard flow check tells them all.", count=left)
        lines.append(Content.styled(more, "$quiet"))
    return Content("\n").join(lines)


def _located(found: Problem) -> str:
    mark = found.mark
    return f"{visible(mark.file)}:{mark.line}:{mark.column}  " if mark is not None else ""
