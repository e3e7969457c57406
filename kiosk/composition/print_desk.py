"""The print desk of a running station: previews on a thread of their own, choices kept."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from kiosk.composition.assets import TEMPLATES
from kiosk.composition.printing import ChosenDrawer
from kiosk.domain.attendee import Attendee, Detail
from kiosk.domain.badge import BadgeWords, badge_words
from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.print_desk import BadgeLook
from kiosk.services.records import Records, RecordsThread
from kiosk.settings import PrinterSettings, Settings
from kiosk.settings.writing import change_settings
from kiosk.workers import SingleThread

if TYPE_CHECKING:
    from kiosk.composition.threads import PrintBadges

_DPI: Final = 110
_SAMPLE: Final = Attendee(UUID(int=0), "", "欧阳文静", "Ouyang Wenjing", "渝江智行科技有限公司", "")
SECTIONS: Final = ("printer", "second_printer", "third_printer")


class StationPrintDesk:
    """Implements `PrintDesk`.

    Args:
        settings: name the printers and their templates.
        page: the settings file that keeps a choice.
        records: know the guests.
        words: make badge words of them.
        print_badges: the printing thread's job.
    """

    def __init__(
        self,
        settings: Settings,
        page: Path,
        records: RecordsThread,
        words: WordsOfTicket,
        print_badges: "PrintBadges",
    ) -> None:
        self._page, self._records, self._words = page, records, words
        self._print_badges = print_badges
        every = {section: getattr(settings, section) for section in SECTIONS}
        named: dict[str, tuple[str, PrinterSettings]] = {
            chosen.name: (section, chosen)
            for section, chosen in every.items()
            if chosen in settings.printers
        }
        self._sections = {name: section for name, (section, _) in named.items()}
        self._chosen = {name: chosen.template for name, (_, chosen) in named.items()}
        self._previews: SingleThread[dict[str, ChosenDrawer]] = SingleThread(
            "previews", dict, lambda _: None
        )

    def templates(self) -> tuple[str, ...]:
        shipped = sorted(path.stem for path in TEMPLATES.glob("*.toml"))
        return tuple(dict.fromkeys([*shipped, *self._chosen.values()]))

    def template_of(self, printer: str) -> str:
        return self._chosen[printer]

    def look(
        self, ticket: UUID | None, said: Mapping[Detail, str], template: str
    ) -> "Future[BadgeLook | None]":
        wanted = template or next(iter(self._chosen.values()))

        def draw(drawers: dict[str, ChosenDrawer]) -> BadgeLook | None:
            words = self._records.ask(lambda r: self._words_for(r, ticket, said)).result()
            if words is None:
                return None
            from kiosk.badges.picture import png  # noqa: PLC0415  pypdfium2 after first paint

            if wanted not in drawers:
                drawers[wanted] = ChosenDrawer(wanted)
            drawn = drawers[wanted].draw(words)
            return BadgeLook(png(drawn.pdf, _DPI), drawn.missing, drawn.overflowing)

        return self._previews.ask(draw)

    def choose(self, printer: str, template: str) -> None:
        change_settings(self._page, {(self._sections[printer], "template"): template})
        self._chosen[printer] = template
        self._print_badges.wish(partial(_choose, printer, template))

    def cancel(self, job: UUID) -> None:
        self._print_badges.wish(lambda printing: printing.cancel(job))

    def print_ruler(self, printer: str) -> None:
        self._print_badges.wish(lambda printing: printing.print_ruler(printer))

    def stop(self) -> None:
        """Draw no more."""
        self._previews.stop()

    def _words_for(
        self, records: Records, ticket: UUID | None, said: Mapping[Detail, str]
    ) -> BadgeWords | None:
        if ticket:
            return self._words.find(records, ticket, said)
        event = records.roster.event()
        who = replace(_SAMPLE, title=said.get(Detail.TITLE, ""))
        return badge_words(event, event.categories[0], who, who.id, "A-00317", "K7Q4XM2PD9")


def _choose(printer: str, template: str, printing: BadgePrinting) -> None:
    for stand in printing.stands:
        if stand.name == printer and isinstance(stand.drawer, ChosenDrawer):
            stand.drawer.choose(template)
