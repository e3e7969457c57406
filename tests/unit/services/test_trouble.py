"""What the disk says becomes words for people."""

import errno
from pathlib import Path

import pytest

from kiosk.services.trouble import Misconfigured, Unavailable, writing

PLACE = Path("badges")


def breaking(error: OSError) -> None:
    with writing(PLACE):
        raise error


def test_a_full_disk_may_have_room_again() -> None:
    with pytest.raises(Unavailable, match="full") as caught:
        breaking(OSError(errno.ENOSPC, "No space left on device"))
    assert "badges" in caught.value.title.zh


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.EROFS, "Read-only file system"), "Read-only file system"),
        (PermissionError(), "PermissionError"),
    ],
)
def test_a_place_that_takes_no_files_waits_for_a_person(error: OSError, reason: str) -> None:
    with pytest.raises(Misconfigured, match=reason) as caught:
        breaking(error)
    assert "badges" in caught.value.title.zh


def test_what_can_be_written_says_nothing() -> None:
    with writing(PLACE):
        pass
