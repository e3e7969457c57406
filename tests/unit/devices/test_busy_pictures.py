"""Pictures too busy to be read are made calm; all others stay as they are."""

import numpy as np
import pytest

from kiosk.devices.busy_pictures import calm
from kiosk.devices.decoder import ZxingDecoder
from kiosk.devices.decoder_process import DecoderProcess
from kiosk.devices.qr_reading import Grey
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.devices.still_pictures import StillPictureDecoder
from kiosk.devices.thinning import thinned
from kiosk.services.ports import Frame
from tests.unit.devices.pictures_of_codes import SYMBOL, TEXT, drawn, noisy, on_desk


def checkers(cell: int, width: int = 1280, height: int = 720) -> Grey:
    y, x = np.ogrid[:height, :width]
    return np.asarray((x // cell + y // cell) % 2 * 255, np.uint8)


def test_a_desk_with_a_code_stays_as_it_is() -> None:
    desk = noisy(on_desk(drawn(2), 1280, 720), 6)
    kept, scale = calm(desk)
    assert kept is desk
    assert scale == 1


def test_a_busy_picture_is_halved_until_it_is_calm_or_small() -> None:
    assert calm(checkers(1))[1] == 0.5
    assert calm(checkers(1, 640, 480))[1] == 1
    assert calm(checkers(2, 2560, 1440))[1] == 0.25
    assert calm(np.zeros((1_000_000, 1), np.uint8))[1] == 1


@pytest.mark.parametrize("make", [RescuingDecoder, StillPictureDecoder])
def test_a_large_code_among_busy_surroundings_is_still_read_where_it_is(
    make: type[RescuingDecoder] | type[StillPictureDecoder],
) -> None:
    picture = checkers(1)
    code = drawn(14)
    picture[100 : 100 + len(code), 300 : 300 + len(code)] = code
    assert calm(picture)[1] == 0.5
    (seen,) = make().read(picture)
    assert seen.text == TEXT
    left, top = (300 + 4 * 14, 100 + 4 * 14)
    assert abs(seen.corners[0][0] - left) < 8
    assert abs(seen.corners[0][1] - top) < 8


def huge() -> Frame:
    code = drawn(30, SYMBOL)
    picture = np.full((8000, 6000), 255, np.uint8)
    picture[3000 : 3000 + len(code), 2000 : 2000 + len(code)] = code
    whole = np.repeat(picture[:, :, None], 3, axis=2)
    return Frame(memoryview(whole.tobytes()), 6000, 8000, 7, 1.5)


def test_a_huge_frame_loses_rows_and_columns() -> None:
    frame, step = thinned(huge())
    assert step == 3
    assert (frame.width, frame.height, frame.number, frame.taken) == (2000, 2667, 7, 1.5)
    assert len(frame.pixels) == 2000 * 2667 * 3
    small = Frame(memoryview(bytes(30)), 5, 2, 1, 0.0)
    assert thinned(small) == (small, 1)


def test_a_huge_frame_is_read_and_its_corners_lie_on_it() -> None:
    process = DecoderProcess(ZxingDecoder, hang_seconds=20)
    while not (seen := process.decode(huge()).codes):
        pass
    process.close()
    assert seen[0].text == TEXT
    assert abs(seen[0].corners[0][0] - (2000 + 120)) < 20
    assert abs(seen[0].corners[0][1] - (3000 + 120)) < 20
