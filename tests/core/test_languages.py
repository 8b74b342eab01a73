"""Figures and days in the languages that have a way of their own: read, shown, and read again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.dates import display_date, read_date
from wizard.core.languages import (
    ENGLISH,
    LANGUAGES,
    Language,
    canonical_tag,
    language_of,
    offered,
)
from wizard.core.numbers import display, display_money, display_percent, read_number, typed
from wizard.core.problems import Problem
from wizard.core.words import sentence

GERMAN, SPANISH = language_of("de"), language_of("es")
languages = st.sampled_from(LANGUAGES)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)


def refused(found: object) -> str:
    assert isinstance(found, Problem), found
    return found.code


@pytest.mark.parametrize("language", [GERMAN, SPANISH])
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234", "1234"),
        ("1.234,50", "1234.50"),
        ("1234,5", "1234.5"),
        ("1,5", "1.5"),
        ("1,234", "1.234"),
        (",5", "0.5"),
        ("-1.234.567,8", "-1234567.8"),
        ("1 234 567", "1234567"),
        ("1\u202f234,5", "1234.5"),
        ("12k", "12000"),
    ],
)
def test_a_comma_starts_the_decimals_and_points_group(language: Language, text: str, number: str) -> None:
    assert Decimal(number) == read_number(text, language=language)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        (GERMAN, "1,5 Mio.", "1500000"),
        (GERMAN, "2 mrd", "2000000000"),
        (GERMAN, "12 Tsd", "12000"),
        (SPANISH, "3 mil", "3000"),
        (SPANISH, "1,5 millones", "1500000"),
    ],
)
def test_words_for_large_numbers_are_of_the_language(language: Language, text: str, number: str) -> None:
    assert Decimal(number) == read_number(text, language=language)
    assert "number.not_a_number" == refused(read_number(text))


def test_what_may_mean_two_numbers_is_refused_with_both_in_the_language() -> None:
    found = read_number("1.5", language=GERMAN)
    assert isinstance(found, Problem)
    assert "1,5 or 15? Write the one you mean." in sentence(found)
    assert "A comma starts the decimals" in sentence(found)


def test_badly_grouped_figures_are_refused_with_the_number_that_they_may_mean() -> None:
    found = read_number("12.34.567", language=GERMAN)
    assert isinstance(found, Problem)
    assert ("number.grouping_comma", {"reading": "1234567"}) == (found.code, dict(found.details))


def test_only_english_asks_about_a_point_before_three_figures() -> None:
    assert "number.point_or_thousands" == refused(read_number("1.234"))
    assert Decimal(1234) == read_number("1.234", language=GERMAN)


def test_an_example_in_a_message_is_written_as_the_language_does() -> None:
    found = read_number("viel", language=GERMAN)
    assert isinstance(found, Problem)
    assert "Write this as a number in figures, such as 1200, 1.200,50 or 12k." == sentence(found)


@pytest.mark.parametrize(
    ("language", "number", "money", "percent"),
    [
        (ENGLISH, "1,234.5", "1,234.50 EUR", "12.5%"),
        (GERMAN, "1.234,5", "1.234,50 EUR", "12,5\u00a0%"),
        (SPANISH, "1.234,5", "1.234,50 EUR", "12,5\u00a0%"),
    ],
)
def test_figures_are_shown_as_the_language_writes_them(
    language: Language, number: str, money: str, percent: str
) -> None:
    assert number == display(Decimal("1234.5"), language)
    assert money == display_money(Decimal("1234.5"), "EUR", language)
    assert percent == display_percent(Decimal("0.125"), language)


@given(numbers, languages)
def test_what_stands_in_the_edit_box_reads_back_as_it_was(number: Decimal, language: Language) -> None:
    assert number == read_number(typed(number, language), language=language)


@given(numbers, languages)
def test_amounts_and_percentages_read_back_as_they_are_shown(number: Decimal, language: Language) -> None:
    written = display_money(number, "EUR", language)
    found = read_number(written, currency="EUR", language=language)
    assert number == found or "number.point_or_thousands" == refused(found)
    percent = display_percent(number / 10000, language)
    shown = read_number(percent, percent=True, language=language)
    assert shown == round(number / 100, 2) or abs(number) < 1 or refused(shown) == "number.point_or_thousands"


@pytest.mark.parametrize(
    ("language", "shown"),
    [(ENGLISH, "4 December 2026"), (GERMAN, "4. Dezember 2026"), (SPANISH, "4 de diciembre de 2026")],
)
def test_a_day_is_shown_as_the_language_writes_it(language: Language, shown: str) -> None:
    assert shown == display_date(date(2026, 12, 4), language)


@given(st.dates(min_value=date(1000, 1, 1)), languages)
def test_a_day_that_is_shown_reads_back(day: date, language: Language) -> None:
    assert day == read_date(display_date(day, language), language)
    assert day == read_date(day.isoformat(), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (GERMAN, "4.12.2026"),
        (GERMAN, "4. 12. 2026"),
        (GERMAN, "4. Dez. 2026"),
        (GERMAN, "4 dezember 2026"),
        (SPANISH, "4/12/2026"),
        (SPANISH, "4-12-2026"),
        (SPANISH, "4 dic 2026"),
        (SPANISH, "4 de DICIEMBRE del 2026"),
    ],
)
def test_a_day_is_read_in_the_ways_of_the_language(language: Language, text: str) -> None:
    assert date(2026, 12, 4) == read_date(text, language)


@pytest.mark.parametrize("name", ["März", "Maerz", "Marz", "Mär", "MÄRZ"])
def test_accents_may_be_left_out_of_months(name: str) -> None:
    assert date(2026, 3, 1) == read_date(f"1. {name} 2026", GERMAN)


def test_a_day_in_figures_stays_refused_where_even_the_language_leaves_it_open() -> None:
    found = read_date("4/12/2026", GERMAN)
    assert isinstance(found, Problem)
    assert "4. Dezember 2026 or 12. April 2026? Write 2026-12-04 or 2026-04-12." == sentence(found)


def test_a_day_that_its_month_lacks_is_refused_in_figures_too() -> None:
    assert "date.no_such_day" == refused(read_date("31.2.2026", GERMAN))
    assert "date.no_such_month" == refused(read_date("12.31.2026", GERMAN))


def test_a_month_of_another_language_is_refused_with_how_to_write_it() -> None:
    found = read_date("1 Dezember 2026")
    assert isinstance(found, Problem)
    assert "There is no month called Dezember. Write it in English, as in 1 February 2026." in sentence(found)


@pytest.mark.parametrize(
    ("text", "tag"), [("DE", "de"), ("pt_br", "pt-BR"), (" es ", "es"), ("klingon", ""), ("", "")]
)
def test_a_tag_is_spelt_one_way(text: str, tag: str) -> None:
    assert tag == canonical_tag(text)


def test_a_country_falls_back_to_its_language_and_no_further() -> None:
    assert "pt" == offered("pt-BR", ("en", "pt"))
    assert "pt-BR" == offered("pt-br", ("pt", "pt-BR"))
    assert "" == offered("pt", ("en", "pt-BR"))


def test_a_language_that_nobody_described_is_written_as_english_is() -> None:
    assert ENGLISH is language_of("tlh")
    assert GERMAN is language_of("de-AT")


def test_every_language_has_twelve_months_and_words_for_yes_and_no() -> None:
    for language in LANGUAGES:
        assert 12 == len(language.months)
        assert {language.yes} <= language.yes_words
        assert {language.no} <= language.no_words
        assert not language.yes_words & language.no_words
