"""What an action did, in the past tense, as it stands behind "Undone: " and in the history.

What people and flows wrote comes in quotation marks: else nobody can tell where it ends.
"""

from __future__ import annotations

QUOTED = "“{text}”"

A_CARD = "a card"
A_QUESTION = "a question"
OF_CARD = "{what} of {card}"
FOR_CARD = "{what} for {card}"
AT_CELL = "{what} at {cell}"

BEGAN = "began {name}"
RENAMED_WORKSHOP = "renamed the workshop to {name}"
FINISHED = "finished"
REOPENED = "opened it again"
VERSION = "named the version {name}"
VERSION_GONE = "took the name {name} away from a version"

ANSWERED = "answered {what}: {value}"
CHANGED = "changed {what} from {was} to {value}"
CLEARED = "took the answer to {what} away: {value}"
SKIPPED = "skipped {what}"
UNKNOWN = "said “I don't know” to {what}"
UNSKIPPED = "opened {what} again"
ANSWERS = "answered {count} things about {what}"

ADDED = "added {card} to {list}"
ADDED_SEVERAL = "added {count} cards to {list}"
LINKED = "{said}, and linked it to {what}"
REMOVED = "removed {card} from {list}"
REMOVED_SEVERAL = "removed {count} cards from {list}"
MOVED_UP = "moved {card} up in {list}"
MOVED_DOWN = "moved {card} down in {list}"
RENAMED = "renamed {was} to {value}"

NOTED = "noted at {what}: {text}"
NOTE_GONE = "took the note at {what} away"

DISMISSED = "dismissed {finding}, because: {reason}"
DISMISSAL_GONE = "let the coach speak again about {finding}"
A_FINDING = "something the coach said"

AND_MORE = "{said}, and {count} more"
SOMETHING = "changed something"

TOOK_BACK = "took back: {said}"
DID_AGAIN = "did again: {said}"
