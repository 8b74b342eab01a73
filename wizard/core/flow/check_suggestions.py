"""Checks what questions suggest: its kind, its limits, its options. Reports; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from wizard.core.expressions import Expression
from wizard.core.expressions import types as t
from wizard.core.expressions.check import names_read
from wizard.core.expressions.tree import Chosen, ListOf, Literal, Name, Negative, Node
from wizard.core.flow.checks import Checks, is_known
from wizard.core.flow.flow import CardSource, ExpressionSource, OptionSource, SetSource
from wizard.core.flow.model import (
    ChoiceQuestion,
    DateQuestion,
    LongQuestion,
    MoneyQuestion,
    NumberQuestion,
    Option,
    PercentQuestion,
    Question,
    ScaleQuestion,
    TextQuestion,
    YesNoQuestion,
)
from wizard.core.flow.names import Here

Limit = Decimal | None


class SuggestionChecks(Checks):
    """The checks of what is suggested."""

    def check_suggestion(self, question: Question, here: Here, path: tuple[str, str]) -> None:
        """path: the question, and a field of its cards or ''."""
        match question:
            case TextQuestion(suggest=prose) | LongQuestion(suggest=prose):
                self.prose(prose, here)
            case YesNoQuestion(suggest=suggest):
                self.want(suggest, here, "condition")
            case DateQuestion(suggest=suggest):
                self.want(suggest, here, "date")
            case ScaleQuestion(suggest=suggest, range=span):
                high = Decimal(span.high) if span.high is not None else None
                self._check_number(suggest, here, Decimal(span.low), high)
            case NumberQuestion() | MoneyQuestion() | PercentQuestion():
                self._check_number(question.suggest, here, question.min, question.max)
            case ChoiceQuestion(suggest=suggest) if suggest is not None:
                self._check_choice(question, suggest, here, path)
            case _:
                pass

    def _check_number(self, suggest: Expression | None, here: Here, low: Limit, high: Limit) -> None:
        self.want(suggest, here, "number")
        for node in _results(suggest.tree) if suggest is not None else ():
            value = _number(node)
            if suggest is None or value is None:
                continue
            mark = suggest.locate(node.at)
            if low is not None and value < low:
                self.reader.report("flow.suggestion_too_low", mark, value=value, least=low)
            elif high is not None and value > high:
                self.reader.report("flow.suggestion_too_high", mark, value=value, most=high)

    def _check_choice(
        self, question: ChoiceQuestion, suggest: Expression, here: Here, path: tuple[str, str]
    ) -> None:
        """A bare option id means the option, so the options' ids are names here."""
        source = self.table.sources.get((*path, "options"))
        if source is None:
            return
        one = self.table.source_type(source, path[1] or path[0])
        options = source.options if isinstance(source, SetSource) else {}
        named = (name for name in names_read(suggest) if name in options and name not in here.local)
        inside = here.with_local(dict.fromkeys(named, one))
        strange = [node for node in _results(suggest.tree) if options and _is_strange(node, options, inside)]
        for node in strange:
            text = node.name if isinstance(node, Name) else str(getattr(node, "value", ""))
            mark = suggest.locate(node.at)
            ids = tuple(options)
            near = self.reader.near(text, ids)
            self.reader.report("flow.suggestion_no_option", mark, text=text, known=ids, **near)
        if not strange:
            self._check_kind(question, suggest, self.type_of(suggest, inside), source)

    def _check_kind(
        self, question: ChoiceQuestion, suggest: Expression, found: t.Type, source: OptionSource
    ) -> None:
        item = found.item if isinstance(found, t.Many) and question.pick is not None else found
        if isinstance(item, t.Anything):
            return
        match source:
            case SetSource(options):
                fits = isinstance(item, t.Text) or (
                    isinstance(item, t.OneOf) and not options.keys().isdisjoint(item.options)
                )
            case CardSource(questions) | ExpressionSource(_, questions):
                fits = isinstance(item, t.CardOf) and not set(questions).isdisjoint(item.questions)
        if not fits:
            self.reader.report("flow.suggestion_of_another_kind", suggest.mark, kind=t.kind(found))


def _results(node: Node) -> Iterator[Node]:
    """What an expression may come to, as far as it is written there: both branches, the items of a list."""
    if isinstance(node, Chosen):
        yield from _results(node.then)
        yield from _results(node.otherwise)
    elif isinstance(node, ListOf):
        for item in node.items:
            yield from _results(item)
    else:
        yield node


def _number(node: Node) -> Decimal | None:
    if isinstance(node, Literal) and isinstance(node.value, Decimal):
        return node.value
    if isinstance(node, Negative) and (inner := _number(node.of)) is not None:
        return -inner
    return None


def _is_strange(node: Node, options: Mapping[str, Option], here: Here) -> bool:
    """Whether it is a text or a name that no option has."""
    if isinstance(node, Literal):
        return isinstance(node.value, str) and node.value not in options
    return isinstance(node, Name) and not is_known(node.name, here)
