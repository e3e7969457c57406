"""One window with everything behind it: records, printing, camera.

The window paints first; OpenCV, SQLModel and ReportLab (most of a second together) are
imported afterwards, each on the thread that needs it.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from kiosk.composition.assets import SOUNDS, WORDS
from kiosk.composition.bug_report import report_bug
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.faces import face_of, lock_down
from kiosk.composition.late_staff import LateStaff
from kiosk.composition.threads import PrintBadges
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.keys.station import StationKeys
from kiosk.names.saying import said
from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import Clock, PrinterLamp, Speaker
from kiosk.services.printer_pool import StandLamp, one_lamp
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.scanning import Scanning
from kiosk.services.shift import Shift
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable
from kiosk.services.weighing import Terms
from kiosk.settings import Face, KeyLayout, Settings
from kiosk.ui.application import Application
from kiosk.ui.bridge import Bridge
from kiosk.ui.key_texts import own_text, us_text
from kiosk.ui.keys_before_input_method import keys_before_input_method
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.scanner_keys import ScannerKeys
from kiosk.ui.sounding import Sounding
from kiosk.ui.timing import Timing
from kiosk.ui.window import Window
from kiosk.workers import BACK_OFF, Job, SingleThread, Worker

if TYPE_CHECKING:
    from kiosk.composition.print_desk import StationPrintDesk

DESK_SECONDS = 600.0
"""A clerk's result stays until the next guest, ten minutes at most."""
DOOR_SECONDS, DOOR_REFUSAL_SECONDS = 1.5, 5.0
"""The next guest's code takes the screen sooner; a refusal is read by guest and staff."""
EVENT_RETRY_MS = 2000
KEY_TEXTS = {KeyLayout.US: us_text, KeyLayout.COMPUTER: own_text}
EXPECTED = (Unavailable, Misconfigured)


