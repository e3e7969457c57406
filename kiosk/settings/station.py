"""settings.toml of one station; every key has a default and a sentence that explains it."""

import difflib
import platform
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.domain.words import Language, Words
from kiosk.services.trouble import Misconfigured


class Face(StrEnum):
    """Which side of the counter a station serves."""

    DESK = "desk"
    SELF = "self"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CameraSettings(_Part):
    """What stands under [camera]."""

    source: str = Field("0", description="webcam index, video file, frame folder or stream URL")
    width: int = Field(1280, ge=160, le=7680, description="pixels asked of a webcam")
    height: int = Field(720, ge=120, le=4320, description="pixels asked of a webcam")
    fps: int = Field(30, ge=1, le=120, description="frames a second asked of a webcam")
    mirror: bool = Field(
        default=True, description="show the preview as a mirror does (self-service)"
    )
    rearm_seconds: float = Field(
        3.0, ge=0.2, le=600, description="a code counts again after it left view this long"
    )


class PrinterSettings(_Part):
    """What stands under [printer]."""

    kind: Literal["folder", "ipp"] = Field("folder", description="folder (PDF files) or ipp")
    name: str = Field("folder", description="what facts and screens call the printer")
    uri: str = Field("", description="ipp://host:631/printers/NAME, for kind = ipp")
    folder: str = Field("badges", description="where PDFs go, inside the data folder if relative")
    template: str = Field("lanyard", description="badge template: a shipped name or a .toml path")


class ScreenSettings(_Part):
    """What stands under [screen]."""

    face: Face = Field(Face.DESK, description="desk (staff) or self (attendees)")
    language: Language = Field(Language.ZH, description="zh or en, until a guest changes it")
    welcome_seconds: float = Field(6.0, ge=1, le=120, description="how long a welcome stays")
    refusal_seconds: float = Field(9.0, ge=1, le=120, description="how long a refusal stays")
    help_desk: str = Field("", description="where a guest finds help; empty: the help desk")


class StationSettings(_Part):
    """What stands under [station]."""

    name: str = Field(
        default_factory=lambda: platform.node() or "station",
        min_length=1,
        max_length=40,
        description="unique name of this computer among the stations",
    )
    checkpoint: str = Field("registration", description="id of the checkpoint it serves")


class Settings(_Part):
    """All of it."""

    station: StationSettings = StationSettings()
    camera: CameraSettings = CameraSettings()
    printer: PrinterSettings = PrinterSettings()
    screen: ScreenSettings = ScreenSettings()


def load_settings(path: Path | None) -> Settings:
    """The settings in a file; the defaults where `path` is None or nothing is there.

    Raises:
        Misconfigured: the file cannot be read, is no TOML, has an unknown key or a bad value.
    """
    if path is None:
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise _unknown_key(path, place) from error
        raise _wrong(path, f"{place}: {first['msg']}") from error


def settings_page() -> str:
    """Every key with its default and meaning, as a settings.toml to start from."""
    lines = ["# Settings of one station. Every key may be left out."]
    for section, part in Settings.model_fields.items():
        lines += ["", f"[{section}]"]
        model = part.annotation
        assert isinstance(model, type)
        assert issubclass(model, BaseModel)
        for key, info in model.model_fields.items():
            default = info.get_default(call_default_factory=True)
            shown = str(default).lower() if isinstance(default, bool) else default
            quoted = f'"{shown}"' if isinstance(default, str) else shown
            lines.append(f"# {info.description}\n{key} = {quoted}")
    return "\n".join(lines) + "\n"


def _known_keys() -> list[str]:
    keys = []
    for section, part in Settings.model_fields.items():
        assert isinstance(part.annotation, type)
        keys += [section, *(f"{section}.{key}" for key in part.annotation.model_fields)]
    return keys


def _unknown_key(path: Path, place: str) -> Misconfigured:
    near = difflib.get_close_matches(place, _known_keys(), n=1)
    zh = f"是否想写“{near[0]}”？" if near else ""
    en = f"Did you mean “{near[0]}”? " if near else ""
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
