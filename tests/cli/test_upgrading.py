"""`new --from` and `upgrade`: answers that go on in another workshop, or in a newer version of their flow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Wizard

FIRST = """
flow: shop
title: A shop
version: 1
steps:
  - id: one
    title: One
    ask:
      - {id: name, ask: What is it called?}
      - {id: rent, type: money, ask: What is the rent?}
      - {id: goods, type: cards, ask: What is sold?, fields: [{id: name, ask: Name}]}
"""
SECOND = FIRST.replace("version: 1", "version: 2\nmigrate: [{to: 2, rename: {goods: wares}}]").replace(
    "{id: goods, type: cards, ask: What is sold?", "{id: wares, type: cards, ask: What is on the shelf?"
)
OTHER = """
flow: stall
title: A stall
steps:
  - {id: one, title: One, ask: [{id: name, ask: Its name?}, {id: rent, type: money, ask: Its rent?}]}
"""
ANSWERS = (
    "flow: shop\nname: Corner\nrent: 5\ngoods: [{name: Bread}, {name: Cake}]\nworkshop: {name: Corner}\n"
)


@pytest.fixture
def shop(wizard: Wizard, tmp_path: Path) -> str:
    """Id of a workshop of the first version."""
    for name, text in (("shop", FIRST), ("newer", SECOND), ("stall", OTHER), ("answers", ANSWERS)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    ended = wizard("import", "answers.yaml", "--flow", "shop.yaml")
    assert 0 == ended.code, ended.err
    return ended.out.strip()


def rows(wizard: Wizard) -> list[tuple[str, str]]:
    return sorted((row["name"], row["flow"]) for row in json.loads(wizard("list", "--json").out))


def test_a_workshop_begins_with_the_answers_of_another_and_tells_what_stayed_behind(
    wizard: Wizard, shop: str
) -> None:
    ended = wizard("new", "--from", shop, "--flow", "stall.yaml", "--plain")
    assert 0 == ended.code
    assert (
        "It begins with:\n  What is it called? “Corner”\n  What is the rent? “5 EUR”\n"
        "This flow doesn't ask for:\n  What is sold? (2 cards)\n"
    ) == ended.err
    assert [("Corner", "shop"), ("Corner (A stall)", "stall")] == rows(wizard)
    assert 0 == wizard("upgrade", "Corner", "--flow", "newer.yaml").code
    assert 0 == wizard("new", "--from", "Corner (A stall)", "--flow", "shop.yaml", "--plain").code
    assert 0 == wizard("new", "--from", "Corner", "--flow", "stall.yaml", "--plain").code
    assert ["Corner", "Corner (A shop)", "Corner (A stall)", "Corner (A stall) (copy)"] == [
        name for name, _ in rows(wizard)
    ]


def test_the_same_flow_is_begun_anew_in_its_newest_text(wizard: Wizard, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    assert 0 == wizard("new", "--from", id, "--plain").code
    assert [("Bread Again", "business-model"), ("Bread Again (copy)", "business-model")] == rows(wizard)
    was, now = (
        json.loads(wizard("export", name, "--format", "json").out) for name in (id, "Bread Again (copy)")
    )
    assert {**was, "workshop": None} == {**now, "workshop": None}


def test_name_and_currency_can_be_others(wizard: Wizard, shop: str) -> None:
    words = ("--name", "Market", "--currency", "GBP")
    ended = wizard("new", "--from", shop, "--flow", "stall.yaml", "--plain", *words)
    assert "the amounts are in EUR, and here they are in GBP." in ended.err
    found = json.loads(wizard("export", "Market", "--format", "json").out)
    assert ("Corner", "GBP", None) == (found["name"], found["currency"], found.get("rent"))


def test_the_name_that_is_told_is_the_one_that_is_written(wizard: Wizard, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    ended = wizard("new", "--from", id, "--plain", "--name", "Soup Again")
    assert "What is the venture called? “Soup Again”" in ended.err
    assert "“Bread Again”" not in ended.err
    assert "Soup Again" == json.loads(wizard("export", "Soup Again", "--format", "json").out)["name"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("new", "--from", "nobody"), "outside.no_workshop"),
        (("new", "--from", "corner"), "upgrade.not_shipped"),
        (("upgrade", "nobody"), "outside.no_workshop"),
        (("upgrade", "corner"), "upgrade.not_shipped"),
    ],
)
def test_what_isnt_there_is_told_and_nothing_begins(
    wizard: Wizard, shop: str, words: tuple[str, ...], code: str
) -> None:
    ended = wizard(*words)
    assert (1, True) == (ended.code, code in ended.err)
    assert [("Corner", "shop")] == rows(wizard)
    assert shop


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "--from", ""), "Name a workshop"),
        (("new", "--from", "corner", "--flow", "expres"), "Did you mean express?"),
        (("new", "--flow", "expres"), "Did you mean express?"),
        (("run", "expres", "--answers", "answers.yaml"), "Did you mean express?"),
        (("check", "--answers", "answers.yaml", "--flow", "expres"), "Did you mean express?"),
        (("import", "answers.yaml", "--flow", "expres"), "Did you mean express?"),
        (("upgrade", "corner", "--flow", "expres"), "Did you mean express?"),
        (("flow", "show", "expres"), "Did you mean express?"),
    ],
)
def test_what_is_named_wrongly_is_wrong_usage(
    wizard: Wizard, shop: str, words: tuple[str, ...], said: str
) -> None:
    ended = wizard(*words)
    assert (2, True) == (ended.code, said in ended.err)
    assert [("Corner", "shop")] == rows(wizard)
    assert shop


def test_a_flow_that_a_file_names_and_that_isnt_there_is_the_files_fault(
    wizard: Wizard, tmp_path: Path
) -> None:
    (tmp_path / "answers.yaml").write_text("flow: expres\n", "utf-8")
    assert 1 == wizard("import", "answers.yaml").code


def test_a_workshop_moves_to_the_newer_version_of_its_flow(wizard: Wizard, shop: str) -> None:
    before = wizard("export", shop, "--format", "events").out
    shown = wizard("upgrade", shop, "--flow", "newer.yaml", "--dry-run")
    assert "“Corner” would move to version 2 of its flow. Nothing was written." in shown.err
    assert "What is sold? now stands at “What is on the shelf?”." in shown.err
    assert before == wizard("export", shop, "--format", "events").out
    done = wizard("upgrade", "corner", "--flow", "newer.yaml")
    assert (0, "") == (done.code, done.out)
    assert "“Corner” is in version 2 of its flow now." in done.err
    found = json.loads(wizard("export", shop, "--format", "json").out)
    assert ("2", ["Bread", "Cake"]) == (found["version"], [card["name"] for card in found["wares"]])


def test_to_move_twice_or_back_or_elsewhere_does_nothing(wizard: Wizard, shop: str) -> None:
    wizard("upgrade", shop, "--flow", "newer.yaml")
    again = wizard("upgrade", shop, "--flow", "newer.yaml")
    assert (0, "There is nothing to do: this is version 2 of its flow already.\n") == (again.code, again.err)
    back = wizard("upgrade", shop, "--flow", "shop.yaml")
    assert (1, True) == (back.code, "It can't go back." in back.err)
    other = wizard("upgrade", shop, "--flow", "stall.yaml")
    assert (1, True) == (other.code, "canvas-wizard new --from" in other.err)


def test_what_is_exported_of_a_moved_workshop_comes_back_whole(
    wizard: Wizard, shop: str, tmp_path: Path
) -> None:
    wizard("upgrade", shop, "--flow", "newer.yaml")
    whole = wizard("export", shop, "--format", "events").out
    (tmp_path / "whole.jsonl").write_text(whole, encoding="utf-8")
    back = wizard("import", "whole.jsonl").out.strip()
    assert whole == wizard("export", back, "--format", "events").out
