"""An IPP printer with a machine inside: sheets come out one by one, and everything can go wrong.

What truly came out is in `tray`, whatever the printer tells; a test's eyes.
"""

import random
import threading
from typing import Any, Self

from tests.paper.scripted_printer import (
    ABORTED,
    CANCELED,
    COMPLETED,
    PENDING,
    PROCESSING,
    Job,
    Script,
    ScriptedPrinter,
)

_REMEMBERED = 40
"""Printers forget their oldest jobs; these more than any badge can be behind."""
FAULTS = (
    *("empty", "jam", "door", "paused", "refusing", "offline", "power cut", "deleted"),
    *("lost answer", "lost question", "abort", "abort late", "panel cancel"),
)
_STOPS = {
    "empty": "media-empty-error",
    "jam": "media-jam-error",
    "door": "door-open-error",
    "paused": "paused",
}


class Press(ScriptedPrinter):
    """A printer whose machine takes `seconds` for a badge."""

    def __init__(self, seed: int, seconds: float = 0.004) -> None:
        super().__init__()
        self.tray: list[str] = []
        self.script = Script(new_job_state=PENDING, new_job_reasons=("none",))
        self._chance = random.Random(seed)
        self._seconds = seconds
        self._off = self._deleted = False
        self._next = ""
        self._end = threading.Event()
        self._machine = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        super().__enter__()
        self._machine.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._machine.join()
        super().__exit__()

    def fault(self, name: str) -> None:
        """Something goes wrong, until `heal` or only once."""
        with self._lock:
            if name in _STOPS:
                self.script.state, self.script.reasons = 5, (_STOPS[name],)
            elif name == "power cut":
                self.jobs.clear()
                self._last, self._off = 0, True
            elif name in ("offline", "deleted", "refusing"):
                self._off |= name == "offline"
                self._deleted |= name == "deleted"
                self.script.accepting &= name != "refusing"
            else:
                self._next = name

    def heal(self) -> None:
        """Everything is well again."""
        with self._lock:
            self.script.state, self.script.reasons, self.script.accepting = 3, ("none",), True
            self._off = self._deleted = False
            self._next = ""

    def has(self, job: str) -> bool:
        """Whether the job may still come out."""
        with self._lock:
            return any(job in one.name and one.state < CANCELED for one in self.jobs)

    def answer(self, data: bytes) -> bytes | None:
        if self._off:
            return None
        with self._lock:
            if self._deleted:
                return data[:2] + b"\x04\x06" + data[4:8] + b"\3"
            return super().answer(data)

    def _print(
        self, asked: dict[str, Any], ticket: dict[str, Any], document: bytes
    ) -> tuple[int, bytes] | None:
        lost, self._next = self._next, ""
        self.script.hang_up_before_taking = lost == "lost question"
        self.script.hang_up_after_taking = lost == "lost answer"
        if lost not in ("lost question", "lost answer"):
            self._next = lost
        return super()._print(asked, ticket, document)

    def _run(self) -> None:
        while not self._end.wait(self._seconds * self._chance.uniform(0.5, 1.5)):
            with self._lock:
                self._turn()

    def _turn(self) -> None:
        """One step of the machine on the oldest job: begin it, let it out, or fail."""
        waiting = [job for job in self.jobs if job.state < CANCELED]
        done = [job for job in self.jobs if job.state >= CANCELED]
        for old in done[:-_REMEMBERED]:
            self.jobs.remove(old)
        if self.script.state == 5 or not waiting:
            return
        job = waiting[0]
        if job.state == PENDING:
            job.state, job.impressions = PROCESSING, 0
            return
        trouble, self._next = self._next, ""
        if trouble in ("abort", "panel cancel"):
            self._over(job, ABORTED if trouble == "abort" else CANCELED)
            return
        self.tray.append(job.name)
        job.impressions = 1
        self._over(job, ABORTED if trouble == "abort late" else COMPLETED)

    def _over(self, job: Job, state: int) -> None:
        job.state = state
        job.reasons = {
            ABORTED: ("aborted-by-system",),
            CANCELED: ("job-canceled-at-device",),
            COMPLETED: ("job-completed-successfully",),
        }[state]
