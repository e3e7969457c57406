"""How far away each kind of ticket code reads: what a code's design is worth."""

import base64
import random
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from kiosk.composition.proven_codes import proven
from kiosk.devices.decoder import ZxingDecoder
from kiosk.devices.reading_trial import ReadingTrial
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.domain import base45
from kiosk.domain.ticket_code import Claims
from kiosk.services.ports import Decoder
from tests.bench.peers import BARE, OURS, frame_of
from tests.bench.report import Room
from tests.given import an_issuer
from tests.studio.codes import GivenSymbol, Symbol
from tests.studio.far_codes import far_shot
from tests.studio.webcam import backgrounds

SEED = 50
SIZES = (3.0, 2.7, 2.4, 2.2, 2.0, 1.9, 1.8, 1.7, 1.6, 1.5, 1.4)
FOCAL = 914
"""Pixels: 1280 columns across 70 degrees, a common webcam."""
_CODE_MM = 30
_FRAMES = 3
_ENOUGH = 0.95
_READERS: dict[str, Callable[[], Decoder]] = {BARE: ZxingDecoder, OURS: RescuingDecoder}
_HEADINGS = ("code", "modules", "reader", "smallest", "distance", "of the URL's, bare")
ABOUT = """{each} codes of each kind at each size, tilted a little, blurred by 0.45 to 0.75 pixels,
with noise and JPEG; a code counts as read when one of {frames} frames (a tenth of a second) says
its text. Smallest: pixels a module down to which at least 95 % are read at every size. The
distance is that of a code 30 mm wide (without its quiet zone) before a webcam of 1280 columns and
70 degrees (f = 914 pixels). The two kinds that `tickets issue` makes are proven; the URL holds the
bytes of the signed code in base64, as platforms send them."""


def measure(times: int) -> Room:
    """Every kind by both readers."""
    each = max(6, times // 5)
    cv2.setNumThreads(1)
    scenes, chance = backgrounds(SEED, 4), random.Random(SEED)
    room = Room("Ticket codes", ABOUT.format(each=each, frames=_FRAMES), _HEADINGS)
    rows: list[tuple[str, int, str, float | None]] = []
    for place, (kind, make) in enumerate(_KINDS.items()):
        symbols = [make(chance) for _ in range(each)]
        side = symbols[0].modules().shape[0] - 8
        for name, reader in _READERS.items():
            rows.append((kind, side, name, _smallest(symbols, reader, place, scenes)))
    url = next((_distance(size, side) for kind, side, name, size in rows
                if kind == _URL and name == BARE and size), None)  # fmt: skip
    for kind, side, name, size in rows:
        away = _distance(size, side) if size else None
        room.rows.append((
            kind, str(side), name,
            f"{size:g} px" if size else "not reached",
            f"{away:.0f} mm" if away else "",
            f"{away / url:.2f} ×" if away and url else "",
        ))  # fmt: skip
    return room


def _distance(size: float, side: int) -> float:
    return _CODE_MM * FOCAL / (size * side)


def _smallest(
    symbols: list[Symbol], make: Callable[[], Decoder], place: int, scenes: list[np.ndarray]
) -> float | None:
    smallest = None
    for size in SIZES:
        read = 0
        for number, symbol in enumerate(symbols):
            rng = np.random.default_rng([SEED, round(size * 10), place, number])
            decoder = make()
            read += any(
                _reads(decoder, symbol, size, scenes[number % len(scenes)], rng)
                for _ in range(_FRAMES)
            )
        if read < _ENOUGH * len(symbols):
            break
        smallest = size
    return smallest


def _reads(
    decoder: Decoder, symbol: Symbol, size: float, scene: np.ndarray, rng: np.random.Generator
) -> bool:
    shot = far_shot(symbol, size, scene, rng)
    return any(seen.text == symbol.text for seen in decoder.decode(frame_of(shot.picture)).codes)


def _opaque(chance: random.Random) -> Symbol:
    ids = (base64.b32encode(chance.randbytes(16)).decode().rstrip("=") for _ in range(99))
    code = proven(ids, ReadingTrial().failures)
    return GivenSymbol(code.text, dark=code.modules)


def _signed(chance: random.Random) -> Symbol:
    claims, issuer = Claims(b"gala", chance.randbytes(7), 1, None, None), an_issuer()
    said = (issuer.issue(replace(claims, nonce=nonce)) for nonce in range(256))
    code = proven(said, ReadingTrial().failures)
    return GivenSymbol(code.text, dark=code.modules)


def _address(chance: random.Random) -> Symbol:
    text = an_issuer().issue(Claims(b"gala", chance.randbytes(7), 1, None, None))
    packed = base45.decode(text)
    assert packed is not None
    token = base64.urlsafe_b64encode(packed).decode()
    return Symbol(f"https://tickets.example.org/t/{token}", "M")


_URL = "signed URL, M"
_KINDS: dict[str, Callable[[random.Random], Symbol]] = {
    "opaque base32, Q": _opaque,
    "signed base45, M": _signed,
    _URL: _address,
}
