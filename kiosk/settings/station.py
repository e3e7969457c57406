"""settings.toml of one station; every key has a default and a sentence that explains it.

Plain dataclasses rather than pydantic models: importing pydantic takes 180 ms, and the
settings are needed before the first paint.
"""

import platform
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from kiosk.domain.event import Direction
from kiosk.domain.words import Language

T = TypeVar("T")


class Face(StrEnum):
    """Which side of the counter a station serves; a door has no counter."""

    DESK = "desk"
    SELF = "self"
    DOOR = "door"


class PrinterKind(StrEnum):
    """How badges reach paper."""

    FOLDER = "folder"
    IPP = "ipp"
    WINDOWS = "windows"
    NONE = "none"


class KeyLayout(StrEnum):
    """Which keyboard a scanner that types pretends to be."""

    US = "us"
    COMPUTER = "computer"


def _key(default: T, help_: str, least: float | None = None, most: float | None = None) -> T:
    """A key with its default, its meaning, and its bounds where it is a number."""
    about = {"help": help_, "least": least, "most": most}
    result: T = field(default=default, metadata=about)
    return result


@dataclass(frozen=True, slots=True)
class StationSettings:
    """What stands under [station]."""

    name: str = _key("", "unique name of this computer among the stations; empty: its own")
    checkpoint: str = _key("registration", "id of the checkpoint it serves")
    direction: Direction = _key(Direction.IN, "in, or out where guests are counted as they leave")
    free_reprints: int = _key(2, "further badges of a guest before a supervisor's PIN", 0, 99)

    @property
    def called(self) -> str:
        """The name, or the computer's own where none is given."""
        return self.name or platform.node() or "station"


SOURCE = "webcam index, name, part of its name or path, video file, frame folder or stream URL"


@dataclass(frozen=True, slots=True)
class LensSettings:
    """What stands under [camera] and [second_camera]."""

    source: str = _key("0", SOURCE)
    width: int = _key(1280, "pixels asked of a webcam", 160, 7680)
    height: int = _key(720, "pixels asked of a webcam", 120, 4320)
    fps: int = _key(30, "frames a second asked of a webcam", 1, 120)
    exposure: float = _key(
        0.0, "0: automatic; else fixed (Linux: units of 100 µs; Windows: such as -6)", -20, 1e6
    )
    torch: bool = _key(default=False, help_="light the webcam's lamp, where it has one")


@dataclass(frozen=True, slots=True)
class CameraSettings(LensSettings):
    """What stands under [camera]."""

    mirror: bool = _key(default=True, help_="self-service shows the picture as a mirror does")
    decodes_per_second: float = _key(15.0, "how often a picture is searched for codes", 1, 60)
    rearm_seconds: float = _key(
        3.0, "a code counts again once it was out of view this long", 0.2, 600
    )


@dataclass(frozen=True, slots=True)
class SecondCameraSettings(LensSettings):
    """What stands under [second_camera]."""

    source: str = _key("", f"empty: none; else {SOURCE}")


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """What stands under [scanner]: one that types, or one at a serial port."""

    layout: KeyLayout = _key(
        KeyLayout.US, "us (as scanners are sold) or computer (set to this computer's keyboard)"
    )
    port: str = _key("", "serial port of a scanner, such as COM3 or /dev/ttyACM0; empty: none")
    baud: int = _key(9600, "its speed; any will do for a scanner on USB", 300, 921600)


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """What stands under [sound]."""

    play: bool = _key(default=True, help_="outcomes are heard as well as seen")


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """What stands under [printer]."""

    kind: PrinterKind = _key(PrinterKind.FOLDER, "folder (PDF files), ipp or windows")
    name: str = _key("folder", "what facts and screens call the printer")
    uri: str = _key("", "ipp://host:631/printers/NAME; for windows the queue's name")
    folder: str = _key("badges", "where PDF files go; inside the data folder if relative")
    template: str = _key("lanyard", "badge template: a shipped name, or the path of a .toml")
    categories: str = _key("", "ids with commas: its stock is for these alone; empty: for all")


@dataclass(frozen=True, slots=True)
class FurtherPrinterSettings(PrinterSettings):
    """What stands under [second_printer] and [third_printer]: beside the first in one pool."""

    kind: PrinterKind = _key(PrinterKind.NONE, "none, folder, ipp or windows")
    name: str = _key("", "what facts and screens call it; unlike any other printer's name")


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """What stands under [screen]."""

    face: Face = _key(Face.DESK, "desk (staff), self (attendees) or door (of a session)")
    language: Language = _key(Language.ZH, "zh or en, until somebody switches")
    welcome_seconds: float = _key(6.0, "how long a welcome stays", 1, 120)
    refusal_seconds: float = _key(9.0, "how long a refusal stays", 1, 120)
    help_desk: str = _key("", "where a guest finds help, such as: Hall N1, desk 3")


@dataclass(frozen=True, slots=True)
class Settings:
    """All of it."""

    station: StationSettings = StationSettings()
    camera: CameraSettings = CameraSettings()
    second_camera: SecondCameraSettings = SecondCameraSettings()
    scanner: ScannerSettings = ScannerSettings()
    printer: PrinterSettings = PrinterSettings()
    second_printer: FurtherPrinterSettings = FurtherPrinterSettings()
    third_printer: FurtherPrinterSettings = FurtherPrinterSettings()
    sound: SoundSettings = SoundSettings()
    screen: ScreenSettings = ScreenSettings()

    @property
    def printers(self) -> tuple[PrinterSettings, ...]:
        """Every printer that there is, the first one first."""
        every = (self.printer, self.second_printer, self.third_printer)
        return tuple(one for one in every if one.kind is not PrinterKind.NONE)
