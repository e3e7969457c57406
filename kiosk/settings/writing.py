"""One key of settings.toml changed, everything else as its owner wrote it."""

import json
import re

_SECTION = re.compile(r"\s*\[\s*([^\]#]+?)\s*\]")


def with_text(page: str, section: str, key: str, value: str) -> str:
    """The page with `key` of `[section]` set to a text; what is missing is added."""
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    lines = page.splitlines()
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
