"""Puts Typer's commands together."""

import typer

from kiosk import __version__
from kiosk.cli import (
    amending,
    badge,
    cameras,
    carrying,
    check_in,
    checks,
    demo,
    finding,
    fonts,
    hub,
    lists,
    people,
    pre_print,
    printer_trial,
    reports,
    run,
    scanning,
    screens,
    staff,
    syncing,
    tickets,
)

app = typer.Typer(
    name="kiosk",
    help="Yuelai Kiosk: scan, look up, admit, record, badge, print.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    if version:
        print(__version__)
        raise typer.Exit


@app.command(
    "run",
    help=run.run.__doc__,
    add_help_option=False,
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def _run(context: typer.Context) -> None:
    raise typer.Exit(run.run(context.args))


for module in (
    demo,
    lists,
    finding,
    badge,
    pre_print,
    printer_trial,
    people,
    check_in,
    amending,
    reports,
    staff,
    tickets,
):
    module.register(app)
for module in (scanning, screens, cameras, checks, fonts, hub, syncing, carrying):
    module.register(app)
