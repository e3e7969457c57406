"""The door: one command each, every one with --json and honest exit codes.

Exit codes: 0 done or admitted; 1 refused, or a check found something; 2 wrong usage or a
broken environment; 3 an answer is needed; 70 a bug.
"""

from kiosk.cli.app import main

__all__ = ["main"]
