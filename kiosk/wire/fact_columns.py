"""Facts between the wire and a table: facts.db's and the hub's name their columns alike."""

from typing import Any
from uuid import UUID

from kiosk.wire.facts import FactMessage


def message_from(row: Any, personal: str) -> FactMessage:  # noqa: ANN401  a row of either table
    """The row as it travels; it was a message when it was written."""
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
        personal=personal,
        by=row.by_staff,
    )


def columns_of(message: FactMessage) -> dict[str, object]:
    """The columns of a fact that came, but for what is personal of it."""
    return {
        "id": message.id.bytes,
        "station": message.station,
        "incarnation": bytes.fromhex(message.incarnation),
        "number": message.number,
        "hlc": message.hlc,
        "at_ms": message.at_ms,
        "clock": message.clock,
        "kind": message.kind,
        "ticket": message.ticket.bytes if message.ticket else None,
        "body": message.body,
        "by_staff": message.by,
    }
