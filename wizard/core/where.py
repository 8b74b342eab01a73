"""Stop: where a person stands in a flow."""

from __future__ import annotations

import msgspec

from wizard.core.problems import Place


class Stop(msgspec.Struct, frozen=True, omit_defaults=True):
    """One place to stand. place None: the review of the step. step '': the end of the workshop.

    card: the loop card of an `each` step, None elsewhere.
    """

    step: str
    place: Place | None = None
    card: str | None = None


END = Stop("")
