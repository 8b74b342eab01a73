"""Templates as they were compiled before. Must not know what is in them, or where they come from.

What is kept is Python's own code, as in the files that Python keeps beside its modules: whoever can write it
can have it run. So it is kept where nobody but this person can write.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from types import CodeType

import jinja2
import msgspec

from wizard.adapters.private_folder import PrivateFolder
from wizard.adapters.this_program import this_program

_COMPILERS = ("adapters/render_jinja", "core")


class CompiledTemplates:
    """Code by the text that it was compiled from. format: what documents are written in."""

    def __init__(self, folder: PrivateFolder, format: str) -> None:
        self._folder = folder
        self._format = format

    def found(self, *source: str) -> CodeType | None:
        """The code of a template; None where it has to be compiled. source: all that it depends on."""
        content = self._folder.get(_key(self._format, *source))
        if content is None:
            return None
        try:
            code = marshal.loads(content)
        except (EOFError, ValueError, TypeError):
            return None
        return code if isinstance(code, CodeType) else None

    def keep(self, code: CodeType, *source: str) -> None:
        self._folder.put(_key(self._format, *source), marshal.dumps(code))


def _key(*source: str) -> str:
    program = (sys.version, jinja2.__version__, *this_program(_COMPILERS))
    return hashlib.sha256(msgspec.msgpack.encode((program, source))).hexdigest()[:32]
