"""Why an answer is parked."""

from __future__ import annotations

HIDDEN = "Not asked at the moment, because of another answer. It comes back with it."
LINK_GONE = "It points at a card that isn't there at the moment."
ROW_GONE = "Its row or column isn't there at the moment."
