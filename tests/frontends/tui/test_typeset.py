"""Documents set in lines: nothing is lost, nothing is obeyed, every line fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from wizard.core.markdown import escaped, escaped_cell
from wizard.frontends.tui.widgets.typeset import Job, Lines, Look, Typesetter, sections

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e]")
LOOK = Look("#e6b450", "#7fb4ca", "#8b92a3", "#39404f")
LONG = """\
# One

First *words*.

## Two

- a
- b

| h | i |
| --- | ---: |
| c | d |

### Three

Last
"""
MARKS = st.text(
    st.sampled_from("ab \n\t#>-*_`|[]()!<&:~1.\\面é👨‍👩‍👧שﬁ\u200d\u0301\x1b\x07\x9b\u202e"), max_size=200
)
BLOCKS = (
    "| a | b |\n|---|---|\n| 面包 | x |\n",
    "```\ncode\n```\n",
    "# Title\n",
    "> quote\n",
    "- item\n",
    "1. item\n",
)
INLINE = ("![picture](a.png) ", "<b>", "</kbd>", "<br>", "<!-- c -->", "&#27;", "&#x202e;", "[a]", "\r\n")
FAR = (
    "***\n",
    "    code\n",
    "[a]: http://x.y\n",
    "<script>\n",
    "~~~\n",
    "  - deeper\n",
    "\n\n",
    "Setext\n---\n",
)
PIECES = st.sampled_from((*BLOCKS, *INLINE, *FAR))
TEXTS = st.lists(st.one_of(MARKS, PIECES), max_size=12).map("".join)
# What a joiner without an emoji on both sides does to its neighbours no two terminals agree on.
STRAY_JOINER = re.compile("(?:^|[\x00-\u2fff\u200d])\u200d|\u200d(?:$|[\x00-\u25ff])")


def lines_of(text: str, width: int = 60, *, source: bool = False) -> Lines:
    every = Lines([], [])
    for _, lines in Typesetter().lines(Job(text, width, LOOK, source)):
        every.strips.extend(lines.strips)
        every.rows.extend(lines.rows)
    return every


def drawn(text: str, width: int = 60, *, source: bool = False) -> list[str]:
    """The lines as text, without the blanks at their ends and the empty ones at the end."""
    lines = [strip.text.rstrip() for strip in lines_of(text, width, source=source).strips]
    while lines and not lines[-1]:
        lines.pop()
    return lines


@settings(max_examples=150)
@given(TEXTS, st.integers(8, 90), st.booleans())
def test_every_line_of_anything_is_as_wide_as_the_page_and_steers_nothing(
    text: str, width: int, source: bool
) -> None:
    lines = lines_of(text, width, source=source)

    tame = (strip for strip in lines.strips if not STRAY_JOINER.search(strip.text))
    assert {width} >= {sum(cell_len(segment.text) for segment in strip) for strip in tame}
    assert {width} >= {strip.cell_length for strip in lines.strips}
    assert [] == [
        strip for strip in lines.strips if re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", strip.text)
    ]
    assert [] == [s.style for strip in lines.strips for s in strip if s.style and s.style.link]
    assert len(lines.strips) == len(lines.rows)
    assert sorted(lines.rows) == lines.rows
    assert all(0 <= row <= text.count("\n") + text.count("\r") for row in lines.rows)


@given(TEXTS)
def test_sections_are_the_whole_text_in_order(text: str) -> None:
    assert text == "".join(part.text for part in sections(text))
    assert text == "\n".join(part.text for part in sections(text, source=True))
    assert [part.row for part in sections(text)] == [
        "".join(part.text for part in sections(text)[:n]).count("\n") for n in range(len(sections(text)))
    ]


@given(st.lists(st.sampled_from([*"#ab-", "# t\n", "\n", "> ", "- ", "    ", "## u\n\n", "| a |\n|---|\n"])))
def test_sections_alone_mean_what_they_mean_together(pieces: list[str]) -> None:
    text = "".join(pieces)
    # A comment at the end keeps everything in one section, and nobody sees it.
    assert drawn(text + "\n\n<!-- -->") == drawn(text)


def test_headings_lists_and_tables() -> None:
    expected = """\
One
━━━━━━━━━━━━━━━━━━━━

First words.

Two

 • a
 • b

h  i
────
c  d

Three

