"""Processes that start with the product imported already: a start in a tenth of the time."""

import multiprocessing

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    [
        "tests.chaos.station",
        "tests.chaos.syncing_station",
        "tests.stories.kiosk_command",
        "tests.simulation.history",
        "kiosk.cli.app",
        "kiosk.badges.drawer",
    ]
)
