"""YAML to nodes with marks, by both parsers, and each mistake by its cause."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.adapters.flow_yaml import MAX_BYTES, MAX_DEPTH, MAX_VALUES, decode, read, reading
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.problems import Mark, Problem
from wizard.core.words import sentence


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything here holds for both parsers of PyYAML."""
    monkeypatch.setattr(reading, "LOADER", getattr(yaml, request.param))
    return str(request.param)


def node_of(text: str) -> Node:
    node, problems = read(text, "flow.yaml")
    assert () == problems
    assert node is not None
    return node


def faults(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem, in the order of the file."""
    found = []
    for one in read(text, "flow.yaml")[1]:
        assert one.mark is not None
        assert one.mark.file == "flow.yaml"
        found.append((one.code, one.mark.line, one.mark.column))
    return found


def only(text: str) -> Problem:
    problems = read(text, "flow.yaml")[1]
    assert 1 == len(problems), problems
    return problems[0]


def at(line: int, column: int) -> Mark:
    return Mark("flow.yaml", line, column)


def test_each_value_has_its_place_and_its_style() -> None:
    text = "a: plain\nb: 'single'\nc: [\"double\", |\n]\n".replace(", |\n", ",\n  {d: e}")
    expected = Mapping(
        (
            (Scalar("a", at(1, 1)), Scalar("plain", at(1, 4))),
            (Scalar("b", at(2, 1)), Scalar("single", at(2, 4), "single")),
            (
                Scalar("c", at(3, 1)),
                Sequence(
                    (
                        Scalar("double", at(3, 5), "double"),
                        Mapping(((Scalar("d", at(4, 4)), Scalar("e", at(4, 7))),), at(4, 3)),
                    ),
                    at(3, 4),
                ),
            ),
        ),
        at(1, 1),
    )
    assert expected == node_of(text)


def test_block_text_keeps_its_lines() -> None:
    node = node_of("a: |\n  one\n  two\nb: >\n  one\n  two\n")
    assert isinstance(node, Mapping)
    assert [Scalar("one\ntwo\n", at(1, 4), "block"), Scalar("one two\n", at(4, 4), "block")] == [
        value for _, value in node.pairs
    ]


def test_every_scalar_is_text() -> None:
    node = node_of("[no, 1.10, 12:30, null, ~, 2026-02-01, '']")
    assert isinstance(node, Sequence)
    assert ["no", "1.10", "12:30", "null", "~", "2026-02-01", ""] == [
        item.text for item in node.items if isinstance(item, Scalar)
    ]


def test_a_key_without_a_value_has_an_empty_plain_one() -> None:
    node = node_of("a:\nb: 1\n")
    assert isinstance(node, Mapping)
    assert isinstance(node.get("a"), Scalar)
    assert Scalar("", at(1, 3)) == node.get("a")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_marks_count_characters_and_lines_of_any_kind(line_end: str) -> None:
    text = line_end.join(["\ufeffé😀: ü", "", "b: [日本, x]", "c: @"])
    assert [("yaml.reserved_character", 4, 4)] == faults(text)
    node = node_of(text.removesuffix("c: @"))
    assert isinstance(node, Mapping)
    assert Scalar("ü", at(1, 5)) == node.get("é😀")
    assert Sequence((Scalar("日本", at(3, 5)), Scalar("x", at(3, 9))), at(3, 4)) == node.get("b")


def test_an_alias_is_the_node_that_it_stands_for() -> None:
    node = node_of("a: &x [1, 2]\nb: *x\n")
    assert isinstance(node, Mapping)
    assert node.get("a") is node.get("b")


def test_an_unknown_alias_is_refused_with_a_near_name() -> None:
    problem = only("a: &stages [x]\nb: *stage\n")
    assert ("yaml.unknown_alias", at(2, 4), {"name": "stage", "near": "stages"}) == (
        problem.code,
        problem.mark,
        problem.details,
    )


def test_an_alias_inside_what_it_repeats_is_refused() -> None:
    assert [("yaml.alias_of_itself", 2, 5)] == faults("a: &x\n  - *x\n")


def test_aliases_count_as_if_they_were_written_out() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for name, before in zip("bcdef", "abcde", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    assert ["yaml.alias_bomb"] == [code for code, _, _ in faults("\n".join(lines))]
    assert [] == faults("\n".join(lines[:4]))


def test_aliases_can_not_hide_depth() -> None:
    deep = "a: &a " + "[" * 30 + "x" + "]" * 30
    assert [] == faults(f"{deep}\nb: {'[' * 19}*a{']' * 19}")
    assert [("yaml.too_deep", 2, 24)] == faults(f"{deep}\nb: {'[' * 20}*a{']' * 20}")


def test_lists_may_be_nested_to_the_limit_and_no_further() -> None:
    assert [] == faults("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert [("yaml.too_deep", 1, MAX_DEPTH + 1)] == faults("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "{{", "[{", "a: [{{"])
def test_endless_nesting_stops_at_the_limit(unit: str) -> None:
    found = [code for code, _, _ in faults(unit * 100_000)]
    assert set(found) & {"yaml.too_deep", "yaml.bracket_open", "yaml.key_not_text", "yaml.braces"}
    assert len(found) <= 2


def test_too_many_values_are_refused(loader: str) -> None:
    if loader == "SafeLoader":
        pytest.skip("the same code, and slow with the Python parser")
    assert [] == faults("- x\n" * (MAX_VALUES - 1))
    assert [("yaml.too_many_values", MAX_VALUES, 3)] == faults("- x\n" * MAX_VALUES)


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    assert [("yaml.too_large", 1, 1)] == faults("#" * (MAX_BYTES + 1))
    large = decode(b"#" * (MAX_BYTES + 1), "flow.yaml")
    assert isinstance(large, Problem)
    assert "yaml.too_large" == large.code
    assert "#" * MAX_BYTES == decode(b"#" * MAX_BYTES, "flow.yaml")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert [("yaml.empty", 1, 1)] == faults(text)


def test_of_a_key_that_is_there_twice_the_first_stays() -> None:
    node, problems = read("a: 1\nb: 2\n'a': 3\n", "flow.yaml")
    assert isinstance(node, Mapping)
    assert ["a", "b"] == [key.text for key, _ in node.pairs]
    assert Scalar("1", at(1, 4)) == node.get("a")
    assert [("yaml.duplicate_key", at(3, 1), {"key": "a", "line": 1})] == [
        (one.code, one.mark, one.details) for one in problems
    ]


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    assert [] == faults("- {a: 1}\n- {a: 2, b: {a: 3}}\n")


@pytest.mark.parametrize(
    ("text", "column", "tag"),
    [
        ("a: !x b\n", 4, "!x"),
        ("a: ! b\n", 4, "!"),
        ("a: !!str b\n", 4, "!!str"),
        ("a: &n !x b\n", 4, "!x"),
        ("a: !<tag:x,2000:y> b\n", 4, "!<tag:x"),
        ("a: !e!x b\n", 4, "!e!x"),
        ("a: !!python/object/apply:os.system [ls]\n", 4, "!!python/object/apply:os.system"),
        ("!x {a: b}\n", 1, "!x"),
        ("{!x a: b}\n", 2, "!x"),
    ],
)
def test_a_tag_is_refused_with_its_place(text: str, column: int, tag: str) -> None:
    problem = only(text)
    assert ("yaml.tag", at(1, column), tag) == (problem.code, problem.mark, problem.details["tag"])


def test_merge_keys_are_refused_but_not_quoted_ones() -> None:
    assert [("yaml.merge_key", 2, 1)] == faults("a: &x {b: c}\n<<: *x\n")
    assert [] == faults("'<<': x\n")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("? [a]\n: b\n", 3),
        ("? {a: b}\n: c\n", 3),
        ("{: x}", 2),
        (": x", 1),
        ("[&a x, *a : b]", 8),
        ("{? : x}", 2),
    ],
)
def test_a_key_must_be_text(text: str, column: int) -> None:
    found = faults(text)
    assert 1 == len(found)
    assert "yaml.key_not_text" == found[0][0]
    assert column <= found[0][2] <= column + 2


def test_a_second_document_is_refused_where_it_starts() -> None:
    assert [("yaml.several_documents", 2, 1)] == faults("a: 1\n---\nb: 2\n")
    assert [("yaml.several_documents", 3, 1)] == faults("a: 1\n...\nb: 2\n")
    assert [] == faults("---\na: 1\n...\n")


def test_directives_are_refused() -> None:
    assert [("yaml.directive", 1, 1)] == faults("%YAML 1.1\n---\na: 1\n")
    assert [("yaml.directive", 1, 1)] == faults("".join(f"%TAG !a{n}! b\n" for n in range(60_000)))


def test_all_problems_of_a_file_are_told_together_in_its_order() -> None:
    text = "a: !x 1\nb: *none\na: 2\nc: {{ d }}\n<<: 3\ne: \x07\nf: Hi: there\ng: @never seen\n"
    assert [
        ("yaml.tag", 1, 4),
        ("yaml.unknown_alias", 2, 4),
        ("yaml.duplicate_key", 3, 1),
        ("yaml.braces", 4, 4),
        ("yaml.merge_key", 5, 1),
        ("yaml.control_character", 6, 4),
        ("yaml.colon", 7, 6),
    ] == faults(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "instead"),
    [
        ("a: 1\nask: {{ x }}\n", 2, 6, 'ask: "{{ x }}"'),
        ("a: 1\nask: {{ x }} is\n", 2, 6, 'ask: "{{ x }} is"'),
        ("a: 1\n- ask: {{ x }}\n".replace("a: 1", "- a: 1"), 2, 8, 'ask: "{{ x }}"'),
        ("- {{ x }}\n", 1, 3, '- "{{ x }}"'),
        ("ask: {{ x | join(', ') }}\nb: 2\n", 1, 6, "ask: \"{{ x | join(', ') }}\""),
        ('ask: {{ x | join(", ") }}\nb: 2\n', 1, 6, 'ask: "{{ x | join(\\", \\") }}"'),
        ("ask: {{ x }\nb: 1\n", 1, 6, 'ask: "{{ x }"'),
        ("ask: {{ x\nb: @\n", 1, 6, 'ask: "{{ x"'),
        ("- {id: a, ask: {{ x }}, b: 1}\n", 1, 16, 'ask: "Who pays, and why?"'),
        ("- {id: a, ask: Hi {{ x }}}\n", 1, 19, 'ask: "Who pays, and why?"'),
        ("- {id: a, ask: {{ x }} is}\n", 1, 16, 'ask: "Who pays, and why?"'),
    ],
)
def test_unquoted_braces_are_refused_with_the_quoted_line(
    text: str, line: int, column: int, instead: str
) -> None:
    problem = only(text)
    assert ("yaml.braces", at(line, column), instead) == (
        problem.code,
        problem.mark,
        problem.details["instead"],
    )


def test_unquoted_braces_become_the_text_that_was_meant() -> None:
    node, problems = read("a: {{ x }}\nb: 1\n", "flow.yaml")
    assert isinstance(node, Mapping)
    assert ["yaml.braces"] == [one.code for one in problems]
    assert Scalar("{{ x }}", at(1, 4), "double") == node.get("a")
    assert Scalar("1", at(2, 4)) == node.get("b")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("ask: Hi: there\n", "yaml.colon", 1, 8),
        ("- a: b: c\n", "yaml.colon", 1, 7),
        ('a: "x": y\n', "yaml.colon", 1, 7),
        ("a: [b: c: d]\n", "yaml.colon", 1, 9),
        ("{a: b: c}\n", "yaml.colon", 1, 6),
        ("say: x\n  and then: this\n", "yaml.colon", 2, 11),
        ("a:1\nb: 2\n", "yaml.colon_missing", 1, 1),
        ("a:\n  b: 1\nc\nd: 1\n", "yaml.colon_missing", 3, 1),
        *((f"a: {sign}x\n", "yaml.reserved_character", 1, 4) for sign in "@`%|>],}"),
        *((f"a: {sign} x\n", "yaml.reserved_character", 1, 4) for sign in "*&-?"),
        ("a: *\n", "yaml.reserved_character", 1, 4),
        ("a: *very* good\n", "yaml.reserved_character", 1, 4),
        ("a: &x *y\n", "yaml.reserved_character", 1, 4),
        ("- [x, @y]\n", "yaml.reserved_character", 1, 7),
        ("%x: 1\n", "yaml.reserved_character", 1, 1),
        ("\ta: 1\n", "yaml.tab", 1, 1),
        ("a:\n\tb: 1\n", "yaml.tab", 2, 1),
        ("a:\n  b: 1\n  \tc: 2\n", "yaml.tab", 3, 3),
        ("a: 1\n\tb\n", "yaml.tab", 2, 1),
        ('a: "x\nb: 1\n', "yaml.quote_open", 1, 4),
        ("a: 'x\nb: 1", "yaml.quote_open", 1, 4),
        ('a: "x\nb: "y"\n', "yaml.quote_open", 1, 4),
        ('a: "x\nb: 1\nc: "y"\n', "yaml.quote_open", 1, 4),
        ('a: "x\n---\n', "yaml.quote_open", 1, 4),
        ("a: 'it's'\n", "yaml.after_quote", 1, 8),
        ("a: 'one\n  two' three\n", "yaml.after_quote", 2, 8),
        ("- {a: 'it's'}\n", "yaml.after_quote", 1, 11),
        ('a: "x" y\n', "yaml.after_quote", 1, 8),
        ('a: "{{ x }}" y\n', "yaml.after_quote", 1, 14),
        (r'a: "\q"', "yaml.escape", 1, 5),
        (r'a: "b \xZZ"', "yaml.escape", 1, 7),
        (r'a: "\UFFFFFFFF"', "yaml.escape", 1, 5),
        ("a: [1, 2\nb: 3\n", "yaml.bracket_open", 1, 4),
        ("a: [1, 2\n", "yaml.bracket_open", 1, 4),
        ("a: {b: 1\nc: 2\n", "yaml.bracket_open", 1, 4),
        ("{", "yaml.bracket_open", 1, 1),
        ("a: [{b: c}, ", "yaml.bracket_open", 1, 4),
        ("{a: [1, 2}\n", "yaml.bracket_open", 1, 5),
        ("a:\n- {b: c, d: e\n- {f: g}\n", "yaml.bracket_open", 2, 3),
        ("a: [1]]\n", "yaml.bracket_extra", 1, 7),
        ('a: {x: "{{ y }}" }}', "yaml.bracket_extra", 1, 19),
        ("{id: a, ask: Hi [x] y}\n", "yaml.bracket_in_text", 1, 17),
        ("a: [x] y\n", "yaml.after_bracket", 1, 8),
        ("a:\n  b: 1\n c: 2\n", "yaml.indentation", 3, 2),
        ("a: 1\n b: 2\n", "yaml.indentation", 2, 2),
        ("a: 1\n- b\n", "yaml.indentation", 2, 1),
        ("  a: 1\nb: 2\n", "yaml.indentation", 2, 1),
        ("a: |\n  x\n y\n", "yaml.indentation", 3, 2),
        ("[a,, b]", "yaml.unreadable", 1, 4),
    ],
)
def test_a_syntax_error_is_told_by_its_cause(text: str, code: str, line: int, column: int) -> None:
    assert [(code, line, column)] == faults(text)
    assert read(text, "flow.yaml")[0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ask: Hi: there\n", 'Put the text in double quotes, as in ask: "Hi: there"'),
        ("- ask: @home\n", 'Put it in double quotes, as in ask: "@home"'),
        ("a: 'it's'\n", 'Put the whole text in double quotes, as in a: "it\'s"'),
        ("a: [x] y\n", 'Put the whole text in double quotes, as in a: "[x] y"'),
        ('a: "b" \\c\n', 'as in a: "\\"b\\" \\\\c"'),
        ("a: [b: c: d]\n", 'as in ask: "Who pays, and why?"'),
        ("a: b: " + "c" * 600, 'as in ask: "Who pays, and why?"'),
        ("a: {{ x }}\n", "Put text with {{ }} in double quotes"),
    ],
)
def test_the_sentence_says_how_to_write_it(text: str, expected: str) -> None:
    assert expected in sentence(only(text))


@pytest.mark.parametrize(
    "character",
    [
        *"\x00\x07\x0b\x0c\x1b\x7f\x80\x85\x9b",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ud800",
        "\ufeff",
        "\uffff",
    ],
)
def test_a_character_that_can_not_be_seen_is_refused_with_its_place(character: str) -> None:
    problem = only(f"a: 1\nb: é{character}x\n")
    assert ("yaml.control_character", at(2, 5)) == (problem.code, problem.mark)
    assert f"U+{ord(character):04X}" in sentence(problem)


def test_a_binary_file_gives_a_handful_of_problems() -> None:
    assert 10 == len(faults("- " + "\x00" * 5000))


def test_escapes_may_write_what_can_not_be_seen() -> None:
    assert Scalar("\x07\u2028", at(1, 1), "double") == node_of(r'"\a\u2028"')


def test_half_a_surrogate_pair_is_refused_as_an_escape() -> None:
    assert "yaml.escape" == only(r'a: "\ud800"').code


def test_bytes_are_read_as_utf8_with_or_without_a_mark() -> None:
    assert "a: é" == decode("a: é".encode(), "flow.yaml")
    assert "a: é" == decode("\ufeffa: é".encode(), "flow.yaml")


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"a: 1\r\nb: \xc3\xa9\xe9\n", 2, 5, "E9"),
        ("a: 1".encode("utf-16"), 1, 1, "FF"),
        (b"\xef\xbb\xbfa: \xff", 1, 4, "FF"),
        (b"a\n\xed\xa0\x80", 2, 1, "ED"),
    ],
)
def test_other_encodings_are_refused_at_the_first_byte(
    data: bytes, line: int, column: int, byte: str
) -> None:
    problem = decode(data, "flow.yaml")
    assert isinstance(problem, Problem)
    assert ("yaml.not_utf8", at(line, column), byte) == (problem.code, problem.mark, problem.details["byte"])


YAML_LIKE = st.text(alphabet="{}[]:,-*&!|>'\"#%@`?<\\ \n\tax\x85\ufeff", max_size=60)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | YAML_LIKE | st.lists(YAML_LIKE, max_size=6).map("\n  ".join))
def test_any_text_gives_a_node_or_problems_with_sentences(text: str) -> None:
    node, problems = read(text, "flow.yaml")
    assert node is not None or problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert sentence(problem)
        assert problem.mark is not None
        assert 1 <= problem.mark.line <= len(lines)
        assert 1 <= problem.mark.column <= len(lines[problem.mark.line - 1]) + 1


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary())
def test_any_bytes_give_a_text_or_a_problem(data: bytes) -> None:
    text = decode(data, "flow.yaml")
    if isinstance(text, Problem):
        assert sentence(text)
    else:
        read(text, "flow.yaml")


PLAIN_DATA = st.recursive(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.pairs}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLAIN_DATA)
def test_what_is_written_as_yaml_is_read_back_whole(data: object) -> None:
    written = yaml.safe_dump(data, default_style='"', allow_unicode=False, sort_keys=False)
    assert data == plain(node_of(written.replace("!!map ", "")))
