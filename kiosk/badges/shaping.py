"""Which glyphs a run of one font becomes, and where they stand: HarfBuzz, asked for little."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# Discretionary ligatures would add vowels that a name does not have.
_FEATURES = {"dlig": False}


@dataclass(frozen=True, slots=True)
class Shaped:
    """A glyph by its number, with the first character of its cluster; lengths in ems.

    `x` and `y` (upwards) move it from the pen, which goes on by `advance` afterwards.
    """

    number: int
    cluster: int
    x: float
    y: float
    advance: float


def shaped(font: Path, text: str, *, leftwards: bool) -> tuple[Shaped, ...]:
    """The glyphs of a text from left to right."""
    import uharfbuzz  # noqa: PLC0415  five megabytes that most badges do not need

    opened, ems = _opened(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    uharfbuzz.shape(opened, buffer, _FEATURES)
    return tuple(
        Shaped(
            info.codepoint,
            info.cluster,
            at.x_offset / ems,
            at.y_offset / ems,
            at.x_advance / ems,
        )
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


@lru_cache(maxsize=8)
def _opened(font: Path) -> tuple[object, int]:
    import uharfbuzz  # noqa: PLC0415

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font)))
    return uharfbuzz.Font(face), face.upem
