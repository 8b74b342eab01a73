"""CoachPane: what the coach says about the model, once for each rule, as much as there is room for."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widget import Widget

from wizard.core.screen import FindingView
from wizard.core.tongue import mark, t, tn
from wizard.core.where import Stop
from wizard.frontends.tui.widgets.signs import severity_sign

NO_POINT = mark("Nothing to complain about.")
"""Where everything was gone through."""


class FindingChosen(TextualMessage):
    """Somebody clicked on a finding; stop_at: where it is solved, None for what there was no room for."""

    def __init__(self, stop: Stop | None) -> None:
        super().__init__()
        self.stop_at = stop


class CoachPane(Widget):
    """Whole sentences only, the most serious first; how many more there are stands below them."""

    def __init__(self) -> None:
        super().__init__(id="coach")
        self._findings: tuple[FindingView, ...] | None = None  # the coach hasn't looked yet
        self._through = False
        self._at: list[FindingView | None] = []
        """Of each line, the finding that it is about."""

    def show_findings(self, findings: tuple[FindingView, ...], *, through: bool) -> None:
        """through: nothing is open any more."""
        if (findings, through) != (self._findings, self._through):
            self._findings, self._through = findings, through
            self.refresh()

    def render(self) -> Content:
        if self._findings is None:
            return Content("")
        lines, self._at = coach_drawn(
            self._findings, self.size.width, self.size.height, through=self._through
        )
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """A click on a finding leads to where it is solved, one below the last to all of them."""
        offset = event.get_content_offset(self)
        if offset is None or not 0 < offset.y < len(self._at):
            return
        finding = self._at[offset.y]
        if finding is None or finding.stop is not None:
            self.post_message(FindingChosen(finding.stop if finding is not None else None))


def counted(findings: tuple[FindingView, ...]) -> str:
    """How many there are, the same wherever it is said."""
    return tn("{count} point", "{count} points", len(findings))


class Alike(NamedTuple):
    """What one rule says: the first finding, and how many more there are."""

    first: FindingView
    more: int


def by_rule(findings: tuple[FindingView, ...]) -> list[Alike]:
    """The findings with those of one rule together, in the order of the first ones."""
    found: dict[str, list[FindingView]] = {}
    for finding in findings:
        found.setdefault(finding.rule or finding.id, []).append(finding)
    return [Alike(first, len(others)) for first, *others in found.values()]


def coach_drawn(
    findings: tuple[FindingView, ...], width: int, height: int, *, through: bool = False
) -> tuple[list[Content], list[FindingView | None]]:
    """The lines, and for each of them the finding that it is about. What a rule says of many is said once."""
    title = f"{t('Coach')} · {len(findings)}" if findings else t("Coach")
    lines: list[Content] = [Content.styled(title, "$quiet")]
    at: list[FindingView | None] = [None]
    if not findings:
        quiet = t(NO_POINT) if through else t("Nothing to say so far.")
        said = Content.styled(quiet, "$quiet italic").wrap(max(width, 1))
        return [*lines, *said], at * (len(said) + 1)
    left = len(findings)
    for number, (finding, more) in enumerate(by_rule(findings)):
        drawn = finding_drawn(finding, width, more)
        room = height - len(lines) - (1 if left > more + 1 else 0)
        if len(drawn) > room:
            if number or room < 1:
                lines.append(Content.styled(f"{t('+ {count} more', count=left)} · f4", "$quiet"))
                at.append(None)
                break
            drawn = [*drawn[: room - 1], drawn[room - 1].truncate(width - 1).rstrip().append("…")]
        lines += drawn
        at += [finding] * len(drawn)
        left -= more + 1
    return lines, at


def finding_drawn(finding: FindingView, width: int, more: int = 0) -> list[Content]:
    """A finding on as many lines as it takes, its sign before the first. more: others that its rule says."""
    sign, style = severity_sign(finding.severity)
    alike = f" {t('(and {count} more like it)', count=more)}" if more else ""
    text = Content.assemble(" ".join(finding.text.split()), (alike, "$quiet"))
    first, *others = text.wrap(max(width - 2, 1)) or [Content("")]
    return [Content.assemble((f"{sign} ", style), first), *(Content.assemble("  ", line) for line in others)]
