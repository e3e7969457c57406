"""Characters that old Chinese encodings kept in Unicode's private use area, put right.

GBK and GB 18030-2000 had no code point yet for some characters and parked them at U+E78D…U+E864.
Lists that came through old systems still hold them; no font draws them and nobody can type them.
"""

_GBK_ROW = 0xFE
_FIRST, _LAST = 0xE815, 0xE864
"""U+E815…U+E864 are the 80 cells FE50…FEA0 of GBK (7F is not a cell), in order."""
_LATER = {
    # GB 18030-2005: cells whose characters stand beyond the first plane (Unicode 3.1)
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC,
    0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE,
    # GB 18030-2022, the 18 moved cells: eight ideographs (Unicode 4.1) …
    0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7,
    0xE832: 0x9FB8, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE864: 0x9FBB,
    # … and ten upright marks
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14,
    0xE792: 0xFE15, 0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19,
    # GB 18030-2005: m with acute
    0xE7C7: 0x1E3F,
}  # fmt: skip


def _of_the_codec() -> dict[int, int]:
    """What Python's own gb18030 codec says of the cells that GBK had left private."""
    known = {}
    cells = [cell for cell in range(0x50, 0xA1) if cell != 0x7F]
    for private, cell in zip(range(_FIRST, _LAST + 1), cells, strict=True):
        real = ord(bytes((_GBK_ROW, cell)).decode("gb18030"))
        if not 0xE000 <= real <= 0xF8FF:
            known[private] = real
    return known


REAL = _of_the_codec() | _LATER
"""Private use code point → the character's own, as `str.translate` takes it."""
