"""The outline of a QR symbol covers its dark modules and nothing else."""

import numpy as np
import pytest
import qrcode
from qrcode.exceptions import DataOverflowError

from kiosk.badges.layout import Layout, QrMark
from kiosk.badges.pdf import pdf_of
from kiosk.badges.picture import picture
from kiosk.badges.qr import Symbol, symbol


@pytest.mark.parametrize("text", ["K7Q4XM2PD9", "HTTPS://EXAMPLE.ORG/B/7Q4XM2PD9", "中文"])
def test_the_outline_encloses_the_dark_modules(text: str) -> None:
    drawn = symbol(text, most_side=27)
    crossings = [[False] * (drawn.side + 1) for _ in range(drawn.side)]
    for loop in drawn.outline:
        for (x, y), (to_x, to_y) in zip(loop, [*loop[1:], loop[0]], strict=True):
            assert (x == to_x) != (y == to_y)
            if x == to_x:
                for row in range(min(y, to_y), max(y, to_y)):
                    crossings[row][x] = not crossings[row][x]
    # Even-odd: a module is dark where an odd number of borders lies to its left.
    dark = [[sum(row[: x + 1]) % 2 == 1 for x in range(drawn.side)] for row in crossings]
    same = []
    for level in (0, 1, 2, 3):
        code = qrcode.QRCode(
            version=(drawn.side - 17) // 4, error_correction=level, border=0, mask_pattern=3
        )
        code.add_data(text)
        try:
            code.make(fit=False)
        except DataOverflowError:
            continue
        same.append(code.get_matrix() == dark)
    assert any(same)


def test_a_long_text_gives_up_correction_before_it_gives_up_size() -> None:
    assert symbol("A" * 30, most_side=25).side == 25
    assert symbol("A" * 100, most_side=25).side > 25


@pytest.mark.parametrize("dpi", [96, 203, 300, 337])
def test_no_seam_runs_between_dark_modules(dpi: int) -> None:
    solid = Symbol((b"\x01" * 25,) * 25)
    mark = QrMark(solid, 4.3, 4.7, 0.847)
    pixels = np.asarray(picture(pdf_of(Layout(30, 30, (mark,), ())), dpi).convert("L"))
    inside = slice(round(5.5 / 25.4 * dpi), round(24 / 25.4 * dpi))
    assert pixels[inside, inside].max() == 0


@pytest.mark.parametrize("text", ["K7Q4XM2PD9", "中文"])
def test_runs_are_the_dark_modules(text: str) -> None:
    drawn = symbol(text, most_side=27)
    dark = {(x + n, y) for x, y, wide in drawn.runs for n in range(wide)}
    assert dark == {
        (x, y) for y, row in enumerate(drawn.rows) for x, is_dark in enumerate(row) if is_dark
    }
