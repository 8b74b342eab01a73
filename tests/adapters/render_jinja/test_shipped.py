"""The templates that ship hold for any answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given, settings

from tests.adapters.render_jinja.written import ANY_TEXT, context_of
from tests.core.reading_markdown import PARSERS, structure, texts
from tests.frontends.drivers import Room
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.adapters.resources import templates_folder
from wizard.core.controls import visible
from wizard.core.document import shape
from wizard.core.intents import AddCard, GiveAnswer, Intent, SayDontKnow, WriteNote
from wizard.core.problems import Place
from wizard.ports import LoadedFlow

SHIPPED = ("canvas.md.j2", "plan.md.j2", "relationships.md.j2", "numbers.md.j2")
BLOCKS: tuple[str, ...] = (
    *("key_partners", "key_activities", "value_propositions", "customer_relationships", "channels"),
    *("customer_segments", "key_resources", "cost_structure", "revenue_streams"),
)


@cache
def shipped_names() -> Mapping[str, object]:
    loaded = FlowFiles().load("business-model")
    assert isinstance(loaded, LoadedFlow)
    return shape(loaded.flow)


@cache
def shipped_templates() -> JinjaRenderer:
    return JinjaRenderer((templates_folder(),))


@cache
def shipped_document(template: str, text: str) -> str:
    found = shipped_templates().render(template, context_of(shipped_names(), text, BLOCKS))
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("template", SHIPPED)
def test_a_shipped_template_names_only_what_its_flow_has(template: str) -> None:
    assert [] == shipped_templates().check(template, shipped_names())


@pytest.mark.parametrize("template", SHIPPED)
@settings(max_examples=25)
@given(text=ANY_TEXT)
def test_any_answer_leaves_headings_and_tables_as_they_are(template: str, text: str) -> None:
    plain, hostile = shipped_document(template, "zq"), shipped_document(template, text)

    for parser in PARSERS:
        assert structure(parser, plain) == structure(parser, hostile)
    expected = [one.replace("zq", visible(text)) for one in texts(PARSERS[1], plain)]
    assert expected == texts(PARSERS[1], hostile)


# The shipped flow with little in it: nothing is said about what nobody answered


def small_plan(*intents: Intent) -> Mapping[str, str]:
    """The documents of a workshop that says only this."""
    workshop = Room("business-model").workshop
    for intent in (GiveAnswer(Place("name"), "Corner Bread"), *intents):
        assert workshop.send(intent).done
    found = workshop.documents()
    assert isinstance(found, dict)
    return found


FAMILIES = AddCard("segments", {"name": "Families"}, card="families")


def section(document: str, heading: str) -> str:
    """What stands below a heading, up to the next of its kind or to the end."""
    below = document.split(f"\n{heading}\n", 1)[1]
    return below.split(f"\n{heading.split(maxsplit=1)[0]} ", 1)[0].split("\n---\n", 1)[0].strip()


def test_an_amount_that_nobody_gave_isnt_nought() -> None:
    documents = small_plan(FAMILIES, AddCard("relationships", {"segment": "Families", "tactic": "We call"}))

    assert "| Families | — | — | — | — | — |" in documents["canvas.md"]
    assert [] == [name for name, text in documents.items() if "0 EUR" in text]


def test_what_is_paid_once_brings_nothing_a_month_unsaid() -> None:
    stream = {"name": "Entry", "segment": "Families", "price": "90", "per": "once"}
    documents = small_plan(FAMILIES, AddCard("revenue_streams", stream))

    assert ["- **Entry**: 90 EUR once"] * 2 == [
        line for text in documents.values() for line in text.splitlines() if "**Entry**" in line
    ]
    assert [] == [name for name, text in documents.items() if "From one customer a month" in text]


def test_amounts_of_a_segment_are_added_up_from_what_is_known() -> None:
    stream = {"name": "Box", "segment": "Families", "price": "12", "per": "month"}
    call = AddCard("relationships", {"segment": "Families", "tactic": "We call", "cost": "2"})
    wait = AddCard("relationships", {"segment": "Families", "tactic": "We wait"})
    documents = small_plan(FAMILIES, AddCard("revenue_streams", stream), call, wait)

    assert "| Families | — | 12 EUR | 2 EUR | — | — |" in documents["canvas.md"]


def test_progress_is_a_whole_percentage() -> None:
    assert "- **Gone through:** 6%\n" in small_plan()["plan.md"]


def test_notes_are_printed_with_what_they_belong_to() -> None:
    at = Place("segments", "families")
    notes = (
        (Place("name"), "Ann's idea"),
        (Place("segments"), "Ask\n*three* more"),
        (at, "Met them"),
        (Place("segments", "families", "size"), "Census"),
    )
    plan = small_plan(FAMILIES, *(WriteNote(place, text) for place, text in notes))["plan.md"]

    assert [
        "- **What is the venture called?** Ann's idea",
        "- **Who has the problem?** Ask\\",
        "  \\*three\\* more",
        "- **Families: How many of them can you reach?** Census",
    ] == section(plan, "## Notes").splitlines()
    assert "- **Note:** Met them" in section(plan, "## 1. Who it is for")
    assert "## Notes" not in small_plan(FAMILIES)["plan.md"]


def test_a_plan_says_how_many_cards_have_blanks() -> None:
    assert "\n\nOne card has fields that are still blank: “Families”.\n" in small_plan(FAMILIES)["plan.md"]


def test_the_note_of_a_next_step_stands_below_it() -> None:
    step = AddCard("next_steps", {"what": "Call Ann"}, card="call")
    plan = small_plan(step, WriteNote(Place("next_steps", "call"), "By Friday"))["plan.md"]

    assert "- [ ] Call Ann\n  - Note: By Friday" == section(plan, "## 7. What we do now")


def test_a_list_goes_on_below_a_line_break_and_a_table_has_a_sign_for_it() -> None:
    documents = small_plan(FAMILIES, GiveAnswer(Place("segments", "families", "job"), "Eat well\nand soon"))

    assert "- **They want to:** Eat well\\\n  and soon\n" in documents["plan.md"]
    assert "\n  - They want to: Eat well\\\n    and soon\n" in documents["canvas.md"]
    assert "<br>" not in documents["plan.md"]


def test_a_card_with_only_a_name_says_so() -> None:
    offer = AddCard("propositions", {"name": "Warm at seven"})
    plan = small_plan(FAMILIES, offer)["plan.md"]

    assert "### Families\n\nOnly the name so far." == section(plan, "## 1. Who it is for")
    assert "### Warm at seven\n\nOnly the name so far." == section(plan, "## 2. Why they choose us")


def test_segments_without_a_relationship_get_no_heading() -> None:
    others = [AddCard("segments", {"name": name}) for name in ("Cafés", "Hotels")]
    call = AddCard("relationships", {"segment": "Families", "tactic": "We call"})
    plan = small_plan(FAMILIES, *others, call)["plan.md"]

    found = section(plan, "## 5. How we win, keep and grow them").split("\n\n### What it takes")[0]
    assert "### With Families\n\n- **We call**\n\nNothing yet for: Cafés, Hotels." == found


def test_a_plan_without_segments_says_that_nothing_is_there() -> None:
    found = section(small_plan()["plan.md"], "## 5. How we win, keep and grow them")

    assert found.startswith("Nothing here yet.\n\n### What it takes")


def test_a_field_that_nobody_knows_is_an_open_question_with_its_card() -> None:
    plan = small_plan(FAMILIES, SayDontKnow(Place("segments", "families", "size")))["plan.md"]

    assert "- [ ] Families: How many of them can you reach? (Customer segments: unknown)\n" in plan


def test_the_canvas_ends_with_what_the_coach_warns_of_and_the_plan_with_all_of_it() -> None:
    documents = small_plan(FAMILIES)
    canvas, plan = (section(documents[name], "## What the coach sees") for name in ("canvas.md", "plan.md"))

    assert ["Look again", "Solve this first"] == severities(canvas)
    assert ["Look again", "Solve this first", "Tip"] == severities(plan)
    for name in ("canvas.md", "plan.md"):
        assert documents[name].split("\n## ")[-1].startswith("What the coach sees")


def severities(listed: str) -> list[str]:
    return sorted({line.split("**")[1].rstrip(":") for line in listed.splitlines()})


def test_the_same_answers_give_the_same_bytes() -> None:
    names = context_of(shipped_names(), "Bread", BLOCKS)

    for template in SHIPPED:
        assert JinjaRenderer((templates_folder(),)).render(template, names) == shipped_document(
            template, "Bread"
        )


# The playbook and the numbers


def test_a_playbook_of_nothing_says_where_to_begin() -> None:
    playbook = small_plan()["relationships.md"]

    assert "# Corner Bread: how we treat our customers" == playbook.splitlines()[0]
    assert "Nobody is in it yet: begin with one segment." in playbook
    assert "|" not in playbook


def test_a_playbook_shows_holes_and_who_looks_after_nothing() -> None:
    call = AddCard("relationships", {"segment": "Families", "stage": "keep", "tactic": "We call"})
    cook = AddCard(
        "relationships", {"segment": "Families", "stage": "grow", "tactic": "We cook", "owner": "Ann"}
    )
    playbook = small_plan(FAMILIES, call, cook)["relationships.md"]

    assert "| **Families** | nothing yet | We call | We cook |" in playbook
    assert "| **Acquire** | nothing yet | | | | | |" in playbook
    assert "Nothing is counted yet for: We call, We cook." == section(playbook, "## What we count")
    assert [
        "- **Ann**",
        "  - We cook (Families)",
        "- **Nobody yet**",
        "  - We call (Families)",
    ] == section(playbook, "## Who does what").splitlines()


def test_a_playbook_says_why_a_type_fits_and_what_would_fit_better() -> None:
    alone = AddCard("segments", {"name": "Families", "self_service": "5", "size": "9000"}, card="families")
    call = {"segment": "Families", "stage": "keep", "type": "personal", "tactic": "We call"}
    playbook = small_plan(alone, AddCard("relationships", call))["relationships.md"]

    assert "Fits by" not in playbook  # nothing speaks for it or against it
    help_page = AddCard("relationships", {**call, "type": "automated"})
    playbook = small_plan(alone, help_page)["relationships.md"]
    (line,) = (line for line in playbook.splitlines() if line.startswith("  - Fits by"))
    assert line.startswith("  - Fits by +2: each of 9,000 can get their own message (+1); the right")
    assert line.endswith(" (+1). By the same reasons better: self-service (+3)")


def test_numbers_say_why_they_arent_there() -> None:
    numbers = small_plan(FAMILIES)["numbers.md"]

    assert "| Worth of a customer | — |" in numbers
    assert "- **Families:** nothing is earned from them yet (Pays a month, Share that is left," in numbers
    assert "- **They bring a month:** nothing is earned yet" in numbers
    assert "## What moves them" not in numbers


def test_bars_have_the_numbers_of_the_lines_beside_them() -> None:
    stage = GiveAnswer(Place("stage"), "customers")
    families = AddCard("segments", {"name": "Families", "customers": "10"})
    stream = {"name": "Box", "segment": "Families", "price": "12", "per": "month", "margin": "50"}
    rent = AddCard("costs", {"name": "Rent", "kind": "fixed", "amount": "30", "per": "month"})
    found = section(
        small_plan(stage, families, AddCard("revenue_streams", stream), rent)["plan.md"],
        "#### What moves the result of a month",
    )

    assert "Left after the fixed costs is **30 EUR** now." in found
    assert '    x-axis "line of the table" ["1", "2", "3"]\n' in found
    assert "    bar [100, 100, 50]\n" in found
    (rent_line,) = (line for line in found.splitlines() if line.startswith("| 3 | "))
    assert "| Price · Share that is left (Box) | 12 EUR · 50% |" in found  # they move it alike
    assert rent_line.endswith("(Rent) | 30 EUR | 33 EUR | 27 EUR | █████ |")
