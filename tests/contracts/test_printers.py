"""Every printer keeps the same promises: a job comes out once, whole, and is accounted for."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pypdfium2
import pytest

from kiosk.devices.printer_folder import FolderPrinter
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Fate, Paper, PrintAnswer, Printer
from kiosk.services.trouble import Unavailable
from tests.paper import private_cups
from tests.paper.private_cups import PrivateCups
from tests.paper.scripted_printer import ScriptedPrinter

_MM_PER_POINT = 25.4 / 72


@dataclass
class Desk:
    """A printer, what came out of it, and a way to break it."""

    printer: Printer
    again: Callable[[], Printer]
    papers: Callable[[], list[bytes]]
    break_it: Callable[[], None]
    passes_bytes_on: bool = True


@pytest.fixture(scope="module")
def cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateCups]:
    if private_cups.MISSING:
        pytest.skip(private_cups.MISSING)
    folder = tmp_path_factory.mktemp("cups")
    # cupsd's filters run as another user and must be able to walk there.
    for parent in (folder.parent, folder.parent.parent):
        parent.chmod(0o755)
    with PrivateCups(folder) as running:
        yield running


@pytest.fixture
def scripted() -> Iterator[ScriptedPrinter]:
    with ScriptedPrinter() as printer:
        yield printer


@pytest.fixture(
    params=["folder", "ipp", pytest.param("cups", marks=pytest.mark.paper)],
)
def desk(
    request: pytest.FixtureRequest, tmp_path: Path, scripted: ScriptedPrinter
) -> Desk:
    match request.param:
        case "folder":
            return _folder_desk(tmp_path / "badges")
        case "ipp":
            return _ipp_desk(scripted, scripted.uri)
        case _:
            queue = f"badge-{scripted.port}"
            uri = request.getfixturevalue("cups").add(queue, scripted.uri)
            found = _ipp_desk(scripted, uri)
            return Desk(found.printer, found.again, found.papers, found.break_it)


def _folder_desk(folder: Path) -> Desk:
    def papers() -> list[bytes]:
        return [file.read_bytes() for file in sorted(folder.glob("*"))]

    def break_it() -> None:
        folder.mkdir(exist_ok=True)
        folder.rmdir()
        folder.write_text("a file is in the way")

    def made() -> FolderPrinter:
        return FolderPrinter("desk", folder)

    return Desk(made(), made, papers, break_it)


def _ipp_desk(scripted: ScriptedPrinter, uri: str) -> Desk:
    def break_it() -> None:
        scripted.script.reasons = ("media-empty-error",)
        scripted.script.state = 5

    def made() -> IppPrinter:
        return IppPrinter("desk", uri)

    return Desk(made(), made, lambda: [j.document for j in scripted.jobs], break_it)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, pagesize=(90 / _MM_PER_POINT, 130 / _MM_PER_POINT), invariant=1)
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.save()
    return target.getvalue()


def _paper(pdf: bytes) -> Paper:
    return Paper(uuid4(), "badge A-00317", pdf, 90, 130)


def _settled(printer: Printer, job: UUID, ref: str) -> PrintAnswer:
    """Ask until the printer has an end to tell; each question waits for its answer."""
    pause = threading.Event()
    for _ in range(500):
        answer = printer.ask(job, ref)
        if answer.fate is not Fate.WAITING:
            return answer
        pause.wait(0.02)
    pytest.fail("the job never ended")


def test_a_job_comes_out_once_and_whole(desk: Desk, pdf: bytes) -> None:
    paper = _paper(pdf)
    answer = desk.printer.send(paper)
    assert answer.fate in (Fate.PRINTED, Fate.WAITING)
    assert answer.ref
    settled = _settled(desk.printer, paper.job, answer.ref)
    assert settled.fate is Fate.PRINTED, settled
    assert desk.papers() == [pdf]


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
    refs = {desk.printer.send(_paper(pdf)).ref for _ in range(2)}
    assert len(refs) == 2


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
    assert desk.printer.ask(uuid4(), "").fate is Fate.UNTOLD


@pytest.mark.paper
def test_cups_with_its_whole_history_knows_that_a_job_is_absent(
    cups: PrivateCups, scripted: ScriptedPrinter, pdf: bytes
) -> None:
    printer = IppPrinter("desk", cups.add(f"absent-{scripted.port}", scripted.uri))
    paper = _paper(pdf)
    _settled(printer, paper.job, printer.send(paper).ref)
    # The queue is one of several in this CUPS, so its numbers may begin late.
    assert printer.ask(uuid4(), "").fate in (Fate.ABSENT, Fate.UNTOLD)


@pytest.mark.paper
def test_cups_waits_while_its_printer_has_no_paper_and_then_prints_once(
    cups: PrivateCups, scripted: ScriptedPrinter, pdf: bytes
) -> None:
    printer = IppPrinter("desk", cups.add(f"empty-{scripted.port}", scripted.uri))
    scripted.script.state, scripted.script.reasons = 5, ("media-empty-error",)
    scripted.script.new_job_state = 5
    scripted.script.new_job_reasons = ("printer-stopped",)
    paper = _paper(pdf)
    sent = printer.send(paper)
    pause = threading.Event()
    lamp = printer.lamp()
    for _ in range(500):
        if not lamp.ready:
            break
        pause.wait(0.02)
        lamp = printer.lamp()
    assert lamp.words.en == "Out of badge stock: load more."
    assert printer.ask(paper.job, sent.ref).fate is Fate.WAITING
    scripted.script.state, scripted.script.reasons = 3, ("none",)
    for job in scripted.jobs:
        job.state, job.reasons = 9, ("job-completed-successfully",)
    assert _settled(printer, paper.job, sent.ref).fate is Fate.PRINTED
    assert len(scripted.jobs) == 1
