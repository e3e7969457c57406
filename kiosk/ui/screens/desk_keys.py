"""The front desk's keys: what each does, and the page that says so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.ui.widgets.form import FieldKind, Form, FormField

if TYPE_CHECKING:  # it binds these keys
    from kiosk.ui.screens.front_desk import FrontDesk

Commands = tuple[tuple[str, Callable[[], None]], ...]
"""Key sequences, and what each does."""


class DeskKeys(QObject):
    """Lets the keys work from anywhere in the window, the text fields included."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self._window = window
        self._sequences: set[QKeySequence] = set()
        self.bind(commands)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "windows need one"
        app.focusChanged.connect(self._follow)

    def bind(self, commands: Commands) -> None:
        """Let these keys work too."""
        for keys, do in commands:
            self._sequences.add(QKeySequence(keys))
            QShortcut(QKeySequence(keys), self._window).activated.connect(do)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit):
            now.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """A text field's own keys (on X11 Ctrl+E is the end of the line) give way to the desk's."""
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        assert isinstance(event, QKeyEvent)
        if event.matches(QKeySequence.StandardKey.Undo):
            return False
        if QKeySequence(event.keyCombination()) not in self._sequences:
            return False
        event.ignore()
        return True


def commands(desk: "FrontDesk") -> Commands:
    """What the desk's keys do."""
    options, forms, parties = desk.options, desk.forms, desk.parties
    return (
        ("Ctrl+Z", lambda: options.choose("undo")),
        ("Ctrl+R", lambda: options.choose("reprint")),
        ("Ctrl+F", lambda: options.choose("force")),
        ("Ctrl+N", forms.walk_in),
        ("Ctrl+E", forms.correct),
        ("Ctrl+T", forms.change_ticket),
        ("Ctrl+H", forms.hand_out),
        ("Ctrl+P", forms.proxy),
        ("Ctrl+G", parties.group),
        ("Ctrl+M", parties.merge),
        ("Ctrl+I", options.sign_in),
        ("Ctrl+L", desk.languages.toggle),
        ("F1", lambda: desk.host.show(keys_form(), lambda _: desk.host.close())),
        ("Esc", desk.escape),
    )


def keys_form() -> Form:
    """The page of help that F1 brings."""
    translate = QCoreApplication.translate
    said = (
        ("/", translate("Keys", "find by name, pinyin, company, phone, number")),
        ("Enter", translate("Keys", "check in whom you found")),
        ("Esc", translate("Keys", "next guest")),
        ("Ctrl+Z", translate("Keys", "take the check-in back")),
        ("Ctrl+R", translate("Keys", "print the badge again")),
        ("Ctrl+F", translate("Keys", "let in with a supervisor's PIN")),
        ("Ctrl+N", translate("Keys", "register a walk-in")),
        ("Ctrl+E", translate("Keys", "correct or hand on")),
        ("Ctrl+T", translate("Keys", "category, cancel")),
        ("Ctrl+H", translate("Keys", "hand out: headset, gift")),
        ("Ctrl+G", translate("Keys", "check the group in")),
        ("Ctrl+M", translate("Keys", "merge two tickets")),
        ("Ctrl+P", translate("Keys", "badge collected by somebody else")),
        ("Ctrl+J", translate("Keys", "what happened; take back")),
        ("Ctrl+B", translate("Keys", "badge: look, edit, print")),
        ("Ctrl+Q", translate("Keys", "printers, waiting badges")),
        ("Ctrl+K", translate("Keys", "badge design, test page")),
        ("Ctrl+O", translate("Keys", "import a list")),
        ("Ctrl+S", translate("Keys", "who came; lists and sheets")),
        ("Ctrl+U", translate("Keys", "check-ins on a stick")),
        ("Ctrl+D", translate("Keys", "how this station is")),
        ("Ctrl+,", translate("Keys", "settings")),
        ("Ctrl+I", translate("Keys", "sign in")),
        ("Ctrl+L", "中文 / English"),
    )
    fields = tuple(
        FormField("", "", f"<b>{keys}</b>\u2003{words}", FieldKind.LINE) for keys, words in said
    )
    return Form(translate("Keys", "Keys"), fields, translate("Keys", "Back (Enter)"), columns=2)
