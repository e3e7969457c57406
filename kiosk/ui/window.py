"""The window: one face, the out-of-order screen behind it, and what feeds them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.services.trouble import Trouble
from kiosk.ui.bridge import Bridge
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.out_of_order import OutOfOrder

if TYPE_CHECKING:  # a station has one face, and starts sooner without the other
    from kiosk.ui.screens.door import Door
    from kiosk.ui.screens.front_desk import FrontDesk
    from kiosk.ui.screens.self_service import SelfService

TICK_MS = 100


class Window(QWidget):
    """Shows `face`, or the out-of-order screen while nobody can be served."""

    painted = Signal()
    asked_to_leave = Signal()

    def __init__(
        self,
        face: "FrontDesk | SelfService | Door",
        presenter: Presenter,
        bridge: Bridge,
        languages: Languages,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Yuelai Kiosk")
        self.locked = False
        self.presenter, self._bridge, self._languages = presenter, bridge, languages
        self.face, self.out_of_order = face, OutOfOrder()
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self._stack.addWidget(face)
        self._stack.addWidget(self.out_of_order)
        self.setFocusProxy(face)
        face.typed.connect(presenter.type_code)
        bridge.frame_ready.connect(self.show_newest_frame)
        bridge.camera_trouble.connect(face.set_camera_trouble)
        bridge.hint_changed.connect(face.set_hint)
        bridge.notice.connect(face.set_notice)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)

    def start_clockwork(self) -> None:
        """Let time pass by itself; a lock-step run calls `tick` instead."""
        self._timer.start()

    def tick(self) -> None:
        """Look at the time and move what moves."""
        self.presenter.tick()
        self.face.tick()

    def show_newest_frame(self) -> None:
        """Paint the newest frame; older ones were dropped."""
        frame = self._bridge.take_frame()
        if frame is not None:
            self.face.preview.show_frame(frame)

    def show_trouble(self, trouble: Trouble) -> None:
        """The station cannot work until a person acts; the face says what to do."""
        self._close_the_door(trouble)

    def show_face(self) -> None:
        """Back to the face."""
        self.presenter.closed = False
        self._stack.setCurrentWidget(self.face)

    def show_out_of_order(self) -> None:
        """A bug was reported."""
        self._close_the_door(None)

    def _close_the_door(self, trouble: Trouble | None) -> None:
        """Nobody is admitted behind a screen that does not show it."""
        self.presenter.close()
        self.out_of_order.explain(trouble, self._languages)
        self._stack.setCurrentWidget(self.out_of_order)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Staff close the front desk as any window; a public screen asks for a PIN first."""
        if self.locked:
            event.ignore()
            self.asked_to_leave.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()
