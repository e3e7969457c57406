"""What a printer's own words on its state mean for a desk.

Printers grade the same reason differently: a badge printer without paper says
`media-empty-warning` through CUPS and `media-empty-error` directly, and prints nothing in
either case. So most reasons are judged by what they are, not by their grade.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kiosk.domain.words import Words
from kiosk.services.ports import PrinterLamp, Remedy

_READY: Final = Words("就绪", "Ready")
_PAPER: Final = Words("打印机缺纸，请装入胸卡纸。", "Out of badge stock: load more.")
_JAM: Final = Words("打印机卡纸，请清除卡住的纸。", "Stock is jammed: clear it.")
_OPEN: Final = Words("打印机盖未合上，请合上。", "A cover is open: close it.")
_INK: Final = Words("色带或墨粉用尽，请更换。", "The ribbon or toner is empty: replace it.")
_OFFLINE: Final = Words(
    "打印机没有响应，请检查电源和线缆。", "The printer is not answering: check power and cable."
)
_PAUSED: Final = Words("打印机已暂停，请恢复。", "The printer is paused: resume it.")
_REFUSING: Final = Words("打印机不接受任务，请启用队列。", "The queue rejects jobs: enable it.")
_FULL: Final = Words("出纸口已满，请取走胸卡。", "The output is full: take the badges out.")
_MEMORY: Final = Words("打印队列已满，请稍候。", "The print queue is full: wait.")

_STOPS: Final = {
    "media-empty": _PAPER,
    "media-needed": _PAPER,
    "input-tray-missing": _PAPER,
    "media-jam": _JAM,
    "door-open": _OPEN,
    "cover-open": _OPEN,
    "interlock-open": _OPEN,
    "marker-supply-empty": _INK,
    "toner-empty": _INK,
    "output-area-full": _FULL,
    "spool-area-full": _MEMORY,
    "paused": _PAUSED,
    "moving-to-paused": _PAUSED,
    "hold-new-jobs": _PAUSED,
    "offline": _OFFLINE,
    "shutdown": _OFFLINE,
    "timed-out": _OFFLINE,
    "stopping": _OFFLINE,
}
_REMEDIES: Final = {
    _PAPER: Remedy.LOAD,
    _JAM: Remedy.CLEAR,
    _OPEN: Remedy.CLOSE,
    _INK: Remedy.INK,
    _OFFLINE: Remedy.POWER,
    _PAUSED: Remedy.RESUME,
    _REFUSING: Remedy.RESUME,
    _FULL: Remedy.EMPTY,
}
_LOW_PAPER: Final = Words(
    "就绪；胸卡纸将尽，请备纸。", "Ready; badge stock is low, have more at hand."
)
_LOW_INK: Final = Words("就绪；色带或墨粉将尽。", "Ready; ribbon or toner is low.")
_WARNINGS: Final = {
    "media-low": _LOW_PAPER,
    "marker-supply-low": _LOW_INK,
    "toner-low": _LOW_INK,
}
# CUPS keeps the reasons at "none" while its printer is away and only says so in words.
_AWAY: Final = ("may not exist", "unavailable", "not responding", "unable to connect", "offline")
_GRADES: Final = ("-error", "-warning", "-report")
STOPPED: Final = 5


@dataclass(frozen=True, slots=True)
class Signs:
    """A printer's state: 3 idle, 4 at work, 5 stopped, with its reasons and its message."""

    state: int
    reasons: tuple[str, ...]
    message: str
    accepting: bool


def lamp_of(signs: Signs) -> PrinterLamp:
    """Green, or the first thing a person must do."""
    stops = list(_stops(signs.reasons))
    if stops:
        return _dark(stops[0])
    if any(word in signs.message.lower() for word in _AWAY):
        return _dark(_OFFLINE)
    if not signs.accepting:
        return _dark(_REFUSING)
    if signs.state == STOPPED:
        return _dark(_stopped(signs))
    warnings = (_WARNINGS.get(_plain(reason)) for reason in signs.reasons)
    return PrinterLamp(ready=True, words=next((w for w in warnings if w), _READY))


def unreachable() -> PrinterLamp:
    """The lamp of a printer that does not answer."""
    return _dark(_OFFLINE)


def unknown_queue() -> PrinterLamp:
    """The lamp where something answers, but not as this printer."""
    words = Words(
        "该地址没有这台打印机，请检查设置中的地址。",
        "No such printer at this address: check it in the settings.",
    )
    return PrinterLamp(ready=False, words=words)


def _dark(words: Words) -> PrinterLamp:
    return PrinterLamp(ready=False, words=words, remedy=_REMEDIES.get(words, Remedy.LOOK))


def _stops(reasons: Iterable[str]) -> Iterable[Words]:
    found = {_plain(reason): reason for reason in reasons}
    # In the order of the table: what a person can mend before what follows from it.
    for plain, words in _STOPS.items():
        if plain in found and _stops_work(plain, found[plain]):
            yield words
    for plain, reason in found.items():
        if reason.endswith("-error") and plain not in _STOPS and plain not in _WARNINGS:
            yield Words(f"打印机报告错误：{plain}。", f"The printer reports an error: {plain}.")


def _stops_work(plain: str, reason: str) -> bool:
    # A report is about another tray or past trouble; but CUPS calls a printer that is
    # switched off "offline-report".
    return plain == "offline" or not reason.endswith("-report")


def _plain(reason: str) -> str:
    for grade in _GRADES:
        if reason.endswith(grade):
            return reason.removesuffix(grade)
    return reason


def _stopped(signs: Signs) -> Words:
    why = signs.message or ", ".join(r for r in signs.reasons if r != "none")
    zh, en = (f"（{why}）", f" ({why})") if why else ("", "")
    return Words(f"打印机已停止{zh}，请查看打印机。", f"The printer has stopped{en}: look at it.")
