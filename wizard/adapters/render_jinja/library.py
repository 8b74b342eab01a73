"""Where templates come from, and their way from text to something that runs. Must not know answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from decimal import Decimal
from pathlib import Path, PurePosixPath
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes

from wizard.adapters.render_jinja.compiled import CompiledTemplates
from wizard.adapters.render_jinja.filters import COUNTED
from wizard.adapters.render_jinja.mistakes import Mistake, syntax_problem, unknown
from wizard.core.problems import Mark, Problem, problem

MOST_CHARACTERS = 1024 * 1024


class Source(NamedTuple):
    """A template's text. file: what people call the file that it is in."""

    text: str
    file: str

    def mark(self, line: int, name: str = "") -> Mark:
        """The line, and where on it a name stands."""
        lines = self.text.splitlines()
        found = None
        if name and 0 < line <= len(lines):
            found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lines[line - 1])
        return Mark(self.file, max(line, 1), found.start() + 1 if found else 1)


class Library(BaseLoader):
    """Templates by name: kept texts first, then folder by folder. alone: one more file, by its whole path.

    compiled: what keeps those that were compiled before.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        folders: Sequence[Path],
        alone: Path | None = None,
        compiled: CompiledTemplates | None = None,
    ) -> None:
        self.texts = texts
        self.folders = folders
        self.alone = alone
        self.compiled = compiled

    def source(self, name: str) -> Source:
        """The text of a template; TemplateNotFound, or a Mistake where it can't be read."""
        if name in self.texts:
            return _sized(Source(self.texts[name], name))
        for path in self._paths(name):
            if path.is_file():
                return _sized(Source(_read(path), str(path)))
        raise TemplateNotFound(name)

    def _paths(self, name: str) -> Iterator[Path]:
        if self.alone is not None and name == str(self.alone):
            yield self.alone
        relative = PurePosixPath(name)
        if "\0" in name or "\\" in name or relative.is_absolute() or ".." in relative.parts:
            return
        for folder in self.folders:
            path = folder / relative
            # A link may stand in the folder and lead out of it.
            if path.resolve().is_relative_to(folder.resolve()):
                yield path

    def tree(self, name: str, environment: Environment) -> tuple[nodes.Template, Source]:
        """What a template says, in Jinja's words; a Mistake where that can't be read."""
        source = self.source(name)
        try:
            return environment.parse(source.text, name, source.file), source
        except TemplateSyntaxError as error:
            raise Mistake(syntax_problem(error, source.file)) from error
        except RecursionError as error:
            raise Mistake(problem("document.too_nested", mark=source.mark(1))) from error
        except (ValueError, OverflowError) as error:  # numbers with thousands of digits
            raise Mistake(problem("document.template", mark=source.mark(1), reason=str(error))) from error

    def get_source(self, _: Environment, template: str) -> tuple[str, str, Callable[[], bool] | None]:
        source = self.source(template)
        return source.text, source.file, None

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        source = self.source(name)
        code = self.compiled.found(name, *source) if self.compiled is not None else None
        if code is None:
            code = self._compile(environment, name)
            if self.compiled is not None:
                self.compiled.keep(code, name, *source)
        return environment.template_class.from_code(environment, code, globals or {}, None)

    def _compile(self, environment: Environment, name: str) -> CodeType:
        """The code of a template in which nothing is wrong; a Mistake where something is."""
        tree, source = self.tree(name, environment)
        try:
            if mistakes := refusals(tree, source, environment):
                raise Mistake(mistakes[0])
            limit(tree)
            return environment.compile(tree, name, source.file)
        except (RecursionError, SyntaxError) as error:  # Python has a limit for blocks inside blocks, too
            raise Mistake(problem("document.too_nested", mark=source.mark(1))) from error


def refusals(tree: nodes.Template, source: Source, environment: Environment) -> list[Problem]:
    """Filters and tests that don't exist, and what would turn escaping off, from top to bottom."""
    found: list[Problem] = []
    # `find_all` goes through a generator for each level of each node, which takes longer than to compile.
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.iter_child_nodes())
        match node:
            case nodes.Filter() if node.name in ("safe", "forceescape"):
                found.append(problem("document.escaping_off", mark=source.mark(node.lineno, node.name)))
            case nodes.Filter() if node.name not in environment.filters:
                known = [name for name in environment.filters if name != COUNTED]
                mark = source.mark(node.lineno, node.name)
                found.append(unknown("document.unknown_filter", node.name, mark, known))
            case nodes.Test() if node.name not in environment.tests:
                mark = source.mark(node.lineno, node.name)
                found.append(unknown("document.unknown_test", node.name, mark, environment.tests))
            case nodes.EvalContextModifier():
                found.append(problem("document.escaping_off", mark=source.mark(node.lineno)))
    return in_order(found)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file and line."""
    return sorted(problems, key=lambda one: one.mark or Mark("", 0, 0))


def limit(node: nodes.Node) -> int:
    """Make every loop count and every number decimal. Returns how many characters a template's text has."""
    match node:
        case nodes.TemplateData():
            return len(node.data)
        case nodes.Const(value=float(number)):
            node.value = Decimal(repr(number))
    characters = sum(limit(child) for child in node.iter_child_nodes())
    if isinstance(node, nodes.For):
        size = nodes.Const(characters)
        node.iter = nodes.Filter(node.iter, COUNTED, [size], [], None, None, lineno=node.iter.lineno)
    return characters


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistake(problem("document.not_text", mark=Mark(str(path), 1, 1))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Mistake(problem("outside.cannot_read", path=str(path), reason=reason)) from error


def _sized(source: Source) -> Source:
    if len(source.text) > MOST_CHARACTERS:
        raise Mistake(problem("document.too_large", mark=Mark(source.file, 1, 1), most=MOST_CHARACTERS))
    return source
