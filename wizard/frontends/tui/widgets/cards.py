"""CardsPane: the cards of a question as a list or as a table, and a line to add the next one."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import Static

from wizard.core.grids import GridView
from wizard.core.problems import Place
from wizard.core.screen import CardView, Input, Message, QuestionView
from wizard.core.tongue import mark, t, tn
from wizard.core.words.holes import holes_said
from wizard.frontends.tui.widgets.boxes.box import KEPT, KeysChanged, Typed
from wizard.frontends.tui.widgets.boxes.line import LineBox
from wizard.frontends.tui.widgets.card_list import CardList
from wizard.frontends.tui.widgets.card_table import CardTable
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.signs import said

_HOW = mark("enter adds a card, a pasted list many")
_ROW_CELLS = 20  # of the name of a row, where its holes are told
_BREAK = "↵"
_BETWEEN = f" {_BREAK} "
_TYPED = ("text", "long", "number", "money", "percent", "date")


class CardsPasted(TextualMessage):
    """Somebody wants a card for every one of these lines. place: of the field that they begin with."""

    def __init__(self, place: Place, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.place = place
        self.lines = lines


class LetterMissed(TextualMessage):
    """Somebody typed where a card can't begin with a word."""


class AddLine(LineBox):
    """The line on which the next card begins. has_cards: whether there are some above it.

    Several lines that are pasted are cards at once. Those that can't be stay here, with a sign between them,
    and enter tries them again.
    """

    def __init__(self) -> None:
        super().__init__(id="add-card")
        self.has_cards = False

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # type: ignore[override]  # noqa: N802 - it depends on the cards
        on = ("enter", mark("next"))
        return (on, ("↑", mark("open a card"))) if self.has_cards else (on,)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Put lines here that aren't cards yet; they count as unfinished, not as typed just now."""
        with self.prevent(LineBox.Changed):
            self.put(_BETWEEN.join(" ".join(line.split()) for line in lines))

    async def action_submit(self) -> None:
        if _BREAK in self.value:
            self.post_message(CardsPasted(self.asked_place, tuple(self.value.split(_BREAK))))
        else:
            await super().action_submit()

    def take_pasted(self, text: str) -> None:
        pasted = [line for line in text.splitlines() if line.strip()]
        if len(pasted) < 2:
            super().take_pasted(text)
            return
        start, end = sorted(self.selection)
        lines = (self.value[:start] + "\n".join(pasted) + self.value[end:]).split("\n")
        self.post_message(CardsPasted(self.asked_place, tuple(lines)))


class CardsPane(Vertical):
    """The list or the table, and the line that adds. The form is shown in its place by whoever owns both.

    wants_table: which of the two the person has chosen; None: the table, where there is room for it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "turn", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.wants_table: bool | None = None
        self._view: QuestionView | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="count", markup=False)
        yield Static(classes="said", markup=False)
        yield CardTable()
        yield CardList()
        yield AddLine()

    @property
    def card_list(self) -> CardList:
        return self.query_one(CardList)

    @property
    def line(self) -> AddLine:
        return self.query_one(AddLine)

    @property
    def table(self) -> CardTable:
        return self.query_one(CardTable)

    @property
    def among_cards(self) -> CardList | CardTable:
        """Where one walks among the cards at the moment."""
        return self.table if self.table.display else self.card_list

    @property
    def card(self) -> CardView | None:
        """The card at hand, while the keys go to the cards."""
        return self.among_cards.card if self.among_cards.has_focus else None

    def show_cards(self, view: QuestionView, typed: Typed, messages: tuple[Message, ...]) -> None:
        """Show the cards of a question. typed: an unfinished name of a new one, or KEPT."""
        first, self._view = first_field(view), view
        self.card_list.has_table = view.grid is not None
        self.card_list.show_cards(view.cards, with_actions=first is None)
        if view.grid is not None:
            self.table.show_table(view.grid, view.cards, with_actions=first is None)
        self._show_either(view)
        self._put(".said", said(messages))
        self.line.display = first is not None
        self.line.has_cards = bool(view.cards)
        if first is not None and typed is not KEPT:
            self.line.show_asked(first, typed)
            self.line.placeholder = f"+ {first.ask}"

    def _show_either(self, view: QuestionView) -> None:
        """The table or the list, and above it what can be said of that one. The keys stay with the cards."""
        had_focus = self.among_cards.has_focus
        wants, width = self.wants_table, self.content_size.width
        fits = not width or self.table.fits(width)
        typed = first_field(view) is not None
        self.table.display = view.grid is not None and (fits if wants is None else wants)
        self.card_list.display = not self.table.display and (bool(view.cards) or not typed)
        count = _holes(view) if self.table.display else _count(view, typed=typed)
        self._put(".count", count, layout=self._takes_other_lines(count))
        if had_focus and not self.among_cards.has_focus:
            (self.among_cards if self.among_cards.display else self.line).focus()

    def on_resize(self) -> None:
        """Where the table has no room any more, or has some again, the other one is shown."""
        if self._view is not None and self._view.grid is not None and self.wants_table is None:
            self._turn()

    def _turn(self) -> None:
        """Show what is to be shown now; the cursor stays at its card."""
        if self._view is None:
            return
        card = self.among_cards.card
        self._show_either(self._view)
        if card is not None:
            self.among_cards.highlight_card(card.id)
        self.post_message(KeysChanged())

    def action_turn(self) -> None:
        """From the table to the list, and back; where there is no table, the key is for somebody else."""
        if self._view is None or self._view.grid is None:
            raise SkipAction
        self.wants_table = not self.table.display
        self._turn()

    def _put(self, where: str, content: Content, *, layout: bool = True) -> None:
        part = self.query_one(where, Static)
        if not (isinstance(part.content, Content) and part.content.is_same(content)):
            part.update(content, layout=layout)

    def _takes_other_lines(self, count: Content) -> bool:
        """Whether what is said above the cards takes more lines than before, or fewer."""
        part = self.query_one(".count", Static)
        return len(count.wrap(max(part.content_size.width, 1))) != part.content_size.height

    def on_key(self, event: events.Key) -> None:
        """A letter that means nothing to the list begins a card, and all that follows goes there too.

        Where a card begins with a choice, whoever owns the pane is told.
        """
        letter = event.character or ""
        among_cards = self.among_cards.has_focus and not self.card_list.carries
        if not (among_cards and event.is_printable and letter.strip()):
            return
        if letter in self.among_cards.LETTERS or (letter == "t" and self.card_list.has_table):
            return
        event.stop()
        if self.line.display:
            self.line.focus()
            self.line.insert_text_at_cursor(letter)
        else:
            self.post_message(LetterMissed())

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while the keys go to the list is for the line."""
        if self.line.display:
            event.stop()
            self.line.focus()
            self.line.call_later(self.line.take_pasted, event.text)

    def focus_first(self) -> None:
        (self.line if self.line.display and not self.table.display else self.among_cards).focus()

    def highlight_card(self, card: str) -> None:
        """Have a card at hand, in the list and in the table."""
        self.card_list.highlight_card(card)
        if self._view is not None and self._view.grid is not None:
            self.table.highlight_card(card)

    def bring_into_view(self) -> None:
        """Scroll to what is said, and in any case to the list or the line, whichever the keys go to."""
        for above in (".count", ".said"):
            self.query_one(above).scroll_visible(animate=False, immediate=True)
        part = self.line if self.line.display and not self.among_cards.has_focus else self.among_cards
        part.scroll_visible(animate=False, immediate=True)


