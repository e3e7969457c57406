"""pretix as the hub's platform: its only client, with one device's token.

What pretix turns down is told with its own reason and kept; 400, 403 and 404 in JSON are its
word about one fact and hold up nothing behind it. Everything else is tried again later
(see `pretix_http.understood`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from kiosk import __version__
from kiosk.domain.words import Words
from kiosk.remote.pretix_event import event_of
from kiosk.remote.pretix_http import Answer, PretixHttp
from kiosk.remote.pretix_people import HEADINGS, external_id, rows_of
from kiosk.remote.pretix_sending import Place, PretixSending
from kiosk.services.list_columns import Column
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.sync_why import Why
from kiosk.services.ports.upstream import Changes, Delivered, Outgoing

OVERLAP: Final = timedelta(minutes=5)
"""How far a diff reaches back: what was committed late is not in the page of its own time."""
EXCLUDED: Final = ("downloads", "payments", "refunds", "fees", "positions.downloads",
                   "payment_date", "payment_provider")  # fmt: skip


@dataclass(frozen=True, slots=True)
class PretixEvent:
    """Which event it is, and what its products and check-in lists are called here.

    `categories` by product id, `lists` by checkpoint.
    """

    organizer: str
    event: str
    categories: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, int] = field(default_factory=dict)


class PretixUpstream:
    """Implements `Upstream`; used by one thread."""

    def __init__(self, http: PretixHttp, event: PretixEvent) -> None:
        self._http, self._event = http, event
        self._base = f"organizers/{event.organizer}/events/{event.event}/"
        self._places: dict[str, Place] = {}
        self._sending = PretixSending(http, event.organizer, event.event, self._place)

    @property
    def name(self) -> str:
        return "pretix"

    @property
    def headings(self) -> dict[Column, str]:
        return HEADINGS

    def event_text(self) -> str | NoAnswer:
        made = self.guess()
        return made if isinstance(made, NoAnswer) else made[0]

    def guess(self) -> tuple[str, dict[str, str], dict[str, int]] | NoAnswer:
        """An event file, and which category and checkpoint each product and list became."""
        event = self._one(self._base)
        if isinstance(event, NoAnswer):
            return event
        parts: list[list[dict[str, Any]]] = []
        for path in ("items/", "checkinlists/", "revokedsecrets/"):
            found = self._all(path)
            if isinstance(found, NoAnswer):
                return found
            parts.append(found)
        return event_of(event.said, *parts)

    def changes(self, cursor: str, *, whole: bool) -> Changes | NoAnswer:
        query: dict[str, str | int] = {"page_size": 50, "include_canceled_positions": "true"}
        if whole or not cursor:
            query["ordering"] = "datetime"
        else:
            since = datetime.fromisoformat(cursor) - OVERLAP
            query |= {"ordering": "-last_modified", "modified_since": since.isoformat()}
        begun, orders = "", []
        for page in self._pages("orders/", query):
            if isinstance(page, NoAnswer):
                return page
            begun = begun or page.page_generated
            orders += [order for order in page.said["results"] if not order["testmode"]]
        for order in orders:
            self._remember(order)
        rows = tuple(rows_of(orders, self._event.categories, 1))
        return Changes(rows, begun or cursor, whole or not cursor)

    def send(self, going: Outgoing) -> Delivered | NoAnswer:
        return self._sending.send(going, self._event)

    def _remember(self, order: Mapping[str, Any]) -> None:
        for position in order["positions"]:
            printed = frozenset(
                str(log["info"].get("fact", "")) for log in position.get("print_logs", [])
            )
            place = Place(int(position["id"]), position["secret"], printed)
            self._places[external_id(order, position)] = place

    def _place(self, called: str, *, fresh: bool) -> Place | NoAnswer | None:
        """A position by what we call it; asked for where it is not in memory.

        Secrets are nowhere on disk: after a restart they are fetched again.
        """
        if called in self._places and not fresh:
            return self._places[called]
        code, dash, _ = called.rpartition("-")
        if not dash:
            return None
        # the list, not the order itself: the usual security profile lets nobody see that
        query: dict[str, str | int] = {"code": code, "include_canceled_positions": "true"}
        for page in self._pages("orders/", query):
            if isinstance(page, NoAnswer):
                return page
            for order in page.said["results"]:
                self._remember(order)
        return self._places.get(called)

    def _one(self, path: str, **query: str) -> Answer | NoAnswer:
        answer = self._http.get(path, **query)
        if isinstance(answer, NoAnswer) or answer.ok:
            return answer
        if answer.status == 404:
            return NoAnswer(Why.INVALID, _MISSING)
        return NoAnswer(Why.NOT_ALLOWED, _forbidden(answer))

    def _all(self, path: str) -> list[dict[str, Any]] | NoAnswer:
        found: list[dict[str, Any]] = []
        for page in self._pages(path, {"page_size": 50}):
            if isinstance(page, NoAnswer):
                return page
            found += page.said["results"]
        return found

    def _pages(self, path: str, query: dict[str, str | int]) -> Iterator[Answer | NoAnswer]:
        """Page after page; ends after the first that is none."""
        excluded = EXCLUDED if path == "orders/" else ()
        number = 1
        while True:
            page = self._http.get(f"{self._base}{path}", exclude=excluded, page=number, **query)
            if isinstance(page, NoAnswer):
                yield page
                return
            if page.status == 404 and number > 1:  # it has grown shorter meanwhile
                return
            if not page.ok or not _is_page(page.said):
                yield NoAnswer(Why.NOT_ALLOWED, _forbidden(page))
                return
            yield page
            if not page.said["next"]:
                return
            number += 1


def pair_device(http: PretixHttp, token: str, computer: str) -> str | NoAnswer:
    """Swap a device's initialisation token for its API token; it can be used once."""
    body: dict[str, object] = {
        "token": token,
        "hardware_brand": "PC",
        "hardware_model": computer,
        "software_brand": "Yuelai Kiosk",
        "software_version": __version__,
    }
    answer = http.post("device/initialize", body)
    if isinstance(answer, NoAnswer):
        return answer
    if not answer.ok or not isinstance(answer.said, dict) or "api_token" not in answer.said:
        reason = answer.reason
        return NoAnswer(
            Why.NOT_ALLOWED,
            Words(f"pretix 拒绝配对：{reason}", f"pretix did not pair: {reason}"),
        )
    return str(answer.said["api_token"])


def organizer_of(http: PretixHttp) -> str | NoAnswer:
    """The organizer whose device we are."""
    answer = http.get("device/info")
    if isinstance(answer, NoAnswer):
        return answer
    if not answer.ok:
        return NoAnswer(Why.NOT_ALLOWED, _forbidden(answer))
    return str(answer.said["device"]["organizer"])


def _is_page(said: object) -> bool:
    return isinstance(said, dict) and isinstance(said.get("results"), list) and "next" in said


def _forbidden(answer: Answer) -> Words:
    reason = f"{answer.status} {answer.reason}"
    return Words(f"pretix 不允许：{reason}", f"pretix does not allow it: {reason}")


_MISSING = Words("pretix 没有这个活动或订单。", "pretix has no such event or order.")
