"""Reads a template as it would run and reports every name that won't be there. Must not run anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import TemplateNotFound, nodes

from wizard.adapters.render_jinja.kinds import (
    LOOP,
    Cards,
    Kind,
    Loop,
    Module,
    OneCard,
    Words,
    item_kind,
    kind_of,
    kind_of_name,
    named_field,
)
from wizard.adapters.render_jinja.library import Library, Source, in_order, refusals
from wizard.adapters.render_jinja.mistakes import Mistake, unknown
from wizard.adapters.render_jinja.sandbox import DocumentEnvironment
from wizard.core.problems import Problem, problem

Scope = dict[str, Kind]

ALWAYS_THERE = ("self", "super", "caller", "varargs", "kwargs")


class Checker:
    """Checks one template with everything that it includes, imports or extends."""

    def __init__(self, environment: DocumentEnvironment) -> None:
        assert isinstance(environment.loader, Library)
        self.environment = environment
        self.library = environment.loader
        self.problems: list[Problem] = []
        self._path: list[str] = []

    def check(self, template: str, names: Mapping[str, object]) -> None:
        """Fill `problems`. names: name -> fields of its cards, or None where nothing more is known."""
        scope: Scope = {name: kind_of_name(shape) for name, shape in names.items()}
        self.descend(template, scope)
        # A piece that is imported twice says everything twice.
        self.problems = in_order(
            {(one.code, one.mark, str(one.details)): one for one in self.problems}.values()
        )

    def descend(self, template: str, scope: Scope, parent: tuple[Source, int] | None = None) -> Scope:
        """Check one template; what it defines at its top. parent: the line that asks for it."""
        mark = parent[0].mark(parent[1], template) if parent else None
        if template in self._path:
            path = [*self._path[self._path.index(template) :], template]
            self.problems.append(problem("document.circle", mark=mark, path=" → ".join(path)))
            return {}
        try:
            tree, source = self.library.tree(template, self.environment)
        except TemplateNotFound:
            self.problems.append(problem("document.missing", mark=mark, template=template[:200]))
            return {}
        except Mistake as mistake:
            self.problems.append(mistake.problem)
            return {}
        self.problems += refusals(tree, source, self.environment)
        self._path.append(template)
        top = _Reader(self, source, {**scope}).read(tree)
        self._path.pop()
        return {name: kind for name, kind in top.items() if name not in scope or kind != scope[name]}


class _Reader:
    """Walks one template, statement by statement, with the names that are known at each."""

    def __init__(self, checker: Checker, source: Source, top: Scope) -> None:
        self.checker = checker
        self.source = source
        self.top = top
        self._later: list[tuple[nodes.Macro | nodes.CallBlock, Scope]] = []

    def read(self, tree: nodes.Template) -> Scope:
        self._body(tree.body, self.top)
        # A macro sees what is defined below it, too.
        while self._later:
            macro, scope = self._later.pop(0)
            self._macro(macro, {**self.top, **scope})
        return self.top

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._for(node, scope)
            case nodes.If():
                self._expression(node.test, scope)
                for body in (node.body, node.elif_, node.else_):
                    self._body(body, scope)
            case nodes.Macro():
                scope[node.name] = None
                self._later.append((node, {} if scope is self.top else scope))
            case nodes.CallBlock():
                self._expression(node.call, scope)
                self._macro(node, scope)
            case nodes.Assign():
                self._expression(node.node, scope)
                self._bind(node.target, kind_of(node.node, scope.get), scope)
            case nodes.AssignBlock() | nodes.FilterBlock():
                if node.filter is not None:
                    self._expression(node.filter, scope)
                self._body(node.body, {**scope})
                if isinstance(node, nodes.AssignBlock):
                    self._bind(node.target, None, scope)
            case nodes.With():
                self._with(node, scope)
            case nodes.Block() | nodes.Scope() | nodes.ScopedEvalContextModifier():
                self._body(node.body, {**scope})
            case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
                self._expression(node.template, scope)
                self._other(node, scope)
            case _:
                self._expression(node, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        self._expression(node.iter, scope)
        inner: Scope = {**scope, "loop": Loop()}
        self._bind(node.target, item_kind(kind_of(node.iter, scope.get)), inner)
        if node.test is not None:
            self._expression(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, {**scope})

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        inner = {**scope, **{argument.name: None for argument in node.args}}
        for default in node.defaults:
            self._expression(default, inner)
        self._body(node.body, inner | dict.fromkeys(ALWAYS_THERE))

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = {**scope}
        for target, value in zip(node.targets, node.values, strict=True):
            self._expression(value, scope)
            self._bind(target, kind_of(value, scope.get), inner)
        self._body(node.body, inner)

    def _bind(self, target: nodes.Node, kind: Kind, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        for name in target.find_all(nodes.Name):
            scope[name.name] = None

    def _other(
        self, node: nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends, scope: Scope
    ) -> None:
        """Another template, read with the names that it will see."""
        names = list(_templates(node.template))
        optional = isinstance(node, nodes.Include) and (node.ignore_missing or len(names) > 1)
        sees = {**scope} if isinstance(node, nodes.Extends) or node.with_context else {}
        defined: Scope = {}
        before = [*self.checker.problems]
        for name in names:
            if not optional or self._exists(name):
                defined |= self.checker.descend(name, sees, (self.source, node.lineno))
        module = Module(frozenset(defined)) if names and self.checker.problems == before else None
        if isinstance(node, nodes.Import):
            scope[node.target] = module
        elif isinstance(node, nodes.FromImport):
            for wanted in node.names:
                name, alias = wanted if isinstance(wanted, tuple) else (wanted, wanted)
                self._field(module, name, node.lineno)
                scope[alias] = None

    def _exists(self, name: str) -> bool:
        try:
            self.checker.library.source(name)
        except TemplateNotFound:
            return False
        return True

    def _expression(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Name() if node.ctx == "load":
                self._name(node, scope)
            case nodes.Getattr():
                self._field(kind_of(node.node, scope.get), node.attr, node.lineno)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                held = kind_of(node.node, scope.get)
                self._field(held if isinstance(held, OneCard | Words) else None, name, node.lineno)
            case nodes.Filter():
                held = kind_of(node.node, scope.get)
                if (field := named_field(node)) is not None and isinstance(held, Cards):
                    self._field(OneCard(held.fields), field, node.lineno)
        for child in node.iter_child_nodes():
            self._expression(child, scope)

    def _name(self, node: nodes.Name, scope: Scope) -> None:
        if (
            node.name in scope
            or node.name in self.checker.environment.globals
            or node.name in ("self", "super")
        ):
            return
        self._say("document.unknown_name", node.name, node.lineno, scope)

    def _field(self, held: Kind, name: str, line: int) -> None:
        match held:
            case OneCard() if name not in held.fields:
                self._say("document.unknown_field", name, line, held.fields)
            case Cards():
                self._say("document.list_field", name, line, ())
            case Loop() if name not in LOOP:
                self._say("document.unknown_loop", name, line, LOOP)
            case Module() if name not in held.names:
                self._say("document.unknown_macro", name, line, held.names)
            case Words() if name not in held.names:
                self._say("document.unknown_word", name, line, held.names)

    def _say(self, code: str, name: str, line: int, among: Iterable[str]) -> None:
        self.checker.problems.append(unknown(code, name, self.source.mark(line, name), among))


def _templates(node: nodes.Expr) -> Iterator[str]:
    """The names of templates that an expression gives outright."""
    match node:
        case nodes.Const(value=str(name)):
            yield name
        case nodes.List() | nodes.Tuple():
            for item in node.items:
                yield from _templates(item)
