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

from wizard.core.controls import one_line
from wizard.core.grids import GridCell
from wizard.core.problems import Place
from wizard.core.screen import Input, Message, Screen, StepView
from wizard.core.tongue import mark, t, tn
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.box import AnswerBox
from wizard.frontends.tui.widgets.coach import counted
from wizard.frontends.tui.widgets.signs import sign_of_step

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
    words = t("Note"), t("Why do you say so? Where does it come from?")
    asking = TextScreen(*words, begun, long=True, keep=keep)
    text = await app.push_screen_wait(asking)
    if text is not None:
        walk.note(place, text)
    elif asking.left != there:
        walk.keep_note_draft(place, asking.left)
        walk.news(t("Your unfinished note is kept: f5 brings it back."))
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
    last = t("Check everything, and finish")
    at = await app.push_screen_wait(ChoiceScreen(t("Where to?"), [*named, last], here))
    if at is None:
        return None
    return view.steps[at].id if at < len(view.steps) else ""


def step_line(step: StepView) -> Content:
    """A step with its status and what is done of it."""
    sign, style = sign_of_step(step)
    count = f"  {step.done}/{step.total}" if step.total else ""
    return Content.assemble((f"{sign} ", style), f"{step.number} {step.title}", (count, "$quiet"))


async def card_of_cell(app: WizardApp, view: Screen, cell: GridCell) -> str | None:
    """The id of a card in a cell of a table, '' for another one there, None for staying."""
    from wizard.frontends.tui.screens.asking import ChoiceScreen  # noqa: PLC0415 - only when it is asked

    question = view.question
    if question is None or question.grid is None:
        return None
    faces = {card.id: one_line(card.face) for card in question.cards}
    choices = [*(faces.get(card, "…") for card in cell.cards), t("+ Another one here")]
    at = await app.push_screen_wait(ChoiceScreen(" · ".join(question.grid.named(cell)), choices))
    if at is None:
        return None
    return cell.cards[at] if at < len(cell.cards) else ""


async def coach_heard(app: WizardApp, walk: Walk, card: str = "") -> Stop | None:
    """Show the findings; the stop at which the person wants to solve one. card: whose to begin at."""
    from wizard.frontends.tui.screens.coach import CoachScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(CoachScreen(walk, card))


async def numbers_seen(
    app: WizardApp, walk: Walk, figure: str, typing_below: Callable[[], bool]
) -> tuple[Place | None, str]:
    """Show the numbers, from one on; where the person wants to go, and the number at which they stood."""
    from wizard.frontends.tui.screens.numbers import NumbersScreen  # noqa: PLC0415 - only when it is asked

    screen = NumbersScreen(walk, figure, typing_below)
    return await app.push_screen_wait(screen), screen.standing


async def history_read(app: WizardApp, walk: Walk) -> Place | None:
    """Show what was done; the place that the person wants to see."""
    from wizard.frontends.tui.screens.history import HistoryScreen  # noqa: PLC0415 - only when it is asked

    return await app.push_screen_wait(HistoryScreen(walk))


async def version_named(app: WizardApp, walk: Walk) -> None:
    """Ask for a name for the workshop as it is now, until it is one or the person thinks better of it."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    asking = TextScreen(
        t("What is this version called?"),
        t("Reviews then say what has changed since. Such as: Before the pilot."),
        walk.version_draft or "",
        keep=walk.keep_version_draft,
        judge=lambda name: "" if walk.name_version(name) else walk.refusal,
    )
    if await app.push_screen_wait(asking) is None:
        walk.keep_version_draft(asking.left or None)
        walk.hush()
    else:
        walk.news(t("Reviews now say what has changed since “{name}”.", name=walk.screen.version))


def learning(walk: Walk, asked: Input | None = None) -> TextualScreen[None]:
    """The teaching of the step and the gallery. asked: the question or field at hand."""
    from wizard.frontends.tui.screens.learn import learn_screen  # noqa: PLC0415 - only when it is asked

    return learn_screen(walk.screen, asked, *walk.gallery())


def advising(asked: Input, option: str) -> TextualScreen[None]:
    """What there is to say of the options of what is asked, open at one of them."""
    from wizard.frontends.tui.screens.learn import advice_screen  # noqa: PLC0415 - only when it is asked

    return advice_screen(asked, option)


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
    if doubt and not await confirmed(app, doubt, t("Finish anyway"), t("Go on working")):
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
        told.append(tn("{count} question is open", "{count} questions are open", left))
    if grave == len(view.findings) and grave:
        told.append(t("the coach has {points}", points=counted(view.findings)))
    elif grave:
        points = counted(view.findings)
        told.append(t("the coach has {points}, {count} of them worth a look", points=points, count=grave))
    text = t(" and ").join(told)
    return f"{text[0].upper()}{text[1:]}. {t('Finish all the same?')}" if text else ""


async def folder_chosen(app: WizardApp, walk: Walk, begun: str = "", wrong: str = "") -> Path | None:
    """Ask where the documents should go. begun, wrong: the folder before, and why it can't be that one."""
    from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

    asking = TextScreen(
        t("Where should the documents go?"),
        t("A folder, made if need be: in {path}, unless it begins with / or ~.", path=Path.cwd()),
        begun or app.out or walk.folder or folder_named(walk.screen.name),
        judge=lambda folder: "" if folder.strip() else t("Name a folder."),
        wrong=wrong,
        does=mark("write"),
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
        leave = t("Leave it alone" if len(edited) == 1 else "Leave them alone")
        if not await confirmed(app, changed_by_hand(edited), t("Write over what was changed"), leave):
            walk.news(t("Left alone: {files}", files=", ".join(edited)))
            return True
        written, problems = walk.write_documents(str(folder), force=True)
    if written:
        app.written = list(written)
        app.out = None  # what was offered is settled
        walk.keep_folder(str(folder))
        files = ", ".join(Path(path).name for path in written)
        walk.news(t("Written to {folder}: {files}", folder=folder, files=files))
    elif problems:
        walk.notice = Message("\n".join(sentence(found) for found in problems), "error", problems[0].code)
    return bool(written or problems or walk.notice is None)


def changed_by_hand(files: list[str]) -> str:
    """The question whether to write over these."""
    if len(files) == 1:
        return t("{file} was changed by hand since it was written. Write over it?", file=files[0])
    named = t("{files} and {last}", files=", ".join(files[:-1]), last=files[-1])
    return t("{files} were changed by hand since they were written. Write over them?", files=named)


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
        why = t("Set EDITOR to the editor that you like, then try again.")
        app.notify(why, title=t("No editor could be used"))
