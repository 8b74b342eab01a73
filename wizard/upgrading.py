"""Upgrading: whether there is a newer version of a workshop's flow, and who knows of it. Moves nothing."""

from __future__ import annotations

from wizard.core.flow.counting import counted
from wizard.workshop import Workshop


def newer_version(workshop: Workshop) -> str:
    """The version of the shipped flow, where it is newer than the workshop's; '' where it isn't."""
    flow = workshop.loaded.flow
    found = workshop.outside.flows.version(flow.id)
    return found if found is not None and counted(found) > counted(flow.file.version) else ""


def news_of_version(workshop: Workshop) -> str:
    """The same, for the person who hasn't been told of that version yet; they are counted as told then."""
    found = newer_version(workshop)
    if not found or workshop.drafts.told_version == found:
        return ""
    workshop.drafts.keep_told_version(found)
    return found
