"""The small file in which a person says what a list's columns mean."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.services.list_columns import Column
from kiosk.services.trouble import Misconfigured

IGNORED = "ignore"
"""What a column is called that means nothing to us."""
_LONGEST = 1 << 20


def read_map(path: Path) -> tuple[str, dict[str, Column | None]]:
    """The file's text, and the list's own headings with their meanings.

    Raises:
        Misconfigured: it cannot be read, or a line of it says nothing that we know.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8-sig")
        said = tomllib.loads(text).get("columns")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise _unusable(path, Words(f"{reason}。", f"{reason}.")) from error
    if not isinstance(said, dict) or not said:
        raise _unusable(path, Words("没有 [columns] 一节。", "It has no [columns]."))
    known: dict[str, Column | None] = {IGNORED: None, "": None, **{c.value: c for c in Column}}
    meanings: dict[str, Column | None] = {}
    for heading, meaning in said.items():
        if not isinstance(meaning, str) or meaning not in known:
            fields = ", ".join([*Column, IGNORED])
            raise _unusable(
                path,
                Words(
                    f"“{heading}”的含义无法识别；可用：{fields}。",
                    f"“{heading}” means something unknown; known: {fields}.",
                ),
            )
        meanings[heading] = known[meaning]
    return text, meanings


def template(
    cells: Sequence[str], places: Mapping[int, Column], suggestions: Mapping[int, Column]
) -> str:
    """A map to fill in: every heading, with what it means as far as we can tell."""
    lines = ["[columns]", f"# {', '.join([*Column, IGNORED])}"]
    for place, cell in enumerate(cells):
        if cell:
            meaning = places.get(place) or suggestions.get(place)
            lines.append(f'{_quoted(cell)} = "{meaning or IGNORED}"')
    return "\n".join(dict.fromkeys(lines))


def map_text(meanings: Mapping[str, Column | None]) -> str:
    """A map that says just this."""
    lines = (f'{_quoted(heading)} = "{said or IGNORED}"' for heading, said in meanings.items())
    return "\n".join(("[columns]", *lines))


def _quoted(text: str) -> str:
    safe = "".join(c if c.isprintable() else " " for c in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unusable(path: Path, why: Words) -> Misconfigured:
    return Misconfigured(
        Words(
            f"列对应文件 {path.name} 无法使用：{why.zh}",
            f"The column map {path.name} cannot be used. {why.en}",
        ),
        Words(
            '请写成：[columns] 下每行 "名单中的列名" = "name"。名单没有变化。',
            'Write under [columns] lines such as "Heading of the list" = "name". '
            "Nothing was changed.",
        ),
    )
