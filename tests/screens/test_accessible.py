"""Whoever cannot see the screen is told what is on it: every control and text has a name."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import DEMO, FONTS
from kiosk.composition.demo import read_queue
from kiosk.composition.screens import gallery_window
from kiosk.domain.words import Language
from kiosk.lists.event_file import parse_event
from kiosk.settings import Face
from kiosk.ui.application import Application
from kiosk.ui.gallery import exhibits
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.preview import Preview
from kiosk.ui.widgets.symbol import Symbol
from tests.screens.test_layout import black_frame

NAMED = (
    QAbstractItemView, QCheckBox, QComboBox, QLineEdit, QPushButton, FittedLabel, Preview, Symbol,
)  # fmt: skip


def name(widget: QWidget) -> str:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("face", list(Face))
def test_everything_on_every_screen_has_a_name(
    qtbot: QtBot, face: Face, language: Language
) -> None:
    app = Application(FONTS)
    event = parse_event((DEMO / "event.toml").read_text(encoding="utf-8"))
    at = read_queue(DEMO / "queue.json").starts + timedelta(minutes=12)
    window = gallery_window(app, face, language, at)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    nameless = set()
    for exhibit in exhibits(event, at, black_frame(), type(window.face)):
        window.show_face()
        exhibit.arrange(window)
        app.turn()
        for widget in window.findChildren(QWidget):
            shown = widget.isVisible() and isinstance(widget, NAMED)
            empty = isinstance(widget, FittedLabel) and not widget.text
            if shown and not empty and not name(widget):
                nameless.add((exhibit.name, type(widget).__name__))
    assert nameless == set()
