"""In which language a flow asks: a line that tells it, and the choice of another. Reads no flow."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from wizard.core.languages import called
from wizard.core.tongue import t
from wizard.core.words.asking import is_other, named_here
from wizard.frontends.tui.screens.asking import ChoiceScreen
from wizard.ports import LoadedFlow


class LanguageLine(Static):
    """The language of the flow that is shown, where it can be had in others or is another than ours.

    A click asks for one.
    """

    def show(self, loaded: LoadedFlow | None) -> None:
        self.display = is_told(loaded)
        if loaded is not None:
            key = (("l", "bold $primary"), (f" {t('another language')}", "$quiet"))
            name = named_here(loaded.flow.file.language)
            said = t("Asks in"), " ", (name, "bold")
            self.update(
                Content.assemble(*said, "   ", *key) if has_choice(loaded) else Content.assemble(*said)
            )

    async def on_click(self) -> None:
        await self.run_action("screen.language")


def is_told(loaded: LoadedFlow | None) -> bool:
    """Whether a flow can be had in several languages, or isn't in the one that we speak."""
    return loaded is not None and (has_choice(loaded) or is_other(loaded.flow.file.language))


def has_choice(loaded: LoadedFlow | None) -> bool:
    """Whether a flow can be had in more than one language."""
    return loaded is not None and len(loaded.languages) > 1


def language_choice(loaded: LoadedFlow) -> ChoiceScreen:
    """Asks for one of the languages of a flow; answers with its number among them."""
    names = [called(tag) for tag in loaded.languages]
    now = loaded.flow.file.language
    at = loaded.languages.index(now) if now in loaded.languages else 0
    return ChoiceScreen(t("In which language?"), names, at)
