"""Commands with their help in the language that is spoken. Knows no command; click has words of its own."""

from __future__ import annotations

import copy
import inspect
from typing import TypeVar

import click

from wizard.core.tongue import ENGLISH, language, t

C = TypeVar("C", bound=click.Command)


def in_words(command: C) -> C:
    """The command as it tells about itself in that language: a copy, for it is there only once."""
    if language() == ENGLISH:
        return command
    told = copy.copy(command)
    told.help = t(inspect.cleandoc(command.help or "")) or None
    told.params = [_in_words(parameter) for parameter in command.params]
    if isinstance(told, click.Group):
        told.commands = {name: in_words(one) for name, one in told.commands.items()}
    return told


def _in_words(parameter: click.Parameter) -> click.Parameter:
    told = copy.copy(parameter)
    if isinstance(told, click.Option):
        told.help = t(told.help or "") or None
    return told
