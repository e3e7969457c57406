"""A fact's frame, as a message and as columns."""

import json
from uuid import UUID

from sqlalchemy.engine import Row

from kiosk.wire.facts import FactMessage


def frame_of(fact: FactMessage) -> dict[str, object]:
    """A message as columns."""
    return {
        "id": fact.id.bytes,
        "station": fact.station,
        "incarnation": bytes.fromhex(fact.incarnation),
        "number": fact.number,
        "hlc": fact.hlc,
        "at_ms": fact.at_ms,
        "clock": fact.clock,
        "kind": fact.kind,
        "ticket": fact.ticket.bytes if fact.ticket else None,
        "place": _place(fact.body),
        "body": fact.body,
        "personal": fact.personal,
        "by_staff": fact.by,
    }


def _place(body: str) -> str:
    try:
        said = json.loads(body)
    except ValueError:
        return ""
    place = said.get("checkpoint", "") if isinstance(said, dict) else ""
    return place if isinstance(place, str) else ""


def message_of(row: Row[tuple[object, ...]]) -> FactMessage:
    """Columns as a message; they were one when they were written."""
    return FactMessage.model_construct(
        id=UUID(bytes=row.id),
        station=row.station,
        incarnation=row.incarnation.hex(),
        number=row.number,
        hlc=row.hlc,
        at_ms=row.at_ms,
        clock=row.clock,
        kind=row.kind,
        ticket=UUID(bytes=row.ticket) if row.ticket else None,
        body=row.body,
        personal=row.personal,
        by=row.by_staff,
    )
