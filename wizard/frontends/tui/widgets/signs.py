"""The signs that stand for a status or a severity: a shape each, so that colour is never the only signal."""

from __future__ import annotations

from typing import assert_never

from textual.content import Content

from wizard.core.screen import Message, Status, StepStatus, StepView

NO_ANSWER = "—"


def step_sign(status: StepStatus) -> tuple[str, str]:
    """A sign and its style."""
    match status:
        case "done":
            return "✓", "$success"
        case "here":
            return "▶", "$accent"
        case "started":
            return "●", "$primary"
        case "untouched":
            return "○", "$quiet"
        case _:
            assert_never(status)


def sign_of_step(step: StepView) -> tuple[str, str]:
    """The tick isn't for a step in which all was skipped."""
    return status_sign("passed") if step.bare and step.status == "done" else step_sign(step.status)


def status_sign(status: Status) -> tuple[str, str]:
    match status:
        case "answered":
            return "✓", "$success"
        case "unfinished":
            return "●", "$warning"
        case "unknown":
            return "?", "$accent"
        case "passed":
            return "·", "$quiet"
        case "open":
            return "○", "$quiet"
        case _:
            assert_never(status)


def severity_sign(severity: str) -> tuple[str, str]:
    """Of a finding or a message."""
    match severity:
        case "error" | "block":
            return "■", "$error"
        case "warn":
            return "▲", "$warning"
        case "tip":
            return "●", "$primary"
        case _:
            return "→", "$success"


def said(messages: tuple[Message, ...]) -> Content:
    """Messages, one below the other, each with its sign."""
    lines = []
    for message in messages:
        sign, style = severity_sign(message.severity)
        lines.append(Content.assemble((f"{sign} ", style), (message.text, style)))
    return Content("\n").join(lines)
