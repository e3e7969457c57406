"""Whole facts out of messages and rows."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kiosk.domain.journal import ClockQuality, Fact, Happened
from kiosk.domain.rarer_facts import Unfamiliar
from kiosk.wire.bodies import happened
from kiosk.wire.facts import FactMessage


def what_of(kind: str, ticket: UUID | None, text: str, said: Mapping[str, Any]) -> Happened:
    """What a fact's frame and body tell; a kind that we do not know is `Unfamiliar`.

    Raises:
        ValueError, LookupError, TypeError, AttributeError: the body is not its kind's.
    """
    known = happened(kind, ticket, json.loads(text), said)
    return Unfamiliar(kind, ticket, text) if known is None else known


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
