"""What a badge would make of a name, told at import: a million times, so mostly from memory."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from kiosk.badges.fitting import MM_PER_POINT, fitted
from kiosk.badges.fonts import FontChain
from kiosk.badges.template import Template, TextBox

_SURE: Final = 0.6
"""Of the ems that a line holds: characters are no wider than one em, but for a few."""


class NameRoom:
    """Implements `NameCheck` for one template. Fonts are opened by the first long name."""

    def __init__(self, template: Template, fonts_dir: Path) -> None:
        self._fonts = FontChain(fonts_dir)
        self._drawable: set[str] = set()
        boxes = [box for box in template.boxes if isinstance(box, TextBox)]
        self._boxes = [box for box in boxes if set(box.fields) == {"name"}]
        room = (box.w / (box.min_size * MM_PER_POINT) for box in self._boxes)
        self._surely = int(_SURE * min(room, default=0.0))
        self._measured = lru_cache(1 << 12)(self._measure)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font can draw."""
        new = set(text) - self._drawable
        if not new:
            return ()
        # one by one: a mark that is drawn above its letter is no character by itself
        self._drawable |= {c for c in new if not self._fonts.missing(c)}
        return self._fonts.missing(text)

    def fits(self, name: str) -> bool:
        """Whether the badge has room for the whole name at a size that can be read."""
        return len(name) <= self._surely or not self._boxes or self._measured(name)

    def _measure(self, name: str) -> bool:
        text = self._fonts.drawable(name)
        return all(not fitted(text, box, self._fonts).overflows for box in self._boxes)
