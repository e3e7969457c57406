"""A whole station as its own process: `main.py run`, and what it takes of the machine."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from kiosk.composition.assets import ROOT

WARM_UP_SECONDS = 6.0


@contextmanager
def running(folder: Path) -> Iterator[psutil.Process]:
    """The station on `folder`, imports done and camera open; ended in good order."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "main.py", "run", "--data", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as child:
        try:
            time.sleep(WARM_UP_SECONDS)
            yield psutil.Process(child.pid)
        finally:
            child.terminate()
            child.wait(20)


def cpu_share(process: psutil.Process, seconds: float) -> float:
    """Percent of one core over so many seconds."""
    before, began = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    after, ended = process.cpu_times(), time.monotonic()
    used = after.user + after.system - before.user - before.system
    return 100 * used / (ended - began)
