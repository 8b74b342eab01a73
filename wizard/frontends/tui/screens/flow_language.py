"""In which language a flow asks: a line that tells it, and the choice of another. Reads no flow."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from wizard.core.languages import called
from wizard.core.tongue import t
from wizard.frontends.tui.screens.asking import ChoiceScreen
from wizard.ports import LoadedFlow


class LanguageLine(Static):
    """The language of the flow that is shown, where it can be had in others; a click asks for one."""

    def show(self, loaded: LoadedFlow | None) -> None:
        self.display = has_choice(loaded)
        if loaded is not None:
            key = (("l", "bold $primary"), (f" {t('another language')}", "$quiet"))
            name = called(loaded.flow.file.language)
            self.update(Content.assemble(t("Asks in"), " ", (name, "bold"), "   ", *key))

    async def on_click(self) -> None:
        await self.run_action("screen.language")


def has_choice(loaded: LoadedFlow | None) -> bool:
    """Whether a flow can be had in more than one language."""
    return loaded is not None and len(loaded.languages) > 1


def language_choice(loaded: LoadedFlow) -> ChoiceScreen:
    """Asks for one of the languages of a flow; answers with its number among them."""
    names = [called(tag) for tag in loaded.languages]
    now = loaded.flow.file.language
    at = loaded.languages.index(now) if now in loaded.languages else 0
    return ChoiceScreen(t("In which language?"), names, at)
