"""The full-screen front end: what starts it, and what is said after it. Imports Textual only to run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # home needs no engine
    from wizard.home import Home
    from wizard.workshop import Workshop


def run(home: Home, *, workshop: Workshop | None = None, out: str | None = None) -> int:
    """Show the full screen until the person leaves; the exit code.

    workshop: where to begin, None for home. out: the folder that is offered for documents.
    Writes nothing to stdout; what was saved and written is said on stderr afterwards.
    """
    from wizard.frontends.tui.app import WizardApp  # noqa: PLC0415 - Textual is heavy, and not everybody needs it

    app = WizardApp(home, workshop=workshop, out=out)
    app.run()
    for line in app.last_words():
        print(line, file=sys.stderr)
    return app.return_code or 0
