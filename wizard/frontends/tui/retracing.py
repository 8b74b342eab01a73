"""Taking back several things at once: undo, as often as it takes. No widget, no rule of the method."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.screen import Message, PastLine
from wizard.core.tongue import mark, t
from wizard.frontends.tui.walk import Walk

_BEGAN = mark("This is how it began. It can't be taken back.")
_OLDER = mark("This is older than the version of the flow that is asked now. It can't be taken back.")


def undoes_to(walk: Walk, lines: Sequence[PastLine]) -> int:
    """How many undos take back the last of these lines; 0, said, where they can't.

    lines: the history, from the newest on.
    """
    last, viewer = lines[-1], walk.workshop.viewer
    if last.author != viewer:
        walk.notice = Message(t("Somebody else did this: it isn't yours to take back."), "warn")
    elif last.fixed:
        walk.notice = Message(t(_BEGAN if walk.workshop.state.upgraded is None else _OLDER), "warn")
    elif last.taken or last.turn:
        walk.notice = Message(t("There is nothing left of this to take back."), "warn")
    else:
        return sum(line.author == viewer and not line.taken and not line.turn for line in lines)
    return 0


def undo_several(walk: Walk, count: int) -> None:
    """Undo so many times, or until something stands in the way, which is said with how far it went."""
    done = 0
    while done < count and walk.undo():
        done += 1
    if done > 1:
        walk.news(t("Taken back: the last {count} things that you did.", count=done))
