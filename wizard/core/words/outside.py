"""Sentences for the world outside: stores, disks, files. Knows nothing of flows and answers."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "outside.store_newer": Sentence(
        "The store {path} was written by a newer canvas-wizard (store {found}; this one reads {known}).",
        "Update canvas-wizard, or choose another store with --store FILE. Nothing in the file was changed.",
    ),
    "outside.store_damaged": Sentence(
        "The store {path} is damaged and can't be read.",
        "Put a backup in its place, or start a new one with --store FILE. "
        "Keep the damaged file: parts of it may still be saved.",
    ),
    "outside.store_foreign": Sentence(
        "{path} belongs to another program, so nothing was written to it.",
        "Choose another file with --store FILE.",
    ),
    "outside.store_readonly": Sentence(
        "The store {path} can't be written: the file or its folder is read-only for you.",
        "Allow writing there, or choose another file with --store FILE.",
    ),
    "outside.disk_full": Sentence(
        "There is no room left to write {path}.",
        "Free some space (or raise your quota), then try again. What was saved before is still there.",
    ),
    "outside.store_busy": Sentence(
        "Another program keeps the store {path} locked.",
        "Close it, or wait a moment, then try again.",
    ),
    "outside.store_moved": Sentence(
        "The store {path} was moved, removed or replaced while it was open, so nothing more was written.",
        "Put the file back, or start canvas-wizard again.",
    ),
    "outside.store_failed": Sentence(
        "The store {path} can't be used: {reason}.",
        "Look at the file and its folder, or choose another file with --store FILE.",
    ),
    "outside.nothing_to_copy": Sentence(
        "Nothing was copied to {path}: these workshops are kept in memory only.",
        "Give a store with --store FILE.",
    ),
    "outside.workshop_gone": Sentence(
        "The workshop {workshop} isn't in the store any more: it was removed for good.",
        "See what is there with canvas-wizard list.",
    ),
    "outside.file_exists": Sentence(
        "There is already something at {path}, and it was left as it is.",
        "Choose another name.",
    ),
    "outside.cannot_write": Sentence(
        "{path} can't be written: {reason}.",
        "Check the folder and its permissions, or choose another place.",
    ),
    "outside.cannot_read": Sentence(
        "{path} can't be read: {reason}.",
        "Check the file and its permissions.",
    ),
    "outside.not_found": Sentence(
        "There is no file {path}.",
        "Check the name and the folder.",
    ),
    "outside.no_workshop": Sentence(
        "There is no workshop “{text}”.",
        "See what is there with canvas-wizard list.",
    ),
    "outside.no_example": Sentence(
        "There is no finished example here.",
        "Begin a new workshop instead.",
    ),
    "outside.flow_lost": Sentence(
        "The flow that “{text}” began with is missing from the store, so it can't be opened.",
        "Restore the store from a backup.",
    ),
    "outside.event_unknown": Sentence(
        "A newer canvas-wizard has written something here that this one can't read: {text}.",
        "Update canvas-wizard.",
    ),
}
