"""What is asked and shown above a workshop: notes, documents, coach, steps, editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.content import Content
from textual.screen import Screen as TextualScreen
from textual.widget import Widget

from wizard.core.problems import Place
from wizard.core.screen import Input, Message, Screen, StepView
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.box import AnswerBox
from wizard.frontends.tui.widgets.coach import counted
from wizard.frontends.tui.widgets.signs import step_sign

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp
    from wizard.frontends.tui.screens.showing_board import Way


async def confirmed(app: WizardApp, question: str, yes: str, no: str) -> bool:
    from wizard.frontends.tui.screens.asking import ConfirmScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(ConfirmScreen(question, yes, no)) == 0


async def noted(app: WizardApp, walk: Walk, place: Place) -> None:
    """Ask for a note, and keep it; one that is left unfinished comes back the next time."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    there = note_at(walk.screen, place)
    begun = walk.note_draft(place) or there
    keep = partial(walk.keep_note_draft, place)
    asking = TextScreen("Note", "Why do you say so? Where does it come from?", begun, long=True, keep=keep)
    text = await app.push_screen_wait(asking)
    if text is not None:
        walk.note(place, text)
    elif asking.left != there:
        walk.keep_note_draft(place, asking.left)
        walk.news("Your unfinished note is kept: f5 brings it back.")
    else:
        walk.keep_note_draft(place, None)


def note_at(view: Screen, place: Place) -> str:
    """The note that is there."""
    question = view.question
    if question is None:
        return ""
    for card in question.cards:
        if place == Place(card.question, card.id):
            return card.note
    asked = [question.input, *(field for card in question.cards for field in card.fields)]
    return next((found.note for found in asked if found.place == place), "")


async def step_chosen(app: WizardApp, view: Screen) -> str | None:
    """The id of a step, '' for the review of everything, None for staying."""
    from wizard.frontends.tui.screens.asking import ChoiceScreen  # noqa: PLC0415 - only when it is asked

    here = next((n for n, step in enumerate(view.steps) if step.id == view.stop.step), len(view.steps))
    named = [step_line(step) for step in view.steps]
    at = await app.push_screen_wait(ChoiceScreen("Where to?", [*named, "Check everything, and finish"], here))
    if at is None:
        return None
    return view.steps[at].id if at < len(view.steps) else ""


def step_line(step: StepView) -> Content:
    """A step with its status and what is done of it."""
    sign, style = step_sign(step.status)
    count = f"  {step.done}/{step.total}" if step.total else ""
    return Content.assemble((f"{sign} ", style), f"{step.number} {step.title}", (count, "$quiet"))


async def coach_heard(app: WizardApp, walk: Walk, card: str = "") -> Stop | None:
    """Show the findings; the stop at which the person wants to solve one. card: whose to begin at."""
    from wizard.frontends.tui.screens.coach import CoachScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(CoachScreen(walk, card))


async def history_read(app: WizardApp, walk: Walk) -> Place | None:
    """Show what was done; the place that the person wants to see."""
    from wizard.frontends.tui.screens.history import HistoryScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(HistoryScreen(walk))