Last"""
    assert expected.split("\n") == drawn(LONG, 20)


def test_the_source_is_there_as_it_is_written_and_folds() -> None:
    assert ["# A", "  - b", "    c", "one two", "three"] == drawn(
        "# A\n  - b\n\tc\none two three", 8, source=True
    )


def test_what_people_wrote_is_told_in_full_and_never_obeyed() -> None:
    wild = "\x1b]8;;http://x\x07 *a* [b](c) <br> `d` \u202e"
    expected = "␛]8;;http://x␇ *a* [b](c) <br> `d` ‹U+202E›"

    assert [expected] == drawn(escaped(wild))
    assert expected in "\n".join(drawn(f"| h |\n| --- |\n| {escaped_cell(wild)} |"))


def test_a_control_character_written_as_a_reference_is_made_visible_too() -> None:
    assert ["a‹U+202E›b"] == drawn("a&#x202e;b")


def test_a_line_break_in_a_cell_is_one() -> None:
    cell = escaped_cell("one\ntwo")
    assert ["h", "─────", "one", "two", "three"] == drawn(f"| h |\n|---|\n| {cell}<br/>three |")


def test_a_link_and_a_picture_say_where_they_lead() -> None:
    assert ["read (http://x.y) and [see] (a.png)"] == drawn("[read](http://x.y) and ![see](a.png)")


def test_other_html_stands_there_as_it_is_and_comments_do_not() -> None:
    assert ["one <b>two</kbd>"] == drawn("one <b>two</kbd><!-- three -->")


def test_a_table_folds_with_a_thin_line_between_its_rows() -> None:
    table = "| what | why |\n| --- | --- |\n| one two three four five | six |\n| seven | eight |\n"

    lines = drawn(table, 22)

    words = " ".join(lines).split()
    assert ["what", "why", "one", "six", "seven", "eight"] == [
        w for w in words if w in "what why one six seven eight"
    ]
    assert any("╌" in line for line in lines)


def test_a_table_with_too_many_columns_is_told_row_by_row() -> None:
    table = "| one | two | three | four |\n|---|---|---|---|\n| a | b | c |  |\n| e | f | g | h |\n"

    expected = ["one: a", "two: b", "three: c", "", "one: e", "two: f", "three: g", "four: h"]
    assert expected == drawn(table, 20)


@pytest.mark.parametrize("begin", [">", "- ", "1. "])
def test_however_deep_it_goes_words_have_room(begin: str) -> None:
    deep = (
        "\n".join(" " * 3 * n + begin + f"level{n}" for n in range(25))
        if begin != ">"
        else ">" * 25 + "level24"
    )

    assert "level24" in "".join(line.strip(" ▌•") for line in drawn(deep, 20))


def test_each_line_knows_its_row() -> None:
    lines = lines_of(LONG, 20)
    text = LONG.split("\n")

    for word in ("First", "Two", "Last"):
        at = next(n for n, strip in enumerate(lines.strips) if word in strip.text)
        assert word in text[lines.rows[at]]


def test_only_what_changed_is_set_again() -> None:
    setter = Typesetter()
    before = [lines for _, lines in setter.lines(Job(LONG, 40, LOOK))]
    after = [lines for _, lines in setter.lines(Job(LONG.replace("Last", "End"), 40, LOOK))]

    assert [True, True, False] == [old.strips is new.strips for old, new in zip(before, after, strict=True)]


CANVAS = """\
| Partners | Activities | Segments |
| --- | --- | --- |
| Bakeries | Dry | Cooks |
|  | **Resources** | Brewers and all who like to brew |
|  | A **mill** |  |
"""


def test_a_canvas_that_is_too_narrow_is_told_block_by_block() -> None:
    """A title in the middle of a column is no answer to the title above it."""
    assert [
        "Partners",
        " • Bakeries",
        "",
        "Activities",
        " • Dry",
        "",
        "Resources",
        " • A mill",
        "",
        "Segments",
        " • Cooks",
        " • Brewers and all who like to",
        "   brew",
    ] == drawn(CANVAS, 30)


def test_a_canvas_that_fits_is_a_table() -> None:
    assert "Partners  Activities  Segments" == drawn(CANVAS, 70)[0]


def test_a_row_with_a_title_of_its_own_makes_no_blocks() -> None:
    told = drawn("| What | Paid |\n| --- | --- |\n| Rent for all | 5 |\n| **Sum** | **5** |\n", 12)

    assert "Sum" == told[-1][:3]
    assert not any(" • " in line for line in told)
