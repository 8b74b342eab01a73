"""WorkshopScreen: steps, desk, canvas, coach; the keys of a workshop. No rule of the method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from wizard.core.where import END, Stop
from wizard.frontends.tui.desk import Desk, Drawn, RemovalDoubted, TypingNoticed, WayOut
from wizard.frontends.tui.screens import overlays
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.canvas import CanvasPane
from wizard.frontends.tui.widgets.coach import CoachPane
from wizard.frontends.tui.widgets.lines import Key, KeyLine, TopLine
from wizard.frontends.tui.widgets.review import WayChosen
from wizard.frontends.tui.widgets.steps import StepChosen, StepList
from wizard.frontends.tui.widgets.too_small import TooSmall
from wizard.workshop import Workshop

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp

_POLL_S = 0.25


class WorkshopScreen(Screen[None]):
    CSS_PATH = "workshop.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
        Binding("f1", "learn", show=False),
        Binding("f2", "board", show=False),
        Binding("f3", "documents", show=False),
        Binding("f4", "coach", show=False),
        Binding("f5", "note", show=False),
        Binding("f6", "dont_know", show=False),
        Binding("f7", "skip", show=False),
        Binding("f8", "review", show=False),
        Binding("f9", "steps", show=False),
        Binding("ctrl+e", "editor", show=False),
        Binding("tab", "field(1)", show=False),
        Binding("shift+tab", "field(-1)", show=False),
    ]
    app: WizardApp

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self.walk = Walk(workshop)

    def compose(self) -> ComposeResult:
        yield TopLine()
        with Horizontal(id="panes"):
            yield StepList()
            yield Desk(self.walk)
            with Vertical(id="side"):
                yield CanvasPane(id="canvas")
                yield CoachPane()
        yield KeyLine()
        yield TooSmall()

    async def on_mount(self) -> None:
        await self.desk.draw()
        self.set_interval(_POLL_S, self._catch_up)

    @property
    def desk(self) -> Desk:
        return self.query_one(Desk)

    async def _catch_up(self) -> None:
        await self.desk.catch_up()

    def keep_everything(self) -> None:
        """Keep what is being typed: the program is about to end."""
        self.desk.keep_typing()

    # Showing what stands around the desk

    @on(Drawn)
    def _draw_around(self, event: Drawn) -> None:
        event.stop()
        view = self.walk.screen
        self.query_one(TopLine).show_screen(view)
        self.query_one(StepList).show_steps(view.steps)
        self.query_one(CanvasPane).show_blocks(view.canvas)
        self.query_one(CoachPane).show_findings(view.findings)
        self._draw_keys()

    @on(TypingNoticed)
    def _typing_noticed(self, event: TypingNoticed) -> None:
        event.stop()
        self._draw_keys()

    def on_descendant_focus(self) -> None:
        self._draw_keys()

    def _draw_keys(self) -> None:
        line = self.query_one(KeyLine)
        line.show_keys(tuple(self._keys()))
        failed = self.walk.notice is not None and self.walk.notice.code.startswith("outside.")
        if failed:
            line.show_saved("■ not saved", "bold $error")
        elif self.desk.has_unsaved:
            line.show_saved("… typing", "$quiet")
        else:
            line.show_saved("✓ saved", "$success")

    def _keys(self) -> Iterator[Key]:
        """The keys that mean something now, the most needed first."""
        focused = self.focused
        for key, does in getattr(focused, "KEYS", ()):
            yield key, does, ""
        yield "esc", "cards" if self.desk.opened else "back", "screen.back"
        yield "f1", "learn", "screen.learn"
        if self.walk.screen.question is not None:
            yield "f6", "don't know", "screen.dont_know"
            yield "f7", "skip", "screen.skip"
        yield "ctrl+p", "all", "app.command_palette"
        yield "f2", "canvas", "screen.board"
        yield "f4", "coach", "screen.coach"
        yield "ctrl+z", "undo", "screen.undo"
        yield "f3", "document", "screen.documents"
        yield "f5", "note", "screen.note"
        yield "f8", "review", "screen.review"
        yield "ctrl+q", "quit", "app.quit"

    # Walking

    async def action_back(self) -> None:
        await self.desk.back()

    async def action_field(self, by: int) -> None:
        """Tab goes through the fields of a card, and between the cards and the line below them."""
        if self.desk.opened is not None:
            await self.desk.leave_field(by)
        else:
            self.focus_next() if by > 0 else self.focus_previous()

    async def action_undo(self) -> None:
        self.desk.keep_typing()
        await self.desk.shown(self.walk.undo())

    async def action_redo(self) -> None:
        self.desk.keep_typing()
        await self.desk.shown(self.walk.redo())

    async def action_skip(self) -> None:
        await self.desk.skip()

    async def action_dont_know(self) -> None:
        await self.desk.dont_know()

    async def action_review(self) -> None:
        """The review of this step; from a review, that of everything."""
        view = self.walk.screen
        stop = Stop(view.stop.step) if view.question is not None else END
        await self.desk.jump(stop)

    @on(StepChosen)
    async def _step_chosen(self, event: StepChosen) -> None:
        event.stop()
        await self.desk.jump_to_step(event.step)

    @work(exclusive=True)
    async def action_steps(self) -> None:
        self.desk.keep_typing()
        match await overlays.step_chosen(self.app, self.walk.screen):
            case None:
                pass
            case "":
                await self.desk.jump(END)
            case step:
                await self.desk.jump_to_step(step)

    async def action_on(self) -> None:
        await self.desk.go_on()

    def action_home(self) -> None:
        self.desk.keep_typing()
        self.app.go_home()

    @on(WayOut)
    def _way_out(self, event: WayOut) -> None:
        event.stop()
        self.action_home()

    @on(WayChosen)
    async def _way_chosen(self, event: WayChosen) -> None:
        event.stop()
        match event.way:
            case "on":
                await self.desk.shown(self.walk.go_on())
            case "home":
                self.action_home()
            case "finish":
                self.action_finish()
            case "write":
                self.action_write()

    # What is asked above the screen

    @work(exclusive=True)
    async def action_finish(self) -> None:
        await overlays.finished(self.app, self.walk)
        await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_write(self) -> None:
        await self._write()

    async def _write(self) -> None:
        folder = await overlays.folder_chosen(self.app, self.walk)
        if folder is not None:
            await overlays.documents_written(self.app, self.walk, folder)
        await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_documents(self) -> None:
        self.desk.keep_typing()
        if await overlays.documents_read(self.app, self.walk) == "write":
            await self._write()
        else:
            await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_note(self) -> None:
        place = self.desk.place
        if place is not None:
            self.desk.keep_typing()
            await overlays.noted(self.app, self.walk, place)
            await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_coach(self) -> None:
        stop = await overlays.coach_heard(self.app, self.walk)
        if stop is not None:
            await self.desk.jump(stop)
        else:
            await self.desk.draw(keep=True)

    @on(RemovalDoubted)
    @work(exclusive=True)
    async def _removal_doubted(self, event: RemovalDoubted) -> None:
        event.stop()
        if await overlays.confirmed(self.app, event.question, "Yes, remove it", "No, keep it"):
            await self.desk.remove_card(event.card, sure=True)
        else:
            await self.desk.draw(keep=True)

    def action_learn(self) -> None:
        """The teaching; and what there is no room for at the question itself."""
        view = self.walk.screen
        asked = self.desk.field or (view.question.input if view.question is not None else None)
        self.app.push_screen(overlays.learning(view, asked if self.has_class("-low") else None))

    def action_board(self) -> None:
        self.app.push_screen(overlays.board(self.walk.screen))

    def action_editor(self) -> None:
        overlays.edited_outside(self.app, self.focused)
        self._draw_keys()

    def commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """For the palette: every action with its key."""
        for title, help, action in COMMANDS:
            yield title, help, partial(self.run_action, action)


# Title, help with the key, action.
COMMANDS = (
    ("Next", "Answer and go on (enter)", "on"),
    ("Back", "To the question before; nothing is judged (esc)", "back"),
    ("Undo", "Take back the last thing that you did (ctrl+z)", "undo"),
    ("Redo", "Do again what was taken back (ctrl+y)", "redo"),
    ("I don't know", "Go on, and keep it on the list of open questions (f6)", "dont_know"),
    ("Skip", "Go on with nothing (f7)", "skip"),
    ("Note", "Why you say so, and where it comes from (f5)", "note"),
    ("Learn", "The teaching of this step, and notes for a facilitator (f1)", "learn"),
    ("Canvas", "The whole canvas (f2)", "board"),
    ("Document", "What the documents say so far; write them (f3)", "documents"),
    ("Coach", "What the coach says, and where to solve it (f4)", "coach"),
    ("Review", "Check the answers of this step, then of everything (f8)", "review"),
    ("Go to a step", "Any step, at any time (f9)", "steps"),
    ("Editor", "Write a long answer in your own editor (ctrl+e)", "editor"),
    ("Write the documents", "Into a folder that you choose", "write"),
    ("Home", "All workshops; this one is saved", "home"),
)
