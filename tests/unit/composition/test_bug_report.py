"""What is kept of a bug, and where."""

import tempfile
from pathlib import Path

from kiosk.composition.bug_report import NAME, report_bug


def a_bug() -> Exception:
    try:
        raise KeyError("林若静")
    except KeyError as bug:
        return bug


def test_a_bug_is_kept_in_the_folder_without_what_it_says(tmp_path: Path) -> None:
    assert report_bug(a_bug(), tmp_path) == tmp_path / "kiosk-bugs.log"
    told = (tmp_path / NAME).read_text(encoding="utf-8")
    assert "KeyError" in told
    assert "a_bug" in told
    assert "若静" not in told.replace('raise KeyError("林若静")', "")


def test_where_there_is_no_such_folder_the_temp_folder_takes_it(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert report_bug(a_bug(), nowhere) == Path(tempfile.gettempdir(), NAME)
    assert not nowhere.exists()
