"""How long nothing is read after the process that reads was killed, or hangs."""

import os
import signal
import time

from kiosk.devices.decoder_process import DecoderProcess
from kiosk.devices.rescuing import RescuingDecoder
from tests.bench.report import TIMING, Room, Sample, timing
from tests.contracts.test_decoder import frame, qr

ABOUT = """From the signal to the next answer with a code held up all the time. A killed process is
noticed at once, a stopped one after the half second that a picture may take; a spare process takes
over. Beside: the same when the spare has only just been started, so that it is waited for."""


def measure(times: int) -> Room:
    """Killed and stopped, with a spare and without."""
    each = max(5, times // 10)
    room = Room("Back after a crash", ABOUT, TIMING)
    for what, fate in (("killed", signal.SIGKILL), ("stopped", signal.SIGSTOP)):
        bare = _back(fate, max(3, each // 4), spare=False)
        room.rows.append(timing(what, _back(fate, each, spare=True), "1 s", ("no spare", bare)))
    return room


def _back(fate: signal.Signals, times: int, *, spare: bool) -> Sample:
    held = frame(qr("BACK"))
    took = []
    process = DecoderProcess(RescuingDecoder)
    for _ in range(times):
        while not process.has_spare:
            process.decode(held)
            time.sleep(0.01)
        if not spare:
            process.close()
            process = DecoderProcess(RescuingDecoder)
            while not process.decode(held).codes:
                time.sleep(0.01)
        os.kill(process.process_id, fate)
        began = time.monotonic()
        while not process.decode(held).codes:
            time.sleep(0.005)
        took.append((time.monotonic() - began) * 1000)
    process.close()
    return Sample(tuple(took))
