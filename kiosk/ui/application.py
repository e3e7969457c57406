"""The Qt application: fonts that every name can be drawn with, and its turns of the loop."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured
from kiosk.ui.theme import FAMILY, LATIN_FAMILY

SIGNAL_MS = 250


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Application:
    """The one application of the process; the rest of the house sees no Qt of it.

    Raises:
        Misconfigured: there is no display (Qt would abort the process), or a font is missing
            (names would be drawn as empty boxes).
    """

    def __init__(self, fonts: Path) -> None:
        if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
            raise Misconfigured(
                Words("没有可用的显示器。", "There is no display to show a window on."),
                Words(
                    "请在桌面环境中启动；演示可加 --headless。",
                    "Start it from a desktop; the demo also runs with --headless.",
                ),
            )
        self._raised: list[Exception] = []
        present = QApplication.instance()
        self.qt = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName("Yuelai Kiosk")
        self.qt.setStyle("Fusion")
        if FAMILY not in QFontDatabase.families():
            for file in sorted(fonts.glob("NotoSans*.ttf")):
                QFontDatabase.addApplicationFont(str(file))
        if FAMILY not in QFontDatabase.families():
            raise Misconfigured(
                Words(
                    f"{fonts} 中缺少字体 {FAMILY}。", f"The font {FAMILY} is missing in {fonts}."
                ),
                Words("请重新安装程序。", "Install the program again."),
            )
        self.qt.setFont(QFont([FAMILY, LATIN_FAMILY]))

    def run(self) -> int:
        """Serve the window until somebody quits; the exit code.

        What a step of `at_each_turn` raised is raised here.
        """
        code = self.qt.exec()
        if self._raised:
            raise self._raised.pop()
        return code

    def quit(self, code: int = 0) -> None:
        """End `run` with this exit code."""
        self.qt.exit(code)

    def soon(self, do: Callable[[], None]) -> None:
        """Call `do` at the next turn of the loop."""
        QTimer.singleShot(0, self.qt, do)

    def later(self, milliseconds: int, do: Callable[[], None]) -> None:
        """Call `do` after this time."""
        QTimer.singleShot(milliseconds, self.qt, do)

    def turn(self) -> None:
        """Let everything that waits be painted and delivered."""
        self.qt.processEvents()

    def at_each_turn(self, step: Callable[[], bool]) -> None:
        """Call `step` at each turn of the loop until it returns False."""
        timer = QTimer(self.qt)

        def once() -> None:
            goes_on = False
            try:
                goes_on = step()
            except Exception as error:  # noqa: BLE001  not swallowed: `run` raises it
                # Qt would print it and call again, for ever
                self._raised.append(error)
                self.quit()
            if not goes_on:
                timer.stop()

        timer.timeout.connect(once)
        timer.start(0)

    def end_on_signals(self) -> None:
        """Let Ctrl+C and a service manager's stop end the program in good order."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.quit())
        # Python looks at signals only between its own instructions, so give it some
        timer = QTimer(self.qt)
        timer.timeout.connect(lambda: None)
        timer.start(SIGNAL_MS)
