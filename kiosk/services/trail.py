"""What happened to one ticket, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.event import Event
from kiosk.domain.journal import (
    Amending,
    CheckedIn,
    CheckedOut,
    ClockQuality,
    Fact,
    HandedOut,
    Happened,
    JobState,
    PrinterTold,
    PrintJobMoved,
    TurnedAway,
    Voided,
)
from kiosk.domain.rarer_facts import DoubleSettled, Unfamiliar
from kiosk.domain.words import Words
from kiosk.services.amending_words import amending_words

_JOBS = {
    JobState.QUEUED: Words("胸卡排队打印", "badge queued"),
    JobState.SENT: Words("胸卡已送打印机", "badge sent to the printer"),
    JobState.CONFIRMED: Words("胸卡已打印", "badge printed"),
    JobState.UNKNOWN: Words("不确定胸卡是否打印", "nobody could tell whether the badge came out"),
    JobState.FAILED: Words("胸卡打印失败", "the badge failed to print"),
    JobState.CANCELLED: Words("胸卡打印已取消", "the badge was cancelled"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One fact in words; `undone` where a later one took it back; `doubtful` of its time."""

    fact: Fact
    at: datetime
    station: str
    words: Words
    undone: bool
    doubtful: bool

    @property
    def may_be_taken_back(self) -> bool:
        """Whether it is a change or a hand-out that still holds."""
        return isinstance(self.fact.what, Amending | HandedOut) and not self.undone


def trail(facts: Iterable[Fact], event: Event) -> tuple[Step, ...]:
    """Every fact about a ticket, oldest first."""
    ordered = sorted(set(facts), key=ledger.order)
    void = ledger.voided(ordered)
    kinds = {f.id: f.what for f in ordered}
    return tuple(
        Step(
            fact,
            fact.at,
            fact.station,
            _words(fact.what, event, kinds),
            fact.id in void,
            fact.clock is not ClockQuality.GOOD,
        )
        for fact in ordered
    )


def _words(what: Happened, event: Event, kinds: dict[UUID, Happened]) -> Words:
    match what:
        case CheckedIn():
            return _came(what, _place(event, what.checkpoint))
        case CheckedOut():
            place = _place(event, what.checkpoint)
            return Words(f"离开{place.zh}", f"left {place.en}")
        case TurnedAway():
            place = _place(event, what.checkpoint)
            reason = what.reason.value
            return Words(f"在{place.zh}未通过：{reason}", f"turned away at {place.en}: {reason}")
        case Voided():
            taken = kinds.get(what.fact)
            zh, en = ("离场", "the leaving") if isinstance(taken, CheckedOut) else ("签到", "it")
            if isinstance(taken, Amending | HandedOut):
                zh, en = "更改", "the change"
            return Words(f"撤销{zh}：{what.reason}", f"took {en} back: {what.reason}")
        case PrintJobMoved():
            said = _JOBS[what.to]
            more = f" ({what.cause})" if what.cause else ""
            return Words(f"{said.zh}，第 {what.copy} 张{more}", f"{said.en}, no. {what.copy}{more}")
        case DoubleSettled() | Unfamiliar() | PrinterTold():
            return _rarer(what, event)
        case _:
            return amending_words(what, event)


def _rarer(what: DoubleSettled | Unfamiliar | PrinterTold, event: Event) -> Words:
    match what:
        case DoubleSettled():
            place = _place(event, what.checkpoint)
            more = f": {what.note}" if what.note else ""
            return Words(
                f"{place.zh}的重复签到已核实{more}",
                f"double check-in at {place.en} looked at, and stands{more}",
            )
        case Unfamiliar():
            return Words(f"新版本的记录（{what.kind}）", f"a newer version's record ({what.kind})")
        case PrinterTold():  # pragma: no cover  it is about no ticket
            return Words(what.order.value, what.order.value)


def _came(what: CheckedIn, place: Words) -> Words:
    zh, en = f"在{place.zh}签到", f"checked in at {place.en}"
    if what.overrides:
        why = f"：{what.why}" if what.why else ""
        zh += f"，{what.by} 放行（{what.overrides.value}{why}）"
        en += f", let in by {what.by} against {what.overrides.value}"
        en += f" ({what.why})" if what.why else ""
    for question, answer in what.answers:
        yes_or_no = ("是", "yes") if answer is True else ("否", "no")
        said = (answer, answer) if isinstance(answer, str) else yes_or_no
        zh, en = f"{zh}；{question}：{said[0]}", f"{en}; {question}: {said[1]}"
    return Words(zh, en)


def _place(event: Event, checkpoint_id: str) -> Words:
    checkpoint = event.checkpoint(checkpoint_id)
    return checkpoint.name if checkpoint else Words(checkpoint_id, checkpoint_id)
