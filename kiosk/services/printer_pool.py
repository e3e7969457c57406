"""Several printers side by side: who serves whom, who is free, who needs a hand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from kiosk.domain.journal import JobState, PrinterOrder
from kiosk.domain.ledger import PrinterStanding, PrintJob
from kiosk.domain.words import Words
from kiosk.services.ports import BadgeDrawer, Clock, Printer, PrinterLamp, Remedy

DEPTH: Final = 2
"""Badges that a printer holds at once: the next is at hand, and few are stuck where one jams."""
TOO_LONG: Final = 20.0
"""Seconds after which a badge that a printer calls well has waited too long: it may be off."""
LOW_STOCK: Final = 20
_STANDING: Final = PrinterStanding()


@dataclass(frozen=True, slots=True)
class Stand:
    """A printer with the drawer for its stock.

    `categories` are those whose stock it holds: they go to such printers only, and these
    print nothing else. None at all: it prints for everybody whom no printer is set apart for.
    """

    printer: Printer
    drawer: BadgeDrawer
    categories: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The printer's name."""
        return self.printer.name


@dataclass(frozen=True, slots=True)
class StandLamp:
    """How one printer is: its lamp, how many badges it has, what staff told it, stock left."""

    name: str
    lamp: PrinterLamp
    waiting: int
    order: PrinterOrder
    left: int | None


@dataclass(slots=True)
class PrinterPool:
    """What is known of the printers just now. Used by the printing thread alone."""

    stands: Sequence[Stand]
    clock: Clock
    _lamps: dict[str, PrinterLamp] = field(default_factory=dict)
    _dark_since: dict[str, float] = field(default_factory=dict)
    _sent_at: dict[UUID, float] = field(default_factory=dict)
    _waiting: Counter[str] = field(default_factory=Counter)
    _handed: Counter[str] = field(default_factory=Counter)
    _gave_up: defaultdict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    _standing: Mapping[str, PrinterStanding] = field(default_factory=dict)

    def look(self, jobs: Iterable[PrintJob], standing: Mapping[str, PrinterStanding]) -> None:
        """Ask every printer how it is."""
        self._standing = standing
        sent = self.count(jobs)
        now = self.clock.monotonic()
        for stand in self.stands:
            oldest = min(
                (self._sent_at[j.job] for j in sent if j.printer == stand.name), default=now
            )
            self._see(stand.name, _judged(stand.printer.lamp(), now - oldest))

    def count(self, jobs: Iterable[PrintJob]) -> list[PrintJob]:
        """See how many badges each printer has; those badges."""
        sent = [job for job in jobs if job.state is JobState.SENT]
        self._waiting = Counter(job.printer for job in sent)
        now = self.clock.monotonic()
        self._sent_at = {job.job: self._sent_at.get(job.job, now) for job in sent}
        return sent

    def trouble(self, name: str, words: Words) -> None:
        """A printer has just turned out not to work."""
        self._see(name, PrinterLamp(ready=False, words=words))

    def took(self, name: str, job: UUID, *, holds: bool) -> None:
        """A printer has just been handed a badge, which waits in it or is out already."""
        self._handed[name] += 1
        if holds:
            self._waiting[name] += 1
            self._sent_at[job] = self.clock.monotonic()

    def of(self, name: str) -> Stand | None:
        """The printer of this name, if it is still set up."""
        return next((stand for stand in self.stands if stand.name == name), None)

    def another_for(self, job: UUID, name: str) -> bool:
        """Whether a printer is left for a badge that this one gave up before any ink."""
        self._gave_up[job].add(name)
        return any(stand.name not in self._gave_up[job] for stand in self.stands)

    def free_for(self, category: str, job: UUID) -> list[Stand]:
        """The printers that may take this badge of this category now.

        The one with the fewest waiting first; among equals, the one that got the fewest so far.
        """
        fit = [
            stand
            for stand in self._serving(category, self._gave_up.get(job, set()))
            if self._is_free(stand)
        ]
        return sorted(fit, key=lambda s: (self._waiting[s.name], self._handed[s.name]))

    def any_free(self) -> bool:
        """Whether any printer may take a badge at all."""
        return any(self._is_free(stand) for stand in self.stands)

    def dark_for(self, name: str) -> float:
        """How many seconds a printer has not been well; 0 where it is."""
        since = self._dark_since.get(name)
        return 0.0 if since is None else self.clock.monotonic() - since

    def order(self, name: str) -> PrinterOrder:
        """What staff told a printer last."""
        return self._standing.get(name, _STANDING).order

    def lamps(self) -> tuple[StandLamp, ...]:
        """How every printer is, in the order of the settings."""
        return tuple(self._lamp(stand) for stand in self.stands)

    def _lamp(self, stand: Stand) -> StandLamp:
        standing = self._standing.get(stand.name, _STANDING)
        lamp = self._lamps.get(stand.name) or stand.printer.lamp()
        if lamp.ready and standing.order is not PrinterOrder.RUN:
            lamp = PrinterLamp(ready=False, words=_HELD[standing.order], remedy=Remedy.RESUME)
        elif lamp.ready and standing.left is not None and standing.left <= LOW_STOCK:
            lamp = PrinterLamp(ready=True, words=_low(standing.left))
        return StandLamp(stand.name, lamp, self._waiting[stand.name], standing.order, standing.left)

    def _serving(self, category: str, but: AbstractSet[str]) -> list[Stand]:
        """Printers set apart for the category, else those for everybody, else all."""
        serving = [
            stand
            for stand in self.stands
            if self.order(stand.name) is not PrinterOrder.DRAIN and stand.name not in but
        ]
        apart = [stand for stand in serving if category in stand.categories]
        return apart or [stand for stand in serving if not stand.categories] or serving

    def _is_free(self, stand: Stand) -> bool:
        lamp = self._lamps.get(stand.name)
        well = lamp is not None and lamp.ready
        told = self.order(stand.name) is PrinterOrder.RUN
        return well and told and self._waiting[stand.name] < DEPTH

    def _see(self, name: str, lamp: PrinterLamp) -> None:
        self._lamps[name] = lamp
        if lamp.ready:
            self._dark_since.pop(name, None)
        else:
            self._dark_since.setdefault(name, self.clock.monotonic())


