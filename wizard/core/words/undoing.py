"""What can be undone, in a few words, where neither a question nor a card says it: "Undone: the name"."""

from __future__ import annotations

NAME = "the name"
DISMISSAL = "a dismissal"
FINISH = "that it is finished"
ANSWER = "an answer"
CHANGE = "the last change"
