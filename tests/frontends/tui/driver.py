"""TuiDriver: a transcript's actions as keys on the full screen. Takes no way that a person couldn't."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from textual import events
from textual.command import CommandList
from textual.pilot import Pilot

from tests.frontends.drivers import FOLDER, Room, the_question
from tests.quiet import at_rest
from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input, QuestionView
from wizard.core.where import END
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.asking import ChoiceScreen, TextScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.frontends.tui.widgets.matrix import MatrixBox
from wizard.frontends.tui.widgets.question import OpenCard, fields_of


@asynccontextmanager
async def tui_driver(room: Room, size: tuple[int, int] = (80, 24)) -> AsyncIterator[TuiDriver]:
    """The full screen with the room's workshop open."""
    app = WizardApp(room.home, workshop=room.workshop, out=FOLDER)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield TuiDriver(room, app, pilot)


class TuiDriver:
    """The actions of a transcript, by keys and pasted text."""

    def __init__(self, room: Room, app: WizardApp, pilot: Pilot[None]) -> None:
        self.room = room
        self.workshop = room.workshop
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> WorkshopScreen:
        assert isinstance(self.app.screen, WorkshopScreen), self.app.screen
        return self.app.screen

    @property
    def question(self) -> QuestionView:
        return the_question(self.workshop)

    async def press(self, *keys: str) -> None:
        await self.app._press_keys(keys)  # without Pilot's painting after each
        await at_rest()

    # The actions

    async def answer(self, place: Place, raw: Raw) -> None:
        await self._reach(lambda here: here == place)
        await self._give(self.question.input, raw)
        assert self.workshop.here.place != place, self.said()

    async def pass_(self, place: Place) -> None:
        await self._reach(lambda here: here == place)
        await self.press("f7")

    async def dont_know(self, place: Place) -> None:
        await self._reach(lambda here: here == place)
        await self.press("f6")

    async def add_card(self, question: str, values: Mapping[str, Raw]) -> None:
        await self._reach(lambda here: here is not None and here.question == question)
        (first, raw), *others = values.items()
        if self.question.blank[0].kind in ("text", "long"):
            assert isinstance(raw, str)
            await self._focus("#add-card")
            await self._type(raw)
            await self.press("enter")
            if not others:
                return
            await self._to_card(len(self.question.cards) - 1)
        else:
            await self._focus("#card-list")
            await self.press("end", "up")
            others = [(first, raw), *others]
        await self.press("enter")
        await self._fill(others)

    async def change_card(self, question: str, index: int, values: Mapping[str, Raw]) -> None:
        await self._reach(lambda here: here is not None and here.question == question)
        await self._to_card(index)
        await self.press("enter")
        await self._fill(list(values.items()))

    async def move_card(self, question: str, index: int, to: int) -> None:
        await self._reach(lambda here: here is not None and here.question == question)
        await self._to_card(index)
        await self.press("m", *["up" if to < index else "down"] * abs(to - index), "m")

    async def remove_card(self, question: str, index: int) -> None:
        await self._reach(lambda here: here is not None and here.question == question)
        await self._to_card(index)
        await self.press("delete")
        if isinstance(self.app.screen, ChoiceScreen):
            await self.press("up", "enter")

    async def cell(self, question: str, row: str, column: str, raw: str) -> None:
        await self._reach(lambda here: here == Place(question))
        grid = self.screen.query_one(MatrixBox)
        view = self.question
        down = [axis.label for axis in view.rows].index(row) - grid.row
        right = [axis.label for axis in view.columns].index(column) - grid.column
        await self.press(
            *["down" if down > 0 else "up"] * abs(down), *["right" if right > 0 else "left"] * abs(right)
        )
        assert view.cell is not None
        numbers = {option.label: str(n) for n, option in enumerate(view.cell.options, 1)}
        await self.press(*(raw if view.cell.kind == "scale" else numbers[raw]))

    async def note(self, place: Place, text: str) -> None:
        await self._reach(lambda here: here == place)
        await self.press("f5")
        assert isinstance(self.app.screen, TextScreen)
        await self._type(text)
        await self.press("enter")

    async def version(self, name: str) -> None:
        await self.command("Name a version")
        assert isinstance(self.app.screen, TextScreen), self.app.screen
        await self._type(name)
        await self.press("enter")

    async def dismiss(self, number: int, reason: str) -> None:
        await self.press("f4", "home", *["down"] * number, "d")
        assert isinstance(self.app.screen, TextScreen)
        await self._type(reason)
        await self.press("enter", "escape")

    async def bring_back(self, number: int) -> None:
        before = len(self.workshop.screen().findings)
        await self.press("f4", "home", *["down"] * (before + number), "d", "escape")

    async def back(self) -> None:
        await self.press("escape")

    async def undo(self) -> None:
        await self.press("ctrl+z")

    async def redo(self) -> None:
        await self.press("ctrl+y")

    async def jump(self, place: Place) -> None:
        stop = next(stop for stop in self.workshop.stops() if stop.place == place)
        steps = [step.id for step in self.workshop.screen().steps]
        await self.press("f9", "home", *["down"] * steps.index(stop.step), "enter")
        await self.press("f8")
        lines = [line.stop for line in self.workshop.screen().review]
        await self.press("home", "down", *["down"] * lines.index(stop), "enter")
        assert place == self.workshop.here.place, self.said()

    async def finish(self) -> None:
        await self._reach(lambda here: here is None and self.workshop.here == END)
        await self.press("home", "enter")
        if isinstance(self.app.screen, ChoiceScreen):  # something is open still
            await self.press("up", "enter")
        assert isinstance(self.app.screen, TextScreen), self.said()
        await self.press("enter")

    # How they are done

    async def command(self, title: str) -> None:
        """Choose an action from the palette."""
        await self.press("ctrl+p")
        self.app.post_message(events.Paste(title))
        found = self.app.screen.query_one(CommandList)
        for _ in range(200):
            await self.pilot.pause(0.02)
            if found.option_count and title in str(found.get_option_at_index(0).prompt):
                break
        await self.press("enter")
        await self.pilot.pause(0.05)

    def said(self) -> list[str]:
        return [message.text for message in self.workshop.screen().messages]

    async def _reach(self, is_there: Callable[[Place | None], bool]) -> None:
        """Go on until the place is there, but not over a question that is open."""
        while not is_there(self.workshop.here.place):
            here, view = self.workshop.here, self.workshop.screen().question
            assert here != END, "the place isn't ahead"
            lists = view is None or view.input.kind in ("cards", "matrix")
            assert lists or (view is not None and view.input.status != "open"), f"still at {here.place}"
            if view is not None and view.input.kind == "cards":
                await self._leave_list()
            elif view is None:
                await self.press("home", "enter")
            elif not lists and view.input.pick is None and view.input.options:
                await self.press("f8", "home", "enter")
            else:
                await self.press("enter")
            assert here != self.workshop.here, (here, self.said())

    async def _leave_list(self) -> None:
        if self.screen.query_one("#add-card").display:
            await self._focus("#add-card")
            await self.press("enter")
        else:
            await self._focus("#card-list")
            await self.press("end", "enter")

    async def _focus(self, selector: str) -> None:
        """As a click would. Where the cards are shown as a table, turn it into the list first."""
        if selector == "#card-list" and self.screen.query_one("#card-table").display:
            self.screen.query_one("#card-table").focus()
            await self.press("t")
        self.screen.query_one(selector).focus()
        await self.pilot.pause()

    async def _to_card(self, index: int) -> None:
        await self._focus("#card-list")
        await self.press("home", *["down"] * index)

    async def _fill(self, values: list[tuple[str, Raw]]) -> None:
        """Answer fields of the form that is open, and leave it."""
        for field, raw in values:
            while (at := self.screen.desk.field) is not None and at.place.field != field:
                ahead = field in [found.place.field for found in self._fields()[self._opened.field :]]
                await self.press("tab" if ahead else "shift+tab")
            assert at is not None, f"{field}: the form was left"
            card = self._opened.card
            await self._give(at, raw)
            if self.screen.desk.opened is None and field != values[-1][0]:
                ids = [view.id for view in self.question.cards]
                await self._to_card(ids.index(card) if card is not None else len(ids) - 1)
                await self.press("enter")
        if self.screen.desk.opened is not None:
            await self.press("escape")

    @property
    def _opened(self) -> OpenCard:
        assert self.screen.desk.opened is not None
        return self.screen.desk.opened

    def _fields(self) -> tuple[Input, ...]:
        return fields_of(self.question, self._opened)

    async def _give(self, asked: Input, raw: Raw) -> None:
        """Put an answer into the box at hand, and press enter."""
        match asked.kind:
            case "scale":
                await self.press(*(raw or ["backspace"]), "enter")
            case "yesno" | "choice":
                await self._choose(asked, raw)
            case _:
                assert isinstance(raw, str)
                await self._type(raw)
                await self.press("enter")

    async def _choose(self, asked: Input, raw: Raw) -> None:
        names = [(option.id, option.label) for option in asked.options]
        numbers = [next(n for n, name in enumerate(names) if wanted in name) for wanted in _several(raw)]
        if not raw:
            await self.press("backspace")
        elif asked.pick is None:
            await self.press("home", *["down"] * numbers[0], "enter")
        else:
            for number, option in enumerate(asked.options):
                if option.chosen != (number in numbers):
                    await self.press("home", *["down"] * number, "space")
            await self.press("enter")

    async def _type(self, text: str) -> None:
        """Put a text in place of what is there, as a paste does."""
        focused = self.app.focused
        assert focused is not None
        await self.press("end", "ctrl+u")
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()


def _several(raw: Raw) -> tuple[str, ...]:
    return raw if isinstance(raw, tuple) else (raw,) if raw else ()
