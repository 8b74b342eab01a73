"""QuestionPane: the question in the middle, whatever its kind."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from wizard.core.screen import Input, Message, QuestionView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.boxes.box import Typed
from wizard.frontends.tui.widgets.cards import CardsPane
from wizard.frontends.tui.widgets.editor import Editor
from wizard.frontends.tui.widgets.form import CardForm
from wizard.frontends.tui.widgets.matrix import MatrixBox

Part = TypeVar("Part", bound=Widget)


class OpenCard(NamedTuple):
    """The card whose form is open, and the number of its field, 0.. . card None: a new one, not there yet.

    values: what a new one begins with, field id -> raw answer.
    """

    card: str | None
    field: int
    values: tuple[tuple[str, str], ...] = ()


class QuestionPane(VerticalScroll, can_focus=False):
    """One question. What cards and matrices need is made when the first of them is asked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._question = Editor(id="question-editor")
        self._parts: dict[type[Widget], Widget] = {}

    def compose(self) -> ComposeResult:
        yield self._question

    @property
    def editor(self) -> Editor:
        """The editor at hand: of the open card's field, else of the question."""
        form = self._found(CardForm)
        return form.editor if form is not None else self._question

    @property
    def cards(self) -> CardsPane | None:
        """The list of cards, while it is in view."""
        return self._found(CardsPane)

    @property
    def matrix(self) -> MatrixBox | None:
        """The grid, while it is in view."""
        return self._found(MatrixBox)

    def _found(self, kind: type[Part]) -> Part | None:
        part = self._parts.get(kind)
        return part if isinstance(part, kind) and part.display else None

    async def show_question(
        self,
        view: QuestionView,
        opened: OpenCard | None,
        typed: Typed,
        messages: tuple[Message, ...],
        lead: str,
    ) -> None:
        """Show a question, or the open card of one. typed: an unfinished text to go on with, or KEPT."""
        kind = view.input.kind
        plain = kind not in ("cards", "matrix")
        await self._question.show_asked(
            view.input, typed if plain else None, messages if plain or kind == "matrix" else (), lead=lead
        )
        self.set_class(opened is not None, "-form")
        self.set_class(kind == "cards", "-cards")
        self.set_class(bool(view.cards), "-filled")
        for part, wanted in ((CardsPane, kind == "cards" and opened is None), (CardForm, opened is not None)):
            await self._want(part, wanted)
        await self._want(MatrixBox, kind == "matrix")
        if self.cards is not None:
            self.cards.show_cards(view, typed, messages)
        if self.matrix is not None:
            self.matrix.show_matrix(view)
        form = self._found(CardForm)
        if form is not None and opened is not None:
            fields = fields_of(view, opened)
            await form.show_form(_title(view, opened), fields, opened.field, typed, messages)

    async def _want(self, kind: type[Widget], wanted: bool) -> None:
        """Have a part in view or out of it; it is made the first time that it is wanted."""
        part = self._parts.get(kind)
        if part is None and wanted:
            part = kind()
            await self.mount(part)
            self._parts[kind] = part
        elif part is not None:
            part.display = wanted

    def bring_into_view(self) -> None:
        """Scroll so that the place where one answers can be seen, however little room there is."""
        if self.cards is not None:
            self.cards.bring_into_view()
        elif self.matrix is None:
            self.editor.bring_into_view()

    def focus_first(self) -> None:
        """Put the cursor where one answers."""
        if self.cards is not None:
            self.cards.focus_first()
        elif self.matrix is not None:
            self.matrix.focus()
        else:
            self.editor.focus_box()


def fields_of(view: QuestionView, opened: OpenCard) -> tuple[Input, ...]:
    """The fields that the form shows; () when the card is gone.

    Those of a new card say which loop card it is for, as drafts do.
    """
    if opened.card is None:
        row = view.input.place.row
        return tuple(replace(field, place=replace(field.place, row=row)) for field in view.blank)
    return next((card.fields for card in view.cards if card.id == opened.card), ())


def _title(view: QuestionView, opened: OpenCard) -> str:
    if opened.card is None:
        return f"{view.called} · {t('a new card')}"
    number, card = next((n, card) for n, card in enumerate(view.cards, 1) if card.id == opened.card)
    place = t("{number} of {total}", number=number, total=len(view.cards))
    return f"{view.called} · {place} · {card.face or '…'}"
