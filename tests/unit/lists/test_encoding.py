"""Which encoding a list is in."""

from pathlib import Path

from kiosk.lists.encoding import decoded


def test_a_rare_character_of_gbk_in_a_name_is_no_nonsense(tmp_path: Path) -> None:
    name = b"\xcd\xf5\xfe\x51"  # 王, and one that GBK has where Unicode had no place yet
    assert decoded(tmp_path / "list.csv", "姓名,类别\n".encode("gb18030") + name) == (
        "gb18030",
        "姓名,类别\n王\ue816",
    )
