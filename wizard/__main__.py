"""`python -m wizard`: the same as the command `canvas-wizard`."""

from wizard.cli import main

if __name__ == "__main__":
    main()
