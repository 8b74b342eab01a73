"""One walk through a workshop, line by line: what `plain` and `prompts` share. Draws nothing itself."""
