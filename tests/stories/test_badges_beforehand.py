"""Badges before the event: in an order that people find again, from any sheet on, once each."""

from pathlib import Path

import pypdfium2
import pytest

from tests.stories.kiosk_command import Desk, a_list

_HEAD = "编号,票号,二维码,姓名,英文名,单位,类别,状态"
_PEOPLE = (
    ("赵一", "甲公司", "来宾"), ("钱二", "乙公司", "来宾"), ("安三", "丙公司", "媒体"),
    ("李四", "乙公司", "来宾"), ("周五", "", "来宾"), ("吴六", "甲公司", "来宾"),
)  # fmt: skip


@pytest.fixture
def six(desk: Desk, tmp_path: Path, event_file: Path) -> Desk:
    rows = [
        f"{n},G-{n},QR-{n},{name},,{company},{category},有效"
        for n, (name, company, category) in enumerate(_PEOPLE, 1)
    ]
    assert (
        desk("import", a_list(tmp_path / "six.csv", _HEAD, *rows), "--event", event_file).code == 0
    )
    return desk


def texts(pdf: Path) -> list[str]:
    """What stands on each page."""
    document = pypdfium2.PdfDocument(pdf)
    said = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return said


def names_on(said: str) -> set[str]:
    return {name for name, _, _ in _PEOPLE if name in said}


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("pinyin", {"安三", "李四", "钱二", "吴六"}),
        ("company", {"安三", "吴六", "赵一", "李四"}),
        ("number", {"赵一", "钱二", "安三", "李四"}),
    ],
)
def test_sheets_lie_in_the_order_that_was_asked_for(
    six: Desk, tmp_path: Path, by: str, first: set[str]
) -> None:
    out = tmp_path / "sheets"
    said = six("pre-print", "--out", out, "--by", by)
    assert said.code == 0
    assert said.json["badges"] == 6
    assert said.json["sheets"] == 2
    one, two = texts(out / "badges.pdf")
    assert names_on(one) == first
    assert names_on(two) == {name for name, _, _ in _PEOPLE} - first
    assert "1 / 2" in one
    (index,) = texts(out / "index.pdf")
    assert names_on(index) == {name for name, _, _ in _PEOPLE}
    assert "2-1" in index


def test_after_a_jam_the_rest_is_as_it_was_planned(six: Desk, tmp_path: Path) -> None:
    out = tmp_path / "sheets"
    six("pre-print", "--out", out)
    planned = texts(out / "badges.pdf")
    late = a_list(tmp_path / "late.csv", _HEAD, "9,G-9,QR-9,白九,,,来宾,有效")
    assert six("import", late).code == 0
    again = six("pre-print", "--out", out, "--from-sheet", "2")
    assert again.json["badges"] == 2
    assert texts(out / "badges-from-2.pdf") == planned[1:]
    beyond = six("pre-print", "--out", out, "--from-sheet", "3")
    assert beyond.code == 2
    assert "1 to 2" in beyond.err


def test_who_has_a_badge_gets_no_second_one(six: Desk, tmp_path: Path) -> None:
    out, rest = tmp_path / "press", tmp_path / "rest"
    assert six("pre-print", "--out", out, "--category", "press").json["badges"] == 1
    assert six("pre-print", "--out", out, "--record").json == {"recorded": 1}
    assert six("pre-print", "--out", out, "--record").json == {"recorded": 0}
    assert six("pre-print", "--out", rest).json["badges"] == 5
    assert six("pre-print", "--out", rest, "--again").json["badges"] == 6
    came = six("check-in", "QR-3", "--answer", "photo=yes").json
    assert came["outcome"] == "admitted"
    steps = [step["en"] for step in six("trail", "G-3").json]
    assert not any("queued" in step.lower() for step in steps), steps


def test_whose_name_cannot_be_drawn_is_left_out_and_told(six: Desk, tmp_path: Path) -> None:
    odd = a_list(tmp_path / "odd.csv", _HEAD, "8,G-8,QR-8,李\U000323b0,,,来宾,有效")
    six("import", odd)
    said = six("pre-print", "--out", tmp_path / "sheets")
    assert said.code == 1
    assert said.json["badges"] == 6
    assert said.json["left_out"] == {"G-8": "U+323B0"}


def test_no_plan_no_rest(six: Desk, tmp_path: Path) -> None:
    assert six("pre-print", "--out", tmp_path, "--from-sheet", "1").code == 2
    assert six("pre-print", "--out", tmp_path, "--by", "height").code == 2
    assert six("pre-print", "--out", tmp_path, "--category", "nobody").code == 2


def test_a_ruler_comes_out_of_every_printer(six: Desk, tmp_path: Path) -> None:
    assert six("test-print").json == {"folder": "printed"}
    out = tmp_path / "ruler.pdf"
    assert six("test-print", "--out", out, "--template", "card").code == 0
    assert "86 × 54 mm" in texts(out)[0]
    assert six("test-print", "--printer", "none").code == 2
