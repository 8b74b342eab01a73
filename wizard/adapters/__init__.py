"""One door for each outside thing: YAML text, the database, templates, files that ship with the program."""
