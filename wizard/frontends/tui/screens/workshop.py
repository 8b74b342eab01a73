"""WorkshopScreen: steps, desk, canvas, coach, the lines above and below, the time. No rule of the method."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from wizard.core.tongue import mark, t
from wizard.frontends.tui.desk import Desk, TypingNoticed
from wizard.frontends.tui.keys import PROGRAM, WORKSHOP, on_the_line
from wizard.frontends.tui.screens.acting import ActingScreen
from wizard.frontends.tui.timebox import TimeBox, TimeTold
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.box import KeysChanged
from wizard.frontends.tui.widgets.canvas import CanvasLegend, CanvasPane
from wizard.frontends.tui.widgets.coach import CoachPane
from wizard.frontends.tui.widgets.lines import Key, KeyLine, TopLine
from wizard.frontends.tui.widgets.steps import StepList
from wizard.frontends.tui.widgets.too_small import TooSmall
from wizard.workshop import Workshop

_POLL_S = 0.25
_TICK_S = 1.0
_KEEP_TIME_S = 60.0
_TOLD_S = 15.0

_key = partial(on_the_line, WORKSHOP)


class WorkshopScreen(ActingScreen):
    CSS_PATH = "workshop.tcss"
    AUTO_FOCUS: ClassVar[str] = ""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(Walk(workshop))
        self._failing = False

    def compose(self) -> ComposeResult:
        yield TopLine()
        with Horizontal(id="panes"):
            yield StepList()
            yield Desk(self.walk, self._draw_around)
            with Vertical(id="side"):
                yield CanvasPane(id="canvas")
                yield CanvasLegend()
                yield CoachPane()
        yield KeyLine()
        yield TooSmall()

    async def on_mount(self) -> None:
        self._time = TimeBox(self.app.clock, self.walk.time_s())
        await self.desk.draw()
        self._tell_once()
        self.set_interval(_POLL_S, self._catch_up)
        self.set_interval(_TICK_S, self._tick)
        self.set_interval(_KEEP_TIME_S, self._keep_time)

    def _tell_once(self) -> None:
        """What came along from another workshop; that there is a newer version of the flow."""
        workshop = self.walk.workshop
        if workshop.carried is not None:
            from wizard.frontends.tui.screens.carrying import CarriedScreen  # noqa: PLC0415 - only then

            title = workshop.loaded.flow.file.title
            self.app.push_screen(CarriedScreen(workshop.state.name, title, workshop.carried))
            workshop.carried = None
        if version := self.walk.newer_version():
            command = f"canvas-wizard upgrade {workshop.id}{self.app.home.option}"
            told = t("Move to it with: {command}", command=command)
            title = t("Version {version} of this flow is there", version=version)
            self.app.notify(told, title=title, timeout=_TOLD_S, markup=False)

    async def _catch_up(self) -> None:
        if self.display:  # otherwise it is going: a timer may come late
            await self.desk.catch_up()

    def keep_everything(self) -> None:
        super().keep_everything()
        self._time.tick()
        self._keep_time()

    # Showing what stands around the desk

    def _draw_around(self) -> None:
        view = self.walk.screen
        self.query_one(TopLine).show_screen(view)
        self.query_one(StepList).show_steps(view.steps)
        self.query_one(CanvasPane).show_blocks(view.canvas)
        self.query_one(CanvasLegend).show_badges(view.badges)
        self.query_one(CoachPane).show_findings(view.findings, through=view.progress >= 1)
        self._draw_keys()
        self._time.stand(view.stop.step)
        self._draw_time()
        self.return_to_numbers()

    @on(TypingNoticed)
    async def _typing_noticed(self, event: TypingNoticed) -> None:
        event.stop()
        if self._failing != self.walk.failing:  # that is said at the question
            await self.desk.draw(keep=True)
        self._draw_keys()

    @on(KeysChanged)
    def _keys_changed(self, event: KeysChanged) -> None:
        event.stop()
        self._draw_keys()

    def on_descendant_focus(self) -> None:
        self._draw_keys()

    def _draw_keys(self) -> None:
        self._failing = self.walk.failing
        line = self.query_one(KeyLine)
        line.show_keys(tuple(self._keys()))
        if self.walk.failing:
            line.show_saved(f"■ {t('not saved')}", "bold $error")
        elif self.desk.has_unsaved:
            line.show_saved(f"… {t('typing')}", "$quiet")
        else:
            line.show_saved(f"✓ {t('saved')}", "$success")

    def _keys(self) -> Iterator[Key]:
        """The keys that mean something now, the most needed first."""
        own: tuple[tuple[str, str], ...] = getattr(self.focused, "KEYS", ())
        for key, does in own:
            yield key, does, ""
        key, word, click = _key("back")
        if key not in dict(own):
            yield key, mark("cards") if self.desk.opened else word, click
        if self.walk.screen.question is None:  # a good place to stop
            yield on_the_line(PROGRAM, "quit", "app")
        yield _key("learn")
        if self.walk.screen.question is not None:
            yield _key("dont_know")
            yield _key("skip")
        yield on_the_line(PROGRAM, "command_palette", "app")
        for action in ("board", "coach", "undo", "documents", "note", "review", "steps"):
            yield _key(action)
        yield on_the_line(PROGRAM, "keys", "app")
        if self.walk.screen.question is not None:
            yield on_the_line(PROGRAM, "quit", "app")

    def action_editor(self) -> None:
        super().action_editor()
        self._time.tick(most_s=math.inf)  # who wrote elsewhere was at work on this step all the same
        self._draw_keys()

    # The time

    def _tick(self) -> None:
        self._time.tick()
        if self.display:
            self._draw_time()

    def _draw_time(self) -> None:
        self.query_one(TopLine).show_time(self._told())

    def _told(self) -> TimeTold | None:
        """What is said of the time, where it is wanted."""
        step = self.walk.screen.step
        wanted = step is not None and self.app.preferences.time_box
        return self._time.told(step.minutes) if wanted and step is not None else None

    def _keep_time(self) -> None:
        self.walk.keep_unsaved()
        self.walk.keep_time(self._time.spent_s)

    def action_pause(self) -> None:
        if self._told() is None:
            self.app.notify(t("No time is shown at this step."), markup=False)
            return
        self._time.pause()
        self._draw_time()

    def action_time(self) -> None:
        """Show the time, or hide it; that is remembered."""
        self.app.prefer(time_box=not self.app.preferences.time_box)
        self._draw_time()
