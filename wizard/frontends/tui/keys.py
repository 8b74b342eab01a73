"""The table of actions: what one can do, by which key, in which words. Knows no widget and no rule.

From it come the bindings of the screens, the palette, the bottom line, the help screen and docs/keys.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from textual.binding import Binding, BindingType
from textual.screen import Screen

from wizard.core.tongue import mark, t
from wizard.frontends.tui.widgets.lines import Key


class Act(NamedTuple):
    """One thing that a person can do.

    action: its name in the screen, or in the program. keys: as Textual calls them, with commas, '' for none.
    shown: the key as people read it. word: what the bottom line says of it. title, help: for palette and help
    screen. listed False: a key that is too small a thing for the palette.
    """

    action: str
    keys: str
    shown: str
    word: str
    title: str
    help: str
    group: str
    listed: bool = True


GROUPS = (
    mark("Beginning"),
    mark("Workshops"),
    mark("Answering"),
    mark("Going about"),
    mark("Looking"),
    mark("Time"),
    mark("Everywhere"),
)
BEGINNING, WORKSHOPS, ANSWERING, GOING, LOOKING, TIME, EVERYWHERE = GROUPS

WORKSHOP: tuple[Act, ...] = (
    Act("on", "", "enter", "next", "Next", "Answer and go on", ANSWERING),
    Act(
        "dont_know",
        "f6",
        "f6",
        "don't know",
        "I don't know",
        "Go on, and keep it on the list of open questions",
        ANSWERING,
    ),
    Act("skip", "f7", "f7", "skip", "Skip", "Go on; an answer that is there stays", ANSWERING),
    Act("clear", "", "", "", "Clear the answer", "Take it away and stay; del where one chooses", ANSWERING),
    Act("note", "f5", "f5", "note", "Note", "Why you say so, and where it comes from", ANSWERING),
    Act("undo", "ctrl+z", "ctrl+z", "undo", "Undo", "Take back the last thing that you did", ANSWERING),
    Act("redo", "ctrl+y", "ctrl+y", "redo", "Redo", "Do again what was taken back", ANSWERING),
    Act("editor", "ctrl+e", "ctrl+e", "editor", "Editor", "Write an answer in your own editor", ANSWERING),
    Act("history", "", "", "", "History", "What was done, and when; take back or go there", ANSWERING),
    Act(
        "version", "", "", "", "Name a version", "To compare with later: reviews say what changed", ANSWERING
    ),
    Act("back", "escape", "esc", "back", "Back", "To the question before; nothing is judged", GOING),
    Act("steps", "f9", "f9", "steps", "Go to a step", "Any step, at any time", GOING),
    Act(
        "review", "f8", "f8", "review", "Review", "Check the answers of this step, then of everything", GOING
    ),
    Act("field(1)", "tab", "tab", "", "Next field", "Or from the cards to the line below", GOING, False),
    Act("field(-1)", "shift+tab", "shift+tab", "", "Field before", "Or back to the cards", GOING, False),
    Act("home", "", "", "", "Home", "All workshops; this one is saved", GOING),
    Act(
        "learn",
        "f1",
        "f1",
        "learn",
        "Learn",
        "The teaching of this step, notes for a facilitator, what others do",
        LOOKING,
    ),
    Act("board", "f2", "f2", "canvas", "Canvas", "The whole canvas", LOOKING),
    Act(
        "documents", "f3", "f3", "document", "Document", "What the documents say so far; write them", LOOKING
    ),
    Act("write", "", "", "", "Write the documents", "Into a folder that you choose", LOOKING),
    Act("coach", "f4", "f4", "coach", "Coach", "What the coach says, and where to solve it", LOOKING),
    Act(
        "numbers",
        "",
        "",
        "numbers",
        "Numbers",
        "What your answers come to, and what moves it; n on the canvas",
        LOOKING,
    ),
    Act("pause", "ctrl+o", "ctrl+o", "pause", "Pause the time", "Or let it go on", TIME),
    Act("time", "", "", "", "Show or hide the time", "The time box of a step; this is remembered", TIME),
)
HOME: tuple[Act, ...] = (
    Act("new", "n", "n", "new", "New workshop", "See what a flow asks, and begin", BEGINNING),
    Act(
        "example", "e", "e", "example", "Finished example", "Look around in one that is filled in", BEGINNING
    ),
    Act(
        "search", "slash", "/", "search", "Search", "Find a workshop by a few letters of its name", WORKSHOPS
    ),
    Act("rename", "r", "r", "rename", "Rename", "Call the workshop at hand something else", WORKSHOPS),
    Act("duplicate", "d", "d", "duplicate", "Duplicate", "A second one, with all that was done", WORKSHOPS),
    Act(
        "continue",
        "c",
        "c",
        "continue",
        "Continue in another flow",
        "A new workshop that begins with the answers of the one at hand",
        WORKSHOPS,
    ),
    Act("delete", "delete,backspace", "del", "delete", "Delete", "Put the workshop at hand away", WORKSHOPS),
    Act("undo", "ctrl+z", "ctrl+z", "undo", "Undo", "Take back what you did here last", WORKSHOPS),
    Act("app.quit", "q", "q", "quit", "Quit", "Everything is saved", WORKSHOPS, False),
)
PROGRAM: tuple[Act, ...] = (
    Act(
        "command_palette",
        "ctrl+p",
        "ctrl+p",
        "all",
        "Everything",
        "Find any action by its name",
        EVERYWHERE,
        False,
    ),
    Act("keys", "f10", "f10", "keys", "Keys", "This help; also ? where you aren't typing", EVERYWHERE),
    Act("theme", "", "", "", "Theme", "Dark, light or high contrast; this is remembered", EVERYWHERE),
    Act("language", "", "", "", "Language", "What Canvas Wizard speaks; this is remembered", EVERYWHERE),
    Act(
        "quit",
        "ctrl+q",
        "ctrl+q",
        "quit",
        "Save and quit",
        "Everything is saved; go on whenever you like",
        EVERYWHERE,
    ),
)
TABLES = {"At home": HOME, "In a workshop": WORKSHOP, "Everywhere": PROGRAM}


def bindings(acts: Iterable[Act], *, priority: bool = False) -> list[BindingType]:
    """What a screen or the program binds: each action that has a key, with its words for the help screen."""
    return [
        Binding(
            act.keys,
            act.action,
            act.title,
            show=False,
            key_display=act.shown,
            priority=priority,
            tooltip=act.help,
            group=Binding.Group(act.group),
        )
        for act in acts
        if act.keys
    ]


def on_the_line(acts: Sequence[Act], action: str, namespace: str = "screen") -> Key:
    """An action as the bottom line shows it: its key, its word, and what a click on it does."""
    act = next(act for act in acts if act.action == action)
    return act.shown, act.word, f"{namespace}.{action}"


def explained(act: Act) -> str:
    """What the palette says below the title of an action."""
    return f"{t(act.help)} ({act.shown})" if act.shown else t(act.help)


def offered(acts: tuple[Act, ...], action: str, *, is_there: bool) -> tuple[Act, ...]:
    """A table without one of its actions where there is nothing for it to show."""
    return acts if is_there else tuple(act for act in acts if act.action != action)


# What Textual binds on every screen, in its own words.
_NOT_OURS = frozenset(("app.focus_next", "app.focus_previous", "screen.copy_text"))


def listed(screen: Screen[Any]) -> Sequence[Act]:
    """What a screen can do: its table, else whatever it binds with words."""
    acts: Sequence[Act] | None = getattr(screen, "ACTS", None)
    if acts is not None:
        return acts
    found: dict[str, Act] = {}
    for _, binding in screen._bindings:
        if binding.description and binding.action not in _NOT_OURS:
            shown = binding.key_display or binding.key
            found.setdefault(
                binding.action,
                Act(binding.action, binding.key, shown, "", binding.description, binding.tooltip, ""),
            )
    return tuple(found.values())
