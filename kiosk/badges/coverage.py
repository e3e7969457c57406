"""Which fonts have which characters, from one small index: no font is opened to know it.

`assets/fonts/coverage.bin` holds the names of the fonts it speaks of, and for each code
point the number of a set of them; compressed it is a few kilobytes and loads in half a
millisecond. `tests/studio/font_coverage.py` makes it from the fonts' own tables.
"""

import json
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured


@dataclass(frozen=True, slots=True)
class Coverage:
    """`sets` are tuples of font numbers, best first; `of_code` the number of a code's set."""

    fonts: tuple[str, ...]
    sets: tuple[tuple[int, ...], ...]
    of_code: bytes

    def fonts_of(self, code: int) -> tuple[int, ...]:
        """The numbers of the fonts that draw this code point, in the order of the chain."""
        return self.sets[self.of_code[code]] if code < len(self.of_code) else ()

    def packed(self) -> bytes:
        """As it is kept on disk."""
        head = json.dumps({"fonts": self.fonts, "sets": self.sets}, separators=(",", ":"))
        return zlib.compress(head.encode() + b"\n" + self.of_code, 9)


@lru_cache(maxsize=4)
def load_coverage(path: Path) -> Coverage:
    """The index in a file.

    Raises:
        Misconfigured: it is not there or is no such index.
    """
    try:
        head, _, of_code = zlib.decompress(path.read_bytes()).partition(b"\n")
        about = json.loads(head)
    except (OSError, zlib.error, ValueError) as error:
        raise Misconfigured(
            Words(
                f"字体索引无法读取：{path.name}", f"The index of fonts {path.name} cannot be read."
            ),
            Words("请重新安装程序。", "Install the program again."),
        ) from error
    sets = tuple(tuple(numbers) for numbers in about["sets"])
    return Coverage(tuple(about["fonts"]), sets, of_code)
