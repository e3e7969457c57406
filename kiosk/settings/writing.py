"""Keys of settings.toml changed, everything else as its owner wrote it."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from kiosk.services.trouble import writing
from kiosk.settings.loading import load_settings

Value = str | bool | int | float
Key = tuple[str, str]
"""Section and key."""

_SECTION = re.compile(r"\s*\[\s*([^\]#]+?)\s*\]")


def change_settings(path: Path, changes: Mapping[Key, Value]) -> None:
    """Change these keys in the file, the whole file or nothing; where there is none, make it.

    Raises:
        Misconfigured: the file cannot be used as it is, or not with these values; it is left alone.
        Unavailable: the disk is full.
    """
    load_settings(path if path.exists() else None)
    page = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    for (section, key), value in changes.items():
        page = with_value(page, section, key, value)
    part = path.with_suffix(".part")
    with writing(path):
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.write(page)
                file.flush()
                os.fsync(file.fileno())
            load_settings(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def with_value(page: str, section: str, key: str, value: Value) -> str:
    """The page with `key` of `[section]` set to a value; what is missing is added."""
    # a JSON value is a TOML value, whatever stands in it but for DEL
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
    lines = re.split(r"\r?\n", page.rstrip("\r\n")) if page.strip() else []
    start = next((n for n, said in enumerate(lines) if _heading(said) == section), None)
    if start is None:
        gap = [""] if lines else []
        return "\n".join([*lines, *gap, f"[{section}]", line]) + "\n"
    end = next((n for n in range(start + 1, len(lines)) if _heading(lines[n])), len(lines))
    for number in range(start + 1, end):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
            lines[number] = line
            break
    else:
        lines.insert(start + 1, line)
    return "\n".join(lines) + "\n"


def _heading(line: str) -> str | None:
    found = _SECTION.match(line)
    return found[1] if found else None
