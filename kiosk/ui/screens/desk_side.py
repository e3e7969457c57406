"""The front desk's left column: what the camera sees, the scan field, the lamps, the keys."""

from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.ui.phrases import keys_phrase
from kiosk.ui.screens.desk_lamps import DeskLamps
from kiosk.ui.theme import Scale, Space
from kiosk.ui.widgets.code_field import CodeField
from kiosk.ui.widgets.preview import Preview


class DeskSide(QWidget):
    """On an upright screen it lies down."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = Preview(mirror=False)
        self.scan_field = CodeField()
        self.lamps = DeskLamps()
        self._help = QLabel(wordWrap=True)
        self._help.setProperty("role", "quiet")
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.preview, 3)
        below = QVBoxLayout()
        self._whole.addLayout(below, 2)
        below.addWidget(self.scan_field)
        below.addWidget(self.lamps)
        below.addStretch(1)
        below.addWidget(self._help)

    def refresh(self) -> None:
        """Say everything again, in today's language."""
        self.scan_field.setPlaceholderText(self.tr("Scan or type"))
        self.scan_field.setAccessibleName(self.tr("Scan or type"))
        self._help.setText(keys_phrase())

    def resize_to(self, scale: Scale) -> None:
        """Take the shape and distances of a screen of this size."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(across if scale.portrait else down)
        self._whole.setSpacing(scale.px(Space.SMALL))
