"""The front end of prompts. That it gives the same events as the others is in test_transcripts.py."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from questionary import Question

from tests.frontends.drivers import Room
from tests.frontends.line_drivers import PATIENCE_S
from tests.frontends.listening import add
from tests.frontends.prompts_driver import prompts_driver
from wizard.core.problems import Place
from wizard.frontends import prompts
from wizard.frontends.dialogue.asker import Entry, Left
from wizard.frontends.prompts import PromptsAsker

ENTRIES = [Entry("1", "Low"), Entry("2", "High", "Steep"), Entry("", "Go on")]
ALSO = [Entry(":back", "Back"), Entry(":undo", "Undo: a name")]
DOWN, UP, ESCAPE, CTRL_C = "\x1b[B", "\x1b[A", "\x1b", "\x03"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as found, create_app_session(input=found, output=DummyOutput()):
        yield found


def test_a_line_is_what_was_typed(keys: PipeInput) -> None:
    keys.send_text("Corner Bread\r")

    assert "Corner Bread" == PromptsAsker().line("Answer")


def test_a_line_begins_with_what_is_there_and_can_be_edited(keys: PipeInput) -> None:
    keys.send_text("\x7f!\r")

    assert "Corner Brea!" == PromptsAsker().line("Answer", start="Corner Bread")


def test_a_suggestion_is_no_text_until_it_is_taken(keys: PipeInput) -> None:
    keys.send_text("\r")

    assert "" == PromptsAsker().line("Answer", ghost="49")


def test_a_menu_begins_at_what_is_there_else_at_the_first(keys: PipeInput) -> None:
    keys.send_text("\r" + "\r")
    asker = PromptsAsker()

    assert ("2", "1") == (asker.menu("Which?", ENTRIES, start="2"), asker.menu("Which?", ENTRIES))


def test_typing_in_a_menu_looks_for_an_entry(keys: PipeInput) -> None:
    keys.send_text("hig\r")

    assert "2" == PromptsAsker().menu("Which?", ENTRIES)


def test_a_line_of_a_list_that_is_too_long_says_that_there_is_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wide characters take two cells; what fits is as it was."""
    monkeypatch.setenv("COLUMNS", "20")
    long = [
        Entry("1", "Bakeries in town"),
        Entry("2", "パン屋の二軒目の店"),
        Entry("3", "Bakeries", "All of them"),
    ]

    lines = [(choice.title, choice.description) for choice in prompts._choices(long)]
    assert [("Bakeries in t…", None), ("パン屋の二軒…", None), ("Bakeries", "All…")] == lines


def test_several_are_picked_with_space(keys: PipeInput) -> None:
    keys.send_text(f" {DOWN} \r")

    assert "2" == PromptsAsker().several("Which?", ENTRIES[:2], start=["1"])


def test_a_removal_is_no_by_itself(keys: PipeInput) -> None:
    keys.send_text("\r" + "y")
    asker = PromptsAsker()

    assert (False, True) == (asker.sure("Remove it?"), asker.sure("Remove it?"))


@pytest.mark.parametrize(
    "ask",
    [
        lambda asker: asker.line("Answer", start="half a word", also=ALSO),
        lambda asker: asker.menu("Which?", ENTRIES, also=ALSO),
        lambda asker: asker.several("Which?", ENTRIES, also=ALSO),
    ],
    ids=["line", "menu", "several"],
)
def test_escape_offers_everything_else(keys: PipeInput, ask: Callable[[PromptsAsker], str]) -> None:
    keys.send_text(ESCAPE)
    asker = Pressing(keys, [f"{DOWN}{DOWN}\r"])

    assert ":undo" == ask(asker)


@pytest.mark.parametrize("stay", [ESCAPE, "\r"], ids=["escape", "enter"])
def test_who_stays_is_asked_again_with_what_was_typed(keys: PipeInput, stay: str) -> None:
    keys.send_text("half a word" + ESCAPE)

    assert "half a word!" == Pressing(keys, [stay, "!\r"]).line("Answer", also=ALSO)


@pytest.mark.parametrize("stay", [ESCAPE, "\r"], ids=["escape", "enter"])
def test_who_stays_in_a_list_is_asked_again_with_what_was_ticked(keys: PipeInput, stay: str) -> None:
    keys.send_text(" " + ESCAPE)

    assert "1,2" == Pressing(keys, [stay, f"{DOWN} \r"]).several("Which?", ENTRIES[:2], also=ALSO)


