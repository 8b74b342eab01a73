"""Why an answer is parked."""

from __future__ import annotations

from wizard.core.tongue import mark

HIDDEN = mark("Not asked at the moment, because of another answer. It comes back with it.")
LINK_GONE = mark("It points at a card that isn't there at the moment.")
ROW_GONE = mark("Its row or column isn't there at the moment.")
