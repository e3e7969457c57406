"""Every printer keeps the same promises: a job comes out once, whole, and is accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Fate, Paper, PrintAnswer, Printer
from kiosk.services.trouble import Unavailable
from tests.paper import private_cups
from tests.paper.desks import Desk, folder_desk, ipp_desk, until
from tests.paper.private_cups import PrivateCups
from tests.paper.scripted_printer import Script, ScriptedPrinter

_MM_PER_POINT = 25.4 / 72


@dataclass
class Queue:
    """A CUPS queue and the printer behind it."""

    uri: str
    printer: ScriptedPrinter


@pytest.fixture(scope="module")
def cups_queue(tmp_path_factory: pytest.TempPathFactory, pdf: bytes) -> Iterator[Queue]:
    if private_cups.MISSING:
        pytest.skip(private_cups.MISSING)
    folder = tmp_path_factory.mktemp("cups")
    # cupsd's filters run as another user and must be able to walk there.
    for parent in (folder.parent, folder.parent.parent):
        parent.chmod(0o755)
    with PrivateCups(folder) as cups, ScriptedPrinter() as behind:
        uri = cups.add("badge", behind.uri)
        # A queue that was added this second may not know its filters yet, and aborts.
        fates = (_printed_once(IppPrinter("trial", uri), pdf) for _ in range(50))
        assert Fate.PRINTED in fates
        yield Queue(uri, behind)


def _printed_once(printer: Printer, pdf: bytes) -> Fate:
    paper = _paper(pdf)
    return _settled(printer, paper.job, printer.send(paper).ref).fate


@pytest.fixture
def queue(cups_queue: Queue) -> Queue:
    cups_queue.printer.jobs.clear()
    cups_queue.printer.script = Script()
    return cups_queue


@pytest.fixture
def scripted() -> Iterator[ScriptedPrinter]:
    with ScriptedPrinter() as printer:
        yield printer


@pytest.fixture(params=["folder", "ipp", pytest.param("cups", marks=pytest.mark.paper)])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    match request.param:
        case "folder":
            return folder_desk(tmp_path / "badges")
        case "ipp":
            scripted: ScriptedPrinter = request.getfixturevalue("scripted")
            return ipp_desk(scripted, scripted.uri)
        case _:
            queue: Queue = request.getfixturevalue("queue")
            return ipp_desk(queue.printer, queue.uri)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(90 / _MM_PER_POINT, 130 / _MM_PER_POINT), invariant=1)
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.save()
    return target.getvalue()


def _paper(pdf: bytes) -> Paper:
    return Paper(uuid4(), "badge A-00317", pdf, 90, 130)


def _ink(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    pixels = document[0].render(scale=2).to_numpy().tobytes()
    document.close()
    return bytes(pixels)


_NO_END = (Fate.WAITING, Fate.SILENT)


def _settled(printer: Printer, job: UUID, ref: str) -> PrintAnswer:
    """Ask until the printer has an end to tell."""
    return until(lambda: printer.ask(job, ref), lambda answer: answer.fate not in _NO_END)


def test_a_job_comes_out_once_and_whole(desk: Desk, pdf: bytes) -> None:
    paper = _paper(pdf)
    answer = desk.printer.send(paper)
    assert answer.fate in (Fate.PRINTED, Fate.WAITING)
    assert answer.ref
    settled = _settled(desk.printer, paper.job, answer.ref)
    assert settled.fate is Fate.PRINTED, settled
    (came,) = desk.papers()
    # CUPS may write the file anew; what is on it must be the same.
    assert came == pdf or _ink(came) == _ink(pdf)


def test_the_paper_keeps_its_size_in_mm(desk: Desk, pdf: bytes) -> None:
    paper = _paper(pdf)
    answer = desk.printer.send(paper)
    _settled(desk.printer, paper.job, answer.ref)
    (came,) = desk.papers()
    document = pypdfium2.PdfDocument(came)
    width, height = document[0].get_size()
    document.close()
    assert width * _MM_PER_POINT == pytest.approx(90, abs=0.05)
    assert height * _MM_PER_POINT == pytest.approx(130, abs=0.05)


def test_a_job_sent_twice_comes_out_once(desk: Desk, pdf: bytes) -> None:
    paper = _paper(pdf)
    first = desk.printer.send(paper)
    _settled(desk.printer, paper.job, first.ref)
    second = desk.printer.send(paper)
    assert second.ref == first.ref
    assert second.fate is Fate.PRINTED
    assert len(desk.papers()) == 1


def test_a_job_is_found_again_after_a_crash_that_lost_its_ref(desk: Desk, pdf: bytes) -> None:
    paper = _paper(pdf)
    sent = desk.printer.send(paper)
    _settled(desk.printer, paper.job, sent.ref)
    found = desk.again().ask(paper.job, "")
    assert found.fate is Fate.PRINTED, found
    assert found.ref == sent.ref


def test_a_job_that_was_never_sent_is_never_called_printed(desk: Desk, pdf: bytes) -> None:
    paper = _paper(pdf)
    sent = desk.printer.send(paper)
    _settled(desk.printer, paper.job, sent.ref)
    assert desk.again().ask(uuid4(), "").fate in (Fate.ABSENT, Fate.UNTOLD)


def test_two_jobs_are_told_apart(desk: Desk, pdf: bytes) -> None:
    papers = [_paper(pdf), _paper(pdf)]
    refs = [desk.printer.send(paper).ref for paper in papers]
    assert len(set(refs)) == 2
    for paper, ref in zip(papers, refs, strict=True):
        assert _settled(desk.printer, paper.job, ref).ref == ref
    assert len(desk.papers()) == 2


def test_a_fresh_printer_is_green(desk: Desk) -> None:
    lamp = desk.printer.lamp()
    assert lamp.ready
    assert lamp.words.zh
    assert lamp.words.en


@pytest.mark.parametrize("desk", ["folder", "ipp"], indirect=True)
def test_a_broken_printer_says_what_to_do_in_both_languages(desk: Desk) -> None:
    desk.break_it()
    lamp = desk.printer.lamp()
    assert not lamp.ready
    assert lamp.words.zh
    assert lamp.words.en


@pytest.mark.parametrize("desk", ["folder"], indirect=True)
def test_a_folder_that_cannot_be_written_is_unavailable(desk: Desk, pdf: bytes) -> None:
    desk.break_it()
    with pytest.raises(Unavailable) as caught:
        desk.printer.send(_paper(pdf))
    assert caught.value.title.zh
    assert caught.value.advice.en
    assert desk.printer.ask(uuid4(), "").fate is Fate.SILENT


@pytest.mark.paper
def test_cups_with_its_whole_history_knows_that_a_job_is_absent(queue: Queue) -> None:
    assert IppPrinter("desk", queue.uri).ask(uuid4(), "").fate is Fate.ABSENT


@pytest.mark.paper
def test_cups_tells_that_its_printer_is_out_of_paper_and_the_job_waits(
    queue: Queue, pdf: bytes
) -> None:
    printer = IppPrinter("desk", queue.uri)
    queue.printer.script = Script(
        state=5,
        reasons=("media-empty-error",),
        new_job_state=5,
        new_job_reasons=("printer-stopped",),
    )
    paper = _paper(pdf)
    sent = printer.send(paper)
    lamp = until(printer.lamp, lambda lamp: not lamp.ready)
    assert lamp.words.en == "Out of badge stock: load more."
    assert printer.ask(paper.job, sent.ref).fate is Fate.WAITING
    queue.printer.script = Script()
    for job in queue.printer.jobs:
        job.state, job.reasons = 9, ("job-completed-successfully",)
    assert _settled(printer, paper.job, sent.ref).fate is Fate.PRINTED
    assert len(queue.printer.jobs) == 1
