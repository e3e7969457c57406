"""Reads a badge template from TOML.

A template is checked whole when it is read, so that the first guest is not its first
reader: an unknown key, a box off the page or a misspelt field is Misconfigured.
"""

import tomllib
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kiosk.badges.images import drawable
from kiosk.badges.template import Box, CategoryLook, SheetPlan, Side, Template
from kiosk.badges.template_boxes import read_box
from kiosk.badges.template_table import Source, Table
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

_NOTHING: Final = Template(0, 0, ())
_LARGEST: Final = 500
"""Of a page, in mm; sheets are twice that."""


def load_template(path: Path) -> Template:
    """Read and check a template.

    Raises:
        Misconfigured: with the file, the line, the box, the key and what is allowed there.
    """
    return _loaded(path, ())


def _loaded(path: Path, likes: tuple[Path, ...]) -> Template:
    try:
        text = path.read_text("utf-8-sig")
        tables = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise Misconfigured(
            Words(
                f"胸卡模板无法读取：{path.name}",
                f"The badge template {path.name} cannot be read.",
            ),
            Words(f"请检查文件 {path}：{error}", f"Check the file {path}: {error}"),
        ) from error
    root = Table(Source(path.name, text), tables)
    like = _NOTHING
    if root.has("like"):
        other = path.parent / f"{root.text('like', '')}.toml"
        if other in (path, *likes):
            raise root.wrong("like", "模板不能以自己为准", "a template cannot be like itself")
        like = _loaded(other, (*likes, path))
    template = _page(root, path.parent, like)
    tables_of_boxes = root.tables("box") if like is _NOTHING else root.optional("box")
    boxes = tuple(read_box(table, template, path.parent) for table in tables_of_boxes)
    if root.has("sheet"):
        template = replace(template, sheet=_sheet(root.table("sheet"), template))
    looks = dict(like.looks) | dict(_look(table) for table in root.optional("category"))
    root.done()
    return replace(template, boxes=_merged(like.boxes, boxes), looks=MappingProxyType(looks))


def _page(root: Table, folder: Path, like: Template) -> Template:
    if like is not _NOTHING and not root.has("page"):
        return like
    page = root.table("page")
    width = page.number("width", 20, _LARGEST, default=like.width or None)
    height = page.number("height", 20, _LARGEST, default=like.height or None)
    backgrounds = dict(like.backgrounds)
    sides: dict[str, Side] = {"background": "front", "background_back": "back"}
    for key, side in sides.items():
        if page.has(key):
            backgrounds[side] = _image(page, key, folder)
    folded = "butterfly" if like.fold else "none"
    ink = "black" if like.black else "colour"
    template = replace(
        like,
        width=width,
        height=height,
        fold=page.choice("fold", ("none", "butterfly"), folded) == "butterfly",
        cut=page.number("cut_marks", 0, 30, default=like.cut),
        black=page.choice("ink", ("colour", "black"), ink) == "black",
        backgrounds=MappingProxyType(backgrounds),
    )
    page.done()
    return template


def _image(table: Table, key: str, folder: Path) -> Path:
    file = folder / table.text(key, "")
    if not drawable(file):
        raise table.wrong(
            key,
            f"图片 {file.name} 打不开；可用 PNG、JPEG 或 PDF",
            f"{file.name} cannot be opened; PNG, JPEG and PDF are allowed",
        )
    return file


def _merged(like: tuple[Box, ...], own: tuple[Box, ...]) -> tuple[Box, ...]:
    """The other template's boxes; one of the same name takes its place."""
    by_name = {box.name: box for box in own}
    taken = {box.name for box in like}
    kept = tuple(by_name.get(box.name, box) for box in like)
    return (*kept, *(box for box in own if box.name not in taken))


def _sheet(table: Table, badge: Template) -> SheetPlan:
    width = table.number("width", 20, 2 * _LARGEST)
    height = table.number("height", 20, 2 * _LARGEST)
    plan = SheetPlan(
        width,
        height,
        table.count("columns", 1, 20, default=1),
        table.count("rows", 1, 20, default=1),
        table.number("gap", 0, 50, default=0),
    )
    table.done()
    needs = (
        ("columns", plan.columns, badge.width, width),
        ("rows", plan.rows, badge.height * (1 + badge.fold), height),
    )
    for key, count, each, room in needs:
        whole = count * each + (count - 1) * plan.gap
        if whole > room + 0.001:
            raise table.wrong(
                key,
                f"{count} 个胸卡需要 {whole:g} mm，纸张只有 {room:g} mm",
                f"{count} badges need {whole:g} mm, the sheet has {room:g} mm",
            )
    return plan


def _look(table: Table) -> tuple[str, CategoryLook]:
    name = table.text("id", "")
    if not name:
        raise table.wrong("id", "需要类别的 id", "the category's id is needed")
    look = CategoryLook(
        colour=table.hex_colour("colour") if table.has("colour") else None,
        zh=table.text("zh", "") if table.has("zh") else None,
        en=table.text("en", "") if table.has("en") else None,
    )
    table.done()
    return name, look
