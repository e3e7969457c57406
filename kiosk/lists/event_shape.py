"""What an event file may say, and what of it clashes; every message names what is wrong."""

import base64
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kiosk.domain.event import BadgePolicy, EntryPolicy, QuestionKind
from kiosk.domain.journal import BADGE_ITEM
from kiosk.domain.rules import DOCUMENT, NOTE
from kiosk.domain.words import Words


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
        """In both languages."""
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
    revoked: tuple[str, ...] = ()
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


class CheckpointShape(_Named):
    """A [[checkpoint]]."""

    id: Identifier
    policy: EntryPolicy = EntryPolicy.ONCE
    categories: tuple[Identifier, ...] = ()
    opens: Moment | None = None
    closes: Moment | None = None
    daily: tuple[time, time] | None = None
    sessions: tuple[Identifier, ...] = ()
    invited_only: bool = False
    requires: str = ""
    capacity: Annotated[int, Field(ge=1)] | None = None
    pause_minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 0
    documents: bool = False

    @model_validator(mode="after")
    def _can_be_passed(self) -> "CheckpointShape":
        if self.daily and self.daily[0] >= self.daily[1]:
            raise ValueError(f"{self.id}: daily opens at {self.daily[0]} and closes before that")
        if self.requires == self.id:
            raise ValueError(f"{self.id}: requires itself, so nobody could ever pass")
        if self.pause_minutes and self.policy is EntryPolicy.ONCE:
            raise ValueError(f"{self.id}: pause_minutes says nothing where policy is once")
        return self


class _HandoutPart(_Named):
    id: Identifier
    categories: tuple[Identifier, ...] = ()
    returned: bool = False

    @model_validator(mode="after")
    def _is_no_badge(self) -> "_HandoutPart":
        if self.id == BADGE_ITEM:
            raise ValueError(f"{self.id} is a name that the program uses itself")
        return self


class _QuestionPart(_Named):
    id: Identifier
    categories: tuple[Identifier, ...]
    kind: QuestionKind = QuestionKind.YES_NO
    choices_zh: tuple[str, ...] = ()
    choices_en: tuple[str, ...] = ()
    staff: bool = False

    @model_validator(mode="after")
    def _can_be_answered(self) -> "_QuestionPart":
        if self.id in {NOTE, DOCUMENT}:
            raise ValueError(f"{self.id} is a name that the rules use themselves")
        is_choice, count = self.kind is QuestionKind.CHOICE, len(self.choices)
        if is_choice and count < 2:
            raise ValueError(f"{self.id}: a choice needs two or more choices_zh or choices_en")
        if count and not is_choice:
            raise ValueError(f"{self.id}: choices are given, but kind is {self.kind.value}")
        if self.choices_zh and self.choices_en and len(self.choices_zh) != len(self.choices_en):
            raise ValueError(f"{self.id}: as many choices_zh as choices_en, please")
        return self

    @property
    def choices(self) -> tuple[Words, ...]:
        """The choices in both languages; one that is not given is the other."""
        pairs = zip_longest(self.choices_zh, self.choices_en, fillvalue="")
        return tuple(Words(zh, en) for zh, en in pairs)


class EventShape(_Part):
    """The whole file."""

    event: _EventPart
    category: tuple[_CategoryPart, ...] = Field(min_length=1)
    checkpoint: tuple[CheckpointShape, ...] = Field(min_length=1)
    session: tuple[_SessionPart, ...] = ()
    question: tuple[_QuestionPart, ...] = ()
    handout: tuple[_HandoutPart, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> "EventShape":
        for name in ("category", "checkpoint", "session", "question", "handout"):
            _distinct(name, [part.id for part in getattr(self, name)])
        _distinct("category number", [str(part.number) for part in self.category])
        known = {part.id for part in self.category}
        naming = [(c.id, c.categories) for c in self.checkpoint]
        naming += [(q.id, q.categories) for q in self.question]
        naming += [(h.id, h.categories) for h in self.handout]
        _known("category", known, naming)
        sessions = {part.id for part in self.session}
        _known("session", sessions, [(c.id, c.sessions) for c in self.checkpoint])
        places = {part.id: part for part in self.checkpoint}
        required = [(c.id, (c.requires,)) for c in self.checkpoint if c.requires]
        _known("checkpoint", set(places), required)
        _no_circle(places)
        return self


def _known(what: str, known: set[str], naming: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    for owner, names in naming:
        for name in names:
            if name not in known:
                raise ValueError(f"{owner} names the unknown {what} {name}")


def _no_circle(places: dict[str, CheckpointShape]) -> None:
    """Two doors that each want the other first let nobody in."""
    for start in places.values():
        seen, place = [start.id], start
        while place.requires:
            place = places[place.requires]
            if place.id in seen:
                raise ValueError(f"each requires the next: {' → '.join([*seen, place.id])}")
            seen.append(place.id)
        wanted = set(start.categories)
        first = places[start.requires] if start.requires else None
        if first and wanted and first.categories and not wanted & set(first.categories):
            raise ValueError(
                f"{start.id} takes {', '.join(sorted(wanted))} and requires {first.id}, "
                f"which takes only {', '.join(first.categories)}: nobody could ever pass"
            )


def _distinct(what: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise ValueError(f"two of one {what}: {id_}")
