"""Text to nodes and problems: PyYAML's events, what is built of them, and the error that ended them."""

from __future__ import annotations

import yaml

from wizard.adapters.flow_yaml.building import Builder
from wizard.adapters.flow_yaml.mistakes import syntax_problem
from wizard.adapters.flow_yaml.text import clean
from wizard.core.nodes import Node
from wizard.core.problems import Mark, Problem, problem

# libyaml is some ten times faster; a few platforms have PyYAML without it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """See the package."""
    cleaned, problems = clean(text, file)
    if cleaned is None:
        return None, problems
    builder = Builder(cleaned, file)
    failure = _failure(cleaned, builder)
    found = [*problems, *builder.problems]
    if failure and not builder.in_braces:
        mistake = syntax_problem(failure, cleaned, file, builder.last_quoted)
        if all(mistake.mark != one.mark for one in found):
            found.append(mistake)
    if builder.root is None and not found:
        found.append(problem("yaml.empty", mark=Mark(file, 1, 1)))
    root = None if failure or builder.stopped else builder.root
    return root, tuple(sorted(found, key=lambda one: one.mark or Mark(file, 1, 1)))


def _failure(text: str, builder: Builder) -> Exception | None:
    """Give the builder all events of the text; the error that ended them, if one did."""
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
            if builder.stopped:
                break
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The Python parser lets `chr` refuse an escape such as "\UFFFFFFFF".
        return error
    return None
