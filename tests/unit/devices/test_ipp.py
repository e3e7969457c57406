"""What the IPP printer sends, and what it makes of every kind of answer."""

import socket
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from kiosk.devices.ipp import (
    Attribute,
    Loss,
    NoAnswer,
    Operation,
    Request,
    Response,
    Tag,
    decoded,
    encoded,
    exchange,
)
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Fate, Paper
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.paper.ipp_bytes import read
from tests.paper.scripted_printer import (
    ScriptedPrinter,
)

JOB = UUID("0b0d9a3e-3c53-4d5e-9a55-6a5b1d2f7c11")


@pytest.fixture
def scripted() -> Iterator[ScriptedPrinter]:
    with ScriptedPrinter() as printer:
        yield printer


def paper(job: UUID = JOB, title: str = "badge A-00317") -> Paper:
    return Paper(job, title, b"%PDF-1.4 whatever", 85.6, 54)


def printer_of(scripted: ScriptedPrinter) -> IppPrinter:
    return IppPrinter("desk", scripted.uri)


def test_a_badge_is_printed_at_its_true_size(scripted: ScriptedPrinter) -> None:
    printer_of(scripted).send(paper())
    (job,) = scripted.jobs
    (media,) = job.ticket["media-col"]
    assert media["media-size"] == {"x-dimension": 8560, "y-dimension": 5400}
    assert {media[f"media-{e}-margin"] for e in ("top", "bottom", "left", "right")} == {0}
    assert job.ticket["print-scaling"] == ["none"]
    assert job.ticket["print-color-mode"] == ["color"]
    assert job.ticket["copies"] == [1]
    assert job.document == b"%PDF-1.4 whatever"


def test_the_name_of_a_job_begins_with_its_id_and_is_cut_at_a_character(
    scripted: ScriptedPrinter,
) -> None:
    printer_of(scripted).send(paper(title="徽章" * 60))
    (job,) = scripted.jobs
    assert job.name.startswith(f"{JOB} 徽章")
    assert len(job.name.encode()) <= 120
    assert "\ufffd" not in job.name


def test_nobody_at_the_address_is_unavailable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        printer = IppPrinter("desk", f"ipp://127.0.0.1:{free.getsockname()[1]}/ipp/print")
        with pytest.raises(Unavailable) as caught:
            printer.send(paper())
        assert "desk" in caught.value.title.zh
        assert printer.ask(JOB, "7").fate is Fate.SILENT
        assert printer.ask(JOB, "").fate is Fate.SILENT
        assert not printer.lamp().ready


def test_a_lost_answer_is_untold_and_the_job_is_found_by_its_name(
    scripted: ScriptedPrinter,
) -> None:
    printer = printer_of(scripted)
    scripted.script.hang_up_after_taking = True
    assert printer.send(paper()).fate is Fate.UNTOLD
    scripted.script.hang_up_after_taking = False
    assert printer.ask(JOB, "").fate is Fate.PRINTED
    assert printer.send(paper()).fate is Fate.PRINTED
    assert len(scripted.jobs) == 1


def test_a_job_is_absent_when_the_printer_still_knows_the_one_before(
    scripted: ScriptedPrinter,
) -> None:
    printer = printer_of(scripted)
    printer.send(paper(uuid4()))
    scripted.script.hang_up_before_taking = True
    assert printer.send(paper()).fate is Fate.UNTOLD
    assert printer.ask(JOB, "").fate is Fate.ABSENT


def test_a_job_is_untold_when_the_printer_has_forgotten_the_one_before(
    scripted: ScriptedPrinter,
) -> None:
    printer = printer_of(scripted)
    printer.send(paper(uuid4()))
    scripted.script.hang_up_before_taking = True
    printer.send(paper())
    scripted.forget_jobs()
    assert printer.ask(JOB, "").fate is Fate.UNTOLD


def test_an_empty_printer_that_hung_up_may_have_printed(scripted: ScriptedPrinter) -> None:
    printer = printer_of(scripted)
    scripted.script.hang_up_before_taking = True
    printer.send(paper())
    assert printer.ask(JOB, "").fate is Fate.UNTOLD


