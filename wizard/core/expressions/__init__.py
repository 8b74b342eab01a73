"""Expressions: parsed with Jinja's grammar, checked against the flow, evaluated by walking our own tree.

The core's only door to jinja2, which is imported when the first expression is parsed.
"""

from wizard.core.expressions.check import (
    Wanted,
    check,
    check_wanted,
    fields_read,
    names_read,
)
from wizard.core.expressions.evaluate import evaluate, rendered, truth
from wizard.core.expressions.location import locator
from wizard.core.expressions.names import Known, Missing, Names
from wizard.core.expressions.parse import parse_expression, parse_prose
from wizard.core.expressions.scope import Outcome, Ready, Scope, Waiting
from wizard.core.expressions.showing import shown
from wizard.core.expressions.tree import Expression, Locate, Prose

__all__ = [
    "Expression",
    "Known",
    "Locate",
    "Missing",
    "Names",
    "Outcome",
    "Prose",
    "Ready",
    "Scope",
    "Waiting",
    "Wanted",
    "check",
    "check_wanted",
    "evaluate",
    "fields_read",
    "locator",
    "names_read",
    "parse_expression",
    "parse_prose",
    "rendered",
    "shown",
    "truth",
]
