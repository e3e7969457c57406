"""Looks at everything a station needs and says what to do about what is not right."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from kiosk.composition.assets import FONTS
from kiosk.composition.station import Station, badge_drawer, opened, printer_for
from kiosk.devices.cameras import camera_for
from kiosk.domain.words import Words
from kiosk.services.trouble import Trouble
from kiosk.settings import PrinterKind

LEAST_FREE_MB = 500
LAST_KNOWN_YEAR = 2026
"""The year this was written: a clock before it is wrong."""
CRYPTIC = "王欧阳𬭚㛃䶮 Łukasz Żółć Nguyễn Thị Ánh"


NOTHING = Words("", "")


class Health(StrEnum):
    """How a part is."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the station: how it is, and what to do."""

    part: str
    health: Health
    said: Words
    advice: Words = NOTHING


def examine(path: Path, config: Path | None) -> Iterator[Finding]:
    """Every part in turn; a part that is broken does not hide the others."""
    yield _disk(path)
    yield _clock()
    yield _checked("fonts", _fonts)
    try:
        with opened(path, config) as station:
            yield Finding("settings", Health.GOOD, Words("可用", "usable"))
            yield _checked("keys", lambda: _keys(station))
            yield _checked("journal", lambda: _journal(station))
            yield _checked("roster", lambda: _roster(station))
            yield _checked("template", lambda: _template(station))
            yield _checked("printer", lambda: _printer(station))
            yield _checked("camera", lambda: _camera(station))
    except Trouble as trouble:
        yield Finding("data", Health.BAD, trouble.title, trouble.advice)


def _checked(part: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Trouble as trouble:
        return Finding(part, Health.BAD, trouble.title, trouble.advice)


def _disk(path: Path) -> Finding:
    there = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
    free = shutil.disk_usage(there).free // 2**20
    said = Words(f"剩余 {free} MB", f"{free} MB free")
    if free >= LEAST_FREE_MB:
        return Finding("disk", Health.GOOD, said)
    advice = Words(f"请腾出至少 {LEAST_FREE_MB} MB。", f"Free at least {LEAST_FREE_MB} MB.")
    return Finding("disk", Health.BAD, said, advice)


def _clock() -> Finding:
    now = datetime.now(UTC).astimezone()
    said = Words(f"{now:%Y-%m-%d %H:%M %Z}", f"{now:%Y-%m-%d %H:%M %Z}")
    if now.year >= LAST_KNOWN_YEAR:
        return Finding("clock", Health.GOOD, said)
    advice = Words("电脑时钟不对，请校准后再签到。", "The computer's clock is wrong; set it first.")
    return Finding("clock", Health.BAD, said, advice)


def _fonts() -> Finding:
    from kiosk.badges.drawer import TemplateDrawer  # noqa: PLC0415  a broken room is a finding
    from kiosk.badges.template import load_template  # noqa: PLC0415
    from kiosk.composition.assets import TEMPLATES  # noqa: PLC0415

    drawer = TemplateDrawer(load_template(TEMPLATES / "lanyard.toml"), FONTS)
    missing = drawer.missing(CRYPTIC)
    files = len(list(FONTS.glob("*.ttf")))
    if missing:
        points = " ".join(f"U+{ord(character):04X}" for character in missing)
        return Finding(
            "fonts",
            Health.BAD,
            Words(f"缺字 {points}", f"no glyph for {points}"),
            Words("请重新安装程序。", "Install the program again."),
        )
    return Finding("fonts", Health.GOOD, Words(f"{files} 个字体文件", f"{files} font files"))


def _keys(station: Station) -> Finding:
    issuers = 0
    if station.roster.event_text():
        issuers = len(station.roster.event().issuers)
    said = Words(f"本机密钥可用；签发者 {issuers} 个", f"code key usable; {issuers} issuers")
    private = [p.name for p in station.folder.path.rglob("issuer.key")]
    if private:
        return Finding(
            "keys",
            Health.BAD,
            Words("签发私钥在签到台上！", "An issuer's private key lies on this station!"),
            Words("请立即移走 issuer.key。", "Move issuer.key away at once."),
        )
    return Finding("keys", Health.GOOD, said)


def _journal(station: Station) -> Finding:
    facts, unsent = len(station.journal.facts()), station.journal.unsent()
    return _database(
        "journal",
        station.journal.check(),
        Words(f"{facts} 条记录，{unsent} 条待同步", f"{facts} facts, {unsent} wait for sync"),
    )


def _roster(station: Station) -> Finding:
    if not station.roster.event_text():
        return Finding(
            "roster",
            Health.WARN,
            Words("还没有名单", "no list yet"),
            Words("请导入名单：import 名单.csv", "Import one: import LIST.csv"),
        )
    said = Words(f"{station.roster.count()} 张票", f"{station.roster.count()} tickets")
    return _database("roster", station.roster.check(), said)


def _database(part: str, check: str, said: Words) -> Finding:
    version = sqlite3.sqlite_version
    if check == "ok":
        return Finding(
            part,
            Health.GOOD,
            Words(f"{said.zh}（SQLite {version}）", f"{said.en} (SQLite {version})"),
        )
    return Finding(
        part,
        Health.BAD,
        Words(f"已损坏：{check}", f"damaged: {check}"),
        Words("请从备份恢复；名单可重新导入。", "Restore a backup; a list can be imported again."),
    )


def _template(station: Station) -> Finding:
    badge_drawer(station.settings)
    name = station.settings.printer.template
    return Finding("template", Health.GOOD, Words(name, name))


def _printer(station: Station) -> Finding:
    printer = printer_for(station.folder, station.settings)
    lamp = printer.lamp()
    if not lamp.ready:
        advice = Words(
            "请检查打印机，或在 [printer] 中另选。",
            "See to the printer, or choose another under [printer].",
        )
        return Finding("printer", Health.BAD, lamp.words, advice)
    if station.settings.printer.kind is PrinterKind.FOLDER:
        return Finding(
            "printer",
            Health.WARN,
            Words("胸卡只存为 PDF 文件", "badges are only saved as PDF files"),
            Words(
                '真实打印请设置 [printer] kind = "ipp"。',
                'For paper set kind = "ipp" under [printer].',
            ),
        )
    return Finding("printer", Health.GOOD, lamp.words)


def _camera(station: Station) -> Finding:
    chosen = station.settings.camera
    camera = camera_for(chosen.source, station.clock, (chosen.width, chosen.height, chosen.fps))
    try:
        camera.open()
        frame = camera.read()
    finally:
        camera.close()
    if frame is None:
        return Finding(
            "camera",
            Health.BAD,
            Words("没有画面", "no picture"),
            Words("请检查摄像头。", "Check the camera."),
        )
    said = Words(f"{frame.width}×{frame.height}", f"{frame.width}×{frame.height}")
    return Finding("camera", Health.GOOD, said)
