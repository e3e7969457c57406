"""The self-service face: attract, checking, a question, welcome or turned away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.event import Event
from kiosk.domain.visit import Asked, Waiting
from kiosk.services.coaching import Hint
from kiosk.services.trouble import Trouble
from kiosk.ui.language import Languages
from kiosk.ui.phrases import hint_phrase
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.attract_page import AttractPage
from kiosk.ui.screens.find_me import FindMeDialogue
from kiosk.ui.screens.guest_header import GuestHeader
from kiosk.ui.screens.guest_page import GuestPage
from kiosk.ui.screens.guest_view import ANSWER, NEITHER, NO, TICKET, YES, guest_view
from kiosk.ui.screens.guest_wishes import GuestWishes
from kiosk.ui.screens.key_page import BACK, DONE, OTHER, KeyDialogue, KeyPage
from kiosk.ui.screens.leaving import LeavingDialogue
from kiosk.ui.theme import CHECKING_MS, Scale, Space, style_sheet
from kiosk.ui.widgets.touch_keys import DELETE

STRAY_MS = 500
"""A scanner's keys follow each other within 50 ms; half a second is no scanner."""

OUT_OF_REACH = 0.28
"""Share of an upright screen that somebody who sits does not reach."""
DIALOGUE_KEYS = {
    Qt.Key.Key_Return: DONE,
    Qt.Key.Key_Enter: DONE,
    Qt.Key.Key_Escape: BACK,
    Qt.Key.Key_Tab: OTHER,
}
"""What a keyboard presses while something is asked."""


