"""Generated webcam frames: read beside what a reader that knows the grid could read."""

from collections import Counter
from collections.abc import Iterator

import cv2
import numpy as np

from tests.bench import peers
from tests.bench.known_grid import readable
from tests.bench.peers import BARE, OURS, Reader, Score
from tests.bench.report import Room, ms
from tests.studio.optics import Light
from tests.studio.webcam import Fault, Level, Shot, backgrounds, empty_shot, shot

SEED = 20
ABOUT = """{count} frames of 1280 x 720 in four levels, one to four faults at once, and {empty}
without a code. "Known grid" is the share that a reader told where each module is could decode: an
approximate bound, which error correction of this very picture can pass now and then; "of bound" is
read by ours of what it can. CPU time beside the median of a bare call, {bare}."""


def measure(times: int) -> tuple[Room, Room]:
    """Two tables: readers by level, and ours by fault."""
    each = max(6, times * 3 // 10)
    cv2.setNumThreads(1)
    readers, _ = peers.readers()
    scores = {name: Score() for name in readers}
    read: dict[str, Counter[str]] = {
        name: Counter() for name in (*readers, "known grid", "both", "all")
    }
    scenes, empty = backgrounds(SEED, 6), 0
    for number, taken in enumerate(_shots(each, scenes)):
        kinds = [str(taken.level), *map(str, taken.faults), "all"]
        read["all"].update(kinds)
        able = readable(taken)
        read["known grid"].update(kinds if able else [])
        for name, reader in readers.items():
            said = peers.timed(scores[name], reader, taken.picture)
            right = any(seen.text == taken.symbol.text for seen in said)
            scores[name].wrong += sum(seen.text != taken.symbol.text for seen in said)
            read[name].update(kinds if right else [])
            if name == OURS and able and right:
                read["both"].update(kinds)
        if number % 3 == 0:
            empty += 1
            _without(readers, scores, scenes, number)
    return _by_level(read, scores, read["all"]["all"], empty), _by_fault(read)


def _shots(each: int, scenes: list[Light]) -> Iterator[Shot]:
    for place, level in enumerate(Level):
        for number in range(each):
            rng = np.random.default_rng([SEED, place, number])
            yield shot(level, scenes[number % len(scenes)], rng)
    for number in range(each):  # dark mode has an aim of its own
        rng = np.random.default_rng([SEED, len(Level), number])
        level = list(Level)[number % len(Level)]
        others = [fault for fault in Fault if fault is not Fault.INVERTED]
        also = others[int(rng.integers(len(others)))]
        yield shot(level, scenes[number % len(scenes)], rng, (Fault.INVERTED, also))


def _without(
    readers: dict[str, Reader], scores: dict[str, Score], scenes: list[Light], number: int
) -> None:
    picture = empty_shot(scenes[number % len(scenes)], np.random.default_rng([SEED, 9, number]))
    for name, reader in readers.items():
        scores[name].false += len(peers.timed(scores[name], reader, picture))


def _by_level(
    read: dict[str, Counter[str]], scores: dict[str, Score], count: int, empty: int
) -> Room:
    levels = [str(level) for level in Level]
    headings = ("reader", *levels, "all", "wrong", "false reads", "CPU p50", "mean", "most")
    bare_ms = peers.bare_call_ms()
    about = ABOUT.format(count=count, empty=empty, bare=ms(bare_ms))
    room = Room("Generated frames", about, headings)
    whole = read["all"]
    for name in ("known grid", *scores):
        shares = [f"{read[name][kind] / max(1, whole[kind]):.0%}" for kind in (*levels, "all")]
        rest: tuple[str, ...] = ("", "", "", "", "")
        if name in scores:
            score = scores[name]
            cpu = peers.against_bare(score, bare_ms)
            rest = (str(score.wrong), str(score.false), *cpu)
        room.rows.append((name, *shares, *rest))
    return room


def _by_fault(read: dict[str, Counter[str]]) -> Room:
    about = "The same frames by what is wrong with them. Read by ours or not, of all."
    headings = ("fault", "frames", BARE, OURS, "known grid", "of bound")
    room = Room("Generated frames by fault", about, headings)
    for kind in (*map(str, Fault), "all"):
        whole, bound = read["all"][kind], read["known grid"][kind]
        if whole:
            shares = [f"{read[name][kind] / whole:.0%}" for name in (BARE, OURS, "known grid")]
            of_bound = f"{read['both'][kind] / bound:.0%}" if bound else ""
            room.rows.append((kind, str(whole), *shares, of_bound))
    return room
