"""What the line-by-line front ends say themselves, in one place, so that it can be translated."""

from __future__ import annotations

HOME = "Canvas Wizard"
HOME_PROMPT = "What would you like to do?"
HOME_CONTINUE = "Continue {name}"
HOME_WHERE = "{step}, {percent}% done."
HOME_END = "At the end"
HOME_FINISHED = "Finished."
HOME_NEW = "New workshop"
HOME_EXAMPLE = "Finished example"
HOME_QUIT = "Quit"
WHICH_FLOW = "Which flow?"
WHICH_EXAMPLE = "The example of which flow?"
NAME_PROMPT = "What is the workshop called?"
NO_EXAMPLE = "There is no finished example here."

HINT_COLON = "Type :help any time."
HINT_ESCAPE = "Press escape for everything else."
BACK_AGAIN = "Welcome back to {name}."
STEP = "Step {number} of {total}: {title}."
STEP_FOR = "For {card}."
MINUTES = "About {minutes} minutes."
QUESTION = "Question {number} of {total}. {ask}"
REQUIRED = "This one is needed."
GOOD = "A good example: {text}"
WEAK = "A weak example: {text}"
SO_FAR = "So far: {text}"
UNKNOWN = "So far you don't know."
NOTE = "Note: {text}"
SUGGESTED = "Suggested: {text}. Enter takes it."
DRAFT = "Your unfinished text is back."
TAKEN = "Taken as {text}."
LEFT_AS_IT_IS = "Left as it is."
TAKEN_AWAY = "Your answer was taken away. :undo brings it back."
MAKE = "“{name}” isn't there yet. Add it to {list}?"
NO_OPTIONS = "There is nothing to choose from yet. Enter goes on."
EMPTY = "Leave it empty"
NOT_OFFERED = "{label} (not on offer any more)"
CHOSEN = "{label} (chosen)"

PROMPTS = {
    "text": "Answer",
    "long": "Answer",
    "yesno": "Yes or no",
    "choice": "Choose one",
    "several": "Choose some",
    "scale": "{low} to {high}",
    "number": "Number",
    "money": "Amount in {currency}",
    "percent": "Percent",
    "date": "Day",
}

WITH_COMMAS = "{prompt}, with commas between them"

CARDS_PROMPT = "Your choice"
CARDS_COUNT = "Wanted: {low} to {high}."
CARDS_AT_LEAST = "Wanted: at least {low}."
CARDS_UP_TO = "Wanted: at most {high}."
CARD = "{face}"
CARD_MORE = "{face} (unfinished)"
CARD_LINKS = "Linked to {links}."
CARD_ADD = "Add one"
CARD_MOVE = "Move one"
CARD_REMOVE = "Remove one"
CARD_MOVE_WHICH = "Which one shall move?"
CARD_MOVE_WHERE = "To which place?"
CARD_REMOVE_WHICH = "Which one shall go?"
CARD_NEW = "A new one. Enter skips what you don't know yet, :done ends it."
CARD_ADDED = "Added: {face}."
CARD_KEPT = "Kept: {face}."
CARD_NOTHING = "Nothing was added."
CARD_REMOVED = "Removed: {face}. :undo brings it back."
CARD_MOVED = "Moved."
CARD_FIELDS = "What shall change?"
CARD_EMPTY = "empty"
CARD_ALL = "All, one after the other"
CARD_DONE = "Done with this one"
CARD_OR_COMMAND = "Commands begin with a colon: {command} is one. Add a card “{name}”?"
NO_SUCH_CARD = "There is no number {text} in this list."

MATRIX_ROWS = "Choose a row to fill, or all of them."
MATRIX_FILL = "Fill all, row by row"
MATRIX_CELL = "{row}, {column}"
MATRIX_EMPTY = "empty"

GO_ON = "Go on"
STAY = "Stay here"
REVIEW = "Check your answers: {title}."
REVIEW_ALL = "That was the last step. Check your answers."
REVIEW_PROMPT = "A number to change an answer, enter to go on"
REVIEW_END = "A number to change an answer, or finish"
STATUSES = {
    "open": "not answered yet",
    "answered": "",
    "passed": "skipped",
    "unknown": "you don't know yet",
    "unfinished": "unfinished",
}
NOT_UNDERSTOOD = "“{text}” isn't one of the choices here."
LEFT_TO_DO = "{counts}."
PARKED = "Put aside: {ask} {value}"
CHANGED_SINCE = "Changed since “{version}”:"
UNCHANGED_SINCE = "Nothing has changed since “{version}”."
SIGNS = {"+": "New", "−": "Gone", "~": "Different"}
CHANGE = "- {sign}. {ask} {said}"
COACH = "The coach says:"
COACH_QUIET = "The coach has nothing to say."
COACH_BLOCK = "Before you finish: {text}"
COACH_PROMPT = "Choose one to go there or to answer it"
COACH_GO = "Go there"
COACH_FINE = "It is fine as it is"
COACH_REASON = "Why is it fine?"
COACH_DISMISSED = "Noted. The coach is silent about it until that changes."
COACH_SILENCED = "{text} Dismissed: {reason}"
COACH_AGAIN = "Let the coach say it again"
COACH_SPEAKS = "The coach says it again."
FINISH = "Finish, and write the documents"
FINISHED = "Finished."
FOLDER = "Folder for the documents"
YES_OR_NO = "Answer yes or no."
OVERWRITE = "Write over it?"
KEPT_BACK = "Nothing was written."
WRITTEN = "Written: {path}"

