"""The review on the full screen: a list of tasks that one goes through, and comes back to."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import WIDE, room, shown, stage
from wizard.core.intents import AddCard, GiveAnswer, NameVersion, Pass, SayDontKnow
from wizard.core.problems import Place
from wizard.core.where import END, Stop
from wizard.frontends.tui.widgets.review import ReviewPane


def begun(folder: Path) -> Room:
    """A stall with something answered, something skipped, something unknown and something kept aside."""
    at = room(folder)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    at.workshop.send(Pass(Place("story")))
    at.workshop.send(SayDontKnow(Place("rent")))
    card = at.workshop.send(AddCard("goods", {"name": "Apples", "dear": "yes", "why": "Rain"})).card
    assert card is not None
    at.workshop.send(GiveAnswer(Place("goods", card, "dear"), "no"))
    return at


def highlighted(person: TuiDriver) -> str:
    """What stands at the chosen row."""
    pane = person.screen.query_one(ReviewPane)
    at = pane.query_one(OptionList).highlighted
    assert at is not None
    return pane._rows[at].text.plain.split("\n")[0]


async def test_the_end_says_how_much_is_left_and_has_the_steps_as_headings(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.jump(END)
    async with stage(at, (80, 60)) as person:
        text = shown(person.app)
        flat = " ".join(text.replace("│", " ").split())
        assert "Check your answers: Everything" in flat
        assert "5 open · 1 skipped · 1 not known yet · 1 card has blanks · 1 kept aside" in flat
        desk = [line[24:].strip(" │") for line in text.splitlines()]
        assert desk.index("The beginning") < desk.index("✓ What is it called?") < desk.index("The goods")
        assert "Skipped." in desk
        assert "You don't know yet." in desk
        assert "Not answered yet." in desk
        goods = desk.index("The goods") + 1
        assert ["● What do you sell?", "Apples", "1 card has blanks"] == desk[goods : goods + 3]


async def test_a_tick_and_everything_is_answered_only_when_it_is_so(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    for place in ("story", "rent", "level", "days", "mood"):
        at.workshop.send(Pass(Place(place)))
    at.workshop.jump(Stop("begin"))
    async with stage(at, WIDE) as person:
        assert "Nothing is open. 5 skipped" in shown(person.app)
    at.workshop.send(AddCard("goods", {"name": "Apples", "price": "2", "dear": "no"}))
    at.workshop.send(Pass(Place("pairs")))
    at.workshop.send(Pass(Place("demand")))
    at.workshop.jump(Stop("goods"))
    async with stage(at, WIDE) as person:
        assert "✓ What do you sell?" in shown(person.app)
        assert "blanks" not in shown(person.app)


async def test_what_is_kept_aside_is_shown_with_why(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.jump(Stop("goods"))
    async with stage(at) as person:
        await person.press("end")
        text = shown(person.app)
        assert "Kept aside" in text
        assert "Rain" in text
        assert "Not asked at the moment, because of" in text
        await person.press("enter")
        assert Stop("goods") == at.workshop.here


async def test_one_who_looks_and_goes_back_comes_back_to_the_line_that_one_left_by(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.jump(END)
    async with stage(at) as person:
        await person.press("down", "down", "down", "down", "enter")
        assert Place("rent") == at.workshop.here.place
        await person.press("escape")
        assert END == at.workshop.here
        assert "? What is the rent?" == highlighted(person)
        await person.press("f8")
        await person.press("home")
        assert "→ Finish, and write the documents" == highlighted(person)


async def test_after_a_change_the_next_line_that_is_open_is_at_hand(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.jump(END)
    async with stage(at) as person:
        await person.press("down", "down", "down", "down", "enter")
        await person.press(*"5", "enter")
        assert END == at.workshop.here
        assert "○ How busy is it?" == highlighted(person)


async def test_enter_again_and_again_never_opens_the_same_line_twice(tmp_path: Path) -> None:
    at = begun(tmp_path)
    for place in ("level", "days", "mood"):
        at.workshop.send(Pass(Place(place)))
    at.workshop.jump(Stop("begin"))
    async with stage(at) as person:
        await person.press("down", "enter")
        assert Place("name") == at.workshop.here.place
        await person.press(*"s", "enter")
        assert "→ Go on" == highlighted(person)
        await person.press("down", "enter", "enter")
        assert "→ Go on" == highlighted(person)


async def test_an_open_line_that_stays_open_doesnt_hold_the_cursor(tmp_path: Path) -> None:
    at = begun(tmp_path)
    for place in ("level", "days"):
        at.workshop.send(Pass(Place(place)))
    at.workshop.jump(Stop("begin"))
    async with stage(at) as person:
        await person.press("end", "enter")
        assert Place("mood") == at.workshop.here.place
        await person.press("f7")
        assert "→ Go on" == highlighted(person)


async def test_who_comes_from_elsewhere_is_offered_to_go_on(tmp_path: Path) -> None:
    at = begun(tmp_path)
    async with stage(at, at="rent") as person:
        await person.press("f8")
        assert "→ Go on" == highlighted(person)


async def test_o_shows_only_what_is_open_and_everything_again(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.jump(Stop("begin"))
    async with stage(at, WIDE) as person:
        assert "✓ What is it called?" in shown(person.app)
        await person.press("down", "down", "o")
        assert "✓ What is it called?" not in shown(person.app)
        assert "o shows all" in shown(person.app)
        assert "· How did it begin?" == highlighted(person)
        await person.press("o")
        assert "✓ What is it called?" in shown(person.app)
        assert "· How did it begin?" == highlighted(person)


async def test_only_what_is_open_lasts_until_one_leaves_and_the_keys_tell_it(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.jump(END)
    async with stage(at, (120, 36)) as person:
        assert "o only open" in shown(person.app).splitlines()[-1]
        await person.press("o")
        assert "o show all" in shown(person.app).splitlines()[-1]
        await person.press("f10")
        assert 1 == shown(person.app).count("Only what is open ")
        await person.press("escape", "escape", "f8", "f8")

        assert "o only open" in shown(person.app).splitlines()[-1]
        assert "✓ What is it called?" in shown(person.app)


async def test_the_changes_since_a_version_lead_to_their_questions(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.send(NameVersion("First"))
    at.workshop.send(GiveAnswer(Place("name"), "Red"))
    at.workshop.send(AddCard("goods", {"name": "Pears"}))
    at.workshop.jump(END)
    async with stage(at, WIDE) as person:
        assert "2 changes since “First”" in " ".join(shown(person.app).replace("│", " ").split())
        await person.press("end")
        text = shown(person.app)
        assert "Changed since “First”" in text
        assert "Red, before: Green" in text
        assert "added Pears" in text
        assert "+ What do you sell?" == highlighted(person)
        await person.press("enter")
        assert Place("goods") == at.workshop.here.place
        await person.press("escape")
        assert "+ What do you sell?" == highlighted(person)


async def test_a_version_without_changes_says_so(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.workshop.send(NameVersion("First"))
    at.workshop.jump(Stop("begin"))
    async with stage(at) as person:
        await person.press("end")
        assert "Nothing so far." in shown(person.app)


async def test_three_hundred_lines_are_no_trouble(tmp_path: Path) -> None:
    steps = "\n".join(
        f"  - {{id: s{n}, title: Step {n}, ask: ["
        + ", ".join(f"{{id: q{n}_{m}, ask: 'Q {n} {m}'}}" for m in range(10))
        + "]}"
        for n in range(30)
    )
    at = room(tmp_path, f"flow: long\ntitle: Long\nsteps:\n{steps}\n")
    at.workshop.jump(END)
    async with stage(at) as person:
        await person.press("end")
        assert "○ Q 29 9" in shown(person.app)
        await person.press("enter", *"x", "enter")
        assert "○ Q 0 0" == highlighted(person)
        await person.press("end")
        assert "✓ Q 29 9" == highlighted(person)
