"""Where templates run: Jinja's sandbox with less in it, and with an end to everything.

Must not know where templates come from. What a template may reach is listed here; all else is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from datetime import date
from decimal import Decimal
from types import CodeType, FunctionType
from typing import Any, cast

from jinja2 import BaseLoader, Environment, Template, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

from wizard.adapters.render_jinja.budget import Budget
from wizard.adapters.render_jinja.filters import Group, filters
from wizard.adapters.render_jinja.limits import capped, ranged
from wizard.adapters.render_jinja.mistakes import Unknown
from wizard.adapters.render_jinja.written import Written, shown
from wizard.core.printed import DocumentCard, Nothing
from wizard.core.values import Choice

TEXT_METHODS = frozenset(
    {"capitalize", "endswith", "isdigit", "lower", "lstrip", "rstrip", "split", "splitlines", "startswith"}
    | {"strip", "title", "upper"}
)
DATE_ATTRIBUTES = frozenset({"day", "isoformat", "isoweekday", "month", "weekday", "year"})
MAP_METHODS = frozenset({"get", "items", "keys", "values"})
JINJAS_OWN = (
    LoopContext,
    Macro,
    TemplateModule,
    TemplateReference,
    BlockReference,
    Namespace,
    Cycler,
    Joiner,
)


class DocumentTemplate(Template):
    """A compiled template that escapes in its own format wherever Jinja would escape for HTML."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Any = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        own = cast("DocumentEnvironment", environment)
        # The names that compiled code imports for macros, blocks of `set` and `~`; and that literals need.
        names = {"Markup": own.written, "markup_join": own.joined, "Decimal": Decimal}
        cast("FunctionType", template.root_render_func).__globals__.update(names)
        return template


class DocumentEnvironment(ImmutableSandboxedEnvironment):
    """written: the format of its documents. budget: what is left of the work that one rendering may do."""

    template_class = DocumentTemplate
    intercepted_binops = frozenset({"+", "*", "/", "**", "%"})

    def __init__(self, loader: BaseLoader, written: type[Written]) -> None:
        # `optimized` would fold constants, and a constant such as '%1000000000d' % 1 hangs. For the same
        # reason `finalize` takes the context: then Jinja can't work out while it compiles what is printed.
        super().__init__(
            loader=loader,
            autoescape=True,
            finalize=finalize,
            undefined=Unknown,
            optimized=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.written = written
        self.budget = Budget()
        self.globals = {"range": ranged, "namespace": Namespace, "cycler": Cycler, "joiner": Joiner}
        self.filters = filters(self)

    def ready(self, value: object) -> Written:
        """A value as it stands in the document."""
        text = self.written.escape(value)
        self.budget.spend(1, len(text))
        return text

    def joined(self, values: Iterable[object]) -> str:
        """What `~` makes of values: ready for the document if one of them is."""
        found = [one if isinstance(one, Markup) else shown(one) for one in values]
        self.budget.spend(len(found), sum(map(len, found)))
        if any(isinstance(one, Markup) for one in found):
            return self.written("").join(found)
        return "".join(found)

    def getattr(self, obj: Any, attribute: str) -> Any:
        # What somebody called "items" is theirs, before it is a method of ours.
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja lets `str.format` through here. It has no limits, so it isn't among the methods of a text."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if attr.startswith("_"):
            return False
        match obj:
            case Nothing() | DocumentCard():
                return True
            case Markup():
                return False
            case str():
                return attr in TEXT_METHODS
            case Choice():
                return attr in ("id", "label")
            case date():
                return attr in DATE_ATTRIBUTES
            case Mapping():
                return attr in MAP_METHODS
            case Group():
                return attr in Group._fields
        return isinstance(obj, JINJAS_OWN) and super().is_safe_attribute(obj, attr, value)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        __self.budget.spend(1)
        result = super().call(__context, __obj, *args, **kwargs)
        return __self.written(result) if type(result) is Markup else result

    def call_binop(self, _: Context, operator: str, left: Any, right: Any) -> Any:
        self.budget.spend(1)
        return capped(operator, left, right)


@pass_context
def finalize(context: Context, value: object) -> Written:
    """Every value on its way into the document."""
    return cast("DocumentEnvironment", context.environment).ready(value)
