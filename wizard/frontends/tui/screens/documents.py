"""DocumentsScreen: what the documents say at this moment. Knows how to show them, not how they are made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from wizard.core.problems import Problem
from wizard.core.tongue import mark, t, tn
from wizard.core.words import sentence
from wizard.frontends.tui.keys import GOING, LOOKING, Act, bindings, on_the_line
from wizard.frontends.tui.screens import overlays
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.frontends.tui.widgets.page import PageView, Setting
from wizard.frontends.tui.widgets.tabs import TabChosen, TabLine
from wizard.frontends.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp

_POLL_S = 0.25
_SETTING = mark("Setting the pages …")
_REFUSED = mark("If they don't arrive, your terminal refuses such copies: press w and write files instead.")


class Document(NamedTuple):
    """A page to read. plain: words of ours, which aren't Markdown and go into no file."""

    title: str
    text: str
    plain: bool = False


class _Read(Message):
    """Documents from the thread that makes them, and the position of the workshop that they are of."""

    def __init__(self, at: int, documents: tuple[Document, ...]) -> None:
        super().__init__()
        self.at = at
        self.documents = documents


# What one can do here, for the keys, the palette and the help screen.
ACTS: tuple[Act, ...] = (
    Act("back", "escape", "esc", "close", "Close", "What you find first, then the documents", GOING),
    Act("close", "q,f3", "f3", "close", "Close at once", "Back to where you were", GOING, False),
    Act("turn(1)", "right,tab", "→", "turn", "Next document", "Of those that the flow writes", GOING),
    Act("turn(-1)", "left,shift+tab", "←", "turn", "Document before", "Or the last one", GOING, False),
    Act("source", "m", "m", "Markdown", "Markdown", "The text that goes into the file, and back", LOOKING),
    Act("find", "slash", "/", "find", "Find words", "In this document", LOOKING),
    Act("find_next(1)", "n,enter", "n", "next place", "Next place", "Where the words stand", LOOKING, False),
    Act("find_next(-1)", "N", "N", "place before", "Place before", "Where they stand", LOOKING, False),
    Act("copy", "c", "c", "copy", "Copy", "The Markdown of this document, to the clipboard", LOOKING),
    Act("write", "w", "w", "write", "Write the documents", "Into a folder that you choose", LOOKING),
)
_key = partial(on_the_line, ACTS)


