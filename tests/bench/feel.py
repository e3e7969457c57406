"""From a read code to what the guest sees and hears first: the frame's colour, and a sound."""

import shutil
import threading
import time
from pathlib import Path

from kiosk.composition.assets import SOUNDS
from kiosk.devices.speakers import PLAYERS, CommandSpeaker
from kiosk.services.ports import Sound
from kiosk.settings import Face
from kiosk.ui.sounding import Sounding
from tests.bench.demo_station import copy_of
from tests.bench.live_window import LiveWindow
from tests.bench.report import TIMING, Room, Sample, timing

ABOUT = """The decoder's thread tells of a code; measured until the window shows a colour (the
frame that locks on to the code, or the outcome itself) and until a player has been started for
the sound. The player is the system's own; where there is none, as on a server, a program that
does nothing stands in for it: what it then plays is not a part of the figure."""


class TimedSpeaker:
    """A real player, and when it was last started."""

    def __init__(self) -> None:
        found = [name for name, *_ in PLAYERS if shutil.which(name)]
        self._speaker = CommandSpeaker(SOUNDS, [*found, "true"][:1])
        self.began = 0.0

    def play(self, sound: Sound) -> None:
        self._speaker.play(sound)
        self.began = self.began or time.perf_counter()


def measure(station: Path, codes: list[str], work: Path, times: int) -> Room:
    """Times for `times` guests."""
    live, speaker = LiveWindow(copy_of(station, work / "feel"), Face.SELF), TimedSpeaker()
    presenter = live.kiosk.presenter
    live.kiosk.sounding = Sounding(presenter, speaker)
    seen, heard = [], []
    for turn, code in enumerate(codes[:times]):
        speaker.began, before = 0.0, time.perf_counter()
        tell = threading.Thread(target=live.kiosk.bridge.codes_read.emit, args=((code,),))
        seconds = live.until_painted(lambda: presenter.busy or live.welcomed(), tell.start)
        while not speaker.began:
            live.settle(0.005)
        if seconds is not None and turn:
            seen.append(seconds * 1000)
            heard.append((speaker.began - before) * 1000)
        live.next_guest()
    live.close()
    room = Room("A read is felt", ABOUT, TIMING)
    room.rows.append(timing("read → colour", Sample(tuple(seen)), "p95 ≤ 50 ms"))
    room.rows.append(timing("read → sound begun", Sample(tuple(heard)), "p95 ≤ 50 ms"))
    return room
