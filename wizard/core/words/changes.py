"""What has changed between two versions, in a few words behind the question that it is about."""

from __future__ import annotations

from wizard.core.tongue import mark

FINISHED = mark("Finished")
"""What the point is called at which a workshop was finished."""

ADDED = mark("added {card}")
REMOVED = mark("removed {card}")
PARKED = mark("kept aside: {card}, not asked at the moment")
RENAMED = mark("{was} is now called {now}")

ANSWERED = "{now}"
CHANGED = mark("{now}, before: {was}")
TAKEN_BACK = mark("no answer any more, before: {was}")
UNASKED = mark("kept aside, not asked at the moment: {was}")
OF_CARD = "{card}: {said}"
OF_FIELD = "{card}, {field} {said}"

MOVED = mark("moved from {was} to {now}")
LINKED = mark("now with {now}")
UNLINKED = mark("no longer with {was}")
BOTH = "{linked}, {unlinked}"
