"""What is said of words that couldn't be saved, before the end and after it. Knows no store and no screen."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.controls import visible
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut

_MOST, _CELLS = 3, 200


def doubt_told(texts: Sequence[str]) -> str:
    """What a person should know before they quit: these texts would be lost."""
    named = [t("“{text}”", text=cut(" ".join(text.split()), _CELLS)) for text in texts[:_MOST]]
    if (more := len(texts) - _MOST) > 0:
        named.append(t("and {count} more", count=more))
    return "\n".join((t("This isn't saved yet:"), *named))


def loss_told(texts: Sequence[str]) -> list[str]:
    """The lines that give a person the texts back after the end."""
    lead = t("This couldn't be saved. Copy it from here:")
    return [lead, *(visible(text) for text in texts)] if texts else []