def one_lamp(lamps: Sequence[StandLamp]) -> PrinterLamp:
    """All lamps as one: dark where any is, and then with the printer's name among several."""
    shown = next((one for one in lamps if not one.lamp.ready), None)
    shown = shown or next((one for one in lamps if one.left is not None), None) or lamps[0]
    if len(lamps) == 1:
        return shown.lamp
    words = Words(f"{shown.name}：{shown.lamp.words.zh}", f"{shown.name}: {shown.lamp.words.en}")
    return replace(shown.lamp, words=words)


def _judged(lamp: PrinterLamp, oldest: float) -> PrinterLamp:
    """What a printer says of itself, unless a badge of ours tells otherwise."""
    if not lamp.ready or oldest <= TOO_LONG:
        return lamp
    return PrinterLamp(ready=False, words=_SLOW, remedy=Remedy.POWER)


def _low(left: int) -> Words:
    if left == 0:
        return Words(
            "就绪；按计数胸卡纸应已用完，请装纸并登记。",
            "Ready; by the count the stock is used up: load some and say so.",
        )
    return Words(f"就绪；约剩 {left} 张胸卡纸。", f"Ready; about {left} badges left.")


_SLOW: Final = Words(
    "胸卡久未打出：请查看打印机是否开机、连线。",
    "A badge is taking too long: see that the printer is on and connected.",
)
_HELD: Final = {
    PrinterOrder.PAUSE: Words("已暂停，任务等它恢复。", "Paused; its badges wait for it."),
    PrinterOrder.DRAIN: Words("停止接单，任务转到其他打印机。", "Drained; others take its badges."),
}
