"""Everything of a station that reads codes: one or two cameras, and a scanner at a port.

Each camera has a thread that reads it, a thread and a process that decode it, and its own
troubles; what they have read is remembered together, so that a code counts once.
"""

import threading
from collections.abc import Callable
from functools import cache

from kiosk.composition.fresh_frames import FreshFrames
from kiosk.composition.kiosk import Kiosk
from kiosk.composition.scanner_thread import ReadScanner
from kiosk.composition.threads import DecodeFrames, ReadFrames, Told
from kiosk.composition.troubled_eyes import TroubledEyes
from kiosk.domain.words import Words
from kiosk.services.coaching import Hint
from kiosk.services.ports import Camera, Clock, Decoder, Frame, Scanner
from kiosk.services.trouble import Trouble, Unavailable
from kiosk.settings import LensSettings, Settings
from kiosk.workers import Worker

BACK_OFF = (0.1, 0.3)
"""Pauses in seconds before a camera or a scanner is opened again: with the half second that
a call to a camera may hang it is back within a second of its return."""

RECORDING_ENDED = Unavailable(
    Words("录像已放完。", "The recording has ended."),
    Words("请重新启动，或设置真实的摄像头。", "Start again, or set a real camera."),
)
NAMES = (Words("摄像头一", "Camera 1"), Words("摄像头二", "Camera 2"))


class Gaze:
    """Shows one camera's picture and hints: the one that read the last code, or one that sees.

    Each camera's thread and its decoder's thread call it.
    """

    def __init__(
        self,
        eyes: TroubledEyes,
        show: Callable[[Frame], None],
        advise: Callable[[Hint | None], None],
    ) -> None:
        self._eyes, self._show, self._advise = eyes, show, advise
        self._lock = threading.Lock()
        self._shown = 0
        self._hints: dict[int, Hint | None] = {}

    def turn_to(self, number: int) -> None:
        """A guest was read by this camera."""
        with self._lock:
            self._turn(number)

    def show(self, number: int, frame: Frame) -> None:
        """A picture of this camera; shown if it is the one that is looked through."""
        with self._lock:
            other = number != self._shown
            if other and not self._eyes.sees(self._shown) and self._eyes.sees(number):
                self._turn(number)
            if number == self._shown:
                self._show(frame)

    def advise(self, number: int, hint: Hint | None) -> None:
        """What would help the guest before this camera."""
        with self._lock:
            self._hints[number] = hint
            if number == self._shown:
                self._advise(hint)

    def _turn(self, number: int) -> None:
        """A camera tells of its hint only when it changes, so the hint turns with the picture."""
        before, now = self._hints.get(self._shown), self._hints.get(number)
        self._shown = number
        if now is not before:
            self._advise(now)


def lenses(settings: Settings) -> tuple[LensSettings, ...]:
    """The settings of each camera that the station has."""
    both: tuple[LensSettings, ...] = (settings.camera, settings.second_camera)
    return both if settings.second_camera.source else both[:1]


def seeing(kiosk: Kiosk) -> list[Worker]:
    """The workers that read codes; none is started yet."""
    bridge, settings = kiosk.bridge, kiosk.settings
    chosen = lenses(settings)
    eyes = TroubledEyes(NAMES[: len(chosen)], bridge.camera_trouble.emit, bridge.notice.emit)
    gaze = Gaze(eyes, bridge.show_frame, bridge.hint_changed.emit)
    workers: list[Worker] = []
    for number, lens in enumerate(chosen):
        workers += _eye(kiosk, number, lens, eyes, gaze)
    if settings.scanner.port:
        scanner = ReadScanner(lambda: scanner_of(settings), bridge.code_typed.emit)
        workers.append(kiosk.worker("scanner", scanner, eyes.of_scanner, BACK_OFF))
    return workers


def _eye(
    kiosk: Kiosk, number: int, lens: LensSettings, eyes: TroubledEyes, gaze: Gaze
) -> list[Worker]:
    newest = FreshFrames(kiosk.clock)

    def told(part: str) -> Callable[[Exception | None], None]:
        return lambda trouble: eyes.of_camera(number, part, trouble)

    def codes_read(texts: tuple[str, ...]) -> None:
        gaze.turn_to(number)
        kiosk.bridge.codes_read.emit(texts)

    frames = ReadFrames(
        cache(lambda: _watched(lens, kiosk.clock, told("sight"))),
        newest,
        lambda frame: gaze.show(number, frame),
        lambda: told("recording")(RECORDING_ENDED),
    )
    per_second = kiosk.settings.camera.decodes_per_second
    tell = Told(codes_read, lambda hint: gaze.advise(number, hint))
    decode = DecodeFrames(newest, _decoder, kiosk.scanning, tell, per_second)
    return [
        kiosk.worker(f"camera-{number + 1}", frames, told("camera"), BACK_OFF),
        kiosk.worker(f"decoder-{number + 1}", decode, told("decoder")),
    ]


def _watched(lens: LensSettings, clock: Clock, tell: Callable[[Trouble | None], None]) -> Camera:
    from kiosk.devices.camera_light import Light  # noqa: PLC0415  OpenCV after the first paint
    from kiosk.devices.cameras import watched_camera  # noqa: PLC0415

    size, light = (lens.width, lens.height, lens.fps), Light(lens.exposure, lens.torch)
    return watched_camera(lens.source, clock, size, light, tell)


def _decoder() -> Decoder:
    from kiosk.devices.decoder_process import DecoderProcess  # noqa: PLC0415
    from kiosk.devices.rescuing import RescuingDecoder  # noqa: PLC0415

    return DecoderProcess(RescuingDecoder)


def scanner_of(settings: Settings) -> Scanner:
    """The scanner at the port of the settings; opens nothing yet."""
    from kiosk.devices.serial_scanner import SerialScanner  # noqa: PLC0415

    return SerialScanner(settings.scanner.port, settings.scanner.baud)
