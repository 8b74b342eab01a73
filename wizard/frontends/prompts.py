"""The front end of prompts, one after the other, by questionary. Must not know any rule of the method."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

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
_MORE = "\x00more"


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

        question = questionary.text(
            one_line(prompt),
            default=start,
            instruction=f"({phrases.MORE})" if also else "",
            placeholder=one_line(ghost),
        )
        if typing is not None:
            _listen(question, typing)
        return self._answer(question, also)

    def menu(
        self, prompt: str, entries: Sequence[Entry], *, start: str = "", also: Sequence[Entry] = ()
    ) -> str:
        import questionary  # noqa: PLC0415

        return self._answer(
            questionary.select(
                one_line(prompt),
                choices=_choices(entries),
                default=start or None,
                use_jk_keys=False,
                use_search_filter=True,
                instruction=f"({phrases.MORE})" if also else " ",
            ),
            also,
        )

    def several(
        self,
        prompt: str,
        entries: Sequence[Entry],
        *,
        start: Sequence[str] = (),
        also: Sequence[Entry] = (),
    ) -> str:
        import questionary  # noqa: PLC0415

        picked = questionary.checkbox(
            one_line(prompt),
            choices=_choices(entries, start),
            instruction=f"({phrases.SPACE}; {phrases.MORE})" if also else f"({phrases.SPACE})",
        )
        return self._answer(picked, also)

    def lines(self, prompt: str, start: str = "") -> str:
        import questionary  # noqa: PLC0415

        del prompt  # questionary has its own way to end, and says it
        return self._answer(questionary.text(phrases.PROMPTS["long"], default=start, multiline=True), ())

    def sure(self, prompt: str) -> bool | None:
        import questionary  # noqa: PLC0415

        return bool(self._asked(questionary.confirm(one_line(prompt), default=False)))

    def _answer(self, question: Question, also: Sequence[Entry]) -> str:
        """What was answered, or the command that was chosen instead. also: what escape offers."""
        if also:
            _bind_more(question)
        found = self._asked(question)
        if found != _MORE:
            return ",".join(found) if isinstance(found, list) else str(found)
        return self.menu(phrases.MORE_PROMPT, [*also, Entry(":again", phrases.STAY)])

    def _asked(self, question: Question) -> Any:
        try:
            return question.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise Left from None


def _choices(entries: Sequence[Entry], chosen: Sequence[str] = ()) -> list[Choice]:
    from questionary import Choice  # noqa: PLC0415

    return [
        Choice(
            one_line(entry.label) or entry.word,
            value=entry.word,
            checked=entry.word in chosen,
            description=one_line(entry.help) or None,
        )
        for entry in entries
    ]


def _bind_more(question: Question) -> None:
    """Escape leaves the prompt for everything else that can be done here."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings  # noqa: PLC0415

    keys = KeyBindings()

    @keys.add("escape", eager=True)
    def more(event: KeyPressEvent) -> None:
        event.app.exit(result=_MORE)

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
