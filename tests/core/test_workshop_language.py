"""A workshop in a language: what is typed, shown, edited, refused and worked out is written as there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.test_answers import FLOW
from tests.worlds import World
from wizard.core.answers import Offer, editable, parse
from wizard.core.card_views import card_called
from wizard.core.document import context
from wizard.core.flow.model import CardsQuestion, FieldQuestion, MatrixQuestion
from wizard.core.intents import GiveAnswer
from wizard.core.languages import LANGUAGES, Language
from wizard.core.numbers import canonical
from wizard.core.problems import Place
from wizard.core.screen import Input

TEXT = """
flow: laden
title: Ein Laden
language: {language}
steps:
  - id: eins
    title: Eins
    ask:
      - {{id: count, type: number, ask: Wie viele?, max: 10000, suggest: 1234.5}}
      - {{id: price, type: money, ask: Wie teuer?, suggest: 1999.9}}
      - {{id: share, type: percent, ask: Welcher Anteil?, suggest: 12.5}}
      - {{id: day, type: date, ask: Wann?}}
      - id: open
        type: yesno
        ask: Offen?
        help: "{{{{ price }}}}, {{{{ share }}}}, {{{{ day }}}}, {{{{ count * 2 }}}}"
      - id: goods
        type: cards
        ask: Was?
        card: "{{{{ this.what }}}} zu {{{{ this.price }}}}"
        fields: [{{id: what, ask: Was?}}, {{id: price, type: money, ask: Preis?}}]
compute:
  twice: {{value: price * 2, as: money}}
words: {{hello: Guten Tag}}
"""


def shop(language: str) -> World:
    return World(TEXT.format(language=language))


def at(run: World, id: str) -> Input:
    return run.at(id).question.input


@pytest.mark.parametrize(
    ("language", "question", "typed", "stored", "value", "raw"),
    [
        ("de", "count", "1.234,5", "1234.5", "1.234,5", "1234,5"),
        ("de", "price", "1.234,50 €", "1234.5", "1.234,50 EUR", "1234,5"),
        ("de", "price", "1,5k", "1500", "1.500 EUR", "1500"),
        ("de", "share", "12,5 %", "0.125", "12,5\u00a0%", "12,5"),
        ("de", "day", "4.12.2026", "2026-12-04", "4. Dezember 2026", "2026-12-04"),
        ("de", "open", "ja", "true", "ja", "yes"),
        ("de", "open", "nein", "false", "nein", "no"),
        ("de", "open", "no", "false", "nein", "no"),
        ("es", "price", "1.234,50", "1234.5", "1.234,50 EUR", "1234,5"),
        ("es", "day", "4 de diciembre de 2026", "2026-12-04", "4 de diciembre de 2026", "2026-12-04"),
        ("es", "open", "sí", "true", "sí", "yes"),
        ("en", "price", "1,234.50", "1234.5", "1,234.50 EUR", "1234.5"),
        ("fr", "price", "1,234.50", "1234.5", "1,234.50 EUR", "1234.5"),
    ],
)
def test_an_answer_is_typed_stored_shown_and_edited(
    language: str, question: str, typed: str, stored: str, value: str, raw: str
) -> None:
    run = shop(language)
    run.answer(question, typed)
    assert stored == run.facts.stored(Place(question))
    assert (value, raw) == (at(run, question).value, at(run, question).raw)


def test_the_two_answers_are_called_as_in_the_language() -> None:
    assert [("yes", "Sí"), ("no", "No")] == [(one.id, one.label) for one in at(shop("es"), "open").options]


def test_suggestions_are_shown_and_taken_as_in_the_language() -> None:
    run = shop("de")
    expected = [("1.234,5", "1234,5"), ("1.999,90 EUR", "1999,9"), ("12,5\u00a0%", "12,5")]
    views = [at(run, id) for id in ("count", "price", "share")]
    assert expected == [(view.suggestion, view.suggestion_raw) for view in views]
    for view in views:
        run.answer(view.place.question, view.suggestion_raw)
    assert ["1234.5", "1999.9", "0.125"] == [run.facts.stored(view.place) for view in views]


def test_texts_of_the_flow_show_answers_as_in_the_language() -> None:
    run = shop("de")
    for id, raw in (("count", "1.000,5"), ("price", "1.234,5"), ("share", "5"), ("day", "4.12.2026")):
        run.answer(id, raw)
    assert "1.234,50 EUR, 5\u00a0%, 4. Dezember 2026, 2.001" == at(run, "open").help


def test_faces_of_cards_and_what_is_understood_are_written_as_in_the_language() -> None:
    run = shop("de")
    card = run.card("goods", what="Brot", price="4,2")
    view = card_called(run.facts, card)
    assert view is not None
    assert "Brot zu 4,20 EUR" == view.face
    told = run.workshop.preview(Place("price"), "12k")
    assert told is not None
    assert "12.000 EUR" == told.text


@pytest.mark.parametrize(("language", "called"), [("en", "price"), ("de", "Preis?")])
def test_before_a_lone_figure_stands_what_it_is_in_the_language(language: str, called: str) -> None:
    run = shop(language)
    card = run.card("goods", what="Brot", price="4")
    view = card_called(run.facts, card)
    assert view is not None
    assert called == view.fields[1].called


def test_what_is_refused_is_told_in_the_figures_of_the_language() -> None:
    run = shop("de")
    reply = run.workshop.send(GiveAnswer(Place("count"), "12.000,5"))
    assert ["12.000,5 is above the most that makes sense here, 10.000."] == [
        one.text for one in reply.messages
    ]


def test_documents_print_figures_and_words_of_the_language() -> None:
    run = shop("de")
    run.answer("price", "1.234,50")
    made = context(run.facts)
    assert ("2.469 EUR", {"hello": "Guten Tag"}, "de") == (
        str(made["twice"]),
        made["words"],
        made["language"],
    )


def question(id: str) -> FieldQuestion:
    found = FLOW.entries[id].question
    assert not isinstance(found, CardsQuestion | MatrixQuestion)
    return found


@settings(max_examples=200)
@given(
    st.sampled_from(LANGUAGES),
    st.one_of(
        st.tuples(st.just("scale"), st.integers(1, 5).map(str)),
        st.tuples(st.just("number"), st.decimals(0, 100, places=6).map(canonical)),
        st.tuples(st.just("money"), st.decimals(0, 10**12, places=4).map(canonical)),
        st.tuples(
            st.just("percent"), st.decimals(0, 100, places=3).map(lambda share: canonical(share / 100))
        ),
        st.tuples(st.just("date"), st.dates(date(1000, 1, 1)).map(str)),
        st.tuples(st.just("yesno"), st.sampled_from(("true", "false"))),
    ),
)
def test_what_stands_in_the_edit_box_is_read_back_as_what_is_stored(
    language: Language, answer: tuple[str, str]
) -> None:
    id, stored = answer
    raw = editable(question(id), stored, language)
    assert stored == parse(question(id), raw, Offer({}), "EUR", language)


def test_decimals_of_calculations_dont_depend_on_the_language() -> None:
    runs = [shop(language.code) for language in LANGUAGES]
    for run in runs:
        run.answer("price", "7")
    assert {Decimal(14)} == {run.facts.computed("twice") for run in runs}
