"""Pictures made to hurt: no crash, no hang, no growth, and no text that was not drawn."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kiosk.devices.decoder_process import DecoderProcess
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.services.ports import CodeSeen, Frame, Sight
from tests.contracts.test_decoder import frame, qr
from tests.studio.hostile import Hostile, hostile

SAMPLE, FULL = 2_000, 100_000
HANG = 2.5
"""Seconds: ten times what a picture may take, as a busy computer is no hang. What the slowest of
each kind took stands in the report."""
HUGE_EVERY = 100
"""Every so manieth picture has sides of up to 8192 pixels."""
WARM = 500
GROWTH_MB = 48
"""Most that the process may grow by after `WARM` pictures: what one 4K frame takes to be worked
on, kept by the allocator. A leak of a thousandth of a frame would show a hundred in full size."""
DEADLINE = 30.0
"""Seconds, generous: the bench says what it takes."""

CLEAR = frame(qr("READY"))

needs_proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")


def resident_mb(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def as_frame(picture: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", number: int) -> Frame:
    height, width = picture.shape[:2]
    return Frame(memoryview(picture.tobytes()), width, height, number, 0.0)


def until(answered: Callable[[], object], what: str) -> None:
    """Ask again and again until there is an answer."""
    latest = time.monotonic() + DEADLINE
    while not answered():
        assert time.monotonic() < latest, f"never {what}"


def started() -> DecoderProcess:
    process = DecoderProcess(RescuingDecoder, hang_seconds=HANG)
    until(lambda: process.decode(CLEAR).codes, "started")
    until(lambda: process.has_spare, "a spare")
    return process


def asked(process: DecoderProcess, one: Hostile, number: int) -> tuple[CodeSeen, ...]:
    """What is read of a picture.

    One that is late is shown twice more: a hang hangs each time, a busy computer does not.
    """
    for _ in range(3):
        before = process.deaths
        seen = process.decode(as_frame(one.picture, number)).codes
        if process.deaths == before:
            return seen
        until(lambda: process.decode(CLEAR).codes, "back")
        until(lambda: process.has_spare, "a spare")
    pytest.fail(f"{one.kind} {one.picture.shape} of number {number} hangs")


@needs_proc
@pytest.mark.parametrize("count", [SAMPLE, pytest.param(FULL, marks=pytest.mark.slow)])
def test_no_picture_hurts(count: int, fresh_seed: int, request: pytest.FixtureRequest) -> None:
    process = started()
    try:
        reader, warm = process.process_id, 0.0
        took: dict[str, float] = {}
        for number in range(count):
            rng = np.random.default_rng([fresh_seed, number])
            one = hostile(rng, huge=number % HUGE_EVERY == 0)
            before = time.monotonic()
            seen = asked(process, one, number)
            took[one.kind] = max(took.get(one.kind, 0.0), time.monotonic() - before)
            assert {code.text for code in seen} <= one.texts, (one.kind, number)
            if number == WARM or process.process_id != reader:
                reader, warm = process.process_id, resident_mb(process.process_id)
        grown = resident_mb(reader) - warm
        deaths = process.deaths
    finally:
        process.close()
    slowest = {kind: f"{longest * 1000:.0f} ms" for kind, longest in sorted(took.items())}
    figures = f"slowest {slowest}\ngrown by {grown:.1f} MB, late once {deaths}\n"
    request.node.add_report_section("call", "figures", figures)
    assert grown < GROWTH_MB


@needs_proc
@pytest.mark.parametrize("fate", [signal.SIGKILL, signal.SIGSTOP])
def test_a_reader_that_is_killed_or_stopped_is_back_each_time(fate: signal.Signals) -> None:
    process = started()
    try:
        clear = frame(qr("BACK"))
        for times in range(1, 21):
            os.kill(process.process_id, fate)
            assert process.decode(clear) == Sight(), "it was stopped"
            assert process.deaths == times
            assert process.decode(clear).codes[0].text == "BACK", (
                "the one that waited reads at once"
            )
            until(lambda: process.has_spare, "a spare")
    finally:
        process.close()


def test_the_generator_says_the_same_twice() -> None:
    one, again = (hostile(np.random.default_rng([1, 2])) for _ in range(2))
    assert one.kind == again.kind
    assert np.array_equal(one.picture, again.picture)
    kinds = {hostile(np.random.default_rng([3, n])).kind for n in range(200)}
    assert len(kinds) == 14
