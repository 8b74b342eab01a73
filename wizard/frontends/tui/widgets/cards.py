"""CardsPane: the cards of a question, a line to add the next one, and the form of the card that is open."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import Static

from wizard.core.problems import Place
from wizard.core.screen import Input, Message, QuestionView
from wizard.frontends.tui.widgets.boxes.box import KEPT, Typed
from wizard.frontends.tui.widgets.boxes.line import LineBox
from wizard.frontends.tui.widgets.card_list import CardList
from wizard.frontends.tui.widgets.signs import said

_HOW = "enter adds a card, a pasted list many"
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
        return (("enter", "next"), ("↑", "open a card")) if self.has_cards else (("enter", "next"),)

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
    """The list, and the line that adds. The form is shown in its place by whoever owns both."""

    def compose(self) -> ComposeResult:
        yield Static(classes="count", markup=False)
        yield Static(classes="said", markup=False)
        yield CardList()
        yield AddLine()

    @property
    def card_list(self) -> CardList:
        return self.query_one(CardList)

    @property
    def line(self) -> AddLine:
        return self.query_one(AddLine)

    def show_cards(self, view: QuestionView, typed: Typed, messages: tuple[Message, ...]) -> None:
        """Show the cards of a question. typed: an unfinished name of a new one, or KEPT."""
        first = first_field(view)
        self.card_list.show_cards(view.cards, with_actions=first is None)
        self.card_list.display = bool(view.cards) or first is None
        self._put(".count", _count(view, typed=first is not None), layout=False)
        self._put(".said", said(messages))
        self.line.display = first is not None
        self.line.has_cards = bool(view.cards)
        if first is not None and typed is not KEPT:
            self.line.show_asked(first, typed)
            self.line.placeholder = f"+ {first.ask}"

    def _put(self, where: str, content: Content, *, layout: bool = True) -> None:
        part = self.query_one(where, Static)
        if not (isinstance(part.content, Content) and part.content.is_same(content)):
            part.update(content, layout=layout)

    def on_key(self, event: events.Key) -> None:
        """A letter that means nothing to the list begins a card, and all that follows goes there too.

        Where a card begins with a choice, whoever owns the pane is told.
        """
        letter = event.character or ""
        among_cards = self.card_list.has_focus and not self.card_list.carries
        if not (among_cards and event.is_printable and letter.strip()):
            return
        if letter in self.card_list.LETTERS:
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
        (self.line if self.line.display else self.card_list).focus()

    def bring_into_view(self) -> None:
        """Scroll to what is said, and in any case to the list or the line, whichever the keys go to."""
        for above in (".count", ".said"):
            self.query_one(above).scroll_visible(animate=False, immediate=True)
        part = self.line if self.line.display and not self.card_list.has_focus else self.card_list
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


def _count(view: QuestionView, *, typed: bool) -> Content:
    """How many cards there are, how many are asked for, what is missing; at first how they are typed."""
    found, blank = len(view.cards), sum(card.blanks > 0 for card in view.cards)
    parts = "" if not found else "1 card" if found == 1 else f"{found} cards"
    low, high = view.count or (0, None)
    wanted = f"{low} to {high}" if low and high is not None else f"at least {low}" if low else ""
    wanted = wanted or (f"at most {high}" if high is not None else "")
    if high is not None and found > high:
        return Content.styled(f"▲ {parts} · {wanted}: merge or remove some", "bold $warning")
    how = _HOW if typed and not found else ""
    missing = f"{blank} {'has' if blank == 1 else 'have'} blanks: ↑ and enter fill them in" if blank else ""
    if missing and found >= low:
        wanted = ""  # there are as many as asked for, and room for one thing to be said
    return Content.styled(" · ".join(part for part in (parts, wanted, missing, how) if part), "$quiet")
