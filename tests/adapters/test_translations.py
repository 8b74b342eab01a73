"""Flows in other languages: a translation file lies beside its flow, and what it lacks stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.test_flow_files import content, fine, write, wrong
from tests.core.flow.flows import said
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.expressions import Prose
from wizard.core.flow.model import CardsQuestion, ChoiceQuestion, MatrixQuestion, ScaleQuestion, TextQuestion
from wizard.core.printed import NOTHING
from wizard.core.problems import Problem
from wizard.core.words import sentence
from wizard.ports import LoadedFlow

FLOW = """
flow: shop
title: A shop
description: Who comes, and why.
canvas: small
use: [lib.yaml]
steps:
  - id: start
    title: Begin
    teach: Who are you?
    facilitator: Wait.
    ask:
      - id: name
        ask: What is it called?
        help: A short name.
        suggest: Bakery
        examples: {good: Bread Again, weak: Food}
        rules:
          - {when: this|wordcount > 3, say: "At most three words, not {{ this|wordcount }}."}
      - {id: mood, type: scale, ask: How are you?, range: 1..5, low: Bad, high: Good}
      - id: stage
        type: choice
        ask: How far are you?
        options:
          idea: An idea
          open:
            label: Open
            help: Since when?
            for: [It earns]
            against: [It costs, It tires]
            fits: [{when: mood > 3, because: you are well}]
  - use: lib.more
  - id: goods
    title: "Goods of {{ name }}"
    ask:
      - id: goods
        type: cards
        ask: What do you sell?
        card: "{{ this.what }} for {{ this.price }}"
        block: shelf
        fields:
          - {id: what, ask: What?}
          - {id: price, type: money, ask: For how much?}
      - {id: fit, type: matrix, ask: What suits whom?, rows: goods, columns: people,
         cell: {type: scale, range: 0..3, low: Not, high: Well}}
compute:
  takings:
    title: Takings
    how: All prices together
    value: goods.price|sum
    unless: [{when: goods|length == 0, say: nothing is sold}]
  twice: {value: takings * 2}
sensitivity:
  - {title: What moves it, of: [takings], vary: [goods.price]}
coach:
  - {id: few, when: goods|length < 2, about: [goods], say: "Only {{ goods|length }}?"}
  - use: lib.alone
documents:
  - {file: shop.md, template: shop.md.j2, title: The shop}
words: {hello: Good morning}
"""
LIBRARY = """
lib: lib
options:
  people: {young: {label: Young}, old: {label: Old}}
steps:
  - {id: more, title: More, ask: [{id: why, type: long, ask: Why this?}]}
  - {id: unused, title: Nobody, ask: [{id: never, ask: Never asked?}]}
coach:
  - {id: alone, when: why is defined, about: [why], say: Ask somebody.}
  - {id: silent, when: why is defined, about: [why], say: Nobody takes this one.}
"""
LAYOUT = """
canvas: small
title: The shop on a page
grid: {columns: 1, rows: 1}
blocks: [{id: shelf, title: Shelf, hint: What stands there, column: 1, row: 1}]
"""
GERMAN = """
translation: shop
language: de
title: Ein Laden
description: Wer kommt, und warum.
steps:
  start: {title: Los, teach: Wer bist du?, facilitator: Warte.}
  more: {title: Mehr}
  goods: {title: "Waren von {{ name }}"}
questions:
  name:
    ask: Wie heißt er?
    help: Ein kurzer Name.
    suggest: Bäckerei
    good: Nochmal Brot
    weak: Essen
    rules: ["Höchstens drei Wörter, nicht {{ this|wordcount }}."]
  mood: {ask: Wie geht es dir?, low: Schlecht, high: Gut}
  stage:
    ask: Wie weit bist du?
    options:
      idea: Eine Idee
      open:
        {label: Offen, help: Seit wann?, for: Es trägt sich, against: [Es ermüdet], fits: [es dir gut geht]}
  why: {ask: Warum das?}
  goods: {ask: Was verkaufst du?, card: "{{ this.what }} zu {{ this.price }}"}
  goods.what: {ask: Was?}
  goods.price: {ask: Zu welchem Preis?}
  fit: {ask: Was passt zu wem?, low: Nicht, high: Gut}
options:
  people: {young: Jung, old: {label: Alt}}
compute:
  takings: {title: Einnahmen, how: Alle Preise zusammen, unless: [nichts verkauft wird]}
