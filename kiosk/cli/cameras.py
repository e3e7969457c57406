"""Which cameras are there?"""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.output import Data, Json, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(cameras)


def cameras(
    data: Data,
    config: Annotated[Path | None, typer.Option(help="settings.toml of this station.")] = None,
    pictures: Annotated[
        Path | None, typer.Option(help="Folder for a small picture of each, as PNG.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List the station's cameras and all webcams, with what they see; exit 1 if none opens."""
    from kiosk.composition.camera_list import (  # noqa: PLC0415  OpenCV only where needed
        candidates,
        look_through,
        save_thumbnail,
    )
    from kiosk.composition.data_folder import DataFolder, settings_of  # noqa: PLC0415

    values, lines = [], []
    found = candidates(settings_of(DataFolder(data), config))
    for number, seen in enumerate(look_through(found), 1):
        frame, trouble = seen.frame, seen.trouble
        size = f"{frame.width}×{frame.height}" if frame else "-"
        saved = save_thumbnail(seen, pictures, number) if pictures else None
        values.append(
            {
                "source": seen.camera.lens.source,
                "name": seen.camera.name,
                "opens": frame is not None,
                "width": frame.width if frame else None,
                "height": frame.height if frame else None,
                "trouble": {"zh": trouble.title.zh, "en": trouble.title.en} if trouble else None,
                "not_honoured": [{"zh": words.zh, "en": words.en} for words in seen.undone],
                "picture": str(saved) if saved else None,
            }
        )
        said = f"{trouble.title.zh} {trouble.title.en}" if trouble else ""
        lamp = "✓" if frame and not trouble else "✗"
        lines.append(f"  {lamp} {seen.camera.name}  {size}  {said}".rstrip())
        lines += [f"      → {words.zh} {words.en}" for words in seen.undone]
    answer(values, as_json=as_json, text="\n".join(lines) or "没有摄像头。 There is no camera.")
    raise typer.Exit(0 if any(one["opens"] for one in values) else REFUSED)
