"""Flows as they were built before, kept as bytes. Must not know how a flow is built, or where files are.

To read YAML, to parse every expression and to check them all takes longer than anything else before the first
question. A flow that was without any problem is kept with a digest of all its texts and of this very program:
while they are the same, building it would come to the same.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any

import msgspec

from wizard.adapters.private_folder import PrivateFolder
from wizard.adapters.this_program import this_program
from wizard.core.expressions.tree import Expression, Prose
from wizard.core.flow.flow import Flow
from wizard.core.problems import Mark

_PROTOCOL = 5
_BUILDERS = ("core", "core/flow", "core/expressions", "adapters", "adapters/flow_yaml")
_UNREADABLE = (
    pickle.UnpicklingError,
    ArithmeticError,
    EOFError,
    ImportError,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
)
"""What pickle raises for bytes that aren't what they should be; msgspec's errors are among them."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """names: of the files that the flow uses, in the order in which they were found. digest: of all texts."""

    names: tuple[str, ...]
    digest: bytes
    flow: bytes


class BuiltFlows:
    """What was built, by its texts. A flow has its main file first among them."""

    def __init__(self, folder: PrivateFolder) -> None:
        self._folder = folder

    def found(
        self, main: str, text: str, look: Callable[[str], str | None], language: str = ""
    ) -> tuple[Flow, dict[str, str]] | None:
        """The flow of a file with the texts of all that it uses; None where it has to be built.

        language: of a translation, '' for the flow's own. look: the text of a used file as it is now. The
        flow's digest is that of when it was kept.
        """
        content = self._folder.get(_key(main, text, language))
        if content is None:
            return None
        try:
            kept = msgspec.msgpack.decode(content, type=_Kept)
            texts = {main: text}
            for name in kept.names:
                if (used := look(name)) is None:
                    return None
                texts[name] = used
            if kept.digest != _digest(texts):
                return None
            flow = _Unpickler(BytesIO(kept.flow)).load()
        except _UNREADABLE:
            return None
        return (flow, texts) if isinstance(flow, Flow) else None

    def keep(self, texts: Mapping[str, str], flow: Flow, language: str = "") -> None:
        """Keep a flow that has no problems. texts: the main file's and those of all that it uses."""
        names = tuple(texts)
        written = BytesIO()
        try:
            _Pickler(written, _PROTOCOL).dump(flow)
        except RecursionError:  # expressions as deep as they may be, inside each other: it is built each time
            return
        kept = _Kept(names[1:], _digest(texts), written.getvalue())
        self._folder.put(_key(names[0], texts[names[0]], language), msgspec.msgpack.encode(kept))


class _At:
    """Where an expression that was kept stands: it was checked, so nobody asks for the place of a letter."""

    __slots__ = ("mark",)

    def __init__(self, mark: Mark) -> None:
        self.mark = mark

    def __call__(self, _: int) -> Mark:
        return self.mark


class _Pickler(pickle.Pickler):
    """Writes plain values, our own structs and expressions."""

    def reducer_override(self, given: object) -> Any:
        match given:
            case Expression():
                return Expression, (given.source, given.mark, given.tree, _At(given.mark))
            case Prose():
                return Prose, (given.source, given.mark, given.parts)
            case _At():
                return _At, (given.mark,)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes plain values, our own structs and expressions, and nothing else whatever the bytes say."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OTHERS:
            return _OTHERS[module, name]
        if module.startswith("wizard.core.") and "." not in name:
            found = super().find_class(module, name)
            ours = isinstance(found, type) and found.__module__ == module
            if ours and issubclass(found, msgspec.Struct | Expression | Prose):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a flow")


def _rebuilt(kind: type[msgspec.Struct], fields: Mapping[str, object]) -> msgspec.Struct:
    """A struct from its fields by name; msgspec has a function like this one for those that want names."""
    return kind(**fields)


_OTHERS: Mapping[tuple[str, str], Any] = {
    (_At.__module__, _At.__name__): _At,
    ("decimal", "Decimal"): Decimal,
    ("msgspec._utils", "rebuild"): _rebuilt,
}


def _key(main: str, text: str, language: str) -> str:
    whole = msgspec.msgpack.encode((*this_program(_BUILDERS), main, text, language))
    return hashlib.sha256(whole).hexdigest()[:32]


def _digest(texts: Mapping[str, str]) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode(list(texts.items()))).digest()
