"""Reads a template's TOML tables key by key, and says exactly where one is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Source:
    """A template file as a person sees it: its name and its text."""

    file: str
    text: str

    def line_of(self, header: str, number: int, key: str) -> int | None:
        """The line, from 1, of a key in the n-th table with this header; else the header's."""
        found = None
        seen = 0
        for at, line in enumerate(self.text.splitlines(), start=1):
            stripped = line.strip()
            if stripped.startswith("["):
                if found is not None:
                    return found
                seen += stripped.startswith(header)
                if seen == number:
                    found = at
            elif found is not None and re.match(rf"{re.escape(key)}\s*=", stripped):
                return at
        return found


class Table:
    """One TOML table; `box` is its number from 1 where it is a box."""

    def __init__(
        self, source: Source, values: Mapping[str, object], header: str = "", box: int = 0
    ) -> None:
        self.box = box
        self._source = source
        self._values = values
        self._header = header
        self._known: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        self._known.add(key)
        return key in self._values

    def table(self, key: str) -> "Table":
        """The table under this key."""
        value = self._values[key] if self.has(key) else None
        if not isinstance(value, dict):
            raise self.wrong(key, f"需要一个 [{key}] 表", f"a [{key}] table is needed")
        return Table(self._source, value, f"[{key}]", 0)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of the list under this key."""
        value = self._values[key] if self.has(key) else None
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.wrong(key, f"需要 [[{key}]] 表", f"[[{key}]] tables are needed")
        for number, item in enumerate(value, start=1):
            yield Table(self._source, item, f"[[{key}]]", number)

    def optional(self, key: str) -> Iterator["Table"]:
        """The tables of the list under this key, where there is one."""
        return self.tables(key) if self.has(key) else iter(())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is not given."""
        value = self._values[key] if self.has(key) else []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, '应为文字列表，如 ["vip"]', 'must be a list such as ["vip"]')
        return tuple(value)

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        """A number between `least` and `most`."""
        value = self._values[key] if self.has(key) else default
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._not_a_number(key, least, most)
        if not least <= value <= most:
            raise self._not_a_number(key, least, most)
        return float(value)

    def count(self, key: str, least: int, most: int, default: int) -> int:
        """A whole number between `least` and `most`."""
        value = self.number(key, least, most, default)
        if value != int(value):
            raise self.wrong(key, "应为整数", "must be a whole number")
        return int(value)

    def text(self, key: str, default: str) -> str:
        """A text."""
        value = self._values[key] if self.has(key) else default
        if not isinstance(value, str):
            raise self.wrong(key, "应为文字", "must be a text in quotes")
        return value

    def choice(
        self, key: str, allowed: tuple[_Choice, ...], default: _Choice | None = None
    ) -> _Choice:
        """One of the allowed words."""
        value = self._values[key] if self.has(key) else default
        for choice in (*allowed, default):
            if choice is not None and choice == value:
                return choice
        words = ", ".join(allowed)
        raise self.wrong(key, f"应为以下之一：{words}", f"must be one of: {words}")

    def colour(self, key: str, default: str | None) -> str:
        """#RRGGBB, or the category's colour or text colour."""
        value = self._values[key] if self.has(key) else default
        if isinstance(value, str) and (
            value in ("category", "category_text") or _COLOUR.fullmatch(value)
        ):
            return value
        raise self.wrong(
            key,
            "应为 #RRGGBB、category 或 category_text",
            "must be #RRGGBB, category or category_text",
        )

    def hex_colour(self, key: str) -> str:
        """#RRGGBB."""
        value = self.text(key, "")
        if not _COLOUR.fullmatch(value):
            raise self.wrong(key, "应为 #RRGGBB", "must be #RRGGBB")
        return value

    def done(self) -> None:
        """Every key must have been asked for."""
        for key in self._values:
            if key not in self._known:
                known = ", ".join(sorted(self._known))
                raise self.wrong(
                    key, f"没有这个键；可用的键：{known}", f"no such key; there are: {known}"
                )

    def wrong(self, key: str, zh: str, en: str) -> Misconfigured:
        """The trouble with this key: what is allowed there, in both languages."""
        line = self._source.line_of(self._header, max(self.box, 1), key) if self._header else None
        name = self._values.get("name") or self._values.get("field") or self._values.get("kind")
        box_zh = f"，第 {self.box} 个方框（{name}）" if self.box else ""
        box_en = f", box {self.box} ({name})" if self.box else ""
        line_zh = f"，第 {line} 行" if line else ""
        line_en = f", line {line}" if line else ""
        return Misconfigured(
            Words(
                f"胸卡模板有误：{self._source.file}{line_zh}{box_zh}，键 {key}",
                f"Badge template {self._source.file}{line_en}{box_en}: key {key} is wrong.",
            ),
            Words(f"{key}：{zh}。", f"{key}: {en}."),
        )

    def _not_a_number(self, key: str, least: float, most: float) -> Misconfigured:
        return self.wrong(
            key,
            f"应为 {least:g} 至 {most:g} 的数字",
            f"must be a number from {least:g} to {most:g}",
        )
