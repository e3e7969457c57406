"""Sounds are played by a program of the system, and never waited for."""

import os
import stat
import sys
import wave
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.composition.assets import SOUNDS
from kiosk.devices.speakers import PLAYERS, CommandSpeaker, Silence, WindowsSpeaker, speaker_for
from kiosk.services.ports import Sound


def heard(speaker: CommandSpeaker, log: Path) -> list[str]:
    """What the player was asked to play."""
    for playing in speaker.playing:
        playing.wait()
    return log.read_text(encoding="utf-8").split()


def player(folder: Path, name: str, then: str = "") -> Path:
    program = folder / name
    program.write_text(f'#!/bin/sh\nfor last; do :; done\necho "$last" >> {folder}/log\n{then}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_the_file_of_the_sound_is_played(tmp_path: Path) -> None:
    speaker = CommandSpeaker(SOUNDS, [str(player(tmp_path, "play"))])
    speaker.play(Sound.WELCOME)
    assert heard(speaker, tmp_path / "log") == [str(SOUNDS / "welcome.wav")]


def test_a_player_that_hangs_is_not_started_for_ever(tmp_path: Path) -> None:
    speaker = CommandSpeaker(SOUNDS, [str(player(tmp_path, "play", "exec sleep 60"))])
    for _ in range(9):
        speaker.play(Sound.REFUSED)
    assert len(speaker.playing) == 3
    for hanging in speaker.playing:
        hanging.kill()
        hanging.wait()


def test_a_player_that_hangs_too_long_is_ended(tmp_path: Path) -> None:
    command = [str(player(tmp_path, "play", "exec sleep 60"))]
    speaker = CommandSpeaker(SOUNDS, command, longest=0.0)
    speaker.play(Sound.READ)
    (hanging,) = speaker.playing
    speaker.play(Sound.WELCOME)
    assert hanging.returncode
    (other,) = speaker.playing
    other.kill()
    other.wait()


def test_a_player_that_is_gone_is_silence(tmp_path: Path) -> None:
    CommandSpeaker(SOUNDS, [str(tmp_path / "gone")]).play(Sound.READ)


def test_windows_without_a_sound_device_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def no_device(path: str, _flags: int) -> None:
        asked.append(path)
        raise RuntimeError("Failed to play sound")  # as CPython's winsound.c says it

    windows = SimpleNamespace(SND_FILENAME=1, SND_ASYNC=2, SND_NODEFAULT=4, PlaySound=no_device)
    monkeypatch.setitem(sys.modules, "winsound", windows)
    WindowsSpeaker(SOUNDS).play(Sound.READ)
    assert asked == [str(SOUNDS / "read.wav")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own call")
def test_the_first_player_of_the_system_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert isinstance(speaker_for(SOUNDS), Silence)
    player(tmp_path, PLAYERS[2][0])
    assert isinstance(speaker_for(SOUNDS), CommandSpeaker)
    Silence().play(Sound.READ)


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_ships_and_is_short(sound: Sound) -> None:
    with wave.open(str(SOUNDS / f"{sound.value}.wav")) as file:
        assert 0.04 < file.getnframes() / file.getframerate() < 0.6
