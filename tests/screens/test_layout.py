"""Every screen, every state, both languages, five sizes: nothing cut off, nothing overlapping."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import DEMO, FONTS
from kiosk.composition.demo import read_queue
from kiosk.composition.screens import gallery_window
from kiosk.domain.event import Event
from kiosk.domain.words import Language
from kiosk.lists.event_file import parse_event
from kiosk.services.ports import Frame
from kiosk.settings import Face
from kiosk.ui.application import Application
from kiosk.ui.gallery import exhibits
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.window import Window

SIZES = {
    Face.SELF: [(1080, 1920), (1920, 1080), (800, 600), (2160, 3840), (1280, 800)],
    Face.DOOR: [(1920, 1080), (1080, 1920), (800, 600)],
    Face.DESK: [(1366, 768), (1920, 1080), (1280, 720), (3840, 2160), (1600, 1200)],
}
CASES = [(face, size, language) for face in Face for size in SIZES[face] for language in Language]
LEAST_TOUCH = 60 / 1080
"""Share of the shorter side: 15 mm on a 27-inch portrait screen (336 mm wide)."""


@pytest.fixture(scope="module")
def event() -> Event:
    return parse_event((DEMO / "event.toml").read_text(encoding="utf-8"))


def black_frame() -> Frame:
    return Frame(memoryview(bytes(160 * 90 * 3)), 160, 90, 0, 0.0)


def seen(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.width() > 0:
            yield widget


def text_rectangle(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def rich_height(label: QLabel) -> float:
    """In pixels: what the marked-up text needs at the label's width, or more where it cannot."""
    page = QTextDocument()
    page.setDefaultFont(label.font())
    page.setDocumentMargin(0)
    page.setHtml(label.text())
    page.setTextWidth(label.contentsRect().width())
    fits = page.idealWidth() <= label.contentsRect().width()
    return page.size().height() if fits else float("inf")


def cut_off(widget: QWidget) -> str:
    """The text that does not fit its widget; empty where all is well."""
    room, metrics = widget.contentsRect(), QFontMetrics(widget.font())
    match widget:
        case FittedLabel():
            return "" if widget.fits else widget.text
        case QPushButton():
            wide = metrics.horizontalAdvance(widget.text().replace("&", ""))
            return widget.text() if wide > room.width() else ""
        case QLabel() if "<b>" in widget.text():
            return "" if rich_height(widget) <= room.height() else widget.text()
        case QLabel() if widget.text():
            flags = Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.AlignmentFlag.AlignLeft
            needed = metrics.boundingRect(QRect(0, 0, room.width(), 9999), flags, widget.text())
            fits = needed.width() <= room.width() and needed.height() <= room.height()
            return "" if fits else widget.text()
        case QLineEdit():
            hint = widget.placeholderText()
            return hint if metrics.horizontalAdvance(hint) > room.width() else ""
        case _:
            return ""


def problems(window: Window) -> list[str]:
    whole = window.rect()
    found, texts = [], []
    for widget in seen(window):
        if text := cut_off(widget):
            found.append(f"cut off: {text!r} in {widget.width()}x{widget.height()}")
        if isinstance(widget, FittedLabel | QLabel | QPushButton | QLineEdit):
            area = text_rectangle(widget, window)
            if not in_a_list(widget) and not whole.contains(area):
                found.append(f"outside the window: {widget.accessibleName() or widget}")
            texts.append((widget, area))
    for place, (one, area) in enumerate(texts):
        for other, its_area in texts[place + 1 :]:
            apart = not (one.isAncestorOf(other) or other.isAncestorOf(one))
            listed = in_a_list(one) or in_a_list(other)
            touching = area.adjusted(1, 1, -1, -1).intersects(its_area.adjusted(1, 1, -1, -1))
            if apart and touching and not listed:
                found.append(f"overlap: {name(one)!r} and {name(other)!r}")
    return found


def in_a_list(widget: QWidget) -> bool:
    """Whether it scrolls inside a list, where rows below the edge are normal."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False


def name(widget: QWidget) -> str:
    text = getattr(widget, "text", "")
    return str(text() if callable(text) else text)


@pytest.mark.parametrize(("face", "size", "language"), CASES)
def test_no_text_is_cut_off_or_covered(
    qtbot: QtBot, event: Event, face: Face, size: tuple[int, int], language: Language
) -> None:
    app = Application(FONTS)
    at = read_queue(DEMO / "queue.json").starts + timedelta(minutes=12)
    window = gallery_window(app, face, language, at)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    found = {}
    for exhibit in exhibits(event, at, black_frame(), type(window.face)):
        window.show_face()
        exhibit.arrange(window)
        app.turn()
        if wrong := problems(window):
            found[exhibit.name] = wrong
    assert (window.width(), window.height()) == size
    shown = " ".join(name(widget) for widget in seen(window))
    assert any(word in shown for word in ("Back", "Scan", "inside", "Full")) == (
        language is Language.EN
    )
    assert found == {}


@pytest.mark.parametrize("size", SIZES[Face.SELF])
def test_every_button_of_self_service_is_large_enough_to_touch(
    qtbot: QtBot, event: Event, size: tuple[int, int]
) -> None:
    app = Application(FONTS)
    at = read_queue(DEMO / "queue.json").starts
    window = gallery_window(app, Face.SELF, Language.EN, at)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    least = LEAST_TOUCH * min(size)
    for exhibit in exhibits(event, at, black_frame(), type(window.face)):
        window.show_face()
        exhibit.arrange(window)
        app.turn()
        for widget in seen(window):
            if isinstance(widget, QPushButton):
                assert widget.height() >= least, (exhibit.name, widget.text())
                assert widget.width() >= least, (exhibit.name, widget.text())


def test_a_refused_guest_is_not_named_on_the_public_screen(qtbot: QtBot, event: Event) -> None:
    app = Application(FONTS)
    at = read_queue(DEMO / "queue.json").starts
    window = gallery_window(app, Face.SELF, Language.ZH, at)
    qtbot.addWidget(window)
    window.resize(1080, 1920)
    window.show()
    for exhibit in exhibits(event, at, black_frame(), type(window.face)):
        window.show_face()
        exhibit.arrange(window)
        shown = " ".join(name(w) for w in seen(window) if isinstance(w, FittedLabel))
        assert ("王晓明" in shown) == exhibit.name.startswith("welcome-badge"), exhibit.name
