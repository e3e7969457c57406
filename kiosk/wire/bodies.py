"""What facts say, as JSON values and back again; the personal apart from the rest.

The one place that knows what each kind carries, for disk and wire alike.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kiosk.domain.admission import Reason
from kiosk.domain.attendee import CodeKind, Detail, Details, TicketStatus
from kiosk.domain.journal import (
    Amending,
    AttendeeCorrected,
    CheckedIn,
    CheckedOut,
    CodesReplaced,
    HandedOut,
    Happened,
    JobState,
    Merged,
    PrinterOrder,
    PrinterTold,
    PrintJobMoved,
    TicketChanged,
    TurnedAway,
    Voided,
    WalkedIn,
)
from kiosk.domain.rarer_facts import DoubleSettled, Unfamiliar

DECISIONS, VOID = ("checked_in", "turned_away"), "voided"
"""The kinds of which the recent list is made."""
PRINTERS = "printer_told"
AMENDING = ("attendee_corrected", "ticket_changed", "walked_in", "codes_replaced", "merged")
"""The kinds that say something else than the roster does; a `VOID` may take one back."""
PASSAGES = ("checked_in", "checked_out", VOID)
"""The kinds that say who is where."""
COUNTED = (*PASSAGES, "double_settled")
"""The kinds that say who came twice."""
Values = dict[str, object]


def as_json(values: Values) -> str:
    """JSON as it stands in a row and in a message."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def personal(what: Happened) -> Values:
    """What of a fact may be forgotten, as JSON values; empty where nothing is personal."""
    match what:
        case CheckedIn():
            words = {question: said for question, said in what.answers if isinstance(said, str)}
            found: Values = {"answers": words} if words else {}
            return found | ({"why": what.why} if what.why else {})
        case AttendeeCorrected() | WalkedIn():
            return {"details": {detail.value: text for detail, text in what.details}}
        case TicketChanged(why=why) if why:
            return {"why": why}
        case HandedOut(remark=remark) if remark:
            return {"remark": remark}
        case DoubleSettled(note=note) if note:
            return {"note": note}
        case _:
            return {}


def kind_and_body(what: Happened) -> tuple[str, UUID | None, Values]:
    """A fact's kind, the ticket it is about, and the rest but the personal as JSON values."""
    match what:
        case CheckedIn() | CheckedOut() | TurnedAway():
            return _at_a_checkpoint(what)
        case Voided():
            return "voided", what.ticket, {"fact": str(what.fact), "reason": what.reason}
        case PrintJobMoved():
            return "print_job", what.ticket, _job(what)
        case PrinterTold():
            told: Values = {"printer": what.printer, "order": what.order.value, "count": what.count}
            return PRINTERS, None, told
        case HandedOut():
            return "handed_out", what.ticket, {"item": what.item}
        case DoubleSettled():
            seen = [str(arrival) for arrival in what.arrivals]
            return "double_settled", what.ticket, {"checkpoint": what.checkpoint, "arrivals": seen}
        case Unfamiliar():
            return what.kind, what.ticket, json.loads(what.body)
        case _:
            return _change(what)


def _change(what: Amending) -> tuple[str, UUID | None, Values]:
    match what:
        case AttendeeCorrected():
            return "attendee_corrected", what.ticket, {}
        case TicketChanged():
            status = what.status.value if what.status else None
            return "ticket_changed", what.ticket, {"category": what.category, "status": status}
        case WalkedIn():
            said: Values = {"number": what.number, "category": what.category}
            return "walked_in", what.ticket, said
        case CodesReplaced():
            return "codes_replaced", what.ticket, {"kinds": sorted(k.value for k in what.kinds)}
        case Merged():
            return "merged", what.ticket, {"into": str(what.into)}


