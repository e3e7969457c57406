"""The event file: TOML in, a whole `Event` out, or a message that says which key is wrong."""

import base64
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from kiosk.domain.event import Category, Checkpoint, Event, Handout, Question, Session
from kiosk.domain.identity import event_id, ticket_tag
from kiosk.domain.words import Words
from kiosk.lists.event_shape import CheckpointShape, EventShape
from kiosk.services.trouble import Misconfigured


def parse_event(text: str, name: str = "event.toml") -> Event:
    """The event of an event file's text; times without a zone are the event's.

    Raises:
        Misconfigured: names the file, the line or key, and what is allowed.
    """
    try:
        file = EventShape.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(name, "TOML", str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(1 + p if isinstance(p, int) else p) for p in first["loc"])
        raise _wrong(name, place or "event", first["msg"].removeprefix("Value error, ")) from error
    return _event(file)


def _event(file: EventShape) -> Event:
    e = file.event
    zone = ZoneInfo(e.zone)

    def moment(at: datetime) -> datetime:
        return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)

    return Event(
        id=event_id(e.slug),
        slug=e.slug,
        name=e.words,
        venue=Words(e.venue_zh, e.venue_en),
        zone=zone,
        day_boundary=e.day_boundary,
        days=tuple(sorted(e.days)),
        categories=tuple(
            Category(c.id, c.number, c.words, c.colour, c.aliases, c.badge, c.discreet)
            for c in file.category
        ),
        checkpoints=tuple(_checkpoint(c, moment) for c in file.checkpoint),
        sessions=tuple(
            Session(s.id, s.words, Words(s.hall_zh, s.hall_en), moment(s.starts), moment(s.ends))
            for s in file.session
        ),
        questions=tuple(
            Question(q.id, q.words, frozenset(q.categories), q.kind, q.choices, q.staff)
            for q in file.question
        ),
        handouts=tuple(
            Handout(h.id, h.words, frozenset(h.categories), h.returned) for h in file.handout
        ),
        code_patterns=e.code_patterns,
        issuers=tuple(base64.b64decode(key) for key in e.issuers),
        revoked=frozenset(ticket_tag(e.slug, id_) for id_ in e.revoked),
    )


def _checkpoint(c: CheckpointShape, moment: Callable[[datetime], datetime]) -> Checkpoint:
    return Checkpoint(
        c.id,
        c.words,
        c.policy,
        frozenset(c.categories),
        moment(c.opens) if c.opens else None,
        moment(c.closes) if c.closes else None,
        c.daily,
        frozenset(c.sessions),
        c.invited_only,
        c.requires,
        c.capacity,
        timedelta(minutes=c.pause_minutes),
        c.documents,
    )


def _wrong(name: str, place: str, said: str) -> Misconfigured:
    return Misconfigured(
        Words(f"活动文件 {name} 的 {place} 有误：{said}", f"Event file {name}, {place}: {said}"),
        Words(
            "请参照 assets/demo/event.toml 修改。没有任何改动被保存。",
            "See assets/demo/event.toml for how it is written. Nothing was changed.",
        ),
    )
