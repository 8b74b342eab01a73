"""How long ago something was, in the words of people. Knows no clock."""

from __future__ import annotations

from datetime import datetime

from wizard.core.tongue import t, tn

MINUTE_S, HOUR_S, DAY_S = 60, 3600, 86400


def age(then: str, now: datetime) -> str:
    """ "2 hours ago". then: UTC, ISO 8601; '' for a time that can't be read."""
    try:
        passed_s = (now - datetime.fromisoformat(then)).total_seconds()
    except (ValueError, TypeError):
        return ""
    if passed_s < 2 * MINUTE_S:
        return t("just now")
    if passed_s < 2 * HOUR_S:
        return tn("{count} minute ago", "{count} minutes ago", int(passed_s // MINUTE_S))
    if passed_s < 2 * DAY_S:
        return tn("{count} hour ago", "{count} hours ago", int(passed_s // HOUR_S))
    return tn("{count} day ago", "{count} days ago", int(passed_s // DAY_S))
