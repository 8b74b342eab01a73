"""What is asked and shown above a workshop: notes, documents, coach, steps, editor."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.screen import Screen as TextualScreen
from textual.widget import Widget

from wizard.core.problems import Place
from wizard.core.screen import Message, Screen
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.box import AnswerBox

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp


async def confirmed(app: WizardApp, question: str, yes: str, no: str) -> bool:
    from wizard.frontends.tui.screens.asking import ConfirmScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(ConfirmScreen(question, yes, no)) == 0


async def noted(app: WizardApp, walk: Walk, place: Place) -> None:
    """Ask for a note, and keep it."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    text = await app.push_screen_wait(
        TextScreen(
            "Note", "Why do you say so? Where does it come from?", note_at(walk.screen, place), long=True
        )
    )
    if text is not None:
        walk.note(place, text)


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
    named = [f"{step.number} {step.title}" for step in view.steps]
    at = await app.push_screen_wait(ChoiceScreen("Where to?", [*named, "Check everything, and finish"], here))
    if at is None:
        return None
    return view.steps[at].id if at < len(view.steps) else ""


async def coach_heard(app: WizardApp, walk: Walk) -> Stop | None:
    """Show the findings; the stop at which the person wants to solve one."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked
    from wizard.frontends.tui.screens.reading import CoachScreen  # noqa: PLC0415 - only when it is asked

    chosen = await app.push_screen_wait(CoachScreen(walk.screen.findings))
    if chosen is None or not chosen.dismissed:
        return chosen.finding.stop if chosen else None
    reason = await app.push_screen_wait(TextScreen("Why is this fine?", chosen.finding.text))
    if reason is not None:
        walk.dismiss(chosen.finding.id, reason)
    return None


def learning(view: Screen) -> TextualScreen[str | None]:
    """The teaching of the step, its example, and what the facilitator should know."""
    from wizard.frontends.tui.screens.reading import Page, ReadScreen  # noqa: PLC0415 - only when it is asked

    title = view.step.title if view.step is not None else view.flow
    pages = [Page(title, view.teach or "This step explains itself.")]
    if view.facilitator:
        pages.append(Page("For the facilitator", view.facilitator))
    return ReadScreen(pages)


def board(view: Screen) -> TextualScreen[None]:
    from wizard.frontends.tui.screens.reading import BoardScreen  # noqa: PLC0415 - only when it is asked

    return BoardScreen(f"{view.name} · {view.canvas_title}", view.canvas)


# Documents


async def documents_read(app: WizardApp, walk: Walk) -> str | None:
    """Show the documents as they are now; 'write' where the person wants files of them."""
    from wizard.frontends.tui.screens.reading import Page, ReadScreen  # noqa: PLC0415 - only when it is asked

    found = walk.documents()
    if not isinstance(found, dict):
        pages = [Page("Documents", "\n\n".join(sentence(problem) for problem in found))]
    else:
        pages = [Page(file, text) for file, text in found.items()]
    pages = pages or [Page("Documents", walk.notice.text if walk.notice else "This flow writes no document.")]
    return await app.push_screen_wait(ReadScreen(pages, writable=isinstance(found, dict)))


async def documents_written(app: WizardApp, walk: Walk) -> None:
    """Ask for a folder and write the documents there; what was changed by hand only if they say so."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    offered = app.out or folder_named(walk.screen.name)
    folder = await app.push_screen_wait(
        TextScreen("Where should the documents go?", "A folder; it is made if need be.", offered)
    )
    if folder is None or not folder.strip():
        return
    path = str(Path(folder.strip()).expanduser())
    written, problems = walk.write_documents(path, force=False)
    if any(found.code == "document.edited" for found in problems):
        told = "\n".join(sentence(found) for found in problems)
        if await confirmed(app, told, "Write over what was changed", "Leave it alone"):
            written, problems = walk.write_documents(path, force=True)
    if written:
        app.written = list(written)
        walk.news(f"Written: {', '.join(written)}")
    elif problems:
        walk.notice = Message("\n".join(sentence(found) for found in problems), "error", problems[0].code)


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
