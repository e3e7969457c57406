"""The one way from other threads to the window: signals that carry frozen values."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.services.ports import Frame

T = TypeVar("T")


class Bridge(QObject):
    """Lives in the window's thread; may be called from any.

    Frames go through a slot that holds one: the window always paints the newest, and a slow
    window never gets a queue of old ones.
    """

    frame_ready = Signal()
    codes_read = Signal(tuple)
    hint_changed = Signal(object)
    code_typed = Signal(str)
    camera_trouble = Signal(object)
    notice = Signal(object)
    badge_moved = Signal(object)
    printer_lamp = Signal(object)
    stands = Signal(tuple)
    sync_status = Signal(object)
    bug = Signal(object)
    _answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._newest: Frame | None = None
        self._answered.connect(self._deliver)

    def show_frame(self, frame: Frame) -> None:
        """Offer a frame to the preview."""
        with self._lock:
            waiting, self._newest = self._newest is not None, frame
        if not waiting:
            self.frame_ready.emit()

    def take_frame(self) -> Frame | None:
        """The newest frame, once."""
        with self._lock:
            frame, self._newest = self._newest, None
        return frame

    def when_done(self, future: "Future[T]", then: Callable[["Future[T]"], None]) -> None:
        """Call `then` with the finished future, in the window's thread."""
        future.add_done_callback(lambda done: self._answered.emit(then, done))

    def _deliver(self, then: Callable[[Any], None], done: object) -> None:
        then(done)
