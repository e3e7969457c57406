"""The door of a session: one code after the other, how many are inside, no touch between guests."""

from concurrent.futures import Future

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.domain.event import Event
from kiosk.services.coaching import Hint
from kiosk.services.reception import Reception
from kiosk.services.trouble import Trouble
from kiosk.ui.bridge import Bridge
from kiosk.ui.language import Languages
from kiosk.ui.phrases import hint_phrase
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.door_view import DoorView, door_view
from kiosk.ui.theme import BRAND, CALM, CHECKING_MS, INK, QUIET, STOP, Scale, Space, style_sheet
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.preview import Preview
from kiosk.ui.widgets.symbol import Symbol

COUNT_MS = 3000
"""Other stations' guests are counted as sync brings them."""


class Door(QWidget):
    """Counts who is inside; an outcome is a band of colour, a word and a sound."""

    typed = Signal(str)

    def __init__(
        self, presenter: Presenter, reception: Reception, bridge: Bridge, languages: Languages
    ) -> None:
        super().__init__()
        self._presenter, self._reception, self._bridge = presenter, reception, bridge
        self._languages = languages
        self._event: Event | None = None
        self._trouble: Trouble | None = None
        self._inside: int | None = None
        self._keys = ""
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preview = Preview(mirror=False)
        self._build()
        self._checking = QTimer(self, singleShot=True, interval=CHECKING_MS)
        self._checking.timeout.connect(self.refresh)
        self._counting = QTimer(self, interval=COUNT_MS)
        self._counting.timeout.connect(self.count)
        presenter.changed.connect(self._changed)
        presenter.recorded.connect(self.count)
        self.refresh()

    def _build(self) -> None:
        self._name = FittedLabel(align=Qt.AlignmentFlag.AlignLeft)
        self._switch = QPushButton()
        self._switch.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a scanner's Enter must not press it
        self._switch.clicked.connect(self._languages.toggle)
        header = QHBoxLayout()
        header.addWidget(self._name, 1)
        header.addWidget(self._switch)
        self._count, self._of = FittedLabel(), FittedLabel()
        self._notice = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._notice.setProperty("role", "body")
        counts = QVBoxLayout()
        counts.addStretch(1)
        counts.addWidget(self._count)
        counts.addWidget(self._of)
        counts.addStretch(1)
        counts.addWidget(self._notice)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addWidget(self.preview, 1)
        self._halves.addLayout(counts, 1)
        self._band = Band()
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(header)
        self._whole.addLayout(self._halves, 3)
        self._whole.addWidget(self._band, 2)

    def set_event(self, event: Event) -> None:
        """The event whose door it is."""
        self._event = event
        self._counting.start()
        self.count()
        self.refresh()

    def set_camera_trouble(self, trouble: Trouble | None) -> None:
        """What is wrong with the camera; None when it works."""
        self._trouble = trouble
        if trouble:
            self.preview.show_frame(None)
        self.refresh()

    def set_notice(self, trouble: Trouble | None) -> None:
        """What is wrong with one of several cameras or with a scanner, while codes are read."""
        self._trouble = trouble
        self.refresh()

    def set_hint(self, hint: Hint | None) -> None:
        """What would help a guest whose code is not read."""
        self.preview.set_hint(hint_phrase(hint) if hint else "")

    def count(self) -> None:
        """Ask how many are inside."""
        self._bridge.when_done(self._reception.inside(), self._counted)

    def show_count(self, inside: int | None) -> None:
        """This many are inside; None: nobody knows yet."""
        self._inside = inside
        self.refresh()

    def _counted(self, done: "Future[int | None]") -> None:
        if done.exception() is None:  # records that cannot be read are told of by a check-in
            self.show_count(done.result())

    def refresh(self) -> None:
        """Draw the state again: after a change, a language switch, a new size."""
        scale, language, event = (
            Scale(self.width(), self.height()),
            self._languages.now,
            self._event,
        )
        place = event.checkpoint(self._reception.checkpoint) if event else None
        self._name.set_type(scale.px(44), BRAND)
        self._name.set_text(place.name.in_(language) if place else "")
        self._switch.setText("English" if language.value == "zh" else "中文")
        room = place.capacity if place else None
        full = room is not None and self._inside is not None and self._inside >= room
        self._count.set_type(scale.px(300), STOP.accent if full else INK)
        self._count.set_text("–" if self._inside is None else f"{self._inside:,}")
        of = self.tr("inside, of %1").replace("%1", f"{room:,}") if room else self.tr("inside")
        self._of.set_type(scale.px(48), QUIET)
        self._of.set_text(self.tr("Full") if full else of)
        self._notice.setVisible(self._trouble is not None)
        self._notice.setText(self._trouble.title.in_(language) if self._trouble else "")
        presenter = self._presenter
        self.preview.set_locked(locked=presenter.busy)
        direction = self._reception.terms.direction
        view = door_view(presenter.state, presenter.answers, event, language, direction)
        self._band.show_view(view, scale)

    def tick(self) -> None:
        """Nothing moves by itself."""

    def _changed(self) -> None:
        if self._presenter.busy:
            self._checking.start()
        else:
            self._checking.stop()
            self.refresh()

    def resizeEvent(self, event: object) -> None:
        scale = Scale(self.width(), self.height())
        self.setStyleSheet(style_sheet(scale))
        edge = scale.px(Space.LARGE)
        self._whole.setContentsMargins(edge, scale.px(Space.MEDIUM), edge, edge)
        self._whole.setSpacing(scale.px(Space.MEDIUM))
        self._halves.setSpacing(scale.px(Space.LARGE))
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if scale.portrait else way.LeftToRight)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect what a slow scanner types; there is no field that could lose its focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys, self._keys = self._keys, ""
            if keys.strip():
                self.typed.emit(keys)
        elif event.key() == Qt.Key.Key_Escape:
            self._keys = ""
            self._presenter.leave()
        elif event.text().isprintable():
            self._keys += event.text()


class Band(QWidget):
    """The outcome, as broad as the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._tone, self._radius = CALM, 20.0
        self._symbol = Symbol()
        left = Qt.AlignmentFlag.AlignLeft
        self._headline, self._advice = (
            FittedLabel(lines=2, align=left),
            FittedLabel(lines=2, align=left),
        )
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self._headline)
        words.addWidget(self._advice)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._symbol)
        self._row.addLayout(words, 1)

    def show_view(self, view: DoorView, scale: Scale) -> None:
        """Show this outcome."""
        px, self._tone = scale.px, view.tone
        self._radius = px(28)
        edge = px(Space.LARGE)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        self._symbol.show_sign(view.sign, view.tone.accent, px(190), on_colour=True)
        for label, size, text in (
            (self._headline, 92, view.headline),
            (self._advice, 46, view.advice),
        ):
            label.set_type(px(size), "#FFFFFF")
            label.set_text(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.fillPath(path, QColor(self._tone.accent))
        painter.end()
