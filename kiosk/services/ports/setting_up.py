"""Setting a station up from its desk."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.domain.words import Words

Choices = tuple[tuple[str, Words], ...]
"""What may be written, each with what people call it."""
YES, NO = "yes", ""


class Setting(StrEnum):
    """What is asked at a desk: section and key in settings.toml; the file has many more."""

    NAME = "station.name"
    CHECKPOINT = "station.checkpoint"
    DIRECTION = "station.direction"
    FACE = "screen.face"
    LANGUAGE = "screen.language"
    HELP_DESK = "screen.help_desk"
    CAMERA = "camera.source"
    MIRROR = "camera.mirror"
    SCANNER = "scanner.layout"
    SOUND = "sound.play"


@dataclass(frozen=True, slots=True)
class Asked:
    """One setting as it stands: `choices` empty for a text; `YES` or `NO` where it is a tick."""

    setting: Setting
    value: str
    choices: Choices = ()
    is_tick: bool = False


class SetUpDesk(Protocol):
    """Reads and writes the station's settings. Its futures fail with a `Trouble`."""

    def ask(self) -> "Future[tuple[Asked, ...]]":
        """The settings as they stand, with the cameras and checkpoints that there are."""

    def save(self, values: Mapping[Setting, str]) -> "Future[None]":
        """Write these into settings.toml, the whole file or nothing; they hold after a restart."""
