"""settings.toml of one station; every key has a default and a sentence that explains it.

Plain dataclasses rather than pydantic models: importing pydantic takes 180 ms, and the
settings are needed before the first paint.
"""

import platform
import tomllib
from dataclasses import Field, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from kiosk.domain.words import Language, Words
from kiosk.services.trouble import Misconfigured

T = TypeVar("T")


class Face(StrEnum):
    """Which side of the counter a station serves."""

    DESK = "desk"
    SELF = "self"


class PrinterKind(StrEnum):
    """How badges reach paper."""

    FOLDER = "folder"
    IPP = "ipp"


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
class PrinterSettings:
    """What stands under [printer]."""

    kind: PrinterKind = _key(PrinterKind.FOLDER, "folder (PDF files) or ipp")
    name: str = _key("folder", "what facts and screens call the printer")
    uri: str = _key("", "ipp://host:631/printers/NAME, for kind = ipp")
    folder: str = _key("badges", "where PDF files go; inside the data folder if relative")
    template: str = _key("lanyard", "badge template: a shipped name, or the path of a .toml")


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """What stands under [screen]."""

    face: Face = _key(Face.DESK, "desk (staff) or self (attendees)")
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
    screen: ScreenSettings = ScreenSettings()


def load_settings(path: Path | None) -> Settings:
    """The settings in a file; the defaults where `path` is None.

    Raises:
        Misconfigured: the file cannot be read, is no TOML, has an unknown key or a bad value.
    """
    if path is None:
        return Settings()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, str(error)) from error
    default = Settings()
    sections = {}
    for name, given in values.items():
        present = getattr(default, name, None) if name in _sections() else None
        if present is None:
            raise _unknown_key(path, name)
        if not isinstance(given, dict):
            raise _wrong(path, f"{name}: write it as a section, [{name}]")
        sections[name] = _section(path, name, present, given)
    return Settings(**sections)


def _section(path: Path, name: str, default: Any, given: dict[str, Any]) -> Any:  # noqa: ANN401
    known = {one.name: one for one in fields(default)}
    checked = {}
    for key, value in given.items():
        if key not in known:
            raise _unknown_key(path, f"{name}.{key}")
        try:
            checked[key] = _value(known[key], getattr(default, key), value)
        except ValueError as error:
            raise _wrong(path, f"{name}.{key} = {value!r}: {error}") from error
    return replace(default, **checked)


def _value(about: "Field[Any]", default: Any, value: Any) -> Any:  # noqa: ANN401
    kind = type(default)
    if isinstance(default, StrEnum):
        allowed = [str(one) for one in type(default)]
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return type(default)(value)
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise ValueError(_KINDS[kind])
    least, most = about.metadata["least"], about.metadata["most"]
    if least is not None and not least <= value <= most:
        raise ValueError(f"from {least} to {most}")
    return value


_KINDS = {str: "a text in quotes", bool: "true or false", int: "a whole number", float: "a number"}


def settings_page() -> str:
    """Every key with its default and meaning, as a settings.toml to start from."""
    lines = ["# Settings of one station. Every key may be left out."]
    for name in _sections():
        lines += ["", f"[{name}]"]
        section = getattr(Settings(), name)
        for one in fields(section):
            value = getattr(section, one.name)
            shown = str(value).lower() if isinstance(value, bool) else value
            quoted = f'"{shown}"' if isinstance(value, str) else shown
            lines.append(f"{one.name} = {quoted}  # {one.metadata['help']}")
    return "\n".join(lines) + "\n"


def _sections() -> list[str]:
    return [one.name for one in fields(Settings)]


def _unknown_key(path: Path, place: str) -> Misconfigured:
    import difflib  # noqa: PLC0415  a typing slip may cost a moment, a start may not

    section, _, key = place.partition(".")
    known = {name: name for name in _sections()}
    if key:
        first_wins = _sections()
        first_wins.reverse()  # the last one of a name is kept
        here_last = sorted(first_wins, key=lambda name: name == section)
        pairs = [(name, one) for name in here_last for one in fields(getattr(Settings(), name))]
        known = {one.name: f"{name}.{one.name}" for name, one in pairs}
    near = difflib.get_close_matches(key or section, known, n=1)
    zh = f"是否想写“{known[near[0]]}”？" if near else ""
    en = f"Did you mean “{known[near[0]]}”? " if near else ""
    return Misconfigured(
        Words(f"{path} 中有未知的键“{place}”。", f"{path} has the unknown key “{place}”."),
        Words(f"{zh}所有键见 docs/settings.toml。", f"{en}All keys are in docs/settings.toml."),
    )


def _wrong(path: Path, said: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"设置文件 {path} 无法使用：{said}", f"The settings in {path} cannot be used: {said}"
        ),
        Words(
            "请修改后重试；所有键见 docs/settings.toml。",
            "Mend the file; all keys are in docs/settings.toml.",
        ),
    )
