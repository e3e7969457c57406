"""What a clerk asks for beside the visit: search, recent list, undo, reprint, status."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kiosk.domain.journal import JobState
from kiosk.domain.visit import BadgeMoved
from kiosk.services.lookup import Found, Recent
from kiosk.services.outcomes import NothingToUndo, Undone
from kiosk.services.reception import Reception
from kiosk.services.reprinting import NeedsSupervisor, Reprint, Reprinted
from kiosk.services.trouble import Trouble
from kiosk.ui.bridge import Bridge

T = TypeVar("T")
FOUND, RECENT = 12, 12


class Clerk(QObject):
    """Answers arrive later, in the window's thread; a late one never replaces a newer."""

    found_changed = Signal()
    recent_changed = Signal()
    status_changed = Signal()
    undone = Signal(bool)
    needs_supervisor = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)

    def __init__(self, reception: Reception, bridge: Bridge) -> None:
        super().__init__()
        self.reception, self.bridge = reception, bridge
        self._asked = 0
        self.query = ""
        self.found: tuple[Found, ...] = ()
        self.recent = Recent()
        bridge.badge_moved.connect(self._badge_moved)

    def search(self, query: str) -> None:
        """Look for `query`; `found_changed` follows."""
        self._asked += 1
        mine = self._asked

        def show(found: tuple[Found, ...]) -> None:
            if mine == self._asked:
                self.show_found(query, found)

        self.then(self.reception.search(query, FOUND), show)

    def refresh_recent(self) -> None:
        """Read the recent list, the outbox and the clock again."""
        self.then(self.reception.recent(RECENT), self.show_recent)

    def show_found(self, query: str, found: tuple[Found, ...]) -> None:
        """The hits of a search are these."""
        self.query, self.found = query, found
        self.found_changed.emit()

    def show_recent(self, recent: Recent) -> None:
        """The recent visits are these, and the station is like this."""
        self.recent = recent
        self.recent_changed.emit()
        self.status_changed.emit()

    def undo(self, fact: UUID, reason: str) -> None:
        """Void a check-in; `undone` tells whether there was one to void."""

        def show(done: Undone | NothingToUndo) -> None:
            self.undone.emit(isinstance(done, Undone))
            self.refresh_recent()

        self.then(self.reception.undo(fact, reason), show)

    def reprint(self, wanted: Reprint) -> None:
        """Print one more badge; `needs_supervisor` where somebody must agree to it first."""

        def show(told: Reprinted) -> None:
            if isinstance(told, NeedsSupervisor):
                self.needs_supervisor.emit(wanted)
            self.refresh_recent()

        self.then(self.reception.reprint(wanted), show)

    def settle_badge(self, job: UUID, *, came_out: bool) -> None:
        """Say of a badge that nobody could know of whether it came out."""
        to = JobState.CONFIRMED if came_out else JobState.QUEUED

        def show(settled: bool) -> None:  # noqa: FBT001  the service's answer
            if settled:
                self.bridge.badge_moved.emit(BadgeMoved(job, to))
            self.refresh_recent()

        self.then(self.reception.came_out(job, yes=came_out), show)

    def _badge_moved(self, moved: BadgeMoved) -> None:
        if moved.to is JobState.UNKNOWN:
            self.refresh_recent()

    def then(self, future: "Future[T]", show: Callable[[T], None]) -> None:
        """Show what came of it, or tell of the trouble."""

        def done(finished: "Future[T]") -> None:
            error = finished.exception()
            if error is None:
                show(finished.result())
            elif isinstance(error, Trouble):
                self.troubled.emit(error)
            else:
                self.broke.emit(error)

        self.bridge.when_done(future, done)
