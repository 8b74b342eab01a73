"""Editor: one thing that is asked, with help, examples, the box for its answer, and what is said to it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from wizard.core.intents import Raw
from wizard.core.screen import Input, Message
from wizard.core.tongue import mark, t
from wizard.frontends.tui.widgets.boxes import box_class
from wizard.frontends.tui.widgets.boxes.advice import AdvicePanel
from wizard.frontends.tui.widgets.boxes.box import KEPT, AnswerBox, Typed
from wizard.frontends.tui.widgets.heading import Heading
from wizard.frontends.tui.widgets.signs import said

_UNKNOWN = mark("You said that you don't know. It stays on the list of open questions.")
_STATICS = ("help", "good", "weak", "note", "said")


class Editor(Vertical):
    """Shows one Input. Boxes are made when first needed and kept: no key is lost between two questions."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.box: AnswerBox | None = None
        self._boxes: dict[type[AnswerBox], AnswerBox] = {}
        self._asked: Input | None = None
        self._heading = Heading(classes="ask")
        self._advice: AdvicePanel | None = None
        self._statics = {name: Static(classes=name, markup=False) for name in _STATICS}
        self._examples = Horizontal(classes="examples")

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._statics["help"]
        with self._examples:
            yield self._statics["good"]
            yield self._statics["weak"]
        yield self._statics["note"]
        yield self._statics["said"]

    async def show_asked(
        self, asked: Input, typed: Typed, messages: tuple[Message, ...], *, lead: str = ""
    ) -> None:
        """Show what is asked, after the words in `lead`. typed: an unfinished text to go on with, or KEPT."""
        self._asked = asked
        ask = Content.assemble((lead, "$quiet"), (asked.ask, "bold"))
        if asked.required:
            ask = ask.append(Content.styled(f"  {t('needed')}", "$quiet italic"))
        self._heading.show_text(ask)
        self._put("help", Content(asked.help))
        good = Content.assemble((f"✓ {t('good')}  ", "bold $success"), asked.good)
        weak = Content.assemble((f"✗ {t('weak')}  ", "bold $error"), asked.weak)
        note = Content.assemble((f"{t('note')}  ", "$secondary"), asked.note)
        self._put("good", good if asked.good else Content(""))
        self._put("weak", weak if asked.weak else Content(""))
        self._examples.set_class(not (asked.good or asked.weak), "-blank")
        self._put("note", note if asked.note else Content(""))
        self.say(messages)
        await self._show_box(asked, typed)

    async def _show_box(self, asked: Input, typed: Typed) -> None:
        wanted = box_class(asked)
        self.box = None
        if wanted is not None:
            self.box = self._boxes.get(wanted)
            if self.box is None:
                self.box = self._boxes[wanted] = wanted()
                await self.mount(self.box, before=self._statics["note"])
            if typed is not KEPT:
                self.box.show_asked(asked, typed)
        for kind, box in self._boxes.items():
            box.display = kind is wanted
        await self._show_advice(asked)

    async def _show_advice(self, asked: Input) -> None:
        """Below a list of options of which there is something to say, say it of the one at hand."""
        if self._advice is None and any(option.advises for option in asked.options):
            self._advice = AdvicePanel()
            await self.mount(self._advice, after=self.box)
        self._say_advice()

    @on(OptionList.OptionHighlighted)
    def _pointed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._say_advice()

    def _say_advice(self) -> None:
        if self._advice is not None and self._asked is not None:
            self._advice.show_asked(self._asked, self.box.at_hand if self.box is not None else None)

    def _put(self, where: str, content: Content) -> None:
        part = self._statics[where]
        if isinstance(part.content, Content) and part.content.is_same(content):
            return
        part.update(content)
        part.set_class(not content.plain, "-blank")

    def say(self, messages: tuple[Message, ...], *, understood: str = "") -> None:
        """Say what stands to the answer. understood: of what is being typed."""
        told = said(messages)
        if understood:
            told = Content.assemble(("→ ", "$success"), (understood, "$success"))
        elif not messages and self._asked is not None and self._asked.status == "unknown":
            told = Content.styled(f"? {t(_UNKNOWN)}", "$accent")
        part = self._statics["said"]
        if not (isinstance(part.content, Content) and part.content.is_same(told)):
            part.update(told)

    @property
    def asked(self) -> Input | None:
        return self._asked

    @property
    def raw(self) -> Raw:
        return "" if self.box is None else self.box.raw

    @property
    def is_touched(self) -> bool:
        return self.box is not None and self.box.is_touched

    def bring_into_view(self) -> None:
        """Scroll so that the question can be seen, what is said to the answer, and the box in any case."""
        if not self.display:
            return  # it has gone since this was asked for, or is going
        for part in (self, self._statics["said"], self._advice, self.box):
            if part is not None and part.display:
                part.scroll_visible(animate=False)

    def focus_box(self) -> None:
        if self.box is not None:
            self.box.focus()
