"""Documents of a workshop, or of answers that no store knows: facts in, texts out."""

from __future__ import annotations

from wizard.core.document import context
from wizard.core.facts import Facts
from wizard.core.problems import Problem
from wizard.core.state import State
from wizard.ports import LoadedFlow, Outside


def rendered_documents(
    outside: Outside, loaded: LoadedFlow, state: State, template: str | None = None
) -> dict[str, str] | tuple[Problem, ...]:
    """The documents of a state, stored or not."""
    facts = Facts(loaded.flow, state, outside.now().astimezone().date(), complete=True)
    return documents_of(outside, loaded, facts, template)


def documents_of(
    outside: Outside, loaded: LoadedFlow, facts: Facts, template: str | None = None
) -> dict[str, str] | tuple[Problem, ...]:
    """Every document of the flow, or with `template` that one alone. facts: `complete`."""
    renderer = outside.renderer(loaded)
    names = context(facts)
    wanted = {d.file: d.template for d in loaded.flow.documents} if template is None else _only(template)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file, source in wanted.items():
        text = renderer.render(source, names)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            texts[file] = text
    return tuple(problems) if problems else texts


def _only(template: str) -> dict[str, str]:
    """The file that a template writes: its own name without `.j2`."""
    name = template.replace("\\", "/").rsplit("/", 1)[-1]
    return {name.removesuffix(".j2") or "document.md": template}
