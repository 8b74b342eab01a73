"""A copier template as large as a flow: as many questions, as many documents."""

from pathlib import Path


def write_template(folder: Path, *, questions: int, documents: int) -> None:
    """Write a template whose questions all have defaults, and whose documents print every answer."""
    folder.mkdir(parents=True)
    asked = [
        f'answer_{n}:\n  type: str\n  help: "What is answer {n}?"\n  default: "This is answer {n}"\n'
        for n in range(questions)
    ]
    (folder / "copier.yml").write_text("".join(asked), encoding="utf-8")
    printed = "".join(f"- {{{{ answer_{n} }}}}\n" for n in range(questions))
    for n in range(documents):
        (folder / f"document_{n}.md.jinja").write_text(f"# Document {n}\n\n{printed}", encoding="utf-8")
