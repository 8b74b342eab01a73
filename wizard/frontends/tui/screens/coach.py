"""CoachScreen: everything that the coach says, to go and solve it, or to say why it is fine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.screen import FindingView
from wizard.core.tongue import mark, t
from wizard.core.where import Stop
from wizard.frontends.tui.keys import ANSWERING, GOING, Act, bindings
from wizard.frontends.tui.screens.asking import TextScreen, keys_told
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.coach import NO_POINT, counted
from wizard.frontends.tui.widgets.ending import EndingList
from wizard.frontends.tui.widgets.hanging import Hanging
from wizard.frontends.tui.widgets.signs import said, severity_sign

_GROUPS = (("block", mark("Before you finish")), ("warn", mark("Worth a look")), ("tip", mark("Tips")))
_DISMISSED = mark("Dismissed, until what they judged changes")
_NOTHING = mark("Nothing to say so far. Answer a few questions more.")
_NOWHERE = mark("What this is about isn't asked at the moment.")


# What one can do here, for the keys, the palette and the help screen.
ACTS: tuple[Act, ...] = (
    Act("go", "", "enter", "go there", "Go there", "To the question that solves it, and back", GOING),
    Act(
        "dismiss_or_not",
        "d,delete",
        "d",
        "dismiss, or bring back",
        "Dismiss",
        "Say why it is fine; or let the coach say it again",
        ANSWERING,
    ),
    Act("close", "escape,q,f4", "esc", "close", "Close the coach", "Back to where you were", GOING),
)


class CoachScreen(ModalScreen[Stop | None]):
    """The findings by severity, then the dismissed ones. Ends with the stop at which one is to be solved."""

    CSS_PATH = "coach.tcss"
    ACTS = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)

    def __init__(self, walk: Walk, card: str = "") -> None:
        """card: whose findings to begin at, '' for the gravest of all."""
        super().__init__()
        self._walk = walk
        self._card = card
        self._rows: list[FindingView | None] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="book"):
            yield Static(id="coach-title", markup=False)
            yield EndingList(id="coach-list", markup=False)
            yield Static(id="coach-said", markup=False)
            yield Static(keys_told(*((act.shown, act.word) for act in ACTS)), classes="keys", markup=False)

    def on_mount(self) -> None:
        self._walk.notice = None
        self._draw()
        about = (n for n, found in enumerate(self._rows) if found is not None and self._card in found.cards)
        self._list.highlighted = next(about, self._list.highlighted)
        self._list.focus()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#coach-list", OptionList)

    @property
    def _finding(self) -> FindingView | None:
        """The finding at hand."""
        at = self._list.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def _draw(self) -> None:
        """Show the findings as they are now, and stand where one stood."""
        view, list_ = self._walk.screen, self._list
        at = list_.highlighted or 0
        drawn = list(
            _drawn(view.findings, view.dismissed, quiet=t(_NOTHING if view.progress < 1 else NO_POINT))
        )
        self._rows = [finding for _, finding in drawn]
        list_.clear_options()
        list_.add_options(Option(text, disabled=finding is None) for text, finding in drawn)
        list_.highlighted = self._nearest(at)
        self.query_one("#coach-title", Static).update(_title(view.findings, view.dismissed))
        self._say()

    def _nearest(self, at: int) -> int | None:
        """The finding that is nearest to a row."""
        rows = [n for n, finding in enumerate(self._rows) if finding is not None]
        return min(rows, key=lambda n: (abs(n - at), n)) if rows else None

    def _say(self, text: str = "") -> None:
        told = self.query_one("#coach-said", Static)
        content = Content.styled(text, "$warning") if text else said(self._walk.messages)
        told.update(content)
        told.display = bool(content.plain)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        finding = self._rows[event.option_index]
        if finding is not None and finding.stop is not None:
            self.dismiss(finding.stop)
        else:
            self._say(t(_NOWHERE))

    def action_go(self) -> None:
        """What the enter key does."""
        self._list.action_select()

    def action_dismiss_or_not(self) -> None:
        """Ask why this is fine; what is dismissed already may speak again."""
        finding = self._finding
        if finding is None:
            return
        if finding.reason:
            if self._walk.bring_back(finding.id):
                self._walk.news(t("The coach says it again."))
            self._draw()
            return
        begun = self._walk.reason_draft(finding.id) or ""
        keep = partial(self._walk.keep_reason_draft, finding.id)

        def judged(reason: str) -> str:
            return "" if self._walk.dismiss(finding.id, reason) else self._walk.refusal

        asking = TextScreen(t("Why is this fine?"), finding.text, begun, keep=keep, judge=judged)

        def answered(reason: str | None) -> None:
            if reason is None:
                keep(asking.left or None)
                self._walk.hush()
            else:
                self._walk.news(t("Dismissed, until what it judged changes."))
            self._draw()

        self.app.push_screen(asking, answered)

    def action_close(self) -> None:
        self.dismiss(None)


def _drawn(
    found: tuple[FindingView, ...], dismissed: tuple[FindingView, ...], *, quiet: str
) -> Iterator[tuple[Content | Hanging, FindingView | None]]:
    """The rows of the list; None for headings. quiet: what is said where nothing stands."""
    if not found:
        yield Content.styled(quiet, "$quiet italic"), None
    groups = [(title, [one for one in found if one.severity == kind]) for kind, title in _GROUPS]
    for title, of_group in (*groups, (_DISMISSED, dismissed)):
        if of_group:
            yield Content.styled(t(title), "bold $primary"), None
        yield from ((finding_drawn(one), one) for one in of_group)


def _title(found: tuple[FindingView, ...], dismissed: tuple[FindingView, ...]) -> Content:
    counts = [counted(found)] if found else []
    counts += [t("{count} dismissed", count=len(dismissed))] if dismissed else []
    return Content.assemble((t("What the coach says"), "bold"), (f"   {' · '.join(counts)}", "$quiet"))


def finding_drawn(found: FindingView) -> Hanging:
    """A finding with its source; a dismissed one with the reason."""
    if found.reason:
        because = (f"\n{t('because:')} ", "$quiet italic")
        text = Content.assemble((found.text, "$quiet"), because, " ".join(found.reason.split()))
        return Hanging(Content.styled("✕ ", "$quiet"), text)
    sign, style = severity_sign(found.severity)
    source = f"\n{found.source}" if found.source else ""
    return Hanging(Content.styled(f"{sign} ", style), Content.assemble(found.text, (source, "$quiet italic")))
