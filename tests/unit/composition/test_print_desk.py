"""The print desk of a station: true previews, and a design that outlives a restart."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from kiosk.composition.print_desk import StationPrintDesk
from kiosk.composition.printing import ChosenDrawer
from kiosk.composition.threads import PrintBadges
from kiosk.domain.attendee import Detail
from kiosk.keys.station import StationKeys
from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.printer_pool import Stand
from kiosk.services.records import Records
from kiosk.settings import load_settings
from tests.fake_paper import ScriptedPrinter
from tests.fakes import HandClock, Here
from tests.given import ticket_of

A1 = ticket_of("A-1").id
PAGE = "[printer]\nname = 'left' # mine\n"


class Thread(PrintBadges):
    """The printing thread's job, done by hand."""

    def __init__(self, printing: BadgePrinting) -> None:
        super().__init__(lambda: printing, lambda _: None)
        self.printing = printing

    def wish(self, wish: object) -> None:
        assert callable(wish)
        wish(self.printing)


@pytest.fixture
def printer() -> ScriptedPrinter:
    return ScriptedPrinter("left")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def desk(
    page: Path, records: Records, keys: StationKeys, clock: HandClock, printer: ScriptedPrinter
) -> Iterator[StationPrintDesk]:
    words, here = WordsOfTicket(keys), Here(records)
    stand = Stand(printer, ChosenDrawer("lanyard"))
    thread = Thread(BadgePrinting(here, words, [stand], clock, lambda _: None))
    desk = StationPrintDesk(load_settings(page), page, here, words, thread)
    yield desk
    desk.stop()


def size(png: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(png)).size


def test_a_badge_is_seen_with_what_is_being_typed(desk: StationPrintDesk) -> None:
    plain = desk.look(A1, {}, "").result()
    typed = desk.look(A1, {Detail.NAME: "林若镜"}, "").result()
    assert plain is not None
    assert typed is not None
    assert plain.png != typed.png
    assert (plain.missing, plain.overflowing) == ((), ())
    odd = desk.look(A1, {Detail.NAME: "林\U000323b0"}, "").result()
    assert odd is not None
    assert odd.missing == ("\U000323b0",)


def test_a_sample_is_seen_by_each_template(desk: StationPrintDesk) -> None:
    assert "card" in desk.templates()
    sizes = set()
    for template in ("card", "lanyard"):
        look = desk.look(None, {}, template).result()
        assert look is not None
        sizes.add(size(look.png))
    assert len(sizes) == 2
    assert desk.look(uuid4(), {}, "card").result() is None


def test_a_design_is_used_at_once_and_after_a_restart(
    desk: StationPrintDesk, page: Path, printer: ScriptedPrinter
) -> None:
    desk.print_ruler("left")
    desk.choose("left", "card")
    assert desk.template_of("left") == "card"
    desk.print_ruler("left")
    assert [paper.width_mm for paper in printer.sent] == [90, 86]
    assert load_settings(page).printer.template == "card"
    assert "name = 'left' # mine" in page.read_text(encoding="utf-8")


def test_an_unknown_printer_or_badge_is_nothing(
    desk: StationPrintDesk, printer: ScriptedPrinter
) -> None:
    desk.print_ruler("none")
    desk.cancel(uuid4())
    assert printer.sent == []
