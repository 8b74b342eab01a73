"""ActingScreen: what the keys of a workshop lead to: walking, and what is asked above it. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.screen import Screen

from wizard.core.tongue import t
from wizard.core.where import END, Stop
from wizard.frontends.tui.desk import CellCrowded, Desk, RemovalDoubted, WayOut
from wizard.frontends.tui.keys import WORKSHOP, Act, bindings, offered
from wizard.frontends.tui.screens import overlays
from wizard.frontends.tui.screens.overlays import board_walked
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.advice import AdviceWanted
from wizard.frontends.tui.widgets.canvas import BoardWanted
from wizard.frontends.tui.widgets.coach import FindingChosen
from wizard.frontends.tui.widgets.review import WayChosen
from wizard.frontends.tui.widgets.steps import StepChosen

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp


class ActingScreen(Screen[None]):
    """The actions of `keys.WORKSHOP`, each of them one act of the walk or the desk."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(WORKSHOP)
    app: WizardApp

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self._left_numbers: tuple[Stop, str] | None = None  # where one was before, and the number at hand

    @property
    def ACTS(self) -> tuple[Act, ...]:  # noqa: N802 - other screens have a table that is always the same
        """What one can do in this workshop."""
        return offered(WORKSHOP, "numbers", is_there=self.walk.screen.numbers)

    @property
    def desk(self) -> Desk:
        return self.query_one(Desk)

    def keep_everything(self) -> None:
        """Keep what is being typed: the program is about to end."""
        self.desk.keep_typing()

    # Walking

    async def action_on(self) -> None:
        await self.desk.go_on()

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

    async def action_clear(self) -> None:
        await self.desk.clear()

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
        await self._to_step(event.step)

    async def _to_step(self, step: str) -> None:
        self._left_numbers = None  # who goes elsewhere doesn't want to be brought back
        await self.desk.jump_to_step(step)

    @work(exclusive=True)
    async def action_steps(self) -> None:
        self.desk.keep_typing()
        match await overlays.step_chosen(self.app, self.walk.screen):
            case None:
                pass
            case "":
                await self.desk.jump(END)
            case step:
                await self._to_step(step)

    def action_home(self) -> None:
        self.keep_everything()
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
        await overlays.documents_read(self.app, self.walk)
        await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_note(self) -> None:
        place = self.desk.place
        if place is not None:
            self.desk.keep_typing()
            await overlays.noted(self.app, self.walk, place)
            await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_coach(self, card: str = "") -> None:
        """What the coach says. card: whose findings to begin at, '' for the gravest of all."""
        self.desk.keep_typing()
        stop = await overlays.coach_heard(self.app, self.walk, card)
        self.walk.heard()
        self.walk.hush()  # what the coach wanted is no word about the question
        if stop is not None:
            await self.desk.visit(stop)
        else:
            await self.desk.draw(keep=True)

    @work(exclusive=True)
    async def action_numbers(self, figure: str = "") -> None:
        """The numbers; from there one may visit a question and comes back. figure: id of one to stand on."""
        if not self.walk.screen.numbers:
            return
        self.desk.keep_typing()
        left = self.walk.screen.stop
        place, figure = await overlays.numbers_seen(self.app, self.walk, figure, lambda: self.desk.is_typing)
        self.walk.heard()
        self.walk.hush()  # what was said of the numbers is no word about the question
        if place is None:
            await self.desk.draw(keep=True)
            return
        self.walk.visit(place)
        if self.walk.screen.returns:
            self._left_numbers = left, figure
            self.walk.news(t("Going on, or back, leads to the numbers."))
        await self.desk.draw()
        self.desk.point_at(place.card or "")

    def return_to_numbers(self) -> None:
        """Show the numbers again to whoever is back from where they went to from there."""
        if self._left_numbers is not None and not self.walk.screen.returns:
            stop, figure = self._left_numbers
            self._left_numbers = None
            if self.walk.screen.stop == stop:
                self.call_next(self.action_numbers, figure)

    @on(FindingChosen)
    async def _finding_chosen(self, event: FindingChosen) -> None:
        event.stop()
        if event.stop_at is not None:
            await self.desk.visit(event.stop_at)
        else:
            self.action_coach()

    @work(exclusive=True)
    async def action_history(self) -> None:
        self.desk.keep_typing()
        before = self.walk.screen.position
        place = await overlays.history_read(self.app, self.walk)
        if place is not None:
            await self.desk.visit(place)
        else:
            await self.desk.draw(keep=before == self.walk.screen.position)

    @work(exclusive=True)
    async def action_version(self) -> None:
        self.desk.keep_typing()
        await overlays.version_named(self.app, self.walk)
        await self.desk.draw(keep=True)

    @on(RemovalDoubted)
    @work(exclusive=True)
    async def _removal_doubted(self, event: RemovalDoubted) -> None:
        event.stop()
        if await overlays.confirmed(self.app, event.question, t("Yes, remove it"), t("No, keep it")):
            await self.desk.remove_card(event.card, sure=True)
        else:
            self.walk.hush()
            await self.desk.draw(keep=True)

    @on(CellCrowded)
    @work(exclusive=True)
    async def _cell_crowded(self, event: CellCrowded) -> None:
        event.stop()
        match await overlays.card_of_cell(self.app, self.walk.screen, event.cell):
            case None:
                pass
            case "":
                await self.desk.begin_in(event.cell)
            case card:
                await self.desk.open_card(card)

    def action_learn(self) -> None:
        """The teaching, the question or field at hand, and the gallery."""
        question = self.walk.screen.question
        asked = self.desk.field or (question.input if question is not None else None)
        self.app.push_screen(overlays.learning(self.walk, asked))

    @on(AdviceWanted)
    def _advice_wanted(self, event: AdviceWanted) -> None:
        event.stop()
        if (asked := self.desk.pane.editor.asked) is not None:
            self.app.push_screen(overlays.advising(asked, event.option))

    @work(exclusive=True)
    async def action_board(self, block: str = "") -> None:
        """The board; from there one may visit another question. block: where to begin, '' for anywhere."""
        self.desk.keep_typing()
        way = await board_walked(self.app, self.walk, block, lambda: self.desk.is_typing)
        if way is not None and way.stop is not None:
            await self.desk.visit(way.stop)
            if way.then == "add":
                await self.desk.begin_card()
            else:
                self.desk.point_at(way.card)
            return
        await self.desk.draw(keep=True)
        if way is not None and way.then == "coach":
            self.call_next(self.action_coach, way.card)
        elif way is not None:
            self.call_next(self.run_action, way.then)

    @on(BoardWanted)
    def _board_wanted(self, event: BoardWanted) -> None:
        event.stop()
        self.action_board(event.block)

    def action_editor(self) -> None:
        overlays.edited_outside(self.app, self.focused)
