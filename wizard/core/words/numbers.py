"""Sentences about numbers and dates that can't be read. Knows nothing of how they are read."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "number.not_a_number": Sentence(
        "Write this as a number in figures, such as 1200, {example} or 12k.",
    ),
    "number.other_digits": Sentence(
        "Use the figures 0 to 9: {figures}.",
    ),
    "number.two_readings": Sentence(
        "{first} or {second}? Write the one you mean.",
        "A point starts the decimals; commas only group thousands, as in 1,200.50.",
    ),
    "number.two_readings_comma": Sentence(
        "{first} or {second}? Write the one you mean.",
        "A comma starts the decimals; points only group thousands, as in 1.200,50.",
    ),
    "number.point_or_thousands": Sentence(
        "For thousands write {thousands}; for decimals write {decimals}.",
    ),
    "number.grouping": Sentence(
        "If you mean {reading}, write {reading}.",
        "Thousands may be grouped by threes, as in 1,200,000; a point starts the decimals.",
    ),
    "number.grouping_comma": Sentence(
        "If you mean {reading}, write {reading}.",
        "Thousands may be grouped by threes, as in 1.200.000; a comma starts the decimals.",
    ),
    "number.too_long": Sentence(
        "This number is longer than {limit} digits. Write a shorter one.",
    ),
    "number.percent_not_wanted": Sentence(
        "This is a number, not a percentage. Write it without the %: {number}.",
    ),
    "number.currency_not_wanted": Sentence(
        "This is a number, not an amount of money. Write it without {found}.",
    ),
    "number.other_currency": Sentence(
        "Amounts here are in {wanted}, not in {found}. Write what it is in {wanted}.",
        "The currency is chosen before a workshop begins: with the key c, or with new --currency {other}.",
    ),
    "number.no_currency": Sentence(
        "Write the currency in three letters, such as EUR.",
    ),
    "date.not_a_date": Sentence(
        "Write the day like this: 2026-02-01, or {example}.",
    ),
    "date.two_readings": Sentence(
        "{first} or {second}? Write {write} or {or_write}.",
    ),
    "date.in_figures": Sentence(
        "If you mean {reading}, write {write}.",
        "Days all in figures are read differently from country to country.",
    ),
    "date.two_digit_year": Sentence(
        "Write the day with its year in four figures, like this: 2026-02-01, or {example}.",
    ),
    "date.year_not_whole": Sentence(
        "Write the year in four figures, as in {example}.",
    ),
    "date.year_missing": Sentence(
        "Add the year, as in {example}.",
    ),
    "date.day_missing": Sentence(
        "Add the day of the month, as in {example}.",
    ),
    "date.unknown_month": Sentence(
        "There is no month called {name}. Write it in {language}, as in {example}.",
    ),
    "date.no_such_month": Sentence(
        "There is no month {month}: months go from 01 to 12. Write year, month and day, as in 2026-02-01.",
    ),
    "date.no_such_day": Sentence(
        "{month} {year} has {last} days. Choose a day from 1 to {last}.",
    ),
}