async def version_named(app: WizardApp, walk: Walk) -> None:
    """Ask for a name for the workshop as it is now, until it is one or the person thinks better of it."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    asking = TextScreen(
        "What is this version called?",
        "Reviews then say what has changed since. Such as: Before the pilot.",
        walk.version_draft or "",
        keep=walk.keep_version_draft,
        judge=lambda name: "" if walk.name_version(name) else walk.refusal,
    )
    if await app.push_screen_wait(asking) is None:
        walk.keep_version_draft(asking.left or None)
        walk.hush()
    else:
        walk.news(f"Reviews now say what has changed since “{walk.screen.version}”.")


def learning(walk: Walk, asked: Input | None = None) -> TextualScreen[None]:
    """The teaching of the step and the gallery. asked: the question or field at hand."""
    from wizard.frontends.tui.screens.learn import learn_screen  # noqa: PLC0415 - only when it is asked

    return learn_screen(walk.screen, asked, *walk.gallery())


async def board_walked(
    app: WizardApp, walk: Walk, block: str, typing_below: Callable[[], bool]
) -> Way | None:
    """Show the board, beginning at a block; where the person wants to go on, None for where they are."""
    from wizard.frontends.tui.screens.board import BoardScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(BoardScreen(walk, block, typing_below))


async def one_of(app: WizardApp, title: str, choices: Sequence[str]) -> int | None:
    """The number of what the person chooses; None where they think better of it."""
    from wizard.frontends.tui.screens.asking import ChoiceScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(ChoiceScreen(title, choices))


# Documents


async def documents_read(app: WizardApp, walk: Walk) -> None:
    """Show the documents as they are now, until the person has read enough."""
    from wizard.frontends.tui.screens.documents import DocumentsScreen  # noqa: PLC0415 - only when it is asked

    await app.push_screen_wait(DocumentsScreen(walk))


async def finished(app: WizardApp, walk: Walk) -> None:
    """Finish, and write the documents: nothing is done before everything has been asked."""
    if not walk.screen.ready and not walk.finish():
        return  # what stands in the way is said
    doubt = unfinished_business(walk.screen)
    if doubt and not await confirmed(app, doubt, "Finish anyway", "Go on working"):
        return
    folder = await folder_chosen(app, walk)
    if folder is not None and walk.finish():
        await documents_written(app, walk, folder)


def unfinished_business(view: Screen) -> str:
    """What there is to do before one finishes, as a question; '' when there is nothing."""
    left = sum(step.total - step.done for step in view.steps)
    grave = sum(found.severity != "tip" for found in view.findings)
    told = []
    if left:
        told.append("1 question is open" if left == 1 else f"{left} questions are open")
    if grave:
        only = "" if grave == len(view.findings) else f", {grave} of them worth a look"
        told.append(f"the coach has {counted(view.findings)}{only}")
    text = " and ".join(told)
    return f"{text[0].upper()}{text[1:]}. Finish all the same?" if text else ""


async def folder_chosen(app: WizardApp, walk: Walk, begun: str = "", wrong: str = "") -> Path | None:
    """Ask where the documents should go. begun, wrong: the folder before, and why it can't be that one."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    asking = TextScreen(
        "Where should the documents go?",
        f"A folder, made if need be: in {Path.cwd()}, unless it begins with / or ~.",
        begun or app.out or walk.folder or folder_named(walk.screen.name),
        judge=lambda folder: "" if folder.strip() else "Name a folder.",
        wrong=wrong,
        does="write",
    )
    folder = await app.push_screen_wait(asking)
    return Path(folder.strip()).expanduser().absolute() if folder else None


async def documents_written(app: WizardApp, walk: Walk, folder: Path | None) -> None:
    """Write the documents into a folder; where that can't be, into another one that the person names."""
    while folder is not None and not await _written(app, walk, folder):
        folder = await folder_chosen(app, walk, str(folder), walk.refusal)


async def _written(app: WizardApp, walk: Walk, folder: Path) -> bool:
    """False where that folder can't be written. Over what was changed by hand only if the person says so."""
    written, problems = walk.write_documents(str(folder), force=False)
    edited = [Path(str(found.details["file"])).name for found in problems if found.code == "document.edited"]
    if edited:
        leave = "Leave it alone" if len(edited) == 1 else "Leave them alone"
        if not await confirmed(app, changed_by_hand(edited), "Write over what was changed", leave):
            walk.news(f"Left alone: {', '.join(edited)}")
            return True
        written, problems = walk.write_documents(str(folder), force=True)
    if written:
        app.written = list(written)
        app.out = None  # what was offered is settled
        walk.keep_folder(str(folder))
        walk.news(f"Written to {folder}: {', '.join(Path(path).name for path in written)}")
    elif problems:
        walk.notice = Message("\n".join(sentence(found) for found in problems), "error", problems[0].code)
    return bool(written or problems or walk.notice is None)


def changed_by_hand(files: list[str]) -> str:
    """The question whether to write over these."""
    if len(files) == 1:
        return f"{files[0]} was changed by hand since it was written. Write over it?"
    named = f"{', '.join(files[:-1])} and {files[-1]}"
    return f"{named} were changed by hand since they were written. Write over them?"


def folder_named(name: str) -> str:
    """A name for a folder that every system takes, after the venture."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")[:60] or "canvas"


# The person's own editor


def edited_outside(app: WizardApp, focused: Widget | None) -> None:
    """Let the person write the answer at hand in their own editor."""
    from wizard.frontends.dialogue.editor import edited  # noqa: PLC0415 - only when it is asked

    if not isinstance(focused, AnswerBox) or not isinstance(focused.raw, str):
        return
    try:
        with app.suspend():
            text = edited(focused.raw)
    except SuspendNotSupported:
        text = None
    if text is not None:
        focused.put(text)
    else:
        app.notify("Set EDITOR to the editor that you like, then try again.", title="No editor could be used")