def _at_a_checkpoint(what: CheckedIn | CheckedOut | TurnedAway) -> tuple[str, UUID | None, Values]:
    body: Values = {"checkpoint": what.checkpoint, "day": what.day.isoformat()}
    match what:
        case CheckedIn():
            said = {q: answer for q, answer in what.answers if isinstance(answer, bool)}
            body |= {"category": what.category, "answers": said}
            if what.overrides:
                body |= {"overrides": what.overrides.value, "by": what.by}
            return "checked_in", what.ticket, body
        case CheckedOut():
            return "checked_out", what.ticket, body
        case TurnedAway():
            body |= {"reason": what.reason.value, "code": what.code.hex()}
            return "turned_away", what.ticket, body


def _job(what: PrintJobMoved) -> Values:
    rank: Values = {} if what.rank is None else {"rank": what.rank}
    return rank | {
        "job": str(what.job),
        "to": what.to.value,
        "copy": what.copy,
        "printer": what.printer,
        "printer_ref": what.printer_ref,
        "cause": what.cause,
    }


def happened(
    kind: str, ticket: UUID | None, body: Mapping[str, Any], said: Mapping[str, Any]
) -> Happened | None:
    """What a kind, a ticket and their JSON values tell; None where the kind is not known here.

    Args:
        kind: as `kind_and_body` gives it.
        ticket: the same.
        body: the same.
        said: the personal values; empty where they were forgotten.

    Raises:
        ValueError, KeyError, TypeError: the values are not such a kind's.
    """
    if kind == "turned_away":
        day, code = date.fromisoformat(body["day"]), bytes.fromhex(body["code"])
        return TurnedAway(Reason(body["reason"]), body["checkpoint"], day, ticket, code)
    if kind == PRINTERS:
        return PrinterTold(body["printer"], PrinterOrder(body["order"]), body["count"])
    return None if ticket is None else _about(ticket, kind, body, said)


def _about(
    ticket: UUID, kind: str, body: Mapping[str, Any], said: Mapping[str, Any]
) -> Happened | None:
    match kind:
        case "checked_in":
            return _checked_in(ticket, body, said)
        case "checked_out":
            return CheckedOut(ticket, body["checkpoint"], date.fromisoformat(body["day"]))
        case "voided":
            return Voided(UUID(body["fact"]), ticket, body["reason"])
        case "print_job":
            job, to = UUID(body["job"]), JobState(body["to"])
            more = body["printer"], body["printer_ref"], body["cause"]
            return PrintJobMoved(job, ticket, to, body["copy"], *more, body.get("rank"))
        case "handed_out":
            return HandedOut(ticket, body["item"], said.get("remark", ""))
        case _:
            return _more(kind, ticket, body, said)


def _checked_in(ticket: UUID, body: Mapping[str, Any], said: Mapping[str, Any]) -> CheckedIn:
    answers = tuple(sorted((body["answers"] | said.get("answers", {})).items()))
    return CheckedIn(
        ticket,
        body["checkpoint"],
        body["category"],
        date.fromisoformat(body["day"]),
        answers,
        Reason(body["overrides"]) if "overrides" in body else None,
        body.get("by", ""),
        said.get("why", ""),
    )


def _more(
    kind: str, ticket: UUID, body: Mapping[str, Any], said: Mapping[str, Any]
) -> Happened | None:
    match kind:
        case "double_settled":
            arrivals = tuple(UUID(arrival) for arrival in body["arrivals"])
            return DoubleSettled(ticket, body["checkpoint"], arrivals, said.get("note", ""))
        case "attendee_corrected":
            return AttendeeCorrected(ticket, _details(said))
        case "ticket_changed":
            status = TicketStatus(body["status"]) if body["status"] else None
            return TicketChanged(ticket, body["category"], status, said.get("why", ""))
        case "walked_in":
            return WalkedIn(ticket, body["number"], body["category"], _details(said))
        case "codes_replaced":
            return CodesReplaced(ticket, frozenset(CodeKind(k) for k in body["kinds"]))
        case "merged":
            return Merged(ticket, UUID(body["into"]))
        case _:
            return None


def _details(said: Mapping[str, Any]) -> Details:
    return tuple((Detail(detail), text) for detail, text in said.get("details", {}).items())
