"""A page for each option of what is asked: what it is, how well it fits, for and against. Holds no rule."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.markdown import escaped
from wizard.core.screen import Input, OptionView
from wizard.core.tongue import t
from wizard.core.words.recommending import BEST
from wizard.frontends.tui.widgets.leaf import Leaf


def option_leaves(asked: Input | None) -> Iterator[Leaf]:
    """The pages, in the order of the options; none where there is nothing to say of any of them."""
    options = asked.options if asked is not None else ()
    if any(option.advises for option in options):
        yield from (_leaf(option) for option in options)


def _leaf(option: OptionView) -> Leaf:
    tags = tuple(tag for tag in (option.score, t(BEST) if option.best else "") if tag)
    return Leaf(
        t("What to choose"), option.label, option.help, tags, _text(option), option.for_, option.against
    )


def _text(option: OptionView) -> str:
    """The reasons and the example, in Markdown."""
    reasons = "\n".join(f"- **{reason.weight}** {escaped(reason.text)}" for reason in option.reasons)
    parts = [f"{t('What your answers say')}\n\n{reasons}" if reasons else ""]
    parts += [f"*{t('For example')}:* {escaped(option.example)}" if option.example else ""]
    return "\n\n".join(part for part in parts if part)
