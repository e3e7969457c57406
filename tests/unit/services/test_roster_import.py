"""A list becomes the roster: the good rows come in, the others are told, nothing is lost."""

from dataclasses import replace as replaced

import pytest

from kiosk.domain.attendee import TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.services.import_report import ImportOrder, ImportReport
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Doubt, ListRow
from kiosk.services.roster_import import RosterImport, Told
from kiosk.services.trouble import Misconfigured
from tests.fakes import MemoryRoster
from tests.given import KEYS, an_event, signed_code
from tests.unit.services.import_given import ORIGIN, Paper

HEADINGS = {Column.NUMBER: "票号", Column.CODE: "二维码", Column.EXTERNAL_ID: "编号"}


def row(place: int, **values: str) -> ListRow:
    """A row of a list; one that says nothing else is a good one."""
    number = f"A-{place}"
    usual = {"number": number, "code": number, "name": f"客人{place}", "category": "vip"}
    return ListRow(place, {Column(k): v for k, v in {**usual, **values}.items()})


THREE = (row(2), row(3), row(4))


@pytest.fixture
def empty() -> MemoryRoster:
    return MemoryRoster(lambda _: an_event())


def run(
    roster: MemoryRoster,
    *rows: ListRow,
    dry_run: bool = False,
    replace: bool = False,
    strict: bool = False,
    cancel_missing: bool = False,
    lacks: str = "",
    event: Event | None = None,
    text: str = "event text",
    told: Told = lambda _rows: None,
) -> ImportReport:
    importing = RosterImport(roster, KEYS, Paper(lacks))
    order = ImportOrder(dry_run, replace, strict, cancel_missing)
    wanted = (event or an_event(), text)
    return importing.run(rows, HEADINGS, wanted, order, ORIGIN, told)


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    """Read, added, changed, unchanged, missing."""
    return report.read, report.added, report.changed, report.unchanged, report.missing


def test_a_first_list_is_added(empty: MemoryRoster) -> None:
    assert counts(run(empty, *THREE)) == (3, 3, 0, 0, 0)
    assert [g.ticket.number for g in empty.guests()] == ["A-2", "A-3", "A-4"]
    assert empty.event_text() == "event text"
    assert empty.by_code(KEYS.digest("A-3")) == empty.guests()[1]


