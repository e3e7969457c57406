"""The face of a station, with everything that its keys and buttons open.

Only one is imported: a station has one face, and starts sooner without the other.
"""

from functools import partial
from typing import TYPE_CHECKING, Final

from kiosk.settings import Face
from kiosk.ui.clerk import Clerk

if TYPE_CHECKING:
    from kiosk.composition.kiosk import Kiosk
    from kiosk.ui.screens.door import Door
    from kiosk.ui.screens.front_desk import FrontDesk
    from kiosk.ui.screens.self_service import SelfService
    from kiosk.ui.window import Window


RESTART: Final = 75
"""The window's own exit code for "start me again" (EX_TEMPFAIL)."""


def face_of(kiosk: "Kiosk") -> "FrontDesk | SelfService | Door":
    """The face that the station's settings ask for."""
    match kiosk.settings.screen.face:
        case Face.SELF:
            return self_service(kiosk)
        case Face.DOOR:
            return door(kiosk)
        case Face.DESK:
            return front_desk(kiosk)


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
    finding = FindMe(Tries(clock), kiosk.keys.digest)
    find_me = FindMeDialogue(finding, reception, bridge, idle, screen.help_desk)
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


def door(kiosk: "Kiosk") -> "Door":
    """What a session's door shows."""
    from kiosk.ui.screens.door import Door  # noqa: PLC0415

    return Door(kiosk.presenter, kiosk.reception, kiosk.bridge, kiosk.languages)


def lock_down(window: "Window") -> None:
    """A public screen is closed by staff alone."""
    from kiosk.ui.screens.self_service import SelfService  # noqa: PLC0415

    assert isinstance(window.face, SelfService), "a desk closes as any window"
    window.locked = True
    window.asked_to_leave.connect(window.face.leaving.open)


def front_desk(kiosk: "Kiosk") -> "FrontDesk":
    """What staff see."""
    from kiosk.composition.care_desk import StationCare  # noqa: PLC0415
    from kiosk.composition.import_process import ImportProcess  # noqa: PLC0415
    from kiosk.composition.paper_desk import PapersInFolder  # noqa: PLC0415
    from kiosk.composition.print_desk import StationPrintDesk  # noqa: PLC0415
    from kiosk.composition.setting_up import StationSetUp  # noqa: PLC0415
    from kiosk.services.badge_words import WordsOfTicket  # noqa: PLC0415
    from kiosk.ui.screens.care_forms import CareForms  # noqa: PLC0415
    from kiosk.ui.screens.desk_printing import DeskPrinting  # noqa: PLC0415
    from kiosk.ui.screens.front_desk import FrontDesk  # noqa: PLC0415
    from kiosk.ui.screens.list_forms import ListForms  # noqa: PLC0415
    from kiosk.ui.screens.paper_forms import PaperForms, show_file  # noqa: PLC0415
    from kiosk.ui.screens.setting_forms import SettingForms  # noqa: PLC0415
    from kiosk.ui.screens.trail_form import TrailForm  # noqa: PLC0415

    folder, settings, languages = kiosk.folder, kiosk.settings, kiosk.languages
    clerk = Clerk(kiosk.reception, kiosk.bridge)
    clerk.broke.connect(kiosk.report)
    desk = FrontDesk(kiosk.presenter, clerk, languages, settings.station.called)
    lists = ListForms(desk.host, ImportProcess(folder, settings), languages)
    papers = PapersInFolder(folder, settings)
    sheets = PaperForms(desk.host, papers, languages, lambda: desk.shown_event, show_file)
    story = TrailForm(desk.host, languages, lambda: desk.shown_event)
    care = CareForms(desk.host, StationCare(folder, settings), languages)
    restart = partial(kiosk.app.quit, RESTART)
    set_up = SettingForms(desk.host, StationSetUp(folder, settings), languages, restart)
    words = WordsOfTicket(kiosk.keys)
    kiosk.print_desk = StationPrintDesk(
        settings, folder.settings, kiosk.records, words, kiosk.print_badges
    )
    badges = DeskPrinting(desk.host, kiosk.print_desk, languages)
    for forms in (lists, sheets, story, care, set_up, badges):
        forms.setParent(desk)  # it keeps them
    desk.keys.bind(
        (
            ("Ctrl+B", badges.badge),
            ("Ctrl+D", care.examine),
            ("Ctrl+J", story.show),
            ("Ctrl+K", badges.designs),
            ("Ctrl+O", lists.choose),
            ("Ctrl+Q", badges.queue),
            ("Ctrl+S", sheets.show),
            ("Ctrl+U", care.carry),
            ("Ctrl+,", set_up.show),
        )
    )
    kiosk.bridge.stands.connect(badges.set_stands)
    kiosk.bridge.printer_lamp.connect(desk.set_printer_lamp)
    kiosk.bridge.sync_status.connect(desk.lamps.set_sync)
    return desk
