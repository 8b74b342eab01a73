"""One walk through a workshop, line by line: what `plain` and `prompts` share. Must not know how lines are drawn."""