def first_field(view: QuestionView) -> Input | None:
    """The field with which a card begins, where it can be typed on a line; None where it is picked.

    Its place says which loop card it is for, as drafts do.
    """
    if not view.blank or view.blank[0].kind not in _TYPED:
        return None
    first = view.blank[0]
    place = Place(first.place.question, None, first.place.field, view.input.place.row)
    return Input(place=place, kind=first.kind, ask=first.ask, help=first.help, required=first.required)


def _holes(view: QuestionView) -> Content:
    """How many cards there are, and which holes."""
    found = len(view.cards)
    parts = f"{tn('{count} card', '{count} cards', found)} · " if found else ""
    return Content.styled(parts + (_holes_of(view.grid) if view.grid is not None else ""), "$quiet")


def _holes_of(grid: GridView) -> str:
    """Which holes, with short names of the rows: what is missing is to be seen."""
    columns = {column.id: column.label for column in grid.columns}
    empty = {row.id: [columns[hole.column] for hole in grid.holes if hole.row == row.id] for row in grid.rows}
    return holes_said([(cut(row.label, _ROW_CELLS), empty[row.id]) for row in grid.rows if empty[row.id]])


def _count(view: QuestionView, *, typed: bool) -> Content:
    """How many cards there are, how many are asked for, what is missing; at first how they are typed."""
    found, blank = len(view.cards), sum(card.blanks > 0 for card in view.cards)
    parts = tn("{count} card", "{count} cards", found) if found else ""
    low, high = view.count or (0, None)
    wanted = _wanted(low, high)
    if high is not None and found > high:
        return Content.styled(f"▲ {parts} · {wanted}: {t('merge or remove some')}", "bold $warning")
    how = t(_HOW) if typed and not found else ""
    missing = _missing(blank)
    if missing and found >= low:
        wanted = ""  # there are as many as asked for, and room for one thing to be said
    return Content.styled(" · ".join(part for part in (parts, wanted, missing, how) if part), "$quiet")


def _wanted(low: int, high: int | None) -> str:
    """How many cards are asked for; '' where nothing is said of that."""
    if low and high is not None:
        return t("{low} to {high}", low=low, high=high)
    if low:
        return t("at least {low}", low=low)
    return t("at most {high}", high=high) if high is not None else ""


def _missing(blank: int) -> str:
    """How many cards have blanks; '' for none."""
    if not blank:
        return ""
    return tn(
        "{count} has blanks: ↑ and enter fill them in",
        "{count} have blanks: ↑ and enter fill them in",
        blank,
    )
