"""CoachPane: what the coach says about the model, the most serious first, as much as there is room for."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widget import Widget

from wizard.core.screen import FindingView
from wizard.core.where import Stop
from wizard.frontends.tui.widgets.signs import severity_sign


class FindingChosen(TextualMessage):
    """Somebody clicked on a finding; stop_at: where it is solved, None for what there was no room for."""

    def __init__(self, stop: Stop | None) -> None:
        super().__init__()
        self.stop_at = stop


class CoachPane(Widget):
    """Whole sentences only; how many more there are stands below them."""

    def __init__(self) -> None:
        super().__init__(id="coach")
        self._findings: tuple[FindingView, ...] = ()
        self._at: list[FindingView | None] = []
        """Of each line, the finding that it is about."""

    def show_findings(self, findings: tuple[FindingView, ...]) -> None:
        if findings != self._findings:
            self._findings = findings
            self.refresh()

    def render(self) -> Content:
        lines, self._at = coach_drawn(self._findings, self.size.width, self.size.height)
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """A click on a finding leads to where it is solved, one below the last to all of them."""
        offset = event.get_content_offset(self)
        if offset is None or not 0 < offset.y < len(self._at):
            return
        finding = self._at[offset.y]
        if finding is None or finding.stop is not None:
            self.post_message(FindingChosen(finding.stop if finding is not None else None))


def coach_drawn(
    findings: tuple[FindingView, ...], width: int, height: int
) -> tuple[list[Content], list[FindingView | None]]:
    """The lines, and for each of them the finding that it is about."""
    title = f"Coach · {len(findings)}" if findings else "Coach"
    lines: list[Content] = [Content.styled(title, "$quiet")]
    at: list[FindingView | None] = [None]
    if not findings:
        lines.append(Content.styled("Nothing to say so far.", "$quiet italic"))
        return lines, at
    for number, finding in enumerate(findings):
        drawn = finding_drawn(finding, width)
        left = len(findings) - number
        room = height - len(lines) - (1 if left > 1 else 0)
        if len(drawn) > room:
            if number or room < 1:
                lines.append(Content.styled(f"+ {left} more · f4", "$quiet"))
                at.append(None)
                break
            drawn = [*drawn[: room - 1], drawn[room - 1].truncate(width - 1).rstrip().append("…")]
        lines += drawn
        at += [finding] * len(drawn)
    return lines, at


def finding_drawn(finding: FindingView, width: int) -> list[Content]:
    """A finding on as many lines as it takes, its sign before the first."""
    sign, style = severity_sign(finding.severity)
    text = Content(" ".join(finding.text.split()))
    first, *others = text.wrap(max(width - 2, 1)) or [Content("")]
    return [Content.assemble((f"{sign} ", style), first), *(Content.assemble("  ", line) for line in others)]
