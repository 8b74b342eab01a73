"""What an action did, in the past tense, as it stands behind "Undone: " and in the history.

What people and flows wrote comes in quotation marks: else nobody can tell where it ends.
"""

from __future__ import annotations

from wizard.core.tongue import mark

QUOTED = mark("“{text}”")

A_CARD = mark("a card")
A_QUESTION = mark("a question")
OF_CARD = mark("{what} of {card}")
FOR_CARD = mark("{what} for {card}")
AT_CELL = mark("{what} at {cell}")

BEGAN = mark("began {name}")
UPGRADED = mark("moved to version {version} of the flow")
RENAMED_WORKSHOP = mark("renamed the workshop to {name}")
FINISHED = mark("finished")
REOPENED = mark("opened it again")
VERSION = mark("named the version {name}")
VERSION_GONE = mark("took the name {name} away from a version")

ANSWERED = mark("answered {what}: {value}")
CHANGED = mark("changed {what} from {was} to {value}")
CLEARED = mark("took the answer to {what} away: {value}")
SKIPPED = mark("skipped {what}")
UNKNOWN = mark("said “I don't know” to {what}")
UNSKIPPED = mark("opened {what} again")
ANSWERS = mark("answered {count} things about {what}")

ADDED = mark("added {card} to {list}")
ADDED_SEVERAL = mark("added {count} cards to {list}")
LINKED = mark("{said}, and linked it to {what}")
REMOVED = mark("removed {card} from {list}")
REMOVED_SEVERAL = mark("removed {count} cards from {list}")
MOVED_UP = mark("moved {card} up in {list}")
MOVED_DOWN = mark("moved {card} down in {list}")
RENAMED = mark("renamed {was} to {value}")

NOTED = mark("noted at {what}: {text}")
NOTE_GONE = mark("took the note at {what} away")

DISMISSED = mark("dismissed {finding}, because: {reason}")
DISMISSAL_GONE = mark("let the coach speak again about {finding}")
A_FINDING = mark("something the coach said")

AND_MORE = mark("{said}, and {count} more")
SOMETHING = mark("changed something")

TOOK_BACK = mark("took back: {said}")
DID_AGAIN = mark("did again: {said}")
