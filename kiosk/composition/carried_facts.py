"""Facts carried by hand, on a stick: what sync does, where there is no network at all.

One JSON document in each line: what it is, then the facts as they travel to a hub, then how many
they were and the SHA-256 of their lines. Whoever takes the file twice takes it once.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.composition.station import Station
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, writing
from kiosk.wire.facts import FactMessage

FORMAT: Final = "kiosk-facts"
AT_ONCE: Final = 200
"""Facts in one transaction: a scan waits for at most one of these."""
LONGEST_LINE: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class Carried:
    """What came from a file: facts in it, and how many of them were new here."""

    facts: int
    new: int


def write_facts(station: Station, out: Path) -> int:
    """Write all facts that this station holds, the whole file or nothing; how many.

    The file says of persons what the journal says: it is readable by its owner only.

    Raises:
        Misconfigured, Unavailable: it cannot be written there.
    """
    part = out.with_name(f"{out.name}.part")
    digest, count = hashlib.sha256(), 0
    try:
        with writing(out):
            with open(part, "w", encoding="utf-8", newline="\n", opener=_private) as file:
                head = {"format": FORMAT, "version": 1, "station": station.journal.station}
                file.write(json.dumps(head, ensure_ascii=False) + "\n")
                for message in station.journal.exchange.everything():
                    line = message.model_dump_json() + "\n"
                    digest.update(line.encode())
                    file.write(line)
                    count += 1
                end = {"facts": count, "sha256": digest.hexdigest()}
                file.write(json.dumps(end) + "\n")
                file.flush()
                os.fsync(file.fileno())
            part.replace(out)
    finally:
        with suppress(OSError):
            part.unlink()
    return count


def read_facts(station: Station, file: Path) -> Carried:
    """Take the facts of a file; those that are here already change nothing.

    Raises:
        Misconfigured: it is no such file, or not all of it is there; nothing was taken.
    """
    count = sum(1 for _ in _facts_in(file))  # all of it is looked at before any is taken
    new, some = 0, []
    for message in _facts_in(file):
        some.append(message)
        if len(some) == AT_ONCE:
            new += station.journal.exchange.brought(some)
            some = []
    new += station.journal.exchange.brought(some)
    station.overlaying.catch_up()
    return Carried(count, new)


def _facts_in(file: Path) -> Iterator[FactMessage]:
    digest, count = hashlib.sha256(), 0
    try:
        with file.open("rb") as lines:
            _begin(file, lines.readline(LONGEST_LINE))
            while line := lines.readline(LONGEST_LINE):
                said = json.loads(line)
                if "sha256" in said:
                    if said == {"facts": count, "sha256": digest.hexdigest()} and not lines.read(1):
                        return
                    break
                digest.update(line)
                count += 1
                yield FactMessage.model_validate(said)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Misconfigured(
            Words(f"无法读取 {file}。", f"{file} cannot be read."),
            Words(f"{reason}。请检查路径。", f"{reason}. Check the path."),
        ) from error
    except (ValueError, TypeError) as error:
        raise _damaged(file) from error
    raise _damaged(file)


def _begin(file: Path, line: bytes) -> None:
    try:
        said = json.loads(line)
        known = said["format"] == FORMAT and said["version"] == 1
    except (ValueError, TypeError, LookupError):
        known = False
    if not known:
        raise Misconfigured(
            Words(f"{file} 不是签到记录文件。", f"{file} holds no check-in records."),
            Words(
                "请选择用 facts export 写出的文件；更新版本写出的文件需要先更新本程序。",
                "Choose a file that `facts export` wrote; one of a newer version needs an update.",
            ),
        )


def _damaged(file: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"{file} 不完整或已损坏。", f"{file} is damaged, or not all of it is there."),
        Words("什么都没有导入。请重新拷贝。", "Nothing was taken from it. Copy it again."),
    )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
