"""What one would write without a wizard: read answers with YAML, render one template with Jinja.

Usage: python -m bench.peers.bare_script ANSWERS OUT
"""

import sys
from pathlib import Path

import jinja2
import yaml

TEMPLATE = """\
# {{ answers.name }}

{{ answers.pitch }}
{% for question, answer in answers.items() if answer is not string and answer is iterable %}
## {{ question }}
{% for card in answer %}
- {{ card }}
{%- endfor %}
{% endfor %}
"""


def main(answers_file: str, out: str) -> None:
    answers = yaml.load(Path(answers_file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    document = jinja2.Environment(autoescape=False).from_string(TEMPLATE).render(answers=answers)
    Path(out).write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
