"""The way in: turns what commands raise into words and exit codes."""

import json
import signal
import sys
from pathlib import Path

from kiosk.cli.bench import bench
from kiosk.cli.exit_codes import BUG, USAGE
from kiosk.cli.run import run
from kiosk.cli.usage import say_usage
from kiosk.composition.bug_report import report_bug
from kiosk.composition.data_folder import DataFolder, usual_data_folder
from kiosk.services.trouble import Trouble

QUICK = {"run": run, "bench": bench}
"""Commands that cannot wait for Typer (see `run`)."""


def main() -> None:
    """Run the command line; always ends the process with one of the exit codes."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415  only a bundle needs it

        freeze_support()  # a process that this one makes begins here again
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        _command(sys.argv[1:])
    except Trouble as trouble:
        _say(trouble)
        sys.exit(USAGE)
    except Exception as bug:  # noqa: BLE001  the last line: told without names, never swallowed
        where = report_bug(bug, _logs(sys.argv))
        print(f"程序错误，已记录。A bug; recorded in {where}", file=sys.stderr)
        sys.exit(BUG)


def _command(arguments: list[str]) -> None:
    quick = QUICK.get(arguments[0]) if arguments else None
    if quick:
        sys.exit(quick(arguments[1:]))
    from kiosk.cli.commands import app  # noqa: PLC0415

    # a service manager's stop tidies up as Ctrl+C does
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app()
    except SystemExit as end:
        # Typer has shown what was wrong with the command line, and ends because of it
        message = getattr(end.__context__, "format_message", None)
        if message:
            say_usage(message())
        raise


def _logs(arguments: list[str]) -> Path:
    """The logs/ of the data folder that the command line names, else of the usual one."""
    # by hand: whatever parses the command line may be what broke
    for place, word in enumerate(arguments):
        option, _, value = word.partition("=")
        if option == "--data":
            named = value or "".join(arguments[place + 1 : place + 2])
            return DataFolder(Path(named)).logs
    return DataFolder(usual_data_folder()).logs


def _say(trouble: Trouble) -> None:
    if "--json" in sys.argv:
        said = {"zh": trouble.title.zh, "en": trouble.title.en}
        advice = {"zh": trouble.advice.zh, "en": trouble.advice.en}
        print(json.dumps({"error": said, "advice": advice}, ensure_ascii=False))
    print(f"{trouble.title.zh} {trouble.advice.zh}", file=sys.stderr)
    print(f"{trouble.title.en} {trouble.advice.en}", file=sys.stderr)
