"""A fact's frame, as a message and as columns."""

import json

from sqlalchemy.engine import Row

from kiosk.wire.fact_columns import columns_of, message_from
from kiosk.wire.facts import FactMessage


def frame_of(fact: FactMessage) -> dict[str, object]:
    """A message as columns."""
    return {**columns_of(fact), "place": _place(fact.body), "personal": fact.personal}


def _place(body: str) -> str:
    try:
        said = json.loads(body)
    except ValueError:
        return ""
    place = said.get("checkpoint", "") if isinstance(said, dict) else ""
    return place if isinstance(place, str) else ""


def message_of(row: Row[tuple[object, ...]]) -> FactMessage:
    """Columns as a message; they were one when they were written."""
    return message_from(row, row.personal)
