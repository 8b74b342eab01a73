"""The smallest Textual app that shows something."""

from textual.app import App, ComposeResult
from textual.widgets import Static

TEXT = "A bare app is here"


class BareApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(TEXT)


if __name__ == "__main__":
    BareApp().run()
