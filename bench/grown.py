"""What a person waits for once much is written: long lists, a full board, many workshops, long documents.

Stores are filled in this process; what is measured is the program in a terminal, by its keys alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.commands import module
from bench.engine import home_in
from bench.samples import medians
from bench.table import Row
from bench.terminal import Terminal
from wizard.core.intents import AddCard
from wizard.core.problems import Place
from wizard.home import Home
from wizard.ports import LoadedFlow
from wizard.workshop import Workshop

BOARD, DOCUMENTS, END, ENTER = "\x1bOQ", "\x1bOR", "\x1b[F", "\r"
IN_BLOCKS = ("segments", "propositions", "channels", "costs", "partners", "activities")
LONG_LIST, FULL_BOARD, MANY_WORKSHOPS, LONG_DOCUMENT = 200, 300, 500, 200 * 1024
FEW = 3
CARDS_ADDED = 15
ROUNDS_HERE = 7
QUESTION, BLOCK = "30 words at most", "Key resources"
LAST_VENTURE, FIRST_VENTURE = "▶ Venture", "▶ Very first venture"


class Filled(NamedTuple):
    """Workshops in a store of their own. size: of the terminal."""

    folder: Path
    name: str
    size: tuple[int, int] = (120, 36)

    def command(self) -> list[str]:
        store = ("--store", str(self.folder / "bench.db"))
        return module("wizard", *store, *(("open", self.name) if self.name else ()))


def filled(folder: Path, fill: Callable[[Home, LoadedFlow], str]) -> Filled:
    """A store with what `fill` puts into it; it returns the name of the workshop to open, or ''."""
    folder.mkdir()
    home = home_in(folder)
    loaded = home.load("business-model")
    assert isinstance(loaded, LoadedFlow), loaded
    return Filled(folder, fill(home, loaded))


def a_list(cards: int, home: Home, loaded: LoadedFlow) -> str:
    """A workshop that stands at a question with so many cards."""
    workshop = home.start(loaded, name="Long list")
    for number in range(cards):
        added(workshop, "segments", f"Segment {number}")
    workshop.jump(Place("segments"))
    return "Long list"


def a_board(cards: int, home: Home, loaded: LoadedFlow) -> str:
    """A workshop with so many cards in the blocks of its canvas."""
    workshop = home.start(loaded, name="Board")
    for number in range(cards):
        added(workshop, IN_BLOCKS[number % len(IN_BLOCKS)], f"Card {number}")
    workshop.jump(Place("pitch"))
    return "Board"


def a_home(workshops: int, home: Home, loaded: LoadedFlow) -> str:
    """So many workshops, the first one called differently: it is the last in the list."""
    for number in range(workshops):
        home.start(loaded, name=f"Venture {number}" if number else "Very first venture")
    return ""


def a_document(characters: int, home: Home, loaded: LoadedFlow) -> str:
    """A workshop whose documents hold about that many characters."""
    workshop = home.start(loaded, name="Long document")
    text = "Somebody bakes bread in the morning and has some left in the evening. " * 14
    for number in range(characters // len(text)):
        added(workshop, "segments", f"Segment {number}", who=text)
    workshop.jump(Place("pitch"))
    return "Long document"


def added(workshop: Workshop, question: str, name: str, **others: str) -> None:
    field = next(iter(workshop.loaded.flow.fields[question]))
    reply = workshop.send(AddCard(question, {field: name, **others}))
    assert reply.done, reply


def pressed_ms(at: Filled, ready: str, keys: str, text: str) -> float:
    """Milliseconds from a key, pressed once `ready` is on the screen, to its text."""
    with Terminal(at.command(), size=at.size) as terminal:
        terminal.ms_until(ready)
        terminal.press(keys)
        return terminal.ms_until(text)


def painted_ms(at: Filled, text: str) -> float:
    """Milliseconds from starting the process to its text on the screen."""
    with Terminal(at.command(), size=at.size) as terminal:
        return terminal.ms_until(text)


def card_added_ms(folder: Path, cards: int) -> float:
    """The median from enter to the longer list, of some cards that are added one after the other."""
    at = filled(folder, partial(a_list, cards))
    found: list[float] = []
    with Terminal(at.command(), size=at.size) as terminal:
        terminal.ms_until(f"{cards} cards")
        for number in range(cards + 1, cards + 1 + CARDS_ADDED):
            terminal.press(f"zq {number}")
            terminal.ms_until(f"zq {number}")
            terminal.press(ENTER)
            found.append(terminal.ms_until(f"{number} cards"))
    return median(found)


def rows(scratch: Path) -> list[Row]:
    at = {
        "full board": filled(scratch / "full-board", partial(a_board, FULL_BOARD)),
        "board": filled(scratch / "board", partial(a_board, FEW)),
        "many": filled(scratch / "many", partial(a_home, MANY_WORKSHOPS)),
        "few": filled(scratch / "few", partial(a_home, FEW)),
        "long": filled(scratch / "long", partial(a_document, LONG_DOCUMENT)),
        "short": filled(scratch / "short", partial(a_document, LONG_DOCUMENT // 100)),
    }
    found = medians(
        {
            "full board": partial(pressed_ms, at["full board"], QUESTION, BOARD, BLOCK),
            "board": partial(pressed_ms, at["board"], QUESTION, BOARD, BLOCK),
            "many": partial(painted_ms, at["many"], LAST_VENTURE),
            "few": partial(painted_ms, at["few"], LAST_VENTURE),
            "many end": partial(pressed_ms, at["many"], LAST_VENTURE, END, FIRST_VENTURE),
            "few end": partial(pressed_ms, at["few"], LAST_VENTURE, END, FIRST_VENTURE),
            "long": partial(pressed_ms, at["long"], QUESTION, DOCUMENTS, "Segment 1"),
            "short": partial(pressed_ms, at["short"], QUESTION, DOCUMENTS, "Segment 1"),
        },
        ROUNDS_HERE,
    )
    card = card_added_ms(scratch / "long-list", LONG_LIST)
    card_of_few = card_added_ms(scratch / "list", FEW)
    few, board = f"a list of {FEW}", f"with {FULL_BOARD} cards"
    return [
        Row(f"a card added to a list of {LONG_LIST}", card, few, card_of_few, "ms", "≤ 30 ms"),
        Row(f"board {board} opens", found["full board"], f"with {FEW}", found["board"], "ms", "≤ 300 ms"),
        Row(f"home with {MANY_WORKSHOPS} workshops painted", found["many"], f"{FEW}", found["few"], "ms"),
        Row(f"end of {MANY_WORKSHOPS} workshops", found["many end"], f"of {FEW}", found["few end"], "ms"),
        Row("documents of 200 KiB open", found["long"], "of 2 KiB", found["short"], "ms"),
    ]
