"""What has changed between two versions, in a few words behind the question that it is about."""

from __future__ import annotations

FINISHED = "Finished"
"""What the point is called at which a workshop was finished."""

ADDED = "added {card}"
REMOVED = "removed {card}"
PARKED = "kept aside: {card}, not asked at the moment"
RENAMED = "{was} is now called {now}"

ANSWERED = "{now}"
CHANGED = "{now}, before: {was}"
TAKEN_BACK = "no answer any more, before: {was}"
UNASKED = "kept aside, not asked at the moment: {was}"
OF_CARD = "{card}: {said}"
OF_FIELD = "{card}, {field} {said}"

MOVED = "moved from {was} to {now}"
LINKED = "now with {now}"
UNLINKED = "no longer with {was}"
BOTH = "{linked}, {unlinked}"
