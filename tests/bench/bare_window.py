"""The least a Qt window in Python can be: the floor for the start. Run as a program.

Prints `time.monotonic()` after the imports and after the first paint.
"""

import sys
import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel


class Bare(QLabel):
    """One label."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's own name
        super().paintEvent(event)
        QTimer.singleShot(0, self, self.said)

    def said(self) -> None:
        """The window has been painted."""
        sys.stdout.write(f"{imported} {time.monotonic()}\n")
        QApplication.exit()


imported = time.monotonic()
app = QApplication(sys.argv[:1])
for file in sys.argv[1:]:
    QFontDatabase.addApplicationFont(file)
window = Bare("欢迎 Welcome", alignment=Qt.AlignmentFlag.AlignCenter)
window.resize(1600, 900)
window.show()
app.exec()
