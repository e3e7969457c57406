"""Facts between facts.db and the wire."""

from uuid import UUID

from kiosk.store.tables import FactRow
from kiosk.wire.facts import FactMessage


def message_from(row: FactRow, said: str | None) -> FactMessage:
    """The row as it travels; `said` is what is personal of it, None where that was forgotten."""
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
        personal=said or "",
        by=row.by_staff,
    )


def values_of(message: FactMessage) -> dict[str, object]:
    """The columns of a fact that came."""
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
