"""Badges printed before the event: sheets in an order that people find again, and an index."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from kiosk.badges.drawer import TemplateDrawer
from kiosk.badges.fonts import FontChain
from kiosk.badges.sheet import Column, Sheet, sheet_pdf
from kiosk.composition.assets import FONTS
from kiosk.composition.badge_studio import drawer_for
from kiosk.composition.station import Station
from kiosk.domain import ledger
from kiosk.domain.badge import BadgeWords
from kiosk.domain.journal import JobState, PrintJobMoved
from kiosk.domain.words import Words
from kiosk.names.readings import syllables
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import Guest
from kiosk.services.reports import Reports
from kiosk.services.trouble import Misconfigured, writing

PLAN, BADGES, INDEX = "pre-print.json", "badges.pdf", "index.pdf"
_INDEX: Final = (
    Column("姓名 Name", 44, bold=True),
    Column("单位 Company", 62),
    Column("类别 Category", 24),
    Column("票号 Number", 26),
    Column("张-位 Sheet-place", 26, bold=True),
)


class Order(StrEnum):
    """How badges lie in their boxes."""

    PINYIN = "pinyin"
    COMPANY = "company"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose badges, by which template, in which order.

    `categories`: of these alone; none: of all. `again`: also of those who have one.
    """

    template: str
    order: Order
    categories: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What lies on the sheets, kept beside them: a list that changes moves nobody."""

    template: str
    order: Order
    tickets: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PrePrinted:
    """What was written, and whose badges need a person first: by ticket number, with why."""

    files: tuple[Path, ...]
    badges: int
    sheets: int
    left_out: tuple[tuple[str, str], ...] = ()


def pre_print(station: Station, wanted: Wanted, out: Path) -> PrePrinted:
    """Write badges, index and plan into the folder `out`."""
    drawer = drawer_for(wanted.template)
    guests = _chosen(station, wanted)
    flaws = {g.ticket.id: _flaw(drawer, _words(station, g.ticket.id)) for g in guests}
    good = [guest for guest in guests if not flaws[guest.ticket.id]]
    left_out = tuple((g.ticket.number, f) for g in guests if (f := flaws[g.ticket.id]))
    plan = Plan(wanted.template, wanted.order, tuple(g.ticket.id for g in good))
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    index = _index(station, good, drawer.per_sheet)
    kept = {
        "template": plan.template,
        "order": plan.order,
        "tickets": [str(t) for t in plan.tickets],
    }
    _write(out / PLAN, json.dumps(kept, indent=1).encode())
    _write(out / BADGES, _sheets(station, drawer, plan, 1))
    _write(out / INDEX, index)
    files = out / BADGES, out / INDEX
    return PrePrinted(files, len(good), sheets_of(plan, drawer), left_out)


def resume(station: Station, out: Path, sheet: int) -> PrePrinted:
    """Write the sheets of the plan in `out` from `sheet` on, as they were planned."""
    plan = _plan(out)
    drawer = drawer_for(plan.template)
    last = sheets_of(plan, drawer)
    if not 1 <= sheet <= last:
        raise Misconfigured(
            Words(f"没有第 {sheet} 张。", f"There is no sheet {sheet}."),
            Words(f"共 {last} 张。", f"They count from 1 to {last}."),
        )
    file = out / f"badges-from-{sheet}.pdf"
    _write(file, _sheets(station, drawer, plan, sheet))
    return PrePrinted((file,), len(plan.tickets) - (sheet - 1) * drawer.per_sheet, last - sheet + 1)


def record(station: Station, out: Path) -> int:
    """Note that the planned badges are there: their guests get no other; how many are new."""
    plan = _plan(out)
    per_sheet = drawer_for(plan.template).per_sheet
    noted = 0
    for place, ticket in enumerate(plan.tickets):
        with station.records.journal.transaction() as tx:
            jobs = ledger.print_jobs(tx.facts_of(ticket)).values()
            if any(job.cause == ledger.PRE_PRINTED for job in jobs):
                continue
            copy = 1 + max((job.copy for job in jobs), default=0)
            where = _place(place, per_sheet)
            tx.record(
                PrintJobMoved(
                    uuid4(),
                    ticket,
                    JobState.CONFIRMED,
                    copy,
                    ledger.PRE_PRINTED,
                    where,
                    ledger.PRE_PRINTED,
                )
            )
            noted += 1
    return noted


def sheets_of(plan: Plan, drawer: TemplateDrawer) -> int:
    """How many sheets of paper a plan fills."""
    return -(-len(plan.tickets) // drawer.per_sheet)


def _chosen(station: Station, wanted: Wanted) -> list[Guest]:
    event = station.roster.event()
    unknown = [name for name in wanted.categories if event.category(name) is None]
    if unknown:
        known = ", ".join(category.id for category in event.categories)
        raise Misconfigured(
            Words(f"没有类别“{unknown[0]}”。", f"There is no category “{unknown[0]}”."),
            Words(f"可用的类别：{known}", f"This event has: {known}"),
        )
    jobs = station.records.journal.jobs(open_only=False)
    have = {job.ticket for job in jobs if job.state is JobState.CONFIRMED}
    guests = [
        one.guest
        for one in Reports(station.records).expected("")
        if not wanted.categories or one.guest.ticket.category in wanted.categories
        if wanted.again or one.guest.ticket.id not in have
    ]
    return sorted(guests, key=lambda guest: _key(guest, wanted.order))


def _key(guest: Guest, order: Order) -> tuple[Any, ...]:
    name, number = syllables(guest.attendee.name), guest.ticket.number
    if order is Order.NUMBER:
        return (number,)
    if order is Order.COMPANY:
        # who has none comes last
        company = guest.attendee.company
        return (not company, syllables(company), company, name, number)
    return (name, number)


def _words(station: Station, ticket: UUID) -> BadgeWords | None:
    return WordsOfTicket(station.keys).find(station.records, ticket)


def _flaw(drawer: TemplateDrawer, words: BadgeWords | None) -> str:
    if words is None:
        return "category"
    missing, overflowing = drawer.flaws(words)
    points = [f"U+{ord(character):04X}" for character in missing]
    return " ".join([*points, *overflowing])


def _sheets(station: Station, drawer: TemplateDrawer, plan: Plan, first: int) -> bytes:
    rest = plan.tickets[(first - 1) * drawer.per_sheet :]
    words = [found for ticket in rest if (found := _words(station, ticket))]
    if len(words) < len(rest):  # a gap would move all that follow
        raise Misconfigured(
            Words("计划里有的类别已不在活动中。", "The event lost a category of the plan."),
            Words("请重新运行 pre-print。", "Plan anew with pre-print."),
        )
    return drawer.draw_sheets(words, first, sheets_of(plan, drawer))


def _index(station: Station, guests: Sequence[Guest], per_sheet: int) -> bytes:
    event = station.roster.event()
    rows = []
    for place, guest in enumerate(guests):
        category = event.category(guest.ticket.category)
        named = category.name.zh or category.name.en if category else guest.ticket.category
        who = guest.attendee
        rows.append((who.name, who.company, named, guest.ticket.number, _place(place, per_sheet)))
    at = station.clock.now().astimezone(event.zone)
    about = f"{event.name.zh} {event.name.en} · {at:%Y-%m-%d %H:%M}"
    return sheet_pdf(Sheet("领取索引 Pick-up index", about, _INDEX, tuple(rows)), FontChain(FONTS))


def _place(number: int, per_sheet: int) -> str:
    sheet, place = divmod(number, per_sheet)
    return f"{sheet + 1}-{place + 1}" if per_sheet > 1 else str(sheet + 1)


def _plan(out: Path) -> Plan:
    try:
        kept = json.loads((out / PLAN).read_text(encoding="utf-8"))
        tickets = tuple(UUID(ticket) for ticket in kept["tickets"])
        return Plan(kept["template"], Order(kept["order"]), tickets)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Misconfigured(
            Words(f"{out} 里没有预打计划。", f"There is no pre-print plan in {out}."),
            Words("请先运行 pre-print --out。", "Run pre-print --out there first."),
        ) from error


def _write(file: Path, data: bytes) -> None:
    with writing(file):
        file.write_bytes(data)
