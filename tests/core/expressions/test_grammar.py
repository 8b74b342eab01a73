"""From Jinja's tree to ours: what isn't known is refused, not guessed."""

from __future__ import annotations

from jinja2 import nodes

from wizard.core.expressions import grammar


def test_a_kind_of_node_that_nobody_knows_is_refused_with_its_place() -> None:
    """No text gives one today; a later Jinja may."""
    reader = grammar._Reader("")
    reader.read(nodes.Dict([], lineno=7))

    assert [("expression.not_supported", 7)] == [(mistake.code, mistake.at) for mistake in reader.mistakes]
