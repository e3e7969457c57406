"""Facts as rows and back again."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from kiosk.domain.admission import Reason
from kiosk.domain.journal import (
    CheckedIn,
    CheckedOut,
    ClockQuality,
    Fact,
    Happened,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Voided,
)
from kiosk.domain.ledger import PrintJob
from kiosk.store.complaints import one_row
from kiosk.store.tables import FactRow, JobRow, PersonalRow

DECISIONS, VOID = ("checked_in", "turned_away"), "voided"
"""The kinds of which the recent list is made."""


def milliseconds(at: datetime) -> int:
    """Milliseconds since 1970 of an aware moment."""
    return int(at.timestamp() * 1000)


def personal(what: Happened) -> dict[str, object]:
    """What of a fact may be forgotten, as JSON values; empty where nothing is personal."""
    if not isinstance(what, CheckedIn):
        return {}
    words = {question: said for question, said in what.answers if isinstance(said, str)}
    found: dict[str, object] = {"answers": words} if words else {}
    return found | {"why": what.why} if what.why else found


def kind_and_body(what: Happened) -> tuple[str, UUID | None, dict[str, object]]:
    """A fact's kind, the ticket it is about, and the rest but the personal as JSON values."""
    match what:
        case CheckedIn():
            body: dict[str, object] = {
                "checkpoint": what.checkpoint,
                "category": what.category,
                "day": what.day.isoformat(),
                "answers": {q: said for q, said in what.answers if isinstance(said, bool)},
            }
            if what.overrides:
                body |= {"overrides": what.overrides.value, "by": what.by}
            return "checked_in", what.ticket, body
        case CheckedOut():
            out = {"checkpoint": what.checkpoint, "day": what.day.isoformat()}
            return "checked_out", what.ticket, dict(out)
        case TurnedAway():
            body = {
                "reason": what.reason.value,
                "checkpoint": what.checkpoint,
                "day": what.day.isoformat(),
                "code": what.code.hex(),
            }
            return "turned_away", what.ticket, body
        case Voided():
            return "voided", what.ticket, {"fact": str(what.fact), "reason": what.reason}
        case PrintJobMoved():
            body = {
                "job": str(what.job),
                "to": what.to.value,
                "copy": what.copy,
                "printer": what.printer,
                "printer_ref": what.printer_ref,
                "cause": what.cause,
            }
            return "print_job", what.ticket, body


def fact_of(row: FactRow, person: PersonalRow | None = None) -> Fact:
    """The fact that a row holds, with what was said in words where that was not forgotten.

    Raises:
        DamagedRow: it holds none.
    """
    with one_row():
        return _fact(row, json.loads(person.body) if person else {})


def _fact(row: FactRow, said: dict[str, Any]) -> Fact:
    return Fact(
        id=UUID(bytes=row.id),
        station=row.station,
        incarnation=row.incarnation,
        number=row.number,
        hlc=row.hlc,
        at=datetime.fromtimestamp(row.at_ms / 1000, UTC),
        clock=ClockQuality(row.clock),
        what=_what(row, said),
        by=row.by_staff,
    )


def _what(row: FactRow, said: dict[str, Any]) -> Happened:
    body = json.loads(row.body)
    ticket = UUID(bytes=row.ticket) if row.ticket else None
    match row.kind, ticket:
        case "turned_away", _:
            return TurnedAway(
                Reason(body["reason"]),
                body["checkpoint"],
                date.fromisoformat(body["day"]),
                ticket,
                bytes.fromhex(body["code"]),
            )
        case "checked_in", UUID():
            answers = tuple(sorted((body["answers"] | said.get("answers", {})).items()))
            day = date.fromisoformat(body["day"])
            overrides = Reason(body["overrides"]) if "overrides" in body else None
            why, by = said.get("why", ""), body.get("by", "")
            category = body["category"]
            return CheckedIn(ticket, body["checkpoint"], category, day, answers, overrides, by, why)
        case "checked_out", UUID():
            return CheckedOut(ticket, body["checkpoint"], date.fromisoformat(body["day"]))
        case "voided", UUID():
            return Voided(UUID(body["fact"]), ticket, body["reason"])
        case "print_job", UUID():
            return PrintJobMoved(
                UUID(body["job"]),
                ticket,
                JobState(body["to"]),
                body["copy"],
                body["printer"],
                body["printer_ref"],
                body["cause"],
            )
        case _:
            msg = f"fact {row.number} of {row.station} has the unknown kind {row.kind}"
            raise ValueError(msg)


def job_of(row: JobRow) -> PrintJob:
    """The print job that a row holds.

    Raises:
        DamagedRow: it holds none.
    """
    with one_row():
        return PrintJob(
            job=UUID(bytes=row.id),
            ticket=UUID(bytes=row.ticket),
            state=JobState(row.state),
            copy=row.copy_number,
            printer=row.printer,
            printer_ref=row.printer_ref,
            cause=row.cause,
            queued_hlc=row.queued_hlc,
        )
