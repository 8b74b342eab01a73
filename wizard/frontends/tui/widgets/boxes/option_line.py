"""An option on its line, with the letters that found it, and the line that makes what is missing."""

from __future__ import annotations

from textual.content import Content

from wizard.core.screen import CreateView, Input, OptionView
from wizard.frontends.tui.finding import fit
from wizard.frontends.tui.widgets.drawing import cut

_LONGEST = 200  # characters of a label: more would push the other options out of view
_CELLS = 40  # of what is typed, where it is said again


def option_line(option: OptionView, asked: Input, letters: str, *, marked: bool) -> Content:
    """An option, with a sign that says whether it is chosen. letters: those that are typed."""
    signs = ("■", "□") if asked.pick is not None else ("●", "○")
    short = option.label if len(option.label) <= _LONGEST else option.label[: _LONGEST - 1] + "…"
    label = Content.styled(short, "bold" if marked else "")
    fitted = fit(letters, option.label) if letters else None
    for at in fitted.at if fitted is not None else ():
        if at < _LONGEST - 1:
            label = label.stylize("bold underline $accent", at, at + 1)
    parts: list[Content | tuple[str, str]] = [
        (f"{signs[0] if marked else signs[1]} ", "$accent" if marked else "$quiet"),
        label,
    ]
    if asked.suggestion_raw and option.id in asked.suggestion_raw.split(","):
        parts.append(("  suggested", "$accent italic"))
    if option.help:
        parts.append((f"  {option.help}", "$quiet"))
    return Content.assemble(*parts)


def create_line(line: CreateView, letters: str) -> Content:
    """What can be made of the letters."""
    name = cut(letters, _CELLS)
    return Content.assemble(("+ ", "$accent"), "Add ", (f"“{name}”", "bold"), f" to {line.called}")


def letters_line(letters: str) -> Content:
    """The letters themselves, with where the next one goes."""
    return Content.assemble(("find: ", "$quiet"), (cut(letters, _CELLS), "bold $accent"), "▏")
