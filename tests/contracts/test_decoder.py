"""Every decoder reads every clear QR code in view, and nothing that is none."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from kiosk.devices.decoder import ZxingDecoder
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.devices.still_pictures import StillPictureDecoder
from kiosk.services.ports import Decoder, Frame
from tests.given import signed_code

WHITE = 255
DECODERS: tuple[Callable[[], Decoder], ...] = (ZxingDecoder, RescuingDecoder, StillPictureDecoder)


@pytest.fixture(params=DECODERS, ids=lambda make: make.__name__)
def decoder(request: pytest.FixtureRequest) -> Decoder:
    made: Decoder = request.param()
    return made


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


def bare(picture: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> Frame:
    """Blue, green and red pixels as a frame."""
    height, width = picture.shape[:2]
    return Frame(memoryview(picture.tobytes()), width, height, 0, 0.0)


def texts(decoder: Decoder, seen: Frame) -> set[str]:
    return {code.text for code in decoder.decode(seen).codes}


@pytest.mark.parametrize("text", ["A-1", signed_code(), "票号-林若静", "https://example.com/t/ABC"])
@pytest.mark.parametrize("turned", [0, 17, 90, 180])
def test_a_code_is_read_however_it_is_held(decoder: Decoder, text: str, turned: int) -> None:
    assert texts(decoder, frame(qr(text), turned=turned)) == {text}


def test_two_codes_in_view_are_both_read(decoder: Decoder) -> None:
    assert texts(decoder, frame(qr("ONE"), qr("TWO"))) == {"ONE", "TWO"}


def test_a_code_on_a_dark_screen_is_read(decoder: Decoder) -> None:
    assert texts(decoder, frame(WHITE - qr("DARK MODE"))) == {"DARK MODE"}


def test_nothing_in_view_is_nothing(decoder: Decoder) -> None:
    assert texts(decoder, frame()) == set()
    noise = np.random.default_rng(7).integers(0, 256, 320 * 240 * 3, dtype=np.uint8)
    assert texts(decoder, Frame(memoryview(noise.data).cast("B"), 320, 240, 0, 0.0)) == set()


def test_the_corners_lie_around_the_code(decoder: Decoder) -> None:
    code = qr("CORNERS")
    (seen,) = decoder.decode(frame(code)).codes
    quiet = 4 * 4
    low, high = 20 + quiet, 20 + code.shape[0] - quiet
    wanted = ((low, low), (high, low), (high, high), (low, high))
    for (x, y), (wanted_x, wanted_y) in zip(seen.corners, wanted, strict=True):
        assert abs(x - wanted_x) <= 3
        assert abs(y - wanted_y) <= 3


SHAPES = [(1, 1), (1, 4000), (4000, 1), (0, 0), (0, 640), (7, 9), (33, 31), (4320, 7680)]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_no_size_of_picture_is_too_odd(decoder: Decoder, shape: tuple[int, int]) -> None:
    height, width = shape
    flat = np.full((height, width, 3), 180, np.uint8)
    assert texts(decoder, bare(flat)) == set()


@pytest.mark.parametrize("seed", range(3))
def test_noise_and_stripes_say_nothing(decoder: Decoder, seed: int) -> None:
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 2, (60, 80), dtype=np.uint8) * 255
    modules = cv2.resize(small, (640, 480), interpolation=cv2.INTER_NEAREST)
    stripes = np.where(np.arange(640) // (seed + 2) % 2, 255, 0)[None, :].repeat(480, axis=0)
    grain = rng.integers(0, 256, (480, 640), dtype=np.uint8)
    for grey in (modules, stripes.astype(np.uint8), grain):
        assert texts(decoder, bare(np.dstack([grey] * 3))) == set()


def test_a_code_in_an_enormous_picture_is_read_where_it_is(decoder: Decoder) -> None:
    picture = np.full((4320, 7680, 3), 200, np.uint8)
    code = qr("FAR OUT", box=20)
    picture[3000 : 3000 + len(code), 5000 : 5000 + len(code)] = code[:, :, None]
    (seen,) = decoder.decode(bare(picture)).codes
    assert seen.text == "FAR OUT"
    assert all(5000 <= x <= 5000 + len(code) and 3000 <= y <= 3000 + len(code)
               for x, y in seen.corners)  # fmt: skip
