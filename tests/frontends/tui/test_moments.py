"""What comes at the wrong moment: a look around while a part is being made, a callback for what has gone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from unittest.mock import patch

from textual.widget import Widget

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import WIDE, elsewhere, room, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place
from wizard.frontends.tui.screens.documents import DocumentsScreen
from wizard.frontends.tui.widgets.cards import CardsPane
from wizard.frontends.tui.widgets.coach import CoachPane
from wizard.frontends.tui.widgets.form import CardForm
from wizard.frontends.tui.widgets.page import PageView, Setting
from wizard.frontends.tui.widgets.question import QuestionPane


async def test_nobody_is_asked_while_a_pane_is_being_made(tmp_path: Path) -> None:
    """The poll looks around when the list of cards is there but has no parts yet."""
    at = room(tmp_path)
    other = elsewhere(at)
    mount = QuestionPane.mount
    at_work, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(pane: QuestionPane, *widgets: Widget) -> None:
        at_work.set()
        await go_on.wait()
        await mount(pane, *widgets)

    async with stage(at, at="mood") as person:
        desk = person.screen.desk
        with patch.object(QuestionPane, "mount", slowly):
            at.workshop.jump(Place("goods"))
            desk.walk.look()
            drawing = asyncio.create_task(desk.draw())
            await at_work.wait()
            assert not desk.is_drawn
            assert desk.pane.cards is None
            assert other.send(GiveAnswer(Place("name"), "Bread")).done
            await desk.catch_up()
            second = asyncio.create_task(desk.draw())
            go_on.set()
            await drawing
            await second

        assert 1 == len(desk.query(CardsPane))
        assert desk.is_drawn
        await desk.catch_up()
        assert "Bread" in shown(person.app)


async def test_a_form_that_has_gone_is_not_scrolled_to(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Leek"}))
    async with stage(at, at="goods") as person:
        await person.press("up", "enter")
        form = person.screen.query_one(CardForm)
        editor = form.editor
        await form.remove()

        editor.bring_into_view()
        editor.say(())


def test_the_coach_says_nothing_before_it_has_looked() -> None:
    assert "" == CoachPane().render().plain


async def test_until_the_first_page_is_set_that_is_said() -> None:
    async with stage(Room("business-model"), WIDE) as person:
        with patch.object(PageView, "show_text", lambda *_, **__: None):
            await person.press("f3")
            await until(person.pilot, lambda: "Setting the pages …" in shown(person.app))
        screen = person.app.screen
        assert isinstance(screen, DocumentsScreen)
        screen.post_message(Setting(None))

        await until(person.pilot, lambda: "Setting the pages …" not in shown(person.app))
