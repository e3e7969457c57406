"""Badges and printers as the services need them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class DrawnBadge:
    """A badge as PDF, with what a person must know before it is printed.

    `missing` are characters that no bundled font has; `overflowing` the boxes whose text
    does not fit at its least size. Both empty: print it.
    """

    pdf: bytes
    width_mm: float
    height_mm: float
    pages: int = 1
    missing: tuple[str, ...] = ()
    overflowing: tuple[str, ...] = ()


class BadgeDrawer(Protocol):
    """Draws badges. One thread uses it (fonts are not to be shared)."""

    def draw(self, words: BadgeWords) -> DrawnBadge:
        """The badge for these words; the same words give the same bytes."""

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font can draw."""

    def ruler(self) -> DrawnBadge:
        """A page to try a printer's scale with, as large as the badges."""


class NameCheck(Protocol):
    """Tells of a name what its badge would show. Asked a million times: known names are free."""

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font can draw."""

    def fits(self, name: str) -> bool:
        """Whether the badge has room for the whole name at a size that can be read."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a printer is handed. `title` is shown in queues, so it holds no name.

    Two `pages` are the two sides of one badge.
    """

    job: UUID
    title: str
    pdf: bytes
    width_mm: float
    height_mm: float
    pages: int = 1


class Fate(StrEnum):
    """What became of a job, as far as the printer tells."""

    WAITING = "waiting"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ABSENT = "absent"
    UNTOLD = "untold"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class PrintAnswer:
    """A printer's word on one job; `why` in its own terms, `ref` its own name for the job.

    ABSENT means it surely never got the job; UNTOLD that nobody can know;
    SILENT that the printer does not answer just now and is to be asked again. FAILED
    and `is_blank`: it gave up before any ink, so that another printer may have it.
    """

    fate: Fate
    ref: str = ""
    why: str = ""
    is_blank: bool = False


class Remedy(StrEnum):
    """What a hand must do at a printer; screens have a picture of each."""

    LOOK = "look"
    LOAD = "load"
    CLEAR = "clear"
    CLOSE = "close"
    INK = "ink"
    POWER = "power"
    RESUME = "resume"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class PrinterLamp:
    """How the printer is: green, or not and what to do about it."""

    ready: bool
    words: Words
    remedy: Remedy = Remedy.LOOK


class Printer(Protocol):
    """A way to paper. One thread uses it."""

    @property
    def name(self) -> str:
        """The name that settings and facts call it by."""

    def send(self, paper: Paper) -> PrintAnswer:
        """Hand the job over.

        Unavailable only where the printer surely did not take it; a lost answer is UNTOLD.
        Handing over the same job twice prints it once wherever the printer can tell.
        """

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        """What became of the job; `ref` may be empty after a crash."""

    def withdraw(self, job: UUID, ref: str) -> PrintAnswer:
        """Take a job back, to print it elsewhere or not at all.

        ABSENT: it surely never came out, and never will here. UNTOLD: it will not come out any
        more, but may have. Anything else is what `ask` says, and the job stays where it is.
        """

    def lamp(self) -> PrinterLamp:
        """How the printer is now; never raises."""
