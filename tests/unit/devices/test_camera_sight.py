"""What is called black, covered or frozen, on the studio's pictures."""

from functools import cache

import numpy as np
import pytest

from kiosk.devices.camera_sight import Sight, same, sample, sight
from kiosk.devices.clocks import SteppedClock
from kiosk.devices.pictures import as_frame
from kiosk.services.ports import Frame
from tests.given import NOON
from tests.studio.optics import HEIGHT, WIDTH, Light, Picture, Sensor
from tests.studio.webcam import Fault, Level, backgrounds, shot

SKIN = np.array([0.4, 0.5, 1.0], np.float32)


@cache
def lobbies() -> list[Light]:
    return backgrounds(3, 3)


def frame(picture: Picture) -> Frame:
    return as_frame(picture, 0, SteppedClock(NOON))


def seen(picture: Picture) -> Sight:
    return sight(sample(frame(picture)))


def near(light: float, slope: float) -> Light:
    """Something so close to the lens that it has no outline, lighter on one side."""
    across = 1 - slope * np.linspace(0, 1, WIDTH, dtype=np.float32)
    return np.ascontiguousarray(
        np.ones((HEIGHT, 1, 1), np.float32) * across[None, :, None] * SKIN * np.float32(light)
    )


@pytest.mark.parametrize("gain", [1.0, 0.3, 0.1, 0.05, 0.02])
@pytest.mark.parametrize("noise", [0.5, 4.0])
def test_a_lobby_is_a_lobby_even_at_night(gain: float, noise: float) -> None:
    rng = np.random.default_rng(1)
    for lobby in lobbies():
        assert seen(Sensor(gain=gain, noise=noise).develop(lobby, rng)) is Sight.GOOD


@pytest.mark.parametrize("level", list(Level))
def test_a_guest_with_a_phone_is_never_called_a_cover(level: Level) -> None:
    rng = np.random.default_rng(2)
    for number in range(12):
        assert seen(shot(level, lobbies()[number % 3], rng).picture) is Sight.GOOD


def test_a_dim_phone_in_the_dark_is_not_a_cover_either() -> None:
    rng = np.random.default_rng(4)
    faults = (Fault.LOW_LIGHT, Fault.DIM_SCREEN, Fault.DEFOCUS)
    for number in range(12):
        assert seen(shot(Level.EXTREME, lobbies()[number % 3], rng, faults).picture) is Sight.GOOD


@pytest.mark.parametrize(
    ("light", "slope", "noise"),
    [(0.05, 0.6, 1), (0.3, 0.9, 4), (0.5, 0.5, 2), (0.8, 0.2, 1), (2.0, 0.0, 1)],
)
def test_a_hand_or_a_sheet_on_the_lens_covers_it(light: float, slope: float, noise: float) -> None:
    rng = np.random.default_rng(5)
    assert seen(Sensor(noise=noise).develop(near(light, slope), rng)) is Sight.COVERED


@pytest.mark.parametrize("noise", [0.0, 1.0, 4.0])
def test_a_lens_cap_is_black(noise: float) -> None:
    rng = np.random.default_rng(6)
    assert seen(Sensor(noise=noise).develop(near(0.0, 0.0), rng)) is Sight.BLACK


def test_no_two_live_pictures_are_the_same_and_a_frozen_one_is() -> None:
    rng = np.random.default_rng(7)
    for light in (*lobbies(), near(0.3, 0.5)):
        for noise in (0.5, 4.0):
            sensor = Sensor(noise=noise)
            one, two = (sample(frame(sensor.develop(light, rng))) for _ in range(2))
            assert not same(one, two)
            assert same(one, one.copy())


def test_a_picture_of_another_size_is_another_picture() -> None:
    small, large = np.zeros((48, 64, 3), np.uint8), np.zeros((96, 128, 3), np.uint8)
    assert not same(sample(frame(small)), sample(frame(large)))


def test_the_smallest_picture_can_be_judged() -> None:
    assert seen(np.zeros((1, 1, 3), np.uint8)) is Sight.BLACK
