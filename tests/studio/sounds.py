"""The kiosk's four sounds, made from sine waves: `python -m tests.studio.sounds FOLDER`."""

from __future__ import annotations

import sys
import wave
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

RATE: Final = 44100
_C5, _E5, _G5, _A3, _F3 = 523.25, 659.26, 783.99, 220.0, 174.61
TUNES: Final[dict[str, tuple[tuple[float, float, float], ...]]] = {
    # (hertz, begins at, lasts), in seconds
    "read": ((_G5, 0.0, 0.06),),
    "welcome": ((_C5, 0.0, 0.16), (_G5, 0.09, 0.30)),
    "question": ((_E5, 0.0, 0.14), (_E5, 0.18, 0.22)),
    "refused": ((_A3, 0.0, 0.18), (_F3, 0.16, 0.34)),
}


def played(tune: tuple[tuple[float, float, float], ...]) -> npt.NDArray[np.int16]:
    """Return a tune as samples: soft edges, a little of the octave, no clipping."""
    whole = np.zeros(round(RATE * max(begin + lasts for _, begin, lasts in tune)) + 1)
    for hertz, begin, lasts in tune:
        time = np.arange(round(RATE * lasts)) / RATE
        note = np.sin(2 * np.pi * hertz * time) + 0.25 * np.sin(4 * np.pi * hertz * time)
        edge = np.minimum(1, time / 0.006) * np.exp(-3.2 * time / lasts)
        edge *= np.minimum(1, (lasts - time) / 0.02)
        start = round(RATE * begin)
        whole[start : start + len(note)] += note * edge
    return np.asarray(whole / np.abs(whole).max() * 0.6 * 32767, np.int16)


def write(folder: Path) -> None:
    """Write one WAV file for each tune."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, tune in TUNES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(played(tune).tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
