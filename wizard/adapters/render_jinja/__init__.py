"""The door to Jinja for documents: a context of plain data in, text out. Must not know how contexts are made.

Import it only on the path that makes documents: Jinja's compiler takes its time to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import TemplateNotFound

from wizard.adapters.private_folder import PrivateFolder
from wizard.adapters.render_jinja.budget import Budget
from wizard.adapters.render_jinja.checking import Checker
from wizard.adapters.render_jinja.compiled import CompiledTemplates
from wizard.adapters.render_jinja.library import Library
from wizard.adapters.render_jinja.limits import MOST_CHARACTERS
from wizard.adapters.render_jinja.mistakes import FAILURES, Mistake, problem_of
from wizard.adapters.render_jinja.sandbox import DocumentEnvironment
from wizard.adapters.render_jinja.written import MarkdownText, Written, format_of, writing_in
from wizard.core.controls import visible
from wizard.core.languages import ENGLISH, Language
from wizard.core.markdown import settled
from wizard.core.problems import Mark, Problem, problem


class JinjaRenderer:
    """Renders templates by name or by whole path. Each is compiled once.

    texts: name -> template, kept with a workshop; they win. folders: where the others are looked for, in this
    order: beside the flow, then the shipped ones. The name tells the format: `.md.j2` is Markdown, `.html.j2`
    HTML, anything else plain text. What a template given by its path includes is looked for beside it first.
    kept: for what was compiled, so that the next program need not do it again. language: of the documents.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        texts: Mapping[str, str] = {},
        kept: PrivateFolder | None = None,
        language: Language = ENGLISH,
    ) -> None:
        self._folders = tuple(folders)
        self._texts = dict(texts)
        self._kept = kept
        self._language = language
        self._environments: dict[tuple[type[Written], Path | None], DocumentEnvironment] = {}

    def render(self, template: str, context: Mapping[str, object]) -> str | Problem:
        """The document, or what is wrong with its template, with file and line. Never raises."""
        try:
            environment = self._environment(template)
            found = environment.get_template(template)
            environment.budget = Budget()
            with writing_in(self._language):
                pieces = found.root_render_func(found.new_context(dict(context)))
                return _finished(_whole(pieces), environment.written)
        except TemplateNotFound as error:
            if error.name == template:
                return problem("document.missing", template=template[:200])
            return problem_of(error, template)
        except FAILURES as error:
            return problem_of(error, template)

    def check(self, template: str, names: Mapping[str, object]) -> list[Problem]:
        """Everything about a template that can be known without answers: what it names, what it includes.

        names: see core.document.shape. Never raises.
        """
        environment = self._environment(template)
        checker = Checker(environment)
        try:
            checker.check(template, names)
            if not checker.problems:
                environment.get_template(template)
        except RecursionError:
            return [*checker.problems, problem("document.too_nested", mark=Mark(template, 1, 1))]
        except FAILURES as error:
            return [*checker.problems, problem_of(error, template)]
        return checker.problems

    def _environment(self, template: str) -> DocumentEnvironment:
        path = Path(template) if template not in self._texts and Path(template).is_absolute() else None
        key = (format_of(template), path)
        if key not in self._environments:
            folders = self._folders if path is None else (path.parent, *self._folders)
            # Somebody's own template means the files beside it, not those that a workshop keeps.
            written = format_of(template)
            compiled = CompiledTemplates(self._kept, written.__name__) if self._kept is not None else None
            library = Library(self._texts if path is None else {}, folders, path, compiled)
            self._environments[key] = DocumentEnvironment(library, written)
        return self._environments[key]


def _whole(pieces: Iterable[str]) -> str:
    found: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise Mistake(problem("document.too_long", most=MOST_CHARACTERS))
        found.append(piece)
    return "".join(found)


def _finished(text: str, written: type[Written]) -> str:
    """With one line end at the end, and in Markdown without the white space that loops leave behind.

    What people wrote loses nothing: escaped for Markdown it has no blanks at line ends and no empty lines.
    """
    text = visible(text)
    if written is MarkdownText:
        text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
        text = re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")
        text = settled(text)
    return text.rstrip("\n") + "\n"
