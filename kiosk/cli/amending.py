"""Commands of the desk about people: walk-ins, corrections, changes, doubles, hand-outs."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.output import Data, Json, answer, typed
from kiosk.cli.people import named, person
from kiosk.composition.station import Station, opened
from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.journal import BADGE_ITEM, Fact
from kiosk.domain.words import Words
from kiosk.services.outcomes import Undone
from kiosk.services.ports import Guest
from kiosk.services.trouble import Misconfigured

Name = Annotated[str | None, typer.Option(help="Name as on the badge.")]
Latin = Annotated[str | None, typer.Option("--latin", help="Name in Latin letters.")]
Company = Annotated[str | None, typer.Option(help="Company.")]
Title = Annotated[str | None, typer.Option(help="Title.")]
Phone = Annotated[str | None, typer.Option(help="Phone.")]
Email = Annotated[str | None, typer.Option(help="E-mail.")]
Note = Annotated[str | None, typer.Option(help="What staff must have seen before admission.")]
Group = Annotated[str | None, typer.Option(help="The delegation that arrives together.")]
By = Annotated[str, typer.Option(help="Who does it; every fact says so.")]
Number = Annotated[str, typer.Argument(help="Ticket number, ticket code or badge code.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("walk-in")(walk_in)
    app.command()(correct)
    app.command()(transfer)
    app.command()(change)
    app.command("replace-codes")(replace_codes)
    app.command()(merge)
    app.command("hand-out")(hand_out)
    app.command("take-back")(take_back)


def walk_in(
    data: Data,
    category: Annotated[str, typer.Option(help="Category id.")],
    name: Annotated[str, typer.Option(help="Name as on the badge.")],
    latin_name: Latin = None,
    company: Company = None,
    title: Title = None,
    phone: Phone = None,
    email: Email = None,
    note: Note = None,
    group: Group = None,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Make a ticket for somebody who has none; `check-in NUMBER` admits them."""
    said = _details(name, latin_name, company, title, phone, email, note, group)
    with opened(data) as station:
        event = station.roster.event()
        if event.category(typed(category)) is None:
            raise _unknown("category", "类别", category, [c.id for c in event.categories])
        guest = station.amend(typed(by)).walk_in(typed(category), said)
    values = {"number": guest.ticket.number, "attendee": person(guest)}
    answer(values, as_json=as_json, text=f"{guest.ticket.number} {guest.attendee.name}")


