"""Commands about people: check-in, undo, badge, export."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from kiosk.cli.exit_codes import DONE, NEEDS_ANSWER, REFUSED
from kiosk.cli.output import Data, Json, answer, typed
from kiosk.composition.station import Station, badge_drawer, opened
from kiosk.domain.admission import Admitted, NeedsAnswer, Refused
from kiosk.domain.words import Words
from kiosk.lists.csv_export import write_csv
from kiosk.services.badge_printing import WordsOfTicket
from kiosk.services.check_in import Outcome, Undone
from kiosk.services.ports import Guest
from kiosk.services.trouble import Misconfigured, writing


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("check-in")(check_in)
    app.command()(undo)
    app.command()(badge)
    app.command()(export)


def check_in(
    code: Annotated[str, typer.Argument(help="The text in the QR.")],
    data: Data,
    checkpoint: Annotated[str | None, typer.Option(help="Checkpoint id.")] = None,
    at: Annotated[str | None, typer.Option(help="ISO 8601 moment, recorded as by hand.")] = None,
    answers: Annotated[
        list[str] | None, typer.Option("--answer", help="QUESTION=yes or QUESTION=no.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check a ticket in: exit 0 admitted, 1 refused, 3 needs an answer."""
    with opened(data) as station:
        outcome = station.check_in.present(
            code,
            typed(checkpoint or station.settings.station.checkpoint),
            dict(_answer(station, typed(text)) for text in answers or []),
            _moment(station, typed(at)) if at is not None else None,
        )
    values, status = _told(outcome)
    answer(values, as_json=as_json, text=_sentence(values))
    raise typer.Exit(status)


def undo(
    fact: Annotated[UUID, typer.Argument(help="The fact that check-in printed.")],
    data: Data,
    reason: Annotated[str, typer.Option(help="Why; kept in the journal.")],
    as_json: Json = False,
) -> None:
    """Void a check-in; the journal keeps both."""
    with opened(data) as station:
        done = station.check_in.undo(fact, typed(reason))
    if isinstance(done, Undone):
        values = {"outcome": "undone", "fact": str(done.fact.id)}
        answer(values, as_json=as_json, text="已撤销。Undone.")
        return
    text = "没有这次签到，或已撤销过。No such check-in, or it was undone before."
    answer({"outcome": "nothing_to_undo", "fact": None}, as_json=as_json, text=text)
    raise typer.Exit(REFUSED)


def badge(
    code: Annotated[str, typer.Argument(help="Ticket code, ticket number or badge code.")],
    data: Data,
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    as_json: Json = False,
) -> None:
    """Draw one attendee's badge to a PDF file."""
    with opened(data) as station:
        guest = station.check_in.guest_of(code) or station.roster.by_number(typed(code))
        if guest is None:
            raise Misconfigured(
                Words("名单中没有这个票号或二维码。", "No ticket has this code or number."),
                Words("请用 find 命令查找。", "Look the person up with the find command."),
            )
        words = WordsOfTicket(station.keys).find(station.records, guest.ticket.id)
        if words is None:
            raise _no_category(guest.ticket.category)
        drawn = badge_drawer(station.settings).draw(words)
    with writing(out):
        out.write_bytes(drawn.pdf)
    missing = [f"U+{ord(character):04X}" for character in drawn.missing]
    values = {"out": str(out), "missing": missing, "overflowing": list(drawn.overflowing)}
    answer(values, as_json=as_json, text=f"{out}" + (f" 缺字 missing {missing}" if missing else ""))
    raise typer.Exit(REFUSED if drawn.missing or drawn.overflowing else DONE)


def export(
    data: Data,
    out: Annotated[Path, typer.Option(help="The CSV to write.")],
    as_json: Json = False,
) -> None:
    """Write one row an attendee: code, name, category, arrived_at, station, badges.

    Admitted people whom the roster does not know follow, without code and name.
    """
    with opened(data) as station:
        event, rows = station.roster.event(), station.lookup.export()
    header = ("code", "name", "category", "arrived_at", "station", "badges")
    write_csv(
        out,
        header,
        (
            (
                row.code,
                row.name,
                row.category,
                row.arrived_at.astimezone(event.zone).isoformat() if row.arrived_at else "",
                row.station,
                str(row.badges),
            )
            for row in rows
        ),
    )
    arrived = sum(row.arrived_at is not None for row in rows)
    values = {"out": str(out), "rows": len(rows), "arrived": arrived}
    answer(values, as_json=as_json, text=f"{out}: {len(rows)} 行 rows, {arrived} 已到 arrived")


def _no_category(category: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"活动中没有这张票的类别“{category}”。",
            f"The event lacks this ticket's category “{category}”.",
        ),
        Words(
            "请把它加到活动文件中，然后重新导入名单。",
            "Add it to the event file and import the list again.",
        ),
    )


def _person(guest: Guest) -> dict[str, str]:
    return {
        "id": str(guest.attendee.id),
        "name": guest.attendee.name,
        "category": guest.ticket.category,
    }


def _told(outcome: Outcome) -> tuple[dict[str, Any], int]:
    values: dict[str, Any] = {
        "outcome": "admitted",
        "reason": None,
        "fact": str(outcome.fact.id) if outcome.fact else None,
        "attendee": _person(outcome.guest) if outcome.guest else None,
    }
    if outcome.guest is None and isinstance(outcome.admission, Admitted):
        values["attendee"] = {"id": None, "name": None, "category": outcome.category}
    match outcome.admission:
        case Admitted():
            return values, DONE
        case Refused(reason=reason):
            return values | {"outcome": "refused", "reason": reason.value}, REFUSED
        case NeedsAnswer(questions=questions):
            asked = [{"id": q.id, "zh": q.text.zh, "en": q.text.en} for q in questions]
            return values | {"outcome": "needs_answer", "questions": asked}, NEEDS_ANSWER


def _sentence(values: dict[str, Any]) -> str:
    person = values["attendee"]
    who = f" {person['name'] or person['category']}" if person else ""
    match values["outcome"]:
        case "admitted":
            return f"已签到 Admitted{who}"
        case "refused":
            return f"未通过 Refused ({values['reason']}){who}"
        case _:
            return f"需要回答 Needs an answer: {[q['id'] for q in values['questions']]}{who}"


def _answer(station: Station, text: str) -> tuple[str, bool]:
    question, _, said = text.partition("=")
    asked = [q.id for q in station.roster.event().questions]
    if question not in asked:
        known = ", ".join(asked) or "没有 none"
        raise typer.BadParameter(f"--answer {text}: 问题 the questions are: {known}")
    if said not in {"yes", "no"}:
        raise typer.BadParameter(f"--answer {text}: write {question}=yes or {question}=no")
    return question, said == "yes"


def _moment(station: Station, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"--at {text}: write 2027-06-08T08:30:00+08:00") from error
    if not 2000 <= at.year < 2200:
        raise typer.BadParameter(f"--at {text}: the year lies between 2000 and 2199")
    return at if at.tzinfo else at.replace(tzinfo=station.roster.event().zone)
