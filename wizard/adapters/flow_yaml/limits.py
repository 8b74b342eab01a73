"""How large a YAML file may be, and what is in it. Source: docs/flow-language.md, "Limits"."""

MAX_BYTES = 1_048_576
MAX_DEPTH = 50
"""Lists and maps inside each other."""
MAX_VALUES = 100_000
"""Values in one file, aliases written out."""
