"""How sync is: a value for screens, the command line and the hub."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kiosk.domain.words import Words


class SyncState(StrEnum):
    """Where a station stands with its hub."""

    ALONE = "alone"
    ONLINE = "online"
    OFFLINE = "offline"
    REVOKED = "revoked"
    TOO_OLD = "too_old"


CLOCK_OFF_SECONDS: Final = 5.0
"""From here on a wrong wall clock is worth a word."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """All of it, in numbers.

    `since` is when this state began; `behind` how many facts of others are still to come;
    `roster_at` when the roster was last known to be the hub's; `clock_off` seconds that the
    computer's clock lies behind the hub; `found` how the hub is reached; `trouble` the last one.
    """

    state: SyncState = SyncState.ALONE
    since: datetime | None = None
    unsent: int = 0
    parked: int = 0
    behind: int = 0
    doubles: int = 0
    roster_at: datetime | None = None
    clock_off: float = 0.0
    found: str = ""
    trouble: Words | None = None

    @property
    def calm(self) -> bool:
        """Whether nobody need look at it; being offline is no trouble, it is what we are for."""
        return not (
            self.parked
            or self.doubles
            or self.state in {SyncState.REVOKED, SyncState.TOO_OLD}
            or abs(self.clock_off) >= CLOCK_OFF_SECONDS
        )


def told(status: SyncStatus) -> Words:
    """One line for the desk."""
    parts = [_STATES[status.state]]
    if status.unsent:
        parts.append(Words(f"待发送 {status.unsent}", f"{status.unsent} to send"))
    if status.behind:
        parts.append(Words(f"待接收 {status.behind}", f"{status.behind} to come"))
    if status.doubles:
        parts.append(
            Words(f"重复签到 {status.doubles}", f"{status.doubles} double check-ins: see the hub")
        )
    if status.parked:
        parts.append(Words(f"中心未接受 {status.parked}", f"{status.parked} turned down by hub"))
    if abs(status.clock_off) >= CLOCK_OFF_SECONDS:
        off = f"{status.clock_off:+.0f}"
        parts.append(
            Words(f"电脑时钟相差 {off} 秒，已用中心时间", f"clock off by {off} s, hub's is used")
        )
    return Words("，".join(p.zh for p in parts), ", ".join(p.en for p in parts))


_STATES: Final = {
    SyncState.ALONE: Words("单机运行", "Works alone"),
    SyncState.ONLINE: Words("已联机", "Online"),
    SyncState.OFFLINE: Words("离线，照常签到", "Offline, check-in goes on"),
    SyncState.REVOKED: Words("已被中心移除", "Put out by the hub"),
    SyncState.TOO_OLD: Words("程序版本过旧，无法同步", "Too old for the hub"),
}
