"""The face of a station, with everything that its keys and buttons open.

Only one is imported: a station has one face, and starts sooner without the other.
"""

from typing import TYPE_CHECKING

from kiosk.settings import Face
from kiosk.ui.clerk import Clerk

if TYPE_CHECKING:
    from kiosk.composition.kiosk import Kiosk
    from kiosk.ui.screens.front_desk import FrontDesk
    from kiosk.ui.screens.self_service import SelfService
    from kiosk.ui.window import Window


def face_of(kiosk: "Kiosk") -> "FrontDesk | SelfService":
    """The face that the station's settings ask for."""
    return self_service(kiosk) if kiosk.settings.screen.face is Face.SELF else front_desk(kiosk)


def self_service(kiosk: "Kiosk") -> "SelfService":
    """What attendees see."""
    from kiosk.services.finding_me import FindMe  # noqa: PLC0415
    from kiosk.services.tries import Tries  # noqa: PLC0415
    from kiosk.ui.screens.find_me import FindMeDialogue  # noqa: PLC0415
    from kiosk.ui.screens.leaving import LeavingDialogue  # noqa: PLC0415
    from kiosk.ui.screens.self_service import SelfService  # noqa: PLC0415
    from kiosk.ui.timing import Idle  # noqa: PLC0415

    screen, clock = kiosk.settings.screen, kiosk.clock
    reception, bridge, idle = kiosk.reception, kiosk.bridge, Idle(clock.monotonic)
    find_me = FindMeDialogue(FindMe(Tries(clock)), reception, bridge, idle, screen.help_desk)
    leaving = LeavingDialogue(reception, bridge, idle)
    leaving.left.connect(kiosk.app.quit)
    for dialogue in (find_me, leaving):
        dialogue.broke.connect(kiosk.report)
    mirror = kiosk.settings.camera.mirror
    return SelfService(
        kiosk.presenter,
        kiosk.languages,
        find_me,
        leaving,
        mirror=mirror,
        help_desk=screen.help_desk,
    )


def lock_down(window: "Window") -> None:
    """A public screen is closed by staff alone."""
    from kiosk.ui.screens.self_service import SelfService  # noqa: PLC0415

    assert isinstance(window.face, SelfService), "a desk closes as any window"
    window.locked = True
    window.asked_to_leave.connect(window.face.leaving.open)


def front_desk(kiosk: "Kiosk") -> "FrontDesk":
    """What staff see."""
    from kiosk.composition.import_process import ImportProcess  # noqa: PLC0415
    from kiosk.composition.paper_desk import PapersInFolder  # noqa: PLC0415
    from kiosk.composition.print_desk import StationPrintDesk  # noqa: PLC0415
    from kiosk.services.badge_words import WordsOfTicket  # noqa: PLC0415
    from kiosk.ui.screens.desk_printing import DeskPrinting  # noqa: PLC0415
    from kiosk.ui.screens.front_desk import FrontDesk  # noqa: PLC0415
    from kiosk.ui.screens.list_forms import ListForms  # noqa: PLC0415
    from kiosk.ui.screens.paper_forms import PaperForms, show_file  # noqa: PLC0415
    from kiosk.ui.screens.trail_form import TrailForm  # noqa: PLC0415

    folder, settings, languages = kiosk.folder, kiosk.settings, kiosk.languages
    clerk = Clerk(kiosk.reception, kiosk.bridge)
    clerk.broke.connect(kiosk.report)
    desk = FrontDesk(kiosk.presenter, clerk, languages, settings.station.called)
    lists = ListForms(desk.host, ImportProcess(folder, settings), languages)
    papers = PapersInFolder(folder, settings)
    sheets = PaperForms(desk.host, papers, languages, lambda: desk.shown_event, show_file)
    story = TrailForm(desk.host, languages, lambda: desk.shown_event)
    words = WordsOfTicket(kiosk.keys)
    kiosk.print_desk = StationPrintDesk(
        settings, folder.settings, kiosk.records, words, kiosk.print_badges
    )
    badges = DeskPrinting(desk.host, kiosk.print_desk, languages)
    for forms in (lists, sheets, story, badges):
        forms.setParent(desk)  # it keeps them
    desk.keys.bind((("Ctrl+J", story.show), ("Ctrl+O", lists.choose), ("Ctrl+S", sheets.show)))
    desk.keys.bind((("Ctrl+B", badges.badge), ("Ctrl+Q", badges.queue), ("Ctrl+K", badges.designs)))
    kiosk.bridge.stands.connect(badges.set_stands)
    kiosk.bridge.printer_lamp.connect(desk.set_printer_lamp)
    kiosk.bridge.sync_status.connect(desk.lamps.set_sync)
    return desk
