"""Expressions: parsed with Jinja's grammar, checked against the flow, evaluated by walking our own tree.

What evaluates is here. `parse`, `location`, `names` and `check` are for those who read flows, and are
imported from where they are: a flow that was read before needs none of them. `grammar` is the only door
to jinja2, which is imported when the first expression is parsed.
"""

from wizard.core.expressions.evaluate import evaluate, rendered, truth
from wizard.core.expressions.scope import Outcome, Ready, Scope, Waiting
from wizard.core.expressions.showing import shown
from wizard.core.expressions.tree import Expression, Locate, Prose

__all__ = [
    "Expression",
    "Locate",
    "Outcome",
    "Prose",
    "Ready",
    "Scope",
    "Waiting",
    "evaluate",
    "rendered",
    "shown",
    "truth",
]
