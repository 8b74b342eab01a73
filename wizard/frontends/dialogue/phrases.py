"""What the line-by-line front ends say themselves, in one place, so that it can be translated."""

from __future__ import annotations

from wizard.core.tongue import mark

HOME = mark("Canvas Wizard")
HOME_PROMPT = mark("What would you like to do?")
HOME_CONTINUE = mark("Continue {name}")
HOME_WHERE = mark("{step}, {percent}% done.")
HOME_END = mark("At the end")
HOME_FINISHED = mark("Finished.")
HOME_NEW = mark("New workshop")
HOME_FROM = mark("New workshop with the answers of another one")
HOME_EXAMPLE = mark("Finished example")
HOME_QUIT = mark("Quit")
WHICH_FLOW = mark("Which flow?")
WHICH_EXAMPLE = mark("The example of which flow?")
WHICH_SOURCE = mark("The answers of which workshop?")
NEWER_VERSION = mark("Version {version} of this flow is there. Move to it with: {command}")
NAME_PROMPT = mark("What is the workshop called?")
NO_EXAMPLE = mark("There is no finished example here.")

HINT_COLON = mark("Type :help any time.")
HINT_ESCAPE = mark("Press escape for everything else.")
BACK_AGAIN = mark("Welcome back to {name}.")
STEP = mark("Step {number} of {total}: {title}.")
STEP_FOR = mark("For {card}.")
MINUTES = mark("About {minutes} minutes.")
QUESTION = mark("Question {number} of {total}. {ask}")
REQUIRED = mark("This one is needed.")
GOOD = mark("A good example: {text}")
WEAK = mark("A weak example: {text}")
SO_FAR = mark("So far: {text}")
UNKNOWN = mark("So far you don't know.")
NOTE = mark("Note: {text}")
SUGGESTED = mark("Suggested: {text}. Enter takes it.")
DRAFT = mark("Your unfinished text is back.")
TAKEN = mark("Taken as {text}.")
LEFT_AS_IT_IS = mark("Left as it is.")
TAKEN_AWAY = mark("Your answer was taken away. :undo brings it back.")
MAKE = mark("“{name}” isn't there yet. Add it to {list}?")
NO_OPTIONS = mark("There is nothing to choose from yet. Enter goes on.")
EMPTY = mark("Leave it empty")
NOT_OFFERED = mark("{label} (not on offer any more)")
CHOSEN = mark("{label} (chosen)")
SCORED = mark("{label} ({score})")
FIT_LINE = mark("{line}. :why says why.")
FOR_AND_AGAINST = mark(":why says what speaks for and against each.")
WHY_FOR = mark("- For: {points}")
WHY_AGAINST = mark("- Against: {points}")
WHY_EXAMPLE = mark("- For example: {text}")

PROMPTS = {
    "text": mark("Answer"),
    "long": mark("Answer"),
    "yesno": mark("Yes or no"),
    "choice": mark("Choose one"),
    "several": mark("Choose some"),
    "scale": mark("{low} to {high}"),
    "number": mark("Number"),
    "money": mark("Amount in {currency}"),
    "percent": mark("Percent"),
    "date": mark("Day"),
}

WITH_COMMAS = mark("{prompt}, with commas between them")

CARDS_PROMPT = mark("Your choice")
CARDS_COUNT = mark("Wanted: {low} to {high}.")
CARDS_AT_LEAST = mark("Wanted: at least {low}.")
CARDS_UP_TO = mark("Wanted: at most {high}.")
CARD = "{face}"
CARD_MORE = mark("{face} (unfinished)")
CARD_LINKS = mark("Linked to {links}.")
CARD_ADD = mark("Add one")
CARD_MOVE = mark("Move one")
CARD_REMOVE = mark("Remove one")
CARD_MOVE_WHICH = mark("Which one shall move?")
CARD_MOVE_WHERE = mark("To which place?")
CARD_REMOVE_WHICH = mark("Which one shall go?")
CARD_NEW = mark("A new one. Enter skips what you don't know yet, :done ends it.")
CARD_ADDED = mark("Added: {face}.")
CARD_KEPT = mark("Kept: {face}.")
CARD_NOTHING = mark("Nothing was added.")
CARD_REMOVED = mark("Removed: {face}. :undo brings it back.")
CARD_MOVED = mark("Moved.")
CARD_FIELDS = mark("What shall change?")
CARD_EMPTY = mark("empty")
CARD_ALL = mark("All, one after the other")
CARD_DONE = mark("Done with this one")
CARD_OR_COMMAND = mark("Commands begin with a colon: {command} is one. Add a card “{name}”?")
NO_SUCH_CARD = mark("There is no number {text} in this list.")

