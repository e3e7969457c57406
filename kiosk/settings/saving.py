"""settings.toml out: every key with its meaning, and the station's own values."""

import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Final

from kiosk.services.trouble import writing
from kiosk.settings.station import Settings

DEFAULTS: Final = Settings()


def settings_page(settings: Settings = DEFAULTS) -> str:
    """Every key with its value and meaning, as a settings.toml to start from."""
    lines = ["# Settings of one station. Every key may be left out."]
    for part in fields(Settings):
        section = getattr(settings, part.name)
        lines += ["", f"[{part.name}]"]
        for one in fields(section):
            value = getattr(section, one.name)
            # a JSON string is a TOML string, whatever stands in it
            shown = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
            lines.append(f"{one.name} = {shown}  # {one.metadata['help']}")
    return "\n".join(lines) + "\n"


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, the whole file or nothing; comments of its own are not kept.

    Raises:
        Misconfigured, Unavailable: it cannot be written there.
    """
    part = path.with_suffix(".part")
    with writing(path):
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(settings_page(settings))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
