"""What the doctor says of sync: the hub, what was not sent, what was turned down, doubles, time."""

from collections.abc import Iterator
from contextlib import closing

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.hub_record import hub_time_of, read_record
from kiosk.composition.station import open_journal, open_roster
from kiosk.devices.clocks import ComputerClock
from kiosk.domain.doubles import doubles
from kiosk.domain.words import Words
from kiosk.services.findings import Finding, Health
from kiosk.services.sync_status import CLOCK_OFF_SECONDS
from kiosk.settings import Settings


def sync_findings(folder: DataFolder, settings: Settings) -> Iterator[Finding]:
    """Every part of sync and what to do about it.

    Raises:
        Misconfigured, Unavailable: the station's files.
    """
    yield _hub(folder)
    if read_record(folder) is None:
        return
    with closing(open_journal(folder, settings, ComputerClock())) as journal:
        unsent, parked = journal.unsent(), journal.exchange.parked()
        doubtful = journal.doubtful()
    yield _outbox(unsent, [refusal.why for refusal in parked])
    with closing(open_roster(folder)) as roster:
        if roster.event_text():
            open_ = sum(not one.settled for one in doubles(doubtful, roster.event()))
            yield _doubles(open_)
    clock = ComputerClock()
    yield _time(hub_time_of(folder, clock).off_seconds())


def _hub(folder: DataFolder) -> Finding:
    record = read_record(folder)
    if record is None:
        said = Words("单机运行，没有中心", "works alone, without a hub")
        return Finding("hub", Health.GOOD, said)
    if record.revoked:
        return Finding(
            "hub",
            Health.BAD,
            Words("本机已被中心移除，名单已清除", "put out by the hub; the list is gone"),
            Words(
                "未发送的记录仍在本机。请在中心重新生成配对码并配对。",
                "What was not sent is still here. Make a code on the hub and pair again.",
            ),
        )
    said = Words(f"{record.url}（{record.scope}）", f"{record.url} ({record.scope})")
    return Finding("hub", Health.GOOD, said)


def _outbox(unsent: int, parked: list[str]) -> Finding:
    said = Words(f"{unsent} 条待发送", f"{unsent} to send")
    if not parked:
        return Finding("outbox", Health.GOOD, said)
    why = ", ".join(sorted(set(parked)))
    return Finding(
        "outbox",
        Health.WARN,
        Words(
            f"{said.zh}，中心未接受 {len(parked)} 条（{why}）",
            f"{said.en}, {len(parked)} turned down by the hub ({why})",
        ),
        Words(
            "没有丢失，也不妨碍其他记录。更新程序或核对权限后运行 sync --once --retry-parked。",
            "Nothing is lost, and nothing waits behind them. Update or check the scope, then run "
            "sync --once --retry-parked.",
        ),
    )


def _doubles(count: int) -> Finding:
    if not count:
        return Finding("doubles", Health.GOOD, Words("没有重复签到", "no double check-ins"))
    return Finding(
        "doubles",
        Health.WARN,
        Words(f"{count} 人在两处签到", f"{count} checked in at two desks"),
        Words(
            "两处当时都不知道对方。请在中心页面核实，或撤销多余的一次。",
            "Neither desk knew of the other. Settle it on the hub's page, or undo one.",
        ),
    )


def _time(off: float) -> Finding:
    if abs(off) < CLOCK_OFF_SECONDS:
        return Finding(
            "hub time", Health.GOOD, Words(f"相差 {off:+.1f} 秒", f"off by {off:+.1f} s")
        )
    return Finding(
        "hub time",
        Health.WARN,
        Words(f"电脑时钟相差 {off:+.0f} 秒", f"the computer's clock is off by {off:+.0f} s"),
        Words(
            "已按中心时间记录，先后顺序正确。请校准电脑时钟。",
            "Facts carry the hub's time and stand in the right order. Set the computer's clock.",
        ),
    )