def correct(
    number: Number,
    data: Data,
    name: Name = None,
    latin_name: Latin = None,
    company: Company = None,
    title: Title = None,
    phone: Phone = None,
    email: Email = None,
    note: Note = None,
    group: Group = None,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Correct what somebody is called; it survives the next list."""
    said = _details(name, latin_name, company, title, phone, email, note, group)
    with opened(data) as station:
        guest = named(station, number)
        fact = station.amend(typed(by)).correct(guest.ticket.id, said)
        _told(station, guest, fact, as_json=as_json)


def transfer(
    number: Number,
    data: Data,
    name: Annotated[str, typer.Option(help="The new person's name.")],
    latin_name: Latin = None,
    company: Company = None,
    title: Title = None,
    phone: Phone = None,
    email: Email = None,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Give a ticket to another person: the old ticket code and badge open no door any more."""
    said = _details(name, latin_name, company, title, phone, email, None, None)
    with opened(data) as station:
        guest = named(station, number)
        _, fact = station.amend(typed(by)).transfer(guest.ticket.id, said)
        _told(station, guest, fact, as_json=as_json)


def change(
    number: Number,
    data: Data,
    why: Annotated[str, typer.Option(help="Why; kept in the journal.")],
    by: Annotated[str, typer.Option(help="Who allows it.")],
    category: Annotated[str | None, typer.Option(help="Category id.")] = None,
    status: Annotated[TicketStatus | None, typer.Option(help="New status.")] = None,
    as_json: Json = False,
) -> None:
    """Change a ticket's category or status, such as cancelled or valid."""
    if category is None and status is None:
        raise typer.BadParameter("--category 或 or --status")
    with opened(data) as station:
        event, guest = station.roster.event(), named(station, number)
        if category is not None and event.category(typed(category)) is None:
            raise _unknown("category", "类别", category, [c.id for c in event.categories])
        amend = station.amend(typed(by))
        fact = amend.change(guest.ticket.id, category=category, status=status, why=typed(why))
        _told(station, guest, fact, as_json=as_json)


def replace_codes(
    number: Number,
    data: Data,
    ticket: Annotated[bool, typer.Option("--ticket", help="The organiser's code too.")] = False,
    by: By = "",
    as_json: Json = False,
) -> None:
    """A badge was lost: its code opens no door any more, the next badge has another."""
    kinds = frozenset(CodeKind) if ticket else frozenset({CodeKind.BADGE})
    with opened(data) as station:
        guest = named(station, number)
        fact = station.amend(typed(by)).replace_codes(guest.ticket.id, kinds)
        _told(station, guest, fact, as_json=as_json)


def merge(
    double: Number,
    into: Annotated[str, typer.Argument(help="The same person's ticket that is kept.")],
    data: Data,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Make one person's two tickets one; the one that has arrived is kept."""
    with opened(data) as station:
        one, other = named(station, double), named(station, into)
        if one.ticket.id == other.ticket.id:
            raise typer.BadParameter("同一张票 the same ticket twice")
        fact = station.amend(typed(by)).merge(one.ticket.id, other.ticket.id)
        _told(station, one, fact, as_json=as_json)


def hand_out(
    number: Number,
    item: Annotated[str, typer.Argument(help=f"Hand-out id; {BADGE_ITEM}: collected for them.")],
    data: Data,
    remark: Annotated[str, typer.Option(help="Tray or serial number; who collected it.")] = "",
    by: By = "",
    as_json: Json = False,
) -> None:
    """Note what somebody got, such as a headset: exit 1 where they have it already."""
    with opened(data) as station:
        known = [h.id for h in station.roster.event().handouts]
        if typed(item) not in {*known, BADGE_ITEM}:
            raise _unknown("hand-out", "发放物", item, [*known, BADGE_ITEM])
        guest = named(station, number)
        fact = station.amend(typed(by)).hand_out(guest.ticket.id, typed(item), typed(remark))
        _told(station, guest, fact, as_json=as_json)
    if fact is None:
        raise typer.Exit(REFUSED)


def take_back(
    fact: Annotated[UUID, typer.Argument(help="The fact that the change printed.")],
    data: Data,
    reason: Annotated[str, typer.Option(help="Why; kept in the journal.")],
    by: By = "",
    as_json: Json = False,
) -> None:
    """Void a change or a hand-out; the journal keeps both."""
    with opened(data) as station:
        done = station.amend(typed(by)).take_back(fact, typed(reason))
    if isinstance(done, Undone):
        values = {"outcome": "undone", "fact": str(done.fact.id)}
        answer(values, as_json=as_json, text="已撤销。Taken back.")
        return
    text = "没有这次更改，或已撤销过。No such change, or it was taken back before."
    answer({"outcome": "nothing_to_undo", "fact": None}, as_json=as_json, text=text)
    raise typer.Exit(REFUSED)


def _details(*said: str | None) -> Mapping[Detail, str]:
    """What was given, in the order of `Detail`."""
    pairs = zip(Detail, said, strict=True)
    return {detail: typed(text) for detail, text in pairs if text is not None}


def _told(station: Station, guest: Guest, fact: Fact | None, *, as_json: bool) -> None:
    now = station.roster.by_ticket(guest.ticket.id) or guest
    values: dict[str, Any] = {
        "fact": str(fact.id) if fact else None,
        "number": now.ticket.number,
        "status": now.ticket.status.value,
        "attendee": person(now),
    }
    said = "" if fact else " 没有变化 nothing changed"
    answer(values, as_json=as_json, text=f"{now.ticket.number} {now.attendee.name}{said}")


def _unknown(what: str, zh: str, given: str, known: list[str]) -> Misconfigured:
    named = ", ".join(known)
    return Misconfigured(
        Words(f"活动中没有{zh}“{given}”。", f"The event has no {what} “{given}”."),
        Words(f"可用的：{named}", f"It has: {named}"),
    )
