"""What is kept of a bug, and where."""

import tempfile
from pathlib import Path

import pytest

from kiosk.composition.bug_report import NAME, report_bug


def a_bug() -> Exception:
    guests: dict[str, str] = {}
    with pytest.raises(KeyError) as caught:
        guests.pop("林若静")
    return caught.value


def test_a_bug_is_kept_in_the_folder_without_what_it_says(tmp_path: Path) -> None:
    assert report_bug(a_bug(), tmp_path) == tmp_path / "kiosk-bugs.log"
    told = (tmp_path / NAME).read_text(encoding="utf-8")
    assert "KeyError" in told
    assert "a_bug" in told
    assert told.count("若静") == 1  # the line of the program, not the message


def test_where_there_is_no_such_folder_the_temp_folder_takes_it(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert report_bug(a_bug(), nowhere) == Path(tempfile.gettempdir(), NAME)
    assert not nowhere.exists()
