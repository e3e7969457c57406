"""What else a list says of a ticket: sessions, invitations, from when until when it counts."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from kiosk.domain.event import Event
from kiosk.services.list_columns import Column

_BETWEEN = re.compile(r"[;；,，、\n]")
Terms = tuple[frozenset[str], frozenset[str], datetime | None, datetime | None]


def ticket_terms(event: Event, value: Mapping[Column, str]) -> Terms:
    """Ids of sessions and of checkpoints, and the span.

    A name that the event has not stays as it is: it matches no door, so that a ticket for
    something unknown does not become one for everything.
    """
    return (
        frozenset(_ids(_sessions(event), value.get(Column.SESSIONS, ""))),
        frozenset(_ids(_places(event), value.get(Column.INVITATIONS, ""))),
        moment_of(event, value.get(Column.VALID_FROM, "")),
        moment_of(event, value.get(Column.VALID_UNTIL, "")),
    )


def strangers(event: Event, value: Mapping[Column, str]) -> list[tuple[Column, str]]:
    """The names of sessions and places that the event has not."""
    found = []
    for column, known in (
        (Column.SESSIONS, _sessions(event)),
        (Column.INVITATIONS, _places(event)),
    ):
        text = value.get(column, "")
        if text:
            found += [(column, id_) for id_ in _ids(known, text) if id_ not in known.values()]
    return found


def bad_moments(event: Event, value: Mapping[Column, str]) -> list[Column]:
    """The columns whose moment is given and is none."""
    given = ((column, value.get(column, "")) for column in (Column.VALID_FROM, Column.VALID_UNTIL))
    return [column for column, text in given if text and moment_of(event, text) is None]


def moment_of(event: Event, text: str) -> datetime | None:
    """A moment such as 2027-06-08 09:00, on the event's clock where it names no zone."""
    try:
        at = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        return None
    if not 2000 <= at.year < 2200:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=event.zone)).astimezone(UTC)


def _ids(known: Mapping[str, str], text: str) -> list[str]:
    names = (name.strip() for name in _BETWEEN.split(text))
    return [known.get(name.casefold(), name) for name in names if name]


def _sessions(event: Event) -> dict[str, str]:
    return {w.casefold(): s.id for s in event.sessions for w in (s.id, s.title.zh, s.title.en) if w}


def _places(event: Event) -> dict[str, str]:
    places = event.checkpoints
    return {w.casefold(): c.id for c in places for w in (c.id, c.name.zh, c.name.en) if w}
