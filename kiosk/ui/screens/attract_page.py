"""What a self-service station shows while nobody is served: the live picture and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.domain.words import Language
from kiosk.services.trouble import Trouble
from kiosk.ui.theme import QUIET, Scale, Space, Type
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.preview import Preview


class AttractPage(QWidget):
    """`no_code` tells that a guest has none at hand."""

    no_code = Signal()

    def __init__(self, *, mirror: bool) -> None:
        super().__init__()
        self.preview = Preview(mirror=mirror)
        self._headline, self._how = FittedLabel(lines=2), FittedLabel(lines=2)
        self._no_code = QPushButton()
        self._no_code.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a scanner's Enter must not press it
        self._no_code.setProperty("role", "touch")
        self._no_code.clicked.connect(self.no_code)
        self._notice = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._notice.setProperty("role", "quiet")
        self._prompt = QVBoxLayout()
        self._prompt.addStretch(1)
        for widget in (self._headline, self._how):
            self._prompt.addWidget(widget)
        self._prompt.addStretch(1)
        self._prompt.addWidget(self._no_code, 0, Qt.AlignmentFlag.AlignHCenter)
        self._prompt.addStretch(1)
        self._prompt.addWidget(self._notice)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.addWidget(self.preview, 3)
        self._halves.addLayout(self._prompt, 2)

    def say(
        self, camera: Trouble | None, noticed: Trouble | None, language: Language, scale: Scale
    ) -> None:
        """Say what to do.

        Args:
            camera: what is wrong with the camera; None when it works.
            noticed: what staff should see to while codes are read.
            language: what troubles are told in.
            scale: of the screen.
        """
        self._headline.set_type(scale.px(Type.HEADLINE))
        self._how.set_type(scale.px(Type.BODY), QUIET)
        self._no_code.setText(self.tr("No code at hand?"))
        if camera:
            self._headline.set_text(self.tr("The camera is not available"))
            self._how.set_text(
                self.tr("Please use the scanner, or the next station. Our staff is coming.")
            )
        else:
            self._headline.set_text(self.tr("Hold your ticket code up to the camera"))
            self._how.set_text(self.tr("On your phone or on paper, about a hand's width away"))
        self._notice.setVisible(camera is None)
        private = self.tr("The camera only reads the code. No picture is kept or sent anywhere.")
        self._notice.setText(noticed.title.in_(language) if noticed else private)

    def resize_to(self, scale: Scale) -> None:
        """Take the distances and the direction of a screen of this size."""
        self._prompt.setSpacing(scale.px(Space.MEDIUM))
        self._halves.setSpacing(scale.px(Space.LARGE))
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if scale.portrait else way.LeftToRight)
