"""The folder printer: whole files, once, and plain words when it cannot."""

import errno
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.devices.printer_folder import FolderPrinter
from kiosk.services.ports import Fate, Paper
from kiosk.services.trouble import Unavailable


def test_what_a_crash_left_half_written_is_replaced(tmp_path: Path) -> None:
    printer = FolderPrinter("folder", tmp_path)
    paper = Paper(uuid4(), "badge", b"%PDF-1.4 whole", 90, 130)
    (tmp_path / f".{paper.job}.part").write_bytes(b"%PDF")
    assert printer.ask(paper.job, "").fate is Fate.ABSENT
    printer.send(paper)
    assert [f.name for f in tmp_path.iterdir()] == [f"{paper.job}.pdf"]
    assert (tmp_path / f"{paper.job}.pdf").read_bytes() == b"%PDF-1.4 whole"


def test_a_missing_folder_proves_nothing(tmp_path: Path) -> None:
    printer = FolderPrinter("folder", tmp_path / "unmounted")
    assert printer.ask(uuid4(), "").fate is Fate.SILENT


def test_the_lamp_leaves_nothing_behind(tmp_path: Path) -> None:
    assert FolderPrinter("folder", tmp_path / "badges").lamp().ready
    assert list((tmp_path / "badges").iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_disk_that_fills_up_leaves_no_half_badge(tmp_path: Path) -> None:
    printer = FolderPrinter("folder", tmp_path)
    paper = Paper(uuid4(), "badge", b"%PDF-1.4 whole", 90, 130)
    (tmp_path / f".{paper.job}.part").symlink_to("/dev/full")
    with pytest.raises(Unavailable) as caught:
        printer.send(paper)
    assert "full" in caught.value.title.en
    assert list(tmp_path.iterdir()) == []
    assert printer.ask(paper.job, "").fate is Fate.ABSENT
    assert printer.send(paper).fate is Fate.PRINTED
    assert printer.name == "folder"


def test_a_full_disk_is_told_from_a_locked_folder(tmp_path: Path) -> None:
    printer = FolderPrinter("folder", tmp_path)
    full = printer._unavailable(OSError(errno.ENOSPC, "No space left on device"))
    locked = printer._unavailable(OSError(errno.EACCES, "Permission denied"))
    assert "full" in full.title.en
    assert "满" in full.title.zh
    assert "Permission denied" in locked.advice.en


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_the_lamp_sees_a_full_disk_before_a_job_is_tried(tmp_path: Path) -> None:
    (tmp_path / ".probe").symlink_to("/dev/full")
    lamp = FolderPrinter("folder", tmp_path).lamp()
    assert not lamp.ready
    assert "full" in lamp.words.en
    assert list(tmp_path.iterdir()) == []
