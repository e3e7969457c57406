"""One fact to pretix: which request tells it, and what each answer means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.domain.admission import Reason
from kiosk.domain.attendee import Detail
from kiosk.domain.journal import (
    AttendeeCorrected,
    CheckedIn,
    CheckedOut,
    Fact,
    PrintJobMoved,
    TurnedAway,
    Voided,
    WalkedIn,
)
from kiosk.remote.pretix_http import Answer, PretixHttp
from kiosk.remote.pretix_people import OURS
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.upstream import Delivered, Outgoing, Sent

if TYPE_CHECKING:
    from kiosk.remote.pretix import PretixEvent

_REASONS: Final[Mapping[Reason, str]] = {
    Reason.CANCELLED: "canceled",
    Reason.UNPAID: "unpaid",
    Reason.REVOKED: "revoked",
    Reason.REPLACED: "revoked",
    Reason.BLOCKED: "blocked",
    Reason.ALREADY_IN: "already_redeemed",
    Reason.NOT_YET: "invalid_time",
    Reason.NO_LONGER: "invalid_time",
    Reason.WRONG_CHECKPOINT: "product",
    Reason.UNKNOWN: "invalid",
    Reason.NOT_SIGNED: "invalid",
    Reason.NOT_A_TICKET: "invalid",
    Reason.WRONG_EVENT: "invalid",
}
"""pretix's words for our reasons; what has none is a matter of rules."""
_DETAILS: Final = {
    Detail.NAME: "attendee_name",
    Detail.COMPANY: "company",
    Detail.EMAIL: "attendee_email",
}
_DONE: Final = Delivered(Sent.DONE)


@dataclass(frozen=True, slots=True)
class Place:
    """A position there: its number, its secret, the badge prints of which it knows."""

    number: int
    secret: str
    printed: frozenset[str] = frozenset()


class FindPlace(Protocol):
    """Finds a position by what we call it."""

    def __call__(self, called: str, *, fresh: bool) -> Place | NoAnswer | None:
        """Where it is; None where pretix has none; `fresh` asks even if it is in memory."""


