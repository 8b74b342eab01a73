"""What galleries say, from YAML: read when somebody wants to learn, not when a flow is loaded."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.adapters.flow_yaml import read
from wizard.core.flow.gallery import Gallery, GalleryGroup, gallery
from wizard.core.flow.reading import lines_of
from wizard.core.problems import Problem


def read_galleries(files: Iterable[tuple[str, str]]) -> tuple[Gallery, tuple[Problem, ...]]:
    """The groups of all files, one behind the other, and every problem in them.

    files: of each its name in problems and its text. Of a line that YAML can't read rightly nothing else is
    told.
    """
    groups: list[GalleryGroup] = []
    problems: list[Problem] = []
    for shown, text in files:
        node, unread = read(text, shown)
        problems.extend(unread)
        if node is None:
            continue
        told = {problem.mark.line for problem in unread if problem.mark}
        found, wrong = gallery(shown, lines_of(text), node)
        groups.extend(found.groups)
        problems.extend(problem for problem in wrong if problem.mark and problem.mark.line not in told)
    return Gallery(tuple(groups)), tuple(problems)