def test_who_stays_in_a_menu_is_asked_again(keys: PipeInput) -> None:
    keys.send_text(ESCAPE)

    assert "2" == Pressing(keys, [ESCAPE, f"{DOWN}\r"]).menu("Which?", ENTRIES, also=ALSO)


def test_what_was_typed_before_a_command_was_chosen_is_told(keys: PipeInput) -> None:
    told: list[str] = []
    keys.send_text("half a word" + ESCAPE)
    found = Pressing(keys, [f"{DOWN}\r"]).line("Answer", also=ALSO, typing=told.append)

    assert (":back", "half a word") == (found, told[-1])


class Pressing(PromptsAsker):
    """Presses the next keys only when the next prompt is there: escape alone waits for what follows it."""

    def __init__(self, keys: PipeInput, then: list[str]) -> None:
        self._keys = keys
        self._then = then
        self._is_asked = False

    def _asked(self, question: Question) -> Any:
        if self._is_asked:
            self._keys.send_text(self._then.pop(0))
        self._is_asked = True
        return super()._asked(question)


def test_ctrl_c_leaves_whatever_is_asked(keys: PipeInput) -> None:
    asker = PromptsAsker()
    for ask in (lambda: asker.line("Answer"), lambda: asker.menu("Which?", ENTRIES), lambda: asker.sure("?")):
        keys.send_text(CTRL_C)
        with pytest.raises(Left):
            ask()


def test_leaving_saves_and_says_how_to_continue(
    shop: Room, keys: PipeInput, capsys: pytest.CaptureFixture[str]
) -> None:
    keys.send_text("Corner Bread\r" + CTRL_C)
    code = prompts.run(shop.home, workshop=shop.workshop)

    assert 0 == code
    assert (
        "“Corner Bread” is saved. Continue with: canvas-wizard open 'Corner Bread'" in capsys.readouterr().out
    )


def test_what_is_being_typed_is_told_before_enter(keys: PipeInput, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "DRAFT_AFTER_S", 0)
    told: queue.Queue[str] = queue.Queue()

    def hear_then_press_enter(text: str) -> None:
        told.put(text)
        keys.send_text("\r")

    keys.send_text("half a word")
    PromptsAsker().line("Answer", typing=hear_then_press_enter)

    assert "half a word" == told.get(timeout=PATIENCE_S)


def test_a_half_typed_answer_is_back_after_the_terminal_was_closed(
    shop: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed is a draft by itself; the next session begins with it."""
    monkeypatch.setattr(prompts, "DRAFT_AFTER_S", 0)
    kept = threading.Event()
    store, put_drafts = shop.workshop.outside.store, shop.workshop.outside.store.put_drafts

    def put(*drafts: object) -> None:
        put_drafts(*drafts)  # type: ignore[arg-type]
        kept.set()

    monkeypatch.setattr(store, "put_drafts", put)
    with prompts_driver(shop) as driver:
        driver.keys.send_text("Corner Br")
        assert kept.wait(PATIENCE_S)
    with prompts_driver(shop) as driver:
        driver.press("ead\r")

    assert "Corner Bread" == shop.workshop.state.answers[Place("name")]


def test_a_refused_answer_is_there_to_be_edited(shop: Room) -> None:
    with prompts_driver(shop) as driver:
        driver.press("A shop for all of us\r")
        driver.press("\x17\x17\r")

    assert "A shop for all" == shop.workshop.state.answers[Place("name")]


def test_dont_know_keeps_what_was_being_typed(shop: Room) -> None:
    (card,) = add(shop, "Bread")
    why = Place("goods", card, "why")
    shop.workshop.jump(why)
    with prompts_driver(shop) as driver:
        driver.press("It smells" + ESCAPE)
        driver.pick(":unknown")
        assert shop.workshop.state.passed[why]
        driver.command("back")
        driver.press(" good\r")

    assert "It smells good" == shop.workshop.state.answers[why]


def test_a_command_that_is_being_typed_is_no_draft(shop: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(prompts, "DRAFT_AFTER_S", 0)
    monkeypatch.setattr(shop.workshop.drafts, "keep", lambda _, text: kept.append(text))
    with prompts_driver(shop) as driver:
        for text in (":he", ":help"):
            driver.keys.send_text("\x15" + text)
        driver.press("\r")
        driver.press("\x15Corner\r")

    assert [] == [text for text in kept if text.startswith(":")]


def test_commands_work_in_a_line_too(shop: Room) -> None:
    with prompts_driver(shop) as driver:
        driver.text("Corner Bread")
        driver.command("note", "from the register")
        driver.command("back")

    assert {Place("staff"): "from the register"} == shop.workshop.state.notes
    assert Place("name") == shop.workshop.here.place
