"""Run a command and note the most memory that it held at once. Imports next to nothing, on purpose.

A process begins as a copy of its parent, and the peak that the system reports covers that moment too. So a
small process stands between: it weighs its one child by `wait4`, and nothing that the harness has loaded
counts.

Usage: python -S bench/weigh.py NOTE COMMAND...    NOTE: the file that gets the peak, in KiB, as text
"""

import os
import signal
import sys


def main(note: str, *command: str) -> int:
    # Who ends the command ends its whole process group; the note is still to be written then.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    kib = usage.ru_maxrss // 1024 if sys.platform == "darwin" else usage.ru_maxrss
    with open(note, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib would double this process
        file.write(str(kib))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) % 256)
