"""Looks at everything a station needs and says what to do about what is not right."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kiosk.composition.assets import FONTS
from kiosk.composition.data_folder import DataFolder, settings_of
from kiosk.composition.doctor_of_eyes import eyes
from kiosk.composition.doctor_of_sync import sync_findings
from kiosk.composition.printing import stands
from kiosk.composition.station import open_journal, open_roster
from kiosk.devices.clocks import ComputerClock, believable
from kiosk.domain.journal import ClockQuality
from kiosk.domain.words import Words
from kiosk.keys.station import open_station_keys
from kiosk.services.findings import Finding, Health
from kiosk.services.trouble import Trouble
from kiosk.settings import PrinterKind, Settings

LEAST_FREE_MB = 500
CRYPTIC = "王欧阳𬭚㛃䶮 Łukasz Żółć Nguyễn Thị Ánh"


def examine(path: Path, config: Path | None) -> Iterator[Finding]:
    """Every part in turn; a part that is broken does not hide the others."""
    folder = DataFolder(path)
    yield from _computer(folder)
    settings, said = _settings(folder, config)
    yield said
    if settings:
        yield from _station(folder, settings)
        yield from eyes(settings)
        return
    yield _checked("keys", lambda: _keys(folder))
    # a station's name is given when its journal is made: not while the settings are broken
    if folder.facts.exists():
        yield _checked("journal", lambda: _journal(folder, Settings()))
    yield _checked("roster", lambda: _roster(folder))


def examine_beside(folder: DataFolder, settings: Settings) -> Iterator[Finding]:
    """Every part of a station that runs: not its camera, which nobody else can open meanwhile."""
    yield from _computer(folder)
    yield from _station(folder, settings)


def _computer(folder: DataFolder) -> Iterator[Finding]:
    yield _disk(folder.path)
    yield _clock()
    yield _checked("fonts", _fonts)
    yield _checked("data", lambda: _data(folder))


def _station(folder: DataFolder, settings: Settings) -> Iterator[Finding]:
    yield _checked("keys", lambda: _keys(folder))
    yield _checked("journal", lambda: _journal(folder, settings))
    yield _checked("roster", lambda: _roster(folder))
    yield from _sync(folder, settings)
    yield _checked("template", lambda: _template(folder, settings))
    yield _checked("printer", lambda: _printer(folder, settings))


def _sync(folder: DataFolder, settings: Settings) -> Iterator[Finding]:
    try:
        yield from sync_findings(folder, settings)
    except Trouble as trouble:
        yield Finding("sync", Health.BAD, trouble.title, trouble.advice)


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
    if believable(now) is ClockQuality.GOOD:
        return Finding("clock", Health.GOOD, said)
    advice = Words("电脑时钟不对，请校准后再签到。", "The computer's clock is wrong; set it first.")
    return Finding("clock", Health.BAD, said, advice)


def _fonts() -> Finding:
    from kiosk.badges.drawer import TemplateDrawer  # noqa: PLC0415  a broken room is a finding
    from kiosk.badges.template_file import load_template  # noqa: PLC0415
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


def _data(folder: DataFolder) -> Finding:
    folder.prepare()
    return Finding("data", Health.GOOD, Words(str(folder.path), str(folder.path)))


def _settings(folder: DataFolder, config: Path | None) -> tuple[Settings | None, Finding]:
    try:
        settings = settings_of(folder, config)
    except Trouble as trouble:
        return None, Finding("settings", Health.BAD, trouble.title, trouble.advice)
    return settings, Finding("settings", Health.GOOD, Words("可用", "usable"))


def _keys(folder: DataFolder) -> Finding:
    open_station_keys(folder.code_key)
    if any(folder.path.rglob("issuer.key")):
        return Finding(
            "keys",
            Health.BAD,
            Words("签发私钥在签到台上！", "An issuer's private key lies on this station!"),
            Words("请立即移走 issuer.key。", "Move issuer.key away at once."),
        )
    return Finding("keys", Health.GOOD, Words("本机密钥可用", "code key usable"))


def _journal(folder: DataFolder, settings: Settings) -> Finding:
    with closing(open_journal(folder, settings, ComputerClock())) as journal:
        facts, unsent, check = journal.facts(), journal.unsent(), journal.check()
    suspect = sum(fact.clock is ClockQuality.SUSPECT for fact in facts)
    said = Words(
        f"{len(facts)} 条记录，{unsent} 条待同步，{suspect} 条时间可疑",
        f"{len(facts)} facts, {unsent} wait for sync, {suspect} with a suspect time",
    )
    found = _database("journal", check, said)
    if found.health is not Health.GOOD or not suspect:
        return found
    advice = Words(
        "请校准电脑时钟。记录的先后顺序没有受影响。",
        "Set the computer's clock. The order of the facts is right all the same.",
    )
    return Finding("journal", Health.WARN, found.said, advice)


def _roster(folder: DataFolder) -> Finding:
    with closing(open_roster(folder)) as roster:
        if not roster.event_text():
            return Finding(
                "roster",
                Health.WARN,
                Words("还没有名单", "no list yet"),
                Words("请导入名单：import 名单.csv", "Import one: import LIST.csv"),
            )
        count, issuers, check = roster.count(), len(roster.event().issuers), roster.check()
    said = Words(f"{count} 张票，签发者 {issuers} 个", f"{count} tickets, {issuers} issuers")
    return _database("roster", check, said)


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


def _template(folder: DataFolder, settings: Settings) -> Finding:
    stands(folder, settings)
    name = ", ".join(dict.fromkeys(one.template for one in settings.printers))
    return Finding("template", Health.GOOD, Words(name, name))


def _printer(folder: DataFolder, settings: Settings) -> Finding:
    lamps = [(stand.name, stand.printer.lamp()) for stand in stands(folder, settings)]
    dark = next(((name, lamp) for name, lamp in lamps if not lamp.ready), None)
    if dark:
        advice = Words(
            "请检查打印机，或在 [printer] 中另选。",
            "See to the printer, or choose another under [printer].",
        )
        said = Words(f"{dark[0]}：{dark[1].words.zh}", f"{dark[0]}: {dark[1].words.en}")
        return Finding("printer", Health.BAD, said if len(lamps) > 1 else dark[1].words, advice)
    if settings.printer.kind is PrinterKind.FOLDER:
        return Finding(
            "printer",
            Health.WARN,
            Words("胸卡只存为 PDF 文件", "badges are only saved as PDF files"),
            Words(
                '真实打印请设置 [printer] kind = "ipp"。',
                'For paper set kind = "ipp" under [printer].',
            ),
        )
    return Finding("printer", Health.GOOD, lamps[0][1].words)