class PretixSending:
    """Tells pretix what happened here."""

    def __init__(self, http: PretixHttp, organizer: str, event: str, find: FindPlace) -> None:
        self._http, self._find = http, find
        self._rpc = f"organizers/{organizer}/checkinrpc/"
        self._event_path = f"organizers/{organizer}/events/{event}/"

    def send(self, going: Outgoing, event: "PretixEvent") -> Delivered | NoAnswer:
        """The fate of one fact."""
        what = going.fact.what
        match what:
            case CheckedIn() | CheckedOut():
                return self._redeem(going, what, event)
            case Voided():
                return self._annul(going, event)
            case TurnedAway():
                return self._failed(going, what, event)
            case PrintJobMoved():
                return self._printed(going)
            case AttendeeCorrected():
                return self._corrected(going, what)
            case WalkedIn():
                return self._walked_in(going, what, event)
            case _:
                return Delivered(Sent.NOTHING, "not for pretix")

    def _redeem(
        self, going: Outgoing, what: CheckedIn | CheckedOut, event: "PretixEvent"
    ) -> Delivered | NoAnswer:
        checkin_list = event.lists.get(what.checkpoint)
        if checkin_list is None:
            return _no_list(what.checkpoint)
        secret = self._secret(going)
        if not isinstance(secret, str):
            return secret
        body: dict[str, object] = {
            "lists": [checkin_list],
            "secret": secret,
            "nonce": str(going.fact.id),
            "datetime": going.fact.at.isoformat(),
            "type": "entry" if isinstance(what, CheckedIn) else "exit",
            "force": True,  # they are inside, whatever pretix would have said
            "questions_supported": False,
        }
        return _fate(self._http.post(f"{self._rpc}redeem/", body))

    def _annul(self, going: Outgoing, event: "PretixEvent") -> Delivered | NoAnswer:
        voided = going.voided
        if voided is None or not isinstance(voided.what, CheckedIn | CheckedOut):
            return Delivered(Sent.NOTHING, "no check-in was taken back")
        checkin_list = event.lists.get(voided.what.checkpoint)
        if checkin_list is None:
            return _no_list(voided.what.checkpoint)
        body: dict[str, object] = {
            "lists": [checkin_list],
            "nonce": str(voided.id),
            "datetime": going.fact.at.isoformat(),
        }
        return _fate(self._http.post(f"{self._rpc}annul/", body))

    def _failed(
        self, going: Outgoing, what: TurnedAway, event: "PretixEvent"
    ) -> Delivered | NoAnswer:
        checkin_list = event.lists.get(what.checkpoint)
        if checkin_list is None:
            return _no_list(what.checkpoint)
        barcode = f"{OURS}{what.code.hex()}"  # we keep no codes, only their keyed hashes
        body: dict[str, object] = {
            "error_reason": _REASONS.get(what.reason, "rules"),
            "error_explanation": what.reason.value,
            "nonce": str(going.fact.id),
            "datetime": going.fact.at.isoformat(),
            "type": "entry",
        }
        if going.external_id:
            place = self._find(going.external_id, fresh=False)
            if isinstance(place, NoAnswer):
                return place
            if place:
                barcode = place.secret
                body["position"] = place.number
        body["raw_barcode"] = barcode
        path = f"{self._event_path}checkinlists/{checkin_list}/failed_checkins/"
        return _fate(self._http.post(path, body))

    def _printed(self, going: Outgoing) -> Delivered | NoAnswer:
        fact = str(going.fact.id)
        place = self._find(going.external_id, fresh=going.again) if going.external_id else None
        if isinstance(place, NoAnswer):
            return place
        if place is None:
            return Delivered(Sent.REJECTED, "no such position")
        if fact in place.printed:
            return _DONE  # it arrived the first time
        body: dict[str, object] = {
            "datetime": going.fact.at.isoformat(),
            "type": "badge",
            "successful": True,
            "source": "yuelai-kiosk",
            "info": {"fact": fact, "station": going.fact.station},
        }
        path = f"{self._event_path}orderpositions/{place.number}/printlog/"
        return _fate(self._http.post(path, body))

    def _corrected(self, going: Outgoing, what: AttendeeCorrected) -> Delivered | NoAnswer:
        said: dict[str, object] = {
            _DETAILS[detail]: text for detail, text in what.details if detail in _DETAILS
        }
        if not said:
            return Delivered(Sent.NOTHING, "nothing that pretix keeps")
        place = self._find(going.external_id, fresh=False) if going.external_id else None
        if isinstance(place, NoAnswer):
            return place
        if place is None:
            return Delivered(Sent.REJECTED, "no such position")
        path = f"{self._event_path}orderpositions/{place.number}/"
        return _fate(self._http.patch(path, said))

    def _walked_in(
        self, going: Outgoing, what: WalkedIn, event: "PretixEvent"
    ) -> Delivered | NoAnswer:
        item = next(
            (i for i, category in event.categories.items() if category == what.category), ""
        )
        if not item:
            return Delivered(Sent.NOTHING, f"no product for {what.category}")
        details = dict(what.details)
        position: dict[str, object] = {
            "positionid": 1,
            "item": int(item),
            "attendee_name": details.get(Detail.NAME) or details.get(Detail.LATIN_NAME, ""),
            "company": details.get(Detail.COMPANY, ""),
            "attendee_email": details.get(Detail.EMAIL) or None,
            "secret": own_secret(going.fact),
            "price": "0.00",
        }
        body: dict[str, object] = {
            "email": details.get(Detail.EMAIL) or None,
            "locale": "en",
            "status": "p",
            "payment_provider": "manual",
            "send_email": False,
            "force": True,
            "comment": f"walk-in {what.number}",
            "positions": [position],
        }
        path = f"{self._event_path}orders/"
        return _fate(self._http.post(path, body, once=str(going.fact.id)))

    def _secret(self, going: Outgoing) -> str | Delivered | NoAnswer:
        place = self._find(going.external_id, fresh=False) if going.external_id else None
        if isinstance(place, NoAnswer):
            return place
        return place.secret if place else own_secret(going.fact)


def own_secret(fact: Fact) -> str:
    """The secret that an order of ours has there: by the ticket, so that check-ins find it."""
    ticket = fact.what.ticket
    return f"{OURS}{ticket.hex if ticket else ''}"


def _no_list(checkpoint: str) -> Delivered:
    return Delivered(Sent.NOTHING, f"no check-in list for {checkpoint}")


def _fate(answer: Answer | NoAnswer) -> Delivered | NoAnswer:
    if isinstance(answer, NoAnswer):
        return answer
    if answer.ok:
        return _DONE
    return Delivered(Sent.REJECTED, f"{answer.status} {answer.reason}")
