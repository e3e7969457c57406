"""Reading codes from picture files."""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Annotated

import typer

from kiosk.cli.output import Json
from kiosk.domain.foreign_code import foreign_code


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(scan)


def scan(
    paths: Annotated[list[Path], typer.Argument(help="Pictures, or folders of them.")],
    as_json: Json = False,
) -> None:
    """Read the QR codes in pictures; one line each, exit 0 also when nothing is read."""
    from kiosk.devices.clocks import ComputerClock  # noqa: PLC0415
    from kiosk.devices.picture_limits import MOST_BYTES, MOST_PIXELS  # noqa: PLC0415
    from kiosk.devices.pictures import frame_of  # noqa: PLC0415  OpenCV only where needed
    from kiosk.devices.still_pictures import StillPictureDecoder  # noqa: PLC0415

    decoder, clock = StillPictureDecoder(), ComputerClock()
    for path in _pictures(paths):
        try:
            file = path.stat()
            # a pipe or a device may have no end
            takes = S_ISREG(file.st_mode) and file.st_size <= MOST_BYTES
            frame = frame_of(path, clock) if takes else None
            problem = f"不是图片或太大 no picture, or over {MOST_PIXELS // 10**6} megapixels"
        except OSError as error:  # a dangling link, no permission, or gone meanwhile
            frame, problem = None, error.strerror or type(error).__name__
        if frame is None:
            print(f"{path}: 无法读取 cannot be read ({problem})", file=sys.stderr)
        before = time.process_time()
        seen = decoder.decode(frame).codes if frame else ()
        cpu_ms = round((time.process_time() - before) * 1000, 2)
        texts = [code.text for code in seen]
        if as_json:
            foreign = [kind.value if (kind := foreign_code(text)) else None for text in texts]
            values = {"path": str(path), "texts": texts, "foreign": foreign, "cpu_ms": cpu_ms}
            print(json.dumps(values))
        else:
            print(f"{path}\t{cpu_ms} ms\t{' | '.join(texts) or '-'}")


def _pictures(paths: list[Path]) -> Iterator[Path]:
    from kiosk.devices.pictures import PICTURE_SUFFIXES  # noqa: PLC0415

    for path in paths:
        if path.is_dir():
            found = (Path(top) / name for top, _, names in os.walk(path) for name in names)
            yield from sorted(p for p in found if p.suffix.lower() in PICTURE_SUFFIXES)
        elif path.is_file():
            yield path
        else:
            raise typer.BadParameter(f"{path}: 没有这个文件 no such file")
