"""HomeScreen: the workshops that there are, and ways to begin one. Imports nothing of workshops."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.problems import OutsideFailed, Problem
from wizard.core.words import sentence
from wizard.frontends.tui.ages import age
from wizard.frontends.tui.widgets.too_small import TooSmall
from wizard.ports import LoadedFlow, Summary

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp
    from wizard.home import Home
    from wizard.workshop import Workshop

_WELCOME = "A business model, one question at a time. Everything is saved as you type."


class Choice(NamedTuple):
    """One line of the list. workshop: id of the one to continue."""

    does: Literal["new", "example", "continue", "leave"]
    workshop: str = ""


class HomeScreen(Screen[None]):
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("delete,backspace", "delete", show=False),
        Binding("ctrl+z", "restore", show=False),
        Binding("q,escape", "app.quit", show=False),
    ]
    app: WizardApp

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._choices: list[Choice] = []
        self._deleted: list[Summary] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="home"):
            yield Static(Content.styled("Canvas Wizard", "bold $accent"), id="home-title", markup=False)
            yield Static(_WELCOME, id="home-welcome", markup=False)
            yield OptionList(id="home-list", markup=False)
            yield Static(id="home-said", markup=False)
        yield Static(id="home-keys", markup=False)
        yield TooSmall()

    def on_mount(self) -> None:
        self.show_workshops()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        self.show_workshops()

    def show_workshops(self) -> None:
        """List the ways to begin, then the workshops, the last changed first; it is the one at hand."""
        try:
            found = self._home.summaries()
        except OutsideFailed as fault:
            found = []
            self.say(sentence(fault.problem), wrong=True)
        self._choices = [Choice("new"), Choice("example"), Choice("leave")]
        self._choices += [Choice("continue", summary.id) for summary in found]
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(
            [
                Option(_way("New workshop", "begin with the first question")),
                Option(_way("Finished example", "look around in one where everything is filled in")),
                Option(_way("Quit", "")),
                None,
                *(Option(self._line(summary)) for summary in found),
            ]
        )
        listed.highlighted = 3 if found else 0
        keys = "enter choose   n new   " + ("del delete   " if found else "") + "q quit"
        self.query_one("#home-keys", Static).update(Content.styled(keys, "$quiet"))

    def _line(self, summary: Summary) -> Content:
        where = (
            "finished"
            if summary.finished
            else " · ".join(part for part in (summary.step, f"{round(summary.progress * 100)} %") if part)
        )
        when = age(summary.changed_at, self._home.outside.now())
        told = " · ".join(part for part in (where, when) if part)
        return Content.assemble("Continue ", (summary.name, "bold"), (f"  {told}", "$quiet"))

    def say(self, text: str, *, wrong: bool = False) -> None:
        self.query_one("#home-said", Static).update(Content.styled(text, "$error" if wrong else "$success"))

    def _say_problems(self, problems: tuple[Problem, ...]) -> None:
        self.say("\n".join(sentence(problem) for problem in problems[:5]), wrong=True)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        choice = self._choices[event.option_index]
        match choice.does:
            case "new":
                self.action_new()
            case "example":
                self.run_worker(self._example(), exclusive=True)
            case "continue":
                self._begin(lambda: self._home.open(choice.workshop))
            case "leave":
                self.app.leave()

    def action_new(self) -> None:
        self.run_worker(self._new(), exclusive=True)

    async def _new(self) -> None:
        """Begin with the only flow there is, or with the one that the person chooses."""
        ids = self._home.outside.flows.shipped()
        id = ids[0] if len(ids) == 1 else await self._flow_chosen()
        if id is None:
            return
        loaded = self._home.load(id)
        if isinstance(loaded, LoadedFlow):
            self._begin(lambda: self._home.start(loaded))
        else:
            self._say_problems(loaded)

    async def _flow_chosen(self) -> str | None:
        from wizard.frontends.tui.screens.asking import ChoiceScreen  # noqa: PLC0415 - home is up sooner without

        flows = self._home.flows()
        told = [
            Content.assemble((flow.file.title, "bold"), (f"\n{flow.file.description}", "$quiet"))
            for flow in flows
        ]
        at = await self.app.push_screen_wait(ChoiceScreen("Which flow?", told))
        return None if at is None else flows[at].id

    async def _example(self) -> None:
        """Open the finished example: the one that is here already, else a new copy."""
        from wizard.imports import example_workshop  # noqa: PLC0415 - home is up sooner without

        flows = self._home.outside.flows
        path = next((path for id in flows.shipped() if (path := flows.example(id))), None)
        if path is None:
            self.say("There is no finished example here.", wrong=True)
        else:
            self._begin(lambda: example_workshop(self._home, path))

    def _begin(self, opening: Callable[[], Workshop | tuple[Problem, ...]]) -> None:
        try:
            workshop = opening()
        except OutsideFailed as fault:
            self.say(sentence(fault.problem), wrong=True)
            return
        if isinstance(workshop, tuple):
            self._say_problems(workshop)
        else:
            self.say("")
            self.app.enter(workshop)

    def action_delete(self) -> None:
        """Put the workshop at hand away; ctrl+z brings it back."""
        at = self.query_one(OptionList).highlighted
        if at is None or self._choices[at].does != "continue":
            return
        try:
            summary = next(s for s in self._home.summaries() if s.id == self._choices[at].workshop)
            self._home.delete(summary.id)
        except OutsideFailed as fault:
            self.say(sentence(fault.problem), wrong=True)
            return
        self._deleted.append(summary)
        self.show_workshops()
        self.say(f"{summary.name} is deleted. ctrl+z brings it back.")

    def action_restore(self) -> None:
        if not self._deleted:
            return
        try:
            self._home.restore(self._deleted[-1].id)
        except OutsideFailed as fault:
            self.say(sentence(fault.problem), wrong=True)
            return
        summary = self._deleted.pop()
        self.show_workshops()
        self.say(f"{summary.name} is back.")


def _way(text: str, help: str) -> Content:
    return Content.assemble((text, "bold"), (f"  {help}" if help else "", "$quiet"))
