"""What the program says, read off its source, and the catalogues with it: `make words` brings both together.

A text belongs in the catalogues where it stands as it is in a call of SPEAKERS: `t("Nothing is open.")`.
Catalogues name the file of a text and no line of it, so that they change only when words do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "wizard" / "locale"
TEMPLATE = LOCALE / "canvas-wizard.pot"

SPEAKERS: Mapping[str, tuple[int | str, ...]] = {
    "t": (0,),
    "tn": (0,),
    "mark": (0,),
    "Sentence": (0, 1),
    "Act": (3, 4, 5),
    "Binding": (2, "tooltip"),
    "click.option": ("help",),
    "click.group": ("help",),
}
"""The calls that hold words, and which of their arguments do, by position or by name."""


class Said(NamedTuple):
    """many: the form for several, '' where there is one form only."""

    text: str
    many: str = ""


def said() -> dict[Said, list[str]]:
    """Every text in the order of the files, with the files that say it."""
    found: dict[Said, list[str]] = {}
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for one in said_in(ast.parse(path.read_text(encoding="utf-8"))):
            files = found.setdefault(one, [])
            if file not in files:
                files.append(file)
    return found


def said_in(tree: ast.AST) -> Iterator[Said]:
    """The texts of one file, from its top down. A command says what its docstring says."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.FunctionDef)]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.FunctionDef):
            if any(_is_command(decorator) for decorator in node.decorator_list):
                yield from (Said(text) for text in [ast.get_docstring(node)] if text)
            continue
        name = _named(node.func)
        for argument in _arguments(node, SPEAKERS.get(name, ())):
            for text in _texts(argument):
                yield Said(text, next(_texts(node.args[1])) if name == "tn" else "")


def _named(called: ast.expr) -> str:
    """`t` or `click.option`; '' for what is called otherwise."""
    match called:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return f"{module}.{name}"
        case _:
            return ""


def _is_command(decorator: ast.expr) -> bool:
    """Whether it makes a command of a function: `@click.command("new")`, `@flow.command("list")`."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in ("command", "group")


def _arguments(call: ast.Call, wanted: tuple[int | str, ...]) -> Iterator[ast.expr]:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    for one in wanted:
        if isinstance(one, str):
            yield from (named[one],) if one in named else ()
        elif one < len(call.args):
            yield call.args[one]


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)
        case ast.JoinedStr():
            raise ValueError(f"line {node.lineno}: a text with values in it can't be looked up; name them")


def catalogues() -> Iterator[tuple[str, Path]]:
    """Each language with its file."""
    for path in sorted(LOCALE.glob("*/canvas-wizard.po")):
        yield path.parent.name, path


def brought_up_to_date(found: Mapping[Said, list[str]], known: polib.POFile) -> polib.POFile:
    """A catalogue with exactly these texts: translations stay, new texts are empty, others go."""
    by_text = {(entry.msgid, entry.msgid_plural): entry for entry in known}
    made = polib.POFile(wrapwidth=100)
    made.header = known.header
    made.metadata = known.metadata
    for one, files in found.items():
        old = by_text.get(one)
        entry = polib.POEntry(
            msgid=one.text,
            msgid_plural=one.many,
            msgstr="" if old is None or one.many else old.msgstr,
            occurrences=[(file, "") for file in files],
            tcomment="" if old is None else old.tcomment,
            flags=["python-brace-format"] if "{" in one.text else [],
        )
        if one.many:
            entry.msgstr_plural = {0: "", 1: ""} if old is None else old.msgstr_plural
        made.append(entry)
    return made


def main() -> None:
    """Bring every catalogue and the template up to date, and say what is left to translate."""
    found = said()
    for language, path in catalogues():
        made = brought_up_to_date(found, polib.pofile(str(path), wrapwidth=100))
        made.save(str(path))
        print(f"{language}: {len(made)} texts, {len(made.untranslated_entries())} to translate")
    TEMPLATE.write_text(template(found), encoding="utf-8")


def template(found: Mapping[Said, list[str]]) -> str:
    """A catalogue without translations, for whoever begins a new language."""
    empty = polib.POFile(wrapwidth=100)
    empty.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    return f"{brought_up_to_date(found, empty)}\n"


if __name__ == "__main__":
    main()
