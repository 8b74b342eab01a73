"""Asking one thing: a question, a field of a card, a cell. Must not know what follows from the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, assert_never

from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.tongue import t
from wizard.frontends.dialogue import commands, phrases, telling
from wizard.frontends.dialogue.advising import advises, why_lines
from wizard.frontends.dialogue.asker import Entry, Given, Nothing, Typing
from wizard.frontends.dialogue.commands import AGAIN, Command, Strange
from wizard.frontends.dialogue.editor import edited
from wizard.frontends.dialogue.everywhere import carry_out
from wizard.frontends.dialogue.talk import Talk

TEXTS = frozenset(("text", "long"))
AT_QUESTION = frozenset(("back", "skip", "unknown"))
AT_FIELD = frozenset(("back", "skip", "done"))
ANSWERED = frozenset(("clear",))
"""What can be done besides where there is an answer."""
OPTIONAL = frozenset(("unknown",))
"""What can be done besides at a field that isn't required."""
WRITING = frozenset(("edit", "lines"))
ADVISED = frozenset(("why",))
"""What can be done besides where there is something to say of the options."""


Heard = Given | Nothing | Command
H = TypeVar("H")


def heard(talk: Talk, text: str, note_at: Place | None = None) -> Command | str:
    """What a line means: text, a command for the place at hand, or AGAIN once a general one is done.

    note_at: where `:note` writes.
    """
    found = commands.read(text)
    match found:
        case str():
            return found
        case Strange(word, near):
            hint = t("Did you mean {name}?", name=near) if near else ""
            talk.refuse(f"{t(phrases.NO_COMMAND, text=word)} {hint}".rstrip())
        case Command(name) if name in commands.LOCAL:
            return found
        case Command():
            carry_out(talk, found, note_at)
        case _:
            assert_never(found)
    return Command(AGAIN)


def choose(
    talk: Talk,
    prompt: str,
    entries: Sequence[Entry],
    *,
    start: str = "",
    local: frozenset[str] = frozenset(("back",)),
    note_at: Place | None = None,
) -> Command | str:
    """One entry of a menu: its word, perhaps with something typed behind it; or a command of `local`."""
    also = tuple(commands.on_offer(talk.workshop.screen(), local))
    found = heard(talk, talk.asker.menu(prompt, entries, start=start, also=also).strip(), note_at)
    return _here(talk, found, local)


def _here(talk: Talk, found: H, local: frozenset[str]) -> H | Command:
    """The same, unless it is a command that the place can't do: that is said."""
    if not isinstance(found, Command) or found.name in local or found.name == AGAIN:
        return found
    talk.refuse(t(phrases.ONLY_TEXT) if found.name in WRITING else t(phrases.NOT_HERE))
    return Command(AGAIN)


def ask(talk: Talk, view: Input, local: frozenset[str], prompt: str = "") -> Heard:
    """Ask for one answer. local: the commands that the place can do. prompt: in place of the usual one.

    Enter alone gives what is there, the draft, or the suggestion.
    """
    prompt = prompt or telling.prompt_for(view, talk.workshop.screen().currency)
    local |= ANSWERED if view.value else frozenset()
    local |= ADVISED if advises(view) else frozenset()
    found: Heard
    if view.options or view.kind == "choice":
        found = _choice(talk, view, local, prompt)
    elif view.kind in TEXTS:
        found = _text(talk, view, local | WRITING, prompt)
    else:
        found = _text(talk, view, local, prompt)
    return _here(talk, found, local)


def note_place(view: Input) -> Place | None:
    """Where a note about this goes; None for a card that doesn't exist yet and for cells, which have none."""
    place = view.place
    if place.column is not None or (place.field is not None and place.card is None):
        return None
    return place


# Text


def _text(talk: Talk, view: Input, local: frozenset[str], prompt: str) -> Heard:
    draft = talk.take_draft(view.place)
    start = draft or view.raw
    also = tuple(commands.on_offer(talk.workshop.screen(), local))
    line = talk.asker.line(
        prompt,
        start=start,
        ghost=view.suggestion if not start else "",
        also=also,
        typing=_typing(talk, view) if view.kind in TEXTS else None,
    )
    if line == start and start:
        return Given(line) if draft else Nothing()
    found = heard(talk, line, note_place(view))
    match found:
        case Command("edit" | "lines", rest):
            return _written(talk, view, found.name, rest or start) if view.kind in TEXTS else found
        case Command():
            return found
        case _ if found.strip():
            return Given(found)
        case _ if start:
            return Given("")
        case _ if view.suggestion_raw:
            return Given(view.suggestion_raw)
        case _:
            return Nothing()


def _typing(talk: Talk, view: Input) -> Typing:
    """Keeps what is being typed, unless it is going to be a command."""
    keep = talk.keep_draft(view.place)

    def typed(text: str) -> None:
        if isinstance(commands.read(text), str):
            keep(text)

    return typed


def _written(talk: Talk, view: Input, way: str, start: str) -> Heard:
    """A long answer from the editor, or in many lines."""
    if way == "lines":
        return _some(talk.asker.lines(t(phrases.LINES_PROMPT), start))
    if talk.asker.heard is not None:
        talk.refuse(t(phrases.NO_TERMINAL))
        return Command(AGAIN)
    text = edited(start)
    if text is None:
        talk.say(t(phrases.EDITOR_FAILED))
        return Command(AGAIN)
    talk.keep_draft(view.place)(text)
    return _some(text)


def _some(text: str) -> Heard:
    return Given(text) if text.strip() else Command(AGAIN)


# Choices


def _choice(talk: Talk, view: Input, local: frozenset[str], prompt: str) -> Heard:
    entries = telling.option_entries(view)
    ids = {entry.word: option.id for entry, option in zip(entries, view.options, strict=True)}
    words = {id: word for word, id in ids.items()}
    had = [words[option.id] for option in view.options if option.chosen]
    suggested = view.suggestion_raw.split(",") if view.suggestion_raw else []
    start = had or [words[id] for id in suggested if id in words]
    also = tuple(commands.on_offer(talk.workshop.screen(), local))
    if not entries:
        talk.say(t(phrases.NO_OPTIONS))
        line = talk.asker.line(prompt, also=also)
    elif view.pick is None:
        none = () if view.required else (Entry("", t(phrases.EMPTY)),)
        passed = view.status in ("passed", "unknown")
        offered = (*none, *entries) if passed else (*entries, *none)
        line = talk.asker.menu(prompt, offered, start=start[0] if start else "", also=also)
    else:
        line = talk.asker.several(prompt, entries, start=start, also=also)
    if had and line == ",".join(had):
        return Nothing()
    found = heard(talk, line, note_place(view))
    if isinstance(found, Command) and found.name == "why" and advises(view):
        talk.say(*why_lines(view))
        return Command(AGAIN)
    if isinstance(found, Command):
        return found
    if not found.strip():
        return Given(()) if had else Nothing()
    if view.pick is None:
        return Given(ids.get(found.strip(), found), written=False)
    return Given(_picks(found, ids, {option.label for option in view.options}), written=False)


def _picks(text: str, ids: dict[str, str], labels: set[str]) -> Raw:
    """Numbers and names with commas between them; a name with a comma in it, alone, is one name."""
    if text.strip() in labels:
        return (text.strip(),)
    return tuple(ids.get(part.strip(), part.strip()) for part in text.split(",") if part.strip())
