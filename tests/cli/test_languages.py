"""Flows in other languages, from the command line: asked for, told, checked, and written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Wizard

ANSWERS = """\
name: Zweites Rad
stage: customers
segments: [{name: Familien, size: 1400}]
propositions: [{name: Ein Rad}]
revenue_streams: [{name: Rad, segment: Familien, price: 12.5, per: month}]
"""


def written(folder: Path) -> str:
    return (folder / "out" / "express.md").read_text("utf-8")


@pytest.fixture
def answers(tmp_path: Path) -> str:
    (tmp_path / "answers.yaml").write_text(ANSWERS, "utf-8")
    return str(tmp_path / "answers.yaml")


def test_run_writes_the_documents_in_the_language_that_is_asked_for(
    wizard: Wizard, tmp_path: Path, answers: str
) -> None:
    ended = wizard("run", "express", "--answers", answers, "--out", "out", "--language", "de")
    assert 0 == ended.code, ended.err
    text = written(tmp_path)
    assert "**Wo wir stehen:** Erste Kunden" in text
    assert "12,50 EUR" in text
    assert "| 1.400 |" in text


def test_an_answers_file_says_its_language_and_is_read_one_way_in_all(
    wizard: Wizard, tmp_path: Path, answers: str
) -> None:
    Path(answers).write_text(f"language: es\n{ANSWERS}", "utf-8")
    assert 0 == wizard("run", "express", "--answers", answers, "--out", "out").code
    assert "En qué punto estamos" in written(tmp_path)
    assert "12,50 EUR" in written(tmp_path)


def test_what_is_typed_wins_over_the_file_and_the_file_over_the_surroundings(
    wizard: Wizard, tmp_path: Path, answers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(answers).write_text(f"language: es\n{ANSWERS}", "utf-8")
    monkeypatch.setenv("CANVAS_WIZARD_LANGUAGE", "de")
    assert 0 == wizard("run", "express", "--answers", answers, "--out", "out").code
    assert "En qué punto estamos" in written(tmp_path)
    ended = wizard("run", "express", "--answers", answers, "--out", "out", "--language", "de", "--force")
    assert 0 == ended.code, ended.err
    assert "Wo wir stehen" in written(tmp_path)


def test_the_surroundings_give_the_language_where_nobody_says_one(
    wizard: Wizard, tmp_path: Path, answers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANVAS_WIZARD_LANGUAGE", "de-AT")
    assert 0 == wizard("run", "express", "--answers", answers, "--out", "out").code
    assert "Wo wir stehen" in written(tmp_path)


def test_a_flow_that_isnt_there_in_the_surroundings_language_comes_in_its_own(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANVAS_WIZARD_LANGUAGE", "fr")
    ended = wizard("flow", "show", "express")
    assert 0 == ended.code
    assert "Business model express" in ended.out


@pytest.mark.parametrize("command", [("flow", "show", "express"), ("flow", "check", "express")])
def test_a_language_that_a_flow_isnt_there_in_is_told_with_those_that_it_is(
    wizard: Wizard, command: tuple[str, ...]
) -> None:
    ended = wizard(*command, "--language", "fr")
    assert 1 == ended.code
    assert "This flow can't be had in “fr”. It is there in: en, de, es." in ended.out + ended.err


LACKS = "This flow can't be had in “fr”. It is there in: en, de, es."


@pytest.mark.parametrize("typed", [(), ("--language", "fr")])
def test_an_answers_file_in_a_language_that_isnt_there_is_told_and_written_in_the_flows_own(
    wizard: Wizard, tmp_path: Path, answers: str, typed: tuple[str, ...]
) -> None:
    if not typed:
        Path(answers).write_text(f"language: fr\n{ANSWERS}", "utf-8")
    ended = wizard("run", "express", "--answers", answers, "--out", "out", *typed)
    assert (0, True) == (ended.code, LACKS in ended.err)
    assert "**Where we are:** First customers" in written(tmp_path)
    checked = wizard("check", "--answers", answers, "--flow", "express", *typed)
    assert (0, True) == (checked.code, LACKS in checked.err)


def test_what_is_no_language_is_wrong_usage_and_one_that_we_lack_is_told(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("xx", "quatsch", "d"):
        ended = wizard("--language", text, "list")
        assert (2, True) == (ended.code, f"There is no language “{text}”." in ended.err)
    ended = wizard("list", "--language", "pt_BR.UTF-8")
    assert (0, True) == (ended.code, "The program speaks no “pt_BR.UTF-8”, only: " in ended.err)
    for text in ("de_AT.UTF-8", "es"):
        assert "speaks no" not in wizard("list", "--language", text).err
    monkeypatch.setenv("CANVAS_WIZARD_LANGUAGE", "xx")
    assert (0, "No workshop yet. Begin one with canvas-wizard new.\n") == wizard("list")[::2]


def test_the_list_of_flows_is_in_the_language_that_is_spoken(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert wizard("flow", "list").out.startswith("express  Geschäftsmodell in Kürze (")  # the first speaks it
    assert wizard("flow", "list", "--language", "en").out.startswith("business-model  ")


def test_the_list_of_flows_tells_their_languages(wizard: Wizard) -> None:
    lines = wizard("flow", "list").out.splitlines()
    (line,) = [line for line in lines if line.startswith("express")]
    assert line.endswith("(7 steps, 25 minutes; en, de, es)")


def test_the_steps_of_a_flow_are_shown_in_a_language(wizard: Wizard) -> None:
    ended = wizard("flow", "show", "express", "--language", "es")
    assert "Modelo de negocio exprés (express, " in ended.out
    assert "1 Segmentos de clientes (segments, " in ended.out


def test_check_lists_the_texts_that_a_translation_lacks_and_ends_well(wizard: Wizard, tmp_path: Path) -> None:
    assert 0 == wizard("flow", "new", "mine.yaml").code
    folder = tmp_path / "i18n" / "de"
    folder.mkdir(parents=True)
    flow = (tmp_path / "mine.yaml").read_text("utf-8")
    id = next(line.split()[1] for line in flow.splitlines() if line.startswith("flow:"))
    (folder / "mine.yaml").write_text(f"translation: {id}\nlanguage: de\ntitel: Meiner\n", "utf-8")
    ended = wizard("flow", "check", "mine.yaml")
    assert 0 == ended.code, ended.out
    assert "The flow has no text at “titel”. Did you mean title?" in ended.out
    assert "texts missing, so they stay as the flow has them: title, " in ended.out
    only = wizard("flow", "check", "--language", "en", "mine.yaml")
    assert (0, "") == (only.code, only.out)


def test_check_fails_where_a_translation_cant_be_used(wizard: Wizard, tmp_path: Path) -> None:
    assert 0 == wizard("flow", "new", "mine.yaml").code
    folder = tmp_path / "i18n" / "de"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("translation: other\nlanguage: de\n", "utf-8")
    ended = wizard("flow", "check", "mine.yaml")
    assert 1 == ended.code
    assert "i18n/de/mine.yaml:1:14: translation.other_flow" in ended.out


def test_a_workshop_keeps_the_language_that_it_was_begun_in(
    wizard: Wizard, tmp_path: Path, answers: str
) -> None:
    Path(answers).write_text(f"language: es\n{ANSWERS}", "utf-8")
    begun = wizard("import", answers, "--flow", "express", "--language", "de")
    assert 0 == begun.code, begun.err
    name = begun.out.strip()
    exported = wizard("export", name).out
    assert "language: de\n" in exported
    assert "price: 12.5\n" in exported or "price: '12.5'\n" in exported
    assert 0 == wizard("render", name, "--out", "out").code
    rendered = written(tmp_path)
    assert "Wo wir stehen" in rendered
    (tmp_path / "again.yaml").write_text(exported, "utf-8")
    assert 0 == wizard("run", "express", "--answers", "again.yaml", "--out", "out", "--force").code
    assert rendered == written(tmp_path)


def test_a_new_workshop_in_a_language_that_the_flow_lacks_is_told_and_begins_in_its_own(
    wizard: Wizard,
) -> None:
    ended = wizard("--store", "x.db", "new", "--plain", "--language", "fr", "--flow", "express")
    assert "This flow can't be had in “fr”. It is there in: en, de, es." in ended.err
    assert "Business model express." in ended.out


def test_a_new_workshop_begins_in_the_language_that_is_asked_for(wizard: Wizard) -> None:
    ended = wizard("--store", "x.db", "new", "--plain", "--language", "es", "--flow", "express")
    assert "can't be had" not in ended.err
    assert "¿Cómo se llama tu proyecto?" in ended.out
