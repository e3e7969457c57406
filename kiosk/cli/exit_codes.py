"""What a command's exit code says; see `kiosk.cli`."""

DONE, REFUSED, USAGE, NEEDS_ANSWER, BUG = 0, 1, 2, 3, 70
