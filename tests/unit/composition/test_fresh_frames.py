"""No frame is decoded that was taken long ago."""

from kiosk.composition.fresh_frames import OLDEST_SECONDS, FreshFrames
from kiosk.composition.threads import DecodeFrames, Told
from kiosk.devices.clocks import SteppedClock
from kiosk.services.ports import CodeSeen, Frame, Sight
from kiosk.services.scanning import Scanning
from tests.given import NOON


def taken(at: float) -> Frame:
    return Frame(memoryview(bytes(3)), 1, 1, 0, at)


def test_a_frame_that_has_waited_too_long_counts_as_none() -> None:
    clock = SteppedClock(NOON)
    newest = FreshFrames(clock)
    newest.put(taken(0.0))
    clock.step(OLDEST_SECONDS)
    assert newest.take(0) == taken(0.0)
    newest.put(taken(0.0))
    clock.step(0.001)
    assert newest.take(0) is None
    assert newest.take(0) is None


class EveryFrameHasACode:
    """A decoder that remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[float] = []

    def decode(self, frame: Frame) -> Sight:
        self.given.append(frame.taken)
        return Sight((CodeSeen(f"at {frame.taken}", ((0, 0), (1, 0), (1, 1), (0, 1))),))

    def close(self) -> None:
        pass


def test_the_decoder_never_gets_an_old_frame() -> None:
    clock, decoder, read = SteppedClock(NOON), EveryFrameHasACode(), list[tuple[str, ...]]()
    newest = FreshFrames(clock)
    decode = DecodeFrames(newest, lambda: decoder, Scanning(), Told(read.append, print), 1000)
    decode.set_up()
    newest.put(taken(0.0))
    clock.step(0.2)
    decode.step()
    newest.put(taken(0.1))
    decode.step()
    decode.tear_down()
    assert decoder.given == [0.1]
    assert read == [("at 0.1",)]
