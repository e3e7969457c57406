"""Reads the picture out of ZPL's ~DG, as a label printer does."""

import re
from typing import Final

import numpy as np

_HEAD: Final = re.compile(rb"~DGR:[^,]+,(\d+),(\d+),")
_ENDS: Final = {ord(","): "0", ord("!"): "F"}


def zpl_picture(zpl: bytes) -> np.ndarray:
    """The label's dots, 0 where there is ink and 255 elsewhere."""
    head = _HEAD.search(zpl)
    assert head, zpl[:80]
    wide = int(head[2]) * 2
    rows: list[str] = []
    row, times = "", 0
    for code in zpl[head.end() :]:
        if len(rows) * wide // 2 >= int(head[1]):
            break
        if code in _ENDS:
            row = row.ljust(wide, _ENDS[code])
        elif code == ord(":"):
            rows.append(rows[-1])
        elif ord("G") <= code <= ord("Y"):
            times += code - ord("G") + 1
            continue
        elif ord("g") <= code <= ord("z"):
            times += 20 * (code - ord("g") + 1)
            continue
        elif chr(code) in "0123456789ABCDEF":
            row += chr(code) * max(1, times)
        times = 0
        if len(row) >= wide:
            rows.append(row[:wide])
            row = ""
    bits = np.unpackbits(
        np.array([list(bytes.fromhex(one)) for one in rows], dtype=np.uint8), axis=1
    )
    return (255 * (1 - bits)).astype(np.uint8)
