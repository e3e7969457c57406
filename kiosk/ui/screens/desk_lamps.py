"""The front desk's lamps: camera, printer, badges in doubt, sync, clock."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.journal import ClockQuality
from kiosk.domain.words import Language
from kiosk.services.lookup import Recent
from kiosk.services.ports import PrinterLamp
from kiosk.services.sync_status import SyncStatus, told
from kiosk.services.trouble import Trouble
from kiosk.ui.theme import Scale
from kiosk.ui.widgets.lamp import Lamp
from kiosk.ui.widgets.printer_picture import PrinterPicture


class DeskLamps(QWidget):
    """One line each; what is well and of no interest is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._camera, self._printer, self._doubts = Lamp(), Lamp(), Lamp()
        self._sync, self._time = Lamp(), Lamp()
        self._status = SyncStatus()
        self._shown: tuple[Recent, Language, Scale] | None = None
        self._picture = PrinterPicture()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._camera)
        paper = QHBoxLayout()
        paper.addWidget(self._printer, 1)
        paper.addWidget(self._picture)
        column.addLayout(paper)
        for lamp in (self._doubts, self._sync, self._time):
            column.addWidget(lamp)

    def show_status(
        self,
        camera: Trouble | None,
        printer: PrinterLamp | None,
        recent: Recent,
        language: Language,
        scale: Scale,
    ) -> None:
        """Show how all of it is."""
        self._shown = recent, language, scale
        seen = camera.title.in_(language) if camera else self.tr("Camera: ready")
        self._camera.show_words(seen, good=camera is None, scale=scale)
        said = printer.words.in_(language) if printer else "…"
        paper = self.tr("Printer: %1").replace("%1", said)
        self._printer.show_words(paper, good=printer is None or printer.ready, scale=scale)
        self._picture.setVisible(printer is not None and not printer.ready)
        if printer:
            self._picture.show_remedy(printer.remedy, scale)
        self._show_sync()
        self._time.setVisible(recent.clock is ClockQuality.SUSPECT)
        wrong = self.tr("Clock: the computer's date or time looks wrong. Set it.")
        self._time.show_words(wrong, good=False, scale=scale)
        self._doubts.setVisible(bool(recent.doubts))
        asked = self.tr("Badges to ask about: %1 (Esc)").replace("%1", str(len(recent.doubts)))
        self._doubts.show_words(asked, good=False, scale=scale)

    def set_sync(self, status: SyncStatus) -> None:
        """How sync is."""
        self._status = status
        self._show_sync()

    def _show_sync(self) -> None:
        if self._shown is None:
            return
        recent, language, scale = self._shown
        # the recent list knows of a check-in before the sync thread does
        now = replace(self._status, unsent=recent.unsent)
        self._sync.show_words(told(now).in_(language), good=now.calm, scale=scale)
