"""The front desk: scan anywhere, search, undo, reprint, hands on the keyboard."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.event import Event, QuestionKind
from kiosk.domain.visit import Asked
from kiosk.services.coaching import Hint
from kiosk.services.ports import Guest, PrinterLamp
from kiosk.services.trouble import Trouble
from kiosk.ui.clerk import Clerk
from kiosk.ui.language import Languages
from kiosk.ui.phrases import hint_phrase
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.desk_actions import DeskActions
from kiosk.ui.screens.desk_card import DeskCard
from kiosk.ui.screens.desk_forms import DeskForms
from kiosk.ui.screens.desk_keys import DeskKeys, commands
from kiosk.ui.screens.desk_lists import DeskLists
from kiosk.ui.screens.desk_parties import DeskParties
from kiosk.ui.screens.desk_side import DeskSide
from kiosk.ui.screens.desk_view import desk_view
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.theme import CHECKING_MS, Scale, Space, style_sheet

_IN_WORDS = (QuestionKind.TEXT, QuestionKind.DOCUMENT)
LISTS_MS = 60
"""The outcome is painted first; the recent list follows after so many milliseconds."""


class FrontDesk(QWidget):
    """Everything a clerk sees, in one window without dead ends."""

    typed = Signal(str)

    def __init__(
        self, presenter: Presenter, clerk: Clerk, languages: Languages, station: str
    ) -> None:
        super().__init__()
        self._presenter, self.clerk, self.languages = presenter, clerk, languages
        self.options = DeskActions(presenter, clerk, languages)
        self._station = station
        self.shown_event: Event | None = None
        self._camera_trouble: Trouble | None = None
        self._hint: Hint | None = None
        self._noticed: Trouble | None = None
        self._lamp_words: PrinterLamp | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.host = FormHost(presenter, clerk, self.options, self._whom)
        self.forms = DeskForms(self.host, presenter, languages, lambda: self.shown_event)
        self.parties = DeskParties(self.host)
        self._side = DeskSide()
        self.preview, self.scan_field = self._side.preview, self._side.scan_field
        self.lamps = self._side.lamps
        self._build()
        self.host.changed.connect(self._form_changed)
        self._checking = QTimer(self, singleShot=True, interval=CHECKING_MS)
        self._checking.timeout.connect(self.refresh)
        presenter.changed.connect(self._changed)
        self.options.changed.connect(self.refresh)
        self._lists_soon = QTimer(self, singleShot=True, interval=LISTS_MS)
        self._lists_soon.timeout.connect(clerk.refresh_recent)
        presenter.recorded.connect(self._lists_soon.start)
        clerk.status_changed.connect(self.refresh)
        self.keys = DeskKeys(self, commands(self))
        self.refresh()

    def _build(self) -> None:
        self._name, self._place = QLabel(), QLabel()
        self._name.setProperty("role", "event")
        self._place.setProperty("role", "quiet")
        self._switch = QPushButton()
        self._switch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._switch.clicked.connect(self.languages.toggle)
        header = QHBoxLayout()
        header.addWidget(self._name)
        header.addWidget(self._place, 1)
        header.addWidget(self._switch)
        self.scan_field.returnPressed.connect(self._scanned)
        self._card = DeskCard()
        self._card.chosen.connect(self.options.choose)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._card)
        self._middle.addWidget(self.host.card)
        self.lists = DeskLists(self.clerk, self.languages)
        self.lists.admit.connect(self._admit)
        self.lists.left.connect(self.scan_field.setFocus)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for column, share in ((self._side, 26), (self._middle, 44), (self.lists, 30)):
            # shares of the window, whatever words are in the columns
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._columns.addWidget(column, share)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(header)
        self._whole.addLayout(self._columns, 1)
        self.setFocusProxy(self.scan_field)
        self.scan_field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In an empty scan field / begins a search, Y and N answer, digits choose a reason."""
        if not isinstance(event, QKeyEvent) or self.scan_field.text():
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.matches(
            QKeySequence.StandardKey.Undo
        ):
            event.ignore()  # an empty field has nothing to undo; the desk has
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        text = event.text().casefold()
        if text == "/":
            self.lists.search_field.setFocus()
            return True
        if self.options.digit(text):
            return True
        state = self._presenter.state
        asked = isinstance(state, Asked) and state.questions[0].takes(text == "y")
        if asked and text in {"y", "n"}:
            self._presenter.answer(text == "y")
            return True
        return False

    def set_event(self, event: Event) -> None:
        """The event whose name, categories and time zone are shown."""
        self.shown_event = event
        self.lists.set_event(event)
        self.clerk.refresh_recent()
        self.refresh()

    def set_camera_trouble(self, trouble: Trouble | None) -> None:
        """What is wrong with the camera; None when it works."""
        self._camera_trouble = trouble
        if trouble:
            self.preview.show_frame(None)
        self.refresh()

    def set_notice(self, trouble: Trouble | None) -> None:
        """What is wrong with one of several cameras or with a scanner, while codes are read."""
        self._noticed = trouble
        self.refresh()

    def set_printer_lamp(self, lamp: PrinterLamp) -> None:
        """How the printer is."""
        self._lamp_words = lamp
        self.refresh()

    def tick(self) -> None:
        """Nothing here moves by itself."""

    def _changed(self) -> None:
        if self._presenter.busy:
            self._checking.start()
        else:
            self._checking.stop()
            self.refresh()

    def set_hint(self, hint: Hint | None) -> None:
        """What would help a guest whose code is not read."""
        self._hint = hint
        self.preview.set_hint(hint_phrase(hint) if hint else "")

    def refresh(self) -> None:
        """Draw everything again: after a change, a language switch, a new size."""
        language, scale = self.languages.now, Scale(self.width(), self.height())
        event, presenter = self.shown_event, self._presenter
        self._name.setText(event.name.in_(language) if event else "")
        who = self.clerk.reception.at_the_desk
        self._place.setText(f"{self._station} · {who}" if who else self._station)
        self._switch.setText("English" if language.value == "zh" else "中文")
        self._side.refresh()
        camera, recent = self._camera_trouble or self._noticed, self.clerk.recent
        self.host.card.resize_to(scale)
        self.lamps.show_status(camera, self._lamp_words, recent, language, scale)
        view = desk_view(presenter.state, presenter.answers, event, language, recent.doubts)
        self.preview.set_locked(locked=presenter.busy)
        self._card.show_view(view, scale)
        self.scan_field.set_secret(secret=self.options.pin.wants_pin)
        self.options.offered = view.buttons
        if self.options.asking:
            self._card.ask(*self.options.asking, scale)
        self.lists.refresh(scale)

    def resizeEvent(self, event: object) -> None:
        scale = Scale(self.width(), self.height())
        self.setStyleSheet(style_sheet(scale))
        edge = scale.px(Space.MEDIUM)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        self._whole.setSpacing(edge)
        self._columns.setSpacing(edge)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(down if scale.portrait else across)
        self._side.resize_to(scale)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_hint(self._hint)
            self.refresh()

    def _scanned(self) -> None:
        text = self.scan_field.text()
        self.scan_field.clear()
        if self.options.pin.wants_pin:
            self.options.pin.enter(text.strip())
            return
        state = self._presenter.state
        if isinstance(state, Asked) and state.questions[0].kind in _IN_WORDS:
            self._presenter.answer(text.strip())
        elif text.strip():
            self.typed.emit(text)

    def _whom(self) -> Guest | None:
        """The chosen hit of a search, else the guest on the card."""
        found, outcome = self.lists.chosen, self._presenter.answers.outcome
        return found or (outcome.guest if outcome else None)

    def _form_changed(self) -> None:
        self._middle.setCurrentWidget(self.host.card if self.host.is_open else self._card)
        if not self.host.is_open:
            self.lists.clear()
            self.scan_field.setFocus()
        self.refresh()

    def escape(self) -> None:
        """Leave the form, or be ready for the next guest."""
        if self.host.is_open:
            self.host.close()
            return
        self.options.forget()
        self.lists.clear()
        self.scan_field.clear()
        self.scan_field.setFocus()
        self._presenter.leave()
        self.refresh()

    def _admit(self, ticket: UUID) -> None:
        self._presenter.take_ticket(ticket)
