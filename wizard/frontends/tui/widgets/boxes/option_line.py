"""An option on its line, with its score and the letters that found it; the line that makes a missing one."""

from __future__ import annotations

from textual.content import Content

from wizard.core.screen import CreateView, Input, OptionView
from wizard.core.tongue import t
from wizard.core.words.recommending import BEST
from wizard.frontends.tui.finding import fit
from wizard.frontends.tui.widgets.boxes.advice import weight_style
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.hanging import Hanging

_LONGEST = 200  # characters of a label: more would push the other options out of view
_CELLS = 40  # of what is typed, where it is said again


def score_cells(asked: Input) -> int | None:
    """How many cells the scores of options take, 0 where there are none; None where nothing is advised."""
    if not any(option.advises for option in asked.options):
        return None
    return max(len(option.score) for option in asked.options)


def option_line(
    option: OptionView, asked: Input, letters: str, *, marked: bool, cells: int | None = None
) -> Hanging:
    """An option, with a sign that says whether it is chosen. letters: those that are typed.

    A label that is too long for one line goes on below its first word.
    cells: of its score, see `score_cells`; None: its help stands on the line, and isn't told elsewhere.
    """
    signs = ("■", "□") if asked.pick is not None else ("●", "○")
    short = option.label if len(option.label) <= _LONGEST else option.label[: _LONGEST - 1] + "…"
    label = Content.styled(short, "bold" if marked else "")
    fitted = fit(letters, option.label) if letters else None
    for at in fitted.at if fitted is not None else ():
        if at < _LONGEST - 1:
            label = label.stylize("bold underline $accent", at, at + 1)
    lead = Content.styled(f"{signs[0] if marked else signs[1]} ", "$accent" if marked else "$quiet")
    if cells:
        score = Content.styled(f"{option.score:>{cells}} ", f"bold {weight_style(option.score)}")
        lead = Content.assemble(lead, score)
    parts: list[Content | tuple[str, str]] = [label]
    if asked.suggestion_raw and option.id in asked.suggestion_raw.split(","):
        parts.append((f"  {t('suggested')}", "$accent italic"))
    if option.best:
        parts.append((f"  ★ {t(BEST)}", "$success"))
    if cells is None and option.help:
        parts.append((f"  {option.help}", "$quiet"))
    return Hanging(lead, Content.assemble(*parts))


def create_line(line: CreateView, letters: str, *, alone: bool) -> Content:
    """What can be made of the letters. alone: no option fits them, so that enter makes it."""
    name = cut(letters, _CELLS)
    before, behind = t("Add {name} to {list}", name="\0", list=line.called).split("\0", 1)
    weight = "bold " if alone else ""
    told = Content.assemble(
        ("+ ", "bold $accent"), (before, weight), (t("“{text}”", text=name), "bold"), (behind, weight)
    )
    return Content.assemble(told, (f"  {t('enter adds it')}", "bold $warning")) if alone else told


def letters_line(letters: str) -> Content:
    """The letters themselves, with where the next one goes."""
    return Content.assemble((f"{t('find:')} ", "$quiet"), (cut(letters, _CELLS), "bold $accent"), "▏")
