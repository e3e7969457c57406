"""The coach's eyes: the right hint for guests who hold a code up in vain, silence else."""

from collections import Counter

import cv2
import numpy as np
import pytest

from kiosk.devices.code_look import CodeWatcher
from kiosk.devices.qr_reading import Grey
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.services.coaching import Coach, Hint
from tests.studio import coaching
from tests.studio.optics import Light, Picture, Sensor
from tests.studio.webcam import backgrounds

SAMPLE, ALL = 3, 40
"""Guests for each hint: in every run, and in the soak."""
SEED = 2027


@pytest.fixture(scope="module")
def scenes() -> list[Light]:
    return backgrounds(SEED, 4)


def grey(picture: Picture) -> Grey:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)


def heard(guest: coaching.Guest) -> Hint | str | None:
    """The last thing the coach says to a guest; "read" where there was nothing to say."""
    decoder, watcher, coach, said = RescuingDecoder(), CodeWatcher(), Coach(), None
    for frame, picture in enumerate(guest.pictures):
        seen = grey(picture)
        if decoder.read(seen):
            return "read"
        said = coach.hint(watcher.look(seen), frame * coaching.BETWEEN)
    return said


def right_of(scenes: list[Light], guests: int) -> tuple[int, int, Counter[str]]:
    right = unread = 0
    wrong: Counter[str] = Counter()
    for place, hint in enumerate(Hint):
        for number in range(guests):
            rng = np.random.default_rng([SEED, place, number])
            answer = heard(coaching.guest(hint, scenes[number % len(scenes)], rng))
            if answer == "read":
                continue
            unread += 1
            right += answer is hint
            if answer is not hint:
                wrong[f"{hint} -> {answer}"] += 1
    return right, unread, wrong


def test_nine_of_ten_guests_hear_the_right_hint(scenes: list[Light]) -> None:
    right, unread, wrong = right_of(scenes, SAMPLE)
    assert unread >= 2 * SAMPLE
    assert right >= 0.9 * unread, wrong


@pytest.mark.slow
def test_nine_of_ten_of_very_many_guests_hear_the_right_hint(scenes: list[Light]) -> None:
    right, unread, wrong = right_of(scenes, ALL)
    assert unread >= 4 * ALL
    assert right >= 0.9 * unread, wrong


@pytest.mark.parametrize("light", [1.0, 0.5, 0.25, 0.1, 0.03])
def test_an_empty_lobby_is_told_nothing(scenes: list[Light], light: float) -> None:
    watcher, coach = CodeWatcher(), Coach()
    rng = np.random.default_rng(SEED)
    for frame in range(coaching.FRAMES):
        picture = Sensor(gain=light, noise=1.0 if light == 1.0 else 4.0).develop(scenes[0], rng)
        assert coach.hint(watcher.look(grey(picture)), frame * coaching.BETWEEN) is None


@pytest.mark.parametrize("size", [(0, 0), (1, 5), (90, 160), (720, 1280)])
def test_pictures_without_anything_have_no_look(size: tuple[int, int]) -> None:
    watcher = CodeWatcher()
    assert watcher.look(np.full(size, 128, np.uint8)) is None
    assert watcher.look(np.full((200, 300), 128, np.uint8)) is None
