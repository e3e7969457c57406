"""A station's printers with the templates they print by, as its settings say."""

import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.composition.assets import FONTS, TEMPLATES
from kiosk.composition.data_folder import DataFolder
from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words
from kiosk.services.ports import BadgeDrawer, DrawnBadge, NameCheck, Printer
from kiosk.services.printer_pool import Stand
from kiosk.services.trouble import Misconfigured
from kiosk.settings import PrinterKind, PrinterSettings, Settings

if TYPE_CHECKING:
    from kiosk.badges.drawer import TemplateDrawer
    from kiosk.badges.template import Template


def badge_drawer(settings: Settings) -> BadgeDrawer:
    """The drawer for the first printer's template; loads fonts at its first badge.

    Raises:
        Misconfigured: the template does not exist or does not parse.
    """
    return ChosenDrawer(settings.printer.template)


def name_check(settings: Settings) -> NameCheck:
    """What the first printer's template would make of names.

    Raises:
        Misconfigured: the template does not exist or does not parse.
    """
    from kiosk.badges.name_room import NameRoom  # noqa: PLC0415  ReportLab after first paint

    return NameRoom(_template(settings.printer.template), FONTS)


def stands(folder: DataFolder, settings: Settings) -> tuple[Stand, ...]:
    """Every printer with its drawer, the first one first.

    Raises:
        Misconfigured: two have one name, or an address or a template cannot be used.
    """
    made = tuple(
        Stand(_printer(folder, chosen), ChosenDrawer(chosen.template), _ids(chosen.categories))
        for chosen in settings.printers
    )
    names = [stand.name for stand in made]
    if not made or len(set(names)) < len(names) or "" in names:
        raise Misconfigured(
            Words("打印机名称有误或重复。", "The printers' names are missing or not unlike."),
            Words(
                "请在设置的 [printer]、[second_printer]、[third_printer] 中各写一个不同的 name。",
                "Give each of [printer], [second_printer], [third_printer] a name of its own.",
            ),
        )
    return made


class ChosenDrawer:
    """Draws by a template that can be changed while a station runs; loads fonts when it draws.

    Two threads draw, for paper and for the screen; ReportLab's fonts belong to one at a time.
    """

    _one_at_a_time = threading.Lock()

    def __init__(self, template: str) -> None:
        self._drawer = _drawer(template)

    def choose(self, template: str) -> None:
        """Draw by another template from now on."""
        self._drawer = _drawer(template)

    def draw(self, words: BadgeWords) -> DrawnBadge:
        with self._one_at_a_time:
            return self._drawer.draw(words)

    def missing(self, text: str) -> tuple[str, ...]:
        with self._one_at_a_time:
            return self._drawer.missing(text)

    def ruler(self) -> DrawnBadge:
        with self._one_at_a_time:
            return self._drawer.ruler()


def _drawer(template: str) -> "TemplateDrawer":
    from kiosk.badges.drawer import TemplateDrawer  # noqa: PLC0415

    return TemplateDrawer(_template(template), FONTS)


def _template(chosen: str) -> "Template":
    from kiosk.badges.template_file import load_template  # noqa: PLC0415

    return load_template(Path(chosen) if chosen.endswith(".toml") else TEMPLATES / f"{chosen}.toml")


def _printer(folder: DataFolder, chosen: PrinterSettings) -> Printer:
    from kiosk.devices.printer_folder import FolderPrinter  # noqa: PLC0415
    from kiosk.devices.printer_ipp import IppPrinter  # noqa: PLC0415

    if chosen.kind is PrinterKind.IPP:
        return IppPrinter(chosen.name, chosen.uri)
    if chosen.kind is PrinterKind.WINDOWS:
        return _spooler_printer(chosen)
    return FolderPrinter(chosen.name, folder.path / chosen.folder)


def _spooler_printer(chosen: PrinterSettings) -> Printer:
    if sys.platform != "win32":
        raise Misconfigured(
            Words('kind = "windows" 只用于 Windows。', 'kind = "windows" is for Windows alone.'),
            Words(
                "在其他系统上请用 ipp：CUPS 的每个队列都有 ipp 地址。",
                "Use ipp elsewhere: each queue of CUPS has an ipp address.",
            ),
        )
    from kiosk.devices.printer_qt import to_queue  # noqa: PLC0415
    from kiosk.devices.printer_spooler import SpoolerPrinter  # noqa: PLC0415
    from kiosk.devices.winspool import WindowsSpooler  # noqa: PLC0415

    paint = partial(to_queue, chosen.uri)
    return SpoolerPrinter(chosen.name, WindowsSpooler(chosen.uri), paint)


def _ids(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(",") if word.strip())
