"""hub.json: which hub a station is paired with; and the hub's time between processes."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.composition.data_folder import DataFolder
from kiosk.devices.clocks import ComputerClock
from kiosk.domain.words import Words
from kiosk.services.hub_time import Anchor, DisciplinedClock, HubTime
from kiosk.services.ports import Clock
from kiosk.services.trouble import Misconfigured, writing

_BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class HubRecord:
    """What pairing left on this station; `url` is the last address at which the hub answered.

    `revoked`: it was put out, and has forgotten its list and its token.
    """

    url: str
    certificate: str
    station: str
    scope: str
    revoked: bool = False


def read_record(folder: DataFolder) -> HubRecord | None:
    """The hub of this station; None where it has none.

    Raises:
        Misconfigured: the file is damaged.
    """
    try:
        said = json.loads(folder.hub.read_text(encoding="utf-8"))
        return HubRecord(**said)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise Misconfigured(
            Words(f"{folder.hub} 已损坏。", f"{folder.hub} is damaged."),
            Words("请重新配对。签到记录不受影响。", "Pair again. No check-in is lost."),
        ) from error


def write_record(folder: DataFolder, record: HubRecord) -> None:
    """Keep it, whole or not at all."""
    _write(folder.hub, json.dumps(asdict(record), ensure_ascii=False))


def hub_time_of(folder: DataFolder, clock: Clock) -> HubTime:
    """What this computer knows of the hub's time from earlier processes."""
    try:
        anchor = Anchor(**json.loads(folder.hub_time.read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        anchor = None
    return HubTime(clock, _boot(), anchor)


def keep_hub_time(folder: DataFolder, known: HubTime) -> None:
    """For the next process; a loss costs a round trip."""
    if known.anchor:
        _write(folder.hub_time, json.dumps(asdict(known.anchor)))


def station_clock(folder: DataFolder) -> DisciplinedClock:
    """The computer's clock, put right by the hub's where that is known."""
    own = ComputerClock()
    return DisciplinedClock(own, hub_time_of(folder, own))


def _boot() -> str:
    """Names this run of the computer, to which its monotonic clock belongs; empty elsewhere."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with writing(path):
        part.write_text(text, encoding="utf-8")
        part.replace(path)
