"""Names and PINs in a file: only slow hashes, for its owner only, damaged ones are told."""

import stat
from pathlib import Path

import pytest

from kiosk.domain.staff import Role, Staff
from kiosk.keys.staff_file import StaffFile
from kiosk.services.trouble import Misconfigured

LI = Staff("李娜", Role.SUPERVISOR)


@pytest.fixture
def book(tmp_path: Path) -> StaffFile:
    book = StaffFile(tmp_path / "keys" / "staff.json")
    book.put(LI, "2468")
    return book


def test_a_pin_belongs_to_its_name(book: StaffFile) -> None:
    assert book.proven("李娜", "2468") == LI
    assert book.proven("李娜", "2469") is None
    assert book.proven("Wang", "2468") is None
    assert book.staff() == (LI,)


def test_people_come_go_and_change_their_pin(book: StaffFile) -> None:
    book.put(Staff("Wang", Role.CLERK), "1357")
    book.put(LI, "86420")
    assert [one.name for one in book.staff()] == ["Wang", "李娜"]
    assert book.proven("李娜", "2468") is None
    assert book.proven("李娜", "86420") == LI
    assert book.remove("Wang")
    assert not book.remove("Wang")


def test_the_file_is_its_owners_and_holds_no_pin(book: StaffFile, tmp_path: Path) -> None:
    path = tmp_path / "keys" / "staff.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "2468" not in path.read_text(encoding="utf-8").split("$argon2id$")[0]
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "１２３４"])
def test_what_is_no_pin_changes_nothing(book: StaffFile, pin: str) -> None:
    with pytest.raises(Misconfigured, match="PIN"):
        book.put(Staff("Wang", Role.CLERK), pin)
    assert book.staff() == (LI,)


@pytest.mark.parametrize("damage", ["", "[]", "{}x", '{"a": 1}', '{"a": {"role": "king"}}'])
def test_a_damaged_file_is_told(book: StaffFile, tmp_path: Path, damage: str) -> None:
    (tmp_path / "keys" / "staff.json").write_text(damage, encoding="utf-8")
    with pytest.raises(Misconfigured, match="unusable"):
        book.staff()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "staff.json").mkdir()
    with pytest.raises(Misconfigured, match="unusable"):
        StaffFile(tmp_path / "staff.json").staff()


def test_nobody_works_where_there_is_no_file(tmp_path: Path) -> None:
    assert StaffFile(tmp_path / "staff.json").staff() == ()
