"""Sounds as the kiosk needs them."""

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """What is heard; each is a file of this name in assets/sounds."""

    READ = "read"
    WELCOME = "welcome"
    QUESTION = "question"
    REFUSED = "refused"


class Speaker(Protocol):
    """Plays sounds. The window's thread uses it, so nothing here may wait."""

    def play(self, sound: Sound) -> None:
        """Begin to play; what plays already goes on. Silence where there is no loudspeaker."""