sensitivity: [Was es bewegt]
coach:
  few: {say: "Nur {{ goods|length }}?"}
  alone: {say: Frag jemanden.}
documents: {shop.md: {title: Der Laden}}
words: {hello: Guten Morgen}
canvas: {title: Der Laden auf einer Seite}
blocks: {shelf: {title: Regal, hint: Was da steht}}
"""
TEMPLATE = "# {{ words.hello }}\n\n{{ takings }} {{ goods|length == 1 }} {{ 1234.5 * 1 }} {{ language }}\n"


def files(folder: Path, german: str = GERMAN, **more: str) -> FlowFiles:
    write(folder, {"shop.yaml": FLOW, "lib.yaml": LIBRARY, "canvases/small.yaml": LAYOUT})
    write(folder, {"shop.md.j2": TEMPLATE, "i18n/de/shop.yaml": german, **more})
    return FlowFiles()


def german(folder: Path, text: str = GERMAN) -> LoadedFlow | tuple[Problem, ...]:
    return files(folder, text).load(str(folder / "shop.yaml"), "de")


def prose(given: Prose | None) -> str:
    assert given is not None
    return given.source


def test_every_text_of_a_flow_its_libraries_and_its_canvas_is_translated(tmp_path: Path) -> None:
    found = fine(german(tmp_path))
    flow = found.flow
    name, mood, stage = (flow.entries[id].question for id in ("name", "mood", "stage"))
    assert ("Ein Laden", "Wer kommt, und warum.", "de") == (
        flow.file.title,
        flow.file.description,
        flow.file.language,
    )
    assert ["Los", "Mehr", "Waren von {{ name }}"] == [prose(step.title) for step in flow.steps]
    assert isinstance(name, TextQuestion)
    assert ("Wie heißt er?", "Ein kurzer Name.", "Bäckerei") == (
        prose(name.ask),
        prose(name.help),
        prose(name.suggest),
    )
    assert ("Nochmal Brot", "Essen") == (name.examples.good, name.examples.weak)
    assert "Höchstens drei Wörter, nicht {{ this|wordcount }}." == prose(name.rules[0].say)
    assert isinstance(mood, ScaleQuestion)
    assert ("Schlecht", "Gut") == (mood.low, mood.high)
    assert isinstance(stage, ChoiceQuestion)
    assert stage.options.inline is not None
    idea, opened = stage.options.inline["idea"], stage.options.inline["open"]
    assert ("Eine Idee", "Offen", "Seit wann?") == (idea.label, opened.label, prose(opened.help))
    assert (("Es trägt sich",), ("Es ermüdet",)) == (opened.for_, opened.against)
    assert "es dir gut geht" == prose(opened.fits[0].because)
    assert {"young": "Jung", "old": "Alt"} == {id: one.label for id, one in flow.options["people"].items()}


def test_what_is_inside_a_question_is_translated_beside_it(tmp_path: Path) -> None:
    flow = fine(german(tmp_path)).flow
    goods, fit = (flow.entries[id].question for id in ("goods", "fit"))
    assert isinstance(goods, CardsQuestion)
    assert ["Was?", "Zu welchem Preis?"] == [prose(field.ask) for field in goods.fields]
    assert "{{ this.what }} zu {{ this.price }}" == prose(goods.card)
    assert isinstance(fit, MatrixQuestion)
    assert ("Nicht", "Gut") == (fit.cell.low, fit.cell.high)


def test_numbers_the_coach_documents_words_and_blocks_are_translated(tmp_path: Path) -> None:
    flow = fine(german(tmp_path)).flow
    takings = flow.computed["takings"]
    assert ("Einnahmen", "Alle Preise zusammen") == (takings.title, takings.how)
    assert "nichts verkauft wird" == prose(takings.unless[0].say)
    assert ["Was es bewegt"] == [one.title for one in flow.file.sensitivity]
    assert ["Nur {{ goods|length }}?", "Frag jemanden."] == [prose(rule.say) for rule in flow.coach]
    assert [("shop.md", "Der Laden")] == [(one.file, one.title) for one in flow.documents]
    assert {"hello": "Guten Morgen"} == flow.file.words
    assert flow.layout is not None
    assert "Der Laden auf einer Seite" == flow.layout.title
    assert [("Regal", "Was da steht")] == [(block.title, block.hint) for block in flow.layout.blocks]


def test_nothing_is_missing_in_a_whole_translation_and_nothing_is_said_against_it(tmp_path: Path) -> None:
    flows = files(tmp_path)
    assert None is flows.lacking(str(tmp_path / "shop.yaml"), "de")
    assert () == fine(flows.load(str(tmp_path / "shop.yaml"), "de")).warnings


def test_what_a_translation_lacks_stays_in_the_language_of_the_flow(tmp_path: Path) -> None:
    text = GERMAN.replace("    help: Ein kurzer Name.\n", "").replace(", fits: [es dir gut geht]", "")
    flows = files(tmp_path, text.replace("words: {hello: Guten Morgen}\n", ""))
    flow = fine(flows.load(str(tmp_path / "shop.yaml"), "de")).flow
    assert "A short name." == prose(flow.entries["name"].question.help)
    assert {"hello": "Good morning"} == flow.file.words
    expected = ("questions.name.help", "questions.stage.options.open.fits.1", "words.hello")
    found = flows.lacking(str(tmp_path / "shop.yaml"), "de")
    assert found is not None
    assert ("tip", expected) == (found.severity, found.details["paths"])
    assert "de: 3 of 44 texts missing" in sentence(found)


def test_a_flow_says_in_which_languages_it_can_be_had(tmp_path: Path) -> None:
    flows = files(
        tmp_path, **{"i18n/es/shop.yaml": "translation: shop\nlanguage: es\n", "i18n/fr/other.yaml": ""}
    )
    assert ("en", "de", "es") == flows.languages(str(tmp_path / "shop.yaml"))
    assert ("en", "de", "es") == fine(flows.load(str(tmp_path / "shop.yaml"), "de")).languages
    assert () == flows.languages("nothing")


@pytest.mark.parametrize(
    ("wanted", "had"), [("de-AT", "de"), ("DE", "de"), ("en", "en"), ("en-GB", "en"), ("", "en")]
)
def test_a_country_is_as_good_as_its_language(tmp_path: Path, wanted: str, had: str) -> None:
    flows = files(tmp_path)
    assert had == fine(flows.load(str(tmp_path / "shop.yaml"), wanted)).flow.file.language


@pytest.mark.parametrize("wanted", ["fr", "klingon", "../de"])
def test_a_language_that_isnt_there_is_told_with_those_that_are(tmp_path: Path, wanted: str) -> None:
    flows = files(tmp_path)
    (found,) = wrong(flows.load(str(tmp_path / "shop.yaml"), wanted))
    assert f"This flow can't be had in “{wanted}”. It is there in: en, de." == sentence(found)


def test_expressions_of_a_translation_are_checked_at_their_place_in_its_file(tmp_path: Path) -> None:
    text = GERMAN.replace("Waren von {{ name }}", "Waren von {{ nmae }}")
    problems = wrong(german(tmp_path, text))
    (found,) = [one for one in problems if one.severity == "error"]
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "nmae" in line)
    assert found.mark is not None
    assert (str(tmp_path / "i18n/de/shop.yaml"), line) == (found.mark.file, found.mark.line)
    assert text.splitlines()[line - 1].index("nmae") + 1 == found.mark.column
    assert "name" == found.details["near"]


@pytest.mark.parametrize(
    ("line", "path", "near"),
    [
        ("titel: Was", "titel", "title"),
        ("options: {poeple: {young: Jung}}", "options.poeple", "people"),
        ("questions: {nmae: {ask: Was}}", "questions.nmae", "name"),
        ("questions: {goods.prize: {ask: Was}}", "questions.goods.prize", "goods.price"),
        ("questions: {name: {aks: Was}}", "questions.name.aks", "ask"),
        ("questions: {goods: {help: Gibt es nicht}}", "questions.goods.help", None),
        ("steps: {unused: {title: Niemand}}", "steps.unused", None),
        ("coach: {silent: {say: Nichts}}", "coach.silent", None),
    ],
)
def test_what_the_flow_doesnt_have_is_warned_of_with_a_near_name(
    tmp_path: Path, line: str, path: str, near: str | None
) -> None:
    loaded = fine(german(tmp_path, f"translation: shop\nlanguage: de\n{line}\n"))
    (found,) = loaded.warnings
    assert ("translation.unknown_key", "warn", path) == (found.code, found.severity, found.details["path"])
    assert near == found.details.get("near") or near is None
    assert found.mark is not None
    assert str(tmp_path / "i18n/de/shop.yaml") == found.mark.file


def test_an_expression_that_a_translation_leaves_out_is_warned_of(tmp_path: Path) -> None:
    loaded = fine(german(tmp_path, GERMAN.replace("Nur {{ goods|length }}?", "Nur so wenig?")))
    assert ["translation.lacks_expression"] == [one.code for one in loaded.warnings]
    assert "leaves out: goods|length." in sentence(loaded.warnings[0])


def test_more_rules_than_the_flow_has_are_left_out_and_warned_of(tmp_path: Path) -> None:
    text = GERMAN.replace('{{ this|wordcount }}."]', '{{ this|wordcount }}.", Noch eine]')
    loaded = fine(german(tmp_path, text))
    assert ["translation.too_many"] == [one.code for one in loaded.warnings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- nothing", "translation.not_one"),
        ("translation: other\nlanguage: de", "translation.other_flow"),
        ("translation: shop\nlanguage: es", "translation.other_language"),
        ("language: de", "flow.missing_key"),
        ("translation: shop\nlanguage: de\nwords: {hello: [a]}", "flow.text_wanted"),
        ("translation: shop\nlanguage: de\nsteps: all", "flow.map_wanted"),
        ("translation: shop\nlanguage: de\ntitle: [", "yaml."),
    ],
)
def test_a_translation_that_cant_be_used_is_told_where_it_is_wrong(
    tmp_path: Path, text: str, code: str
) -> None:
    problems = [one for one in wrong(german(tmp_path, text)) if one.severity == "error"]
    assert problems, "nothing was told"
    assert problems[0].code.startswith(code), said(tuple(problems))
    assert problems[0].mark is not None
    assert str(tmp_path / "i18n/de/shop.yaml") == problems[0].mark.file


def test_a_workshop_keeps_the_translation_that_it_began_with(tmp_path: Path) -> None:
    loaded = fine(german(tmp_path))
    for file in tmp_path.rglob("*.*"):
        file.unlink()
    restored = fine(FlowFiles().restored(loaded.text))
    assert (loaded.flow.digest, content(loaded.flow)) == (restored.flow.digest, content(restored.flow))
    assert "Ein Laden" == restored.flow.file.title


def test_what_was_built_once_is_kept_for_each_language_apart(tmp_path: Path) -> None:
    files(tmp_path)
    path, kept = str(tmp_path / "shop.yaml"), PrivateFolder(tmp_path / "made")
    for _ in range(2):
        titles = [fine(FlowFiles(kept=kept).load(path, tag)).flow.file.title for tag in ("de", "", "de")]
        assert ["Ein Laden", "A shop", "Ein Laden"] == titles
    write(tmp_path, {"i18n/de/shop.yaml": GERMAN.replace("Ein Laden", "Mein Laden")})
    assert "Mein Laden" == fine(FlowFiles(kept=kept).load(path, "de")).flow.file.title


def test_a_translation_of_a_shipped_flow_isnt_used_for_somebodys_own_of_that_name(tmp_path: Path) -> None:
    write(tmp_path / "shipped", {"i18n/de/mine.yaml": GERMAN, "mine.yaml": FLOW})
    write(tmp_path / "own", {"mine.yaml": FLOW, "lib.yaml": LIBRARY, "canvases/small.yaml": LAYOUT})
    flows = FlowFiles(shipped=tmp_path / "shipped")
    assert ("en",) == flows.languages(str(tmp_path / "own" / "mine.yaml"))


def test_a_template_knows_the_texts_of_its_flow(tmp_path: Path) -> None:
    flows = files(tmp_path)
    path = str(tmp_path / "shop.yaml")
    write(tmp_path, {"shop.md.j2": "{{ words.helo }} {{ words['hello'] }}"})
    found = [one for one in wrong(flows.load(path, "de")) if one.severity == "error"]
    assert [("document.unknown_word", "hello")] == [(one.code, one.details.get("near")) for one in found]


def test_a_template_writes_figures_as_its_flow_does(tmp_path: Path) -> None:
    flows = files(tmp_path)
    for language, expected in (
        ("de", "# Guten Morgen\n\n— nein 1.234,5 de\n"),
        ("", "# Good morning\n\n— no 1,234.5 en\n"),
    ):
        found = fine(flows.load(str(tmp_path / "shop.yaml"), language))
        context = {"words": found.flow.file.words, "language": found.flow.file.language}
        text = flows.renderer(found).render("shop.md.j2", {**context, "takings": NOTHING, "goods": []})
        assert expected == text
