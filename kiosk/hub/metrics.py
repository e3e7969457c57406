"""/metrics in Prometheus' text format: numbers only, no names of people."""

from collections.abc import Iterator

from kiosk.hub.server import HubServer


def metrics(hub: HubServer) -> str:
    """Everything that a monitor may want to draw."""
    return "\n".join(_lines(hub)) + "\n"


def _lines(hub: HubServer) -> Iterator[str]:
    head = hub.journal.head()
    yield from _one("kiosk_hub_facts", "gauge", "Facts in the journal", head.last)
    yield from _one("kiosk_hub_guests", "gauge", "Guests on the roster", hub.roster.count())
    yield from _one("kiosk_hub_roster_revision", "gauge", "Roster revision", hub.roster.head())
    yield from _one("kiosk_hub_listeners", "gauge", "Live streams", hub.live.listeners)
    yield from _one("kiosk_hub_accepted_total", "counter", "Facts accepted", hub.counted.facts)
    yield from _one("kiosk_hub_refused_total", "counter", "Facts refused", hub.counted.refused)
    quarantined = sum(hub.stations.quarantined().values())
    yield from _one("kiosk_hub_quarantined", "gauge", "Facts of revoked stations", quarantined)
    yield "# HELP kiosk_station_unsent Facts a station had not sent when last heard of"
    yield "# TYPE kiosk_station_unsent gauge"
    stations = hub.stations.all()
    for known in stations:
        yield f'kiosk_station_unsent{{station="{_label(known.name)}"}} {known.health.unsent}'
    yield "# HELP kiosk_station_seen_seconds Seconds since a station was last heard of"
    yield "# TYPE kiosk_station_seen_seconds gauge"
    for known in stations:
        since = (hub.now_ms - known.seen_ms) / 1000
        yield f'kiosk_station_seen_seconds{{station="{_label(known.name)}"}} {since:.1f}'


def _one(name: str, kind: str, about: str, value: float) -> Iterator[str]:
    yield f"# HELP {name} {about}"
    yield f"# TYPE {name} {kind}"
    yield f"{name} {value}"


def _label(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