class Kiosk:
    """A station with its window; `camera` and time are driven by whoever runs it."""

    def __init__(
        self,
        app: Application,
        folder: DataFolder,
        settings: Settings,
        keys: StationKeys,
        clock: Clock,
    ) -> None:
        self.app = app
        self.folder, self.settings, self.keys, self.clock = folder, settings, keys, clock
        self.bridge = Bridge()
        self.print_desk: StationPrintDesk | None = None
        self.languages = Languages(app.qt, WORDS, settings.screen.language)
        self.records: SingleThread[Records] = SingleThread(
            "records", self._open_records, _close_records
        )
        self.print_badges = PrintBadges(self._make_printing, self._lamps_seen)
        self.reception = Reception(
            self.records,
            keys,
            clock,
            settings.station.checkpoint,
            self.print_badges.wake,
            Terms(settings.station.direction, settings.screen.face is Face.DESK),
            Shift(LateStaff(folder.staff), clock),
            settings.station.free_reprints,
        )
        self.scanning = Scanning(settings.camera.rearm_seconds)
        self.presenter = Presenter(self.reception, self.bridge, clock, _timing(settings))
        self.window = Window(face_of(self), self.presenter, self.bridge, self.languages)
        self.sounding = Sounding(self.presenter, self._speaker())
        self.scanner = ScannerKeys(self.window, KEY_TEXTS[settings.scanner.layout])
        self.scanner.scanned.connect(self._scanned)
        self.before_input_method = keys_before_input_method(app.qt)
        self.bridge.code_typed.connect(self._scanned)
        self.printing = self.worker("printing", self.print_badges, self._printing_trouble)
        self.presenter.not_taken.connect(self.scanning.release)
        self.presenter.turned_away.connect(self.scanning.refused)
        self.bridge.bug.connect(self.report)
        self.presenter.broke.connect(self.report)

    def show(self) -> None:
        """Put the window up: what guests see takes the whole screen, the desk a window."""
        face = self.settings.screen.face
        if face is Face.SELF:
            lock_down(self.window)
        if face is Face.DESK:
            self.window.resize(1600, 900)
            self.window.showMaximized()
        else:
            self.window.showFullScreen()
        self.window.face.setFocus()

    def load_event(self) -> None:
        """Open the records and show the event's name; trouble is shown instead."""
        self.bridge.when_done(self.reception.event(), self._event_loaded)

    def stop(self) -> None:
        """Finish what is being written and printed, then close everything."""
        self.print_badges.wake()
        self.printing.stop()
        if self.print_desk:
            self.print_desk.stop()
        self.records.stop()

    def worker(
        self,
        name: str,
        job: Job,
        on_trouble: Callable[[Exception | None], None],
        back_off: tuple[float, float] = BACK_OFF,
    ) -> Worker:
        """A worker whose bugs reach the window."""
        return Worker(name, job, EXPECTED, on_trouble, self.bridge.bug.emit, back_off)

    def _lamps_seen(self, lamps: tuple[StandLamp, ...]) -> None:
        self.bridge.printer_lamp.emit(one_lamp(lamps))
        self.bridge.stands.emit(lamps)

    def _speaker(self) -> Speaker:
        from kiosk.devices.speakers import Silence, speaker_for  # noqa: PLC0415

        return speaker_for(SOUNDS) if self.settings.sound.play else Silence()

    def _open_records(self) -> Records:
        from kiosk.composition.station import open_records  # noqa: PLC0415  after first paint

        return open_records(self.folder, self.settings, self.clock, self.keys)

    def _make_printing(self) -> BadgePrinting:
        from kiosk.composition.printing import stands  # noqa: PLC0415

        return BadgePrinting(
            self.records,
            WordsOfTicket(self.keys),
            stands(self.folder, self.settings),
            self.clock,
            self.bridge.badge_moved.emit,
        )

    def _event_loaded(self, done: "Future[Event]") -> None:
        error = done.exception()
        if error is None:
            event = done.result()
            self.scanning.expect(event.code_patterns)
            self.window.face.set_event(event)
            self.window.show_face()
            # the pinyin library takes a tenth of a second, which the first guest shall not wait
            self.reception.looking(lambda _roster: said("王"))
        elif isinstance(error, Trouble):
            # a list may be imported beside the window; the door opens when it is there
            self.window.show_trouble(error)
            self.app.later(EVENT_RETRY_MS, self.load_event)
        else:
            self.report(error)

    def _scanned(self, text: str) -> None:
        """From a scanner; a camera beside it may have read the same ticket a moment ago."""
        if self.presenter.closed:  # a camera may take it once the door is open
            return
        counts = self.scanning.typed(text, self.clock.monotonic())
        if counts or not self.presenter.is_about(text):
            self.presenter.type_code(text)

    def _printing_trouble(self, trouble: Exception | None) -> None:
        """A template or printer that cannot be used is told by the printer's lamp."""
        if isinstance(trouble, Trouble):
            words = Words(
                f"{trouble.title.zh}{trouble.advice.zh}", f"{trouble.title.en} {trouble.advice.en}"
            )
            self.bridge.printer_lamp.emit(PrinterLamp(ready=False, words=words))

    def report(self, bug: BaseException) -> None:
        """Write a bug down, and close the door: nobody knows what it broke."""
        report_bug(bug, self.folder.logs)
        self.window.show_out_of_order()


def _close_records(records: Records) -> None:
    from kiosk.composition.station import close_records  # noqa: PLC0415

    close_records(records)


def _timing(settings: Settings) -> Timing:
    if settings.screen.face is Face.DOOR:
        return Timing(DOOR_SECONDS, DOOR_REFUSAL_SECONDS, DOOR_REFUSAL_SECONDS)
    if settings.screen.face is Face.DESK:
        return Timing(DESK_SECONDS, DESK_SECONDS, DESK_SECONDS)
    return Timing(settings.screen.welcome_seconds, settings.screen.refusal_seconds)
