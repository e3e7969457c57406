"""A folder of tickets is there when it is whole, or not at all."""

from pathlib import Path

import pytest

from kiosk.composition.ticket_files import new_folder
from kiosk.services.trouble import Misconfigured


def test_it_appears_when_all_went_well(tmp_path: Path) -> None:
    out = tmp_path / "new" / "tickets"
    with new_folder(out) as folder:
        (folder / "00001.png").write_bytes(b"1")
        assert not out.exists()
    assert [file.name for file in out.iterdir()] == ["00001.png"]
    assert list(out.parent.iterdir()) == [out]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "tickets"
    out.mkdir()
    with new_folder(out) as folder:
        (folder / "a").touch()
    assert (out / "a").exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, KeyError])
def test_whoever_stops_in_the_middle_leaves_nothing(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    def fill() -> None:
        with new_folder(tmp_path / "tickets") as folder:
            (folder / "00001.png").touch()
            raise stop

    with pytest.raises(stop):
        fill()
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "tickets").mkdir()
    (tmp_path / "tickets" / "sent.png").touch()
    with pytest.raises(Misconfigured), new_folder(tmp_path / "tickets"):
        pass
    (tmp_path / "file").touch()
    with pytest.raises(Misconfigured), new_folder(tmp_path / "file"):
        pass
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "tickets"]
