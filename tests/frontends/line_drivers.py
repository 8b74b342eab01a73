"""What drivers that type line by line share; how they type is in plain_driver.py and prompts_driver.py.

Nobody sleeps: a driver goes on when the front end says that it waits for the next answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.frontends.drivers import FOLDER, Room, reach, the_question
from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.where import END
from wizard.frontends.dialogue import telling

PATIENCE_S = 20
OVER = "over"


class LineDriver:
    """The actions in terms of typing a text, picking words, and giving commands."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.workshop = room.workshop

    # What each way of typing does for itself

    def text(self, text: str) -> None:
        """Type a whole answer."""
        raise NotImplementedError

    def pick(self, word: str) -> None:
        """Pick the entry of a menu that this word stands for."""
        raise NotImplementedError

    def pick_all(self, words: Sequence[str]) -> None:
        """Pick these and no others."""
        raise NotImplementedError

    def skip(self) -> None:
        """Leave empty what is asked at the moment."""
        self.command("skip")

    def command(self, name: str, rest: str = "") -> None:
        raise NotImplementedError

    def run(self) -> None:
        """Run the front end, in a thread of its own."""
        raise NotImplementedError

    def ready(self) -> None:
        """Wait until the front end asks for something, or is over."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the terminal."""
        raise NotImplementedError

    def say_yes(self) -> None:
        """Say yes if that is what is asked, else nothing."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go on from what is answered, or from a list."""
        raise NotImplementedError

    # The actions

    def _reach(self, is_there: Callable[[Place | None], bool]) -> None:
        reach(self.workshop, is_there, self.go_on)

    def _reach_question(self, question: str) -> None:
        self._reach(lambda here: here is not None and here.question == question)

    def _put(self, view: Input, raw: Raw) -> None:
        """Answer what is asked at the moment."""
        if not raw and view.value:
            self.command("clear")
        elif not raw:
            self.skip()
        elif view.kind == "choice" or view.options:
            wanted = (raw,) if isinstance(raw, str) else raw
            entries = list(zip(telling.option_entries(view), view.options, strict=True))
            words = [next(e.word for e, o in entries if item in (o.id, o.label)) for item in wanted]
            if view.pick is None:
                self.pick(*words)
            else:
                self.pick_all(words)
        else:
            assert isinstance(raw, str)
            self.text(raw)

    def answer(self, place: Place, raw: Raw) -> None:
        self._reach(lambda here: here == place)
        self._put(the_question(self.workshop).input, raw)

    def pass_(self, place: Place) -> None:
        self._reach(lambda here: here == place)
        self.command("skip")

    def dont_know(self, place: Place) -> None:
        self._reach(lambda here: here == place)
        self.command("unknown")

    def add_card(self, question: str, values: Mapping[str, Raw]) -> None:
        self._reach_question(question)
        before = len(the_question(self.workshop).cards)
        self.pick("add")
        asked: list[str | None] = []
        left = dict(values)
        while view := self._field_asked(before, asked):
            field = view.place.field or ""
            if not left:
                self.command("done")
                break
            asked.append(field)
            self._put(view, left.pop(field, ""))
        assert {} == left

    def _field_asked(self, before: int, asked: list[str | None]) -> Input | None:
        """The field that is asked next: of the card that is there now, else of the one to come."""
        question = the_question(self.workshop)
        fields = self._fields(-1) if len(question.cards) > before else question.blank
        return next((view for view in fields if view.place.field not in asked), None)

    def _fields(self, index: int) -> tuple[Input, ...]:
        """All that a card in the list asks."""
        card = self.workshop.card(the_question(self.workshop).cards[index].id)
        assert card is not None
        return card.fields

    def change_card(self, question: str, index: int, values: Mapping[str, Raw]) -> None:
        self._reach_question(question)
        self.pick(str(index + 1))
        for field, raw in values.items():
            fields = self._fields(index)
            at, view = next((n, view) for n, view in enumerate(fields, 1) if view.place.field == field)
            self.pick(str(at))
            self._put(view, raw)
        self.pick("")

    def move_card(self, question: str, index: int, to: int) -> None:
        self._reach_question(question)
        self.pick("move")
        self.pick(str(index + 1))
        self.pick(str(to + 1))

    def remove_card(self, question: str, index: int) -> None:
        self._reach_question(question)
        self.pick("remove")
        self.pick(str(index + 1))
        self.say_yes()

    def cell(self, question: str, row: str, column: str, raw: str) -> None:
        self._reach_question(question)
        view = the_question(self.workshop)
        labels = [axis.label for axis in view.rows]
        self.pick(str(labels.index(row) + 1))
        cells = [cell for cell in view.cells if cell.row == view.rows[labels.index(row)].id]
        assert view.cell is not None
        for axis, cell in zip(view.columns, cells, strict=True):
            if axis.label == column:
                self._put(view.cell, raw)
                if axis != view.columns[-1]:
                    self.command("done")
                return
            self._put(view.cell, cell.raw)

    def note(self, place: Place, text: str) -> None:
        self._reach(lambda here: here == place)
        self.command("note", text)

    def version(self, name: str) -> None:
        self.command("version", name)

    def dismiss(self, number: int, reason: str) -> None:
        self.command("coach")
        self.pick(str(number + 1))
        self.pick("fine")
        self.text(reason)

    def bring_back(self, number: int) -> None:
        self.command("coach")
        self.pick(str(len(self.workshop.screen().findings) + number + 1))
        self.pick("again")

    def back(self) -> None:
        self.command("back")

    def undo(self) -> None:
        self.command("undo")

    def redo(self) -> None:
        self.command("redo")

    def jump(self, place: Place) -> None:
        stop = next(stop for stop in self.workshop.stops() if stop.place == place)
        steps = [step.id for step in self.workshop.screen().steps]
        self.command("steps")
        self.pick(str(steps.index(stop.step) + 1))
        self.command("review")
        review = [line.stop for line in self.workshop.screen().review]
        self.pick(str(review.index(stop) + 1))

    def finish(self) -> None:
        self._reach(lambda here: here is None and self.workshop.here == END)
        self.pick("finish")
        if self.workshop.screen().documents:
            self.text(FOLDER)


@contextmanager
def running(driver: LineDriver) -> Iterator[None]:
    """The front end, waiting for its first answer; at the end the terminal is closed."""
    thread = threading.Thread(target=driver.run, daemon=True)
    thread.start()
    driver.ready()
    try:
        yield
    finally:
        driver.leave()
        thread.join(PATIENCE_S)
