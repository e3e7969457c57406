"""The event file: TOML in, a whole `Event` out, or a message that says which key is wrong."""

import base64
import re
import tomllib
from datetime import UTC, date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from kiosk.domain.event import (
    BadgePolicy,
    Category,
    Checkpoint,
    EntryPolicy,
    Event,
    Question,
    Session,
)
from kiosk.domain.identity import event_id
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured


def _pattern(text: str) -> str:
    try:
        groups = re.compile(text).groupindex
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    if "code" not in groups:
        raise ValueError("a code pattern needs a group (?P<code>…)")
    return text


def _public_key(text: str) -> str:
    if len(base64.b64decode(text, validate=True)) != 32:
        raise ValueError("an Ed25519 public key has 32 bytes, as base64")
    return text


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, KeyError, ValueError) as error:
        raise ValueError("no such time zone; write one such as Asia/Shanghai") from error
    return name


def _supported(policy: EntryPolicy) -> EntryPolicy:
    # nothing records that somebody left, so whoever went out could never come in again
    if policy is EntryPolicy.IN_OUT:
        raise ValueError("in_out is not supported yet; use once_a_day")
    return policy


def _near(moment: datetime) -> datetime:
    # further off, another zone's clock may have no word for it
    if not 2000 <= moment.year < 2200:
        raise ValueError("the year lies between 2000 and 2199")
    return moment


Moment = Annotated[datetime, AfterValidator(_near)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Named(_Part):
    zh: str = ""
    en: str = ""

    @property
    def words(self) -> Words:
        return Words(self.zh, self.en)

    @model_validator(mode="after")
    def _says_something(self) -> "_Named":
        if not self.zh and not self.en:
            raise ValueError("one of zh and en is needed")
        return self


class _EventPart(_Named):
    slug: Identifier
    venue_zh: str = ""
    venue_en: str = ""
    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Shanghai"
    day_boundary: time = time(4)
    days: tuple[date, ...] = ()
    code_patterns: tuple[Annotated[str, AfterValidator(_pattern)], ...] = ()
    issuers: tuple[Annotated[str, AfterValidator(_public_key)], ...] = ()
    plain: bool = False


class _CategoryPart(_Named):
    id: Identifier
    number: Annotated[int, Field(ge=1, le=255)]
    colour: Colour
    aliases: tuple[str, ...] = ()
    badge: BadgePolicy = BadgePolicy.ONCE
    discreet: bool = False


class _SessionPart(_Named):
    id: Identifier
    starts: Moment
    ends: Moment
    hall_zh: str = ""
    hall_en: str = ""

    @model_validator(mode="after")
    def _ends_later(self) -> "_SessionPart":
        if (self.starts.tzinfo is None) != (self.ends.tzinfo is None):
            raise ValueError("give both times a zone, or neither")
        if self.ends <= self.starts:
            raise ValueError("ends must be after starts")
        return self


class _CheckpointPart(_Named):
    id: Identifier
    policy: Annotated[EntryPolicy, AfterValidator(_supported)] = EntryPolicy.ONCE
    categories: tuple[Identifier, ...] = ()
    opens: Moment | None = None
    closes: Moment | None = None


class _QuestionPart(_Named):
    id: Identifier
    categories: tuple[Identifier, ...]


class _EventFile(_Part):
    event: _EventPart
    category: tuple[_CategoryPart, ...] = Field(min_length=1)
    checkpoint: tuple[_CheckpointPart, ...] = Field(min_length=1)
    session: tuple[_SessionPart, ...] = ()
    question: tuple[_QuestionPart, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> "_EventFile":
        for name in ("category", "checkpoint", "session", "question"):
            _distinct(name, [part.id for part in getattr(self, name)])
        _distinct("category number", [str(part.number) for part in self.category])
        known = {part.id for part in self.category}
        naming = [(c.id, c.categories) for c in self.checkpoint]
        naming += [(q.id, q.categories) for q in self.question]
        for owner, categories in naming:
            for category in categories:
                if category not in known:
                    raise ValueError(f"{owner} names the unknown category {category}")
        return self


def _distinct(what: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise ValueError(f"two of one {what}: {id_}")


def parse_event(text: str, name: str = "event.toml") -> Event:
    """The event of an event file's text; times without a zone are the event's.

    Raises:
        Misconfigured: names the file, the line or key, and what is allowed.
    """
    try:
        file = _EventFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(name, "TOML", str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(1 + p if isinstance(p, int) else p) for p in first["loc"])
        raise _wrong(name, place or "event", first["msg"].removeprefix("Value error, ")) from error
    return _event(file)


def _event(file: _EventFile) -> Event:
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
        checkpoints=tuple(
            Checkpoint(
                c.id,
                c.words,
                c.policy,
                frozenset(c.categories),
                moment(c.opens) if c.opens else None,
                moment(c.closes) if c.closes else None,
            )
            for c in file.checkpoint
        ),
        sessions=tuple(
            Session(s.id, s.words, Words(s.hall_zh, s.hall_en), moment(s.starts), moment(s.ends))
            for s in file.session
        ),
        questions=tuple(Question(q.id, q.words, frozenset(q.categories)) for q in file.question),
        code_patterns=e.code_patterns,
        issuers=tuple(base64.b64decode(key) for key in e.issuers),
    )


def _wrong(name: str, place: str, said: str) -> Misconfigured:
    return Misconfigured(
        Words(f"活动文件 {name} 的 {place} 有误：{said}", f"Event file {name}, {place}: {said}"),
        Words(
            "请参照 assets/demo/event.toml 修改。没有任何改动被保存。",
            "See assets/demo/event.toml for how it is written. Nothing was changed.",
        ),
    )
