"""The station's records, and how the threads get at them."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kiosk.services.ports import AmendableRoster, Journal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Records:
    """Roster and journal of one station, owned by one thread."""

    roster: AmendableRoster
    journal: Journal


class RecordsThread(Protocol):
    """The one thread that reads and writes records."""

    def ask(self, work: Callable[[Records], T]) -> "Future[T]":
        """Run `work` there, in order of asking."""
