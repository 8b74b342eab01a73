"""A folder for what can be made again at any time. Must not know what it keeps.

What lies there is taken for true, so only files count that nobody but this person can have written. Where
that can't be known, or nothing can be kept, nothing is: whoever asks makes it again.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MOST_FILES = 100
"""When there are more, the oldest go."""
_MOST_BYTES = 16 * 1024 * 1024
_DIGEST_BYTES = 32


class PrivateFolder:
    """Contents by name, each with a digest in front of it. Never raises for anything that the disk does.

    path: made when there is something to keep, for this person alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> bytes | None:
        """What was kept under a name; None where that is nothing, damaged, or may be somebody else's."""
        with suppress(OSError):
            if _is_own(self._path.lstat(), stat.S_ISDIR):
                return _undamaged(_read(self._path / name))
        return None

    def put(self, name: str, content: bytes) -> None:
        """Keep a content, if that is possible. A reader sees the old one or the new one, never a part."""
        beside = self._path / f".{name}.{os.getpid()}.tmp"
        with suppress(OSError):
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self._path.lstat(), stat.S_ISDIR):
                return
            beside.unlink(missing_ok=True)  # of a process that had our number and was killed
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(hashlib.sha256(content).digest() + content)
                beside.replace(self._path / name)
            finally:
                beside.unlink(missing_ok=True)
            self._make_room()

    def _make_room(self) -> None:
        files = sorted(self._path.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[MOST_FILES:]:
            path.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    """The bytes of a file that is this person's own; none of another. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_MOST_BYTES) if _is_own(os.fstat(descriptor), stat.S_ISREG) else b""


def _is_own(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is of that kind, and nobody else can write to it."""
    whose = getattr(os, "geteuid", None)  # where there is none, nobody can tell
    others = stat.S_IWGRP | stat.S_IWOTH
    return (
        is_kind(found.st_mode)
        and whose is not None
        and found.st_uid == whose()
        and not found.st_mode & others
    )


def _undamaged(read: bytes) -> bytes | None:
    """The content behind its digest; None where they don't belong together."""
    digest, content = read[:_DIGEST_BYTES], read[_DIGEST_BYTES:]
    return content if digest == hashlib.sha256(content).digest() else None
