"""A language that nobody speaks, and a flow in letters of its own: they show what was never looked up."""

from __future__ import annotations

import re

ACCENTED = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
KEYS = frozenset(
    ("enter", "esc", "ctrl", "tab", "del", "home", "end", "pgup", "pgdn", "space", "shift", "abc", "alt")
)
"""What keys are called, in every language."""

FLOW = """
flow: mrkt
title: Αγορά
name_from: name
canvas: mrkt
options:
  levels:
    lw:
      label: Χαμηλό
      help: Σχεδόν τίποτα
      for: [Φτηνό]
      against: [Λίγο]
      example: Ένα κιόσκι.
      fits:
        - {when: rent > 100, weight: 2, because: είναι ακριβό}
        - {when: rent > 9, weight: -1, because: δεν φτάνει}
    hgh: {label: Ψηλό, against: [Ακριβό]}
  phases: {frst: Πρώτη, lst: Τελευταία}
steps:
  - id: bgn
    title: Η αρχή
    minutes: 5
    teach: Μια υπόσχεση.
    facilitator: Ας περπατήσουν.
    ask:
      - {id: name, ask: Πώς λέγεται;, required: true, help: Το όνομα., examples: {good: Καλό, weak: Κακό}}
      - {id: story, type: long, ask: Πώς άρχισε;}
      - {id: rent, type: money, ask: Πόσο κοστίζει;, suggest: "800", min: 0}
      - {id: level, type: choice, ask: Πόσος κόσμος;, options: levels}
      - {id: mood, type: scale, ask: Πώς νιώθεις;, range: 1..5, low: Άσχημα, high: Καλά}
  - id: gds
    title: Τα αγαθά
    ask:
      - id: goods
        type: cards
        ask: Τι πουλάς;
        block: gds
        count: 1..7
        card: "{{ this.name }}"
        fields:
          - {id: name, ask: Πώς το λες;, required: true}
          - {id: price, type: money, ask: Τι κοστίζει;, min: 0}
          - {id: lvl, type: choice, ask: Πόσο;, options: levels}
          - {id: phs, type: choice, ask: Πότε;, options: phases}
        grid: {rows: lvl, columns: phs}
      - id: demand
        type: matrix
        ask: Πόσο ζητιέται;
        rows: goods
        columns: levels
        cell: {type: scale, range: 0..3, low: Καθόλου, high: Πολύ}
compute:
  wrth: {title: Αξία, how: Διπλή τιμή, each: good in goods, value: good.price * 2, as: money}
  sm: {title: Σύνολο, how: Όλα μαζί, value: goods.wrth|sum, as: money}
sensitivity:
  - {title: Τι το κινεί, of: [sm], vary: [goods.price], by: 10%}
coach:
  - id: unpriced
    each: good in goods
    when: good.price is not defined
    severity: warn
    about: [goods]
    say: "Τι κοστίζει το {{ good.name }};"
"""
"""A market stall, whose ids hold no word that could be taken for one of ours on the screen."""

LAYOUT = """
canvas: mrkt
title: Η αγορά μας
grid: {columns: 2, rows: 1}
blocks:
  - {id: gds, title: Αγαθά, hint: Τι πουλάμε, column: 1, row: 1}
  - {id: thr, title: Άλλα, hint: Τίποτα ακόμα, column: 2, row: 1}
"""
"""Its canvas, for a file `canvases/mrkt.yaml` beside the flow."""


class Accented:
    """Every vowel of ours gets an accent: what is shown without one was never looked up."""

    def gettext(self, message: str, /) -> str:
        parts = re.split(r"(\{\{+|\}\}+|\{[^{}]*\})", message)
        return "".join(part if part.startswith("{") else part.translate(ACCENTED) for part in parts)

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def strange(text: str) -> set[str]:
    """The words of ours in a text that were never looked up. Single letters, such as keys, don't count."""
    words = re.findall(r"[^\W\d_]+", text)
    plain = (word for word in words if re.search(r"[aeiouyAEIOUY]", word) and word.isascii())
    return {word for word in plain if len(word) > 1 and word not in KEYS and not word.isupper()}
