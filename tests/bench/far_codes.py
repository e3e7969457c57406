"""How small a code may be: pixels a module, and the distance that comes of it."""

from collections import Counter

import cv2
import numpy as np

from tests.bench import peers
from tests.bench.peers import BARE
from tests.bench.report import Room
from tests.studio.codes import Symbol
from tests.studio.far_codes import far_shot
from tests.studio.optics import FOCAL
from tests.studio.webcam import backgrounds

SEED = 30
SIZES = (1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4, 2.7, 3.0, 3.5, 4.0)
CODES = (
    Symbol("AYTCS7RAIVKUGBTQZWHXSZ4MKM", "Q"),
    Symbol("A1:" + "7K$R*9" * 18 + "ABCDE", "M"),
)
_CODE_MM = 30
ABOUT = """Shares read by size, {each} frames of 1280 x 720 at each: an opaque id (25 modules) and a
signed ticket (37), tilted a little, blurred by 0.45 to 0.75 pixels, with noise and JPEG. Smallest:
the size from which on at least 90 % are read. The distance is that of the opaque id printed 30 mm
wide, before the studio's webcam of 58 degrees; reach is a multiple of bare zxing-cpp's."""


def measure(times: int) -> Room:
    """All readers on all sizes."""
    each = max(3, times // 12)
    cv2.setNumThreads(1)
    readers, _ = peers.readers()
    scenes = backgrounds(SEED, 4)
    read: dict[str, Counter[float]] = {name: Counter() for name in readers}
    for size in SIZES:
        for place, symbol in enumerate(CODES):
            for number in range(each):
                rng = np.random.default_rng([SEED, round(size * 10), place, number])
                taken = far_shot(symbol, size, scenes[number % len(scenes)], rng)
                for name, reader in readers.items():
                    read[name][size] += any(
                        said.text == symbol.text for said in reader(taken.picture)
                    )
    whole = each * len(CODES)
    headings = ("reader", *(f"{size:g} px" for size in SIZES), "smallest", "distance", "reach")
    room = Room("Far codes", ABOUT.format(each=whole), headings)
    bare = _smallest(read[BARE], whole)
    for name, counts in read.items():
        smallest = _smallest(counts, whole)
        reach: tuple[str, ...] = ("not reached", "", "")
        if smallest:
            away = _CODE_MM * FOCAL / (smallest * 25)
            reach = (f"{smallest:g} px", f"{away:.0f} mm", f"{(bare or 0) / smallest:.2f} ×")
        room.rows.append((name, *(f"{counts[size] / whole:.0%}" for size in SIZES), *reach))
    return room


def _smallest(counts: Counter[float], whole: int) -> float | None:
    enough = None
    for size in reversed(SIZES):
        if counts[size] < 0.9 * whole:
            break
        enough = size
    return enough
