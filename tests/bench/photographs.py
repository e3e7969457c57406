"""Photographs that nobody here made, with their truth: what is read, and what is made up."""

import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from kiosk.devices.pictures import read_picture
from kiosk.devices.rescuing import RescuingDecoder
from tests.bench import peers
from tests.bench.peers import BARE, OURS, Read, Score
from tests.bench.report import Room, ms

HEADINGS = ("reader", "read", "even / odd", "wrong", "false reads", "CPU p50", "mean", "most")
ABOUT = """{holding} photographs with codes and {empty} without. Read: at least one code, the text
right, or where only outlines are known the middle of the code inside one. Wrong: any other text;
false: any text where there is no code. Each picture is one call, except for the reader that sees
it ten times as a held code is seen. Even and odd are the shares of pictures by number: stages
were chosen on the odd ones. One picture holds a second code that its truth does not list: who
reads it has one wrong text, in each call. CPU time beside a bare call's at 1280 x 720, {bare}."""
_TEN = "ours, ten frames of each"


@dataclass(frozen=True, slots=True)
class Truth:
    """What is in a picture."""

    path: Path
    codes: int
    texts: tuple[str, ...]
    outlines: tuple[tuple[tuple[float, float], ...], ...]

    def judged(self, said: list[Read]) -> tuple[bool, int]:
        """Whether one code was read, and how many texts are wrong."""
        right = [self._right(read) for read in said]
        return any(right), right.count(False)

    def _right(self, read: Read) -> bool:
        if self.texts:
            return _plain(read.text) in {_plain(text) for text in self.texts}
        if self.outlines:
            return any(_inside(outline, read) for outline in self.outlines)
        return self.codes > 0


def measure(folder: Path, times: int) -> Room:
    """All pictures, or every so many of them."""
    truths = _truths(folder)
    truths = truths[:: max(1, len(truths) // (4 * times))]
    holding = sum(truth.codes > 0 for truth in truths)
    cv2.setNumThreads(1)
    readers, skipped = peers.readers(still=True)
    scores = {name: Score() for name in (*readers, _TEN)}
    halves = {name: [0, 0] for name in scores}
    for truth in truths:
        picture = read_picture(truth.path)
        assert picture is not None, truth.path
        for name, reader in readers.items():
            _judge(scores[name], halves[name], truth, peers.timed(scores[name], reader, picture))
        held = peers.ours(RescuingDecoder())
        said = [read for _ in range(10) for read in peers.timed(scores[_TEN], held, picture)]
        _judge(scores[_TEN], halves[_TEN], truth, said)
    bare_ms = peers.bare_call_ms()
    empty = len(truths) - holding
    about = ABOUT.format(holding=holding, empty=empty, bare=ms(bare_ms))
    room = Room("Photographs", about, HEADINGS)
    sizes = [max(1, sum(t.codes > 0 and _number(t) % 2 == odd for t in truths)) for odd in (0, 1)]
    for name in sorted(scores, key=lambda name: name not in {BARE, OURS, _TEN}):
        score, (even, odd) = scores[name], halves[name]
        share = f"{score.read / max(1, holding):.1%}"
        split = f"{even / sizes[0]:.1%} / {odd / sizes[1]:.1%}"
        cpu = peers.against_bare(score, bare_ms)
        room.rows.append((name, share, split, str(score.wrong), str(score.false), *cpu))
    room.rows.extend((name, why, *[""] * 6) for name, why in skipped.items())
    return room


def _judge(score: Score, halves: list[int], truth: Truth, said: list[Read]) -> None:
    if not truth.codes:
        score.false += len(said)
        return
    read, wrong = truth.judged(said)
    score.read += read
    score.wrong += wrong
    halves[_number(truth) % 2] += read


def _number(truth: Truth) -> int:
    return int(truth.path.stem)


def _truths(folder: Path) -> list[Truth]:
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        said = json.loads(line)
        outlines = tuple(tuple(map(tuple, outline)) for outline in said["polygons"] or ())
        texts = tuple(said["texts"] or ())
        found.append(Truth(folder / said["file"], said["codes"], texts, outlines))
    return found


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _inside(outline: tuple[tuple[float, float], ...], read: Read) -> bool:
    around = np.array(outline, np.float32).reshape(-1, 1, 2)
    return cv2.pointPolygonTest(around, (read.x, read.y), measureDist=False) >= 0
