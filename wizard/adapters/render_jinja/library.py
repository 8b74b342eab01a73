"""Where templates come from, and their way from text to something that runs. Must not know answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes

from wizard.adapters.render_jinja.filters import COUNTED
from wizard.adapters.render_jinja.mistakes import Mistake, syntax_problem
from wizard.core.expressions.near import nearest
from wizard.core.problems import Mark, Problem, problem

MOST_CHARACTERS = 1024 * 1024


class Source(NamedTuple):
    """A template's text. file: what people call the file that it is in."""

    text: str
    file: str

    def mark(self, line: int, name: str = "") -> Mark:
        """The line, and where on it a name stands."""
        lines = self.text.splitlines()
        column = lines[line - 1].find(name) + 1 if name and 0 < line <= len(lines) else 1
        return Mark(self.file, max(line, 1), max(column, 1))


class Library(BaseLoader):
    """Templates by name: kept texts first, then folder by folder. alone: one more file, by its whole path."""

    def __init__(self, texts: Mapping[str, str], folders: Sequence[Path], alone: Path | None = None) -> None:
        self.texts = texts
        self.folders = folders
        self.alone = alone

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
        tree, source = self.tree(name, environment)
        for mistake in refusals(tree, source, environment):
            raise Mistake(mistake)
        code = environment.compile(limited(tree, environment), name, source.file)
        return environment.template_class.from_code(environment, code, globals or {}, None)


def refusals(tree: nodes.Template, source: Source, environment: Environment) -> Iterator[Problem]:
    """Filters and tests that don't exist, and what would turn escaping off."""
    for filter in tree.find_all(nodes.Filter):
        if filter.name not in environment.filters:
            mark = source.mark(filter.lineno, filter.name)
            if filter.name in ("safe", "forceescape"):
                yield problem("document.escaping_off", mark=mark)
            else:
                near = nearest(filter.name, [name for name in environment.filters if name != COUNTED])
                yield problem("document.unknown_filter", mark=mark, name=filter.name[:100], **near)
    for test in tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            near = nearest(test.name, environment.tests)
            mark = source.mark(test.lineno, test.name)
            yield problem("document.unknown_test", mark=mark, name=test.name[:100], **near)
    for change in tree.find_all(nodes.EvalContextModifier):
        yield problem("document.escaping_off", mark=source.mark(change.lineno))


def limited(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The same template, with loops that count and numbers that are decimal."""
    for loop in list(tree.find_all(nodes.For)):
        characters = sum(len(data.data) for data in loop.find_all(nodes.TemplateData))
        arguments: list[nodes.Expr] = [nodes.Const(characters)]
        loop.iter = nodes.Filter(loop.iter, COUNTED, arguments, [], None, None, lineno=loop.iter.lineno)
    for number in tree.find_all(nodes.Const):
        if isinstance(number.value, float):
            number.value = Decimal(repr(number.value))
    tree.set_environment(environment)
    return tree


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
