"""A front desk on in-memory records, for tests that press its keys."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role, Staff
from kiosk.services.ports import Guest
from kiosk.services.records import Records
from kiosk.ui.bridge import Bridge
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.desk_keys import commands
from kiosk.ui.screens.front_desk import FrontDesk

T = TypeVar("T")


class OneBoss:
    """A staff book with one supervisor, whose PIN is 2468."""

    boss = Staff("Mei", Role.SUPERVISOR)

    def staff(self) -> tuple[Staff, ...]:
        return (self.boss,)

    def proven(self, name: str, pin: str) -> Staff | None:
        return self.boss if (name, pin) == ("Mei", "2468") else None


@dataclass(frozen=True)
class DeskAtWork:
    """The desk with what stands behind it."""

    qtbot: QtBot
    desk: FrontDesk
    presenter: Presenter
    bridge: Bridge
    records: Records

    def scan(self, text: str) -> None:
        """A scanner types a code, and the outcome is there."""
        self.presenter.type_code(text)
        self.settle()

    def settle(self) -> None:
        """Everything that was asked is answered and shown."""
        for _ in range(6):
            self.qtbot.wait(1)

    def press(self, keys: str) -> None:
        """A key of the desk, as its shortcut does it."""
        dict(commands(self.desk))[keys]()
        self.settle()

    def fill(self, said: dict[str, str]) -> None:
        """Write into the form's fields by their keys."""
        for key, text in said.items():
            widget = self.desk.host.card.widget(key)
            match widget:
                case QLineEdit():
                    widget.setText(text)
                case QComboBox():
                    widget.setCurrentIndex(widget.findData(text))
                case QCheckBox():
                    widget.setChecked(text == "yes")
                case _:
                    raise AssertionError(f"no field {key}")

    def enter(self) -> None:
        """Enter in the form's first field, or on its button."""
        card = self.desk.host.card
        QTest.keyClick(card.first, Qt.Key.Key_Return)
        self.settle()

    def pin(self, key: str, pin: str) -> None:
        """Somebody of the shift, chosen by a key, shows who they are."""
        assert self.desk.options.digit(key)
        self.desk.options.pin.enter(pin)
        self.settle()

    def guest(self, number: str) -> Guest:
        """The guest with this number now."""
        found = self.records.roster.by_number(number)
        assert found is not None
        return found

    def facts(self, kind: type[T]) -> list[T]:
        """What was recorded of this kind."""
        return [f.what for f in self.records.journal.facts() if isinstance(f.what, kind)]

    def said(self) -> str:
        """The remark on the card."""
        asking = self.desk.options.asking
        return asking[0] if asking else ""
