"""Preferences in a small JSON file. Must not know what they are for."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from wizard.core.problems import OutsideFailed, problem
from wizard.ports import Preferences

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MOST_BYTES = 64 * 1024  # nobody likes that much; such a file is something else


class JsonPreferences:
    """The contract of `PreferencesFile` in one file, which is made when there is something to keep."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Preferences:
        try:
            with self._path.open("rb") as file:
                return msgspec.json.decode(file.read(_MOST_BYTES), type=Preferences)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return Preferences()

    def keep(self, preferences: Preferences) -> None:
        # A link to a file elsewhere stays one: what it leads to is replaced.
        target = Path(os.path.realpath(self._path))
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                beside.write_bytes(msgspec.json.format(msgspec.json.encode(preferences), indent=2) + b"\n")
                beside.replace(target)
            finally:
                with suppress(OSError):
                    beside.unlink(missing_ok=True)
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise OutsideFailed(problem("outside.disk_full", path=str(target))) from error
            reason = error.strerror or str(error)
            raise OutsideFailed(problem("outside.cannot_write", path=str(target), reason=reason)) from error
