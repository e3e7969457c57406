"""What the webcams of this computer are called, and which index a name means.

OpenCV knows indexes only, and an index changes with the socket and the order of plugging.
Linux tells the names in /sys and stable paths in /dev/v4l/by-id. On Windows
cv2-enumerate-cameras asks DirectShow, in the order in which OpenCV counts (as its authors
say: it was not tried on a Windows computer yet).
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.devices.camera_trouble import not_called, several_called


@dataclass(frozen=True, slots=True)
class KnownCamera:
    """A webcam that the system knows, whether or not it can be opened.

    `path` stays the same wherever it is plugged in; empty where the system has none.
    """

    index: int
    name: str
    path: str = ""

    @property
    def told(self) -> str:
        """Name and index, for people who have to choose."""
        return f"{self.name} (#{self.index})"


def known_cameras() -> tuple[KnownCamera, ...]:
    """Every webcam of this computer, by index; none where the system does not tell."""
    if sys.platform == "win32":
        return _of_windows()
    return of_linux(Path("/sys/class/video4linux"), Path("/dev/v4l/by-id"))


def of_linux(devices: Path, by_id: Path) -> tuple[KnownCamera, ...]:
    """The webcams in a tree like /sys/class/video4linux, with their links in `by_id`."""
    stable: dict[str, str] = {}
    for link in sorted(by_id.iterdir()) if by_id.is_dir() else ():
        stable.setdefault(link.resolve().name, str(link))
    found = []
    for device in devices.glob("video*"):
        number = device.name.removeprefix("video")
        # one webcam has several nodes; only the first hands over pictures
        if number.isdecimal() and _said(device / "index") in {"", "0"}:
            name = _said(device / "name") or device.name
            found.append(KnownCamera(int(number), name, stable.get(device.name, "")))
    return tuple(sorted(found, key=lambda camera: camera.index))


def index_of(called: str, there: tuple[KnownCamera, ...]) -> int:
    """The index of the camera with this path or name; a part of the name will do.

    Raises:
        Misconfigured: no camera, or more than one, is called so.
    """
    asked = called.casefold()
    for fits in (
        [c for c in there if called in {c.path, f"/dev/video{c.index}"}],
        [c for c in there if c.name.casefold() == asked],
        [c for c in there if asked in c.name.casefold()],
    ):
        if len(fits) == 1:
            return fits[0].index
        if fits:
            raise several_called(called, [c.path or c.told for c in fits])
    raise not_called(called, [c.told for c in there])


def _said(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # a webcam that is being pulled out
        return ""


def _of_windows() -> tuple[KnownCamera, ...]:
    import cv2  # noqa: PLC0415  only the constant, and only on Windows
    from cv2_enumerate_cameras import enumerate_cameras  # noqa: PLC0415

    found = enumerate_cameras(cv2.CAP_DSHOW)
    return tuple(KnownCamera(one.index, one.name, one.path or "") for one in found)
