"""Guests who bring a code into view, hold it and leave: how soon it is read.

Thirty frames a second, newest frame only: while a reader is busy, frames pass it by. A reader
on a machine four times slower takes four times its CPU time; our cap stays what it is in
milliseconds, so it buys a quarter of the work.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from kiosk.devices.cpu_allowance import CAP_MS, MEAN_MS, CpuAllowance
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.devices.still_pictures import StillPictureDecoder
from tests.bench import peers
from tests.bench.demo_station import Picture
from tests.bench.peers import BARE, OURS, Reader, Score
from tests.bench.report import Room, Sample, ms
from tests.studio.camera import photograph
from tests.studio.optics import Light
from tests.studio.presentation import Manner, presented
from tests.studio.webcam import Level, Prepared, backgrounds, prepared

SEED = 40
FPS = 30
FRAMES = 36
_SLOWER = 4
HEADINGS = ("reader", "read", "p50", "p75", "CPU mean", "CPU most")
ABOUT = """{count} presentations of {frames} frames at 30 a second, in four levels; {able} hold a
frame that anything here reads. From that first readable frame to the result, the reading's own
time included; never read counts as endless. "4 x slower": every CPU time is four times as long."""
_NEVER = float("inf")


@dataclass(slots=True)
class Turn:
    """A reader's part: when it is free again, and when it had the text, in milliseconds."""

    reader: Reader
    slower: int
    score: Score = field(default_factory=Score)
    free_at: float = 0.0
    read_at: float = _NEVER


def measure(times: int) -> Room:
    """All readers on all presentations."""
    count = max(4, times // 5)
    cv2.setNumThreads(1)
    scenes = backgrounds(SEED, 4)
    waits: dict[str, list[float]] = {}
    scores: dict[str, Score] = {}
    for number in range(count):
        rng = np.random.default_rng([SEED, number])
        one = prepared(list(Level)[number % len(Level)], rng)
        turns, first = _turns(), _NEVER
        for frame, picture in enumerate(_frames(one, scenes[number % len(scenes)], rng)):
            now = frame * 1000 / FPS
            able = [_shown(turn, picture, one.symbol.text, now) for turn in turns.values()]
            if first == _NEVER and (any(able) or _readable(picture, one.symbol.text)):
                first = now
        for name, turn in turns.items():
            scores.setdefault(name, Score()).cpu_ms += turn.score.cpu_ms
            if first < _NEVER:
                waits.setdefault(name, []).append(turn.read_at - first)
    return _room(waits, scores, count)


def _turns() -> dict[str, Turn]:
    found, _ = peers.readers()
    turns = {}
    for name in (BARE, OURS, "cv2.QRCodeDetectorAruco", "cv2.wechat_qrcode, no models", "pyzbar"):
        if name in found:
            turns[name] = Turn(found[name], 1)
            if name != OURS:
                turns[f"{name}, 4 x slower"] = Turn(found[name], _SLOWER)
    slow = CpuAllowance(CAP_MS / _SLOWER, MEAN_MS / _SLOWER)
    turns[f"{OURS}, 4 x slower"] = Turn(peers.ours(RescuingDecoder(slow)), _SLOWER)
    return turns


def _frames(one: Prepared, scene: Light, rng: np.random.Generator) -> Iterator[Picture]:
    below = (float(rng.uniform(-160, 160)), 900.0)
    way = Manner(one.pose, enters=below, leaves=below, refocus=float(rng.uniform(3.5, 6.0)))
    for moment in presented(way, FRAMES, rng, pace=FPS / 15):
        across, down = (
            held + moved / 2  # half of the way in a frame of half the time
            for held, moved in zip(one.conditions.motion, moment.motion, strict=True)
        )
        now = replace(
            one.conditions,
            motion=(across, down),
            defocus=one.conditions.defocus + moment.defocus - 0.75,
        )
        pose = replace(moment.pose, shear=one.pose.shear)
        yield photograph(scene, one.held, pose, now, one.lamps, rng)


def _shown(turn: Turn, picture: Picture, text: str, now: float) -> bool:
    """Give a frame to a reader that is free and has nothing yet; whether it reads it."""
    if turn.free_at > now or turn.read_at < _NEVER:
        return False
    said = peers.timed(turn.score, turn.reader, picture)
    turn.free_at = now + turn.score.cpu_ms[-1] * turn.slower
    if any(read.text == text for read in said):
        turn.read_at = turn.free_at
        return True
    return False


def _readable(picture: Picture, text: str) -> bool:
    """Whether anything of ours reads it, given time."""
    seen = StillPictureDecoder(budget_ms=60).decode(peers.frame_of(picture))
    return any(code.text == text for code in seen.codes)


def _room(waits: dict[str, list[float]], scores: dict[str, Score], count: int) -> Room:
    able = len(waits.get(BARE, []))
    about = ABOUT.format(count=count, frames=FRAMES, able=able)
    room = Room("Presentations", about, HEADINGS)
    for name, score in scores.items():
        wait = np.array(waits.get(name, [_NEVER]))
        read = int(np.isfinite(wait).sum())
        cpu = Sample(tuple(score.cpu_ms))
        mean = float(np.mean(score.cpu_ms))
        middle, late = (_wait(wait, percent) for percent in (50, 75))
        room.rows.append((name, f"{read} of {able}", middle, late, ms(mean), ms(cpu.at(100))))
    return room


def _wait(waits: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", percent: float) -> str:
    at = float(np.percentile(waits, percent, method="higher"))
    return "never" if at == _NEVER else ms(at)
