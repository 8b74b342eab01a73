"""What all parts of a check share: collecting mistakes, and the types of fields. Walks no tree itself."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.core.expressions import tree
from wizard.core.expressions.names import Missing, Names
from wizard.core.expressions.near import nearest
from wizard.core.expressions.tokens import Mistake
from wizard.core.expressions.tree import Locate
from wizard.core.expressions.types import Anything, CardOf, Many, Record, Text, Type, common, kind
from wizard.core.problems import Detail, Problem

EVERY_CARD_HAS = ("face", "note", "id")
_WARNINGS = ("expression.percent_is_fraction",)


class Finder:
    """Names to look up in, and the mistakes so far."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.mistakes: list[Mistake] = []

    def type_of(self, node: tree.Node) -> Type:
        """The type of a node below; whoever walks the tree says."""
        raise NotImplementedError

    def found(self, code: str, at: int, **details: Detail) -> None:
        """Note one mistake."""
        self.mistakes.append(Mistake(code, at, details))

    def add(self, mistakes: Iterable[Mistake]) -> None:
        """Note several."""
        self.mistakes.extend(mistakes)

    def problems(self, locate: Locate) -> tuple[Problem, ...]:
        """All mistakes with their place in the file, in the order of the text."""
        if not self.mistakes:
            return ()
        ordered = sorted(self.mistakes, key=lambda mistake: mistake.at)
        return tuple(
            Problem(
                mistake.code,
                mistake.details,
                mark=locate(mistake.at),
                severity="warn" if mistake.code in _WARNINGS else "error",
            )
            for mistake in ordered
        )

    def field_of(self, of: Type, field: str, at: int) -> Type:
        """The type of `of.field`; a list gives the list of its elements' fields, flattened."""
        if isinstance(of, Many):
            item = self.field_of(of.item, field, at)
            return item if isinstance(item, Many) else Many(item)
        if isinstance(of, CardOf):
            return self._card_field(of, field, at)
        if isinstance(of, Record):
            found = of.field(field)
            if found is None:
                names = (name for name, _ in of.fields)
                self.found("expression.unknown_field", at, **{"field": field, **nearest(field, names)})
            return found or Anything()
        if not isinstance(of, Anything):
            self.found("expression.no_fields", at, kind=kind(of), field=field)
        return Anything()

    def _card_field(self, of: CardOf, field: str, at: int) -> Type:
        if field in EVERY_CARD_HAS:
            return Text()
        asked = {question: self.names.field_type(question, field) for question in of.questions}
        missing = next((type_ for type_ in asked.values() if isinstance(type_, Missing)), None)
        if missing is not None:
            self.found(missing.code, at, **{"name": field, **missing.details})
            return Anything()
        types = {question: type_ for question, type_ in asked.items() if not isinstance(type_, Missing)}
        known = tuple(type_ for type_ in types.values() if type_ is not None)
        if types and len(known) == len(types):
            return common(known)
        lacking = tuple(question for question, type_ in types.items() if type_ is None)
        if known:
            self.found("expression.field_not_common", at, field=field, questions=", ".join(lacking))
        else:
            near = nearest(field, self._common_fields(of))
            self.found("expression.unknown_field", at, **{"field": field, **near})
        return Anything()

    def _common_fields(self, of: CardOf) -> set[str]:
        fields = [set(self.names.fields(question)) for question in of.questions]
        return {*set.intersection(*fields), *EVERY_CARD_HAS} if fields else set(EVERY_CARD_HAS)
