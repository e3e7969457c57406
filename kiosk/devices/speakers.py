"""Sounds through what the system has: Windows' own call, or the player of its sound server.

QtMultimedia would add 41 MB to the bundle for four short files (facts of the prototype), and a
machine without a sound device must stay silent, not fail: screens say everything as well.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.services.ports import Sound

PLAYERS: Final = (("pw-play",), ("paplay",), ("aplay", "-q"))
"""PipeWire, PulseAudio, ALSA: whichever is there, in the order of today's desktops."""
_AT_ONCE: Final = 3
"""Sounds that may overlap; a fourth is left out."""
LONGEST_SECONDS: Final = 5.0
"""A player that takes longer hangs, as where the sound server does, and is ended."""


class CommandSpeaker:
    """Implements `Speaker` with a program that plays a file.

    Args:
        folder: holds a WAV file for each sound.
        command: the program and its options; the file's path follows.
        longest: seconds after which the program is ended.

    Attributes:
        playing: what was begun and, when last looked at, had not ended.
    """

    def __init__(
        self, folder: Path, command: Sequence[str], longest: float = LONGEST_SECONDS
    ) -> None:
        self._folder, self._command, self._longest = folder, tuple(command), longest
        self._began: dict[int, float] = {}
        self.playing: list[subprocess.Popen[bytes]] = []

    def play(self, sound: Sound) -> None:
        self._look_after()
        if len(self.playing) >= _AT_ONCE:
            return
        path = str(self._folder / f"{sound.value}.wav")
        nothing = subprocess.DEVNULL
        with suppress(OSError):  # the player was removed: a check-in does not wait for a sound
            begun = subprocess.Popen(  # noqa: S603  our own file, a program found on the PATH
                [*self._command, path], stdin=nothing, stdout=nothing, stderr=nothing
            )
            self.playing.append(begun)
            self._began[begun.pid] = time.monotonic()

    def _look_after(self) -> None:
        for one in self.playing:
            if time.monotonic() - self._began[one.pid] > self._longest:
                one.kill()
                one.wait()
        self.playing = [one for one in self.playing if one.poll() is None]
        self._began = {one.pid: self._began[one.pid] for one in self.playing}


class WindowsSpeaker:
    """Implements `Speaker` with Windows' PlaySound; not tried on a Windows computer yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def play(self, sound: Sound) -> None:
        import winsound  # noqa: PLC0415  only Windows has it

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined,unused-ignore]
        with suppress(RuntimeError):  # Windows has no sound device now
            winsound.PlaySound(str(self._folder / f"{sound.value}.wav"), flags)  # type: ignore[attr-defined,unused-ignore]


class Silence:
    """Implements `Speaker` where nothing is to be heard."""

    def play(self, sound: Sound) -> None:
        """Play nothing."""


def speaker_for(folder: Path) -> CommandSpeaker | WindowsSpeaker | Silence:
    """The speaker of this system; `Silence` where it has no player."""
    if sys.platform == "win32":
        return WindowsSpeaker(folder)
    for command in PLAYERS:
        program = shutil.which(command[0])
        if program:
            return CommandSpeaker(folder, (program, *command[1:]))
    return Silence()
