"""Writes exported answers as YAML that people like to read and `run --answers` reads back."""

from __future__ import annotations

import yaml

from wizard.core.answers_export import Bare, Exported


class _Dumper(yaml.SafeDumper):
    """The safe dumper, with long texts as blocks and numbers without quotes."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the same text twice is no alias
        return True


def _bare(dumper: yaml.SafeDumper, value: Bare) -> yaml.Node:
    # The tag that it looks like anyway, so that none is written.
    tag = dumper.resolve(yaml.ScalarNode, value.text, (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag, value.text)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(Bare, _bare)
_Dumper.add_representer(str, _text)


def written(data: dict[str, Exported]) -> str:
    """The data as YAML, keys in their order."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
