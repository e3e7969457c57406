"""Measuring this installation itself; what `make bench` and `make bundle` start."""

import json

from kiosk.cli.run import run_options, settings_asked_for


def bench(arguments: list[str]) -> int:
    """Start the station, say after how many milliseconds it can be seen, and end it.

    It begins as `run` does in everything, or it would measure something else.
    """
    options = run_options("bench", bench.__doc__)
    options.add_argument("what", choices=["first-paint"])
    options.add_argument(
        "--since",
        type=float,
        required=True,
        help="time.monotonic() of whoever starts this process, in seconds.",
    )
    options.add_argument("--picture", action="store_true", help="Wait for the camera's too.")
    asked = options.parse_args(arguments)
    settings = settings_asked_for(asked)
    from kiosk.composition.first_paint import time_first_paint  # noqa: PLC0415  Qt

    shown = time_first_paint(asked.data, settings, asked.since, picture=asked.picture)
    print(json.dumps(shown))
    return 0
