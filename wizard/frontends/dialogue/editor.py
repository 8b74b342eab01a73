"""The person's own editor, for long answers. Must not know what is written in it."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


def edited(text: str) -> str | None:
    """The text after a visit to `$VISUAL`, `$EDITOR` or vi; None where the editor failed."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="canvas-wizard-") as folder:
        file = Path(folder, "answer.md")
        file.write_text(text + "\n" if text else "", encoding="utf-8", errors="replace")
        try:
            done = subprocess.run([*shlex.split(command), str(file)], check=False)
            if done.returncode != 0:
                return None
            return file.read_text(encoding="utf-8", errors="replace").strip("\n")
        except (OSError, ValueError):
            return None
