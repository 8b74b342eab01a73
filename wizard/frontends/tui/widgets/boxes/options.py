"""OptionsBox: one option, or several, out of a list with help; in a long list, letters find them."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import CreateView, Input, OptionView
from wizard.core.tongue import mark, t
from wizard.frontends.tui.finding import fit
from wizard.frontends.tui.widgets.boxes.advice import AdviceWanted
from wizard.frontends.tui.widgets.boxes.box import (
    AnswerBox,
    AnswerEntered,
    AnswerPicked,
    AnswerTyped,
    CardWanted,
    KeysChanged,
)
from wizard.frontends.tui.widgets.boxes.option_line import (
    create_line,
    letters_line,
    option_line,
    score_cells,
)
from wizard.frontends.tui.widgets.ending import EndingList
from wizard.frontends.tui.widgets.hanging import Hanging

_MANY = 9  # options that digits reach; more of them are found by letters
_NOTHING = mark("Nothing to choose from yet: enter goes on.")
_NOTHING_BUT = mark("Nothing to choose from yet. Type a name to make one, or enter goes on.")
_NONE_FITS = mark("Nothing here is called that. Backspace brings the others back.")
_NOWHERE = Input(place=Place(""), kind="choice", ask="")

Line = OptionView | CreateView


class OptionsBox(EndingList, AnswerBox):
    """A list of options. One of them: enter takes it. Several: space marks, enter goes on with the marked.

    Of many options, and of cards, letters find those that they fit, the best one first; enter takes the one
    at hand. A card that isn't there is made from what was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("backspace,delete", "empty", "Take it back", show=False, key_display="backspace"),
        Binding("escape", "find_nothing", show=False),
        Binding("right", "advice", "More about it", show=False, key_display="→"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._asked = _NOWHERE
        self._marked: set[str] = set()
        self._letters = ""
        self._score_cells: int | None = None
        self._entries: tuple[Line, ...] = ()

    @property
    def _several(self) -> bool:
        return self._asked.pick is not None

    @property
    def _finds(self) -> bool:
        """Whether letters find options, rather than going to the next one that begins with them."""
        return bool(self._asked.creates) or len(self._asked.options) > _MANY

    # What is shown

    def show_asked(self, asked: Input, typed: str | None) -> None:
        same = asked.place == self._asked.place and asked.options == self._asked.options
        at = self.highlighted if not self._letters else None
        self._asked = asked
        self._score_cells = score_cells(asked)
        self._marked = {option.id for option in asked.options if option.chosen}
        self._letters = typed or "" if self._finds else ""
        self.styles.min_height = None
        self._show_lines()
        if self._entries and not self._letters:
            self.highlighted = at if same and at is not None else self._first_highlight()

    def _show_lines(self) -> None:
        """Show the options that fit, and what can be made of the letters where none is called that."""
        self._entries = (*self._fitting(), *self._creates())
        self.clear_options()
        self.add_options([Option(self._drawn(line)) for line in self._entries])
        if not self._entries:
            empty = t(_NONE_FITS if self._letters else _NOTHING_BUT if self._asked.creates else _NOTHING)
            self.add_option(Option(Content.styled(empty, "$quiet italic"), disabled=True))
        elif self._letters:
            self.highlighted = 0
        self._say_letters()

    def _fitting(self) -> tuple[OptionView, ...]:
        if not self._letters.strip():
            return self._asked.options
        found = [(fit(self._letters, option.label), option) for option in self._asked.options]
        fitting = [(-fitted.score, n) for n, (fitted, _) in enumerate(found) if fitted is not None]
        return tuple(found[n][1] for _, n in sorted(fitting))

    def _creates(self) -> tuple[CreateView, ...]:
        name = self._letters.strip().casefold()
        if not name or any(option.label.casefold() == name for option in self._asked.options):
            return ()
        return self._asked.creates

    def _say_letters(self) -> None:
        """What is typed stands in the upper edge of the list, and how many options fit in the lower one."""
        if not self._letters:
            self.border_title = self.border_subtitle = None
            return
        found = sum(isinstance(line, OptionView) for line in self._entries)
        self.border_title = letters_line(self._letters)
        self.border_subtitle = Content.styled(
            t("{number} of {total}", number=found, total=len(self._asked.options)), "$quiet"
        )

    def _first_highlight(self) -> int:
        wanted = self._marked or set(self._asked.suggestion_raw.split(","))
        return next((n for n, option in enumerate(self._asked.options) if option.id in wanted), 0)

    def _drawn(self, line: Line) -> Content | Hanging:
        if isinstance(line, CreateView):
            return create_line(line, self._letters, alone=line is self._entries[0])
        marked = line.id in self._marked
        return option_line(line, self._asked, self._letters, marked=marked, cells=self._score_cells)

    @property
    def raw(self) -> Raw:
        ids = tuple(option.id for option in self._asked.options if option.id in self._marked)
        return ids if self._several else (ids[0] if ids else "")

    @property
    def asked_place(self) -> Place:
        return self._asked.place

    @property
    def is_touched(self) -> bool:
        chosen = {option.id for option in self._asked.options if option.chosen}
        return bool(self._letters) or self._marked != chosen

    @property
    def _at(self) -> Line | None:
        at = self.highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None

    @property
    def at_hand(self) -> OptionView | None:
        return self._at if isinstance(self._at, OptionView) else None

    def action_advice(self) -> None:
        """Read everything that there is to say of the option at hand."""
        option = self.at_hand
        if option is None or self._score_cells is None:
            raise SkipAction
        self.post_message(AdviceWanted(self._asked.place, option.id))

    # Letters

    def _find(self, letters: str) -> None:
        """Show what fits these letters; they are kept as an unfinished text is."""
        if letters == self._letters:
            return
        if not self._letters:
            self.styles.min_height = self.outer_size.height  # nothing below it moves while somebody types
        at, self._letters = self._at, letters
        self._show_lines()
        if not letters:
            self.styles.min_height = None
        if not letters and isinstance(at, OptionView):
            self.highlighted = self._asked.options.index(at)
        self.post_message(AnswerTyped(self._asked.place, letters))

    def put(self, text: str) -> None:
        if self._finds:
            self._find(" ".join(text.split()))

    def action_find_nothing(self) -> None:
        """Forget the letters; without any, the key is for somebody else."""
        if not self._letters:
            raise SkipAction
        self._find("")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters and digits are for this list, whatever they mean elsewhere."""
        del key
        return character is not None and character.isprintable() and bool(character.strip())

    def on_key(self, event: events.Key) -> None:
        """Letters find; a digit, with nothing typed, goes to the option of that number."""
        letter = event.character or ""
        if not event.is_printable or not letter.strip():
            return
        event.stop()
        if letter.isdecimal() and not self._letters and 0 < int(letter) <= len(self._entries):
            self.highlighted = int(letter) - 1
        elif self._finds:
            self._find(self._letters + letter)
        else:
            self._to_next(letter.casefold())

    def _to_next(self, letter: str) -> None:
        """To the next option that begins with a letter."""
        labels = [option.label.casefold() for option in self._asked.options]
        start = (self.highlighted or 0) + 1
        order = [*range(start, len(labels)), *range(min(start, len(labels)))]
        if (found := next((n for n in order if labels[n].startswith(letter)), None)) is not None:
            self.highlighted = found

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self._finds:
            self._find(self._letters + " ".join(event.text.split()))

    # Choosing

    def action_mark(self) -> None:
        """Mark or unmark the option at hand; where one is wanted, it is answered and the person stays.

        Between two words that are being typed, the key is a blank.
        """
        line = self._at
        if self._goes_on:
            self._find(self._letters + " ")
        elif line is not None:
            self._choose(line)

    def _choose(self, line: Line) -> None:
        if isinstance(line, CreateView):
            self._want(line)
            return
        self._find("")
        if self._several:
            self._marked ^= {line.id}
            self.replace_option_prompt_at_index(self._asked.options.index(line), self._drawn(line))
            self.post_message(KeysChanged())
        else:
            self.post_message(AnswerPicked(self._asked.place, line.id))

    @property
    def _goes_on(self) -> bool:
        """Whether what is typed can be part of a longer name, so that a blank belongs to it."""
        if not self._letters or self._letters.endswith(" "):
            return False
        wanted = f"{self._letters.casefold()} "
        labels = [line.label.casefold() for line in self._entries if isinstance(line, OptionView)]
        return not labels or any(wanted in label for label in labels)

    def action_empty(self) -> None:
        """Take back the last letter; else what was chosen, and stay."""
        if self._letters:
            self._find(self._letters[:-1])
            return
        if self._several:
            self._marked.clear()
            for index, option in enumerate(self._asked.options):
                self.replace_option_prompt_at_index(index, self._drawn(option))
        self.post_message(AnswerPicked(self._asked.place, () if self._several else ""))

    def action_select(self) -> None:
        """Go on with what is chosen. Where several may be, what letters found is marked."""
        line, has_letters = self._at, bool(self._letters)
        if isinstance(line, OptionView) and self._several and has_letters and line.id in self._marked:
            self._find("")
        elif isinstance(line, CreateView) or (line is not None and self._several and has_letters):
            self._choose(line)
        elif line is not None and not self._several:
            self._find("")
            self.post_message(AnswerEntered(self._asked.place, line.id))
        elif not has_letters:
            self.post_message(AnswerEntered(self._asked.place, self.raw))

    def _want(self, line: CreateView) -> None:
        """Ask for the card that is missing; its name stays until there is one."""
        chosen = self.raw if isinstance(self.raw, tuple) else ()
        place, name = self._asked.place, self._letters.strip()
        self.post_message(CardWanted(place, line.question, name, chosen, stay=self._several))

    async def _on_click(self, event: events.Click) -> None:
        """A click marks; enter, or a second click, goes on."""
        clicked = event.style.meta.get("option")
        if clicked is None:
            return
        event.prevent_default()
        self.highlighted = clicked
        line = self._at
        if isinstance(line, OptionView) and not self._several and line.id in self._marked:
            self.action_select()
        elif line is not None:
            self._choose(line)

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # type: ignore[override]  # noqa: N802 - it depends on what is asked
        some = (("space", mark("mark")), ("enter", mark("next")))
        choose = some if self._several else (("↑↓ enter", mark("choose")),)
        clear = (("del", mark("clear")),) if self._marked and not self._letters else ()
        more = (("→", mark("why")),) if self._score_cells is not None else ()
        return (*choose, *more, *((("abc", mark("find")),) if self._finds else ()), *clear)
