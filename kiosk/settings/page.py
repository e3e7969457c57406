"""The page of all settings: every key with its default and meaning."""

import json
from dataclasses import fields

from kiosk.settings.station import Settings


def settings_page() -> str:
    """A settings.toml to start from."""
    lines = ["# Settings of one station. Every key may be left out."]
    for part in fields(Settings):
        section = getattr(Settings(), part.name)
        lines += ["", f"[{part.name}]"]
        for one in fields(section):
            value = json.dumps(getattr(section, one.name), ensure_ascii=False)
            lines.append(f"{one.name} = {value}  # {one.metadata['help']}")
    return "\n".join(lines) + "\n"
