"""Choosing a theme: the screen wears each one as the person comes to it. Knows no workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from wizard.core.tongue import t
from wizard.frontends.tui.screens.asking import ChoiceScreen
from wizard.frontends.tui.themes import TITLES

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp


class ThemeScreen(ChoiceScreen):
    """The themes, each shown while it is marked; leaving puts the one from before back on."""

    app: WizardApp

    def __init__(self, worn: str) -> None:
        self._names = tuple(TITLES)
        self._worn = worn
        at = self._names.index(worn) if worn in self._names else 0
        super().__init__(t("Which theme?"), [t(title) for title in TITLES.values()], at)

    @on(OptionList.OptionHighlighted)
    def _try_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.app.theme = self._names[event.option_index]

    def action_dismiss_none(self) -> None:
        self.app.theme = self._worn
        super().action_dismiss_none()


async def theme_chosen(app: WizardApp) -> str | None:
    """The name of a theme; None where the person stays with the one they have."""
    if app.no_color:
        why = t("NO_COLOR is set, so there is nothing to choose from. Unset it for colours.")
        app.notify(why, markup=False)
        return None
    at = await app.push_screen_wait(ThemeScreen(app.theme))
    return None if at is None else tuple(TITLES)[at]
