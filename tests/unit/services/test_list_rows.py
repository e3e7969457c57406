"""One row of a list: everything that is wrong with it is said at once."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.attendee import TicketStatus
from kiosk.domain.words import Language
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Listed, ListRow, Rejected, RowReader, category_named
from tests.given import an_event

HEADINGS = {Column.NAME: "姓名", Column.NUMBER: "票号", Column.CATEGORY: "类别"}
READER = RowReader(an_event(), {**HEADINGS, Column.CODE: "二维码"})
NUMBERS_ONLY = RowReader(an_event(), HEADINGS)
GOOD = {
    "external_id": "0001",
    "number": "A-1",
    "code": "QR1",
    "name": "林若静",
    "latin_name": "Lin Ruojing",
    "category": "代表",
    "phone": "+86 166-0000-7849",
    "language": "中文",
}


def row(**changed: str) -> ListRow:
    return ListRow(7, {Column(key): text for key, text in {**GOOD, **changed}.items()})


def read(**changed: str) -> Listed | tuple[Rejected, ...]:
    return READER.read(row(**changed))


def good(**changed: str) -> Listed:
    listed = read(**changed)
    assert isinstance(listed, Listed)
    return listed


def test_a_good_row_is_a_person_with_a_ticket() -> None:
    listed = good()
    assert (listed.attendee.name, listed.attendee.external_id) == ("林若静", "0001")
    assert listed.attendee.phone == "+8616600007849"
    assert listed.attendee.language is Language.ZH
    assert (listed.ticket.number, listed.ticket.category) == ("A-1", "delegate")
    assert listed.code == "QR1"


def test_ids_depend_on_the_external_id_alone() -> None:
    assert good(name="Other", code="QR2", number="A-2").ticket.id == good().ticket.id
    assert good(external_id="0002").ticket.id != good().ticket.id


def test_a_number_serves_as_code_and_id_where_the_list_has_no_other() -> None:
    listed = NUMBERS_ONLY.read(row(code="", external_id=""))
    assert isinstance(listed, Listed)
    assert (listed.code, listed.attendee.external_id) == ("A-1", "A-1")


def test_a_code_serves_as_number_where_the_list_has_no_other() -> None:
    assert good(number="", external_id="").ticket.number == "QR1"


def test_a_latin_name_alone_is_a_name() -> None:
    assert good(name="").attendee.name == "Lin Ruojing"


def test_a_code_keeps_what_its_platform_put_in() -> None:
    assert good(code=" AB  C Ｄ\r\n").code == " AB  C Ｄ"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("", TicketStatus.VALID),
        ("有效", TicketStatus.VALID),
        ("PAID", TicketStatus.VALID),
        ("未付款", TicketStatus.UNPAID),
        ("Canceled", TicketStatus.CANCELLED),
        ("退票", TicketStatus.CANCELLED),
        ("已退票", TicketStatus.CANCELLED),
        ("Refunded", TicketStatus.CANCELLED),
        ("作废", TicketStatus.REVOKED),
        ("已冻结", TicketStatus.BLOCKED),
    ],
)
def test_statuses_in_either_language(said: str, status: TicketStatus) -> None:
    assert good(status=said).ticket.status is status


@pytest.mark.parametrize(
    "said",
    [
        "2027-06-08;2027-06-09",
        "2027/06/08、2027/06/09",
        "2027-06-08, 2027-06-09",
        "2027-06-08 2027-06-09",
        "2027/6/8;2027/6/9",
        "2027年6月8日、2027年06月09日",
    ],
)
def test_days_however_they_are_separated(said: str) -> None:
    assert good(days=said).ticket.days == {date(2027, 6, 8), date(2027, 6, 9)}


@pytest.mark.parametrize(
    ("wrong", "column", "problem"),
    [
        ({"name": "", "latin_name": " "}, "姓名", "No name."),
        ({"code": ""}, "二维码", "No code."),
        ({"code": " \u3000"}, "二维码", "No code."),
        ({"number": "", "code": ""}, "二维码", "No code."),
        ({"category": "王室"}, "类别", "Unknown category “王室”."),
        ({"category": ""}, "类别", "Unknown category “”."),
        ({"status": "maybe"}, "status", "Unknown status “maybe”."),
        ({"days": "8 June"}, "days", "Not a date: “8 June”."),
        ({"days": "2027/6/31"}, "days", "Not a date: “2027/6/31”."),
    ],
)
def test_a_wrong_row_names_row_column_problem_and_remedy(
    wrong: dict[str, str], column: str, problem: str
) -> None:
    rejected = read(**wrong)
    assert isinstance(rejected, tuple)
    (one,) = rejected
    assert (one.row, one.column, one.problem.en) == (7, column, problem)
    assert one.remedy.zh
    assert one.remedy.en


def test_everything_that_is_wrong_is_said_at_once() -> None:
    rejected = read(name="", latin_name="", category="?", status="?", days="?")
    assert isinstance(rejected, tuple)
    assert [one.column for one in rejected] == ["姓名", "类别", "status", "days"]


@pytest.mark.parametrize("word", ["vip", "VIP", "贵宾", "ＶＩＰ"])
def test_a_category_goes_by_any_of_its_names(word: str) -> None:
    assert good(category=word).ticket.category == "vip"


def test_full_width_letters_in_the_event_file_match_too() -> None:
    event = an_event()
    wide = replace(event.categories[1], id="v", name=replace(event.categories[1].name, zh="ＶＩＰ"))
    assert category_named(replace(event, categories=(wide,)), "VIP") == "v"


def test_a_list_without_categories_belongs_to_the_only_one() -> None:
    event = replace(an_event(), categories=an_event().categories[:1])
    assert category_named(event, "") == "delegate"
    assert category_named(an_event(), "") is None


def test_a_list_without_codes_needs_numbers() -> None:
    rejected = NUMBERS_ONLY.read(row(number=""))
    assert isinstance(rejected, tuple)
    assert [(one.column, one.problem.en) for one in rejected] == [("票号", "No ticket number.")]


def test_even_a_wrong_row_tells_which_ticket_it_means() -> None:
    assert READER.ticket_of(row(name="", category="?")) == good().ticket.id
    numbered = good(external_id="").ticket.id
    assert READER.ticket_of(row(external_id="", code="")) == numbered
    assert READER.ticket_of(row(external_id="", number="")) not in {numbered, None}
    assert READER.ticket_of(row(external_id="", number="", code="")) is None
