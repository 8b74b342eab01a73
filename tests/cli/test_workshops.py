"""new, open, list, rename, duplicate, delete, restore, where, backup; and what goes wrong outside."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Wizard


def test_an_empty_list_is_an_empty_array(wizard: Wizard) -> None:
    assert (0, "[]\n") == wizard("list", "--json")[:2]


def test_the_list_tells_id_name_flow_progress_and_the_last_change(wizard: Wizard, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    (row,) = json.loads(wizard("list", "--json").out)
    assert {"id", "name", "flow", "progress", "changed_at"} == set(row)
    assert (id, "Bread Again", "business-model") == (row["id"], row["name"], row["flow"])
    assert 0 < row["progress"] <= 1


def test_a_workshop_is_found_by_the_beginning_of_its_name(wizard: Wizard, bread: str) -> None:
    wizard("import", bread)
    assert 0 == wizard("export", "bread").code


def test_a_name_that_two_have_asks_for_the_id(wizard: Wizard, bread: str) -> None:
    ids = {wizard("import", bread).out.strip() for _ in range(2)}
    ended = wizard("export", "Bread Again")
    assert 1 == ended.code
    assert all(id in ended.err for id in ids)
    assert 0 == wizard("export", ids.pop()).code


def test_a_deleted_workshop_comes_back(wizard: Wizard, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    assert 0 == wizard("delete", "Bread Again").code
    assert "[]\n" == wizard("list", "--json").out
    assert id in wizard("list", "--deleted").out
    assert 0 == wizard("restore", "Bread").code
    assert "" == wizard("list", "--deleted").out
    assert 1 == len(json.loads(wizard("list", "--json").out))


def test_a_workshop_gets_another_name(wizard: Wizard, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    ended = wizard("rename", "bread", "Soup Again")
    assert (0, "", "“Bread Again” is now called “Soup Again”.\n") == ended
    assert [(id, "Soup Again")] == [
        (row["id"], row["name"]) for row in json.loads(wizard("list", "--json").out)
    ]


def test_a_name_that_is_none_is_said(wizard: Wizard, bread: str) -> None:
    wizard("import", bread)
    ended = wizard("rename", "bread", "  ")
    assert (1, True) == (ended.code, "Give the workshop a name." in ended.err)
    assert "Bread Again" in wizard("list").out


def test_a_duplicate_says_the_same_and_prints_its_id(wizard: Wizard, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    ended = wizard("duplicate", "Bread Again")
    copy = ended.out.strip()
    assert 0 == ended.code
    assert f"canvas-wizard open {copy}" in ended.err
    rows = json.loads(wizard("list", "--json").out)
    assert {id: "Bread Again", copy: "Bread Again (copy)"} == {row["id"]: row["name"] for row in rows}
    named = "workshop:\n  name: Bread Again (copy)\n"
    assert wizard("export", id).out == wizard("export", copy).out.replace(named, "")


def test_an_unknown_workshop_is_said(wizard: Wizard) -> None:
    assert 1 == wizard("rename", "nothing", "Something").code
    for command in ("open", "duplicate", "delete", "restore", "export", "render", "check"):
        ended = wizard(command, "nothing")
        assert (1, True) == (ended.code, "nothing" in ended.err), command


def test_where_prints_the_store_and_the_settings(wizard: Wizard, tmp_path: Path) -> None:
    own, settings = tmp_path / "own-store" / "workshops.db", tmp_path / "own-settings" / "settings.json"
    assert (0, f"{own}\n{settings}\n") == wizard("where")[:2]
    assert f"elsewhere.db\n{settings}\n" == wizard("where", "--store", "elsewhere.db").out
    assert f"elsewhere.db\n{settings}\n" == wizard("--store", "elsewhere.db", "where").out
    assert f"{own}\nmine.json\n" == wizard("where", "--settings", "mine.json").out
    assert f"{own}\nmine.json\n" == wizard("--settings", "mine.json", "where").out


def test_a_backup_holds_every_workshop_and_overwrites_nothing(wizard: Wizard, bread: str) -> None:
    wizard("import", bread)
    assert 0 == wizard("backup", "copy.db").code
    assert 1 == len(json.loads(wizard("list", "--json", "--store", "copy.db").out))
    assert 2 == wizard("backup", "copy.db").code


def test_new_begins_a_workshop_and_plain_lines_go_on_with_it(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert 0 == wizard("new", "--name", "Bread Again", "--currency", "gbp").code
    (row,) = json.loads(wizard("list", "--json").out)
    assert "Bread Again" == row["name"]
    assert "currency: GBP" in wizard("export", row["id"]).out


def test_a_currency_is_three_letters(wizard: Wizard) -> None:
    assert 2 == wizard("new", "--currency", "euros").code


def test_prompts_and_plain_exclude_each_other(wizard: Wizard) -> None:
    assert 2 == wizard("--plain", "--prompts").code


def test_a_command_that_does_not_exist_gets_a_near_name(wizard: Wizard) -> None:
    ended = wizard("lst")
    assert (2, True) == (ended.code, "Did you mean list?" in ended.err)


def test_version_and_help_are_there_everywhere(wizard: Wizard) -> None:
    assert wizard("--version").out.startswith("canvas-wizard ")
    for command in ("new", "open", "list", "delete", "run", "render", "export", "import", "check", "backup"):
        ended = wizard(command, "-h")
        assert (0, True) == (ended.code, "--store" in ended.out), command


def test_a_store_that_is_no_store_ends_with_3_and_is_left_as_it_was(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("my shopping list, which is long enough to look at " * 20, "utf-8")
    before = (tmp_path / "notes.db").read_bytes()
    ended = wizard("list", "--store", "notes.db")
    assert (3, before) == (ended.code, (tmp_path / "notes.db").read_bytes())
    assert "notes.db" in ended.err


def test_a_store_from_the_future_ends_with_3(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    wizard("import", bread, "--store", "future.db")
    with sqlite3.connect(tmp_path / "future.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert 3 == wizard("list", "--store", "future.db").code


def test_a_name_with_control_characters_is_made_visible(wizard: Wizard) -> None:
    wizard("new", "--plain", "--name", "Bread\x1b[31m")
    assert "\x1b" not in wizard("list").out


def test_how_to_go_on_leads_to_the_same_store(wizard: Wizard, bread: str) -> None:
    """The store of the environment may be one for this once."""
    told = wizard("import", bread, "--store", "my store.db")

    assert f"canvas-wizard open {told.out.strip()} --store 'my store.db'\n" in told.err
    plain = wizard("open", "Bread Again", "--plain", "--store", "my store.db")
    assert "canvas-wizard open 'Bread Again' --store 'my store.db'\n" in plain.out