def test_the_same_list_again_changes_nothing(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    before = empty.guests()
    assert counts(run(empty, *THREE)) == (3, 0, 0, 3, 0)
    assert empty.guests() == before


def test_a_changed_row_changes_the_person_not_the_ticket(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    ids = [guest.ticket.id for guest in empty.guests()]
    report = run(empty, THREE[0], row(3, name="改名", code="NEW"), THREE[2])
    assert counts(report) == (3, 0, 1, 2, 0)
    assert [guest.ticket.id for guest in empty.guests()] == ids
    assert empty.guests()[1].attendee.name == "改名"
    replaced_code = empty.by_code(KEYS.digest("A-3"))
    assert replaced_code
    assert replaced_code.replaced
    assert empty.by_code(KEYS.digest("NEW")) == empty.guests()[1]


def test_who_is_missing_from_a_later_list_is_told_and_kept(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    assert counts(run(empty, THREE[0])) == (1, 0, 0, 1, 2)
    assert len(empty.guests()) == 3


def test_a_dry_run_tells_the_same_and_changes_nothing(empty: MemoryRoster) -> None:
    dry = run(empty, *THREE, dry_run=True)
    assert (empty.guests(), empty.event_text()) == ((), "")
    assert dry == run(empty, *THREE)


@pytest.mark.parametrize(
    ("twin", "column"),
    [
        ({"number": "A-2"}, "票号"),
        ({"number": "A-9", "code": "A-2"}, "二维码"),
        ({"number": "A-9", "external_id": "A-2"}, "编号"),
    ],
)
def test_a_double_is_left_out_and_names_the_other_row(
    empty: MemoryRoster, twin: dict[str, str], column: str
) -> None:
    report = run(empty, row(2), row(9, **twin))
    assert counts(report) == (2, 1, 0, 0, 0)
    (rejected,) = report.rejected
    assert (rejected.row, rejected.column) == (9, column)
    assert rejected.problem.en == "The same as in row 2."


def test_bad_rows_are_left_out_and_good_ones_come_in(empty: MemoryRoster) -> None:
    report = run(empty, row(2, name=""), row(3), row(4, category="?", status="?"))
    assert [r.row for r in report.rejected] == [2, 4, 4]
    assert report.usable
    assert [g.ticket.number for g in empty.guests()] == ["A-3"]


def test_a_list_without_a_good_row_is_not_usable(empty: MemoryRoster) -> None:
    assert not run(empty, row(2, name=""), dry_run=True).usable


def test_a_list_without_any_row_is_not_usable_and_replaces_nobody(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    before = empty.guests()
    assert not run(empty).usable
    assert not run(empty, replace=True).usable
    assert empty.guests() == before


def test_a_rejected_row_of_a_known_ticket_says_that_it_stays_as_it_was(
    empty: MemoryRoster,
) -> None:
    run(empty, *THREE)
    before = empty.guests()
    report = run(empty, row(2, name=""), row(9, name=""), THREE[1])
    assert [(r.row, r.kept) for r in report.rejected] == [(2, True), (9, False)]
    assert counts(report) == (3, 0, 0, 1, 1)
    assert empty.guests() == before
    twin = run(empty, *THREE, row(4, name="again"))
    assert [r.kept for r in twin.rejected] == [False]
    gone = run(empty, row(2, name=""), row(3), replace=True)
    assert [r.kept for r in gone.rejected] == [False]


def test_an_event_that_lacks_a_category_of_a_kept_ticket_changes_nothing(
    empty: MemoryRoster,
) -> None:
    run(empty, *THREE)
    fewer = replaced(an_event(), categories=an_event().categories[:1])
    one = row(9, category="delegate")
    with pytest.raises(Misconfigured, match="vip"):
        run(empty, one, event=fewer)
    assert len(empty.guests()) == 3
    assert run(empty, one, event=fewer, replace=True).usable


def test_characters_that_no_font_has_are_told_but_the_guest_comes_in(
    empty: MemoryRoster,
) -> None:
    report = run(empty, row(2, name="王㐂"), lacks="㐂")
    (warned,) = report.warnings
    assert (warned.row, warned.column) == (2, "name")
    assert "U+3402" in warned.problem.zh
    assert report.added == 1


@pytest.mark.parametrize(
    ("in_the_list", "scanned"),
    [
        ("  PADDED  ", "PADDED"),
        ("https://tickets.example.com/t/ABCDEFG2", "ABCDEFG2"),
        ("https://elsewhere.example.com/x", "https://elsewhere.example.com/x"),
        (signed_code("0001"), signed_code("0001")),
    ],
)
def test_a_code_is_kept_as_a_scan_will_read_it(
    empty: MemoryRoster, in_the_list: str, scanned: str
) -> None:
    run(empty, row(2, code=in_the_list))
    assert empty.by_code(KEYS.digest(scanned)) is not None


def test_a_badge_code_finds_its_owner(empty: MemoryRoster) -> None:
    run(empty, row(2))
    guest = empty.guests()[0]
    assert empty.by_code(KEYS.digest(KEYS.badge_code(guest.ticket.id, 1))) == guest


def test_a_list_without_a_good_row_leaves_the_roster_alone(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    before = empty.guests()
    report = run(empty, row(2, name=""))
    assert not report.usable
    assert empty.guests() == before


def test_a_list_for_another_event_replaces_everybody(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    report = run(empty, row(9), replace=True, text="another event")
    assert counts(report) == (1, 1, 0, 0, 3)
    assert [guest.ticket.number for guest in empty.guests()] == ["A-9"]
    assert empty.by_code(KEYS.digest("A-2")) is None


def test_a_code_never_changes_hands_in_silence(empty: MemoryRoster) -> None:
    run(empty, row(2, code="SECRET"))
    before = empty.guests()
    report = run(empty, row(3, code="SECRET"), row(4))
    assert counts(report) == (2, 1, 0, 0, 1)
    (rejected,) = report.rejected
    assert (rejected.row, rejected.column) == (3, "二维码")
    assert rejected.problem.en == "This code belongs to ticket A-2 of the present roster."
    assert empty.by_code(KEYS.digest("SECRET")) == before[0]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_list_that_gives_the_holder_another_code_hands_it_on(
    empty: MemoryRoster, backwards: bool
) -> None:
    run(empty, row(2, code="SECRET"), row(3, code="OTHER"))
    swapped = [row(2, code="OTHER"), row(3, code="SECRET"), row(4, code="THIRD")]
    report = run(empty, *(reversed(swapped) if backwards else swapped))
    assert (counts(report), report.rejected) == ((3, 1, 2, 0, 0), [])
    guest = empty.by_code(KEYS.digest("SECRET"))
    assert guest is not None
    assert guest.ticket.number == "A-3"


def test_who_waits_for_the_code_of_somebody_turned_down_is_turned_down(
    empty: MemoryRoster,
) -> None:
    run(empty, row(2, code="ONE"), row(3, code="TWO"), row(4, code="THREE"))
    report = run(empty, row(3, code="ONE"), row(4, code="TWO"), row(5))
    assert counts(report) == (3, 1, 0, 0, 1)
    assert [(r.row, r.kept) for r in report.rejected] == [(3, True), (4, True)]


def test_a_strict_import_stops_at_one_bad_row(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    before = empty.guests()
    report = run(empty, row(9), row(10, name=""), strict=True)
    assert (report.refused, report.usable, report.added) == (True, False, 1)
    assert empty.guests() == before
    assert len(empty.imports()) == 1
    assert run(empty, row(9), strict=True).usable


def test_missing_tickets_are_cancelled_only_where_that_is_asked(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    told = run(empty, THREE[0])
    assert (told.missing_numbers, told.cancelled) == (["A-3", "A-4"], 0)
    assert {g.ticket.status for g in empty.guests()} == {TicketStatus.VALID}
    done = run(empty, THREE[0], cancel_missing=True)
    assert (done.missing, done.cancelled) == (2, 2)
    assert run(empty, THREE[0], cancel_missing=True).cancelled == 0
    statuses = [g.ticket.status for g in empty.guests()]
    assert statuses == [TicketStatus.VALID, TicketStatus.CANCELLED, TicketStatus.CANCELLED]
    assert run(empty, *THREE).changed == 2  # back again


def test_whose_row_is_rejected_is_not_cancelled_as_missing(empty: MemoryRoster) -> None:
    run(empty, *THREE)
    report = run(empty, row(2, name=""), row(3), cancel_missing=True)
    assert report.missing_numbers == ["A-4"]
    assert empty.guests()[0].ticket.status is TicketStatus.VALID


def test_an_import_is_remembered_with_its_counts(empty: MemoryRoster) -> None:
    run(empty, *THREE, row(9, name=""))
    run(empty, row(5), dry_run=True)
    (record,) = empty.imports()
    assert (record.name, record.by, record.digest) == (ORIGIN.name, ORIGIN.by, ORIGIN.digest)
    assert record.counts == {
        "read": 4, "added": 3, "changed": 0, "unchanged": 0, "missing": 0, "cancelled": 0,
        "rejected": 1,
    }  # fmt: skip


def test_progress_is_told_and_may_end_the_import(empty: MemoryRoster) -> None:
    heard: list[int] = []
    run(empty, *[row(n) for n in range(2, 1003)], told=heard.append)
    assert heard == [0, 500, 1000, 1001]
    before = empty.guests()

    def enough(rows: int) -> None:
        if rows:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(empty, *[row(n) for n in range(2000, 3000)], told=enough)
    assert empty.guests() == before


def test_names_for_which_a_badge_has_no_room_are_told(empty: MemoryRoster) -> None:
    report = run(empty, row(2, name="Wolfeschlegelsteinhausenbergerdorff"))
    (warned,) = report.warnings
    assert (warned.row, warned.column, report.added) == (2, "name", 1)
    assert "too long" in warned.problem.en


def test_odd_characters_are_told_but_the_guest_comes_in(empty: MemoryRoster) -> None:
    doubt = Doubt(Column.PHONE, Words("零", "zero"), Words("看", "look"), spoils=False)
    rows = (
        row(2, name="\u202e林若静", code="\u202eCODE"),
        row(3, company="王\ue81e"),
        replaced(row(4), doubts=(doubt,)),
    )
    report = run(empty, *rows)
    assert [(w.row, w.column) for w in report.warnings] == [
        (2, "name"), (3, "company"), (4, "phone"),
    ]  # fmt: skip
    assert next(g.attendee.name for g in empty.guests()) == "林若静"
    assert empty.by_code(KEYS.digest("\u202eCODE")) is not None


@pytest.mark.parametrize("column", ["number", "code", "phone", "external_id"])
def test_digits_that_a_spreadsheet_has_rounded_are_rejected(
    empty: MemoryRoster, column: str
) -> None:
    report = run(empty, row(2, **{column: "1.38E+10"}), row(3))
    (rejected,) = report.rejected
    assert (rejected.row, report.added) == (2, 1)
    assert "power of ten" in rejected.problem.en


def test_a_spoiled_cell_rejects_its_row_with_one_word(empty: MemoryRoster) -> None:
    doubt = Doubt(Column.NAME, Words("坏", "broken"), Words("改", "mend"), spoils=True)
    report = run(empty, replaced(row(2, name=""), doubts=(doubt,)), row(3))
    assert [(r.row, r.problem.en) for r in report.rejected] == [(2, "broken")]