class DocumentsScreen(Screen[None]):
    """The documents, one at a time. They follow the workshop as long as one looks at them."""

    CSS_PATH = "documents.tcss"
    AUTO_FOCUS = "#page"
    ACTS = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)
    app: WizardApp

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self._documents: tuple[Document, ...] = ()
        self._at = 0
        self._source = False
        self._read_at = -1  # the position of the workshop that was read
        self._setting: float | None = None
        self._told = ""

    def compose(self) -> ComposeResult:
        yield TabLine(id="tabs")
        with Center():
            yield PageView(id="page")
        yield Static(id="told", markup=False)
        with Horizontal(id="finding"):
            yield Static("/ ", markup=False)
            yield Input(placeholder=t("Words to find"), compact=True, select_on_focus=True)
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        self.query_one("#finding").display = False
        self.query_one("#told").display = False
        self._tell(t("Making the documents …"))
        self._draw_lines()
        self._follow()
        self.set_interval(_POLL_S, self._follow)

    @property
    def page(self) -> PageView:
        return self.query_one(PageView)

    @property
    def document(self) -> Document | None:
        return self._documents[self._at] if self._documents else None

    @property
    def is_writable(self) -> bool:
        """Whether there is a document rather than words about why there is none."""
        return self.document is not None and not self.document.plain

    # What there is to read

    def _follow(self) -> None:
        """Read again when anything has happened, here or elsewhere."""
        self.walk.catch_up(typing=True)  # something may be half typed behind this screen
        notice = self.walk.notice
        if notice is not None and notice.code.startswith("outside.") and self.is_writable:
            self._tell(notice.text)
        if self.walk.screen.position != self._read_at:
            self._read_at = self.walk.screen.position
            self._read()

    @work(thread=True, exclusive=True, group="reading")
    def _read(self) -> None:
        """Make the documents, which takes a while, beside everything else."""
        at = self._read_at
        self.post_message(_Read(at, documents_of(self.walk)))

    @on(_Read)
    def _show(self, event: _Read) -> None:
        event.stop()
        if event.at != self._read_at:
            return  # something has happened since, and they are being made again
        read, first = event.documents, not self._documents
        open_now = self.document
        self._documents = read
        titles = [document.title for document in read]
        self._at = titles.index(open_now.title) if open_now and open_now.title in titles else 0
        if first:
            self._tell(t(_SETTING))
        self._draw(fresh=open_now is None or open_now.title != read[self._at].title)

    def _draw(self, *, fresh: bool) -> None:
        document = self.document
        if document is not None:
            self.page.show_text(document.text, source=self._source or document.plain, fresh=fresh)
        self._draw_lines()

    def _draw_lines(self) -> None:
        titles = tuple(document.title for document in self._documents)
        self.query_one(TabLine).show_titles(self.walk.screen.name, titles, self._at)
        line = self.query_one(KeyLine)
        line.show_keys(tuple(self._keys()))
        at, many = self.page.place
        if self._setting is not None:
            line.show_saved(f"… {round(self._setting * 100)} %", "$quiet")
        elif many:
            line.show_saved(t("{number} of {total}", number=at, total=many), "bold $accent")
        else:
            line.show_saved("", "")

    def _keys(self) -> Iterator[Key]:
        """The keys that mean something now, the most needed first."""
        if self.query_one("#finding").display:
            yield "enter", mark("find"), ""
            yield "esc", mark("leave it"), "screen.back"
            return
        key, word, click = _key("back")
        yield key, mark("end finding") if self.page.place[1] else word, click
        if len(self._documents) > 1:
            yield "←→", mark("turn"), "screen.turn(1)"
        if self.page.place[1]:
            yield _key("find_next(1)")
        if self.is_writable:
            yield "m", mark("as it looks") if self._source else mark("Markdown"), "screen.source"
            yield _key("copy")
            yield _key("write")
        yield _key("find")
        yield "space", mark("page down"), "screen.page(1)"
        yield "home end", mark("top, end"), ""

    def _tell(self, text: str) -> None:
        """Say something above the keys; '' says nothing."""
        if text != self._told:
            self._told = text
            told = self.query_one("#told", Static)
            told.update(text)
            told.display = bool(text)

    # Keys

    def action_back(self) -> None:
        if self.query_one("#finding").display or self.page.place[1]:
            self._leave_finding("")
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)

    def action_turn(self, by: int) -> None:
        if self._documents:
            self._open((self._at + by) % len(self._documents))

    @on(TabChosen)
    def _tab_chosen(self, event: TabChosen) -> None:
        event.stop()
        self._open(event.at)

    def _open(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._tell("")
            self._draw(fresh=True)

    def action_page(self, by: int) -> None:
        self.page.action_page(by)

    def action_source(self) -> None:
        self._source = not self._source
        self._tell("")
        self._draw(fresh=False)

    def action_copy(self) -> None:
        document = self.document
        if document is not None and self.is_writable:
            self.app.copy_to_clipboard(document.text)
            count = len(document.text.splitlines())
            lines = tn("{count} line", "{count} lines", count)
            copied = t("Copied {lines} of {title}.", lines=lines, title=document.title)
            self._tell(f"{copied} {t(_REFUSED)}")

    @work(exclusive=True, group="writing")
    async def action_write(self) -> None:
        """Write every document into a folder; what came of it is said here."""
        if not self.is_writable:
            return
        folder = await overlays.folder_chosen(self.app, self.walk)
        if folder is not None:
            await overlays.documents_written(self.app, self.walk, folder)
            self._tell(self.walk.notice.text if self.walk.notice else "")

    # Finding

    def action_find(self) -> None:
        self.query_one("#finding").display = True
        self.query_one(Input).focus()
        self._tell("")
        self._draw_lines()

    @on(Input.Changed)
    def _look_for(self, event: Input.Changed) -> None:
        event.stop()
        self.page.find(event.value)
        self._draw_lines()

    @on(Input.Submitted)
    def _looked_for(self, event: Input.Submitted) -> None:
        event.stop()
        self._leave_finding(event.value)

    def _leave_finding(self, words: str) -> None:
        self.query_one("#finding").display = False
        self.page.focus()
        if not words:
            self.query_one(Input).value = ""
            self.page.find("")
        elif not self.page.place[1]:
            self._tell(t("“{words}” isn't in this document.", words=words))
        self._draw_lines()

    def action_find_next(self, by: int) -> None:
        self.page.find_next(by)
        self._draw_lines()

    @on(Setting)
    def _setting_noticed(self, event: Setting) -> None:
        event.stop()
        self._setting = event.part
        if self._told == t(_SETTING):
            self._tell("")
        self._draw_lines()


def documents_of(walk: Walk) -> tuple[Document, ...]:
    """The documents as they are now, or the one page that says why there are none."""
    found = walk.documents()
    if not isinstance(found, dict):
        lines = "\n\n".join(told(problem) for problem in found)
        text = t("The documents can't be made yet.") + f"\n\n{lines}"
        return (Document(t("Documents"), text, plain=True),)
    if found:
        return tuple(Document(file, text) for file, text in found.items())
    nothing = t("This flow writes no document.")
    if walk.screen.documents and walk.notice is not None:
        nothing = walk.notice.text
    return (Document(t("Documents"), nothing, plain=True),)


def told(problem: Problem) -> str:
    """What is wrong with a template, behind the file and the line where it stands."""
    if problem.mark is None:
        return sentence(problem)
    where = t("{file}, line {line}:", file=problem.mark.file, line=problem.mark.line)
    return f"{where} {sentence(problem)}"
