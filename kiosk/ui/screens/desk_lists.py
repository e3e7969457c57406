"""The front desk's right column: search with its hits, and the recent visits."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.event import Event
from kiosk.domain.journal import CheckedIn
from kiosk.services.lookup import Found, Visited
from kiosk.services.ports import Guest
from kiosk.ui.clerk import Clerk
from kiosk.ui.language import Languages
from kiosk.ui.phrases import found_by
from kiosk.ui.refusal_phrases import refusal
from kiosk.ui.theme import GOOD, QUIET, STOP, Scale, Space
from kiosk.ui.widgets.person_row import PersonRow


class DeskLists(QWidget):
    """`/` or a click begins a search, arrows choose, Enter checks in, Esc goes back."""

    admit = Signal(object)
    left = Signal()

    def __init__(self, clerk: Clerk, languages: Languages) -> None:
        super().__init__()
        self._clerk, self._languages = clerk, languages
        self._event: Event | None = None
        self._scale = Scale(1080, 1080)
        self._drawn: dict[str, object] = {}
        self._entered: str | None = None
        self.search_field = QLineEdit(clearButtonEnabled=True)
        self.search_field.textEdited.connect(clerk.search)
        self.search_field.installEventFilter(self)
        self.hits, self.recent = QListWidget(), QListWidget()
        for one in (self.hits, self.recent):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            one.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.hits.itemActivated.connect(self._admit_item)
        self.hits.itemClicked.connect(self._admit_item)
        self._search_title, self._recent_title = QLabel(), QLabel()
        self._nobody = QLabel(wordWrap=True)
        self._nobody.setProperty("role", "quiet")
        for title in (self._search_title, self._recent_title):
            title.setProperty("role", "heading")
        self._found_card, self._recent_card = QFrame(), QFrame()
        self._cards = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for card, widgets, stretch in (
            (
                self._found_card,
                (self._search_title, self.search_field, self._nobody, self.hits),
                0,
            ),
            (self._recent_card, (self._recent_title, self.recent), 1),
        ):
            card.setObjectName("card")
            column = QVBoxLayout(card)
            for widget in widgets:
                column.addWidget(widget)
            self._cards.append(column)
            whole.addWidget(card, stretch)
        self._whole = whole
        clerk.found_changed.connect(self._show_found)
        clerk.recent_changed.connect(self._show_recent)

    def set_event(self, event: Event) -> None:
        """The event whose categories and time zone are shown."""
        self._event = event

    @property
    def chosen(self) -> Guest | None:
        """The hit that is chosen, while a search stands."""
        row, found = self.hits.currentRow(), self._clerk.found
        return found[row].guest if self._clerk.query.strip() and 0 <= row < len(found) else None

    def clear(self) -> None:
        """Forget the search."""
        self.search_field.clear()
        self._clerk.search("")

    def refresh(self, scale: Scale) -> None:
        """Draw again."""
        self._scale = scale
        for column in self._cards:
            edge = scale.px(Space.MEDIUM)
            column.setContentsMargins(edge, edge, edge, edge)
            column.setSpacing(scale.px(Space.SMALL))
        self._whole.setSpacing(scale.px(Space.MEDIUM))
        self._search_title.setText(self.tr("Find a guest"))
        self._recent_title.setText(self.tr("Recent"))
        self.search_field.setPlaceholderText(self.tr("Name or phone"))
        self.search_field.setAccessibleName(self.tr("Find a guest"))
        self.hits.setAccessibleName(self.tr("Guests found"))
        self.recent.setAccessibleName(self.tr("Recent"))
        self._show_found()
        self._show_recent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the hits while the hands stay in the search field."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        row, last = self.hits.currentRow(), self.hits.count() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self.hits.setCurrentRow(min(last, row + 1))
            case Qt.Key.Key_Up:
                self.hits.setCurrentRow(max(0, row - 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._entered = self.search_field.text()
                self._admit_entered()
            case _:
                return False
        return True

    def _admit_entered(self) -> None:
        """Admit the chosen hit of the query that was entered, once its hits are there.

        Until then the list still shows the hits of what was typed before.
        """
        if self._entered is None or self._entered != self._clerk.query:
            return
        self._entered, row = None, self.hits.currentRow()
        if self._clerk.found and row >= 0:
            self._admit_item(self.hits.item(row))

    def _admit_item(self, item: QListWidgetItem) -> None:
        ticket = item.data(Qt.ItemDataRole.UserRole)
        assert isinstance(ticket, UUID)
        self.clear()
        self.left.emit()
        self.admit.emit(ticket)

    def _show_found(self) -> None:
        query = self._clerk.query.strip()
        found = self._clerk.found if query else ()
        self._nobody.setText(self.tr("Nobody found. Try one character less, or the company."))
        self._nobody.setVisible(bool(query) and not found)
        self.hits.setVisible(bool(found))
        self._whole.setStretch(0, 2 if found else 0)
        if not self._is_drawn("hits", found):
            self.hits.clear()
            for one in found:
                self._add(self.hits, self._hit(one), one.guest.ticket.id)
            if found:
                self.hits.setCurrentRow(0)
        self._admit_entered()

    def _show_recent(self) -> None:
        if self._is_drawn("recent", self._clerk.recent.visits):
            return
        self.recent.clear()
        for visit in self._clerk.recent.visits:
            self._add(self.recent, self._visit(visit), None)

    def _is_drawn(self, which: str, what: object) -> bool:
        """Whether a list shows just this; rows take longer to make than a check-in."""
        wanted = (what, self._scale, self._languages.now, self._event)
        drawn = self._drawn.get(which) == wanted
        self._drawn[which] = wanted
        return drawn

    def _add(self, to: QListWidget, row: PersonRow, ticket: UUID | None) -> None:
        item = QListWidgetItem()
        item.setSizeHint(QSize(10, row.sizeHint().height()))
        item.setData(Qt.ItemDataRole.UserRole, ticket)
        to.addItem(item)
        to.setItemWidget(item, row)

    def _hit(self, found: Found) -> PersonRow:
        person = found.guest.attendee
        state, colour = self.tr("not here yet"), QUIET
        if found.arrived_at:
            state, colour = (
                self.tr("in since %1").replace("%1", self._time(found.arrived_at)),
                GOOD.accent,
            )
        event, ticket = self._event, found.guest.ticket
        category = event.category(ticket.category) if event else None
        kind = (category.name.in_(self._languages.now), category.colour) if category else None
        why = found_by(found.why)
        return PersonRow(self._scale, person.name, person.company, state, colour, kind, why)

    def _visit(self, visit: Visited) -> PersonRow:
        name = visit.guest.attendee.name if visit.guest else self.tr("Not on the list")
        time = self._time(visit.at)
        if visit.undone:
            return PersonRow(self._scale, name, self.tr("undone"), time, QUIET)
        if isinstance(visit.what, CheckedIn):
            said = self.tr("admitted")
            if not visit.guest and self._event:
                category = self._event.category(visit.what.category)
                name = category.name.in_(self._languages.now) if category else name
            return PersonRow(self._scale, name, said, time, GOOD.accent)
        return PersonRow(self._scale, name, refusal(visit.what.reason).title, time, STOP.accent)

    def _time(self, at: object) -> str:
        zone = self._event.zone if self._event else None
        return f"{at.astimezone(zone):%H:%M}"  # type: ignore[attr-defined]
