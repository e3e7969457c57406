"""What each kind of fact carries in its body: the one place that knows, for disk and wire alike."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from kiosk.domain.admission import Reason
from kiosk.domain.journal import (
    CheckedIn,
    CheckedOut,
    ClockQuality,
    DoubleSettled,
    Fact,
    Happened,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Unfamiliar,
    Voided,
)
from kiosk.wire.facts import FactMessage


def as_json(values: dict[str, object]) -> str:
    """JSON as it stands in a row and in a message."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def personal(what: Happened) -> dict[str, object]:
    """What of a fact may be forgotten, as JSON values; empty where nothing is personal."""
    if isinstance(what, DoubleSettled):
        return {"note": what.note} if what.note else {}
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
        case DoubleSettled():
            settled: dict[str, object] = {
                "checkpoint": what.checkpoint,
                "arrivals": [str(a) for a in what.arrivals],
            }
            return "double_settled", what.ticket, settled
        case Unfamiliar():
            return what.kind, what.ticket, json.loads(what.body)


def what_of(kind: str, ticket: UUID | None, text: str, said: dict[str, Any]) -> Happened:
    """What a fact's frame and body tell; a kind that we do not know is `Unfamiliar`.

    Args:
        kind: of the frame.
        ticket: of the frame.
        text: the body, JSON.
        said: what is personal, as far as it has not been forgotten.

    Raises:
        ValueError, TypeError, LookupError: the body is not what its kind needs.
    """
    body = json.loads(text)
    match kind, ticket:
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
        case "double_settled", UUID():
            arrivals = tuple(UUID(arrival) for arrival in body["arrivals"])
            return DoubleSettled(ticket, body["checkpoint"], arrivals, said.get("note", ""))
        case _:
            return Unfamiliar(kind, ticket, text)


def fact_from(message: FactMessage) -> Fact:
    """The fact of a message; a body that we cannot read may be a newer version's."""
    known = {quality.value for quality in ClockQuality}
    try:
        said = json.loads(message.personal) if message.personal else {}
        what = what_of(message.kind, message.ticket, message.body, said)
    except (ValueError, TypeError, LookupError, AttributeError):
        what = Unfamiliar(message.kind, message.ticket, message.body)
    return Fact(
        id=message.id,
        station=message.station,
        incarnation=bytes.fromhex(message.incarnation),
        number=message.number,
        hlc=message.hlc,
        at=datetime.fromtimestamp(message.at_ms / 1000, UTC),
        clock=ClockQuality(message.clock if message.clock in known else ClockQuality.SUSPECT),
        what=what,
        by=message.by,
    )
