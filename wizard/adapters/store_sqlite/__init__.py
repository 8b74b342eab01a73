"""The store in one SQLite file. The only place that knows sqlite3."""

from wizard.adapters.store_sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
