"""What SQLite and the system report, as problems. Must not know tables or queries."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wizard.core.problems import OutsideFailed, Problem, problem


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report into OutsideFailed; our own slips stay tracebacks."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise OutsideFailed(_problem_of_sqlite(error, path)) from error
    except UnicodeDecodeError as error:
        raise OutsideFailed(problem("outside.store_damaged", path=str(path))) from error
    except OSError as error:
        raise OutsideFailed(_problem_of_system(error, path)) from error


def _problem_of_sqlite(error: sqlite3.Error, path: Path) -> Problem:
    # Only text that isn't UTF-8 comes without a code.
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    match code & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return problem("outside.store_damaged", path=str(path))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return problem("outside.store_busy", path=str(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return problem("outside.store_readonly", path=str(path))
        case sqlite3.SQLITE_FULL:
            return problem("outside.disk_full", path=str(path))
    # Quotas and limits on a file's size come as failed writes, not as SQLITE_FULL.
    if code in (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE):
        return problem("outside.disk_full", path=str(path))
    return problem("outside.store_failed", path=str(path), reason=str(error))


def _problem_of_system(error: OSError, path: Path) -> Problem:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return problem("outside.store_readonly", path=str(path))
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return problem("outside.disk_full", path=str(path))
    return problem("outside.store_failed", path=str(path), reason=error.strerror or str(error))
