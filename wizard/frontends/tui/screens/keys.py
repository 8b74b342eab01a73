"""KeysScreen: what can be done on the screen below, by which key. Made from what is bound there alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from wizard.core.tongue import mark, t
from wizard.frontends.tui.keys import GROUPS, PROGRAM, Act, bindings, listed
from wizard.frontends.tui.screens.asking import keys_told
from wizard.frontends.tui.widgets.drawing import cut, filled, wrapped

HERE, THERE = mark("Where the cursor is"), mark("On this screen")

Line = tuple[str, str, str]  # the key, the title, more about it


class KeysScreen(ModalScreen[None]):
    """The keys in groups: those of the widget with the focus, of its screen, of the program."""

    CSS_PATH = "keys.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        [Act("close", "escape,q,f10,question_mark", "esc", "close", "Close", "", "")]
    )

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._groups = key_groups(below)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(t("Keys"), "bold"), markup=False)
            with VerticalScroll(id="all-keys"):
                yield KeyTable(self._groups)
            yield Static(keys_told(("↑↓ pgup pgdn", mark("scroll")), ("esc", mark("close"))), markup=False)

    def on_mount(self) -> None:
        self.query_one("#all-keys").focus()

    def action_close(self) -> None:
        self.dismiss(None)


class KeyTable(Widget):
    """The groups, one below the other, each with its keys in columns."""

    def __init__(self, groups: dict[str, list[Line]]) -> None:
        super().__init__(id="key-table")
        self._groups = groups

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        return keys_drawn(self._groups, width).plain.count("\n") + 1

    def render(self) -> Content:
        return keys_drawn(self._groups, self.size.width)


def key_groups(screen: Screen[Any]) -> dict[str, list[Line]]:
    """Every key that means something there now, by group, in the order in which they are bound."""
    groups: dict[str, list[Line]] = {group: [] for group in (HERE, THERE, *GROUPS)}
    bound = list(_bound(screen))
    here = {key for group, (key, _, _) in bound if group == HERE}
    for key, word in getattr(screen.focused, "KEYS", ()):
        if key not in here:  # else it is told with more words
            does = t(word)
            groups[HERE].append((t(key), f"{does[:1].upper()}{does[1:]}", ""))
    for group, line in bound:
        lines = groups.setdefault(group, [])
        if line not in lines:
            lines.append(line)
    return {group: lines for group, lines in groups.items() if lines}


def _bound(screen: Screen[Any]) -> Iterator[tuple[str, Line]]:
    """What is bound with words of ours: by the widget with the focus, by its screen, by the program."""
    for active in screen.active_bindings.values():
        binding = active.binding
        below = not isinstance(active.node, Screen | App)
        if below and binding.description and active.enabled and _is_ours(active.node, binding.action):
            yield HERE, (binding.key_display or binding.key, t(binding.description), t(binding.tooltip))
    for act in (*listed(screen), *PROGRAM):
        if act.keys:
            yield act.group or THERE, (act.shown, t(act.title), t(act.help))


def _is_ours(node: DOMNode, action: str) -> bool:
    """Whether a class of ours binds the action: what Textual binds by itself has words of its own."""
    ours = (kind for kind in type(node).__mro__ if kind.__module__.startswith("wizard."))
    bound = (binding for kind in ours for binding in vars(kind).get("BINDINGS", ()))
    return any(isinstance(binding, Binding) and binding.action == action for binding in bound)


def keys_drawn(groups: dict[str, list[Line]], width: int) -> Content:
    """The groups, one below the other. width: in cells; more about a key goes on below its beginning."""
    lines = [line for group in groups.values() for line in group]
    keys = min(max((cell_len(key) for key, _, _ in lines), default=0), width // 3)
    titles = min(max((cell_len(title) for _, title, help in lines if help), default=0), width // 3)
    left = keys + titles + 6
    parts: list[Content] = []
    for group, of_group in groups.items():
        parts.append(Content.styled(f"\n{t(group)}" if parts else t(group), "bold $accent"))
        for key, title, help in of_group:
            more = wrapped(help, max(width - left, 12), 4) or [""]
            named = filled(title, titles) if help else cut(title, width - keys - 4)
            parts.append(
                Content.assemble(
                    "  ",
                    (filled(key, keys), "bold $primary"),
                    f"  {named}  ",
                    (f"\n{' ' * left}".join(more), "$quiet"),
                )
            )
    return Content("\n").join(parts)
