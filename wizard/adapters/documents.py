"""Writes documents to a folder, each as a whole or not at all. Must not know what is in them.

A document that somebody changed by hand is never written over unasked. Markdown and HTML end in a comment
with a digest of what stands above it: where that still fits, nobody has touched the file.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from wizard.core.controls import visible
from wizard.core.problems import OutsideFailed, Problem, problem

_MARKED = (".md", ".markdown", ".html", ".htm")
_MARK = re.compile(rb"\n<!-- canvas-wizard:([0-9a-f]{16}) -->\n\Z")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def marked(text: str, file: str) -> str:
    """A document as it stands in its file: Markdown and HTML with the comment that tells our writing by."""
    if not file.lower().endswith(_MARKED):
        return text
    return f"{text}\n<!-- canvas-wizard:{_digest(text.encode())} -->\n"


def write(
    folder: str, texts: Mapping[str, str], *, force: bool
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write documents, name -> text, into a folder, which is made if it isn't there.

    Names may lead into folders below. Returns the paths, also of files that held the same already; or every
    name that leads elsewhere (`document.elsewhere`), every file that was changed by hand where `force` is off
    (`document.edited`), and then nothing was written. Raises OutsideFailed.
    """
    home = Path(folder)
    strays = [name for name in texts if not _inside(name) or not _within(home / name, home)]
    if strays:
        return (), tuple(problem("document.elsewhere", file=visible(name)) for name in strays)
    files = {home / name: marked(text, name).encode() for name, text in texts.items()}
    held = {path: _held(path) for path in files}
    edited = [path for path, new in files.items() if not force and not _ours(held[path], new)]
    if edited:
        return (), tuple(problem("document.edited", file=str(path)) for path in edited)
    _replace({path: new for path, new in files.items() if held[path] != new})
    return tuple(str(path) for path in files), ()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _inside(name: str) -> bool:
    """Whether a name leads to a file below the folder, by its words."""
    parts = name.replace("\\", "/").split("/")
    return not any(part in ("", ".", "..") or ":" in part or not part.isprintable() for part in parts)


def _within(path: Path, folder: Path) -> bool:
    """Whether it does on this disk: a folder below may be a link to elsewhere."""
    return path.parent.resolve().is_relative_to(folder.resolve())


def _held(path: Path) -> bytes | None:
    """What the file holds now; None where there is none."""
    with _told(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _ours(held: bytes | None, new: bytes) -> bool:
    """Whether what a file holds is what we wrote, so that nothing of anybody else's is lost."""
    if held is None or held == new:
        return True
    # git may have given the file the line ends of its system.
    text = held.replace(b"\r\n", b"\n")
    found = _MARK.search(text)
    if found is None:
        return text == new
    return _digest(text[: found.start()]) == found[1].decode()


def _replace(files: Mapping[Path, bytes]) -> None:
    """Put new contents in place of the old: all are on the disk before the first one appears."""
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            with _told(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                waiting[path] = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
                _write_through(waiting[path], content, _mode(path))
        for path, beside in waiting.items():
            with _told(path):
                beside.replace(path)
                _settle(path.parent)
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes, mode: int | None) -> None:
    """Write a file and wait until the disk has it."""
    path.unlink(missing_ok=True)  # of a process that had our number and was killed
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
    if mode is not None:
        path.chmod(mode)


def _mode(path: Path) -> int | None:
    """Who may do what with the file that is there already."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _settle(folder: Path) -> None:
    """Wait until the disk knows the new name, where the system can say so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system reports into OutsideFailed."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise OutsideFailed(problem("outside.disk_full", path=str(path))) from error
        reason = error.strerror or str(error)
        raise OutsideFailed(problem("outside.cannot_write", path=str(path), reason=reason)) from error
