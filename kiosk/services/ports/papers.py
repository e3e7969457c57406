"""What a desk asks about the whole event, while guests go on."""

from concurrent.futures import Future
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.services.reports import Turnout


class Paper(StrEnum):
    """A file that an organiser asks for."""

    ARRIVALS = "arrivals"
    MISSING = "missing"
    SIGNATURES = "signatures"
    FALLBACK = "fallback"


class PaperDesk(Protocol):
    """Counts and writes without holding anybody up. Its futures fail with a `Trouble`."""

    def turnout(self, checkpoint: str) -> "Future[tuple[Turnout, ...]]":
        """Who came to a checkpoint (anywhere, where empty), of how many expected."""

    def write(self, paper: Paper, checkpoint: str) -> "Future[Path]":
        """Write the paper under a name of its own, which is told."""