def test_a_forgotten_job_that_once_had_a_number_is_untold(scripted: ScriptedPrinter) -> None:
    printer = printer_of(scripted)
    printer.send(paper(uuid4()))
    ref = printer.send(paper()).ref
    scripted.jobs.pop()
    assert printer.ask(JOB, ref).fate is Fate.UNTOLD


def test_a_number_that_now_belongs_to_another_job_is_not_ours(scripted: ScriptedPrinter) -> None:
    printer = printer_of(scripted)
    ref = printer.send(paper()).ref
    scripted.forget_jobs()
    assert printer.send(paper(uuid4())).ref == ref
    assert printer.ask(JOB, ref).fate is Fate.UNTOLD


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (0x040A, Misconfigured),
        (0x0401, Misconfigured),
        (0x0506, Unavailable),
        (0x0507, Unavailable),
    ],
)
def test_a_printer_that_declines_a_job_says_whether_a_person_must_act(
    scripted: ScriptedPrinter, status: int, trouble: type[Exception]
) -> None:
    scripted.script.refuse_jobs_with = status
    with pytest.raises(trouble):
        printer_of(scripted).send(paper())
    assert scripted.jobs == []


@pytest.mark.parametrize(
    ("status", "trouble"), [(401, Misconfigured), (404, Misconfigured), (503, Unavailable)]
)
def test_a_web_server_that_turns_us_away_has_printed_nothing(
    scripted: ScriptedPrinter, status: int, trouble: type[Exception]
) -> None:
    scripted.script.http_status = status
    with pytest.raises(trouble):
        printer_of(scripted).send(paper())
    assert scripted.jobs == []


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\2\0\0\0\0\0\0\1\1\x47", b"\2\0\0\0\0\0\0\1"])
def test_an_answer_that_is_no_ipp_is_a_broken_line(
    scripted: ScriptedPrinter, answer: bytes
) -> None:
    scripted.script.answer = answer
    found = exchange(Request(Operation.GET_PRINTER_ATTRIBUTES, scripted.uri), 5)
    assert isinstance(found, NoAnswer)
    assert found.loss is Loss.BROKEN
    assert not printer_of(scripted).lamp().ready


def test_a_printer_that_falls_silent_may_act_later(scripted: ScriptedPrinter) -> None:
    scripted.script.silent = True
    found = exchange(Request(Operation.GET_PRINTER_ATTRIBUTES, scripted.uri), 0.05)
    assert isinstance(found, NoAnswer)
    assert found.loss is Loss.LATE


def test_collections_in_an_answer_are_passed_over(scripted: ScriptedPrinter) -> None:
    found = exchange(Request(Operation.GET_PRINTER_ATTRIBUTES, scripted.uri), 5)
    assert isinstance(found, Response)
    assert found.agreed
    assert found.printer["printer-name"] == ("scripted",)
    assert found.printer["color-supported"] == (True,)
    assert found.printer["ipp-versions-supported"] == ("1.1", "2.0")
    assert found.printer["media-left-margin-supported"] == (0,)


def test_an_answer_without_groups_is_understood() -> None:
    found = decoded(b"\2\0\4\6\0\0\0\1\3")
    assert (found.agreed, found.jobs, dict(found.printer)) == (False, (), {})


@pytest.mark.parametrize("uri", ["badge", "ftp://desk/ipp", "ipp:///ipp/print", "ipps://desk/x"])
def test_an_address_that_cannot_be_right_is_misconfigured(uri: str) -> None:
    with pytest.raises(Misconfigured):
        IppPrinter("desk", uri)


def test_every_kind_of_value_is_written_as_others_read_it() -> None:
    attributes = (
        Attribute(Tag.BOOLEAN, "fast", (True, False)),
        Attribute(Tag.NAME, "raw", (b"abc",)),
        Attribute(Tag.INTEGER, "number", (-7,)),
    )
    uri = "ipp://127.0.0.1/ipp/print"
    groups, document = read(
        encoded(Request(Operation.PRINT_JOB, uri, attributes, document=b"%PDF"))
    )
    assert document == b"%PDF"
    assert groups[1]["printer-uri"] == [uri]
    assert groups[1]["fast"] == [True, False]
    assert groups[1]["raw"] == ["abc"]
    assert groups[1]["number"] == [-7]
