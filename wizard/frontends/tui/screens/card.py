"""CardScreen: one card opened above the board. Every field can be changed there, and is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from wizard.core.intents import Raw
from wizard.core.screen import CardView, Input
from wizard.core.tongue import mark, t
from wizard.frontends.tui.desk.last_keys import LastKeys, differs, understood
from wizard.frontends.tui.keys import ANSWERING, GOING, Act, bindings, on_the_line
from wizard.frontends.tui.screens import overlays
from wizard.frontends.tui.walk import Walk, is_blank
from wizard.frontends.tui.widgets.boxes.advice import AdviceWanted
from wizard.frontends.tui.widgets.boxes.box import (
    KEPT,
    AnswerEntered,
    AnswerPicked,
    AnswerTyped,
    CardWanted,
    FieldLeft,
)
from wizard.frontends.tui.widgets.form import CardForm, FieldChosen
from wizard.frontends.tui.widgets.lines import KeyLine

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp

_POLL_S = 0.25
_BACK_AGAIN = mark("Your unfinished text is back.")
_GONE = mark("Somebody has removed this card.")

ACTS: tuple[Act, ...] = (
    Act("close", "escape", "esc", "board", "Back to the board", "Everything is saved", GOING),
    Act("question", "f9", "f9", "its question", "Go to its question", "To answer it there", GOING),
    Act("field(1)", "tab", "tab", "next field", "Next field", "Or back to the board", GOING, False),
    Act("field(-1)", "shift+tab", "shift+tab", "", "Field before", "Nothing is judged", GOING, False),
    Act(
        "dont_know",
        "f6",
        "f6",
        "don't know",
        "I don't know",
        "Keep it on the list of open questions",
        ANSWERING,
    ),
    Act("skip", "f7", "f7", "skip", "Skip", "On; an answer that is there stays", ANSWERING),
    Act("editor", "ctrl+e", "ctrl+e", "editor", "Editor", "Write an answer in your own editor", ANSWERING),
)


class CardScreen(ModalScreen[bool]):
    """The fields of one card. Ends with True where the person wants to go to its question."""

    ENTER = mark("next")
    CSS_PATH = "board.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    ACTS: ClassVar[tuple[Act, ...]] = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)
    app: WizardApp

    def __init__(
        self, walk: Walk, card: str, typing_below: Callable[[], bool] = lambda: False, field: int = 0
    ) -> None:
        """field: number of the one that is open first."""
        super().__init__()
        self.walk = walk
        self._card = card
        self._field = field
        self._typing_below = typing_below
        self._keys = LastKeys(walk, self, lambda: None)
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        with Vertical(id="card-sheet"):
            with VerticalScroll(id="card-fields", can_focus=False):
                yield CardForm()
            yield KeyLine()

    async def on_mount(self) -> None:
        await self._draw(arrived=True)
        self.set_interval(_POLL_S, self._follow)

    def on_unmount(self) -> None:
        self.walk.typing_above = False

    @property
    def form(self) -> CardForm:
        return self.query_one(CardForm)

    @property
    def card(self) -> CardView | None:
        return self.walk.card(self._card)

    @property
    def field(self) -> Input | None:
        """The field that is open."""
        card = self.card
        return card.fields[self._field] if card is not None and self._field < len(card.fields) else None

    # Showing

    async def _follow(self) -> None:
        """Take in what others have written, without touching what is being typed here."""
        self.walk.catch_up(typing=self._typing_below())
        if self.display and self.walk.screen is not self._drawn:
            await self._draw(keep=self.form.editor.is_touched)

    async def _draw(self, *, arrived: bool = False, keep: bool = False) -> None:
        """Show the card as it is now. arrived: at another field. keep: leave what is typed there."""
        if arrived:
            self.walk.hush()  # what was said at another field isn't about this one
        self._drawn = self.walk.screen
        card = self.card
        if card is None or not card.fields:
            self._keys.keep()
            if self.is_current:
                self.walk.news(t(_GONE))
                self.dismiss(False)
            else:  # something lies above it: the next look closes it
                self._drawn = None
            return
        self._field = min(self._field, len(card.fields) - 1)
        field = card.fields[self._field]
        typed = self._unfinished(field) if arrived else KEPT if keep else None
        with self.app.batch_update():
            await self.form.show_form(self._title(card), card.fields, self._field, typed, self.walk.messages)
        if arrived:
            self.form.editor.focus_box()
        self.walk.heard()
        self.walk.typing_above = self.form.editor.is_touched
        self._draw_keys()

    def _title(self, card: CardView) -> str:
        """The block in which the card stands, and its face."""
        blocks = self.walk.screen.canvas
        titles = [block.title for block in blocks if any(found.id == card.id for found in block.cards)]
        return " · ".join((*titles, card.face or "…"))

    def _unfinished(self, field: Input) -> str | None:
        """What was being typed here when the person left, which is said to them."""
        draft = self.walk.draft(field.place)
        if draft is None or draft == field.raw:
            return None
        self.walk.news(t(_BACK_AGAIN))
        return draft

    def _draw_keys(self) -> None:
        box = self.form.editor.box
        keys = [(key, self.ENTER if key == "enter" else does, "") for key, does in getattr(box, "KEYS", ())]
        acts = ("close", "field(1)", "dont_know", "question")
        keys += [on_the_line(self.ACTS, action) for action in acts]
        self.query_one(KeyLine).show_keys(tuple(keys))

    def on_answer_typed(self, event: AnswerTyped) -> None:
        """Say what is understood, at once; keep the text soon."""
        event.stop()
        self._keys.come(event)
        self.walk.typing_above = True
        text = understood(self.walk, self.form.editor.asked, event)
        if text is not None:
            self.form.editor.say((), understood=text)

    def keep_everything(self) -> None:
        """Keep what is being typed: the program is about to end."""
        self._keys.keep()

    def on_advice_wanted(self, event: AdviceWanted) -> None:
        event.stop()
        if self.field is not None:
            self.app.push_screen(overlays.advising(self.field, event.option))

    # Answering

    def _save(self, raw: Raw) -> bool:
        """Save the open field; False where something stands in the way."""
        self._keys.send()
        field = self.field
        return field is None or not differs(field, raw) or self.walk.give(field.place, raw)

    async def on_answer_entered(self, event: AnswerEntered) -> None:
        event.stop()
        field, raw = self.field, event.raw
        if field is not None and is_blank(raw) and not field.raw:
            raw = field.suggestion_raw
        if self._save(raw):
            await self._to_field(1)
        else:
            await self._draw(keep=True)

    async def on_answer_picked(self, event: AnswerPicked) -> None:
        event.stop()
        self._save(event.raw)
        await self._draw()

    async def on_card_wanted(self, event: CardWanted) -> None:
        """A card that wasn't among the options is made and chosen; where that is refused, its name stays."""
        event.stop()
        self._keys.send()
        reply = self.walk.link_new_card(event.place, event.question, event.text, event.chosen)
        if reply is None:
            await self._draw(keep=True)
        elif event.stay:
            await self._draw()
        else:
            await self._to_field(1)

    async def _to_field(self, by: int) -> None:
        """To the next field, or the one before; behind the last one is the board."""
        card = self.card
        if card is not None and self._field + by >= len(card.fields):
            self.dismiss(False)
            return
        self._field = max(self._field + by, 0)
        await self._draw(arrived=True)

    async def _leave(self, by: int) -> None:
        """Leave the open field: its answer is saved; on the way back a refused one stays a draft."""
        if self._save(self.form.editor.raw) or by < 0:
            await self._to_field(by)
        else:
            await self._draw(keep=True)

    async def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        card = self.card
        if event.by < 0 or (card is not None and self._field + 1 < len(card.fields)):
            await self._leave(event.by)

    async def on_field_chosen(self, event: FieldChosen) -> None:
        event.stop()
        self._save(self.form.editor.raw)
        self._field = event.index
        await self._draw(arrived=True)

    async def action_field(self, by: int) -> None:
        await self._leave(by)

    async def action_skip(self) -> None:
        """On, without an answer; what is typed here waits."""
        self._keys.keep()
        await self._to_field(1)

    async def action_dont_know(self) -> None:
        """Say "I don't know" to the open field; what is typed there waits in it."""
        self._keys.send()
        field = self.field
        if field is not None and self.walk.dont_know(field.place, stay=True):
            await self._to_field(1)
        else:
            await self._draw(keep=True)

    def action_close(self) -> None:
        """Back to the board; what is in the open field is saved, or stays a draft."""
        self._save(self.form.editor.raw)
        self.dismiss(False)

    def action_question(self) -> None:
        self._save(self.form.editor.raw)
        self.dismiss(True)

    def action_editor(self) -> None:
        overlays.edited_outside(self.app, self.focused)
