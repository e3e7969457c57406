"""The front desk's keys: what each does, and the page that says so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.form import FieldKind, Form, FormField

if TYPE_CHECKING:  # it binds these keys
    from kiosk.ui.screens.front_desk import FrontDesk

Commands = tuple[tuple[str, Callable[[], None]], ...]
"""Key sequences, and what each does."""


def bind(window: QWidget, commands: Commands) -> None:
    """Let the keys work from anywhere in the window."""
    for keys, do in commands:
        QShortcut(QKeySequence(keys), window).activated.connect(do)


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
        ("/", translate("Keys", "search: name, pinyin, initials, company, phone, number")),
        ("Enter", translate("Keys", "in the search: check the chosen guest in")),
        ("Esc", translate("Keys", "next guest")),
        ("Ctrl+Z", translate("Keys", "take the check-in back")),
        ("Ctrl+R", translate("Keys", "print the badge again")),
        ("Ctrl+F", translate("Keys", "let in against the rules, with a supervisor's PIN")),
        ("Ctrl+N", translate("Keys", "register a guest who has no ticket")),
        ("Ctrl+E", translate("Keys", "correct the name, company or note; hand the ticket on")),
        ("Ctrl+T", translate("Keys", "change the category or cancel the ticket")),
        ("Ctrl+H", translate("Keys", "hand things out: headset, gift")),
        ("Ctrl+G", translate("Keys", "check the guest's group in")),
        ("Ctrl+M", translate("Keys", "make two tickets of one person one")),
        ("Ctrl+P", translate("Keys", "somebody else collects the badge")),
        ("Ctrl+B", translate("Keys", "look at the badge, edit it, print it")),
        ("Ctrl+J", translate("Keys", "printers and waiting badges")),
        ("Ctrl+K", translate("Keys", "badge designs, and a ruler to try a printer")),
        ("Ctrl+O", translate("Keys", "import a list")),
        ("Ctrl+I", translate("Keys", "sign in")),
        ("Ctrl+L", "中文 / English"),
    )
    fields = tuple(
        FormField("", "", f"<b>{keys}</b>\u2003{words}", FieldKind.LINE) for keys, words in said
    )
    return Form(translate("Keys", "Keys"), fields, translate("Keys", "Back (Enter)"))
