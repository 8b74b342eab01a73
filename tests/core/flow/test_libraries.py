"""What a flow uses of other files, and mistakes with the file that they are in."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, flow_text, places, unmarked


def library_problems(
    library: str, flow: str
) -> tuple[list[tuple[str, str, int, int]], list[tuple[str, str, int, int]]]:
    """What is found, and what is marked in the library and in the flow, without codes."""
    library, in_library = unmarked(library, "lib/kinds.yaml")
    flow, in_flow = unmarked(flow)
    found = built(flow, {"lib/kinds.yaml": library}).problems
    return places(found), [("", mark.file, mark.line, mark.column) for mark in (*in_flow, *in_library)]


@pytest.mark.parametrize(
    ("code", "library", "flow"),
    [
        ("flow.unknown_key", "lib: kinds\n¦option: {a: {b: B}}\n", flow_text()),
        ("flow.missing_key", "lib: kinds\nsteps: [¦{id: s}]\n", flow_text()),
        ("flow.without_say", "lib: kinds\ncoach: [¦{id: s, when: name == 'a'}]\n", flow_text()),
        ("flow.use_in_library", "lib: kinds\nsteps: [{use: ¦other.s}]\n", flow_text()),
        ("flow.use_in_library", "lib: kinds\ncoach: [{use: ¦other}]\n", flow_text()),
        (
            "name.unknown",
            "lib: kinds\nsteps: [{id: s, title: '{{ ¦nobody }}'}]\n",
            flow_text(steps="- use: kinds.s"),
        ),
        (
            "name.unknown",
            "lib: kinds\ncoach: [{id: s, when: ¦nobody, say: No}]\n",
            flow_text(rest="coach: [{use: kinds}]"),
        ),
        ("name.unknown", "lib: kinds\ncompute: {a: {value: ¦nobody}}\n", flow_text()),
        ("flow.unknown_use", "lib: kinds\nsteps: [{id: s, title: S}]\n", flow_text(steps="- use: ¦kinds.t")),
        ("flow.unknown_use", "lib: kinds\n", flow_text(steps="- use: ¦kidns.t")),
        (
            "flow.unknown_use",
            "lib: kinds\ncoach: [{id: s, when: name, say: No}]\n",
            flow_text(rest="coach: [{use: ¦kinds.t}]"),
        ),
        (
            "flow.use_alone",
            "lib: kinds\nsteps: [{id: s, title: S}]\n",
            flow_text(steps="- ¦{use: kinds.s, minutes: 3}"),
        ),
        (
            "flow.use_alone",
            "lib: kinds\ncoach: [{id: s, when: name, say: No}]\n",
            flow_text(rest="coach: [¦{use: kinds, severity: warn}]"),
        ),
        (
            "flow.duplicate_id",
            "lib: kinds\noptions: {¦sizes: {a: A}}\n",
            flow_text(rest="options: {sizes: {a: A}}"),
        ),
        (
            "flow.duplicate_id",
            "lib: kinds\ncompute: {a: {value: 1}}\n",
            flow_text(rest="compute: {¦a: {value: 1}}"),
        ),
        (
            "flow.duplicate_id",
            "lib: kinds\nsteps: [{id: start, title: S}]\n",
            flow_text(steps="- ¦use: kinds.start"),
        ),
    ],
)
def test_a_mistake_around_a_library_is_told_with_the_file_that_it_is_in(
    code: str, library: str, flow: str
) -> None:
    if "¦sizes" in library:
        library, flow = library.replace("¦", ""), flow.replace("sizes", "¦sizes")
    found, marked = library_problems(library, flow)

    assert [(code, *mark[1:]) for mark in marked] == found


def test_two_libraries_of_one_name_are_told() -> None:
    found = built(flow_text(), {"a.yaml": "lib: kinds\n", "b.yaml": "title: Kinds\nlib: kinds\n"}).problems

    assert [("flow.duplicate_library", "b.yaml", 2, 6)] == places(found)


def test_a_library_without_a_name_hides_no_other_mistake_and_makes_none() -> None:
    text, (mark,) = unmarked(
        flow_text("- {id: q, ask: ¦''}", steps="- use: kinds.step", rest="coach: [{use: kinds}]")
    )
    found = built(text, {"lib/kinds.yaml": "title: Kinds\noptions: {a: {b: B}}\n"}).problems

    assert [
        ("flow.empty_text", "flow.yaml", mark.line, mark.column),
        ("flow.missing_key", "lib/kinds.yaml", 1, 1),
    ] == places(found)
