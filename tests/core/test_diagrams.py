"""Words in a Mermaid diagram: whatever was typed stays a label."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.diagrams import label


def test_plain_words_stay_as_they_are() -> None:
    assert '"Small restaurants (Ghent), 48%: [ok]"' == label("Small restaurants (Ghent), 48%: [ok]")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('the "best" crumbs', '"the ”best” crumbs"'),
        ("`**bold**`", '"’**bold**’"'),
        ("two\nlines", '"two / lines"'),
        ("%%{init: {'theme': 'dark'}}%%", "\"% %{init: {'theme': 'dark'}}% %\""),
        ("I #9829; bread", '"I ＃9829; bread"'),
        ("<b>bread</b> &amp; salt", '"‹b›bread‹/b› ＆amp; salt"'),
        ("", '""'),
    ],
)
def test_what_would_mean_something_becomes_a_letter_that_looks_alike(typed: str, read: str) -> None:
    assert read == label(typed)


def test_a_long_text_is_cut_and_says_so() -> None:
    assert '"Crumbs, croutons…"' == label("Crumbs, croutons and brewing bread", 18)


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_any_text_is_one_label_of_one_line(text: str, most: int) -> None:
    made = label(text, most)

    assert 2 == made.count('"')
    assert made[0] == made[-1] == '"'
    assert [made] == made.splitlines()
    assert most + 2 >= len(made)
    assert not re.search(r"%%|[`<>#&\\]", made)