TABLE_ROW = mark("{row}. {cells}.")
TABLE_CELL = mark("{column}: {cards}")
TABLE_EMPTY = mark("nothing yet")
TABLE_UNPLACED = mark("Not placed yet: {cards}.")
TABLE_PLACE = mark("{row}, {column}")
HOLE_FILL = mark("Fill a hole")
HOLE_FIRST = mark("{place} comes first.")
HOLE_WHICH = mark("Which hole? A number, or its name")
HOLE_FOR = mark("For {place}:")
NO_SUCH_HOLE = mark("There is no hole “{text}”. Type fill to hear them all.")

MATRIX_ROWS = mark("Choose a row to fill, or all of them.")
MATRIX_FILL = mark("Fill all, row by row")
MATRIX_CELL = "{row}, {column}"
MATRIX_EMPTY = mark("empty")

GO_ON = mark("Go on")
STAY = mark("Stay here")
REVIEW = mark("Check your answers: {title}.")
REVIEW_ALL = mark("That was the last step. Check your answers.")
REVIEW_PROMPT = mark("A number to change an answer, enter to go on")
REVIEW_END = mark("A number to change an answer, or finish")
STATUSES = {
    "open": mark("not answered yet"),
    "answered": "",
    "passed": mark("skipped"),
    "unknown": mark("you don't know yet"),
    "unfinished": mark("unfinished"),
}
NOT_UNDERSTOOD = mark("“{text}” isn't one of the choices here.")
LEFT_TO_DO = "{counts}."
PARKED = mark("Put aside: {ask} {value}")
CHANGED_SINCE = mark("Changed since “{version}”:")
UNCHANGED_SINCE = mark("Nothing has changed since “{version}”.")
SIGNS = {"+": mark("New"), "−": mark("Gone"), "~": mark("Different")}
CHANGE = "- {sign}. {ask} {said}"
COACH = mark("The coach says:")
COACH_QUIET = mark("The coach has nothing to say.")
COACH_BLOCK = mark("Before you finish: {text}")
COACH_PROMPT = mark("Choose one to go there or to answer it")
COACH_GO = mark("Go there")
COACH_FINE = mark("It is fine as it is")
COACH_REASON = mark("Why is it fine?")
COACH_DISMISSED = mark("Noted. The coach is silent about it until that changes.")
COACH_SILENCED = mark("{text} Dismissed: {reason}")
COACH_AGAIN = mark("Let the coach say it again")
COACH_SPEAKS = mark("The coach says it again.")
NUMBERS_PROMPT = mark("A number or a name to hear what went into it")
NO_NUMBERS = mark("There is nothing to work out here yet.")
NO_SUCH_NUMBER = mark("Nothing that is worked out is called “{text}”. :numbers tells what there is.")
NUMBER = mark("{name}: {value}.")
NO_NUMBER = mark("{name}: none yet, {why}.")
NUMBER_OF_CARD = mark("{card}, {title}")
NUMBER_HOW = mark("How: {text}")
NUMBER_SOURCE = mark("Where the formula comes from: {text}")
NUMBER_FORMULA = mark("In the flow: {text}")
NUMBER_FROM = mark("What went in: a number to go there or hear more")
NUMBER_NEXT = mark("What next?")
NUMBER_MOVES = mark("What moves it")
READING = "{name}: {value}"
READING_EMPTY = mark("nothing yet")
NOT_ASKED_NOW = mark("That isn't asked at the moment.")
SENSITIVITY_PROMPT = mark("A number or a name to hear what moves it")
MOVES_PROMPT = mark("A number to go there")
MOVES_TITLE = "{title}."
MOVES_BY = mark("Each answer {by} lower, then {by} higher, the strongest first.")
MOVES_NOTHING = mark("Nothing that you said moves it.")
INFLUENCE = mark("{name} Now {value}: {low} with {down}, {high} with {up}.")
FINISH = mark("Finish, and write the documents")
FINISHED = mark("Finished.")
FOLDER = mark("Folder for the documents")
YES_OR_NO = mark("Answer yes or no.")
OVERWRITE = mark("Write over it?")
KEPT_BACK = mark("Nothing was written.")
WRITTEN = mark("Written: {path}")

