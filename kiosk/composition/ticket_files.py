"""The folder of issued tickets: there when it is whole, and never over an older one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from kiosk.badges.ticket_picture import ProvenCode, TicketDrawer, svg
from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, writing


class Form(StrEnum):
    """What a ticket is drawn as; the value is the file's ending."""

    PNG = "png"
    PDF = "pdf"
    SVG = "svg"


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `out` when all went well and vanishes when not.

    Raises:
        Misconfigured: `out` holds something already, or cannot be written.
        Unavailable: the disk is full.
    """
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise _taken(out)
        part = Path(tempfile.mkdtemp(prefix=f".{out.name}-", suffix=".part", dir=out.parent))
    try:
        yield part
        with writing(out):
            if out.exists():
                out.rmdir()  # Windows puts nothing in the place of a folder, even an empty one
            part.replace(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def draw_ticket(
    drawer: TicketDrawer,
    words: BadgeWords,
    code: ProvenCode,
    stem: Path,
    forms: tuple[Form, ...],
) -> tuple[str, ...]:
    """Write a ticket in each form; the names of the files."""
    names: list[str] = []
    for form in forms:
        path = stem.with_name(f"{stem.name}.{form}")
        drawn = {
            Form.PNG: lambda: drawer.png(words, code),
            Form.PDF: lambda: drawer.pdf(words, code),
            Form.SVG: lambda: svg(code),
        }[form]()
        with writing(path):
            path.write_bytes(drawn)
        names.append(path.name)
    return tuple(names)


def _taken(out: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"{out} 已存在且不为空，没有覆盖。", f"{out} holds something and was left alone."),
        Words(
            "里面的票可能已经发出；请换一个文件夹。",
            "Its tickets may have been sent out; choose another folder.",
        ),
    )
