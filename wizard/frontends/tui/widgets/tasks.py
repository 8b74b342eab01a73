"""The lines of a review, as they are drawn: tasks with their status, what is kept aside, what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from textual.content import Content

from wizard.core.screen import ChangeView, ParkedLine, ReviewLine, Screen
from wizard.core.tongue import t, tn
from wizard.core.where import END, Stop
from wizard.core.words.reviews import counted
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.hanging import Hanging
from wizard.frontends.tui.widgets.signs import said, status_sign, step_sign

Way = Literal["on", "finish", "write", "home"]
_LINES_SHOWN = 4
_MOST_CELLS = 600  # of one line: the next answers are to be seen too
_CHANGE_STYLES = {"+": "$success", "−": "$error", "~": "$warning"}


class Row(NamedTuple):
    """One row of the list. key: what it stands for, the same after every change; None for a heading.

    way, stop: where it leads, both None where it leads nowhere.
    """

    key: tuple[str, object] | None
    text: Content | Hanging
    way: Way | None = None
    stop: Stop | None = None


def rows(view: Screen, *, only_open: bool) -> Iterator[Row]:
    """Everything that a review shows, top down. only_open: of the answers only those with something to do."""
    for way, text in ways(view):
        yield Row(("way", way), Content.assemble(("→ ", "$success"), (text, "bold")), way)
    lines = [line for line in view.review if not (only_open and line.settled)]
    yield from _tasks(lines, several=len({_group(line) for line in view.review}) > 1)
    if view.parked:
        yield heading(t("Kept aside"))
        for n, parked in enumerate(view.parked):
            yield Row(("parked", n), parked_line(parked))
    if view.version:
        yield heading(t("Changed since “{version}”", version=view.version))
        if not view.changes:
            yield Row(("unchanged", 0), Content.styled(f"  {t('Nothing so far.')}", "$quiet italic"))
        asks = ["", *(change.ask for change in view.changes)]
        for n, change in enumerate(view.changes):
            yield Row(("change", n), change_line(change, asks[n] != change.ask), stop=change.stop)


def _tasks(lines: list[ReviewLine], *, several: bool) -> Iterator[Row]:
    """The answers; where there are several steps, or several cards of one, each below its title."""
    group = None
    for line in lines:
        if several and _group(line) != group:
            group = _group(line)
            yield heading(line.title)
        yield Row(("line", line.stop), review_line(line), stop=line.stop)


def _group(line: ReviewLine) -> tuple[str, str | None]:
    return line.stop.step, line.stop.card


def heading(title: str) -> Row:
    return Row(None, Content.styled(cut(title, _MOST_CELLS), "bold $primary"))


def ways(view: Screen) -> tuple[tuple[Way, str], ...]:
    """Where one can go from here."""
    if view.stop != END:
        return (("on", t("Go on")),)
    if view.finished:
        return (("write", t("Write the documents")), ("home", t("Leave, and see all workshops")))
    return (("finish", t("Finish, and write the documents")), ("home", t("Leave it for now")))


def head(view: Screen, *, only_open: bool) -> Content:
    """What the list is about, and how much is left to do."""
    title = view.step.title if view.step is not None else t("Everything")
    counts = list(view.counts)
    if view.changes:
        changed = tn("{count} change", "{count} changes", len(view.changes))
        counts.append(t("{changes} since “{version}”", changes=changed, version=view.version))
    style = "$success" if view.summary and not view.counts else "$warning"
    shown = t("Only what is open: o shows all." if only_open else "Enter on an answer changes it.")
    return Content.assemble(
        (t("Check your answers: {title}", title=title), "bold"),
        (f"\n{' '.join(part for part in (view.summary, ' · '.join(counts)) if part)}", style),
        (f"\n{shown}", "$quiet"),
    )


def review_line(line: ReviewLine) -> Hanging:
    """A question with its answer, its note, and what stands against it."""
    parts: list[str | Content | tuple[str, str]] = [(line.ask, "$quiet")]
    shown = line.lines[:_LINES_SHOWN]
    parts += [f"\n{cut(text, _MOST_CELLS)}" for text in shown]
    if len(line.lines) > len(shown):
        more = t("+ {count} more", count=len(line.lines) - len(shown))
        parts.append((f"\n{more}", "$quiet"))
    if not line.lines:
        parts.append((f"\n{_blank(line)}", "$quiet italic"))
    if line.note:
        parts.append((f"\n{t('note: {text}', text=cut(line.note, _MOST_CELLS))}", "$secondary"))
    if line.messages:
        parts += ["\n", said(line.messages)]
    if line.blanks:
        parts.append((f"\n{counted('blanks', line.blanks)}", "$quiet italic"))
    # The tick says that nothing is left to do.
    sign = step_sign("started") if line.blanks and line.status == "answered" else status_sign(line.status)
    return _signed(*sign, *parts)


def _signed(sign: str, style: str, *parts: str | Content | tuple[str, str]) -> Hanging:
    return Hanging(Content.styled(f"{sign} ", style), Content.assemble(*parts))


def _blank(line: ReviewLine) -> str:
    match line.status:
        case "unknown":
            return t("You don't know yet.")
        case "passed":
            return t("Skipped.")
        case _:
            return t("Not answered yet.")


def parked_line(line: ParkedLine) -> Hanging:
    value = f"\n{cut(line.value, _MOST_CELLS)}\n"
    return _signed("‖", "$secondary", (line.ask, "$quiet"), value, (line.why, "$quiet italic"))


def change_line(change: ChangeView, is_first: bool) -> Hanging:
    """What has changed; below its question, where it is the first one there."""
    style = f"bold {_CHANGE_STYLES[change.sign]}"
    ask = (f"{change.ask}\n" if is_first else "", "$quiet")
    return _signed(change.sign, style, ask, cut(change.said, _MOST_CELLS))