STEPS_PROMPT = mark("Which step?")
STEP_LINE = mark("{title}: {done} of {total} answered.")
CANVAS_EMPTY = mark("empty")
NO_CANVAS = mark("This flow has no canvas.")
NO_TEACHING = mark("There is nothing to read for this step.")
GALLERY_PROMPT = mark("A number or a name to read about it")
GALLERY_GROUP = mark("{title}: from {first} to {last}.")
GALLERY_ALONE = "{title}: {first}."
GALLERY_FOR = mark("For:")
GALLERY_AGAINST = mark("Against:")
GALLERY_TRY = mark("Try it: {text}")
NOT_IN_GALLERY = mark("There is no “{text}” to read about. :learn tells what there is.")
NO_FACILITATOR = mark("There are no notes for the facilitator here.")
HISTORY = mark("What was done last, the newest first:")
NO_HISTORY = mark("Nothing has been done yet.")
PAST_LINE = "- {said}"
PAST_WHEN = "- {said} ({when})"
TAKEN_BACK = mark("{said}, taken back since")
VERSION_PROMPT = mark("What is this version called?")
VERSION_NAMED = mark("From here on, reviews say what has changed since “{name}”.")
UNDONE = mark("Undone: {what}")
REDONE = mark("Done again: {what}")
NOTE_PROMPT = mark("Note: why, or where it comes from")
NOTED = mark("Noted.")
NO_NOTE_HERE = mark("A note belongs to a question, or to a card that is there. Go to one first.")
LINES_PROMPT = mark("Write as many lines as you like. A line with only a dot ends it.")
EDITOR_FAILED = mark("The editor didn't start. Set EDITOR to the one you like, or use :lines.")
NO_TERMINAL = mark("There is no terminal for an editor here. Use :lines.")
ONLY_TEXT = mark("Only a text can be written that way.")
NOT_HERE = mark("That doesn't work here.")
NO_COMMAND = mark("There is no command “{text}”. Type :help for all of them.")
CHANGED = mark("Somebody else has changed this workshop meanwhile.")
HELP = mark("Type your answer and press enter. Enter alone takes what stands in brackets, or goes on.")
HELP_COLON = mark("An answer that begins with a colon is written with two: ::")
MORE = mark("esc: more")
MORE_PROMPT = mark("What else?")
STAYS = mark("esc: back to the question")
SPACE = mark("space: choose, enter: go on")

COMMANDS = {
    "back": mark("go back to the question before"),
    "skip": mark("go on; an answer that is there stays"),
    "clear": mark("take the answer away, and go on"),
    "unknown": mark("say that you don't know, and go on"),
    "done": mark("end this card"),
    "undo": mark("take back what you did last"),
    "redo": mark("do again what you took back"),
    "note": mark("write a note here, such as :note counted in May"),
    "history": mark("hear what was done last"),
    "version": mark("give all of this a name, to compare with later, such as :version before the pilot"),
    "edit": mark("write a long answer in your editor"),
    "lines": mark("write a long answer here, in many lines"),
    "again": mark("say the question again"),
    "why": mark("hear what speaks for and against each option"),
    "teach": mark("read about this step"),
    "learn": mark("read about this step and what goes with it; :learn 3 reads the third at once"),
    "facilitator": mark("read the notes for whoever leads the workshop"),
    "canvas": mark("read the canvas"),
    "coach": mark("hear the coach, and answer it"),
    "numbers": mark("hear what your answers come to; :numbers 3 says how the third is worked out"),
    "sensitivity": mark("hear what moves a number most"),
    "doc": mark("read the documents as they are now"),
    "review": mark("check the answers of this step"),
    "steps": mark("see all steps, and go to one"),
    "help": mark("read this"),
    "quit": mark("save and quit"),
}
LABELS = {
    "back": mark("Back"),
    "skip": mark("Skip"),
    "clear": mark("Clear the answer"),
    "unknown": mark("I don't know"),
    "done": mark("Done with this card"),
    "undo": mark("Undo: {what}"),
    "redo": mark("Do again: {what}"),
    "note": mark("Write a note"),
    "history": mark("History"),
    "version": mark("Name a version"),
    "edit": mark("Write in the editor"),
    "lines": mark("Write several lines"),
    "why": mark("What speaks for and against each"),
    "teach": mark("Read about this step"),
    "learn": mark("Learn"),
    "facilitator": mark("Notes for whoever leads"),
    "canvas": mark("Canvas"),
    "coach": mark("Coach"),
    "numbers": mark("Numbers"),
    "doc": mark("Documents"),
    "review": mark("Review"),
    "steps": mark("Go to a step"),
    "help": mark("Help"),
    "quit": mark("Save and quit"),
}

STOPPED = mark("Stopped at line {line} of the input: {where}")
SAVED = mark("“{name}” is saved. Continue with: canvas-wizard open {reference}")
UNSAVED = mark(
    "The last thing that you typed isn't saved. Everything before it is.\n"
    "Continue with: canvas-wizard open {reference}"
)
SAVED_WHERE = mark("canvas-wizard where tells you in which file.")
