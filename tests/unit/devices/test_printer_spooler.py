"""A queue of the Windows spooler, on a stand-in: nobody has tried the real one yet."""

from uuid import uuid4

import pytest

from kiosk.devices.printer_spooler import JobStatus, QueueStatus, SpoolerPrinter, SpoolJob
from kiosk.services.ports import Fate, Paper, Remedy
from kiosk.services.trouble import Unavailable

J, Q = JobStatus, QueueStatus


class Queue:
    """Implements `Spooler`; `broken` cannot be asked."""

    def __init__(self) -> None:
        self.inside: list[SpoolJob] = []
        self.bits = 0
        self.broken = False
        self.prints_at_once = False
        self.begins_when_deleted = False
        self.painted: list[Paper] = []

    def jobs(self) -> tuple[SpoolJob, ...]:
        self._check()
        return tuple(self.inside)

    def status(self) -> int:
        self._check()
        return self.bits

    def delete(self, number: int) -> None:
        self._check()
        left = J.DELETING | J.PRINTING if self.begins_when_deleted else J.DELETING
        self.inside = [SpoolJob(one.number, one.document, left) for one in self.inside]

    def paint(self, paper: Paper, document: str) -> None:
        self._check()
        self.painted.append(paper)
        if not self.prints_at_once:
            self.inside.append(SpoolJob(len(self.painted), document, J.SPOOLING))

    def becomes(self, status: int, pages: int = 0) -> None:
        self.inside = [SpoolJob(one.number, one.document, status, pages) for one in self.inside]

    def _check(self) -> None:
        if self.broken:
            raise OSError("RPC server is unavailable")


@pytest.fixture
def queue() -> Queue:
    return Queue()


def printer(queue: Queue) -> SpoolerPrinter:
    return SpoolerPrinter("desk", queue, queue.paint)


def paper() -> Paper:
    return Paper(uuid4(), "badge 1", b"%PDF", 90, 130)


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        (J.SPOOLING, Fate.WAITING),
        (J.PRINTING, Fate.WAITING),
        (J.PAPER_OUT | J.ERROR, Fate.WAITING),
        (J.OFFLINE, Fate.WAITING),
        (J.PRINTED, Fate.PRINTED),
        (J.COMPLETE, Fate.PRINTED),
        (J.DELETING, Fate.CANCELLED),
        (J.DELETING | J.PRINTING, Fate.UNTOLD),
        (0x200, Fate.WAITING),
    ],
)
def test_a_jobs_bits_say_what_became_of_it(queue: Queue, status: int, fate: Fate) -> None:
    desk, one = printer(queue), paper()
    assert desk.send(one).fate is Fate.WAITING
    queue.becomes(status)
    assert desk.ask(one.job, "1").fate is fate


def test_a_job_that_left_the_queue_that_we_saw_it_in_is_printed(queue: Queue) -> None:
    desk, one = printer(queue), paper()
    desk.send(one)
    queue.inside.clear()
    assert desk.ask(one.job, "1").fate is Fate.PRINTED
    assert printer(queue).ask(one.job, "1").fate is Fate.UNTOLD, "after a restart nobody knows"


def test_a_job_that_is_through_before_anybody_looks_is_printed(queue: Queue) -> None:
    queue.prints_at_once = True
    desk, one = printer(queue), paper()
    assert desk.send(one).fate is Fate.WAITING
    assert desk.ask(one.job, "").fate is Fate.PRINTED


def test_a_job_sent_twice_is_painted_once(queue: Queue) -> None:
    one = paper()
    printer(queue).send(one)
    printer(queue).send(one)
    assert len(queue.painted) == 1


def test_a_queue_that_cannot_be_asked_took_nothing(queue: Queue) -> None:
    queue.broken = True
    desk, one = printer(queue), paper()
    with pytest.raises(Unavailable) as caught:
        desk.send(one)
    assert caught.value.advice.zh
    assert desk.ask(one.job, "").fate is Fate.SILENT
    assert desk.withdraw(one.job, "").fate is Fate.SILENT
    assert desk.lamp().remedy is Remedy.POWER


@pytest.mark.parametrize(
    ("status", "pages", "begins", "fate"),
    [
        (J.SPOOLING, 0, False, Fate.ABSENT),
        (J.PRINTING, 0, False, Fate.UNTOLD),
        (J.PAPER_OUT, 1, False, Fate.UNTOLD),
        (J.SPOOLING, 0, True, Fate.UNTOLD),
        (J.PRINTED, 1, False, Fate.PRINTED),
    ],
)
def test_a_badge_is_free_only_if_its_printing_had_not_begun(
    queue: Queue, status: int, pages: int, begins: bool, fate: Fate
) -> None:
    desk, one = printer(queue), paper()
    desk.send(one)
    queue.becomes(status, pages)
    queue.begins_when_deleted = begins
    assert desk.withdraw(one.job, "1").fate is fate


def test_what_is_not_in_the_queue_cannot_be_taken_back(queue: Queue) -> None:
    assert printer(queue).withdraw(uuid4(), "").fate is Fate.UNTOLD


@pytest.mark.parametrize(
    ("bits", "remedy", "ready"),
    [
        (0, Remedy.LOOK, True),
        (Q.PAPER_OUT | Q.ERROR, Remedy.LOAD, False),
        (Q.PAPER_JAM, Remedy.CLEAR, False),
        (Q.DOOR_OPEN, Remedy.CLOSE, False),
        (Q.NO_TONER, Remedy.INK, False),
        (Q.WORK_OFFLINE, Remedy.POWER, False),
        (Q.PAUSED, Remedy.RESUME, False),
        (Q.OUTPUT_BIN_FULL, Remedy.EMPTY, False),
        (Q.USER_INTERVENTION, Remedy.LOOK, False),
    ],
)
def test_the_queues_bits_become_a_lamp(
    queue: Queue, bits: int, remedy: Remedy, ready: bool
) -> None:
    queue.bits = int(bits)
    lamp = printer(queue).lamp()
    assert lamp.ready is ready
    assert lamp.remedy is remedy
