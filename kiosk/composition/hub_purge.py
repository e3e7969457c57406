"""Forgetting people after the event: who they were goes, how many came stays."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.composition.hub_place import HubPlace


@dataclass(frozen=True, slots=True)
class Purged:
    """What was forgotten; `due` is the first day on which that is allowed (None: no event)."""

    done: bool
    due: date | None
    guests: int = 0
    facts: int = 0


def purge_hub(place: HubPlace, days: int, who: str) -> Purged:
    """Forget every guest and what facts say of persons, `days` after the event's last day."""
    if not place.own.listed.event_text():
        return Purged(done=False, due=None)
    event = place.own.roster.event()
    last = max(event.days, default=None)
    if last is None:
        # an event without days is over once nobody has come for so long
        came = (event.day_of(fact.at) for fact in place.own.journal.facts())
        last = max(came, default=None)
    if last is None:
        return Purged(done=False, due=None)
    due = last + timedelta(days=days)
    if event.day_of(place.clock.now()) < due:
        return Purged(done=False, due=due)
    guests = place.roster.count()
    # as gone, not only deleted: every station forgets them too
    place.roster.publish(place.roster.event_text(), (), whole=True)
    facts = place.journal.forget_people()
    place.own.listed.synced.forget()
    place.own.journal.exchange.forget_people()
    for kept in place.folder.lists.iterdir():
        kept.unlink()
    for made in (place.folder.path / "begin").glob("*"):
        made.unlink()
    place.stations.note(who, f"purged {guests} guests")
    return Purged(done=True, due=due, guests=guests, facts=facts)
