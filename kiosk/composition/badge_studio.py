"""Badges without a station: one by hand, a list as pictures, a text looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import UUID

from kiosk.badges.characters import changes, normal
from kiosk.badges.contact_sheet import contact_sheets
from kiosk.badges.drawer import TemplateDrawer
from kiosk.badges.fonts import FontChain
from kiosk.badges.pretix_layout import Imported, from_pretix
from kiosk.badges.template_file import load_template
from kiosk.composition.assets import DEMO, FONTS, TEMPLATES
from kiosk.composition.issuable import issuable
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge import BadgeWords, badge_words
from kiosk.domain.event import Category, Event
from kiosk.domain.words import Words
from kiosk.lists.event_file import parse_event
from kiosk.lists.list_file import open_list
from kiosk.services.list_rows import Listed
from kiosk.services.ports import DrawnBadge
from kiosk.services.trouble import Misconfigured, writing

_NOBODY: Final = UUID(int=0)
SAMPLE_CODE: Final = "K7Q4XM2PD9"
"""Stands where a badge code will be: such a badge opens no door."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What fonts make of a text; `normalised` pairs a character with what is printed for it."""

    missing: tuple[str, ...]
    fonts: tuple[str, ...]
    text: str
    normalised: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Previewed:
    """What a preview wrote, and whose badges need a person: by number, with what is wrong."""

    files: list[Path] = field(default_factory=list)
    badges: int = 0
    missing: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    overflowing: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    rejected: int = 0


def template_path(name: str) -> Path:
    """A shipped template by its name, or the path of a .toml."""
    return Path(name) if name.endswith(".toml") else TEMPLATES / f"{name}.toml"


def drawer_for(template: str) -> TemplateDrawer:
    """A drawer for a template by name or path.

    Raises:
        Misconfigured: it does not exist or does not parse.
    """
    return TemplateDrawer(load_template(template_path(template)), FONTS)


def checked(text: str) -> Checked:
    """What a badge would make of a text."""
    fonts = FontChain(FONTS)
    pairs = tuple((change.of, change.to) for change in changes(text))
    return Checked(fonts.missing(text), fonts.fonts_for(text), normal(text), pairs)


def event_at(path: Path | None) -> Event:
    """The event in a file; the demo's where there is none."""
    path = path or DEMO / "event.toml"
    try:
        return parse_event(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(
            Words(f"无法读取活动文件 {path}。", f"The event file {path} cannot be read."),
            Words("请检查路径，并存为 UTF-8。", "Check the path; save it as UTF-8."),
        ) from error


def lone_words(event: Event, category: str, attendee: Attendee) -> BadgeWords:
    """The words of somebody whom no list knows.

    Raises:
        Misconfigured: the event has no such category.
    """
    return badge_words(event, _category(event, category), attendee, _NOBODY, "", SAMPLE_CODE)


def preview(template: str, roster: Path, event: Event, out: Path, most: int) -> Previewed:
    """Draw the badges of a list's first `most` rows as contact sheets, PNG files in `out`.

    Raises:
        Misconfigured: template or list cannot be used, or `out` cannot be written.
        Unavailable: the disk is full.
    """
    drawer = drawer_for(template)
    done = Previewed()
    pictures = contact_sheets(_drawn(drawer, roster, event, done, most))
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        for number, sheet in enumerate(pictures, 1):
            file = out / f"badges-{number:03d}.png"
            sheet.save(file, "PNG")
            done.files.append(file)
    return done


def _drawn(
    drawer: TemplateDrawer, roster: Path, event: Event, done: Previewed, most: int
) -> Iterator[DrawnBadge]:
    for row in issuable(open_list(roster), event, signed=False):
        if not isinstance(row, Listed):
            done.rejected += 1
            continue
        if done.badges == most:
            return
        category = _category(event, row.ticket.category)
        words = badge_words(
            event, category, row.attendee, row.ticket.id, row.ticket.number, SAMPLE_CODE
        )
        badge = drawer.draw(words)
        done.badges += 1
        if badge.missing:
            done.missing.append((row.ticket.number, badge.missing))
        if badge.overflowing:
            done.overflowing.append((row.ticket.number, badge.overflowing))
        yield badge


def import_pretix(layout: Path, out: Path) -> Imported:
    """Write a pretix badge layout as a template of ours, and check that it is one."""
    try:
        text = layout.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(
            Words(f"无法读取 {layout}。", f"{layout} cannot be read."),
            Words("请检查路径。", "Check the path."),
        ) from error
    imported = from_pretix(text)
    with writing(out):
        out.write_text(imported.toml, encoding="utf-8")
    load_template(out)
    return imported


def _category(event: Event, name: str) -> Category:
    found = event.category(name) if name else next(iter(event.categories), None)
    if found is None:
        known = ", ".join(category.id for category in event.categories)
        raise Misconfigured(
            Words(f"没有类别“{name}”。", f"There is no category “{name}”."),
            Words(f"可用的类别：{known}", f"This event has: {known}"),
        )
    return found