class SelfService(QWidget):
    """Everything an attendee sees. Portrait and landscape, touch, 800x600 to 4K."""

    typed = Signal(str)

    def __init__(
        self,
        presenter: Presenter,
        languages: Languages,
        find_me: FindMeDialogue,
        leaving: LeavingDialogue,
        *,
        mirror: bool,
        help_desk: str,
    ) -> None:
        super().__init__()
        self.find_me, self.leaving = find_me, leaving
        self._dialogues: tuple[KeyDialogue, ...] = (leaving, find_me)
        self._presenter, self._languages, self._help_desk = presenter, languages, help_desk
        self._event: Event | None = None
        self._camera_trouble: Trouble | None = None
        self._hint: Hint | None = None
        self._noticed: Trouble | None = None
        self._keys, self._last_key, self._usual = "", 0, presenter.timing
        self.wishes = GuestWishes(languages, presenter.seconds)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._attract = AttractPage(mirror=mirror)
        self.preview = self._attract.preview
        self._build()
        self._commands: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_F2: self._open_find_me,
            Qt.Key.Key_F3: self.wishes.toggle_easier,
            Qt.Key.Key_F4: self.wishes.switch_language,
            Qt.Key.Key_Escape: self._leave,
        }
        self._checking = QTimer(self, singleShot=True, interval=CHECKING_MS)
        self._checking.timeout.connect(self.refresh)
        presenter.changed.connect(self._changed)
        self.refresh()

    def _build(self) -> None:
        self._header = GuestHeader()
        self._header.language.connect(self.wishes.switch_language)
        self._header.easier.connect(self.wishes.toggle_easier)
        self._header.rested.connect(self.leaving.open)
        self.wishes.changed.connect(self._arrange)
        self._page = GuestPage()
        self._page.pressed.connect(self._pressed)
        self._key_page = KeyPage()
        self._attract.no_code.connect(self.find_me.open)
        self._key_page.typed.connect(self._type)
        self._key_page.pressed.connect(self._press)
        self.find_me.changed.connect(self.refresh)
        self.leaving.changed.connect(self.refresh)
        self.find_me.found.connect(self._presenter.take_ticket)
        self._stack = QStackedLayout()
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._header)
        self._whole.addLayout(self._stack, 1)
        for page in (self._attract, self._page, self._key_page):
            self._stack.addWidget(page)  # only now, or each would be a window of its own

    def set_event(self, event: Event) -> None:
        """The event whose name and sessions are shown."""
        self._event = event
        self.refresh()

    def set_camera_trouble(self, trouble: Trouble | None) -> None:
        """What is wrong with the camera; None when it works."""
        self._camera_trouble = trouble
        if trouble:
            self.preview.show_frame(None)
        self.refresh()

    def set_hint(self, hint: Hint | None) -> None:
        """What would help a guest whose code is not read."""
        self._hint = hint
        self.preview.set_hint(hint_phrase(hint) if hint else "")

    def set_notice(self, trouble: Trouble | None) -> None:
        """What is wrong with one of several cameras or with a scanner: small, for staff."""
        self._noticed = trouble
        self.refresh()

    def refresh(self) -> None:
        """Draw the state again: after a change, a language switch, a new size."""
        scale, language = self._scale, self._languages.now
        name = self._event.name.in_(language) if self._event else ""
        self._header.say(name, language, scale, is_easier=self.wishes.easier)
        self._attract.say(self._camera_trouble, self._noticed, language, scale)
        presenter = self._presenter
        view = guest_view(
            presenter.state, presenter.answers, self._event, language, self._help_desk
        )
        self.preview.set_locked(locked=presenter.busy)
        if view is None and (dialogue := self._dialogue):
            self._key_page.show_view(dialogue.view(), scale)
            self._stack.setCurrentWidget(self._key_page)
        elif view is None:
            self._stack.setCurrentWidget(self._attract)
        else:
            self._page.show_view(view, scale)
            self._stack.setCurrentWidget(self._page)

    def _pressed(self, key: str) -> None:
        if key in {YES, NO}:
            self._presenter.answer(key == YES)
        elif key.startswith(ANSWER):
            self._presenter.answer(key.removeprefix(ANSWER))
        elif key == NEITHER:
            self._presenter.leave()
        else:
            self._presenter.choose(key.removeprefix(TICKET))

    def _changed(self) -> None:
        """A check that is done at once leaves the picture, whose frame locks on to the code."""
        if not isinstance(self._presenter.state, Waiting):
            for dialogue in self._dialogues:
                dialogue.close()  # a code came instead, or another guest with one
        if self._presenter.busy:
            self.preview.set_locked(locked=True)
            self._checking.start()
        else:
            self._checking.stop()
            self.refresh()

    def tick(self) -> None:
        """Move what moves by itself."""
        for dialogue in self._dialogues:
            dialogue.tick()
        self.wishes.tick(self._presenter.state)
        self._page.set_time_left(self._presenter.share_of_time_left)

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    @property
    def _scale(self) -> Scale:
        return Scale(self.width(), self.height(), self.wishes.larger)

    def _arrange(self) -> None:
        """Take the distances of the screen; easier ones are in reach of who sits."""
        scale, low = self._scale, self.wishes.easier and self.height() > self.width()
        self._presenter.timing = self._usual.stretched(self.wishes.patience)
        self.setStyleSheet(style_sheet(scale))
        edge, above = scale.px(Space.LARGE), scale.px(Space.MEDIUM)
        top = round(self.height() * OUT_OF_REACH) if low else above
        self._whole.setContentsMargins(edge, top, edge, above if low else edge)
        self._whole.setSpacing(above)
        way = QBoxLayout.Direction
        self._whole.setDirection(way.BottomToTop if low else way.TopToBottom)
        self._attract.resize_to(scale)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_hint(self._hint)
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect what a scanner types; there is no field that could lose its focus."""
        if event.timestamp() - self._last_key > STRAY_MS:
            self._keys = ""  # a stray key of long ago is no part of this code
        self._last_key = event.timestamp()
        text = event.text()
        if self._dialogue and event.key() in DIALOGUE_KEYS:
            self._press(DIALOGUE_KEYS[Qt.Key(event.key())])
        elif self._dialogue:
            self._type(DELETE if event.key() == Qt.Key.Key_Backspace else text)
        elif do := self._commands.get(Qt.Key(event.key())):
            do()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys, self._keys = self._keys, ""
            if keys.strip():
                self.typed.emit(keys)
        elif isinstance(self._presenter.state, Asked) and text.casefold() in {"y", "n"}:
            self._presenter.answer(text.casefold() == "y")
        elif text and text.isprintable():
            self._keys += text

    def _leave(self) -> None:
        self._keys = ""
        self._presenter.leave()

    def _open_find_me(self) -> None:
        if isinstance(self._presenter.state, Waiting):
            self.find_me.open()

    @property
    def _dialogue(self) -> KeyDialogue | None:
        return next((one for one in self._dialogues if one.is_open), None)

    def _type(self, key: str) -> None:
        if dialogue := self._dialogue:
            dialogue.type(key)

    def _press(self, key: str) -> None:
        if dialogue := self._dialogue:
            dialogue.press(key)
