"""The smallest Textual app that takes text."""

from textual.app import App, ComposeResult
from textual.widgets import Input

TEXT = "Type here"


class BareInput(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder=TEXT)


if __name__ == "__main__":
    BareInput().run()
