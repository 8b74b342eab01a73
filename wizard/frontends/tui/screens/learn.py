"""LearnScreen: the teaching of the step at hand and the gallery of the flow. Knows how to show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen as TextualScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.flow.gallery import Gallery
from wizard.core.markdown import escaped
from wizard.core.problems import Problem
from wizard.core.screen import Input, Screen
from wizard.core.tongue import mark, t
from wizard.core.words.report import report
from wizard.frontends.tui.keys import GOING, LOOKING, Act, bindings, on_the_line
from wizard.frontends.tui.screens.option_pages import option_leaves
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.leaf import Leaf, LeafPane
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.frontends.tui.widgets.too_small import TooSmall

_SHELF = 100  # columns: from here on the list stands beside the text
_AROUND, _BESIDE = 8, 20  # cells around the columns of the list; fewer are no room for a subtitle
_MOST_TITLE = 100
_HERE, _TO_MEND = mark("This step"), mark("To mend")

# What one can do here, for the keys, the palette and the help screen.
ACTS: tuple[Act, ...] = (
    Act("back", "escape", "esc", "close", "Close", "Back to where you were", GOING),
    Act("close", "q,f1", "f1", "close", "Close at once", "From anywhere in here", GOING, False),
    Act("walk(1)", "right", "→", "next", "Next page", "Of everything that there is to learn from", GOING),
    Act("walk(-1)", "left", "←", "before", "Page before", "Or the last one", GOING, False),
    Act("gallery", "g,enter", "g", "gallery", "Gallery", "The part of it that fits this step", LOOKING),
    Act("other", "tab,shift+tab", "tab", "list", "List and text", "From one to the other", LOOKING, False),
    Act("page(1)", "pagedown,space", "pgdn", "", "Page down", "In the text", LOOKING, False),
    Act("page(-1)", "pageup", "pgup", "", "Page up", "In the text", LOOKING, False),
)
_key = partial(on_the_line, ACTS)


class Contents(OptionList):
    """The list of pages. Page keys are for the text beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "screen.page(1)", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
    ]


class LearnScreen(TextualScreen[None]):
    """Pages to learn from: a list at the left, the text at the right; one of them where there is no room.

    leaves: at least one. first: number of the page of the gallery that fits the step, None without a gallery.
    at: number of the page that is open. at_once: esc closes, whatever was opened in here.
    """

    CSS_PATH = "learn.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    ACTS = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)

    def __init__(
        self, leaves: Sequence[Leaf], first: int | None = None, at: int = 0, *, at_once: bool = False
    ) -> None:
        super().__init__()
        self._leaves = tuple(leaves)
        self._first = first
        self._at = at
        self._from_list = False
        self._at_once = at_once

    def compose(self) -> ComposeResult:
        yield Static(id="learn-top", markup=False)
        with Horizontal(id="learn-panes"):
            yield Contents(id="contents", markup=False)
            yield LeafPane(id="leaf-pane")
        yield KeyLine()
        yield TooSmall()

    def _rows(self) -> Iterator[Option]:
        """The titles below the names of their groups. The id of a row is the number of its page.

        Where the list has all the room, a title has its subtitle beside it.
        """
        kind = ""
        titles = [cut(leaf.title, _MOST_TITLE) for leaf in self._leaves]
        longest = max(map(cell_len, titles))
        room = 0 if self.is_wide else self.size.width - longest - _AROUND
        for at, leaf in enumerate(self._leaves):
            if leaf.kind != kind:
                heading = Content.styled(leaf.kind, "bold $quiet")
                yield Option(Content.assemble("\n", heading) if kind else heading, disabled=True)
                kind = leaf.kind
            beside = cut(leaf.subtitle, room) if room >= _BESIDE else ""
            gap = " " * (longest - cell_len(titles[at]) + 3) if beside else ""
            yield Option(Content.assemble(f"  {titles[at]}{gap}", (beside, "$quiet")), id=str(at))

    # What is in view

    @property
    def contents(self) -> Contents:
        return self.query_one(Contents)

    @property
    def leaf(self) -> Leaf:
        return self._leaves[self._at]

    @property
    def has_list(self) -> bool:
        """Whether there is anything to choose from."""
        return len(self._leaves) > 1

    @property
    def is_wide(self) -> bool:
        """Whether list and text stand side by side."""
        return self.has_list and self.size.width >= _SHELF

    @property
    def is_choosing(self) -> bool:
        """Whether the list stands in place of the text."""
        return self.has_class("-choosing") and not self.is_wide

    @property
    def _leads_to_list(self) -> bool:
        """Whether a step back from a text leads to the list."""
        return self._from_list and not self.is_wide and not self._at_once

    def on_resize(self) -> None:
        self.set_class(self.is_wide, "-shelf")
        self.contents.set_options(self._rows())
        self._point()
        self._settle()

    def on_mount(self) -> None:
        self.query_one(LeafPane).show_leaf(self.leaf)

    def _show(self, at: int) -> None:
        self._at = at
        self.query_one(LeafPane).show_leaf(self.leaf)
        self._point()
        self._draw_lines()

    def _point(self) -> None:
        """The list shows which page is open."""
        self.contents.highlighted = self.contents.get_option_index(str(self._at))

    def _settle(self) -> None:
        """The focus goes to what is in view."""
        pane: LeafPane | Contents = self.query_one(LeafPane)
        if self.is_choosing or (self.is_wide and self.focused is not pane):
            pane = self.contents
        pane.focus()
        self._draw_lines()

    def on_descendant_focus(self) -> None:
        self._draw_lines()

    def _draw_lines(self) -> None:
        width = max(self.size.width - 2, 0)
        place = ""
        if self.has_list and not self.is_choosing:
            place = t("{number} of {total}", number=self._at + 1, total=len(self._leaves))
        where = self.leaf.kind if not self.is_choosing else t("What there is")
        lead = t("Learn")
        left = Content.assemble(
            (lead, "bold $accent"), ("  ›  ", "$quiet"), cut(where, width - len(lead) - 7 - len(place))
        )
        gap = " " * max(width - left.cell_length - len(place), 1)
        self.query_one("#learn-top", Static).update(Content.assemble(left, gap, (place, "$quiet")))
        self.query_one(KeyLine).show_keys(tuple(self._keys()))

    def _keys(self) -> Iterator[Key]:
        """The keys that mean something now, the most needed first."""
        if self.is_choosing:
            yield "↑↓", mark("choose"), ""
            yield "enter", mark("read"), "screen.other"
            yield _key("back")
            return
        in_list = self.focused is self.contents
        yield "↑↓", mark("choose") if in_list else mark("scroll"), ""
        key, word, click = _key("back")
        goes_to_list = self._leads_to_list
        yield key, mark("list") if goes_to_list else word, click
        if self.has_list:
            yield "←→", mark("turn"), "screen.walk(1)"
            if self._first is not None and self._at < self._first:
                yield _key("gallery")
            if not goes_to_list:
                yield "tab", mark("text") if in_list else mark("list"), "screen.other"
        if in_list:
            yield "pgup pgdn", mark("scroll"), "screen.page(1)"

    # Keys

    def action_back(self) -> None:
        if self._leads_to_list and not self.is_choosing:
            self._choose(True)
        else:
            self.action_close()

    def action_close(self) -> None:
        self.dismiss(None)

    def action_walk(self, by: int) -> None:
        self._show((self._at + by) % len(self._leaves))

    def action_gallery(self) -> None:
        """To the part of the gallery that fits; where there is no room beside the text, to its list."""
        if not self.has_list:
            return
        if self._first is not None and self._at < self._first:
            self._show(self._first)
        if not self.is_wide:
            self._choose(True)

    def action_other(self) -> None:
        """From the list to the text, or back."""
        if self.is_wide:
            self.set_focus(self.query_one(LeafPane) if self.focused is self.contents else self.contents)
        elif self.has_list:
            self._choose(not self.is_choosing)

    def action_page(self, by: int) -> None:
        pane = self.contents if self.is_choosing else self.query_one(LeafPane)
        pane.scroll_page_down(animate=False) if by > 0 else pane.scroll_page_up(animate=False)

    def _choose(self, is_choosing: bool) -> None:
        """Show the list, or the text that was chosen from it."""
        self._from_list = True
        self.set_class(is_choosing, "-choosing")
        self._settle()

    @on(OptionList.OptionHighlighted)
    def _passed_by(self, event: OptionList.OptionHighlighted) -> None:
        """Beside the list the text follows at once."""
        event.stop()
        if event.option_id is not None and int(event.option_id) != self._at:
            self._show(int(event.option_id))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.is_choosing:
            self._choose(False)


