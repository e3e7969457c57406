"""Puts the commands together and turns what they raise into words and exit codes."""

import json
import sys

import typer

from kiosk import __version__
from kiosk.cli import bench, checks, demo, lists, people, run, scanning, screens, tickets
from kiosk.cli.output import BUG, USAGE
from kiosk.composition.bug_report import report_bug
from kiosk.services.trouble import Trouble

app = typer.Typer(
    name="kiosk",
    help="Yuelai Kiosk: scan, look up, admit, record, badge, print.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (run, demo, lists, people, tickets, scanning, screens, checks, bench):
    module.register(app)


@app.callback(invoke_without_command=True)
def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    if version:
        print(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; always ends the process with one of the exit codes."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except Trouble as trouble:
        _say(trouble)
        sys.exit(USAGE)
    except Exception as bug:  # noqa: BLE001  the last line: told without names, never swallowed
        where = report_bug(bug)
        print(f"程序错误，已记录。A bug; recorded in {where}", file=sys.stderr)
        sys.exit(BUG)


def _say(trouble: Trouble) -> None:
    if "--json" in sys.argv:
        said = {"zh": trouble.title.zh, "en": trouble.title.en}
        advice = {"zh": trouble.advice.zh, "en": trouble.advice.en}
        print(json.dumps({"error": said, "advice": advice}, ensure_ascii=False))
    print(f"{trouble.title.zh} {trouble.advice.zh}", file=sys.stderr)
    print(f"{trouble.title.en} {trouble.advice.en}", file=sys.stderr)
