"""Choosing the language that the program speaks from its next start on. Knows no workshop, no catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.core.tongue import LANGUAGES, t
from wizard.frontends.tui.screens.asking import ChoiceScreen

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp


async def language_chosen(app: WizardApp) -> str | None:
    """The code of a language, '' for that of the system; None where the person leaves it as it is."""
    codes = ("", *LANGUAGES)
    liked = app.preferences.language
    names = [t("The one of this computer"), *LANGUAGES.values()]
    asking = ChoiceScreen(t("Which language?"), names, codes.index(liked) if liked in codes else 0)
    at = await app.push_screen_wait(asking)
    return None if at is None else codes[at]
