"""The front end of prompts, one after the other, by questionary. Must not know any rule of the method."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Entry, Left, Typing
from wizard.frontends.dialogue.prose import one_line, printed
from wizard.frontends.dialogue.session import hold
from wizard.home import Home
from wizard.workshop import Workshop

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent
    from questionary import Choice, Question

DRAFT_AFTER_S = 0.4
ESCAPE_AFTER_S = 0.05
"""How long a lone escape may still turn out to be the beginning of an arrow key."""
_ESCAPED = "\x00escaped"
_BEFORE_LABEL = 6  # cells for the pointer, the tick, and one at the end
_BEFORE_HELP = 16  # cells for "  Description: ", and one at the end


def run(home: Home, *, workshop: Workshop | None = None, out: str | None = None) -> int:
    """Run until the person leaves; the exit code. Without a workshop it begins at home."""
    return hold(home, PromptsAsker(), workshop=workshop, out=out)


class PromptsAsker:
    """Asks with questionary. Escape opens a list of everything else that can be done."""

    hint = phrases.HINT_ESCAPE
    heard: int | None = None

    def say(self, text: str = "", *, wrap: bool = True) -> None:
        width = shutil.get_terminal_size().columns - 1 if wrap else None
        sys.stdout.write(printed(text, width) + "\n")
        sys.stdout.flush()

    def line(
        self,
        prompt: str,
        *,
        start: str = "",
        ghost: str = "",
        also: Sequence[Entry] = (),
        typing: Typing | None = None,
    ) -> str:
        import questionary  # noqa: PLC0415 - a sixth of a second, for this front end alone

        while True:
            question = questionary.text(
                one_line(prompt),
                default=start,
                instruction=f"({t(phrases.MORE)})" if also else "",
                placeholder=one_line(ghost),
            )
            if typing is not None:
                _listen(question, typing)
            found = self._answer(question, also)
            text = question.application.current_buffer.text
            if typing is not None and found != text:
                typing(text)
            if found is not None:
                return found
            start = text

    def menu(
        self, prompt: str, entries: Sequence[Entry], *, start: str = "", also: Sequence[Entry] = ()
    ) -> str:
        import questionary  # noqa: PLC0415

        while True:
            question = questionary.select(
                one_line(prompt),
                choices=_choices(entries),
                default=start or None,
                use_jk_keys=False,
                use_search_filter=True,
                instruction=f"({t(phrases.MORE)})" if also else " ",
            )
            found = self._answer(question, also)
            if found is not None:
                return found

    def several(
        self,
        prompt: str,
        entries: Sequence[Entry],
        *,
        start: Sequence[str] = (),
        also: Sequence[Entry] = (),
    ) -> str:
        import questionary  # noqa: PLC0415

        while True:
            question = questionary.checkbox(
                one_line(prompt),
                choices=_choices(entries, start),
                instruction=f"({t(phrases.SPACE)}; {t(phrases.MORE)})" if also else f"({t(phrases.SPACE)})",
            )
            found = self._answer(question, also)
            if found is not None:
                return found
            start = _picked(question)

    def lines(self, prompt: str, start: str = "") -> str:
        import questionary  # noqa: PLC0415

        del prompt  # questionary has its own way to end
        prompt = t(phrases.PROMPTS["long"])
        ends = f"({t('alt+enter ends it; or esc, then enter')})\n>"
        asked = questionary.text(prompt, default=start, multiline=True, instruction=ends)
        return str(self._asked(asked))

    def sure(self, prompt: str) -> bool | None:
        import questionary  # noqa: PLC0415

        keys = f"{t('(y/N)')} "
        return bool(self._asked(questionary.confirm(one_line(prompt), default=False, instruction=keys)))

    def _answer(self, question: Question, also: Sequence[Entry]) -> str | None:
        """What was answered, or the command that was chosen instead; None where the person stays.

        also: what escape offers.
        """
        if also:
            _bind_escape(question)
        found = self._asked(question)
        if found != _ESCAPED:
            return ",".join(found) if isinstance(found, list) else str(found)
        return self._more(also) or None

    def _more(self, also: Sequence[Entry]) -> str:
        """The command that is chosen; '' for none, which is also what escape means here."""
        import questionary  # noqa: PLC0415

        question = questionary.select(
            t(phrases.MORE_PROMPT),
            choices=_choices([Entry("", t(phrases.STAY)), *also]),
            use_jk_keys=False,
            use_search_filter=True,
            instruction=f"({t(phrases.STAYS)})",
        )
        _bind_escape(question)
        found = self._asked(question)
        return "" if found == _ESCAPED else str(found)

    def _asked(self, question: Question) -> Any:
        try:
            return question.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise Left from None


def _choices(entries: Sequence[Entry], chosen: Sequence[str] = ()) -> list[Choice]:
    """Entries as lines of a list, which questionary would let run over the edge of the terminal."""
    from questionary import Choice  # noqa: PLC0415

    width = shutil.get_terminal_size().columns
    return [
        Choice(
            _cut(one_line(entry.label) or entry.word, width - _BEFORE_LABEL),
            value=entry.word,
            checked=entry.word in chosen,
            description=_cut(one_line(entry.help), width - _BEFORE_HELP) or None,
        )
        for entry in entries
    ]


def _cut(text: str, width: int) -> str:
    """A text in so many cells, with a sign where something was left off."""
    from prompt_toolkit.utils import get_cwidth  # noqa: PLC0415

    if get_cwidth(text) <= width:
        return text
    room = max(width, 2) - 1
    ends = accumulate(get_cwidth(character) for character in text)
    return text[: sum(end <= room for end in ends)].rstrip() + "…"


def _picked(question: Question) -> list[str]:
    """What is ticked in a list at the moment."""
    from questionary.prompts.common import InquirerControl  # noqa: PLC0415

    controls = question.application.layout.find_all_controls()
    return [
        word
        for control in controls
        if isinstance(control, InquirerControl)
        for word in control.selected_options
    ]


def _bind_escape(question: Question) -> None:
    """Escape leaves the prompt: from a question to everything else that can be done, and back from there."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings  # noqa: PLC0415

    keys = KeyBindings()

    @keys.add("escape", eager=True)
    def escape(event: KeyPressEvent) -> None:
        event.app.exit(result=_ESCAPED)

    app = question.application
    app.key_bindings = merge_key_bindings([app.key_bindings, keys] if app.key_bindings else [keys])
    app.ttimeoutlen = ESCAPE_AFTER_S


def _listen(question: Question, typing: Typing) -> None:
    """Tell what stands in the input, not at every key but soon after it."""
    buffer = question.application.current_buffer
    waiting: list[asyncio.TimerHandle] = []

    def tell() -> None:
        waiting.clear()
        typing(buffer.text)

    def changed(_: object) -> None:
        if not waiting:
            waiting.append(asyncio.get_running_loop().call_later(DRAFT_AFTER_S, tell))

    buffer.on_text_changed += changed
