"""The full-screen front end: what starts it, and what is said after it. Imports Textual only to run."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # home needs no engine
    from wizard.home import Home
    from wizard.ports import PreferencesFile
    from wizard.workshop import Workshop


def run(
    home: Home,
    *,
    workshop: Workshop | None = None,
    out: str | None = None,
    kept: PreferencesFile | None = None,
) -> int:
    """Show the full screen until the person leaves; the exit code.

    workshop: where to begin, None for home. out: the folder that is offered for documents. kept: where the
    person's preferences are.
    Writes nothing to stdout; what was saved and written is said on stderr afterwards.
    """
    from wizard.frontends.tui.app import WizardApp  # noqa: PLC0415 - Textual is heavy, and not everybody needs it

    app = WizardApp(home, workshop=workshop, out=out, kept=kept)
    app.owns_terminal = True
    app.run()
    with suppress(OSError):  # there may be no terminal left to say it to
        for line in app.last_words():
            print(line, file=sys.stderr, flush=True)
    return app.return_code or 0
