"""What the board's template is given."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.domain.doubles import Double
from kiosk.domain.words import Language
from kiosk.hub.plots import arrivals_plot, share_bar
from kiosk.hub.stations import Known
from kiosk.hub.users import UserRole
from kiosk.services.board import Board

LATE_SECONDS = 120


def board_values(
    made: tuple[Board, ZoneInfo] | None,
    stations: Sequence[Known],
    now_ms: int,
    role: UserRole,
    language: Language,
    words: dict[str, str],
) -> dict[str, Any]:
    """Everything on the board that this role may see; names only from `STAFF` on."""
    if made is None:
        return {"board": None}
    board, zone = made
    names = role.may(UserRole.STAFF)
    return {
        "board": board,
        "plot": arrivals_plot(board.slots, board.expected, zone, words["came"]),
        "shares": [
            (s, share_bar(s.came, s.expected, s.colour, f"{s.came} / {s.expected}"))
            for s in board.shares
        ],
        "stations": [_station(one, now_ms, words) for one in stations if not one.revoked],
        "names": names,
        "doubles": [_double(one, board, language) for one in board.doubles] if names else [],
        "vips": board.vips if role.may(UserRole.ORGANISER) else None,
        "clock": lambda at: f"{at.astimezone(zone):%m-%d %H:%M:%S}",
    }


def _station(known: Known, now_ms: int, words: dict[str, str]) -> dict[str, Any]:
    seconds = max(0, (now_ms - known.seen_ms) // 1000)
    told = f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"
    return {
        "name": known.name,
        "seen": words["ago"].format(told),
        "late": seconds > LATE_SECONDS,
        "unsent": known.health.unsent,
        "printer": known.health.printer,
        "camera": known.health.camera,
        "version": known.health.version,
    }


def _double(double: Double, board: Board, language: Language) -> dict[str, Any]:
    guest = board.guests.get(double.ticket)
    place = board.places.get(double.checkpoint)
    return {
        "ticket": double.ticket,
        "name": guest.attendee.name if guest else "?",
        "number": guest.ticket.number if guest else "",
        "place": place.in_(language) if place else double.checkpoint,
        "place_id": double.checkpoint,
        "arrivals": double.arrivals,
        "ids": ",".join(str(fact.id) for fact in double.arrivals),
    }
