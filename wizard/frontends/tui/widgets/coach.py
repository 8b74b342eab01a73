"""CoachPane: what the coach says about the model, the most serious first."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from wizard.core.screen import FindingView
from wizard.frontends.tui.widgets.signs import severity_sign

_RANK = {"block": 0, "warn": 1, "tip": 2}


def ranked(findings: tuple[FindingView, ...]) -> list[FindingView]:
    """Findings by severity, otherwise in the order of the flow."""
    return sorted(findings, key=lambda finding: _RANK[finding.severity])


class CoachPane(Static):
    def __init__(self) -> None:
        super().__init__(id="coach", markup=False)
        self._findings: tuple[FindingView, ...] | None = None

    def show_findings(self, findings: tuple[FindingView, ...]) -> None:
        if findings == self._findings:
            return
        self._findings = findings
        lines = [Content.styled(_title(findings), "$quiet")]
        for finding in ranked(findings):
            sign, style = severity_sign(finding.severity)
            lines.append(Content.assemble((f"{sign} ", style), finding.text))
        if not findings:
            lines.append(Content.styled("Nothing to say so far.", "$quiet italic"))
        self.update(Content("\n").join(lines))


def _title(findings: tuple[FindingView, ...]) -> str:
    return f"Coach · {len(findings)}" if findings else "Coach"
