"""A decoder that hangs or dies is replaced, and the next picture is read."""

import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing.shared_memory import SharedMemory

import pytest

from kiosk.devices.decoder import ZxingDecoder
from kiosk.devices.decoder_process import HOPELESS, DecoderProcess
from kiosk.services.ports import CodeSeen, Decoder, Frame, Sight
from kiosk.services.trouble import Unavailable
from tests.contracts.test_decoder import frame, qr

HANGS, DIES, BREAKS, LARGE = 1, 2, 3, 4


class Moody:
    """Does with a picture what its width says."""

    def decode(self, frame: Frame) -> Sight:
        if frame.width == HANGS:
            threading.Event().wait()
        if frame.width == DIES:
            os.kill(os.getpid(), signal.SIGKILL)
        if frame.width == BREAKS:
            raise KeyError("a bug")
        return Sight((CodeSeen(f"{frame.number}: {bytes(frame.pixels[-3:]).hex()}", ()),))

    def close(self) -> None:
        """Holds nothing."""


def no_decoder() -> Decoder:
    raise SystemExit(1)


def picture(width: int, number: int = 0, colour: int = 7) -> Frame:
    return Frame(memoryview(bytes([colour]) * (width * 3)), width, 1, number, 0.0)


def read(process: DecoderProcess, frame: Frame) -> tuple[CodeSeen, ...]:
    """What the process says once it has started."""
    while not (seen := process.decode(frame)).codes:
        pass
    return seen.codes


@pytest.fixture
def moody() -> Iterator[DecoderProcess]:
    process = DecoderProcess(Moody, hang_seconds=0.3)
    read(process, picture(10))
    yield process
    process.close()


def test_it_reads_as_the_decoder_inside_it_does() -> None:
    process = DecoderProcess(ZxingDecoder)
    seen = frame(qr("CODE-1"), qr("CODE-2"))
    said = read(process, seen)
    process.close()
    assert set(said) == set(ZxingDecoder().decode(seen).codes)


@pytest.mark.parametrize("fate", [HANGS, DIES])
def test_one_that_hangs_or_dies_is_replaced(moody: DecoderProcess, fate: int) -> None:
    assert moody.decode(picture(fate)) == Sight()
    assert moody.deaths == 1
    assert read(moody, picture(10, number=5))[0].text == "5: 070707"


def test_memory_whose_name_was_tidied_away_is_made_again(moody: DecoderProcess) -> None:
    SharedMemory(moody.memory_name).unlink()
    assert read(moody, picture(10))[0].text == "0: 070707", "it is still laid down there"
    moody.decode(picture(DIES))
    assert read(moody, picture(10, number=2))[0].text == "2: 070707"


def test_one_that_dies_again_and_again_is_told(moody: DecoderProcess) -> None:
    with pytest.raises(Unavailable):
        read(moody, picture(DIES))
    assert moody.deaths == HOPELESS
    assert read(moody, picture(10, number=3))[0].text == "3: 070707"


def test_a_bug_inside_it_is_a_bug_outside_it(moody: DecoderProcess) -> None:
    with pytest.raises(KeyError, match="a bug"):
        moody.decode(picture(BREAKS))
    assert moody.deaths == 0


def test_a_picture_larger_than_any_before_finds_room(moody: DecoderProcess) -> None:
    large = Frame(memoryview(bytes([9]) * (4000 * 3000 * 3)), 4000, 3000, 1, 0.0)
    assert moody.decode(large).codes[0].text == "1: 090909"
    assert moody.decode(picture(10)).codes[0].text == "0: 070707"


def test_one_that_cannot_start_is_unavailable() -> None:
    process = DecoderProcess(no_decoder)
    with pytest.raises(Unavailable):
        read(process, picture(10))
    assert process.deaths == 1
    process.close()