STEPS_PROMPT = "Which step?"
STEP_LINE = "{title}: {done} of {total} answered."
CANVAS_EMPTY = "empty"
NO_CANVAS = "This flow has no canvas."
NO_TEACHING = "There is nothing to read for this step."
GALLERY_PROMPT = "A number or a name to read about it"
GALLERY_GROUP = "{title}: from {first} to {last}."
GALLERY_ALONE = "{title}: {first}."
GALLERY_FOR = "For:"
GALLERY_AGAINST = "Against:"
GALLERY_TRY = "Try it: {text}"
NOT_IN_GALLERY = "There is no “{text}” to read about. :learn tells what there is."
NO_FACILITATOR = "There are no notes for the facilitator here."
HISTORY = "What was done last, the newest first:"
NO_HISTORY = "Nothing has been done yet."
PAST_LINE = "- {said}"
PAST_WHEN = "- {said} ({when})"
TAKEN_BACK = "{said}, taken back since"
VERSION_PROMPT = "What is this version called?"
VERSION_NAMED = "From here on, reviews say what has changed since “{name}”."
UNDONE = "Undone: {what}"
REDONE = "Done again: {what}"
NOTE_PROMPT = "Note: why, or where it comes from"
NOTED = "Noted."
NO_NOTE_HERE = "A note belongs to a question, or to a card that is there. Go to one first."
LINES_PROMPT = "Write as many lines as you like. A line with only a dot ends it."
EDITOR_FAILED = "The editor didn't start. Set EDITOR to the one you like, or use :lines."
NO_TERMINAL = "There is no terminal for an editor here. Use :lines."
ONLY_TEXT = "Only a text can be written that way."
NOT_HERE = "That doesn't work here."
NO_COMMAND = "There is no command “{text}”. Type :help for all of them."
CHANGED = "Somebody else has changed this workshop meanwhile."
HELP = "Type your answer and press enter. Enter alone takes what stands in brackets, or goes on."
HELP_COLON = "An answer that begins with a colon is written with two: ::"
MORE = "esc: more"
MORE_PROMPT = "What else?"
STAYS = "esc: back to the question"
SPACE = "space: choose, enter: go on"

COMMANDS = {
    "back": "go back to the question before",
    "skip": "go on; an answer that is there stays",
    "clear": "take the answer away, and go on",
    "unknown": "say that you don't know, and go on",
    "done": "end this card",
    "undo": "take back what you did last",
    "redo": "do again what you took back",
    "note": "write a note here, such as :note counted in May",
    "history": "hear what was done last",
    "version": "give all of this a name, to compare with later, such as :version before the pilot",
    "edit": "write a long answer in your editor",
    "lines": "write a long answer here, in many lines",
    "again": "say the question again",
    "teach": "read about this step",
    "learn": "read about this step and what goes with it; :learn 3 reads the third at once",
    "facilitator": "read the notes for whoever leads the workshop",
    "canvas": "read the canvas",
    "coach": "hear the coach, and answer it",
    "doc": "read the documents as they are now",
    "review": "check the answers of this step",
    "steps": "see all steps, and go to one",
    "help": "read this",
    "quit": "save and quit",
}
LABELS = {
    "back": "Back",
    "skip": "Skip",
    "clear": "Clear the answer",
    "unknown": "I don't know",
    "done": "Done with this card",
    "undo": "Undo: {what}",
    "redo": "Do again: {what}",
    "note": "Write a note",
    "history": "History",
    "version": "Name a version",
    "edit": "Write in the editor",
    "lines": "Write several lines",
    "teach": "Read about this step",
    "learn": "Learn",
    "facilitator": "Notes for whoever leads",
    "canvas": "Canvas",
    "coach": "Coach",
    "doc": "Documents",
    "review": "Review",
    "steps": "Go to a step",
    "help": "Help",
    "quit": "Save and quit",
}

STOPPED = "Stopped at line {line} of the input: {where}"
SAVED = "“{name}” is saved. Continue with: canvas-wizard open {reference}"
UNSAVED = (
    "The last thing that you typed isn't saved. Everything before it is.\n"
    "Continue with: canvas-wizard open {reference}"
)
SAVED_WHERE = "canvas-wizard where tells you in which file."