def learn_screen(
    view: Screen, asked: Input | None, gallery: Gallery, problems: Sequence[Problem]
) -> LearnScreen:
    """What there is to learn at a step. asked: the question or the field at hand, to be explained as well."""
    leaves = [*_teaching(view, asked), *option_leaves(asked)]
    first = len(leaves) + gallery.fitting(view.stop.step) if gallery.groups else None
    leaves += [
        Leaf(
            group.title,
            entry.title,
            entry.subtitle,
            entry.tags,
            entry.text,
            entry.for_,
            entry.against,
            entry.try_,
        )
        for group, entry in gallery.entries()
    ]
    if problems:
        leaves.append(Leaf(t(_TO_MEND), t("What can't be read in the gallery"), text=_told(problems)))
    if not leaves:
        leaves.append(Leaf(t(_HERE), view.flow, text=t("There is nothing to read here.")))
    return LearnScreen(leaves, first)


def advice_screen(asked: Input, option: str) -> LearnScreen:
    """What there is to say of the options of what is asked, open at one of them."""
    at = next((n for n, one in enumerate(asked.options) if one.id == option), 0)
    return LearnScreen([*option_leaves(asked)], at=at, at_once=True)


def _teaching(view: Screen, asked: Input | None) -> Iterator[Leaf]:
    """The teaching of the step, and what the facilitator should know."""
    title = view.step.title if view.step is not None else view.flow
    parts = [explained(asked) if asked is not None else "", view.teach]
    text = "\n\n".join(part for part in parts if part.strip())
    if text or view.step is not None:
        yield Leaf(t(_HERE), title, text=text or t("This step explains itself."))
    if view.facilitator:
        yield Leaf(t(_HERE), t("For the facilitator"), text=view.facilitator)


def explained(asked: Input) -> str:
    """The help and the examples of a question, in Markdown; '' where it has none."""
    told = [escaped(asked.help) if asked.help else ""]
    told += [f"✓ {t('good: {text}', text=escaped(asked.good))}" if asked.good else ""]
    told += [f"✗ {t('weak: {text}', text=escaped(asked.weak))}" if asked.weak else ""]
    text = "\n\n".join(part for part in told if part)
    return f"**{escaped(asked.ask)}**\n\n{text}\n\n---" if text else ""


def _told(problems: Sequence[Problem]) -> str:
    lines = "\n".join(f"- {escaped(report(problem, None))}" for problem in problems)
    lead = t("The rest is here. `canvas-wizard flow check` shows each place.")
    return f"{lead}\n\n{lines}"
