"""Which encoding a list is in."""

from pathlib import Path

import pytest

from kiosk.lists.encoding import encoding_of


def test_a_rare_character_of_gbk_in_a_name_is_no_nonsense(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    name = b"\xcd\xf5\xfe\x51"  # 王, and one that GBK has where Unicode had no place yet
    path.write_bytes("姓名,类别\n".encode("gb18030") + name)
    assert encoding_of("list.csv", path) == "gb18030"
    assert path.read_text("gb18030") == "姓名,类别\n王\ue816"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_found_out(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("票号,姓名\r\nA-1,李娜\r\n".encode(encoding))
    assert encoding_of("list.csv", path) == encoding
