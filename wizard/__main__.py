"""`python -m wizard`: the same as the command `canvas-wizard`."""

import gc

# Start-up makes many objects that all stay. Looking for garbage among them as often as Python does by itself
# takes a tenth of the time until the first screen.
gc.set_threshold(50_000, 20, 20)

from wizard.cli import main  # noqa: E402 - what it imports is what the line above is for

if __name__ == "__main__":
    main()
