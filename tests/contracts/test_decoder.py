"""The decoder reads every QR code in view, and nothing that is none."""

import numpy as np
import pytest
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from kiosk.devices.decoder import ZxingDecoder
from kiosk.services.ports import Frame
from tests.given import signed_code

WHITE = 255


def qr(text: str, box: int = 4) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """The QR code of the text, black on white."""
    code = QRCode(error_correction=ERROR_CORRECT_M, box_size=box, border=4)
    code.add_data(text)
    rows = np.array(code.get_matrix(), dtype=bool)
    return np.kron(np.where(rows, 0, WHITE), np.ones((box, box))).astype(np.uint8)


def frame(*codes: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", turned: int = 0) -> Frame:
    """A picture with these codes side by side on a grey desk."""
    height = max([code.shape[0] for code in codes], default=200) + 40
    width = sum(code.shape[1] + 40 for code in codes) + 200
    picture = np.full((height, width), 200, np.uint8)
    left = 20
    for code in codes:
        picture[20 : 20 + code.shape[0], left : left + code.shape[1]] = code
        left += code.shape[1] + 40
    image = Image.fromarray(picture).rotate(turned, expand=True, fillcolor=200).convert("RGB")
    pixels = np.ascontiguousarray(np.asarray(image)[:, :, ::-1])
    return Frame(memoryview(pixels.data).cast("B"), image.width, image.height, 0, 0.0)


def texts(seen: Frame) -> set[str]:
    return {code.text for code in ZxingDecoder().decode(seen)}


@pytest.mark.parametrize("text", ["A-1", signed_code(), "票号-林若静", "https://example.com/t/ABC"])
@pytest.mark.parametrize("turned", [0, 17, 90, 180])
def test_a_code_is_read_however_it_is_held(text: str, turned: int) -> None:
    assert texts(frame(qr(text), turned=turned)) == {text}


def test_two_codes_in_view_are_both_read() -> None:
    assert texts(frame(qr("ONE"), qr("TWO"))) == {"ONE", "TWO"}


def test_a_code_on_a_dark_screen_is_read() -> None:
    assert texts(frame(WHITE - qr("DARK MODE"))) == {"DARK MODE"}


def test_nothing_in_view_is_nothing() -> None:
    assert texts(frame()) == set()
    noise = np.random.default_rng(7).integers(0, 256, 320 * 240 * 3, dtype=np.uint8)
    assert texts(Frame(memoryview(noise.data).cast("B"), 320, 240, 0, 0.0)) == set()


def test_the_corners_lie_around_the_code() -> None:
    code = qr("CORNERS")
    (seen,) = ZxingDecoder().decode(frame(code))
    quiet = 4 * 4
    low, high = 20 + quiet, 20 + code.shape[0] - quiet
    wanted = ((low, low), (high, low), (high, high), (low, high))
    for (x, y), (wanted_x, wanted_y) in zip(seen.corners, wanted, strict=True):
        assert abs(x - wanted_x) <= 3
        assert abs(y - wanted_y) <= 3
